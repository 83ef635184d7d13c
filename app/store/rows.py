"""Between the library's values and the rows of the index.

A page is read often: what is read comes as the driver has it, and is made into values here, at one go.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Text, type_coerce

from app.store.schema import as_typed, contact, owed
from joic_policy import Channel, Direction, Duty
from joic_policy.register import Card, Entry, Line, Owed
from joic_policy.register.entries import NEVER

__all__ = [
    "CARD",
    "LINE",
    "card_of",
    "contact_row",
    "instant",
    "line_of",
    "matter_rows",
    "microseconds",
    "owed_rows",
]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

CARD = (
    type_coerce(contact.c.contact, Text),
    contact.c.number,
    contact.c.version,
    contact.c.channel,
    contact.c.direction,
    contact.c.received_on,
    contact.c.closed_on,
    type_coerce(contact.c.owner, Text),
    type_coerce(contact.c.file, Text),
    type_coerce(contact.c.name, Text),
    type_coerce(contact.c.organisation, Text),
    type_coerce(contact.c.subject, Text),
)
LINE = (
    *CARD,
    owed.c.duty,
    owed.c.place,
    owed.c.arose_at,
    owed.c.due_on,
    owed.c.due_at,
    owed.c.waived_until,
)
_CARD_WIDTH = len(CARD)
_day = date.fromisoformat
_CHANNELS = {each.value: each for each in Channel}
_DIRECTIONS = {each.value: each for each in Direction}
_DUTIES = {each.value: each for each in Duty}


def microseconds(at: datetime) -> int:
    """An instant as the database holds it: exact, and in order."""
    return (at - _EPOCH) // _MICROSECOND


@lru_cache(maxsize=4096)  # most are the ends of some days
def instant(held: int) -> datetime:
    """The instant that the database holds."""
    return _EPOCH + timedelta(microseconds=held)


_NEVER = microseconds(NEVER)


def card_of(row: Sequence[Any]) -> Card:
    """The card of a row of `CARD`."""
    identity, number, version, channel, direction, received_on, closed_on, *texts = row
    if "\\" in "".join(texts):
        texts = [as_typed(held) for held in texts]
    owner, file, name, organisation, subject = texts
    return Card(
        contact=UUID(int=int(identity, 16)) if isinstance(identity, str) else identity,
        number=number,
        version=version,
        channel=_CHANNELS[channel],
        direction=_DIRECTIONS[direction],
        received_on=_day(received_on),
        closed_on=_day(closed_on) if closed_on else None,
        owner=owner,
        file=file,
        name=name,
        organisation=organisation,
        subject=subject,
    )


def line_of(row: Sequence[Any]) -> Line:
    """The line of a row of `LINE`."""
    duty, place, arose_at, due_on, due_at, waived_until = row[_CARD_WIDTH:]
    owed_then = Owed(
        duty=_DUTIES[duty],
        place=place,
        arose_at=instant(arose_at),
        due_on=_day(due_on) if due_on else None,
        due_at=None if due_at == _NEVER else instant(due_at),
        waived_until=instant(waived_until) if waived_until else None,
    )
    return Line(card=card_of(row[:_CARD_WIDTH]), owed=owed_then)


def contact_row(entry: Entry, number: int) -> dict[str, Any]:
    """The row of `contact` for an entry."""
    card = entry.card
    return {
        "number": number,
        "contact": card.contact,
        "version": card.version,
        "channel": card.channel.value,
        "direction": card.direction.value,
        "received_on": card.received_on.isoformat(),
        "closed_on": card.closed_on.isoformat() if card.closed_on else None,
        "owner": card.owner,
        "file": card.file,
        "name": card.name,
        "organisation": card.organisation,
        "subject": card.subject,
        "ground": entry.ground,
    }


def matter_rows(entry: Entry, number: int) -> list[dict[str, Any]]:
    """The rows of `matter` for an entry."""
    return [
        {"number": number, "place": place, "kind": kind.value, "route": route}
        for place, (kind, route) in enumerate(sorted(entry.matters))
    ]


def owed_rows(entry: Entry, number: int) -> list[dict[str, Any]]:
    """The rows of `owed` for an entry."""
    return list(_owed_rows(entry, number))


def _owed_rows(entry: Entry, number: int) -> Iterator[dict[str, Any]]:
    for each in entry.owed:
        yield {
            "number": number,
            "place": each.place,
            "duty": each.duty.value,
            "due_on": each.due_on.isoformat() if each.due_on else None,
            "due_at": microseconds(each.due_at) if each.due_at else _NEVER,
            "arose_at": microseconds(each.arose_at),
            "waived_until": microseconds(each.waived_until) if each.waived_until else 0,
        }
