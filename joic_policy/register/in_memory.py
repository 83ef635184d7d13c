"""A register that lasts as long as the program: for practice, and to hold the real one against."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import islice
from threading import RLock
from uuid import UUID

from attrs import evolve

from joic_policy.contacts import Event, erased
from joic_policy.deadlines import Status
from joic_policy.errors import HistoryError, StaleVersionError
from joic_policy.policy import MatterKind
from joic_policy.register.entries import Card, Entry, Key, Line, Wanted
from joic_policy.register.port import Recorded, same_event

__all__ = ["InMemoryRegister"]


class InMemoryRegister:
    """`ContactRegister` in plain dictionaries: slow to search, simple to believe."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._recorded: list[Recorded] = []
        self._entries: dict[UUID, Entry] = {}

    def append(
        self, contact: UUID, event: Event, *, actor: str, expecting: int, entry: Entry | None
    ) -> Recorded:
        """See `ContactRegister.append`."""
        with self._lock:
            held = next((each for each in self._recorded if each.event.id == event.id), None)
            if held:
                if held.contact != contact or not same_event(held, event):
                    raise HistoryError(event, f"another event has its id {event.id}")
                return held
            history = self.history(contact)
            if len(history) != expecting:
                raise StaleVersionError(expecting, len(history), history[expecting:])
            recorded = Recorded(
                sequence=len(self._recorded) + 1,
                contact=contact,
                version=expecting + 1,
                actor=actor,
                event=event,
            )
            self._recorded.append(recorded)
            if entry:
                self._index(entry)
            return recorded

    def erase(
        self, contact: UUID, event: Event, *, actor: str, expecting: int, entry: Entry | None
    ) -> Recorded:
        """See `ContactRegister.erase`."""
        with self._lock:
            before = len(self._recorded)
            recorded = self.append(contact, event, actor=actor, expecting=expecting, entry=entry)
            if len(self._recorded) > before:
                self._recorded[:before] = [
                    evolve(each, event=erased(each.event), erased=True) if each.contact == contact else each
                    for each in self._recorded[:before]
                ]
            return recorded

    def history(self, contact: UUID) -> tuple[Recorded, ...]:
        """See `ContactRegister.history`."""
        return tuple(each for each in self._recorded if each.contact == contact)

    def card(self, contact: UUID) -> Card | None:
        """See `ContactRegister.card`."""
        entry = self._entries.get(contact)
        return entry.card if entry else None

    def numbered(self, number: int) -> Card | None:
        """See `ContactRegister.numbered`."""
        cards = (entry.card for entry in self._entries.values())
        return next((card for card in cards if card.number == number), None)

    def queue(
        self, wanted: Wanted, *, at: datetime, after: Key | None = None, size: int = 50
    ) -> tuple[Line, ...]:
        """See `ContactRegister.queue`."""
        lines = sorted(self._lines(wanted, at), key=lambda line: line.key)
        return tuple(islice((line for line in lines if after is None or line.key > after), size))

    def counts(self, wanted: Wanted, *, at: datetime) -> Mapping[Status, int]:
        """See `ContactRegister.counts`."""
        statuses = [line.owed.status(at) for line in self._lines(wanted, at)]
        return {status: statuses.count(status) for status in sorted(set(statuses))}

    def found(self, words: tuple[str, ...], *, before: int | None = None, size: int = 50) -> tuple[Card, ...]:
        """See `ContactRegister.found`."""
        cards = (
            entry.card
            for entry in reversed(self._entries.values())
            if all(any(held.startswith(word) for held in entry.words) for word in words)
        )
        return tuple(islice((card for card in cards if before is None or card.number < before), size))

    def on_file(self, file: str) -> tuple[Card, ...]:
        """See `ContactRegister.on_file`."""
        return tuple(entry.card for entry in self._entries.values() if entry.card.file == file)

    def closed_by(
        self, kind: MatterKind | None, day: date, *, after: int = 0, size: int = 50
    ) -> tuple[Card, ...]:
        """See `ContactRegister.closed_by`."""
        cards = (
            entry.card
            for entry in self._entries.values()
            if entry.card.number > after
            and entry.card.closed_on
            and entry.card.closed_on <= day
            and (any(held is kind for held, _ in entry.matters) if kind else not entry.matters)
        )
        return tuple(islice(cards, size))

    def outdated(self, ground: str, *, size: int = 50) -> tuple[UUID, ...]:
        """See `ContactRegister.outdated`."""
        old = [entry.card for entry in self._entries.values() if entry.ground != ground]
        old.sort(key=lambda card: (card.closed_on is not None, card.number))
        return tuple(card.contact for card in old[:size])

    def index(self, entry: Entry, *, expecting: int) -> bool:
        """See `ContactRegister.index`."""
        with self._lock:
            held = self._entries.get(entry.card.contact)
            if held is None or held.card.version != expecting:
                return False
            self._index(entry)
            return True

    def _index(self, entry: Entry) -> None:
        held = self._entries.get(entry.card.contact)
        number = held.card.number if held else len(self._entries) + 1
        self._entries[entry.card.contact] = evolve(entry, card=evolve(entry.card, number=number))

    def _lines(self, wanted: Wanted, at: datetime) -> Iterator[Line]:
        for entry in self._entries.values():
            for owed in entry.owed:
                line = Line(card=entry.card, owed=owed)
                if _is_wanted(wanted, entry, line, at):
                    yield line


def _is_wanted(wanted: Wanted, entry: Entry, line: Line, at: datetime) -> bool:
    kinds, routes = {kind for kind, _ in entry.matters}, {route for _, route in entry.matters}
    return (
        (wanted.duties is None or line.owed.duty in wanted.duties)
        and (wanted.channels is None or line.card.channel in wanted.channels)
        and (wanted.kinds is None or bool(kinds & wanted.kinds))
        and (wanted.routes is None or bool(routes & wanted.routes))
        and (wanted.owners is None or line.card.owner in wanted.owners)
        and (wanted.statuses is None or line.owed.status(at) in wanted.statuses)
        and (wanted.due_by is None or (line.owed.due_at is not None and line.owed.due_at <= wanted.due_by))
    )
