"""Jersey's regular holidays and their substitutes, on workalendar's base class.

Not on its United Kingdom or Guernsey: both carry one-off days of other places, and Guernsey keeps 9 May on a
Sunday. Source: Public Holidays and Bank Holidays (Jersey) Law 1951, art. 2, and the Act under it, as two
independent lists of the days since 2018 bear out. Days appointed once are in `proclaimed.toml`.

Only `python -m joic_policy.working_days` and the tests run this; see the package's docstring.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from workalendar.core import MON, SAT, SUN, WesternCalendar

__all__ = ["YEARS", "Jersey", "regular_days"]

YEARS = range(2018, 2100)
"""Before 2018 the days could not be checked against a second source."""

_CHRISTMAS, _BOXING, _NEW_YEAR = "Christmas Day", "Boxing Day", "New Year's Day"


class Jersey(WesternCalendar):  # type: ignore[misc]  # workalendar has no types
    """Jersey"""  # noqa: D415 (workalendar shows this line as the calendar's name)

    FIXED_HOLIDAYS = ((1, 1, _NEW_YEAR),)
    include_new_years_day = False  # the base class has another name for it
    include_good_friday = True
    include_easter_monday = True
    include_christmas = True
    include_boxing_day = True

    def get_variable_days(self, year: int) -> list[tuple[date, str]]:
        """Easter and Christmas from the base class, the Mondays, Liberation Day and the substitutes."""
        days: list[tuple[date, str]] = super().get_variable_days(year)
        days += [
            (self.get_nth_weekday_in_month(year, 5, MON), "Early May Bank Holiday"),
            (self.get_last_weekday_in_month(year, 5, MON), "Spring Bank Holiday"),
            (self.get_last_weekday_in_month(year, 8, MON), "Summer Bank Holiday"),
        ]
        liberation = date(year, 5, 9)
        if liberation.weekday() != SUN:  # it has no substitute, on either day of the weekend
            days.append((liberation, "Liberation Day"))
        return days + list(_substitutes(year))


def _substitutes(year: int) -> Iterator[tuple[date, str]]:
    """On a weekend, New Year's Day gives the Monday; Christmas and Boxing Day each the day two days later."""
    new_year = date(year, 1, 1)
    for day, name, later in (
        (new_year, _NEW_YEAR, 2 if new_year.weekday() == SAT else 1),
        (date(year, 12, 25), _CHRISTMAS, 2),
        (date(year, 12, 26), _BOXING, 2),
    ):
        if day.weekday() in {SAT, SUN}:
            yield day + timedelta(days=later), f"{name} (substitute day)"


def regular_days() -> Iterator[tuple[date, str]]:
    """Every regular day and substitute of the span, in order."""
    jersey = Jersey()
    for year in YEARS:
        yield from jersey.holidays(year)
