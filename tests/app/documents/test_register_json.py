"""The whole register as JSON, and back into an empty one."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.register_json import read_back, register_json
from joic_policy import (
    JERSEY,
    POLICY,
    Acknowledged,
    Event,
    InvalidError,
    PolicyError,
    Responded,
    contact_from,
)
from joic_policy.contacts import Erased, Transferred
from joic_policy.errors import ConflictOfInterestError, NotPermittedError
from joic_policy.register import (
    OFFICE,
    Actor,
    ContactDesk,
    ContactRegister,
    HolidayProclaimed,
    InMemoryRegister,
    Role,
    StaffListed,
)
from joic_policy.register.entries import entry_of
from tests.desks import NOON, a_letter, desk_on
from tests.strategies import histories


def whole(desk: ContactDesk) -> bytes:
    """The register as a document."""
    return b"".join(register_json(desk, NOON))


def filled() -> ContactDesk:
    """A desk on a register with an Office, a contact that goes on, and one that was erased."""
    desk = desk_on(InMemoryRegister())
    letter, gone = a_letter(), a_letter(text="to be erased")
    desk.record(letter.id, letter, expecting=0)
    desk.record(gone.id, gone, expecting=0)
    desk.record(OFFICE, StaffListed(happened_at=NOON, name="Ann", roles=tuple(Role)), expecting=0)
    desk.record(letter.id, Acknowledged(happened_at=NOON, channel="email"), expecting=1)
    proclaimed = HolidayProclaimed(happened_at=NOON, on=date(2026, 12, 14), name="A visit", source="Order")
    desk.record(OFFICE, proclaimed, expecting=1)
    desk.record(gone.id, Erased(happened_at=NOON, by="Ann", why="asked for"), expecting=1)
    desk.record(letter.id, Responded(happened_at=NOON, channel="letter"), expecting=2)
    return desk


def everything(register: ContactRegister) -> list[object]:
    """All that a register holds, with the cards."""
    cards = [register.numbered(number) for number in (1, 2, 3)]
    contacts = [OFFICE, *(card.contact for card in cards if card)]
    return [*cards, *(each for contact in contacts for each in register.history(contact))]


def test_it_comes_back_whole() -> None:
    """Sequence, versions, actors, numbers, what was erased: all as it was; and once, if asked twice."""
    desk = filled()
    other = desk_on(InMemoryRegister(), actor=Actor.alone("Zoë"))
    document = whole(desk)
    assert list(read_back(other, document, file="all.json")) == list(range(1, 8))
    assert everything(other.register) == everything(desk.register)

    list(read_back(other, document, file="all.json"))
    assert everything(other.register) == everything(desk.register)
    assert whole(other) == document
    assert b"to be erased" not in document
    assert other.calendar.holiday(date(2026, 12, 14)) == "A visit"


@settings(deadline=None, max_examples=15)  # the first answer reads the files
@given(st.lists(histories(), max_size=2))
def test_any_histories_come_back(told: list[tuple[Event, ...]]) -> None:
    """Every kind of event there is."""
    register, other = InMemoryRegister(), desk_on(InMemoryRegister())
    desk = desk_on(register)
    for history in told:
        for version, event in enumerate(history, 1):
            ground = contact_from(history[:version])
            entry = entry_of(ground, version=version, policy=POLICY, calendar=JERSEY, ground="")
            write = register.erase if isinstance(event, Erased) else register.append
            write(history[0].id, event, actor="Ann", expecting=version - 1, entry=entry)
    document = whole(desk)
    list(read_back(other, document, file="all.json"))

    assert whole(other) == document
    for history in told:
        assert other.register.history(history[0].id) == register.history(history[0].id)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        b'{"form": "joic_policy register 1"}',
        b'{"form": "joic_policy register 2", "events": []}',
    ],
)
def test_what_is_no_such_document_is_refused(data: bytes) -> None:
    """By its name."""
    with pytest.raises(InvalidError, match=r"all\.json"):
        list(read_back(desk_on(InMemoryRegister()), data, file="all.json"))


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("sequence", "1", "event 1: .*each of its type"),
        ("sequence", 0, "event 1, sequence"),
        ("contact", "no", "event 1, contact"),
        ("contact", "00000000-0000-4000-8000-000000000000", "the id of its opening"),
        ("record", {}, "event 1, event"),
        ("actor", None, "each of its type"),
    ],
)
def test_what_is_wrong_in_it_is_said_by_its_place(key: str, value: object, told: str) -> None:
    """Before anything is recorded."""
    desk = desk_on(InMemoryRegister())
    letter = a_letter()
    desk.record(letter.id, letter, expecting=0)
    document = json.loads(whole(desk))
    document["events"][0][key] = value
    other = desk_on(InMemoryRegister())
    with pytest.raises(InvalidError, match=told):
        list(read_back(other, json.dumps(document).encode(), file="all.json"))
    assert everything(other.register) == [None, None, None]


def test_an_impossible_history_is_refused() -> None:
    """An act before its contact began."""
    document = json.loads(whole(filled()))
    document["events"] = [each for each in document["events"] if each["record"]["event"] != "Received"]
    with pytest.raises(InvalidError, match="what can have happened"):
        list(read_back(desk_on(InMemoryRegister()), json.dumps(document).encode(), file="all.json"))


def test_a_register_in_use_is_left_alone() -> None:
    """Whether a contact is in it or a colleague."""
    document = whole(filled())
    for desk in (used := desk_on(InMemoryRegister()), listed := desk_on(InMemoryRegister())):
        letter = a_letter()
        if desk is used:
            desk.record(letter.id, letter, expecting=0)
        else:
            listed.record(OFFICE, StaffListed(happened_at=NOON, name="Bea", roles=tuple(Role)), expecting=0)
        with pytest.raises(InvalidError, match="nothing is recorded yet"):
            list(read_back(desk, document, file="all.json"))


def test_the_whole_is_not_for_everybody() -> None:
    """Not for staff, and not for whom a part of it is closed to."""
    register = InMemoryRegister()
    staff = desk_on(register, actor=Actor(name="Ann", roles=frozenset({Role.STAFF})))
    for act in (lambda: register_json(staff, NOON), lambda: next(read_back(staff, b"", file="all.json"))):
        with pytest.raises(NotPermittedError):
            act()
    bea = desk_on(register, actor=Actor.alone("Bea"))
    for version, name in enumerate(("Ann", "Bea")):
        bea.record(OFFICE, StaffListed(happened_at=NOON, name=name, roles=tuple(Role)), expecting=version)
    letter = a_letter()
    bea.record(letter.id, letter, expecting=0)
    passed_on = Transferred(happened_at=NOON, owner="Bea", because="conflict_of_interest", conflicted="Ann")
    bea.record(letter.id, passed_on, expecting=1)

    with pytest.raises(ConflictOfInterestError):
        whole(desk_on(register))
    assert whole(bea)


@given(
    st.binary(max_size=100)
    | st.recursive(st.none() | st.text(max_size=5), st.lists).map(
        lambda value: json.dumps({"form": "joic_policy register 1", "events": [value]}).encode()
    )
)
def test_any_bytes_are_refused_in_words(data: bytes) -> None:
    """Nothing else happens."""
    with pytest.raises(PolicyError):
        list(read_back(desk_on(InMemoryRegister()), data, file="all.json"))
