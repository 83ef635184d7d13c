"""Every generator of values that tests share."""

from datetime import date, timedelta

from hypothesis import strategies as st

from joic_policy import JERSEY, WorkingDayCalendar

__all__ = ["calendars", "days", "whole_numbers"]

ROOM = timedelta(days=200)  # more than a hundred working days


def days(first: date = date(2018, 1, 1), last: date = date(2099, 12, 31) - ROOM) -> st.SearchStrategy[date]:
    """Days of Jersey's calendar, far enough from its end to count a hundred working days on."""
    return st.dates(first, last)


def whole_numbers(most: int = 100) -> st.SearchStrategy[int]:
    """Numbers of working days."""
    return st.integers(1, most)


@st.composite
def calendars(draw: st.DrawFn) -> WorkingDayCalendar:
    """Calendars of a day to some years, before and after 1970, with holidays on any day of the week."""
    first = draw(st.dates(date(1960, 1, 1), date(2200, 1, 1)))
    last = first + timedelta(days=draw(st.integers(0, 3000)))
    holidays = draw(st.dictionaries(st.dates(first, last), st.sampled_from(["Fair", "Feast"]), max_size=30))
    known_through = draw(st.none() | st.dates(first, last))
    return WorkingDayCalendar(holidays=holidays, first=first, last=last, known_through=known_through)


jersey_with_changes = st.sets(st.sampled_from(sorted(JERSEY.holidays)), max_size=5).map(
    JERSEY.without_holidays
)
"""Jersey's calendar without some of its holidays."""
