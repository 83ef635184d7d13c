"""A holiday as it is typed: the day, what it is called, and where it is proclaimed."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from attrs import frozen

from app.forms.findings import FieldFinding, Findings
from joic_policy import WorkingDayCalendar
from joic_policy.register import HolidayProclaimed
from joic_policy.units import day_words

__all__ = ["Told", "holiday"]

_FIELDS = ("on", "name", "source")


@frozen(kw_only=True)
class Told:
    """The holiday that was typed, or what is wrong with it."""

    event: HolidayProclaimed | None
    findings: tuple[FieldFinding, ...]


def holiday(
    raw: Mapping[str, Any],
    *,
    id: UUID,  # noqa: A002 (as the field is called)
    at: datetime,
    calendar: WorkingDayCalendar,
) -> Told:
    """What the fields tell; a day that is a day off anyhow is refused, with what it is."""
    findings = Findings(_FIELDS)
    on, event = raw.get("on"), None
    if on is None:
        findings.add("on", "Nothing given: expected the day off.")
    else:
        _check_day(on, calendar, findings)
    names = {name: " ".join((raw.get(name) or "").split()) for name in _FIELDS[1:]}
    for name, expected in (("name", "what the day is called"), ("source", "where it is proclaimed")):
        if not names[name]:
            findings.add(name, f"Nothing given: expected {expected}.")
    if on and not findings.found:
        event = HolidayProclaimed(id=id, happened_at=at, on=on, name=names["name"], source=names["source"])
    return Told(event=event, findings=tuple(findings.found))


def _check_day(on: date, calendar: WorkingDayCalendar, findings: Findings) -> None:
    with findings.about("on"):
        name = calendar.holiday(on)
        if name:
            findings.add("on", f"{day_words(on)} is a holiday already: {name}.")
        elif not calendar.is_working_day(on):
            findings.add("on", f"{day_words(on)} is no working day anyhow, so it moves nothing.")
