"""From a history to a contact."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, cast
from uuid import UUID

from attrs import evolve

from joic_policy._fields import to_instant
from joic_policy.contacts.contact import Contact
from joic_policy.contacts.event import Corrected, Event, Withdrawn
from joic_policy.contacts.receipts import Opening
from joic_policy.errors import HistoryError, InvalidError

if TYPE_CHECKING:
    from joic_policy.contacts.calls_made import CallMade
    from joic_policy.contacts.receipts import Received

__all__ = ["contact_from"]


def contact_from(events: Iterable[Event], *, until: datetime | None = None) -> Contact:
    """The contact that a history comes to, by what is known of it now.

    The events come in the sequence in which they were recorded. Corrections and withdrawals are heeded first
    (the last word in sequence holds), then the events are put in the order in which they happened. `until`
    leaves out what happened after that instant.

    Raises:
        HistoryError: It cannot have happened so; the error names the event.
        InvalidError: There is no event, something else is among them, or `until` has no time zone.
    """
    if until is not None:
        until = to_instant("until", until)
    recorded = _recorded_once(events)
    holding = sorted(_holding(recorded), key=lambda event: event.happened_at)
    happened = [event for event in holding if until is None or event.happened_at <= until]
    if not happened:
        raise InvalidError("events", len(holding), "at least one event" + (f" by {until}" if until else ""))
    opening, *others = happened
    if not isinstance(opening, Opening):
        first = next((event for event in happened if isinstance(event, Opening)), None)
        raise HistoryError(
            opening, "it happened before the contact began" if first else "no contact has begun"
        )
    contact = Contact(
        opening=cast("Received | CallMade", opening),
        events=(opening,),
        matters=opening.matters,
        owner=opening.owner,
        corrected=frozenset(event.id for event in happened if event not in recorded),
    )
    for event in others:
        contact = event.applied(contact)
        contact = evolve(contact, events=(*contact.events, event))
    return contact


def _recorded_once(events: Iterable[Event]) -> list[Event]:
    """The events in sequence, each id once; the same id for two different events is refused."""
    if isinstance(events, Event):
        raise InvalidError("events", type(events).__name__, "several events, such as a list of one")
    by_id: dict[UUID, Event] = {}
    for event in events:
        if not isinstance(event, Event):
            raise InvalidError("events", type(event).__name__, "events and nothing else")
        if by_id.setdefault(event.id, event) != event:
            raise HistoryError(event, f"another event has its id {event.id}")
    return list(by_id.values())


def _holding(events: list[Event]) -> list[Event]:
    """The events that still hold, in sequence, each as it was last corrected."""
    _check_references(events)
    withdrawn: set[UUID] = set()
    corrected: dict[UUID, Event] = {}
    for event in reversed(events):
        if event.id in withdrawn:
            continue
        if isinstance(event, Withdrawn):
            withdrawn.add(event.of)
        elif isinstance(event, Corrected):
            corrected.setdefault(event.of, event.to)
    return [
        corrected.get(event.id, event)
        for event in events
        if event.id not in withdrawn and not isinstance(event, Corrected | Withdrawn)
    ]


def _check_references(events: list[Event]) -> None:
    earlier: dict[UUID, Event] = {}
    for event in events:
        if isinstance(event, Corrected | Withdrawn):
            of = earlier.get(event.of)
            if of is None:
                raise HistoryError(event, f"no event before it has the id {event.of}")
            if isinstance(event, Corrected) and type(event.to) is not type(of):
                raise HistoryError(
                    event, f"it puts a {type(event.to).__name__} in place of a {type(of).__name__}"
                )
            if isinstance(event, Corrected) and event.to.id != of.id:
                raise HistoryError(event, f"the event put in place keeps the id {of.id}")
        earlier[event.id] = event
