"""Working days: Monday to Friday less the holidays of a calendar, counted in constant time."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar, overload

from attrs import frozen

from joic_policy.errors import InvalidError
from joic_policy.working_days.arrays import array_added
from joic_policy.working_days.days_off import DaysOff
from joic_policy.working_days.tables import NOT_MADE, Tables

__all__ = ["CalendarDay", "WorkingDayCalendar"]

_WEEKEND = {5: "Saturday", 6: "Sunday"}  # by `date.weekday`
_DAY = timedelta(days=1)


if TYPE_CHECKING:

    class _Array(Protocol):
        def __array_namespace__(self) -> Any: ...

    _Days = TypeVar("_Days", bound=_Array)


@frozen(kw_only=True)
class CalendarDay:
    """One day of a count: its number when it counts, the reason when it does not."""

    on: date
    number: int | None
    why_not: str | None


class WorkingDayCalendar:
    """Which days count between two days, and where a count of them ends. A value: it never changes.

    `known_through` is the last day for which every proclaimed holiday is known; later days are by rule.

    Every method refuses what is no day (`InvalidError`; a datetime is none) and what lies outside the
    calendar (`OutsideCalendarError`, which names the day and the span).
    """

    __slots__ = ("_given", "_tables")

    def __init__(
        self, *, holidays: Mapping[date, str], first: date, last: date, known_through: date | None = None
    ) -> None:
        known = last if known_through is None else known_through
        self._begin(DaysOff(holidays=holidays, first=first, last=last, known_through=known))

    @classmethod
    def of(cls, days_off: DaysOff | Callable[[], DaysOff]) -> Self:
        """The calendar of these facts, or of those that a function will give when they are first needed."""
        calendar = cls.__new__(cls)
        calendar._begin(days_off)  # noqa: SLF001 (its own class)
        return calendar

    @property
    def first(self) -> date:
        """The first day of the span."""
        return self._days_off.first

    @property
    def last(self) -> date:
        """The last day of the span."""
        return self._days_off.last

    @property
    def known_through(self) -> date:
        """The last day for which no holiday can still be proclaimed."""
        return self._days_off.known_through

    @property
    def holidays(self) -> Mapping[date, str]:
        """Every holiday and its name, in order of days; read-only."""
        return self._days_off.holidays

    def is_working_day(self, day: date) -> bool:
        """Whether it counts."""
        return self._why_not(self._days_off.inside(day)) is None

    def holiday(self, day: date) -> str | None:
        """The name of the holiday, also of one on a weekend; None when the day is no holiday."""
        return self.holidays.get(self._days_off.inside(day))

    def add(self, day: date, n: int) -> date:
        """The n-th working day after `day`, which is day 0 whether or not it counts itself.

        Raises:
            InvalidError: `n` is no whole number of at least 1.
        """
        if type(day) is date and type(n) is int and n > 0:
            tables = self._tables
            position = day.toordinal() - tables.base
            if position >= 0:
                try:
                    return tables.working[tables.counted[position] + n - 1]
                except IndexError:  # beyond the calendar: refused below, in words
                    pass
        return self._added(day, n)

    @overload
    def add_many(self, days: "_Days", n: int) -> "_Days": ...

    @overload
    def add_many(  # type: ignore[overload-overlap]  # a tuple that is not known to be one comes back as such
        self, days: tuple[date, ...], n: int
    ) -> tuple[date, ...]: ...

    @overload
    def add_many(self, days: Iterable[date], n: int) -> list[date]: ...

    def add_many(self, days: Any, n: int) -> Any:
        """`add` for each of `days`: an array of datetime64[D] gives an array, a tuple a tuple, else a list.

        Raises:
            InvalidError: `n` as in `add`; the array is of another type, or a day in it is missing (NaT).
        """
        if hasattr(days, "__array_namespace__"):
            return array_added(self._days_off, self._reaching(self.last), days, _whole(n))
        if not isinstance(days, Iterable):
            raise InvalidError("days", days, "dates, or a numpy array of datetime64[D]")
        n = _whole(n)
        added = [self.add(day, n) for day in days]
        return tuple(added) if isinstance(days, tuple) else added

    def count(self, a: date, b: date) -> int:
        """How many working days lie in (a, b]; negative when b is before a."""
        return self._counted("b", b) - self._counted("a", a)

    def days(self, a: date, b: date) -> Iterator[CalendarDay]:
        """Every calendar day in (a, b], numbered where it counts; a holiday on a Saturday is a Saturday."""
        a, b = self._days_off.inside(a, "a"), self._days_off.inside(b, "b")
        return self._walk(a, b)

    def with_holidays(self, holidays: Mapping[date, str]) -> Self:
        """This calendar with more holidays, as {date: name}.

        Raises:
            InvalidError: A day is a holiday already.
        """
        return self.of(self._days_off.with_holidays(holidays))

    def without_holidays(self, days: Iterable[date]) -> Self:
        """This calendar without some of its holidays.

        Raises:
            InvalidError: A day is no holiday.
        """
        return self.of(self._days_off.without_holidays(days))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WorkingDayCalendar) and self._days_off == other._days_off

    def __hash__(self) -> int:
        return hash(self._days_off)

    def __reduce__(self) -> tuple[Any, ...]:
        facts: dict[str, Any] = {"holidays": dict(self.holidays), "known_through": self.known_through}
        return partial(WorkingDayCalendar, first=self.first, last=self.last, **facts), ()

    def __repr__(self) -> str:
        return (
            f"WorkingDayCalendar({self.first} to {self.last}, {len(self.holidays)} holidays, "
            f"known through {self.known_through})"
        )

    def _begin(self, days_off: DaysOff | Callable[[], DaysOff]) -> None:
        self._given = days_off
        self._tables = NOT_MADE

    @property
    def _days_off(self) -> DaysOff:
        if not isinstance(self._given, DaysOff):
            self._given = self._given()
        return self._given

    def _reaching(self, day: date) -> Tables:
        tables = self._tables
        if day.toordinal() >= tables.end:
            self._tables = tables = Tables.reaching(day, self._days_off)
        return tables

    def _counted(self, name: str, day: date) -> int:
        tables = self._reaching(self._days_off.inside(day, name))
        return tables.counted[day.toordinal() - tables.base]

    def _added(self, day: date, n: int) -> date:
        """`add` at leisure: where the tables do not reach, for a subclass of date, for what is refused."""
        place = self._counted("day", day) + _whole(n) - 1
        working = self._tables.working
        if place >= len(working):
            working = self._reaching(self.last).working
        if place >= len(working):
            raise self._days_off.outside(day, f"{n} working days")
        return working[place]

    def _why_not(self, day: date) -> str | None:
        return _WEEKEND.get(day.weekday()) or self.holidays.get(day)

    def _walk(self, a: date, b: date) -> Iterator[CalendarDay]:
        number = 0
        for after in range(1, (b - a).days + 1):
            day = a + after * _DAY
            why_not = self._why_not(day)
            number += why_not is None
            yield CalendarDay(on=day, number=None if why_not else number, why_not=why_not)


def _whole(n: object) -> int:
    if type(n) is not int or n < 1:
        raise InvalidError("n", n, "a whole number of at least 1")
    return n
