"""The facts of a calendar: its holidays by name, the days it speaks of, and how far they are known."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from attrs import Attribute, Factory, evolve, field, frozen

from joic_policy._fields import is_day, to_day
from joic_policy.errors import InvalidError, OutsideCalendarError

__all__ = ["DaysOff"]


def _in_order(holidays: object) -> Mapping[date, str]:
    if not isinstance(holidays, Mapping):
        raise InvalidError("holidays", holidays, "days and their names: {date: name}")
    for day, name in holidays.items():
        to_day("holidays", day)
        if not isinstance(name, str) or not name.strip():
            raise InvalidError("holidays", name, f"a name for {day}")
    return MappingProxyType(dict(sorted(holidays.items())))


@frozen(kw_only=True)
class DaysOff:
    """Holidays between two days, both included; to `known_through` none can still be proclaimed.

    A holiday may fall on a weekend: it has a name then, and takes away no working day.

    Raises:
        InvalidError: A day or a name is none, or the days are out of order.
        OutsideCalendarError: A holiday lies outside the span.
    """

    first: date = field(validator=is_day)
    last: date = field(validator=is_day)
    known_through: date = field(default=Factory(lambda self: self.last, takes_self=True), validator=is_day)
    holidays: Mapping[date, str] = field(converter=_in_order, hash=False)

    @last.validator
    def _after_first(self, _: "Attribute[date]", last: date) -> None:
        if last < self.first:
            raise InvalidError("last", last, f"a day not before the first, {self.first}")

    @known_through.validator
    def _within(self, _: "Attribute[date]", known_through: date) -> None:
        if known_through > self.last:
            raise InvalidError("known_through", known_through, f"a day not after the last, {self.last}")

    @holidays.validator
    def _inside(self, _: "Attribute[Mapping[date, str]]", holidays: Mapping[date, str]) -> None:
        for day in [*holidays][:: max(len(holidays) - 1, 1)]:  # in order, so the ends speak for all
            self.inside(day)

    def inside(self, day: object, name: str = "day") -> date:
        """The day itself, when the calendar speaks of it; `name` is the argument that a refusal names."""
        day = to_day(name, day)
        if not self.first <= day <= self.last:
            raise self.outside(day)
        return day

    def outside(self, day: date | str, period: str = "") -> OutsideCalendarError:
        """The error for a day outside, or for where a period after it ends, for the caller to raise."""
        return OutsideCalendarError(day, self.first, self.last, period)

    def with_holidays(self, holidays: Mapping[date, str]) -> "DaysOff":
        """These and more, none of which is a holiday already."""
        for day, name in _in_order(holidays).items():
            if day in self.holidays:
                raise InvalidError("holidays", {day: name}, f"a new holiday; {day} is {self.holidays[day]}")
        return evolve(self, holidays={**self.holidays, **holidays})

    def without_holidays(self, days: Iterable[date]) -> "DaysOff":
        """These but for some, each of which is a holiday now."""
        if not isinstance(days, Iterable):
            raise InvalidError("days", days, "a set of days")
        left = dict(self.holidays)
        for day in days:
            if left.pop(self.inside(day, "days"), None) is None:
                raise InvalidError("days", day, "a day that is a holiday")
        return evolve(self, holidays=left)
