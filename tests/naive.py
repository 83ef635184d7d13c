"""Slow and plain ways to the same answers, with nothing in common with the library's own."""

from collections.abc import Container
from datetime import date, timedelta

DAY = timedelta(days=1)


def counts(day: date, holidays: Container[date]) -> bool:
    """Whether a day is a working day."""
    return day.isoweekday() <= 5 and day not in holidays


def nth_working_day(day: date, n: int, holidays: Container[date]) -> date:
    """Go on day by day until n working days have gone by."""
    while n:
        day += DAY
        n -= counts(day, holidays)
    return day


def working_days_between(a: date, b: date, holidays: Container[date]) -> int:
    """Look at each day after `a` up to `b`; the other way round, with a minus."""
    if b < a:
        return -working_days_between(b, a, holidays)
    return sum(counts(a + after * DAY, holidays) for after in range(1, (b - a).days + 1))
