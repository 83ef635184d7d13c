"""What can be done with a contact now, the next step first."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from joic_policy import (
    Acknowledged,
    Assigned,
    CallBackArranged,
    CallBackAttempted,
    Closed,
    Contact,
    Corrected,
    Deadline,
    DelayTold,
    Direction,
    Duty,
    Event,
    FileNoted,
    FileNoteNotNeeded,
    FullResponseExpected,
    MessageDelivered,
    MessageTaken,
    OwedBy,
    Reopened,
    Responded,
    Status,
    StatutoryActDone,
    Triaged,
    Withdrawn,
)
from joic_policy.contacts import (
    ConductFlagged,
    ConductFlagLifted,
    Erased,
    FeedbackActedOn,
    FeedbackGiven,
    HazardFound,
    HolidayHeeded,
    IncidentRecorded,
    LetterSent,
    MistakeCorrected,
    MistakeFound,
    Transferred,
)
from joic_policy.units import day_in_jersey

__all__ = ["offered", "pressing"]

_URGENT = frozenset({Status.OVERDUE, Status.DUE_TODAY})
_OPEN = _URGENT | {Status.WAITING}

#: What does each duty; what has no date is done in this order.
_DOES: dict[Duty, type[Event]] = {
    Duty.MESSAGE: MessageDelivered,
    Duty.CALL_BACK: CallBackAttempted,
    Duty.CORRECTION: MistakeCorrected,
    Duty.FILE_NOTE: FileNoted,
    Duty.REPLY: Responded,
    Duty.ACKNOWLEDGEMENT: Acknowledged,
    Duty.ARTICLE_19_ACKNOWLEDGEMENT: Acknowledged,
    Duty.FORMAL_RESPONSE: Responded,
    Duty.QUESTION_ANSWER: Responded,
    Duty.SUBJECT_ACCESS: Responded,
}

#: The order in which the rest is offered: daily work first, what mends or takes away last.
_IN_ORDER: tuple[type[Event], ...] = (
    Responded,
    Acknowledged,
    FullResponseExpected,
    DelayTold,
    LetterSent,
    FileNoted,
    FileNoteNotNeeded,
    MessageTaken,
    MessageDelivered,
    CallBackArranged,
    CallBackAttempted,
    Assigned,
    Transferred,
    Triaged,
    StatutoryActDone,
    MistakeFound,
    MistakeCorrected,
    FeedbackGiven,
    FeedbackActedOn,
    IncidentRecorded,
    ConductFlagged,
    ConductFlagLifted,
    HazardFound,
    HolidayHeeded,
    Closed,
    Reopened,
    Corrected,
    Withdrawn,
    Erased,
)

#: What needs something that came before it.
_AFTER: dict[type[Event], type[Event]] = {
    FileNoted: Responded,
    FileNoteNotNeeded: Responded,
    MessageDelivered: MessageTaken,
    CallBackAttempted: CallBackArranged,
    MistakeCorrected: MistakeFound,
    FeedbackActedOn: FeedbackGiven,
    ConductFlagLifted: ConductFlagged,
    HolidayHeeded: HolidayHeeded,
}


def pressing(deadlines: Iterable[Deadline], at: datetime) -> tuple[Deadline, ...]:
    """What the Office has still to do, in the order in which to do it.

    First what is due today or should have been done, then what is owed as soon as possible, then the rest by
    its date.
    """
    left = (each for each in deadlines if each.owed_by is OwedBy.OFFICE and each.status(at) in _OPEN)
    return tuple(sorted(left, key=lambda each: _place(each, at)))


def offered(contact: Contact, deadlines: Iterable[Deadline], at: datetime) -> tuple[type[Event], ...]:
    """Every act that a person can record on a contact now: what is to be done first, then all others."""
    possible = [kind for kind in _IN_ORDER if _possible(kind, contact)]
    steps = dict.fromkeys(kind for kind in _steps(contact, tuple(deadlines), at) if kind in possible)
    return tuple(dict.fromkeys((*steps, *possible)))


def _steps(contact: Contact, deadlines: tuple[Deadline, ...], at: datetime) -> Iterator[type[Event]]:
    """The acts that are called for, in order; some twice."""
    if contact.closed:
        yield Reopened
        return
    left = pressing(deadlines, at)
    for deadline in left:
        if _late_and_untold(deadline, contact, at):
            yield DelayTold
        yield _DOES.get(deadline.duty, StatutoryActDone)
        if deadline.duty is Duty.FORMAL_RESPONSE:
            yield DelayTold
    if not contact.matters and contact.direction is Direction.IN and left:
        yield Triaged
    if not left:
        yield Closed


def _late_and_untold(deadline: Deadline, contact: Contact, at: datetime) -> bool:
    """Whether a customer waits for an answer beyond every day that they were told."""
    told = (notice.revised_on for notice in contact.acts(DelayTold))
    return (
        deadline.duty is Duty.FORMAL_RESPONSE
        and deadline.status(at) is Status.OVERDUE
        and max(told, default=day_in_jersey(contact.opening.happened_at)) < day_in_jersey(at)
    )


def _place(deadline: Deadline, at: datetime) -> tuple[int, datetime, int, datetime]:
    order = [*_DOES]
    place = order.index(deadline.duty) if deadline.duty in _DOES else len(order)
    return _urgency(deadline, at), deadline.due_at or at, place, deadline.arose_at


def _urgency(deadline: Deadline, at: datetime) -> int:
    """Urgent, as soon as possible, by a date, and last what the law gives no date that is known."""
    if deadline.status(at) in _URGENT:
        return 0
    if deadline.due_at:
        return 2
    return 3 if deadline.duty.by_law else 1


def _possible(kind: type[Event], contact: Contact) -> bool:
    if kind is Closed or kind is Reopened:  # mypy takes a set of classes for one of the first
        return bool(contact.closed) is (kind is Reopened)
    return kind not in _AFTER or bool(contact.acts(_AFTER[kind]))
