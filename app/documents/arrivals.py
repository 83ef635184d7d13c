"""When a message reached us, as the servers that passed it on wrote it down (RFC 5321, Received)."""

import re
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from email.utils import parsedate_to_datetime

from attrs import frozen

from joic_policy.units import JERSEY_ZONE

__all__ = ["Arrival", "arrivals", "instant_of"]

_NOON = 12
_HALF = re.compile(r"\b(\d{1,2})((?::\d\d){1,2})\s*([ap])\.?m\b\.?", re.IGNORECASE)
_COMMENT = re.compile(r"\([^()]*\)")
_BY = re.compile(r"(?:^|\s)by\s+([^\s;]+)", re.IGNORECASE)


@frozen(kw_only=True)
class Arrival:
    """That a message was at one of our own servers at an instant."""

    host: str
    at: datetime


def arrivals(received: Iterable[str], hosts: Iterable[str]) -> tuple[Arrival, ...]:
    """What our own servers wrote, the last first, as the headers stand; `hosts` are ours, or our domains.

    Only the first of them is certain: whatever stands below it may have come with the message.
    """
    ours = tuple(host.casefold().strip(". ") for host in hosts if host.strip(". "))
    return tuple(_ours(received, ours))


def instant_of(text: str) -> datetime | None:
    """The instant that a header tells, by Jersey's clocks where it has no zone; None where it is none."""
    try:
        told = parsedate_to_datetime(_HALF.sub(_of_24, text.strip()))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if told.tzinfo is None:
        told = told.replace(tzinfo=UTC if text.rstrip().endswith("-0000") else JERSEY_ZONE)
    return told.astimezone(UTC) if MINYEAR + 1 < told.year < MAXYEAR - 1 else None


def _of_24(clock: re.Match[str]) -> str:
    """An hour of the morning or the afternoon, as Outlook shows it; the parser passes over which."""
    hour = int(clock[1])
    if not 1 <= hour <= _NOON:
        raise ValueError(clock[0])
    return f"{hour % _NOON + (_NOON if clock[3] in 'pP' else 0):02}{clock[2]}"


def _ours(received: Iterable[str], ours: tuple[str, ...]) -> Iterator[Arrival]:
    for header in received:
        told, _, on = header.rpartition(";")
        found = _BY.search(_without_comments(told))
        host = found[1].casefold().rstrip(".") if found else ""
        at = instant_of(_without_comments(on))
        if at and any(host == own or host.endswith(f".{own}") for own in ours):
            yield Arrival(host=host, at=at)


def _without_comments(text: str) -> str:
    while (shorter := _COMMENT.sub(" ", text)) != text:
        text = shorter
    return text
