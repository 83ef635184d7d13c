"""What a holiday moves, as it is told."""

from datetime import date

import pytest
from attrs import evolve

from app.tables.holidays import found_words, moved_rows, proclaimed
from joic_policy import Channel, DelayTold
from joic_policy.contacts import Withdrawn
from joic_policy.register import OFFICE, ContactDesk, HolidayProclaimed, InMemoryRegister
from joic_policy.register.holidays import moved_by
from tests.desks import NOON, a_letter, desk_on

FAIR = HolidayProclaimed(happened_at=NOON, on=date(2026, 12, 10), name="A day of joy", source="R&O 1/2026")


def desk_with(*revised: date | None) -> ContactDesk:
    """Letters of Monday 23 November 2026, some with a promised day."""
    desk = desk_on(InMemoryRegister())
    for on in revised:
        letter = a_letter(owner="Bea")
        desk.record(letter.id, letter, expecting=0)
        if on:
            told = DelayTold(happened_at=NOON, channel=Channel.EMAIL, revised_on=on)
            desk.record(letter.id, told, expecting=1)
    return desk


def test_each_contact_says_what_moves_and_what_does_not() -> None:
    """A promise comes first: somebody has to decide about it."""
    desk = desk_with(None, date(2026, 12, 15))
    moved = tuple(moved_by(desk, evolve(FAIR, on=date(2026, 12, 15)))) + tuple(moved_by(desk, FAIR))

    first, second = moved_rows(moved)

    assert (first.number, first.moves) == (2, ())
    assert first.promise.startswith("The customer was told Tuesday 15 December 2026. That does not move:")
    assert (second.title, second.owner, second.promise) == ("1: Zoë Le Sueur, Harbour Ltd", "Bea", "")
    assert second.moves == (
        ("Respond formally to correspondence", "Monday 14 December 2026", "Tuesday 15 December 2026"),
    )


@pytest.mark.parametrize(
    ("revised", "on", "words"),
    [
        ((), date(2026, 12, 10), "No open contact has a date that this day would move."),
        ((None,), date(2026, 12, 10), "1 open contact has a date that moves."),
        ((None, None), date(2026, 12, 10), "2 open contacts have dates that move."),
        ((date(2026, 12, 15),), date(2026, 12, 15), "1 customer was promised this very day."),
        (
            (date(2026, 12, 15), date(2026, 12, 15)),
            date(2026, 12, 15),
            "2 customers were promised this very day.",
        ),
    ],
)
def test_how_many_are_found(revised: tuple[date | None, ...], on: date, words: str) -> None:
    """In a sentence, for none, one and several."""
    assert found_words(moved_by(desk_with(*revised), evolve(FAIR, on=on))) == words


def test_what_was_proclaimed_is_listed_until_it_is_withdrawn() -> None:
    """The latest day first, with who proclaimed it."""
    desk = desk_on(InMemoryRegister())
    later = HolidayProclaimed(happened_at=NOON, on=date(2027, 3, 3), name="A feast", source="R&O 2/2026")
    for version, event in enumerate((FAIR, later)):
        desk.record(OFFICE, event, expecting=version)

    rows = proclaimed(desk.register.history(OFFICE))
    desk.record(OFFICE, Withdrawn(happened_at=NOON, of=FAIR.id), expecting=2)

    assert [(row.day, row.name) for row in rows] == [
        ("Wednesday 3 March 2027", "A feast"),
        ("Thursday 10 December 2026", "A day of joy"),
    ]
    assert rows[0].told == "Proclaimed here by Ann on Wednesday 25 November 2026"
    assert [row.id for row in proclaimed(desk.register.history(OFFICE))] == [later.id]
