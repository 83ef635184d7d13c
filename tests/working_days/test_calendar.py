"""Counting working days: properties against a day-by-day count, then what is refused."""

import pickle
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from joic_policy import JERSEY, InvalidError, OutsideCalendarError, WorkingDayCalendar
from joic_policy.working_days import CalendarDay
from joic_policy.working_days.days_off import DaysOff
from tests.naive import DAY, counts, nth_working_day, working_days_between
from tests.strategies import calendars, days, jersey_with_changes, whole_numbers

CALENDARS = st.just(JERSEY) | jersey_with_changes
SMALL = WorkingDayCalendar(
    holidays={date(2026, 5, 8): "Fair", date(2026, 5, 9): "Liberation Day"},
    first=date(2026, 5, 4),
    last=date(2026, 5, 15),
)


class Holy(date):
    """A day that is a date by inheritance."""


class TestAdding:
    """The n-th working day after a day."""

    @given(CALENDARS, days(), whole_numbers())
    def test_agrees_with_going_day_by_day(self, calendar: WorkingDayCalendar, day: date, n: int) -> None:
        """Each calendar lands where a plain walk over its holidays lands."""
        assert nth_working_day(day, n, calendar.holidays) == calendar.add(day, n)

    @given(CALENDARS, days(), whole_numbers())
    def test_lands_on_the_nth_of_exactly_n(self, calendar: WorkingDayCalendar, day: date, n: int) -> None:
        """The result is a working day, and exactly n working days lie in (day, result]."""
        due = calendar.add(day, n)

        assert calendar.is_working_day(due)
        assert n == calendar.count(day, due)

    @given(days(), days(), whole_numbers(), whole_numbers())
    def test_is_never_earlier_for_later_days_or_more_of_them(self, a: date, b: date, n: int, m: int) -> None:
        """A later start or a larger number never gives an earlier day."""
        assert JERSEY.add(min(a, b), n) <= JERSEY.add(max(a, b), n)
        assert JERSEY.add(a, min(n, m)) <= JERSEY.add(a, max(n, m))

    @given(days(), days(), whole_numbers())
    def test_is_never_earlier_for_a_new_holiday(self, new: date, day: date, n: int) -> None:
        """A proclaimed holiday moves nothing forward in time, and lands where a plain walk with it lands."""
        assume(new not in JERSEY.holidays)
        proclaimed = JERSEY.with_holidays({new: "Royal visit"})

        assert JERSEY.add(day, n) <= proclaimed.add(day, n)
        assert nth_working_day(day, n, {*JERSEY.holidays, new}) == proclaimed.add(day, n)

    @given(calendars(), st.data())
    def test_of_any_calendar_agrees_or_refuses_at_its_end(
        self, calendar: WorkingDayCalendar, data: st.DataObject
    ) -> None:
        """Whatever the span, the answer is the walk's while that stays inside, and a refusal after it."""
        day, n = data.draw(days(calendar.first, calendar.last)), data.draw(whole_numbers(30))
        due = nth_working_day(day, n, calendar.holidays)

        if due <= calendar.last:
            assert due == calendar.add(day, n)
        else:
            with pytest.raises(OutsideCalendarError, match=f"{n} working days after {day} is outside"):
                calendar.add(day, n)

    def test_takes_a_subclass_of_date(self) -> None:
        """A day that is a date by inheritance is a day."""
        assert date(2026, 5, 11) == SMALL.add(Holy(2026, 5, 8), 1)

    @pytest.mark.parametrize("years", [(2026, 2090), (2090, 2026), (2018, 2055)])
    def test_answers_alike_in_any_order(self, years: tuple[int, int]) -> None:
        """Years asked for late, and results many years on, are answered like those asked for first."""
        calendar = JERSEY.with_holidays({date(2026, 3, 2): "Royal visit"})
        for year, n in product(years, (1, 300, 2000)):
            start = date(year, 3, 1)
            assert nth_working_day(start, n, calendar.holidays) == calendar.add(start, n)

    def test_answers_each_day_in_turn(self) -> None:
        """Asked day by day from its first, a new calendar answers each, however far it had looked."""
        calendar = WorkingDayCalendar(holidays={}, first=date(2018, 1, 1), last=date(2030, 12, 31))
        counted = 0
        for after in range(1, 12 * 365):
            day = calendar.first + after * DAY
            counted += counts(day, {})
            assert counted == calendar.count(calendar.first, day)

    @given(st.lists(days(), max_size=20), whole_numbers())
    def test_many_at_once_gives_the_same_kind(self, given_days: list[date], n: int) -> None:
        """A list gives a list, a tuple a tuple, anything else a list, each day as by itself."""
        expected = [nth_working_day(day, n, JERSEY.holidays) for day in given_days]

        assert expected == JERSEY.add_many(given_days, n)
        assert tuple(expected) == JERSEY.add_many(tuple(given_days), n)
        assert expected == JERSEY.add_many(iter(given_days), n)


class TestCounting:
    """Working days between two days."""

    @given(CALENDARS, st.dates(date(2018, 1, 1), date(2032, 1, 1)), st.integers(-2000, 2000))
    def test_agrees_with_looking_at_each_day(self, calendar: WorkingDayCalendar, a: date, after: int) -> None:
        """The count is that of a look at each day, in either direction."""
        b = min(max(a + after * DAY, calendar.first), calendar.last)
        assert working_days_between(a, b, calendar.holidays) == calendar.count(a, b)

    @pytest.mark.parametrize(
        ("a", "b", "expected"),
        [
            (date(2026, 5, 4), date(2026, 5, 4), 0),  # the first day itself is not in (a, b]
            (date(2026, 5, 4), date(2026, 5, 5), 1),
            (date(2026, 5, 7), date(2026, 5, 8), 0),  # the fair
            (date(2026, 5, 7), date(2026, 5, 11), 1),
            (date(2026, 5, 9), date(2026, 5, 15), 5),
            (date(2026, 5, 4), date(2026, 5, 15), 8),
        ],
    )
    def test_has_the_sign_of_its_direction(self, a: date, b: date, expected: int) -> None:
        """From a to b and from b to a differ by the sign alone."""
        assert expected == SMALL.count(a, b)
        assert -expected == SMALL.count(b, a)

    @given(calendars(), st.data())
    def test_knows_each_day(self, calendar: WorkingDayCalendar, data: st.DataObject) -> None:
        """A day counts on weekdays that are no holidays; a holiday has its name, also on a weekend."""
        day = data.draw(days(calendar.first, calendar.last))

        assert counts(day, calendar.holidays) == calendar.is_working_day(day)
        assert calendar.holidays.get(day) == calendar.holiday(day)


class TestDays:
    """Every calendar day of a count, with its number or the reason why it has none."""

    @given(CALENDARS, days(), whole_numbers(40))
    def test_numbers_what_counts_and_ends_on_the_due_day(
        self, calendar: WorkingDayCalendar, day: date, n: int
    ) -> None:
        """The counted days are 1 to n in order, every other one has a reason, none is left out."""
        walked = list(calendar.days(day, calendar.add(day, n)))

        assert list(range(1, n + 1)) == [each.number for each in walked if each.number is not None]
        assert n == walked[-1].number
        assert [day + after * DAY for after in range(1, len(walked) + 1)] == [each.on for each in walked]
        assert [counts(each.on, calendar.holidays) for each in walked] == [
            each.why_not is None for each in walked
        ]

    def test_gives_the_reason_that_would_hold_without_the_holiday(self) -> None:
        """A holiday on a Saturday is a Saturday; one on a Friday has its name."""
        expected = [
            CalendarDay(on=date(2026, 5, 7), number=1, why_not=None),
            CalendarDay(on=date(2026, 5, 8), number=None, why_not="Fair"),
            CalendarDay(on=date(2026, 5, 9), number=None, why_not="Saturday"),
            CalendarDay(on=date(2026, 5, 10), number=None, why_not="Sunday"),
            CalendarDay(on=date(2026, 5, 11), number=2, why_not=None),
        ]

        assert expected == list(SMALL.days(date(2026, 5, 6), date(2026, 5, 11)))
        assert list(SMALL.days(date(2026, 5, 11), date(2026, 5, 6))) == []

    def test_refuses_before_the_first_day_is_asked_for(self) -> None:
        """What is outside is refused at the call, not later in somebody's loop."""
        with pytest.raises(OutsideCalendarError, match="2026-05-16"):
            SMALL.days(date(2026, 5, 6), date(2026, 5, 16))


class TestRefusals:
    """What is no day, no number, or outside."""

    @pytest.mark.parametrize(
        "day",
        [datetime(2026, 5, 6, 12, tzinfo=UTC), datetime(2026, 5, 6), "2026-05-06", 20260506, None],  # noqa: DTZ001 (refused)
    )
    def test_of_what_is_no_day(self, day: Any) -> None:
        """A datetime is a day only in some zone; text, numbers and nothing are none."""
        for ask in (
            SMALL.is_working_day,
            SMALL.holiday,
            lambda day: SMALL.add(day, 1),
            lambda day: SMALL.add_many([day], 1),
            lambda day: SMALL.count(day, date(2026, 5, 6)),
            lambda day: SMALL.count(date(2026, 5, 6), day),
            lambda day: SMALL.days(day, date(2026, 5, 6)),
            lambda day: SMALL.without_holidays([day]),
        ):
            with pytest.raises(InvalidError, match="expected a date"):
                ask(day)

    @pytest.mark.parametrize("n", [0, -1, True, 1.0, "1", None])
    def test_of_what_is_no_number_of_days(self, n: Any) -> None:
        """Only a whole number of at least 1 is one; True is not."""
        for ask in (lambda: SMALL.add(SMALL.first, n), lambda: SMALL.add_many([], n)):
            with pytest.raises(InvalidError, match=r"n: given .*, expected a whole number of at least 1"):
                ask()

    @given(calendars(), st.integers(1, 4000), st.booleans())
    def test_of_days_outside(self, calendar: WorkingDayCalendar, by: int, before: bool) -> None:  # noqa: FBT001 (drawn)
        """Any day before or after the span is refused with its name and the span; none wraps round."""
        day = calendar.first - by * DAY if before else calendar.last + by * DAY
        calendar.count(calendar.first, calendar.last)  # so that a table is there to wrap round in
        for ask in (
            lambda: calendar.add(day, 1),
            lambda: calendar.count(calendar.first, day),
            lambda: calendar.count(day, calendar.first),
            lambda: calendar.is_working_day(day),
            lambda: calendar.holiday(day),
        ):
            with pytest.raises(OutsideCalendarError) as caught:
                ask()
            assert (
                f"{day} is outside the calendar, which runs from {calendar.first} to {calendar.last}"
                == str(caught.value)
            )

    @pytest.mark.parametrize("n", [9, 10**6, 10**30])
    def test_of_a_result_outside(self, n: int) -> None:
        """More working days than the calendar has left are refused, however many."""
        assert SMALL.last == SMALL.add(SMALL.first, 8)
        with pytest.raises(OutsideCalendarError, match=rf"{n} working days after 2026-05-04 is outside"):
            SMALL.add(SMALL.first, n)

    @pytest.mark.parametrize("many", [5, None, date(2026, 5, 6)])
    def test_of_what_is_not_many(self, many: Any) -> None:
        """One day is not many, a number is no day."""
        with pytest.raises(InvalidError, match="days: given"):
            SMALL.add_many(many, 1)

    def test_leaves_errors_of_what_is_iterated_alone(self) -> None:
        """A generator that fails fails as itself."""

        def failing() -> Any:
            yield date(2026, 5, 6)
            raise KeyError("not ours")

        with pytest.raises(KeyError, match="not ours"):
            SMALL.add_many(failing(), 1)


class TestValue:
    """A calendar is its facts: two of the same are equal, and neither changes."""

    @given(calendars())
    def test_is_equal_to_one_of_the_same_facts(self, calendar: WorkingDayCalendar) -> None:
        """Built again from its own facts, pickled or hashed, it is the same calendar."""
        again = WorkingDayCalendar(
            holidays=dict(reversed(calendar.holidays.items())),
            first=calendar.first,
            last=calendar.last,
            known_through=calendar.known_through,
        )

        assert calendar == again == pickle.loads(pickle.dumps(calendar))  # noqa: S301 (our own)
        assert hash(calendar) == hash(again)
        assert list(calendar.holidays) == sorted(calendar.holidays)

    @pytest.mark.parametrize(
        "other",
        [
            SMALL.with_holidays({date(2026, 5, 5): "Fair"}),
            SMALL.without_holidays([date(2026, 5, 9)]),
            WorkingDayCalendar(holidays=SMALL.holidays, first=SMALL.first, last=date(2026, 5, 16)),
            WorkingDayCalendar(
                holidays=SMALL.holidays, first=SMALL.first, last=SMALL.last, known_through=SMALL.first
            ),
            "a calendar",
        ],
    )
    def test_differs_by_each_fact(self, other: object) -> None:
        """One holiday, the span, or how far it is known make another calendar."""
        assert other != SMALL

    @given(jersey_with_changes, days())
    def test_gives_back_what_was_taken(self, changed: WorkingDayCalendar, day: date) -> None:
        """With and without undo each other, and leave the calendar that they started from alone."""
        taken = {day: JERSEY.holidays[day] for day in JERSEY.holidays if day not in changed.holidays}
        before = dict(JERSEY.holidays)

        assert changed.with_holidays(taken) == JERSEY
        assert changed == JERSEY.without_holidays(taken)
        assert before == JERSEY.holidays
        assert (JERSEY.first, JERSEY.last, JERSEY.known_through) == (
            changed.first,
            changed.last,
            changed.known_through,
        )
        assert JERSEY.is_working_day(day) <= changed.is_working_day(day)

    def test_cannot_be_changed(self) -> None:
        """Neither its facts nor its mapping of holidays take anything."""
        with pytest.raises(AttributeError):
            SMALL.first = date(2020, 1, 1)  # type: ignore[misc]
        with pytest.raises(TypeError):
            SMALL.holidays[date(2026, 5, 5)] = "Fair"  # type: ignore[index]

    def test_does_not_follow_what_it_was_made_of(self) -> None:
        """A mapping changed afterwards changes no calendar."""
        holidays = {date(2026, 5, 8): "Fair"}
        calendar = WorkingDayCalendar(holidays=holidays, first=SMALL.first, last=SMALL.last)
        holidays.clear()

        assert calendar.holiday(date(2026, 5, 8)) == "Fair"

    def test_says_what_it_is(self) -> None:
        """Its repr has span, number of holidays and how far they are known."""
        assert (
            repr(SMALL)
            == "WorkingDayCalendar(2026-05-04 to 2026-05-15, 2 holidays, known through 2026-05-15)"
        )

    def test_asks_for_its_facts_once_and_only_when_needed(self) -> None:
        """A calendar of facts still to be read reads them at the first question."""
        asked = []

        def facts() -> Any:
            asked.append(timedelta())
            return DaysOff(holidays={}, first=date(2026, 1, 1), last=date(2026, 12, 31))

        calendar = WorkingDayCalendar.of(facts)
        assert not asked
        assert date(2026, 5, 6) == calendar.add(date(2026, 5, 5), 1)
        assert calendar.is_working_day(date(2026, 12, 25))
        assert len(asked) == 1
