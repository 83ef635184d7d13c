"""Jersey's days off, put together from the two files beside this code when they are first needed."""

from collections.abc import Iterable
from datetime import date
from os.path import dirname, join

from attrs import evolve

from joic_policy._table import Table
from joic_policy.errors import DataFileError
from joic_policy.working_days.days_off import DaysOff
from joic_policy.working_days.proclaimed import ProclaimedDay, proclaimed_from

__all__ = ["REGULAR_DAYS", "as_text", "days_off_from", "jersey_days_off", "proclaimed_days", "regular_from"]

REGULAR_DAYS = "regular_days.csv"


def as_text(days: Iterable[tuple[date, str]]) -> str:
    """Days and names as `regular_from` reads them: one a line, a comma between."""
    return "".join(f"{day},{name}\n" for day, name in days)


def regular_from(text: str) -> DaysOff:
    """The regular days alone; they span whole years, from the first one's to the last one's.

    Raises:
        DataFileError: A line is no day and name, or not after the line before it.
    """
    days: dict[date, str] = {}
    before = date.min
    for number, line in enumerate(text.splitlines(), start=1):
        written, _, name = line.partition(",")
        try:
            day = date.fromisoformat(written)
        except ValueError:
            day = date.min
        if day <= before or not name.strip():
            raise DataFileError(
                REGULAR_DAYS,
                f"line {number}",
                line,
                f"a day after {before} and its name, a comma between",
            )
        days[day] = name
        before = day
    if not days:
        raise DataFileError(REGULAR_DAYS, "(the whole file)", text, "days and their names")
    return DaysOff(holidays=days, first=date(min(days).year, 1, 1), last=date(before.year, 12, 31))


def days_off_from(regular_text: str, proclaimed: Table) -> DaysOff:
    """Jersey's days off as its two files give them.

    Raises:
        DataFileError: Something in them is missing, unknown, contradictory or out of order.
    """
    regular = regular_from(regular_text)
    known_through, days = proclaimed_from(proclaimed, regular)
    moved = {day.instead_of for day in days}
    holidays = {day: name for day, name in regular.holidays.items() if day not in moved}
    holidays |= {day.on: day.name for day in days}
    return evolve(regular, holidays=holidays, known_through=known_through)


def jersey_days_off() -> DaysOff:
    """Every day off in Jersey, for as many years as the regular days are written down."""
    return days_off_from(_regular_text(), _proclaimed())


def proclaimed_days() -> tuple[ProclaimedDay, ...]:
    """The days that the States appointed once or moved, each with reason and source, in order."""
    return proclaimed_from(_proclaimed(), regular_from(_regular_text()))[1]


def _regular_text() -> str:
    # No pathlib here either: see `_table`.
    with open(join(dirname(__file__), REGULAR_DAYS), encoding="utf-8") as text:  # noqa: PTH118, PTH120, PTH123
        return text.read()


def _proclaimed() -> Table:
    return Table.beside(__file__, "proclaimed.toml")
