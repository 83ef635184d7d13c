"""The register in a database: `ContactRegister` on SQLite and on PostgreSQL."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, or_, select

from app.store import finding, searching
from app.store.drafts import Drafts
from app.store.recording import add, history_of, index_entry
from app.store.rows import CARD, card_of, line_of
from app.store.schema import contact as contacts
from app.store.schema import matter
from app.store.sweeping import sweep
from app.store.transactions import reading, writing
from joic_policy import Event, MatterKind, Status
from joic_policy.register import Card, Entry, Line, Recorded, Wanted
from joic_policy.register.entries import Key

__all__ = ["StoredRegister"]

_BEYOND = 2**31 - 1  # above every number of a contact


class StoredRegister:
    """See `ContactRegister`; safe to share between threads and, by its database, between processes.

    `drafts` keeps what is typed and not recorded yet.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._dialect = engine.dialect.name
        self.drafts = Drafts(engine)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def append(
        self, contact: UUID, event: Event, *, actor: str, expecting: int, entry: Entry | None
    ) -> Recorded:
        """See `ContactRegister.append`."""
        return self._add(contact, event, actor=actor, expecting=expecting, entry=entry, erases=False)

    def erase(
        self, contact: UUID, event: Event, *, actor: str, expecting: int, entry: Entry | None
    ) -> Recorded:
        """See `ContactRegister.erase`; how it leaves the files of the database, see `sweep`."""
        recorded = self._add(contact, event, actor=actor, expecting=expecting, entry=entry, erases=True)
        sweep(self._engine)
        return recorded

    def history(self, contact: UUID) -> tuple[Recorded, ...]:
        """See `ContactRegister.history`."""
        with reading(self._engine) as connection:
            return history_of(connection, contact)

    def card(self, contact: UUID) -> Card | None:
        """See `ContactRegister.card`."""
        return next(iter(self._cards(select(*CARD).where(contacts.c.contact == contact))), None)

    def numbered(self, number: int) -> Card | None:
        """See `ContactRegister.numbered`."""
        if not 0 < number < _BEYOND:
            return None
        return next(iter(self._cards(select(*CARD).where(contacts.c.number == number))), None)

    def queue(
        self, wanted: Wanted, *, at: datetime, after: Key | None = None, size: int = 50
    ) -> tuple[Line, ...]:
        """See `ContactRegister.queue`."""
        query = finding.queue_query(wanted, self._engine.dialect, first=after is None)
        asked = finding.instants(at) | {"size": size} | (finding.place_in_queue(after) if after else {})
        with reading(self._engine) as connection:
            return tuple(map(line_of, query.rows(connection, asked)))

    def counts(self, wanted: Wanted, *, at: datetime) -> Mapping[Status, int]:
        """See `ContactRegister.counts`."""
        query = finding.counts_query(wanted, self._engine.dialect)
        with reading(self._engine) as connection:
            rows = query.rows(connection, finding.instants(at))
        return {Status(status): count for status, count in sorted(map(tuple, rows))}

    def found(self, words: tuple[str, ...], *, before: int | None = None, size: int = 50) -> tuple[Card, ...]:
        """See `ContactRegister.found`."""
        most = _BEYOND if before is None else before
        with reading(self._engine) as connection:
            return tuple(map(card_of, searching.found(connection, words, before=most, size=size)))

    def on_file(self, file: str) -> tuple[Card, ...]:
        """See `ContactRegister.on_file`."""
        return self._cards(select(*CARD).where(contacts.c.file == file).order_by(contacts.c.number))

    def closed_by(
        self, kind: MatterKind | None, day: date, *, after: int = 0, size: int = 50
    ) -> tuple[Card, ...]:
        """See `ContactRegister.closed_by`."""
        of_kind = select(matter.c.number).where(matter.c.kind == kind) if kind else select(matter.c.number)
        among = contacts.c.number.in_(of_kind) if kind else contacts.c.number.not_in(of_kind)
        return self._cards(
            select(*CARD)
            .where(contacts.c.closed_on <= day.isoformat(), contacts.c.number > after, among)
            .order_by(contacts.c.number)
            .limit(size)
        )

    def outdated(self, ground: str, *, size: int = 50) -> tuple[UUID, ...]:
        """See `ContactRegister.outdated`."""
        query = (
            select(contacts.c.contact)
            .where(or_(contacts.c.ground < ground, contacts.c.ground > ground))  # so that an index tells
            .order_by(contacts.c.closed_on.is_not(None), contacts.c.number)
            .limit(size)
        )
        with reading(self._engine) as connection:
            return tuple(connection.execute(query).scalars())

    def index(self, entry: Entry, *, expecting: int) -> bool:
        """See `ContactRegister.index`."""
        with writing(self._engine) as connection:
            query = select(contacts.c.version).where(contacts.c.contact == entry.card.contact)
            if connection.execute(query).scalar() != expecting:
                return False
            index_entry(connection, entry)
            return True

    def _add(self, contact: UUID, event: Event, **told: Any) -> Recorded:
        with writing(self._engine) as connection:
            return add(connection, contact, event, **told)

    def _cards(self, query: Any) -> tuple[Card, ...]:
        with reading(self._engine) as connection:
            return tuple(map(card_of, connection.execute(query).all()))
