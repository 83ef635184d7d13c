"""A picture of the calendar as data: months of weeks of days, each day with what there is to see on it."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import groupby

from attrs import frozen

from joic_policy import Deadline, WorkingDayCalendar
from joic_policy.units import day_words
from joic_policy.working_days import CalendarDay

__all__ = ["Day", "Month", "Picture", "picture"]

_MOST_MONTHS = 12
_NEAR = timedelta(days=31)
_DAY = timedelta(days=1)
_SATURDAY = 5

_Notes = Mapping[date, tuple[tuple[str, str], ...]]


@frozen(kw_only=True)
class Day:
    """One day: its number in the count, whether it is a day of rest, and what falls on it in a word each."""

    on: date
    number: int | None
    weekend: bool
    holiday: bool
    marks: tuple[str, ...]


@frozen(kw_only=True)
class Month:
    """A month in weeks from Monday; None stands for a day of another month. `notes` say what is marked."""

    title: str
    weeks: tuple[tuple[Day | None, ...], ...]
    notes: tuple[str, ...]


@frozen(kw_only=True)
class Picture:
    """The months that a count touches, and the same in words; `cut` where there are too many to draw."""

    words: str
    months: tuple[Month, ...]
    cut: bool


def picture(
    deadline: Deadline,
    others: Iterable[Deadline],
    *,
    as_of: date | None,
    calendar: WorkingDayCalendar,
    answered: date | None = None,
) -> Picture:
    """The count of one deadline, with the due days of the others and the as-of day where they are near.

    `answered` is the day that somebody answered who was asked for the due day.
    """
    counted = deadline.explanation.days
    start_on = deadline.start_on or deadline.ground.contact.received_on
    own = [day for day in (start_on, deadline.due_on, *(day.on for day in counted)) if day]
    first, last = min(own), max(own)
    notes = _notes(deadline, others, as_of, answered)
    near = [day for day in notes if first - _NEAR <= day <= last + _NEAR]
    span = _months(min(first, *near), max(last, *near))
    numbers = {day.on: day.number for day in counted if day.number}
    return Picture(
        words=_words(start_on, counted, deadline.due_on),
        months=tuple(_month(days, numbers, notes, calendar) for days in span[:_MOST_MONTHS]),
        cut=len(span) > _MOST_MONTHS,
    )


def _notes(
    deadline: Deadline, others: Iterable[Deadline], as_of: date | None, answered: date | None
) -> _Notes:
    """What falls on a day: a word to mark it with, and the same in full."""
    notes: dict[date, tuple[tuple[str, str], ...]] = {}

    def note(day: date | None, mark: str, says: str) -> None:
        if day and (mark, says) not in notes.get(day, ()):
            notes[day] = (*notes.get(day, ()), (mark, says))

    note(deadline.ground.contact.received_on, "in", "received")
    if deadline.start_on != deadline.ground.contact.received_on:
        note(deadline.start_on, "from", f"counted from here: {deadline.title}")
    note(as_of, "now", "the as-of day")
    note(answered, "you", "your answer")
    for one in (deadline, *(other for other in others if not other.displaced_by)):
        if one.targets[1:]:
            note(one.targets[0].on, "first", f"first due: {one.title}")
        note(one.due_on, "due", f"due: {one.title}")
    return notes


def _months(first: date, last: date) -> list[list[date]]:
    """The days of every month from the first day's to the last one's."""
    begin = first.replace(day=1)
    end = (last.replace(day=28) + 4 * _DAY).replace(day=1)
    days = (begin + place * _DAY for place in range((end - begin).days))
    return [list(month) for _, month in groupby(days, key=lambda day: (day.year, day.month))]


def _month(
    days: list[date], numbers: Mapping[date, int], notes: _Notes, calendar: WorkingDayCalendar
) -> Month:
    inside = [day for day in days if calendar.first <= day <= calendar.last]
    holidays = {day: name for day in inside if (name := calendar.holiday(day))}
    cells: list[Day | None] = [None] * days[0].weekday()
    cells += [
        Day(
            on=day,
            number=numbers.get(day),
            weekend=day.weekday() >= _SATURDAY,
            holiday=day in holidays,
            marks=tuple(dict.fromkeys(mark for mark, _ in notes.get(day, ()))),
        )
        for day in days
    ]
    cells += [None] * (-len(cells) % 7)
    return Month(
        title=f"{days[0]:%B %Y}",
        weeks=tuple(tuple(cells[place : place + 7]) for place in range(0, len(cells), 7)),
        notes=tuple(
            f"{day.day} {day:%B}: {'; '.join(said)}"
            for day in days
            if (said := [*filter(None, [holidays.get(day)]), *(says for _, says in notes.get(day, ()))])
        ),
    )


def _words(start_on: date, counted: tuple[CalendarDay, ...], due_on: date | None) -> str:
    """The count for those who do not see the picture."""
    if due_on is None:
        return "There is no date to count to."
    if not counted:
        return f"From {day_words(start_on)} to {day_words(due_on)}, every day counted."
    number = max(day.number or 0 for day in counted)
    names = {day.on: day.why_not for day in counted if day.why_not and day.on.weekday() < _SATURDAY}
    rest = sum(day.on.weekday() >= _SATURDAY for day in counted)
    left_out = [f"{rest} weekend days"] if rest else []
    left_out += [f"{name} ({day.day} {day:%B})" for day, name in names.items()]
    skipped = f" Not counted: {', '.join(left_out)}." if left_out else ""
    return f"{number} working days from {day_words(start_on)} to {day_words(counted[-1].on)}.{skipped}"
