"""A holiday is proclaimed: what it moves, before anything is changed and then for good."""

from collections.abc import Iterator
from uuid import UUID

from attrs import field, frozen

from joic_policy.contacts import HolidayHeeded
from joic_policy.deadlines import Change, Target, compare, deadlines
from joic_policy.errors import StaleVersionError
from joic_policy.register.desk import ContactDesk, every_line
from joic_policy.register.entries import Card, Wanted
from joic_policy.register.permissions import Deed, check_permitted
from joic_policy.register.port import OFFICE
from joic_policy.register.staff import HolidayProclaimed

__all__ = ["Moved", "moved_by", "proclaim"]


@frozen(kw_only=True)
class Moved:
    """An open contact that a holiday touches: the dates that move, and the promise that does not.

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
    for card in _cards(desk, holiday):
        contact = desk.contact(card.contact).contact
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
            yield Moved(card=card, changes=changes, promised=promised)


def proclaim(desk: ContactDesk, holiday: HolidayProclaimed, *, expecting: int) -> tuple[Moved, ...]:
    """Proclaim a holiday, and say so in the history of every contact whose dates it moves.

    `expecting` is the version of the Office's own history. What broke off is gone on with by proclaiming the
    same event again. The index is made anew afterwards (`ContactDesk.index_anew`).

    Raises:
        NotPermittedError: The actor may not.
        StaleVersionError: Something else happened to the Office meanwhile.
        InvalidError: The day is a holiday already.
    """
    moved = tuple(moved_by(desk, holiday))
    desk.record(OFFICE, holiday, expecting=expecting)
    for each in moved:
        if each.changes:
            _heed(desk, each.card.contact, holiday)
    return moved


def _cards(desk: ContactDesk, holiday: HolidayProclaimed) -> Iterator[Card]:
    """Each contact once that owes something on the day or later."""
    seen: set[UUID] = set()
    for line in every_line(desk.register, Wanted(), at=desk.clock()):
        due_on = line.owed.due_on
        if due_on and due_on >= holiday.on and line.card.contact not in seen:
            seen.add(line.card.contact)
            yield line.card


def _heed(desk: ContactDesk, contact: UUID, holiday: HolidayProclaimed) -> None:
    """Once, whoever else writes meanwhile."""
    while True:
        held = desk.contact(contact)
        if any(each.holiday_on == holiday.on for each in held.contact.acts(HolidayHeeded)):
            return
        heeded = HolidayHeeded(happened_at=desk.clock(), holiday_on=holiday.on, holiday=holiday.name)
        try:
            desk.record(contact, heeded, expecting=held.version)
        except StaleVersionError:
            continue
        return
