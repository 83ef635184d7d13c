"""What is to be known of a customer before anybody speaks to them: who answers for it, and until when."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joic_policy import HistoryError, InvalidError, Received, Withdrawn, contact_from
from joic_policy.contacts import ConductFlagged, ConductFlagLifted, conduct_flags

AT = datetime(2026, 11, 24, 10, tzinfo=UTC)
ON = date(2026, 11, 24)
CALL = Received(channel="telephone", received_on=ON, received_at=AT)


def flagged(**facts: Any) -> ConductFlagged:
    """A flag of the day of the call, to be looked at after a month and to end after two."""
    usual = {"owner": "Bea", "review_on": date(2026, 12, 24), "expires_on": date(2027, 1, 24)}
    return ConductFlagged(**{"happened_at": AT, "reason": "Threatened a colleague", **usual, **facts})


@pytest.mark.parametrize(
    ("facts", "field", "expected"),
    [
        ({"owner": " "}, "owner", "who answers for the flag"),
        ({"review_on": ON}, "review_on", "a day after Tuesday 24 November 2026"),
        (
            {"expires_on": date(2026, 12, 24)},
            "expires_on",
            "a day after the review on Thursday 24 December 2026",
        ),
        ({"happened_at": AT + timedelta(days=30)}, "review_on", "a day after Thursday 24 December 2026"),
    ],
)
def test_a_flag_without_an_owner_or_an_end_is_refused(
    facts: dict[str, Any], field: str, expected: str
) -> None:
    """Nobody is held to what they once did for ever, or by nobody."""
    with pytest.raises(InvalidError, match=expected) as refusal:
        flagged(**facts)

    assert refusal.value.field == field


@given(st.dates(date(2026, 11, 1), date(2027, 2, 28)), st.none() | st.integers(0, 90))
def test_a_flag_is_shown_from_its_day_to_its_last_unless_lifted(on: date, lifted_after: int | None) -> None:
    """On a day before it and on one after its end there is none; from the day it is lifted neither."""
    flag = flagged()
    later = timedelta(days=1000 if lifted_after is None else lifted_after)
    lifted = ConductFlagLifted(happened_at=AT + later, of=flag.id)
    shown = ON <= on <= date(2027, 1, 24) and on < ON + later

    assert conduct_flags(contact_from([CALL, flag, lifted]), on) == ((flag,) if shown else ())


def test_each_flag_is_lifted_by_itself_and_once() -> None:
    """Another flag stays; what was never flagged, or is lifted already, is refused."""
    first, second = flagged(), flagged(reason="Abuse by email")
    lifted = ConductFlagLifted(happened_at=AT, of=first.id)
    again = ConductFlagLifted(happened_at=AT, of=first.id)
    mistaken = Withdrawn(happened_at=AT, of=lifted.id)

    assert conduct_flags(contact_from([CALL, first, second, lifted]), ON) == (second,)
    assert conduct_flags(contact_from([CALL, first, second, lifted, mistaken]), ON) == (first, second)
    with pytest.raises(HistoryError, match="lifted already"):
        contact_from([CALL, first, lifted, again])
    with pytest.raises(HistoryError, match="not there before it"):
        contact_from([CALL, second, lifted])
