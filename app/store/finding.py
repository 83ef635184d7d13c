"""What is asked of the index of what is owed, as SQL: the queue and its counts."""

from datetime import datetime
from functools import lru_cache

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Integer,
    Text,
    and_,
    bindparam,
    case,
    false,
    func,
    or_,
    select,
    tuple_,
    type_coerce,
)
from sqlalchemy.engine import Dialect

from app.store.prepared import Prepared
from app.store.rows import LINE, microseconds
from app.store.schema import as_kept, contact, matter, owed
from joic_policy import Status
from joic_policy.register import Wanted
from joic_policy.register.entries import Key
from joic_policy.units import day_in_jersey, end_of_day

__all__ = [
    "counts_query",
    "instants",
    "place_in_queue",
    "queue_query",
]

_KEPT = 128  # queries that need not be built again: few filters are asked for, and often


@lru_cache(maxsize=_KEPT)
def queue_query(wanted: Wanted, dialect: Dialect, *, first: bool) -> Prepared:
    """A page of the queue: asked with `instants`, a `size` and, but for the first, a `place_in_queue`."""
    query = (
        select(*LINE)
        .join_from(owed, contact, contact.c.number == owed.c.number)
        .where(*_wanted(wanted))
        .order_by(*_ORDER)
        .limit(bindparam("size", 0, type_=Integer))
    )
    if not first:
        kinds = {"due": BigInteger, "arose": BigInteger, "number": Integer, "place": Integer}
        after = (bindparam(name, 0, type_=kind) for name, kind in kinds.items())
        query = query.where(tuple_(*_ORDER) > tuple_(*after))
    return Prepared(query, dialect)


@lru_cache(maxsize=_KEPT)
def counts_query(wanted: Wanted, dialect: Dialect) -> Prepared:
    """How many lines stand how: asked with `instants`."""
    query = select(_STATUS, func.count()).select_from(owed).where(*_wanted(wanted))
    if wanted.channels is not None or wanted.owners is not None:
        query = query.join(contact, contact.c.number == owed.c.number)
    return Prepared(query.group_by(_STATUS), dialect)


def instants(at: datetime) -> dict[str, int]:
    """What a status goes by."""
    return {"now": microseconds(at), "end": microseconds(end_of_day(day_in_jersey(at)))}


def place_in_queue(after: Key) -> dict[str, int]:
    """Where a page goes on."""
    due_at, arose_at, number, place = after
    return {"due": microseconds(due_at), "arose": microseconds(arose_at), "number": number, "place": place}


_ORDER = (owed.c.due_at, owed.c.arose_at, owed.c.number, owed.c.place)
_NOW, _END = bindparam("now", 0, type_=BigInteger), bindparam("end", 0, type_=BigInteger)
_WAIVED = owed.c.waived_until >= _NOW

# As `Owed.status`: the first that holds.
_STATUSES: dict[str, ColumnElement[bool]] = {
    Status.WAIVED.value: _WAIVED,
    Status.OVERDUE.value: and_(~_WAIVED, owed.c.due_at < _NOW),
    Status.DUE_TODAY.value: and_(~_WAIVED, owed.c.due_at >= _NOW, owed.c.due_at <= _END),
    Status.WAITING.value: and_(~_WAIVED, owed.c.due_at > _END),
}
_STATUS = case(*((condition, name) for name, condition in _STATUSES.items()))


def _wanted(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    for asked, values in (
        (owed.c.duty, wanted.duties),
        (contact.c.channel, wanted.channels),
        (_as_held(contact.c.owner), wanted.owners),
    ):
        if values is not None:
            conditions.append(asked.in_(sorted(map(as_kept, values))))
    for asked, values in ((matter.c.kind, wanted.kinds), (_as_held(matter.c.route), wanted.routes)):
        if values is not None:
            kept = sorted(map(as_kept, values))
            conditions.append(owed.c.number.in_(select(matter.c.number).where(asked.in_(kept))))
    if wanted.statuses is not None:
        admitted = (_STATUSES[each] for each in sorted(wanted.statuses) if each in _STATUSES)
        conditions.append(or_(*admitted, false()))
    if wanted.due_by is not None:
        conditions.append(owed.c.due_at <= microseconds(wanted.due_by))
    return conditions


def _as_held(of: ColumnElement[str]) -> ColumnElement[str]:
    return type_coerce(of, Text)
