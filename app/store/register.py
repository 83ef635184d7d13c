"""The register in a database: `ContactRegister` on SQLite and on PostgreSQL."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from app.store import chain, finding
from app.store.opening import reading, sweep, writing
from app.store.rows import CARD, card_of, contact_row, line_of, matter_rows, owed_rows
from app.store.schema import contact as contacts
from app.store.schema import link, matter, owed, payload
from joic_policy import Event, MatterKind, Status
from joic_policy.contacts import erased
from joic_policy.contacts.records import event_from, record_of
from joic_policy.errors import HistoryError, StaleVersionError
from joic_policy.register import OFFICE_EVENTS, Card, Entry, Line, Recorded, Wanted
from joic_policy.register.entries import Key
from joic_policy.register.port import same_event

__all__ = ["StoredRegister"]

_RECORDED = (
    link.c.sequence,
    link.c.contact,
    link.c.version,
    link.c.actor,
    payload.c.body,
    payload.c.erased_by,
)
_HISTORY = select(*_RECORDED).join_from(link, payload, payload.c.sequence == link.c.sequence)
_HEAD = select(link.c.sequence, link.c.hash).order_by(link.c.sequence.desc()).limit(1)
_BEYOND = 2**31 - 1  # above every number of a contact


class StoredRegister:
    """See `ContactRegister`; safe to share between threads and, by its database, between processes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._dialect = engine.dialect.name

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def append(
        self, contact: UUID, event: Event, *, actor: str, expecting: int, entry: Entry | None
    ) -> Recorded:
        """See `ContactRegister.append`."""
        with writing(self._engine) as connection:
            held = self._held(connection, contact, event)
            if held:
                return held
            self._check_version(connection, contact, expecting)
            return self._append(connection, contact, event, actor, expecting, entry, chain.FIRST)

    def erase(
        self, contact: UUID, event: Event, *, actor: str, expecting: int, entry: Entry | None
    ) -> Recorded:
        """See `ContactRegister.erase`."""
        with writing(self._engine) as connection:
            recorded = self._held(connection, contact, event)
            if recorded is None:
                self._check_version(connection, contact, expecting)
                recorded = self._erase(connection, contact, event, actor, entry)
        sweep(self._engine)
        return recorded

    def history(self, contact: UUID) -> tuple[Recorded, ...]:
        """See `ContactRegister.history`."""
        with reading(self._engine) as connection:
            return self._history(connection, contact)

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
        with reading(self._engine) as connection:
            return tuple(map(line_of, connection.execute(finding.queue_query(wanted, at, after, size)).all()))

    def counts(self, wanted: Wanted, *, at: datetime) -> Mapping[Status, int]:
        """See `ContactRegister.counts`."""
        with reading(self._engine) as connection:
            rows = connection.execute(finding.counts_query(wanted, at)).all()
        return {Status(status): count for status, count in sorted(rows)}

    def found(self, words: tuple[str, ...], *, before: int | None = None, size: int = 50) -> tuple[Card, ...]:
        """See `ContactRegister.found`."""
        asked = {
            "asked": finding.words_asked(words, self._dialect),
            "before": _BEYOND if before is None else before,
            "size": size,
        }
        with reading(self._engine) as connection:
            numbers = connection.execute(finding.word_query(self._dialect), asked).scalars().all()
            query = select(*CARD).where(contacts.c.number.in_(numbers)).order_by(contacts.c.number.desc())
            return tuple(map(card_of, connection.execute(query).all()))

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
            .where(contacts.c.ground != ground)
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
            self._index(connection, entry)
            return True

    def _history(self, connection: Connection, contact: UUID) -> tuple[Recorded, ...]:
        query = _HISTORY.where(link.c.contact == contact).order_by(link.c.version)
        return tuple(map(_recorded, connection.execute(query)))

    def _held(self, connection: Connection, contact: UUID, event: Event) -> Recorded | None:
        """The same event, if it is here already."""
        row = connection.execute(_HISTORY.where(link.c.event_id == event.id)).first()
        if row is None:
            return None
        held = _recorded(row)
        if held.contact != contact or not same_event(held, event):
            raise HistoryError(event, f"another event has its id {event.id}")
        return held

    def _check_version(self, connection: Connection, contact: UUID, expecting: int) -> None:
        query = select(func.max(link.c.version)).where(link.c.contact == contact)
        version = connection.execute(query).scalar() or 0
        if version != expecting:
            raise StaleVersionError(expecting, version, self._history(connection, contact)[expecting:])

    def _append(  # noqa: PLR0913, PLR0917 (a row has that many parts)
        self,
        connection: Connection,
        contact: UUID,
        event: Event,
        actor: str,
        expecting: int,
        entry: Entry | None,
        erasure: str,
    ) -> Recorded:
        head = connection.execute(_HEAD).first()
        salt, body = chain.new_salt(), _written(event)
        row: dict[str, Any] = {
            "sequence": head.sequence + 1 if head else 1,
            "contact": contact,
            "version": expecting + 1,
            "event_id": event.id,
            "actor": actor,
            "commitment": chain.commitment(salt, body),
            "erasure": erasure,
        }
        row["hash"] = chain.link_hash(head.hash if head else chain.FIRST, row)
        connection.execute(insert(link), row)
        connection.execute(insert(payload), {"sequence": row["sequence"], "salt": salt, "body": body})
        if entry:
            self._index(connection, entry)
        return Recorded(
            sequence=row["sequence"], contact=contact, version=expecting + 1, actor=actor, event=event
        )

    def _erase(
        self, connection: Connection, contact: UUID, event: Event, actor: str, entry: Entry | None
    ) -> Recorded:
        history = self._history(connection, contact)
        left = [(each.sequence, chain.new_salt(), _written(erased(each.event))) for each in history]
        digest = chain.erasure_digest(left)
        recorded = self._append(connection, contact, event, actor, len(history), entry, digest)
        for sequence, salt, body in left:
            emptied = update(payload).where(payload.c.sequence == sequence)
            connection.execute(emptied.values(salt=salt, body=body, erased_by=recorded.sequence))
        return recorded

    def _index(self, connection: Connection, entry: Entry) -> None:
        query = select(contacts.c.number).where(contacts.c.contact == entry.card.contact)
        number = connection.execute(query).scalar()
        if number is None:
            number = (connection.execute(select(func.max(contacts.c.number))).scalar() or 0) + 1
            connection.execute(insert(contacts), contact_row(entry, number))
        else:
            changed = update(contacts).where(contacts.c.number == number)
            connection.execute(changed.values(**contact_row(entry, number)))
            connection.execute(delete(owed).where(owed.c.number == number))
            connection.execute(delete(matter).where(matter.c.number == number))
            connection.execute(finding.take_words(self._dialect), {"number": number})
        for table, rows in ((matter, matter_rows(entry, number)), (owed, owed_rows(entry, number))):
            if rows:
                connection.execute(insert(table), rows)
        words = finding.words_as_kept(entry.words, self._dialect)
        connection.execute(finding.put_words(self._dialect), {"number": number, "words": words})

    def _cards(self, query: Any) -> tuple[Card, ...]:
        with reading(self._engine) as connection:
            return tuple(map(card_of, connection.execute(query).all()))


def _recorded(row: Sequence[Any]) -> Recorded:
    sequence, contact, version, actor, body, erased_by = row
    return Recorded(
        sequence=sequence,
        contact=contact,
        version=version,
        actor=actor,
        event=event_from(json.loads(body), also=OFFICE_EVENTS),
        erased=erased_by is not None,
    )


def _written(event: Event) -> str:
    """ASCII, so that every database takes it and every byte of it is committed to."""
    return json.dumps(record_of(event), separators=(",", ":"))
