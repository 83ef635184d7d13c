"""A proclaimed holiday: which open contacts it moves, what it leaves, and what the history says of it."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from attrs import evolve

from joic_policy import Channel, DelayTold, Duty, InvalidError, Responded
from joic_policy.contacts import FileNoted, HolidayHeeded, Transferred, Withdrawn
from joic_policy.errors import NotPermittedError
from joic_policy.register import (
    OFFICE,
    Actor,
    ContactDesk,
    HolidayProclaimed,
    InMemoryRegister,
    Role,
    StaffListed,
    Wanted,
)
from joic_policy.register.holidays import moved_by, proclaim, withdraw
from tests.desks import NOON, a_letter, desk_on

FAIR = HolidayProclaimed(happened_at=NOON, on=date(2026, 12, 4), name="A day of joy", source="R&O 1/2026")
LETTERS = [a_letter(), a_letter(), a_letter(), a_letter(channel=Channel.TELEPHONE)]
OPEN, PROMISED, DONE, CALL = (letter.id for letter in LETTERS)


@pytest.fixture
def desk() -> ContactDesk:
    """A letter that is open, one with a promise for the day itself, one that is answered, and a call."""
    desk = desk_on(InMemoryRegister())
    for letter in LETTERS:
        desk.record(letter.id, letter, expecting=0)
    told = DelayTold(happened_at=NOON, channel=Channel.EMAIL, revised_on=date(2026, 12, 18))
    desk.record(PROMISED, told, expecting=1)
    desk.record(DONE, Responded(happened_at=NOON, channel=Channel.EMAIL), expecting=1)
    return desk


def test_what_a_holiday_moves_is_seen_before_it_is_proclaimed(desk: ContactDesk) -> None:
    """Old date, new date, and nothing changed yet."""
    (moved,) = moved_by(desk, FAIR)

    (change,) = moved.changes
    assert moved.card.contact == OPEN
    assert change.before
    assert change.after
    assert (change.before.duty, change.before.due_on, change.after.due_on) == (
        Duty.FORMAL_RESPONSE,
        date(2026, 12, 14),
        date(2026, 12, 15),
    )
    assert desk.register.history(OFFICE) == ()
    assert [desk.contact(letter.id).version for letter in LETTERS] == [1, 2, 2, 1]


def test_a_promise_warns_and_does_not_move(desk: ContactDesk) -> None:
    """What the customer was told stays; somebody has to decide what to tell them now."""
    found = {moved.card.contact: moved for moved in moved_by(desk, evolve(FAIR, on=date(2026, 12, 18)))}

    assert found[PROMISED].promised
    assert found[PROMISED].promised.on == date(2026, 12, 18)
    assert found[PROMISED].changes == ()
    assert OPEN not in found
    proclaim(desk, evolve(FAIR, on=date(2026, 12, 18)), expecting=0)
    assert desk.contact(PROMISED).version == 2


def test_proclaiming_says_so_in_each_history(desk: ContactDesk) -> None:
    """Once, also when it is proclaimed again after it broke off."""
    moved = proclaim(desk, FAIR, expecting=0)
    again = proclaim(desk, FAIR, expecting=0)

    assert [each.card.contact for each in moved] == [OPEN]
    assert [each.changes for each in again] == [each.changes for each in moved]
    assert [each.holiday for each in desk.contact(OPEN).contact.acts(HolidayHeeded)] == ["A day of joy"]
    assert desk.contact(PROMISED).version == 2
    while desk.index_anew():
        pass
    assert {due_on for due_on in dates(desk) if due_on > FAIR.on} == {date(2026, 12, 15), date(2026, 12, 18)}


def dates(desk: ContactDesk) -> list[date]:
    """The due days in the queue."""
    lines = desk.register.queue(Wanted(), at=NOON)
    return [line.owed.due_on for line in lines if line.owed.due_on]


def test_somebody_else_may_write_meanwhile(desk: ContactDesk) -> None:
    """The history is read again, and the holiday is heeded on the newer version."""
    desk.register = Interrupted(
        desk.register,
        lambda: desk_on(desk.register.held).record(  # type: ignore[attr-defined]
            OPEN, FileNoted(happened_at=NOON), expecting=1
        ),
    )

    proclaim(desk, FAIR, expecting=0)

    assert [type(each.event).__name__ for each in desk.contact(OPEN).history] == [
        "Received",
        "FileNoted",
        "HolidayHeeded",
    ]


class Interrupted:
    """A register to which somebody else adds just before a holiday is heeded."""

    def __init__(self, held: object, interrupt: Callable[[], object]) -> None:
        self.held = held
        self.interrupts = [interrupt]

    def append(self, contact: object, event: object, **told: object) -> object:
        """After the interruption."""
        if isinstance(event, HolidayHeeded) and self.interrupts:
            self.interrupts.pop()()
        return self.held.append(contact, event, **told)  # type: ignore[attr-defined]

    def __getattr__(self, name: str) -> object:
        return getattr(self.held, name)


def test_progress_is_told(desk: ContactDesk) -> None:
    """First how many there are, then how many are done."""
    heard: list[tuple[int, int]] = []

    proclaim(desk, FAIR, expecting=0, progress=lambda done, of: heard.append((done, of)))

    assert heard == [(0, 1), (1, 1)]


def test_a_wrong_holiday_is_withdrawn_from_every_history(desk: ContactDesk) -> None:
    """Once, also when it broke off; after that the same day may be proclaimed rightly."""
    heard: list[tuple[int, int]] = []
    proclaim(desk, FAIR, expecting=0)
    withdrawal = Withdrawn(happened_at=NOON, of=FAIR.id, why="Another year")

    for expecting in (1, 1):
        withdraw(desk, withdrawal, expecting=expecting, progress=lambda *told: heard.append(told))
    while desk.index_anew():
        pass

    assert heard == [(0, 1), (1, 1)]
    assert desk.office.holidays == {}
    assert desk.contact(OPEN).contact.acts(HolidayHeeded) == ()
    taken_back = desk.contact(OPEN).history[-1].event
    assert isinstance(taken_back, Withdrawn)
    assert taken_back.why == "Another year"
    assert date(2026, 12, 14) in dates(desk)
    again = evolve(FAIR, id=UUID(int=7), name="A feast")
    assert [each.card.contact for each in proclaim(desk, again, expecting=2)] == [OPEN]
    assert [each.holiday for each in desk.contact(OPEN).contact.acts(HolidayHeeded)] == ["A feast"]


def test_a_withdrawal_too_is_written_on_the_newer_version(desk: ContactDesk) -> None:
    """Somebody else may have taken it back already: then there is nothing left to write."""
    proclaim(desk, FAIR, expecting=0)
    heeded = desk.contact(OPEN).history[-1].event.id
    withdrawal = Withdrawn(happened_at=NOON, of=FAIR.id)

    def taken_back_meanwhile(done: int, _: int) -> None:
        if not done:
            desk.record(OPEN, Withdrawn(happened_at=NOON, of=heeded), expecting=2)

    withdraw(desk, withdrawal, expecting=1, progress=taken_back_meanwhile)

    assert desk.contact(OPEN).version == 3


def test_dates_move_whoever_proclaims(desk: ContactDesk) -> None:
    """Who may not see contacts moves them without a name; who may not touch one leaves its history alone."""
    for version, event in enumerate(
        StaffListed(happened_at=NOON, name=name, roles=(Role.TEAM_MANAGER,)) for name in ("Bea", "Cy")
    ):
        desk.record(OFFICE, event, expecting=version)
    passed_on = Transferred(happened_at=NOON, owner="Cy", because="conflict_of_interest", by="Bea")
    desk.record(OPEN, passed_on, expecting=1)
    administrator = Actor(name="Dot", roles=frozenset({Role.ADMINISTRATOR}))

    for actor in (administrator, Actor(name="Bea", roles=frozenset(Role))):
        desk.actor = actor
        (moved,) = moved_by(desk, FAIR)
        assert (moved.card.contact, moved.card.name) == (OPEN, "")
    proclaim(desk, FAIR, expecting=2)
    while desk.index_anew():
        pass

    assert [type(each.event).__name__ for each in desk.register.history(OPEN)] == ["Received", "Transferred"]
    assert date(2026, 12, 15) in {line.owed.due_on for line in desk.register.queue(Wanted(), at=NOON)}


def test_what_is_a_holiday_by_the_calendar_is_none_to_proclaim(desk: ContactDesk) -> None:
    """Neither tried nor proclaimed; and not everybody may."""
    christmas = evolve(FAIR, on=date(2026, 12, 25))

    with pytest.raises(InvalidError):
        list(moved_by(desk, christmas))
    with pytest.raises(InvalidError):
        proclaim(desk, christmas, expecting=0)
    desk.actor = Actor(name="Bea", roles=frozenset({Role.STAFF}))
    with pytest.raises(NotPermittedError, match="try_holiday"):
        list(moved_by(desk, FAIR))
