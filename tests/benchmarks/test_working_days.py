"""Working days against the packages that also count them, and against the least that Python can do."""

import tracemalloc
from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pytest
from workalendar.europe import Guernsey

from joic_policy import JERSEY
from tests.benchmarks.measure import least

pytestmark = pytest.mark.benchmark

MILLION = 1_000_000
BUSDAYS = np.busdaycalendar(holidays=list(JERSEY.holidays))


class Floor:
    """The least that a method can do which takes a day's ordinal and makes a date of it."""

    def add(self, day: date, n: int) -> date:
        """Count every day alike."""
        return date.fromordinal(day.toordinal() + n)


@pytest.fixture(scope="module")
def million() -> Any:
    """A million days in random order, the same in every run."""
    return np.datetime64("2018-01-01") + np.random.default_rng(2018).integers(0, 29_000, MILLION)


def test_one_date(judged: Callable[..., None]) -> None:
    """15 working days after one day."""
    day = date(2026, 5, 1)
    names = {
        "jersey": JERSEY,
        "floor": Floor(),
        "guernsey": Guernsey(),
        "day": day,
        "day64": np.datetime64(day),
        "offset": np.busday_offset,
        "busdays": BUSDAYS,
    }
    assert np.busday_offset(names["day64"], 15, roll="preceding", busdaycal=BUSDAYS) == JERSEY.add(day, 15)

    seconds = least(
        60,
        5_000,
        {
            "ours": "jersey.add(day, 15)",
            "floor": "floor.add(day, 15)",
            "workalendar": "guernsey.add_working_days(day, 15)",
            "numpy": "offset(day64, 15, roll='preceding', busdaycal=busdays)",
        },
        names,
    )
    judged("one date, workalendar / ours", seconds["workalendar"] / seconds["ours"], at_least=150)
    judged("one date, numpy's scalar call / ours", seconds["numpy"] / seconds["ours"], at_least=10)
    judged("one date, ours / ordinal to date alone", seconds["ours"] / seconds["floor"], at_most=1.5)


def test_a_million_dates(judged: Callable[..., None], million: Any) -> None:
    """15 working days after each day of an array in random order."""
    names = {"jersey": JERSEY, "days": million, "offset": np.busday_offset, "busdays": BUSDAYS}
    numpys = "offset(days, 15, roll='preceding', busdaycal=busdays)"
    assert np.array_equal(JERSEY.add_many(million, 15), eval(numpys, dict(names)))  # noqa: S307 (our own text)

    seconds = least(12, 1, {"ours": "jersey.add_many(days, 15)", "numpy": numpys}, names)
    judged("a million dates, numpy.busday_offset / ours", seconds["numpy"] / seconds["ours"], at_least=18)


def test_memory_of_a_million_dates(judged: Callable[..., None], million: Any) -> None:
    """What is held at the worst moment, the result and the tables included, to the result itself."""
    calendar = JERSEY.with_holidays({date(2026, 3, 2): "Royal visit"})  # whose tables are still to be made
    tracemalloc.start()
    try:
        result = calendar.add_many(million, 15)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    judged("a million dates, peak memory / result", peak / result.nbytes, at_most=2)
