"""Where the count of a wrong day left the right one: the first day counted otherwise, or another reading."""

from collections.abc import Iterator
from datetime import date, timedelta

from joic_policy.deadlines import Deadline
from joic_policy.policy import Standard, Statute
from joic_policy.units import Days, Duration, Weeks, WorkingDays, day_words
from joic_policy.working_days import CalendarDay

__all__ = ["slip"]

_DAY = timedelta(days=1)


def slip(deadline: Deadline, given: date) -> str:
    """In a sentence, how a day given for a deadline differs from the right one."""
    if deadline.due_on is None:
        return "Nothing that is known sets a date for it."
    for on, words in _slips(deadline):
        if on == given:
            return words
    return _place(deadline, given)


def _slips(deadline: Deadline) -> Iterator[tuple[date, str]]:
    """Days to which a likely slip leads, and what it was."""
    period = _period(deadline)
    if len(deadline.targets) > 1:
        yield from _of_targets(deadline)
    elif deadline.start_on and isinstance(period, WorkingDays):
        yield from _of_working_days(deadline, deadline.start_on, period)
    elif deadline.start_on and deadline.due_on and isinstance(period, Days | Weeks):
        moved = deadline.ground.calendar.add(deadline.due_on, 1)
        yield moved, f"A period in {period.unit} is not moved: it ends on {day_words(deadline.due_on)}."


def _of_targets(deadline: Deadline) -> Iterator[tuple[date, str]]:
    for target in deadline.targets[1:]:
        if not target.in_time:
            yield target.on, f"{day_words(target.on)} was told too late: it is a promise, and moves nothing."
    first = deadline.targets[0].on
    yield first, f"{day_words(first)} was the first target; the customer was told of another one in time."


def _of_working_days(deadline: Deadline, start: date, period: WorkingDays) -> Iterator[tuple[date, str]]:
    calendar, n = deadline.ground.calendar, period.n
    days = tuple(calendar.days(start, calendar.add(start, n)))
    off = [day for day in days if day.why_not]
    holidays = [day for day in off if calendar.holiday(day.on) and day.on.weekday() < 5]  # noqa: PLR2004  # Saturday
    for day in holidays:
        without = calendar.without_holidays([day.on])
        yield without.add(start, n), _first_off(day)
    if holidays:
        yield (
            calendar.without_holidays([day.on for day in holidays]).add(start, n),
            _first_off(holidays[0]),
        )
    if off:
        yield start + n * _DAY, _first_off(off[0])
    if n > 1:
        yield calendar.add(start, n - 1), _of_start(start)
    yield calendar.add(start - _DAY, n), _of_start(start)
    for other in deadline.interpretations:
        for reading in other.others:
            if reading.due_on:
                yield reading.due_on, f"That is another reading. {other.interpretation.question} {other.text}"


def _of_start(start: date) -> str:
    return f"{day_words(start)} was counted: the day of receipt is day 0, and the next working day is day 1."


def _first_off(day: CalendarDay) -> str:
    return f"{day_words(day.on)} was counted, and does not count: {day.why_not}."


def _period(deadline: Deadline) -> Duration | None:
    rule = deadline.rule
    if isinstance(rule, Standard):
        return rule.on(deadline.ground.contact.received_on)
    return rule.duration if isinstance(rule, Statute) else None


def _place(deadline: Deadline, given: date) -> str:
    """Where a day lies in the count, if the count comes that way."""
    calendar, start, period = deadline.ground.calendar, deadline.start_on, _period(deadline)
    if start is None or period is None or not (calendar.first <= given <= calendar.last):
        return ""
    if not isinstance(period, WorkingDays):
        return f"{period} from {day_words(start)} end on {day_words(deadline.due_on or start)}."
    if given <= start:
        return f"{day_words(given)} is not after {day_words(start)}, from which it is counted."
    if not calendar.is_working_day(given):
        return f"{day_words(given)} is no working day."
    number = calendar.count(start, given)
    return f"{day_words(given)} is working day {number} after {day_words(start)}; the standard is {period}."
