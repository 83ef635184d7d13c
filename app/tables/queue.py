"""The queue as lines to read: whom it concerns, what is owed, by when, whose it is."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from attrs import frozen

from app.tables.cards import title
from app.tables.deadlines import far
from app.tables.labels import STATUSES
from joic_policy import Duty, OwedBy, Policy, Status, Statute, WorkingDayCalendar, WorkingDays
from joic_policy.register import Line
from joic_policy.units import day_in_jersey, day_words

__all__ = ["QueueRow", "as_of_note", "duty_words", "in_queue", "queue_rows", "standings"]

_DUTIES: Mapping[Duty, str] = {
    Duty.ACKNOWLEDGEMENT: "Acknowledge",
    Duty.FORMAL_RESPONSE: "Respond formally",
    Duty.REPLY: "Reply",
    Duty.FILE_NOTE: "Put a note on the file",
    Duty.MESSAGE: "Pass on a message",
    Duty.CALL_BACK: "Call back",
    Duty.CORRECTION: "Put our mistake right",
}
#: How what is in the queue can stand, the most pressing first.
_STANDINGS = (Status.OVERDUE, Status.DUE_TODAY, Status.WAITING, Status.WAIVED)


@frozen(kw_only=True)
class QueueRow:
    """One thing owed. `title` names the contact, `far` says how far off the day is or how long it is owed."""

    number: int
    title: str
    subject: str
    duty: str
    when: str
    far: str
    owner: str
    status: str
    standing: Status


def duty_words(duty: Duty, policy: Policy) -> str:
    """What is to be done, in few words."""
    return _DUTIES.get(duty) or policy.statutes[duty].title


def in_queue(policy: Policy) -> tuple[Duty, ...]:
    """Every duty that can be in the queue, the policy's first."""
    by_law = (statute.id for statute in policy.statutes.values() if statute.owed_by is OwedBy.OFFICE)
    return (*_DUTIES, *by_law)


def queue_rows(
    lines: Iterable[Line], at: datetime, *, policy: Policy, calendar: WorkingDayCalendar
) -> tuple[QueueRow, ...]:
    """Lines of the queue, in their order, as they stand at an instant."""
    return tuple(_row(line, at, policy, calendar) for line in lines)


def standings(counts: Mapping[Status, int]) -> Mapping[Status | None, int]:
    """How many stand how, and under None all of them: what the others add up to."""
    shown: dict[Status | None, int] = {None: sum(counts.values())}
    return shown | {status: counts.get(status, 0) for status in _STANDINGS}


def as_of_note(on: date, today: date) -> str:
    """What a queue as of another day leaves out; nothing as of today."""
    if on == today:
        return ""
    if on < today:
        return (
            f"What is still open today, as it stood at the end of {day_words(on)}. "
            "What was open then and is done by now is not here."
        )
    return (
        f"What is open today, as it will stand at the end of {day_words(on)} if nothing is done until then."
    )


def _row(line: Line, at: datetime, policy: Policy, calendar: WorkingDayCalendar) -> QueueRow:
    card, owed = line.card, line.owed
    status = owed.status(at)
    return QueueRow(
        number=card.number,
        title=title(card),
        subject=card.subject,
        duty=duty_words(owed.duty, policy),
        when=day_words(owed.due_on) if owed.due_on else "No date",
        far=_far(line, at, policy, calendar),
        owner=card.owner,
        status=STATUSES[status],
        standing=status,
    )


def _far(line: Line, at: datetime, policy: Policy, calendar: WorkingDayCalendar) -> str:
    owed, on = line.owed, day_in_jersey(at)
    if owed.arose_at > at:
        return "not owed yet then"
    if owed.waived_until and at <= owed.waived_until:
        return f"waived to the end of {day_words(day_in_jersey(owed.waived_until))}"
    if owed.due_on is None:
        return _since((on - day_in_jersey(owed.arose_at)).days)
    if _in_working_days(owed.duty, policy) and calendar.first <= on <= calendar.last:
        return far(calendar.count(on, owed.due_on), "working day", on, owed.due_on)
    return far((owed.due_on - on).days, "day", on, owed.due_on)


def _since(days: int) -> str:
    if days == 0:
        return "since today"
    return f"for {days} days" if days > 1 else "since yesterday"


def _in_working_days(duty: Duty, policy: Policy) -> bool:
    statute: Statute | None = policy.statutes.get(duty)
    return statute is None or isinstance(statute.duration, WorkingDays)
