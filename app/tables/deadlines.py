"""Dates as they are told: one line a deadline, grouped by whose it is."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from attrs import frozen

from app.tables.labels import OWED_BY, STATUSES
from joic_policy import Deadline, Duty, FullResponseExpected, OwedBy, Standard, Status, Statute, WorkingDays
from joic_policy.deadlines.explanation import NO_ADVICE
from joic_policy.units import day_in_jersey, day_words, instant_words

__all__ = ["DateRow", "Group", "by_name", "explained", "far", "groups", "longest", "still_owed"]

_OPEN = frozenset({Status.WAITING, Status.DUE_TODAY, Status.OVERDUE, Status.WAIVED})
_COMING = frozenset({Status.WAITING, Status.WAIVED, Status.BESIDE})


@frozen(kw_only=True)
class DateRow:
    """One deadline as it stands. `when` is its day in words, `distance` how far off that is.

    `source` is where it is written, `says` what is written there. `marks` may not be overlooked.
    """

    title: str
    when: str
    distance: str
    status: str
    standing: Status
    owed_by: str
    source: str
    says: str
    marks: tuple[str, ...]


@frozen(kw_only=True)
class Group:
    """Deadlines of one side, under what they are."""

    title: str
    rows: tuple[DateRow, ...]


def groups(deadlines: Iterable[Deadline], at: datetime) -> tuple[Group, ...]:
    """All deadlines as lines: the customer's own first, then the Office's, then the organisation's."""
    in_order = sorted(deadlines, key=_soonest)
    titles = {
        OwedBy.CUSTOMER: "Say first: the customer's own last day",
        OwedBy.OFFICE: "What the Office owes",
        OwedBy.ORGANISATION: "Beside: what the organisation owes",
    }
    found = (
        Group(
            title=title, rows=tuple(_row(deadline, at) for deadline in in_order if deadline.owed_by is side)
        )
        for side, title in titles.items()
    )
    return tuple(group for group in found if group.rows)


def still_owed(deadlines: Iterable[Deadline], at: datetime) -> tuple[Deadline, ...]:
    """What the Office still owes by a date, soonest first."""
    return tuple(
        deadline
        for deadline in sorted(deadlines, key=_soonest)
        if deadline.owed_by is OwedBy.OFFICE and deadline.due_on and deadline.status(at) in _OPEN
    )


def by_name(deadlines: Iterable[Deadline]) -> Mapping[str, Deadline]:
    """All deadlines, soonest first, by a name that stays while facts change."""
    return {
        "-".join(str(part) for part in deadline.identity if part is not None): deadline
        for deadline in sorted(deadlines, key=_soonest)
    }


def longest(owed: Mapping[str, Deadline]) -> str:
    """The name of the deadline to look at first: the Office's last date by the policy, or what there is."""
    holding = {name: one for name, one in owed.items() if not one.displaced_by}
    dated = [name for name, one in holding.items() if one.due_on and one.owed_by is OwedBy.OFFICE]
    by_policy = [name for name in dated if isinstance(owed[name].rule, Standard)]
    displacing = [name for name in dated if len(holding) < len(owed) and name not in by_policy]
    return (displacing or by_policy or list(owed))[-1]


def explained(deadline: Deadline, at: datetime) -> str:
    """How an answer came about and how it stands, as text to copy."""
    standing = STATUSES[deadline.status(at)].lower()
    return f"{deadline.explanation.text}\nAs of {instant_words(at)}, Jersey time: {standing}."


def _soonest(deadline: Deadline) -> tuple[bool, datetime]:
    return deadline.due_at is None, deadline.due_at or deadline.arose_at


def _row(deadline: Deadline, at: datetime) -> DateRow:
    source, status = deadline.source, deadline.status(at)
    says = f"{source.note} {NO_ADVICE}".strip() if isinstance(source, Statute) else source.summary
    return DateRow(
        title=deadline.title,
        when=_when(deadline),
        distance=_distance(deadline, at, status),
        status=STATUSES[status],
        standing=status,
        owed_by=OWED_BY[deadline.owed_by],
        source=deadline.citation,
        says=says,
        marks=tuple(_marks(deadline, at)),
    )


def _when(deadline: Deadline) -> str:
    if deadline.exactly_at:
        return instant_words(deadline.exactly_at)
    if deadline.due_on:
        return day_words(deadline.due_on)
    return "As soon as possible" if deadline.duty is Duty.REPLY else "No date"


def _distance(deadline: Deadline, at: datetime, status: Status) -> str:
    """How far the day is from the as-of day, counted as the period itself is."""
    on, due_on = day_in_jersey(at), deadline.due_on
    if due_on is None or (status not in _COMING and status is not Status.OVERDUE) or at < deadline.arose_at:
        return ""
    rule = deadline.rule
    in_working_days = isinstance(rule, Standard) or (
        isinstance(rule, Statute) and isinstance(rule.duration, WorkingDays)
    )
    inside = deadline.ground.calendar.first <= on <= deadline.ground.calendar.last
    if in_working_days and inside:
        return far(deadline.ground.calendar.count(on, due_on), "working day", on, due_on)
    return far((due_on - on).days, "day", on, due_on)


def far(days: int, unit: str, on: date, due_on: date) -> str:
    """How far off a day is, counted in a unit, in words: in 3 working days, 1 day ago, today."""
    if on == due_on:
        return "today"
    size = f"{abs(days)} {unit}{'' if abs(days) == 1 else 's'}"
    if due_on < on:
        return f"{size} ago" if days else "since the last working day"
    return f"in {size}" if days else "before the next working day"


def _marks(deadline: Deadline, at: datetime) -> Iterator[str]:
    source = deadline.source
    if deadline.owed_by is OwedBy.CUSTOMER and deadline.due_on:
        if day_in_jersey(at) <= deadline.due_on:
            yield "Do not leave it to the last day."
        else:
            yield "The day has passed: check with a colleague; it is not refused here."
    if isinstance(source, Statute) and not source.verified:
        yield "Unverified: check it before you rely on it."
    if isinstance(source, Statute) and deadline.due_on is None:
        yield (
            "No date: the law's period is not known."
            if source.duration is None
            else ("No date yet: the fact that it runs from is not known.")
        )
    if deadline.displaced_by:
        yield f"The law's date holds instead: {deadline.displaced_by.title}."
    yield from _targets(deadline)
    expected = deadline.ground.contact.acts(FullResponseExpected)
    if deadline.duty is Duty.ACKNOWLEDGEMENT and expected:
        yield from (f"Waived to the end of {day_words(waiver.expected_on)}." for waiver in deadline.waivers)
        if not deadline.waivers:
            yield "Not waived: that needs an expected day no later than this one, recorded by this day."


def _targets(deadline: Deadline) -> Iterator[str]:
    if deadline.targets[1:]:
        yield f"First target: {day_words(deadline.targets[0].on)}."
    for target in deadline.targets[1:]:
        if not target.in_time:
            yield f"Told too late: {day_words(target.on)} is a promise, and this date stands."
