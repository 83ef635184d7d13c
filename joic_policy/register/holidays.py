"""A holiday is proclaimed: what it moves, before anything is changed and then for good."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID

from attrs import field, frozen

from joic_policy.contacts import Contact, Event, HolidayHeeded, Withdrawn, contact_from
from joic_policy.deadlines import Change, Target, compare, deadlines
from joic_policy.errors import ConflictOfInterestError, StaleVersionError
from joic_policy.register.desk import ContactDesk, every_line
from joic_policy.register.entries import Card, Wanted
from joic_policy.register.permissions import Deed, check_permitted
from joic_policy.register.port import OFFICE
from joic_policy.register.staff import HolidayProclaimed

__all__ = ["Moved", "Progress", "moved_by", "proclaim", "withdraw"]

Progress = Callable[[int, int], None]
"""Told how many histories are written, of how many that are found so far."""


@frozen(kw_only=True)
class Moved:
    """An open contact that a holiday touches: the dates that move, and the promise that does not.

    The card is as the actor may see it; dates move whoever looks.
    `promised` is the target that the customer was told and that now falls on the holiday: it stays, and a
    person decides whether to tell the customer of another.
    """

    card: Card
    changes: tuple[Change, ...] = field(repr=False)
    promised: Target | None = None


def moved_by(desk: ContactDesk, holiday: HolidayProclaimed) -> Iterator[Moved]:
    """The open contacts that the holiday touches, whether or not it was proclaimed already.

    Raises:
        NotPermittedError: The actor may not look at the whole register in this way.
        InvalidError: The day is a holiday by the calendar itself.
    """
    check_permitted(desk.actor, Deed.TRY_HOLIDAY)
    calendar = desk.calendar
    proclaimed = holiday.on in desk.office.holidays
    before = calendar.without_holidays({holiday.on}) if proclaimed else calendar
    after = before.with_holidays({holiday.on: holiday.name})
    for card in _cards(desk, holiday.on):
        contact = _contact(desk, card.contact)
        old = deadlines(contact, policy=desk.policy, calendar=before)
        new = deadlines(contact, policy=desk.policy, calendar=after)
        changes = tuple(
            change
            for change in compare(old, new)
            if change.working_days and change.after and change.after.met_at is None
        )
        promises = (deadline.targets[-1] for deadline in old if deadline.targets[1:])
        promised = next((target for target in promises if target.on == holiday.on), None)
        if changes or promised:
            (seen,) = desk.seen([card])
            yield Moved(card=seen, changes=changes, promised=promised)


def proclaim(
    desk: ContactDesk, holiday: HolidayProclaimed, *, expecting: int, progress: Progress = lambda *_: None
) -> tuple[Moved, ...]:
    """Proclaim a holiday, and say so in the history of every contact whose dates it moves.

    `expecting` is the version of the Office's own history. What broke off is gone on with by proclaiming the
    same event again. The index is made anew afterwards (`ContactDesk.index_anew`). Dates move also where a
    conflict of interest keeps the actor from writing it into a history.

    Raises:
        NotPermittedError: The actor may not.
        StaleVersionError: Something else happened to the Office meanwhile.
        InvalidError: The day is a holiday already.
    """
    moved: list[Moved] = []
    for each in moved_by(desk, holiday):
        moved.append(each)
        progress(0, len(moved))
    desk.record(OFFICE, holiday, expecting=expecting)
    for place, each in enumerate(moved, 1):
        if each.changes:
            _write(desk, each.card.contact, lambda contact: _heeding(desk, contact, holiday))
        progress(place, len(moved))
    return tuple(moved)


def withdraw(
    desk: ContactDesk, withdrawal: Withdrawn, *, expecting: int, progress: Progress = lambda *_: None
) -> tuple[Card, ...]:
    """Withdraw a holiday that was proclaimed wrongly, also from the history of every open contact it moved.

    Those contacts are given. As `proclaim` in all else.

    Raises:
        NotPermittedError: The actor may not.
        StaleVersionError: Something else happened to the Office meanwhile.
        HistoryError: No holiday was proclaimed by that event.
    """
    check_permitted(desk.actor, Deed.TRY_HOLIDAY)
    desk.record(OFFICE, withdrawal, expecting=expecting)
    events = (each.event for each in desk.register.history(OFFICE))
    on = next(
        event.on for event in events if isinstance(event, HolidayProclaimed) and event.id == withdrawal.of
    )
    found: list[Card] = []
    for card in _cards(desk, on):
        if _heeded(_contact(desk, card.contact), on):
            found.append(card)
            progress(0, len(found))
    for place, card in enumerate(found, 1):
        _write(desk, card.contact, lambda contact: _taking_back(desk, contact, withdrawal, on))
        progress(place, len(found))
    return tuple(found)


def _cards(desk: ContactDesk, on: date) -> Iterator[Card]:
    """Each contact once that owes something on the day or later."""
    seen: set[UUID] = set()
    for line in every_line(desk.register, Wanted(), at=desk.clock()):
        due_on = line.owed.due_on
        if due_on and due_on >= on and line.card.contact not in seen:
            seen.add(line.card.contact)
            yield line.card


def _contact(desk: ContactDesk, contact: UUID) -> Contact:
    """What its dates rest on, whether or not the actor may read all of it."""
    return contact_from(each.event for each in desk.register.history(contact))


def _heeded(contact: Contact, on: date) -> HolidayHeeded | None:
    return next((each for each in contact.acts(HolidayHeeded) if each.holiday_on == on), None)


def _heeding(desk: ContactDesk, contact: Contact, holiday: HolidayProclaimed) -> Event | None:
    if _heeded(contact, holiday.on):
        return None
    return HolidayHeeded(happened_at=desk.clock(), holiday_on=holiday.on, holiday=holiday.name)


def _taking_back(desk: ContactDesk, contact: Contact, withdrawal: Withdrawn, on: date) -> Event | None:
    heeded = _heeded(contact, on)
    return Withdrawn(happened_at=desk.clock(), of=heeded.id, why=withdrawal.why) if heeded else None


def _write(desk: ContactDesk, contact: UUID, telling: Callable[[Contact], Event | None]) -> None:
    """Write what there is to tell into a history, once, whoever else writes meanwhile."""
    while True:
        history = desk.register.history(contact)
        event = telling(contact_from(each.event for each in history))
        if event is None:
            return
        try:
            desk.record(contact, event, expecting=len(history))
        except StaleVersionError:
            continue
        except ConflictOfInterestError:
            return
        return
