"""What has to hold before something may be recorded, beyond its being possible."""

from collections.abc import Iterable
from typing import assert_never

from joic_policy.contacts import (
    Closed,
    ClosedBecause,
    Contact,
    Corrected,
    DelayTold,
    Event,
    Withdrawn,
    contact_from,
)
from joic_policy.deadlines import Deadline, deadlines
from joic_policy.errors import InvalidError, StandsInTheWayError
from joic_policy.policy import Duty, Policy
from joic_policy.register.entries import is_open
from joic_policy.working_days import WorkingDayCalendar

__all__ = ["check_recordable", "in_the_way"]

# Whatever the reason for closing, the Office's own house is put in order first (WRI-13, STD-3).
_ALWAYS = frozenset({Duty.FILE_NOTE, Duty.CORRECTION})


def check_recordable(
    event: Event, before: tuple[Event, ...], *, policy: Policy, calendar: WorkingDayCalendar
) -> None:
    """Refuse to close what is not done, and a revised target that does not fit; told at first or corrected.

    The history is known to be possible with the event in it.

    Raises:
        StandsInTheWayError: A contact is closed with something left to do.
        InvalidError: A revised target is no working day after the one that held when it was told (WRI-12).
    """
    told = event.to if isinstance(event, Corrected) else event
    if not isinstance(told, Closed | DelayTold):
        return
    others = [each for each in before if told.id not in {each.id, _of(each)}]
    contact = contact_from(others, until=told.happened_at)
    owed = deadlines(contact, policy=policy, calendar=calendar)
    match told:
        case Closed():
            reasons = in_the_way(told.because, owed)
            if reasons:
                raise StandsInTheWayError("Close", reasons)
        case DelayTold():
            _check_target(told, contact, owed, calendar)
        case never:
            assert_never(never)


def in_the_way(because: ClosedBecause, owed: Iterable[Deadline]) -> tuple[str, ...]:
    """The titles of what is to be done before a contact may be closed for this reason.

    As answered, nothing that the Office owes may be open. Any other reason ends what is owed, but the file
    note and the correction of our mistakes still stand in the way.
    """
    answered = because is ClosedBecause.ANSWERED
    open_ones = (deadline for deadline in owed if is_open(deadline))
    return tuple(
        dict.fromkeys(each.title for each in open_ones if answered or each.duty in _ALWAYS),
    )


def _check_target(
    told: DelayTold, contact: Contact, owed: Iterable[Deadline], calendar: WorkingDayCalendar
) -> None:
    formal = next((deadline for deadline in owed if deadline.duty is Duty.FORMAL_RESPONSE), None)
    if formal:
        formal.revision(told.revised_on, told_at=told.happened_at)
    elif told.revised_on <= contact.received_on or not calendar.is_working_day(told.revised_on):
        raise InvalidError("revised_on", told.revised_on, f"a working day after {contact.received_on}")


def _of(event: Event) -> object:
    return event.of if isinstance(event, Corrected | Withdrawn) else None
