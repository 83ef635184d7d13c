"""What is asked of the index, as SQL: the queue, its counts, and the full-text search of either database."""

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    TextClause,
    and_,
    case,
    false,
    func,
    literal,
    or_,
    select,
    text,
    tuple_,
)

from app.store.rows import LINE, microseconds
from app.store.schema import contact, matter, owed
from joic_policy import Status
from joic_policy.register import Wanted
from joic_policy.register.entries import Key
from joic_policy.units import day_in_jersey, end_of_day

__all__ = [
    "counts_query",
    "put_words",
    "queue_query",
    "take_words",
    "word_query",
    "words_as_kept",
    "words_asked",
]


def queue_query(wanted: Wanted, at: datetime, after: Key | None, size: int) -> Select[Any]:
    """A page of the queue."""
    query = (
        select(*LINE)
        .join_from(owed, contact, contact.c.number == owed.c.number)
        .where(*_wanted(wanted, at))
        .order_by(*_ORDER)
        .limit(size)
    )
    if after is None:
        return query
    due_at, arose_at, number, place = after
    key = (microseconds(due_at), microseconds(arose_at), number, place)
    return query.where(tuple_(*_ORDER) > tuple_(*map(literal, key)))


def counts_query(wanted: Wanted, at: datetime) -> Select[Any]:
    """How many lines stand how."""
    status = case(*((condition, name) for name, condition in _statuses(at).items()))
    query = select(status.label("status"), func.count()).select_from(owed).where(*_wanted(wanted, at))
    if wanted.channels is not None or wanted.owners is not None:
        query = query.join(contact, contact.c.number == owed.c.number)
    return query.group_by(status)


_ORDER = (owed.c.due_at, owed.c.arose_at, owed.c.number, owed.c.place)


def _statuses(at: datetime) -> dict[str, ColumnElement[bool]]:
    """As `Owed.status`: the first that holds."""
    now, end = microseconds(at), microseconds(end_of_day(day_in_jersey(at)))
    waived = owed.c.waived_until >= now
    return {
        Status.WAIVED.value: waived,
        Status.OVERDUE.value: and_(~waived, owed.c.due_at < now),
        Status.DUE_TODAY.value: and_(~waived, owed.c.due_at >= now, owed.c.due_at <= end),
        Status.WAITING.value: and_(~waived, owed.c.due_at > end),
    }


def _wanted(wanted: Wanted, at: datetime) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    for column, values in (
        (owed.c.duty, wanted.duties),
        (contact.c.channel, wanted.channels),
        (contact.c.owner, wanted.owners),
    ):
        if values is not None:
            conditions.append(column.in_(sorted(map(str, values))))
    for column, values in ((matter.c.kind, wanted.kinds), (matter.c.route, wanted.routes)):
        if values is not None:
            conditions.append(owed.c.number.in_(select(matter.c.number).where(column.in_(sorted(values)))))
    if wanted.statuses is not None:
        statuses = _statuses(at)
        conditions.append(
            or_(*(statuses[each] for each in sorted(wanted.statuses) if each in statuses), false())
        )
    if wanted.due_by is not None:
        conditions.append(owed.c.due_at <= microseconds(wanted.due_by))
    return conditions


@cache
def word_query(dialect: str) -> TextClause:
    """The numbers of the contacts that hold every word asked for, the newest first."""
    if dialect == "postgresql":
        return text(
            "SELECT number FROM word WHERE words @@ CAST(:asked AS tsquery) AND number < :before "
            "ORDER BY number DESC LIMIT :size"
        )
    return text(
        "SELECT rowid FROM word WHERE word MATCH :asked AND rowid < :before ORDER BY rowid DESC LIMIT :size"
    )


@cache
def put_words(dialect: str) -> TextClause:
    """Give a contact its words."""
    if dialect == "postgresql":
        return text(
            "INSERT INTO word (number, words) VALUES (:number, array_to_tsvector(CAST(:words AS text[])))"
        )
    return text("INSERT INTO word (rowid, words) VALUES (:number, :words)")


@cache
def take_words(dialect: str) -> TextClause:
    """Take the words of a contact away."""
    return text(f"DELETE FROM word WHERE {'number' if dialect == 'postgresql' else 'rowid'} = :number")  # noqa: S608 (a constant)


def words_as_kept(words: tuple[str, ...], dialect: str) -> object:
    """The words of a contact as the full-text index takes them; they are letters and digits only."""
    return list(words) if dialect == "postgresql" else " ".join(words)


def words_asked(words: tuple[str, ...], dialect: str) -> str:
    """Words of which each is to begin some word."""
    if dialect == "postgresql":
        return " & ".join(f"'{word}':*" for word in words)
    return " ".join(f'"{word}"*' for word in words)
