"""How an event comes into the register: one link, what it commits to, and the index made anew.

The statements are built once, and what must be known beforehand is asked at once: others wait for a write.
"""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Integer, Uuid, bindparam, delete, func, insert, select, update

from app.store import chain, searching
from app.store.rows import contact_row, matter_rows, owed_rows
from app.store.schema import contact as contacts
from app.store.schema import draft, link, matter, owed, payload
from joic_policy import Event
from joic_policy.contacts import erased
from joic_policy.contacts.records import event_from, record_of
from joic_policy.errors import HistoryError, StaleVersionError
from joic_policy.register import OFFICE_EVENTS, Entry, Recorded
from joic_policy.register.port import same_event

__all__ = ["add", "history_of", "index_entry"]

_RECORDED = select(
    link.c.sequence, link.c.contact, link.c.version, link.c.actor, payload.c.body, payload.c.erased_by
).join_from(link, payload, payload.c.sequence == link.c.sequence)
_HISTORY = _RECORDED.where(link.c.contact == bindparam("contact", type_=Uuid)).order_by(link.c.version)
_HELD = _RECORDED.where(link.c.event_id == bindparam("event_id", type_=Uuid))

_OF_IT = bindparam("contact", type_=Uuid)
_NUMBER_OF_IT = select(contacts.c.number).where(contacts.c.contact == _OF_IT).scalar_subquery()
_LAST_NUMBER = select(func.max(contacts.c.number)).scalar_subquery()
_BEFORE = select(
    select(link.c.sequence)
    .where(link.c.event_id == bindparam("event_id", type_=Uuid))
    .scalar_subquery()
    .label("held"),
    select(func.max(link.c.version)).where(link.c.contact == _OF_IT).scalar_subquery().label("version"),
    select(func.max(link.c.sequence)).scalar_subquery().label("sequence"),
    select(link.c.hash).order_by(link.c.sequence.desc()).limit(1).scalar_subquery().label("hash"),
    _NUMBER_OF_IT.label("number"),
    _LAST_NUMBER.label("last"),
)
_NUMBERS = select(_NUMBER_OF_IT.label("number"), _LAST_NUMBER.label("last"))
_ADD_LINK, _ADD_PAYLOAD, _ADD_CONTACT = insert(link), insert(payload), insert(contacts)
_ADD_ROWS = {matter: insert(matter), owed: insert(owed)}
_NUMBER = bindparam("of_number", type_=Integer)
_TAKE_ROWS = [delete(table).where(table.c.number == _NUMBER) for table in (matter, owed)]
_CHANGE_CONTACT = update(contacts).where(contacts.c.number == _NUMBER)
_DROP_DRAFTS = delete(draft).where(draft.c.contact == _OF_IT)
_EMPTY = update(payload).where(payload.c.sequence == bindparam("of_sequence", type_=Integer))


def history_of(connection: Connection, contact: UUID) -> tuple[Recorded, ...]:
    """Everything recorded of a contact, in sequence."""
    return tuple(map(_recorded, connection.execute(_HISTORY, {"contact": contact}).all()))


def add(  # noqa: PLR0913 (what the port takes, and where it goes)
    connection: Connection,
    contact: UUID,
    event: Event,
    *,
    actor: str,
    expecting: int,
    entry: Entry | None,
    erases: bool,
) -> Recorded:
    """Add an event, unless it is here already; where it `erases`, empty those before it and drop the drafts.

    Raises:
        HistoryError: Another event has its id.
        StaleVersionError: The history is at another version.
    """
    before = connection.execute(_BEFORE, {"contact": contact, "event_id": event.id}).one()
    if before.held is not None:
        return _held(connection, contact, event)
    if (before.version or 0) != expecting:
        since = history_of(connection, contact)[expecting:]
        raise StaleVersionError(expecting, before.version or 0, since)
    history = history_of(connection, contact) if erases else ()
    left = [(each.sequence, chain.new_salt(), _written(erased(each.event))) for each in history]
    salt, body = chain.new_salt(), _written(event)
    row: dict[str, Any] = {
        "sequence": (before.sequence or 0) + 1,
        "contact": contact,
        "version": expecting + 1,
        "event_id": event.id,
        "actor": actor,
        "commitment": chain.commitment(salt, body),
        "erasure": chain.erasure_digest(left) if erases else chain.FIRST,
    }
    row["hash"] = chain.link_hash(before.hash or chain.FIRST, row)
    connection.execute(_ADD_LINK, row)
    connection.execute(_ADD_PAYLOAD, {"sequence": row["sequence"], "salt": salt, "body": body})
    if erases:
        _empty(connection, contact, left, erased_by=row["sequence"])
    if entry:
        _index(connection, entry, before.number, before.last)
    return Recorded(
        sequence=row["sequence"], contact=contact, version=expecting + 1, actor=actor, event=event
    )


def index_entry(connection: Connection, entry: Entry) -> None:
    """Put an entry in the index, in place of the one before it."""
    known = connection.execute(_NUMBERS, {"contact": entry.card.contact}).one()
    _index(connection, entry, known.number, known.last)


def _empty(
    connection: Connection, contact: UUID, left: list[tuple[int, str, str]], *, erased_by: int
) -> None:
    for sequence, salt, body in left:
        values = {"salt": salt, "body": body, "erased_by": erased_by}
        connection.execute(_EMPTY.values(**values), {"of_sequence": sequence})
    connection.execute(_DROP_DRAFTS, {"contact": contact})


def _held(connection: Connection, contact: UUID, event: Event) -> Recorded:
    held = _recorded(connection.execute(_HELD, {"event_id": event.id}).one())
    if held.contact != contact or not same_event(held, event):
        raise HistoryError(event, f"another event has its id {event.id}")
    return held


def _index(connection: Connection, entry: Entry, number: int | None, last: int | None) -> None:
    dialect = connection.dialect.name
    if number is None:
        number = (last or 0) + 1
        connection.execute(_ADD_CONTACT, contact_row(entry, number))
    else:
        changed = _CHANGE_CONTACT.values(**contact_row(entry, number))
        connection.execute(changed, {"of_number": number})
        for take in _TAKE_ROWS:
            connection.execute(take, {"of_number": number})
        connection.execute(searching.take_words(dialect), {"number": number})
    for table, rows in ((matter, matter_rows(entry, number)), (owed, owed_rows(entry, number))):
        if rows:
            connection.execute(_ADD_ROWS[table], rows)
    words = searching.words_as_kept(entry.words, dialect)
    connection.execute(searching.put_words(dialect), {"number": number, "words": words})


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
