"""Lengths of time as types, and Jersey's own days."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joic_policy import Days, Hours, InvalidError, Seconds, Weeks, WorkingDays
from joic_policy.units import (
    JERSEY_ZONE,
    Duration,
    day_in_jersey,
    day_words,
    end_of_day,
    instant_in_jersey,
    instant_words,
    start_of_day,
)
from tests.strategies import days, instants_on

UNITS = (WorkingDays, Days, Weeks, Hours, Seconds)
TICK = timedelta(microseconds=1)


@given(st.integers(1, 1000), st.sampled_from(UNITS), st.sampled_from(UNITS))
def test_two_units_are_never_equal(n: int, unit: type[Duration], other: type[Duration]) -> None:
    """Three working days are not three seconds."""
    assert (unit(n) == other(n)) is (unit is other)
    assert unit(n) != n
    assert len({unit(n), other(n)}) == 1 + (unit is not other)


@pytest.mark.parametrize("n", [0, -1, 1.0, "3", True, None])
def test_a_length_is_a_whole_number_of_at_least_one(n: object) -> None:
    """Nothing is taken for one."""
    with pytest.raises(InvalidError, match=r"^n: given .*, expected a whole number of at least 1$"):
        WorkingDays(n)


def test_a_length_is_said_in_words() -> None:
    """One is one."""
    assert [str(unit(1)) for unit in UNITS] == ["1 working day", "1 day", "1 week", "1 hour", "1 second"]
    assert str(WorkingDays(15)) == "15 working days"


@given(days(), days())
def test_a_day_runs_from_its_first_instant_to_its_last(day: date, other: date) -> None:
    """Each in Jersey, kept in UTC; the next begins a microsecond later, also where clocks change."""
    assert day_in_jersey(start_of_day(day)) == day_in_jersey(end_of_day(day)) == day
    assert end_of_day(day) + TICK == start_of_day(day + timedelta(days=1))
    assert (start_of_day(day) < start_of_day(other)) is (day < other)
    assert start_of_day(day).tzinfo is end_of_day(day).tzinfo is UTC


@given(days().flatmap(lambda day: st.tuples(st.just(day), instants_on(day))))
def test_the_day_of_an_instant_is_jerseys(pair: tuple[date, datetime]) -> None:
    """Whatever clock tells it."""
    assert day_in_jersey(pair[1]) == pair[0]


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 7, 1), 24)]
)
def test_the_clocks_change_twice_a_year(day: date, hours: int) -> None:
    """One day is short of an hour, another has one more."""
    assert end_of_day(day) + TICK - start_of_day(day) == timedelta(hours=hours)


@pytest.mark.parametrize("at", [datetime(2026, 1, 1), date(2026, 1, 1), "now", None])  # noqa: DTZ001
def test_only_an_instant_has_a_day_in_jersey(at: object) -> None:
    """A time without a zone has one only somewhere."""
    with pytest.raises(InvalidError, match="a date and time with a time zone"):
        day_in_jersey(at)


def test_the_ends_of_time_have_no_day_in_jersey() -> None:
    """They are refused, not overflowed; the last day of all still ends."""
    for at in (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)):
        with pytest.raises(InvalidError, match="a date and time with a time zone"):
            day_in_jersey(at)
    assert end_of_day(date.max).date() == date.max


def test_days_and_instants_are_said_in_words() -> None:
    """By Jersey's clocks, with the seconds only where there are some."""
    at = datetime(2026, 7, 4, 13, 5, tzinfo=UTC)

    assert day_words(date(2026, 12, 4)) == "Friday 4 December 2026"
    assert instant_words(at) == "14:05 on Saturday 4 July 2026"
    assert instant_words(at + timedelta(seconds=7)) == "14:05:07 on Saturday 4 July 2026"


def test_a_clock_time_that_comes_twice_is_the_first() -> None:
    """Half past one, on the day on which the clocks go back."""
    at = instant_in_jersey(date(2026, 10, 25), time(1, 30))

    assert at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert at.astimezone(JERSEY_ZONE).time() == time(1, 30)
