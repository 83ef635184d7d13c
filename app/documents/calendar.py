"""A calendar file of what the Office owes, for any calendar program (RFC 5545)."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5

from joic_policy import Deadline, Duty
from joic_policy.register import Line, Owed
from joic_policy.units import end_of_day

if TYPE_CHECKING:
    from icalendar import Event

__all__ = ["calendar_file", "queue_calendar"]

_DAY = timedelta(days=1)


def calendar_file(deadlines: Iterable[Deadline], at: datetime) -> bytes:
    """One entry for each dated deadline, in the order given: all day, or at its instant where it has one.

    `at` is the instant of which the answer holds, and the entries' stamp: the same answer makes the same file
    to the byte. An entry holds the duty and its explanation: no customer, no reference, nothing they wrote.
    """
    from icalendar import Calendar  # noqa: PLC0415  # only a file that is asked for should wait for it

    calendar = Calendar()
    calendar.add("prodid", "-//joic_policy//Deadlines//EN")
    calendar.add("version", "2.0")
    for deadline in deadlines:
        if deadline.due_on:
            calendar.add_component(_entry(deadline, at))
    written: bytes = calendar.to_ical()
    return written


def queue_calendar(lines: Iterable[Line], at: datetime, words: Callable[[Duty], str]) -> bytes:
    """One entry for each dated line of the queue: the contact's number and what is owed, nobody's name.

    A line has the same id in every such file, so that a calendar takes the later one for a change of the
    earlier. `words` says what a duty is called; `at` is the entries' stamp.
    """
    from icalendar import Calendar  # noqa: PLC0415  # as above

    calendar = Calendar()
    calendar.add("prodid", "-//joic_policy//Queue//EN")
    calendar.add("version", "2.0")
    before: Counter[tuple[UUID, Duty]] = Counter()
    for line in lines:
        if line.owed.due_on:
            which = line.card.contact, line.owed.duty
            before[which] += 1  # of several such duties of one contact, which it is
            calendar.add_component(_queued(line, before[which], at, words))
    written: bytes = calendar.to_ical()
    return written


def _queued(line: Line, place: int, at: datetime, words: Callable[[Duty], str]) -> "Event":
    from icalendar import Event  # noqa: PLC0415  # as above

    owed = line.owed
    facts = (line.card.contact, owed.duty, place)
    entry = Event()
    entry.add("uid", f"{uuid5(NAMESPACE_URL, '|'.join(map(str, facts)))}@joic_policy")
    entry.add("dtstamp", at.replace(microsecond=0))
    entry.add("summary", f"{words(owed.duty)}: contact {line.card.number}")
    _place(entry, owed.due_on, _exactly(owed))
    return entry


def _exactly(owed: Owed) -> datetime | None:
    """The instant, where it is not just the end of a day."""
    return None if owed.due_on is None or owed.due_at == end_of_day(owed.due_on) else owed.due_at


def _entry(deadline: Deadline, at: datetime) -> "Event":
    from icalendar import Event  # noqa: PLC0415  # as above

    opening = deadline.ground.contact.opening
    message = (opening.id, opening.channel, opening.happened_at)
    facts = (at.isoformat(), *message, *deadline.identity, deadline.due_at)
    explanation = deadline.explanation
    entry = Event()
    entry.add("uid", f"{uuid5(NAMESPACE_URL, '|'.join(map(str, facts)))}@joic_policy")
    entry.add("dtstamp", at.replace(microsecond=0))
    entry.add("summary", f"{deadline.title} ({explanation.source})")
    entry.add("description", explanation.text)
    _place(entry, deadline.due_on, deadline.exactly_at)
    return entry


def _place(entry: "Event", due_on: date | None, exactly_at: datetime | None) -> None:
    """At an instant, or else on a whole day; it takes nobody's time."""
    if exactly_at:
        entry.add("dtstart", exactly_at)
    elif due_on:
        entry.add("dtstart", due_on)
        entry.add("dtend", due_on + _DAY)
    entry.add("transp", "TRANSPARENT")
