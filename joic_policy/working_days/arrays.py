"""Working days for a whole numpy array at once, through the array's own namespace.

Numpy is never imported here: whoever has such an array has it.
"""

from datetime import date
from functools import lru_cache
from typing import Any

from joic_policy.errors import InvalidError, PolicyError
from joic_policy.working_days.days_off import DaysOff
from joic_policy.working_days.tables import Tables

__all__ = ["array_added"]

_TYPE = "datetime64[D]"
_EPOCH = date(1970, 1, 1).toordinal()  # numpy's day 0
_BLOCK = 65_536  # days at a time: what lies between array and result stays in the processor's cache


def array_added(days_off: DaysOff, tables: Tables, days: Any, n: int) -> Any:
    """The n-th working day after each day of an array of any shape.

    Raises:
        InvalidError: It is no plain array of datetime64[D], or a day is missing.
        OutsideCalendarError: A day, or the one it leads to, is outside the calendar.
    """
    xp = days.__array_namespace__()
    if str(days.dtype) != _TYPE or type(days) is not xp.ndarray:
        raise InvalidError("days", f"{type(days).__name__} of {days.dtype}", f"a numpy array of {_TYPE}")
    result = xp.empty(days.shape, days.dtype)
    given, into = days.reshape(-1), result.reshape(-1)
    since_epoch = given.view("int64")
    base, landings = tables.base - _EPOCH, _landings(xp, tables, min(n, len(tables.working) + 1))
    for extreme in (since_epoch.argmin(), since_epoch.argmax()) if given.size else ():
        position = int(since_epoch[extreme]) - base
        if not 0 <= position < landings.size:
            leads_out = 0 <= position < len(tables.counted)
            raise _refusal(days_off, str(given[extreme]), n if leads_out else None)
    for start in range(0, given.size, _BLOCK):
        block = slice(start, start + _BLOCK)
        landings.take(since_epoch[block] - base, out=into[block], mode="clip")  # nothing left to clip
    return result


@lru_cache(maxsize=8)
def _landings(xp: Any, tables: Tables, n: int) -> Any:
    """Where the count ends for each day, up to the last one whose count ends inside the calendar."""
    counted = xp.asarray(tables.counted)
    working = xp.flatnonzero(xp.diff(counted, prepend=0)) + (tables.base - _EPOCH)
    inside = xp.searchsorted(counted, working.size - n, side="right")
    return working.astype("int64").view(_TYPE).take(counted[:inside] + (n - 1))


def _refusal(days_off: DaysOff, day: str, n: int | None) -> PolicyError:
    """In words, for a day in ISO 8601, or numpy's for none; `n` where only the result is outside."""
    if day == "NaT":
        return InvalidError("days", day, "days, none missing")
    return days_off.outside(day, "" if n is None else f"{n} working days")
