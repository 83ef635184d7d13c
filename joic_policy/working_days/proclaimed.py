"""The days off that no rule can know: appointed once, or moved, each with its reason and source."""

from datetime import date

from attrs import field, frozen

from joic_policy._fields import is_day
from joic_policy._table import Table
from joic_policy.policy import Known
from joic_policy.working_days.days_off import DaysOff

__all__ = ["ProclaimedDay", "proclaimed_from"]


@frozen(kw_only=True)
class ProclaimedDay:
    """A day off by proclamation; `instead_of` is the regular day that it replaces, if it does."""

    on: date = field(validator=is_day)
    name: str
    instead_of: date | None
    reason: str
    source: str
    known: Known


def proclaimed_from(top: Table, regular: DaysOff) -> tuple[date, tuple[ProclaimedDay, ...]]:
    """The day through which all is proclaimed, and every entry, checked against the regular days.

    Raises:
        DataFileError: A day is incomplete, out of order, outside the span, a holiday already, or moved from
            what is no regular day.
    """
    known_through = top.day("known_through")
    if not regular.first <= known_through <= regular.last:
        raise top.refusal("known_through", known_through, f"a day from {regular.first} to {regular.last}")
    left = dict(regular.holidays)
    before, days = regular.first, []
    for table in top.tables("days"):
        day = _day_from(table)
        if not before < day.on <= regular.last:
            raise table.refusal("on", day.on, f"a day after {before}, and not after {regular.last}")
        if day.on in regular.holidays:
            raise table.refusal("on", day.on, f"no regular holiday; it is {regular.holidays[day.on]}")
        if day.instead_of is not None and left.pop(day.instead_of, None) is None:
            raise table.refusal("instead_of", day.instead_of, "a regular holiday, moved once")
        days.append(day)
        before = day.on
    top.done()
    return known_through, tuple(days)


def _day_from(table: Table) -> ProclaimedDay:
    day = ProclaimedDay(
        on=table.day("on"),
        name=table.text("name"),
        instead_of=table.maybe_day("instead_of"),
        reason=table.text("reason"),
        source=table.text("source"),
        known=table.one_of("known", Known),
    )
    table.done()
    return day
