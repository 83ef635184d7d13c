"""What a register of contacts does, wherever it keeps them."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from attrs import evolve, field, frozen

from joic_policy._fields import is_number
from joic_policy.contacts import Event, erased
from joic_policy.deadlines import Status
from joic_policy.policy import MatterKind
from joic_policy.register.entries import Card, Entry, Key, Line, Wanted

__all__ = ["OFFICE", "ContactRegister", "Recorded", "retold", "same_event"]

OFFICE = UUID(int=0)
"""In place of a contact: the history of the Office itself, its staff list and the holidays proclaimed."""


@frozen(kw_only=True)
class Recorded:
    """An event as the register holds it.

    `sequence` is its place in the whole register, `version` its place in its history, both from
    1; a contact is at the version of its last event. `actor` is who recorded it. `erased` says that what was
    personal in it is gone.
    """

    sequence: int = field(validator=is_number)
    contact: UUID
    version: int = field(validator=is_number)
    actor: str
    event: Event
    erased: bool = False


def retold(event: Event, **changes: Any) -> Event:
    """The same event with some fields otherwise."""
    evolved: Callable[..., Event] = evolve  # an `Event` itself is never made, so its fields are no arguments
    return evolved(event, **changes)


def same_event(held: Recorded, event: Event) -> bool:
    """Whether an event that is given again is the one that is held."""
    again = retold(event, recorded_at=held.event.recorded_at)
    return held.event == (erased(again) if held.erased else again)


class ContactRegister(Protocol):
    """Keeps the history of every contact, and an index by which it is found.

    The register adds and never changes; what may be recorded is for the desk to say. Every method may raise
    `RegisterError`: what was asked did not happen, and may be asked again.
    """

    def append(
        self, contact: UUID, event: Event, *, actor: str, expecting: int, entry: Entry | None
    ) -> Recorded:
        """Add an event to a history that is at version `expecting` (0 begins one), and index it by `entry`.

        An event that is there already, by its id, is given back as it was recorded, whatever is expected.

        Raises:
            StaleVersionError: The history is at another version.
            HistoryError: Another event has this id.
        """

    def erase(
        self, contact: UUID, event: Event, *, actor: str, expecting: int, entry: Entry | None
    ) -> Recorded:
        """As `append`, and what is personal goes from every event before it, for good."""

    def history(self, contact: UUID) -> tuple[Recorded, ...]:
        """Everything recorded of a contact, in sequence; empty if there is no such contact."""

    def card(self, contact: UUID) -> Card | None:
        """What the index says of a contact."""

    def numbered(self, number: int) -> Card | None:
        """The contact with this short reference."""

    def queue(
        self, wanted: Wanted, *, at: datetime, after: Key | None = None, size: int = 50
    ) -> tuple[Line, ...]:
        """What the Office owes: soonest first, then the undated, longest owed first."""

    def counts(self, wanted: Wanted, *, at: datetime) -> Mapping[Status, int]:
        """How much of what is wanted stands how; together, the length of the whole queue."""

    def found(self, words: tuple[str, ...], *, before: int | None = None, size: int = 50) -> tuple[Card, ...]:
        """The contacts in which each word begins some word, the newest first; `before` is a card's number."""

    def on_file(self, file: str) -> tuple[Card, ...]:
        """The contacts that a file groups, the oldest first."""

    def closed_by(
        self, kind: MatterKind | None, day: date, *, after: int = 0, size: int = 50
    ) -> tuple[Card, ...]:
        """The contacts closed on or before a day, by number, with a matter of this kind (None: with none)."""

    def outdated(self, ground: str, *, size: int = 50) -> tuple[UUID, ...]:
        """Contacts whose index rests on another policy or calendar than this digest says, open ones first."""

    def index(self, entry: Entry, *, expecting: int) -> bool:
        """Index a contact anew; no if it is no longer at that version, and so is indexed anyhow."""
