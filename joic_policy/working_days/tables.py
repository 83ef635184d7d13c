"""Counting in constant time: two lists, made once for a calendar."""

from datetime import date
from itertools import accumulate, compress

from joic_policy.working_days.days_off import DaysOff

__all__ = ["NOT_MADE", "Tables"]

_WEEK = b"\1\1\1\1\1\0\0"  # Monday to Sunday, as `date.weekday` counts them; ordinal 1 was a Monday
_AHEAD = 5 * 366


class Tables:
    """The n-th working day after a day is `working[counted[day's ordinal - base] + n - 1]`, for any n.

    `counted` says how many working days there are up to each calendar day, itself included; `working` is all
    of them in order. Both reach to the day before the ordinal `end`. A negative index would wrap round to
    another year, so whoever looks up checks for it.
    """

    __slots__ = ("base", "counted", "end", "working")

    def __init__(self, base: int, end: int, counted: list[int], working: list[date]) -> None:
        self.base = base
        self.end = end
        self.counted = counted
        self.working = working

    @classmethod
    def reaching(cls, day: date, days_off: DaysOff) -> "Tables":
        """From a calendar's first day to some years after `day`, where it has so many.

        A century takes 6 ms: a first answer, or one of what-if, need not wait for years it does not ask for.
        """
        base = days_off.first.toordinal()
        end = min(day.toordinal() + _AHEAD, days_off.last.toordinal()) + 1
        works = bytearray((_WEEK * ((end - base) // 7 + 2))[(base - 1) % 7 :][: end - base])
        for holiday in days_off.holidays:
            if holiday.toordinal() < end:
                works[holiday.toordinal() - base] = 0
        working = list(map(date.fromordinal, compress(range(base, end), works)))
        return cls(base, end, list(accumulate(works)), working)


NOT_MADE = Tables(date.max.toordinal() + 1, 0, [], [])
"""What a calendar holds before it is first asked: every day lies before it, so no look-up in it succeeds."""
