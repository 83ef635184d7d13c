"""What is asked of the index, as SQL: the queue, its counts, and the full-text search of either database."""

from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Integer,
    Select,
    TextClause,
    and_,
    bindparam,
    case,
    column,
    false,
    func,
    or_,
    select,
    text,
    tuple_,
)

from app.store.rows import CARD, LINE, microseconds
from app.store.schema import contact, matter, owed
from joic_policy import Status
from joic_policy.register import Wanted
from joic_policy.register.entries import Key
from joic_policy.units import day_in_jersey, end_of_day

__all__ = [
    "counts_query",
    "found_query",
    "put_words",
    "queue_query",
    "take_words",
    "words_as_kept",
    "words_asked",
]

_KEPT = 128  # queries that need not be built again: few filters are asked for, and often


def queue_query(
    wanted: Wanted, at: datetime, after: Key | None, size: int
) -> tuple[Select[Any], dict[str, Any]]:
    """A page of the queue, and its parameters."""
    asked = {**_instants(at), "size": size}
    if after is None:
        return _queue(wanted, first=True), asked
    due_at, arose_at, number, place = after
    key = {"due": microseconds(due_at), "arose": microseconds(arose_at), "number": number, "place": place}
    return _queue(wanted, first=False), asked | key


def counts_query(wanted: Wanted, at: datetime) -> tuple[Select[Any], dict[str, Any]]:
    """How many lines stand how, and the parameters."""
    return _counts(wanted), _instants(at)


_ORDER = (owed.c.due_at, owed.c.arose_at, owed.c.number, owed.c.place)
_NOW, _END = bindparam("now", type_=BigInteger), bindparam("end", type_=BigInteger)
_WAIVED = owed.c.waived_until >= _NOW

# As `Owed.status`: the first that holds.
_STATUSES: dict[str, ColumnElement[bool]] = {
    Status.WAIVED.value: _WAIVED,
    Status.OVERDUE.value: and_(~_WAIVED, owed.c.due_at < _NOW),
    Status.DUE_TODAY.value: and_(~_WAIVED, owed.c.due_at >= _NOW, owed.c.due_at <= _END),
    Status.WAITING.value: and_(~_WAIVED, owed.c.due_at > _END),
}
_STATUS = case(*((condition, name) for name, condition in _STATUSES.items()))


def _instants(at: datetime) -> dict[str, Any]:
    return {"now": microseconds(at), "end": microseconds(end_of_day(day_in_jersey(at)))}


@lru_cache(maxsize=_KEPT)
def _queue(wanted: Wanted, *, first: bool) -> Select[Any]:
    query = (
        select(*LINE)
        .join_from(owed, contact, contact.c.number == owed.c.number)
        .where(*_wanted(wanted))
        .order_by(*_ORDER)
        .limit(bindparam("size", type_=Integer))
    )
    if first:
        return query
    names = (("due", BigInteger), ("arose", BigInteger), ("number", Integer), ("place", Integer))
    return query.where(tuple_(*_ORDER) > tuple_(*(bindparam(name, type_=kind) for name, kind in names)))


@lru_cache(maxsize=_KEPT)
def _counts(wanted: Wanted) -> Select[Any]:
    query = select(_STATUS, func.count()).select_from(owed).where(*_wanted(wanted))
    if wanted.channels is not None or wanted.owners is not None:
        query = query.join(contact, contact.c.number == owed.c.number)
    return query.group_by(_STATUS)


def _wanted(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    for asked, values in (
        (owed.c.duty, wanted.duties),
        (contact.c.channel, wanted.channels),
        (contact.c.owner, wanted.owners),
    ):
        if values is not None:
            conditions.append(asked.in_(sorted(map(str, values))))
    for asked, values in ((matter.c.kind, wanted.kinds), (matter.c.route, wanted.routes)):
        if values is not None:
            conditions.append(owed.c.number.in_(select(matter.c.number).where(asked.in_(sorted(values)))))
    if wanted.statuses is not None:
        admitted = (_STATUSES[each] for each in sorted(wanted.statuses) if each in _STATUSES)
        conditions.append(or_(*admitted, false()))
    if wanted.due_by is not None:
        conditions.append(owed.c.due_at <= microseconds(wanted.due_by))
    return conditions


@cache
def found_query(dialect: str) -> Select[Any]:
    """The contacts that hold every word `asked`, numbered less than `before`, the newest first."""
    if dialect == "postgresql":
        matching = "number FROM word WHERE words @@ CAST(:asked AS tsquery) AND number"
    else:
        matching = "rowid AS number FROM word WHERE word MATCH :asked AND rowid"
    numbers = text(f"SELECT {matching} < :before ORDER BY 1 DESC LIMIT :size")
    found = numbers.columns(column("number", Integer)).subquery()
    return select(*CARD).join(found, found.c.number == contact.c.number).order_by(contact.c.number.desc())


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
