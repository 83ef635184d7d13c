"""Colleagues: who is away, whose name it is, and who is of the same team."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joic_policy import InvalidError
from joic_policy.handling.staff import Colleague, is_same_name, team_of

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 6)


@given(st.dates(date(2026, 2, 1), date(2026, 4, 30)), st.none() | st.integers(0, 20))
def test_away_is_from_the_first_to_the_last_day(day: date, longer: int | None) -> None:
    """Both included; without a last day, until they are back."""
    until = None if longer is None else FIRST + timedelta(days=longer)
    ann = Colleague(name="Ann", away_from=FIRST, away_until=until)

    assert ann.away_on(day) == (FIRST <= day <= (until or date.max))
    assert not Colleague(name="Ann").away_on(day)


@pytest.mark.parametrize("away_from", [None, LAST])
def test_a_last_day_before_the_first_is_refused(away_from: date | None) -> None:
    """So is one without a first."""
    with pytest.raises(InvalidError, match="away_until"):
        Colleague(name="Ann", away_from=away_from, away_until=FIRST)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ann Le Brun", " ann  LE brun ", True),
        ("Ann", "Anna", False),
        ("", "", False),
        (" ", "  ", False),
        ("", "Ann", False),
    ],
)
def test_names_differ_by_more_than_capitals_and_spaces(one: str, other: str, *, same: bool) -> None:
    """Nobody has a blank name, not even another nobody."""
    assert is_same_name(one, other) is same


def test_who_covers_stands_first_in_the_team() -> None:
    """The others keep the order of the list; other teams, and the colleague, are left out."""
    ann = Colleague(name="Ann", team="Complaints", cover="Dee")
    bea, cat, dee = (Colleague(name=name, team="complaints") for name in ("Bea", "Cat", "Dee"))
    zoe = Colleague(name="Zoe", team="Registration")

    assert team_of(ann, [ann, bea, zoe, cat, dee]) == (dee, bea, cat)


def test_cover_from_another_team_is_not_of_the_team() -> None:
    """Calls go to the same team; nobody has a team without a name."""
    ann = Colleague(name="Ann", cover="Zoe")

    assert team_of(ann, [Colleague(name="Zoe"), Colleague(name="Bea", team="Complaints")]) == ()
