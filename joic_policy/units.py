"""Lengths of time as types, and the zone in which the Office keeps its days."""

from datetime import UTC, date, datetime, time
from typing import ClassVar
from zoneinfo import ZoneInfo

from attrs import field, frozen

from joic_policy._fields import is_number, to_instant

__all__ = [
    "JERSEY_ZONE",
    "Days",
    "Duration",
    "Hours",
    "Seconds",
    "Weeks",
    "WorkingDays",
    "day_in_jersey",
    "day_words",
    "end_of_day",
    "instant_in_jersey",
    "instant_words",
    "start_of_day",
]

JERSEY_ZONE = ZoneInfo("Europe/Jersey")


@frozen(order=False)
class Duration:
    """A whole number, at least 1, of one unit; two units are never equal and never mix."""

    n: int = field(validator=is_number)

    unit: ClassVar[str] = "units"

    def __str__(self) -> str:
        return f"{self.n} {self.unit if self.n > 1 else self.unit.removesuffix('s')}"


class WorkingDays(Duration):
    """Monday to Friday less Jersey's public and bank holidays."""

    __slots__ = ()
    unit = "working days"


class Days(Duration):
    """Calendar days, every one counted."""

    __slots__ = ()
    unit = "days"


class Weeks(Duration):
    """Calendar weeks of seven days."""

    __slots__ = ()
    unit = "weeks"


class Hours(Duration):
    """Elapsed hours, day and night."""

    __slots__ = ()
    unit = "hours"


class Seconds(Duration):
    """Elapsed seconds."""

    __slots__ = ()
    unit = "seconds"


def day_in_jersey(at: datetime) -> date:
    """The day it is in Jersey at an aware instant."""
    return to_instant("at", at).astimezone(JERSEY_ZONE).date()


def instant_in_jersey(on: date, clock: time) -> datetime:
    """The instant, in UTC, at which Jersey's clocks show `clock` on `on` (the first, if twice)."""
    return datetime.combine(on, clock, JERSEY_ZONE).astimezone(UTC)


def start_of_day(on: date) -> datetime:
    """The first instant, in UTC, of a day in Jersey."""
    return instant_in_jersey(on, time.min)


def end_of_day(on: date) -> datetime:
    """The last instant, in UTC, of a day in Jersey (one microsecond before the next day)."""
    return instant_in_jersey(on, time.max)


def day_words(on: date) -> str:
    """A day as it is said and written: Friday 4 December 2026."""
    return f"{on:%A} {on.day} {on:%B %Y}"


def instant_words(at: datetime) -> str:
    """An instant by Jersey's clocks: 14:05 on Friday 4 December 2026, with its seconds where it has some."""
    there = at.astimezone(JERSEY_ZONE)
    clock = f"{there:%H:%M:%S}" if there.second else f"{there:%H:%M}"
    return f"{clock} on {day_words(there.date())}"
