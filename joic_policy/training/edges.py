"""The edges of the calendar: what makes a date hard to count, told from a deadline."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from joic_policy._fields import Choice
from joic_policy.contacts import Received
from joic_policy.deadlines import Deadline
from joic_policy.policy import Statute
from joic_policy.units import JERSEY_ZONE, Hours

__all__ = ["Edge", "edges_of"]

_SATURDAY = 5
_LEAP = (2, 29)


class Edge(Choice):
    """One thing that is easily counted wrongly."""

    RECEIVED_ON_REST_DAY = "received_on_rest_day"
    RECEIVED_AFTER_HOURS = "received_after_hours"
    OVER_EASTER = "over_easter"
    OVER_LIBERATION_DAY = "over_liberation_day"
    LIBERATION_DAY_AT_WEEKEND = "liberation_day_at_weekend"
    OVER_CHRISTMAS = "over_christmas"
    OVER_SUBSTITUTE_DAY = "over_substitute_day"
    OVER_PROCLAIMED_DAY = "over_proclaimed_day"
    OVER_BANK_HOLIDAY_MONDAY = "over_bank_holiday_monday"
    OVER_LEAP_DAY = "over_leap_day"
    OVER_YEAR_END = "over_year_end"
    BY_RULE = "by_rule"
    NOT_MOVED_TO_WORKING_DAY = "not_moved_to_working_day"
    CLOCKS_CHANGE = "clocks_change"
    HOURS_OVER_WEEKEND = "hours_over_weekend"
    NO_DATE = "no_date"
    TARGET_REVISED = "target_revised"


def edges_of(deadline: Deadline) -> tuple[Edge, ...]:
    """The edges that a deadline has, in their own order."""
    return tuple(edge for edge, has in _HAS.items() if has(deadline))


def _holidays(deadline: Deadline) -> tuple[str, ...]:
    """The names of the holidays in the count that would else have counted."""
    return tuple(
        day.why_not for day in deadline.explanation.days if day.why_not and day.on.weekday() < _SATURDAY
    )


def _over(name: str) -> Callable[[Deadline], bool]:
    return lambda deadline: any(name in holiday for holiday in _holidays(deadline))


def _between(deadline: Deadline) -> tuple[date, ...]:
    """Every day after the start, the last one included."""
    if deadline.start_on is None or deadline.due_on is None:
        return ()
    days = (deadline.due_on - deadline.start_on).days
    return tuple(deadline.start_on + timedelta(days=number) for number in range(1, days + 1))


def _after_hours(deadline: Deadline) -> bool:
    opening = deadline.ground.contact.opening
    received_at = opening.received_at if isinstance(opening, Received) else None
    closes = deadline.ground.policy.office.closes
    return received_at is not None and received_at.astimezone(JERSEY_ZONE).time() > closes


def _rests(deadline: Deadline, day: date) -> bool:
    calendar = deadline.ground.calendar
    return calendar.first <= day <= calendar.last and not calendar.is_working_day(day)


def _in_hours(deadline: Deadline) -> bool:
    return isinstance(deadline.rule, Statute) and isinstance(deadline.rule.duration, Hours)


def _clocks_change(deadline: Deadline) -> bool:
    begins, ends = (
        at.astimezone(JERSEY_ZONE).utcoffset()
        for at in (deadline.arose_at, deadline.due_at or deadline.arose_at)
    )
    return _in_hours(deadline) and begins != ends


_HAS: Mapping[Edge, Callable[[Deadline], bool]] = {
    Edge.RECEIVED_ON_REST_DAY: lambda deadline: _rests(deadline, deadline.ground.contact.received_on),
    Edge.RECEIVED_AFTER_HOURS: _after_hours,
    Edge.OVER_EASTER: _over("Easter Monday"),
    Edge.OVER_LIBERATION_DAY: _over("Liberation Day"),
    Edge.LIBERATION_DAY_AT_WEEKEND: lambda deadline: any(
        deadline.ground.calendar.holidays.get(day) == "Liberation Day" and day.weekday() >= _SATURDAY
        for day in _between(deadline)
    ),
    Edge.OVER_CHRISTMAS: _over("Christmas Day"),
    Edge.OVER_SUBSTITUTE_DAY: _over("substitute day"),
    Edge.OVER_PROCLAIMED_DAY: _over("Visit of"),
    Edge.OVER_BANK_HOLIDAY_MONDAY: _over("Bank Holiday"),
    Edge.OVER_LEAP_DAY: lambda deadline: any((day.month, day.day) == _LEAP for day in _between(deadline)),
    Edge.OVER_YEAR_END: lambda deadline: len({day.year for day in _between(deadline)}) > 1,
    Edge.BY_RULE: lambda deadline: bool(
        deadline.due_on and deadline.due_on > deadline.ground.calendar.known_through
    ),
    Edge.NOT_MOVED_TO_WORKING_DAY: lambda deadline: bool(
        isinstance(deadline.rule, Statute) and deadline.due_on and _rests(deadline, deadline.due_on)
    ),
    Edge.CLOCKS_CHANGE: _clocks_change,
    Edge.HOURS_OVER_WEEKEND: lambda deadline: (
        _in_hours(deadline) and any(day.weekday() >= _SATURDAY for day in _between(deadline))
    ),
    Edge.NO_DATE: lambda deadline: deadline.due_on is None,
    Edge.TARGET_REVISED: lambda deadline: len(deadline.targets) > 1,
}
