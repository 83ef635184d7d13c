"""Which days count.

`JERSEY` is made of two files beside this code. `regular_days.csv` holds what the rules say for every year of
the span: `rules.py` states them on workalendar's base class, `python -m joic_policy.working_days` writes the
file anew, and a test fails while it is stale; so nobody who asks for a date waits for workalendar.
`proclaimed.toml` holds what no rule can know, the days that were appointed once and those that were moved.
To add one, edit that file: it takes effect at the next start.
"""

from joic_policy.working_days.calendar import CalendarDay, WorkingDayCalendar
from joic_policy.working_days.jersey import jersey_days_off, proclaimed_days
from joic_policy.working_days.proclaimed import ProclaimedDay

__all__ = ["JERSEY", "CalendarDay", "ProclaimedDay", "WorkingDayCalendar", "proclaimed_days"]

JERSEY = WorkingDayCalendar.of(jersey_days_off)
