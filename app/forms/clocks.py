"""Days and times of day as they are typed."""

import re
from datetime import date, datetime, time

from joic_policy import InvalidError
from joic_policy.units import instant_in_jersey

__all__ = ["DAYS", "clock", "instant"]

#: The first and the last day that a field can hold, wider than any calendar: a wrong year is kept, and told.
DAYS = (date(1900, 1, 1), date(2199, 12, 31))

_TYPED = re.compile(r"(\d{1,2})[:.h]?(\d{2})(?::(\d{2}))?")


def clock(text: str, *, field: str = "time") -> time | None:
    """A time of day such as 14:30, 9.05, 1430 or 14:30:05; None where nothing was typed.

    Raises:
        InvalidError: It is no time of day.
    """
    typed = text.strip()
    if not typed:
        return None
    found = _TYPED.fullmatch(typed) if typed.isascii() else None
    try:
        return time(int(found[1]), int(found[2]), int(found[3] or 0)) if found else _no_time(field, text)
    except ValueError:
        return _no_time(field, text)


def instant(on: date, text: str, *, field: str = "time") -> datetime | None:
    """The instant at which Jersey's clocks show a typed time; None where nothing was typed.

    Raises:
        InvalidError: It is no time of day.
    """
    at = clock(text, field=field)
    return instant_in_jersey(on, at) if at else None


def _no_time(field: str, text: str) -> time:
    raise InvalidError(field, text, "a time of day like 14:30")
