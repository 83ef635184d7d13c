"""A holiday as it is typed."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from app.forms.holidays import holiday
from joic_policy import JERSEY
from tests.desks import NOON

ID = UUID(int=5)
RAW = {"on": date(2026, 12, 4), "name": " Day  of joy ", "source": "R&O 1/2026"}


def test_what_is_typed_becomes_the_event() -> None:
    """Under the id of the form, and without spaces that nobody meant."""
    told = holiday(RAW, id=ID, at=NOON, calendar=JERSEY)

    assert told.findings == ()
    assert told.event
    assert (told.event.id, told.event.on, told.event.name, told.event.source, told.event.happened_at) == (
        ID,
        date(2026, 12, 4),
        "Day of joy",
        "R&O 1/2026",
        NOON,
    )


@pytest.mark.parametrize(
    ("field", "given", "words"),
    [
        ("on", None, "expected the day off"),
        ("on", date(2026, 12, 25), "Friday 25 December 2026 is a holiday already: Christmas Day"),
        ("on", date(2026, 12, 5), "Saturday 5 December 2026 is no working day anyhow"),
        ("on", date(2150, 1, 1), "outside the calendar"),
        ("name", " ", "expected what the day is called"),
        ("source", None, "expected where it is proclaimed"),
    ],
)
def test_what_is_wrong_is_said_of_its_field(field: str, given: Any, words: str) -> None:
    """And nothing else is."""
    told = holiday({**RAW, field: given}, id=ID, at=NOON, calendar=JERSEY)

    (finding,) = told.findings
    assert told.event is None
    assert finding.field == field
    assert words in finding.message
