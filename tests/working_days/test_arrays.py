"""Whole arrays of days: the same answers as one by one, for any shape, and nothing that wraps round."""

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from joic_policy import JERSEY, InvalidError, OutsideCalendarError, WorkingDayCalendar
from tests.naive import nth_working_day
from tests.strategies import calendars, days, whole_numbers

WEEK = WorkingDayCalendar(holidays={}, first=date(2026, 5, 4), last=date(2026, 5, 10))


def array(*written: str) -> Any:
    """An array of days."""
    return np.array(written, "datetime64[D]")


@given(st.lists(days(), max_size=30), whole_numbers())
def test_an_array_agrees_with_going_day_by_day(given_days: list[date], n: int) -> None:
    """Each day lands where a plain walk lands, and the array given stays as it was."""
    before = np.array(given_days, "datetime64[D]")
    asked = before.copy()
    added = JERSEY.add_many(asked, n)

    assert [nth_working_day(day, n, JERSEY.holidays) for day in given_days] == added.tolist()
    assert before.dtype == added.dtype
    assert np.array_equal(before, asked)


@given(calendars(), st.data())
def test_of_any_calendar_agrees_with_one_by_one_or_refuses_alike(
    calendar: WorkingDayCalendar, data: st.DataObject
) -> None:
    """Before and after 1970, near the end or past it: what one day gives, or its refusal word for word."""
    near = st.dates(date(1959, 1, 1), date(2210, 1, 1)) | st.dates(calendar.first, calendar.last)
    day, n = data.draw(near), data.draw(whole_numbers(30))
    try:
        expected: object = calendar.add(day, n)
    except OutsideCalendarError as error:
        expected = str(error)

    try:
        found: object = calendar.add_many(array(str(day)), n).tolist()[0]
    except OutsideCalendarError as error:
        found = str(error)
    assert expected == found


@given(st.lists(days(), min_size=24, max_size=24))
def test_the_shape_stays(given_days: list[date]) -> None:
    """Two dimensions, columns first, every other one, backwards, none: each day keeps its place."""
    flat = np.array(given_days, "datetime64[D]")
    square = flat.reshape(4, 6)
    for asked in (
        square,
        np.asfortranarray(square),
        square[:, ::2],
        flat[::-3],
        flat[:0],
        flat[:1].reshape(()),
    ):
        added = JERSEY.add_many(asked, 15)

        assert asked.shape == added.shape
        assert [JERSEY.add(day, 15) for day in asked.reshape(-1).tolist()] == added.reshape(-1).tolist()


def test_a_long_array_is_one_answer() -> None:
    """More days than are looked up at a time come back in order."""
    asked = np.datetime64("2018-01-01") + np.arange(200_000) % 29_000
    added = JERSEY.add_many(asked, 15)

    assert [JERSEY.add(asked[place].item(), 15) for place in range(0, 200_000, 997)] == added[::997].tolist()


def test_what_comes_back_is_the_askers_own() -> None:
    """Writing into a result changes no later answer."""
    first = JERSEY.add_many(array("2026-05-01"), 15)
    expected = first.copy()
    first[0] = np.datetime64("NaT")

    assert np.array_equal(expected, JERSEY.add_many(array("2026-05-01"), 15))


@pytest.mark.parametrize(
    "wrong",
    [
        np.array(["2026-05-04T12"], "datetime64[h]"),
        np.array(["2026-05-04"], "datetime64[ns]"),
        np.array(["2026-05"], "datetime64[M]"),
        np.array(["2026-05-04"], ">M8[D]"),
        np.array([20_577]),
        np.array([date(2026, 5, 4)], dtype=object),
        np.ma.masked_array(array("2026-05-04"), mask=[True]),
    ],
)
def test_another_type_of_array_is_refused(wrong: Any) -> None:
    """Other units, numbers, objects and masks are not guessed at."""
    with pytest.raises(
        InvalidError, match=r"days: given '.* of .*', expected a numpy array of datetime64\[D\]"
    ):
        WEEK.add_many(wrong, 1)


def test_a_missing_day_is_refused() -> None:
    """NaT is no day, wherever it stands."""
    for missing in (array("NaT"), array("2026-05-04", "NaT"), array("NaT", "2030-01-01")):
        with pytest.raises(InvalidError, match="days: given 'NaT', expected days, none missing"):
            WEEK.add_many(missing, 1)


@pytest.mark.parametrize(
    ("day", "what"),
    [
        ("2026-05-03", "2026-05-03"),  # would be the last entry, counted from the end
        ("2026-04-27", "2026-04-27"),
        ("1969-12-31", "1969-12-31"),
        ("2026-05-11", "2026-05-11"),
        ("20180-01-01", "20180-01-01"),  # later than a date can be
        ("2026-05-08", "1 working days after 2026-05-08"),
        ("2026-05-10", "1 working days after 2026-05-10"),
    ],
)
def test_a_day_outside_is_refused(day: str, what: str) -> None:
    """Among good days or alone, with the day and the span in words."""
    for asked in (array(day), array("2026-05-04", day, "2026-05-05")):
        with pytest.raises(OutsideCalendarError) as caught:
            WEEK.add_many(asked, 1)
        assert f"{what} is outside the calendar, which runs from 2026-05-04 to 2026-05-10" == str(
            caught.value
        )


@pytest.mark.parametrize("n", [5, 6, 10**30])
def test_more_days_than_there_are_is_refused(n: int) -> None:
    """However large the number, and also when there is nothing to add it to."""
    assert array("2026-05-08") == WEEK.add_many(array("2026-05-04"), 4)
    with pytest.raises(OutsideCalendarError, match=f"{n} working days after 2026-05-04 is outside"):
        WEEK.add_many(array("2026-05-04"), n)
    with pytest.raises(InvalidError, match="a whole number of at least 1"):
        WEEK.add_many(array(), 0)
    assert WEEK.add_many(array(), n).size == 0
