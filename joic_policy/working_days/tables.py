"""Counting in constant time: two lists, made once for a calendar."""

from datetime import date
from itertools import accumulate, compress

from attrs import frozen

from joic_policy.working_days.days_off import DaysOff

__all__ = ["NOT_MADE", "Tables"]

_WEEK = b"\1\1\1\1\1\0\0"  # Monday to Sunday, as `date.weekday` counts them; ordinal 1 was a Monday


@frozen(eq=False)
class Tables:
    """The n-th working day after a day is `working[counted[day's ordinal - base] + n - 1]`, for any n.

    `counted` says how many working days there are up to each calendar day, itself included; `working` is all
    of them in order. A negative index would wrap round to another year, so whoever looks up checks for it.
    """

    base: int
    counted: list[int]
    working: list[date]

    @classmethod
    def of(cls, days_off: DaysOff) -> "Tables":
        """The tables of one calendar; a calendar of 82 years takes some 5 ms."""
        base, end = days_off.first.toordinal(), days_off.last.toordinal() + 1
        weeks = (end - base) // 7 + 2
        works = bytearray((_WEEK * weeks)[(base - 1) % 7 :][: end - base])
        for day in days_off.holidays:
            works[day.toordinal() - base] = 0
        working = list(map(date.fromordinal, compress(range(base, end), works)))
        return cls(base, list(accumulate(works)), working)


NOT_MADE = Tables(date.max.toordinal() + 1, [], [])
"""What a calendar holds before it is first asked: every day lies before it, so every look-up is refused."""
