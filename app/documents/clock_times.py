"""Times as other programs write them: instants, by Jersey's clocks where they name no zone."""

import re
from datetime import UTC, date, datetime, time

from joic_policy import JERSEY_ZONE

__all__ = ["day_told", "instants_told"]

_DAY = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)|(\d\d?)[/.](\d\d?)[/.](\d{4})")
_CLOCK = re.compile(r"(?<!\d)(\d\d?):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*([ap]m\b)?", re.IGNORECASE)
_NOON = 12


def day_told(text: str) -> date | None:
    """The day in a text, written like 2026-11-24 or 24/11/2026; None if there is none."""
    found = _DAY.search(text)
    if found is None:
        return None
    year, month, day = (
        int(part) for part in (found[1] or found[6], found[2] or found[5], found[3] or found[4])
    )
    try:
        return date(year, month, day)
    except ValueError:
        return None


def instants_told(text: str, *, on: date | None = None) -> tuple[datetime, ...]:
    """The instants, in UTC and in order, that a text may mean; none where it tells no time.

    A text without a day means `on`. Two are possible in the hour that comes twice, none in the hour that is
    left out.
    """
    exactly = _exactly(text)
    if exactly:
        return (exactly,)
    day, clock = day_told(text) or on, _clock(_DAY.sub(" ", text))
    if day is None or clock is None:
        return ()
    told = datetime.combine(day, clock)
    both = {told.replace(tzinfo=JERSEY_ZONE, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return tuple(sorted(at for at in both if at.astimezone(JERSEY_ZONE).replace(tzinfo=None) == told))


def _exactly(text: str) -> datetime | None:
    """An instant with its offset."""
    try:
        told = datetime.fromisoformat(text.strip())
        return told.astimezone(UTC) if told.utcoffset() is not None else None
    except (ValueError, OverflowError):
        return None


def _clock(text: str) -> time | None:
    found = _CLOCK.search(text)
    if found is None:
        return None
    hour, half = int(found[1]), (found[4] or "").casefold()
    if half and not 1 <= hour <= _NOON:
        return None
    hour = hour % _NOON + _NOON * (half == "pm") if half else hour
    try:
        return time(hour, int(found[2]), int(found[3] or 0))
    except ValueError:
        return None
