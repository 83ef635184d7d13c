"""A calendar file of what the Office owes, for any calendar program (RFC 5545)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from joic_policy import Deadline

if TYPE_CHECKING:
    from icalendar import Event

__all__ = ["calendar_file"]

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
    if deadline.exactly_at:
        entry.add("dtstart", deadline.exactly_at)
    elif deadline.due_on:
        entry.add("dtstart", deadline.due_on)
        entry.add("dtend", deadline.due_on + _DAY)
    entry.add("transp", "TRANSPARENT")
    return entry
