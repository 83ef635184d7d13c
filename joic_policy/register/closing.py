"""What has to hold before something may be recorded, beyond its being possible."""

from collections.abc import Iterable
from typing import assert_never

from joic_policy.contacts import (
    Assigned,
    Closed,
    ClosedBecause,
    Contact,
    Corrected,
    DelayTold,
    Erased,
    Event,
    Transferred,
    Withdrawn,
    contact_from,
)
from joic_policy.deadlines import Deadline, deadlines
from joic_policy.errors import HistoryError, InvalidError, StandsInTheWayError
from joic_policy.handling.conduct import incident_missing
from joic_policy.handling.staff import is_same_name
from joic_policy.policy import Duty, Policy
from joic_policy.register.entries import is_open
from joic_policy.units import day_words
from joic_policy.working_days import WorkingDayCalendar

__all__ = ["check_recordable", "in_the_way"]

# Whatever the reason for closing, the Office's own house is put in order first (WRI-13, STD-3, STD-5).
_ALWAYS = frozenset({Duty.FILE_NOTE, Duty.CORRECTION})


def check_recordable(
    event: Event, before: tuple[Event, ...], *, policy: Policy, calendar: WorkingDayCalendar
) -> None:
    """Refuse to close what is not done, an owner with a conflict of interest, and a target that does not fit.

    Told at first or corrected.

    The history is known to be possible with the event in it.

    Raises:
        HistoryError: An erasure is withdrawn: what it took away is gone for good.
        StandsInTheWayError: A contact is closed with something left to do.
        InvalidError: A revised target is no working day after the one that held when it was told (WRI-12),
            or the new owner has a conflict of interest in it (PRI-3).
    """
    if isinstance(event, Withdrawn) and any(
        isinstance(each, Erased) and each.id == event.of for each in before
    ):
        raise HistoryError(event, "what was erased is gone for good, and that it was erased stays on record")
    told = event.to if isinstance(event, Corrected) else event
    if not isinstance(told, Closed | DelayTold | Assigned | Transferred):
        return
    others = [each for each in before if told.id not in {each.id, _of(each)}]
    contact = contact_from(others, until=told.happened_at)
    if isinstance(told, Assigned | Transferred):
        _check_owner(told, told.applied(contact))
        return
    owed = deadlines(contact, policy=policy, calendar=calendar)
    match told:
        case Closed():
            reasons = in_the_way(contact, told.because, owed)
            if reasons:
                raise StandsInTheWayError("Close", reasons)
        case DelayTold():
            _check_target(told, contact, owed, calendar)
        case never:
            assert_never(never)


def in_the_way(contact: Contact, because: ClosedBecause, owed: Iterable[Deadline]) -> tuple[str, ...]:
    """What is to be done before a contact may be closed for this reason; `owed` are its deadlines.

    As answered, nothing that the Office owes may be open. Any other reason ends what is owed, but the file
    note, the correction of our mistakes and the incident of an abusive contact still stand in the way.
    """
    answered = because is ClosedBecause.ANSWERED
    open_ones = (deadline for deadline in owed if is_open(deadline))
    titles = [each.title for each in open_ones if answered or each.duty in _ALWAYS]
    return tuple(dict.fromkeys((*titles, *(each.remedy for each in incident_missing(contact)))))


def _check_owner(told: Assigned | Transferred, contact: Contact) -> None:
    if any(is_same_name(told.owner, name) for name in contact.closed_to):
        raise InvalidError("owner", told.owner, "a colleague who has no conflict of interest in it")


def _check_target(
    told: DelayTold, contact: Contact, owed: Iterable[Deadline], calendar: WorkingDayCalendar
) -> None:
    formal = next((deadline for deadline in owed if deadline.duty is Duty.FORMAL_RESPONSE), None)
    if formal:
        formal.revision(told.revised_on, told_at=told.happened_at)
    elif told.revised_on <= contact.received_on or not calendar.is_working_day(told.revised_on):
        raise InvalidError(
            "revised_on", told.revised_on, f"a working day after {day_words(contact.received_on)}"
        )


def _of(event: Event) -> object:
    return event.of if isinstance(event, Corrected | Withdrawn) else None
