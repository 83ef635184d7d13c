"""What is known of a customer before anybody speaks to them, found however a number was spaced."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from app.forms.callers import sought, sought_of
from app.tables.caller import CallerCard, caller_card, known_by
from joic_policy import Closed, Customer, Event, Received
from joic_policy.contacts import ClosedBecause, ConductFlagged, Needs, Transferred
from joic_policy.register import OFFICE, Actor, ContactDesk, InMemoryRegister, Role, StaffListed
from tests.desks import ANN, NOON, a_letter, desk_on

MARY = Customer(
    name="Mary Marett", organisation="Harbour Ltd", telephone="+44 1534 716530", email="mary@example.org"
)
NEEDS = Needs(language="Polish", format="braille", preferred_channel="letter", safe_contact="Never at home")
BEFORE = NOON - timedelta(days=1)
FLAG = ConductFlagged(
    happened_at=BEFORE,
    owner="Bea",
    review_on=date(2026, 12, 24),
    expires_on=date(2027, 1, 24),
    reason="A threat",
)


def desk_with(*contacts: Iterable[Event], actor: Actor = ANN) -> ContactDesk:
    """A desk on a register of these contacts."""
    register = InMemoryRegister()
    writer = desk_on(register, actor=Actor.alone("Cy"))
    for opening, *acts in contacts:
        for version, event in enumerate((opening, *acts)):
            writer.record(opening.id, event, expecting=version)
    return desk_on(register, actor=actor)


def letter(customer: Customer = MARY, **facts: Any) -> Received:
    """A letter of this customer."""
    return a_letter(customer=customer, **facts)


def card(desk: ContactDesk, **typed: Any) -> CallerCard:
    """The card for what is typed."""
    return caller_card(known_by(desk, sought(typed)), NOON)


@pytest.mark.parametrize(
    "typed",
    [
        {"telephone": "01534716530"},
        {"telephone": "(01534) 71 65 30"},
        {"telephone": "0044 1534 716 530"},
        {"email": "Mary@Example.org"},
        {"name": "marett m"},
        {"organisation": "harbour"},
        {"file": "F-7"},
        {"file": "1"},
    ],
)
def test_found_by_any_of_it(typed: dict[str, str]) -> None:
    """However it was typed, with how it came and what is the same."""
    (row,) = card(desk_with([letter(file="F-7")]), **typed).earlier

    assert (row.number, row.title) == (1, "1: Mary Marett, Harbour Ltd")
    assert row.words.startswith("Letter to us, Monday 23 November 2026. Open. The same ")


def test_only_mentioned_is_told_apart() -> None:
    """Somebody who wrote of a number need not be whoever has it; those who have it come first."""
    other = letter(Customer(name="Zoë"), text="Call Mary on +44 1534 716530")
    rows = card(desk_with([letter()], [other]), telephone="01534 716530").earlier

    assert [row.number for row in rows] == [1, 2]
    assert rows[1].words.endswith("It mentions this telephone number.")


def test_what_to_heed_what_is_open_and_whom_to_beware_of() -> None:
    """Each thing once, with the contact in which it was told."""
    known = card(desk_with([letter(evolve(MARY, needs=NEEDS)), FLAG]), name="Mary Marett")

    assert [(what, text) for what, text, _ in known.heed] == [
        ("Safe contact", "Never at home"),
        ("Language", "Polish"),
        ("Form of our replies", "Braille"),
        ("Would rather be reached", "letter"),
    ]
    assert {where for *_, where in known.heed} == {"contact 1"}
    assert known.owed[0].startswith("1: Acknowledge an external letter by Thursday 26 November 2026")
    (flag,) = known.flags
    assert flag.reason == "A threat"
    assert "Bea" in flag.rest
    assert "24 December 2026" in flag.rest
    assert "24 January 2027" in flag.rest
    assert "threat" not in repr(known)


def test_a_card_has_room_for_so_much() -> None:
    """The rest is with the contact."""
    long = letter(evolve(MARY, needs=Needs(safe_contact="Never at home. " * 1000)))
    ((_, text, _),) = card(desk_with([long]), name="Mary Marett").heed

    assert text.endswith("…")
    assert len(text) < 500


def test_a_flag_that_has_ended_and_what_is_closed_are_not_shown() -> None:
    """Nobody is held to it longer than was decided."""
    closed = Closed(happened_at=NOON, by="Ann", because=ClosedBecause.WITHDRAWN)
    known = known_by(desk_with([letter(), FLAG, closed]), sought({"name": "Mary Marett"}))

    assert caller_card(known, NOON).owed == ()
    assert caller_card(known, NOON + timedelta(days=61)).flags == ()
    assert caller_card(known, NOON + timedelta(days=60)).flags != ()


def test_what_is_closed_to_who_looks_names_nobody() -> None:
    """Only that a colleague deals with it."""
    passed = Transferred(happened_at=NOON, owner="Bea", because="conflict_of_interest", conflicted="Ann")
    staff = [
        StaffListed(happened_at=BEFORE, name=name, roles=(Role.TEAM_MANAGER,)) for name in ("Ann", "Bea")
    ]
    desk = desk_with([letter(), FLAG, passed])
    for version, listed in enumerate(staff):
        desk.record(OFFICE, listed, expecting=version)
    known = card(desk, name="Mary Marett")

    assert [row.title for row in known.earlier] == ["1: nobody named"]
    assert "a colleague deals with it" in known.earlier[0].words
    assert (known.flags, known.heed, known.owed) == ((), (), ())


def test_the_contact_that_is_looked_at_is_not_an_earlier_one() -> None:
    """It is left out; there are never more than a few."""
    first, *rest = [letter() for _ in range(12)]
    desk = desk_with([first], *([one] for one in rest))

    assert len(known_by(desk, sought_of(MARY))) == 8
    assert known_by(desk_with([first]), sought_of(MARY), but=first.id) == ()
    assert caller_card((), NOON) == CallerCard()
