"""The rules behind the regular days, against the file that they are written to and against others' lists."""

import runpy
import subprocess
import sys
from datetime import date
from pathlib import Path

import holidays
import pytest

from joic_policy import JERSEY, working_days
from joic_policy.working_days import proclaimed_days
from joic_policy.working_days.jersey import REGULAR_DAYS, as_text
from joic_policy.working_days.rules import YEARS, Jersey, regular_days

FILE = Path(working_days.__file__).with_name(REGULAR_DAYS)

CHRISTMAS = {  # the days off at the end of December, Monday to Friday
    2018: (25, 26),
    2019: (25, 26),
    2020: (25, 28),
    2021: (27, 28),
    2022: (26, 27),
    2023: (25, 26),
    2024: (25, 26),
    2025: (25, 26),
    2026: (25, 28),
    2027: (27, 28),
    2028: (25, 26),
    2029: (25, 26),
    2030: (25, 26),
}

# What the package `holidays` calls otherwise; every date is the same.
OTHER_NAMES = {
    date(2021, 9, 27): "Corn Riots Anniversary",
    date(2022, 6, 2): "Spring Bank Holiday",
    date(2022, 6, 3): "Queen's Platinum Jubilee",
    date(2022, 9, 19): "Funeral of Her Majesty Queen Elizabeth II",
    date(2023, 5, 8): "Coronation of His Majesty King Charles III",
    date(2024, 5, 6): "May Bank Holiday",
    date(2024, 7, 15): "The visit of His Majesty King Charles III and Queen Camilla",
}


def test_the_file_of_regular_days_is_what_the_rules_say() -> None:
    """A stale file fails here; the command that writes it anew leaves one that is not stale as it was."""
    before = FILE.read_bytes()
    assert as_text(regular_days()).encode() == before

    runpy.run_module("joic_policy.working_days", run_name="__main__")
    assert before == FILE.read_bytes()


def test_agrees_with_the_package_holidays() -> None:
    """2018 to 2040, date for date; where a name differs, the difference is listed and true.

    What is proclaimed later than 2025 the package need not know yet: a day may be new, or have moved.
    """
    others = dict(holidays.country_holidays("JE", years=range(2018, 2041)))
    ours = {day: name for day, name in JERSEY.holidays.items() if day.year <= 2040}

    later = [each for each in proclaimed_days() if each.on.year > 2025]
    news = {day for each in later for day in (each.on, each.instead_of)}

    assert others.keys() ^ ours.keys() <= news
    assert {day: name for day, name in others.items() if day not in news and name != ours[day]} == OTHER_NAMES


@pytest.mark.parametrize(("year", "expected"), CHRISTMAS.items())
def test_christmas(year: int, expected: tuple[int, ...]) -> None:
    """Every Christmas takes two working days, moved on when it falls on a weekend."""
    regular = dict(regular_days())
    off = [day for day in range(24, 32) if date(year, 12, day) in regular]
    weekdays = [day for day in off if date(year, 12, day).isoweekday() <= 5]

    assert list(expected) == weekdays


def test_substitutes_and_liberation_day_over_the_whole_span() -> None:
    """New Year and Christmas never cost a day off on a weekend; Liberation Day has no substitute."""
    for year in YEARS:
        days = dict(Jersey().holidays(year))
        weekdays = [day for day in days if day.isoweekday() <= 5]
        may_9 = date(year, 5, 9)

        assert len(weekdays) == (9 if may_9.isoweekday() <= 5 else 8)
        assert (may_9.isoweekday() != 7) == (may_9 in days)
        assert all(
            name.endswith("(substitute day)") == (day not in _named(year)) for day, name in days.items()
        )


def _named(year: int) -> set[date]:
    """The days that have a holiday of their own, by another way of reckoning Easter and Mondays."""
    easter = holidays.country_holidays("GB", subdiv="ENG", years=year)
    fixed = {date(year, 1, 1), date(year, 5, 9), date(year, 12, 25), date(year, 12, 26)}
    moving = {day for day, name in easter.items() if name in {"Good Friday", "Easter Monday"}}
    mondays = {day for day in (date(year, 5, d) for d in range(1, 32)) if day.isoweekday() == 1}
    in_august = {day for day in (date(year, 8, d) for d in range(25, 32)) if day.isoweekday() == 1}
    return fixed | moving | {min(mondays), max(mondays)} | in_august


def test_nobody_who_asks_for_a_date_waits_for_the_rules() -> None:
    """A new interpreter answers without workalendar, and without numpy, which an array brings with it."""
    asked = (
        "import sys, datetime; from joic_policy import JERSEY; "
        "print(JERSEY.add(datetime.date(2026, 5, 1), 15)); "
        "print(sorted({'workalendar', 'numpy'} & set(sys.modules)))"
    )
    told = subprocess.run(  # noqa: S603 (our own)
        [sys.executable, "-c", asked], cwd=FILE.parents[2], check=True, capture_output=True, text=True
    )

    assert told.stdout.split("\n") == ["2026-05-26", "[]", ""]
