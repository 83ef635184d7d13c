"""The staff list as it is read."""

from datetime import date

import pytest

from app.tables.staff import away_words, staff_rows
from joic_policy.handling.staff import Colleague
from joic_policy.register import OfficeState, Role

ON = date(2026, 11, 24)


def test_everybody_is_told_by_name() -> None:
    """With their roles, and what is known of them."""
    bea = Colleague(
        name="bea",
        team="East",
        extension="7",
        subjects=("cameras", "schools"),
        languages=("French",),
        cover="Al",
    )
    office = OfficeState(
        staff={"Cy": Colleague(name="Cy"), "bea": bea},
        roles={"Cy": (Role.TRAINER,), "bea": (Role.SENIOR_MANAGEMENT, Role.STAFF)},
        holidays={},
    )

    first, second = staff_rows(office, ON)

    assert (first.name, first.roles) == ("bea", "staff and senior management")
    assert first.details == (
        "East · extension 7 · knows about cameras and schools · speaks French · covered by Al"
    )
    assert (second.name, second.roles, second.details, second.away) == ("Cy", "trainer", "", "")


@pytest.mark.parametrize(
    ("first", "last", "cover", "words"),
    [
        (None, None, "Al", ""),
        (date(2026, 11, 2), date(2026, 11, 23), "Al", ""),
        (date(2026, 11, 2), date(2026, 11, 24), "Al", "Away to Tuesday 24 November 2026; Al covers"),
        (date(2026, 11, 24), None, "", "Away until they are back; nobody covers"),
        (
            date(2026, 12, 1),
            date(2026, 12, 4),
            "",
            "Away from Tuesday 1 December 2026 to Friday 4 December 2026; nobody covers",
        ),
    ],
)
def test_an_absence_is_told_while_it_matters(
    first: date | None, last: date | None, cover: str, words: str
) -> None:
    """Before it begins and while it lasts."""
    bea = Colleague(name="Bea", cover=cover, away_from=first, away_until=last)

    assert away_words(bea, ON) == words
    (row,) = staff_rows(OfficeState(staff={"Bea": bea}, roles={"Bea": (Role.STAFF,)}, holidays={}), ON)
    assert (row.away, row.is_away) == (words, words.startswith(("Away to", "Away until")))
