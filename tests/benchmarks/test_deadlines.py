"""Every date that a contact gives rise to, against a single one counted by workalendar."""

from collections.abc import Callable
from datetime import date

import pytest
from workalendar.europe import Guernsey

from joic_policy import Channel, Customer, Received, contact_from, deadlines
from tests.benchmarks.measure import least

pytestmark = pytest.mark.benchmark


def test_all_deadlines_of_a_letter(judged: Callable[..., None]) -> None:
    """An external letter owes an acknowledgement and a formal response; all its dates are asked for."""
    day = date(2026, 5, 1)
    letter = Received(channel=Channel.LETTER, customer=Customer(), received_on=day, external=True)
    names = {"deadlines": deadlines, "contact": contact_from([letter]), "guernsey": Guernsey(), "day": day}
    assert len(deadlines(names["contact"])) > 1

    seconds = least(
        40,
        200,
        {
            "ours": "[(deadline.due_on, deadline.due_at) for deadline in deadlines(contact)]",
            "workalendar": "guernsey.add_working_days(day, 15)",
        },
        names,
    )
    judged(
        "all deadlines of a letter / one date by workalendar",
        seconds["ours"] / seconds["workalendar"],
        at_most=1,
    )
