"""What a calendar may be made of, and how its holidays are added to and taken away."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from joic_policy import InvalidError, OutsideCalendarError, WorkingDayCalendar

FAIR = date(2026, 5, 8)
FACTS: dict[str, Any] = {"holidays": {FAIR: "Fair"}, "first": date(2026, 1, 1), "last": date(2026, 12, 31)}
CALENDAR = WorkingDayCalendar(**FACTS)


@pytest.mark.parametrize(
    ("fault", "field"),
    [
        ({"holidays": [FAIR]}, "holidays"),
        ({"holidays": {"2026-05-08": "Fair"}}, "holidays"),
        ({"holidays": {datetime(2026, 5, 8, tzinfo=UTC): "Fair"}}, "holidays"),
        ({"holidays": {FAIR: " "}}, "holidays"),
        ({"holidays": {FAIR: None}}, "holidays"),
        ({"first": "2026-01-01"}, "first"),
        ({"last": datetime(2026, 12, 31, tzinfo=UTC)}, "last"),
        ({"last": date(2025, 12, 31)}, "last"),
        ({"known_through": date(2027, 1, 1)}, "known_through"),
        ({"known_through": "2026"}, "known_through"),
    ],
)
def test_facts_that_are_none_are_refused(fault: dict[str, Any], field: str) -> None:
    """The refusal names the field at fault."""
    with pytest.raises(InvalidError) as caught:
        WorkingDayCalendar(**FACTS | fault)
    assert field == caught.value.field


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2027, 1, 1)])
def test_a_holiday_outside_the_span_is_refused(day: date) -> None:
    """At the making and when added, on either side."""
    with pytest.raises(OutsideCalendarError, match=str(day)):
        WorkingDayCalendar(**FACTS | {"holidays": {FAIR: "Fair", day: "Feast"}})
    with pytest.raises(OutsideCalendarError, match=str(day)):
        CALENDAR.with_holidays({day: "Feast"})
    with pytest.raises(OutsideCalendarError, match=str(day)):
        CALENDAR.without_holidays({day})


def test_a_calendar_of_one_day_without_holidays_stands() -> None:
    """The smallest calendar has one day, which may count."""
    calendar = WorkingDayCalendar(holidays={}, first=FAIR, last=FAIR)

    assert calendar.is_working_day(FAIR)
    assert calendar.count(FAIR, FAIR) == 0
    assert calendar == calendar.with_holidays({})


def test_a_holiday_cannot_be_added_twice_or_taken_away_where_there_is_none() -> None:
    """The refusal says what the day is now."""
    with pytest.raises(InvalidError, match="a new holiday; 2026-05-08 is Fair"):
        CALENDAR.with_holidays({date(2026, 5, 7): "Feast", FAIR: "Feast"})
    with pytest.raises(InvalidError, match="given 2026-05-07, expected a day that is a holiday"):
        CALENDAR.without_holidays({date(2026, 5, 7)})
    with pytest.raises(InvalidError, match="a set of days"):
        CALENDAR.without_holidays(FAIR)  # type: ignore[arg-type]


def test_a_holiday_on_a_weekend_is_one_that_takes_no_working_day() -> None:
    """It may be added, has its name, and moves no count."""
    calendar = CALENDAR.with_holidays({date(2026, 5, 9): "Liberation Day"})

    assert calendar.holiday(date(2026, 5, 9)) == "Liberation Day"
    assert calendar.count(calendar.first, calendar.last) == CALENDAR.count(CALENDAR.first, CALENDAR.last)


def test_what_is_known_stays_known_through_changes() -> None:
    """Days added or taken away leave `known_through`, which is the last day unless told."""
    known = WorkingDayCalendar(**FACTS, known_through=FAIR)

    assert CALENDAR.last == CALENDAR.known_through
    assert known.with_holidays({date(2026, 5, 7): "Feast"}).known_through == FAIR
    assert known.without_holidays([FAIR]).known_through == FAIR


def test_a_refusal_carries_the_day_the_period_and_the_span() -> None:
    """For a screen to say in words of its own."""
    with pytest.raises(OutsideCalendarError) as caught:
        CALENDAR.add(CALENDAR.last, 3)

    error = caught.value
    assert (error.day, error.period) == (CALENDAR.last, "3 working days")
    assert (error.first, error.last) == (CALENDAR.first, CALENDAR.last)
