"""What if: the facts, the readings, the numbers and the days off that were chosen, and what is owed then."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from attrs import Attribute, fields, frozen

from app.forms.contacts import history
from app.forms.findings import FieldFinding, Findings
from joic_policy import (
    Deadline,
    Event,
    InvalidError,
    Policy,
    Standard,
    WorkingDayCalendar,
    WorkingDays,
    contact_from,
    deadlines,
)
from joic_policy.deadlines.readings import LAW_CLAUSES
from joic_policy.policy import Interpretation, Interpretations, StandardId

__all__ = ["NUMBERS", "WhatIf", "questions", "what_if"]

#: The numbers of working days that a date of a contact can rest on.
NUMBERS = (StandardId.ACKNOWLEDGE_LETTER, StandardId.ACKNOWLEDGE_EMAIL, StandardId.FORMAL_RESPONSE)


@frozen(kw_only=True)
class WhatIf:
    """An answer to what was typed, as of an instant.

    `begun` says whether it was received by then; if not, the dates are those that it will have. `later` are
    the acts that lie after the instant and are left out of the answer. What is in `findings` is left out too.
    """

    deadlines: tuple[Deadline, ...]
    begun: bool
    later: tuple[Event, ...]
    findings: tuple[FieldFinding, ...]
    calendar: WorkingDayCalendar


def questions(policy: Policy) -> tuple[Interpretation, ...]:
    """The open questions that a date of a contact can rest on."""
    touched = {duty.clause_id for duty in policy.undated.values()}
    touched |= {policy.standards[number].clause_id for number in NUMBERS}
    touched |= LAW_CLAUSES
    asked = (policy.unsaid[attribute.name] for attribute in _readings())
    return tuple(question for question in asked if touched & set(question.clause_ids))


def what_if(raw: Mapping[str, Any], *, policy: Policy, calendar: WorkingDayCalendar, at: datetime) -> WhatIf:
    """What is owed by the facts typed, under the policy and the calendar as changed there."""
    findings = Findings(raw.keys())
    policy = _policy(raw, findings, policy)
    events = history(raw, findings, policy=policy, calendar=calendar)
    begun = bool(events) and events[0].happened_at <= at
    calendar = _calendar(raw, findings, calendar)
    owed: tuple[Deadline, ...] = ()
    if events:
        with findings.about(_longest(raw)):
            contact = contact_from(events, until=at if begun else None)
            owed = deadlines(contact, policy=policy, calendar=calendar)
    return WhatIf(
        deadlines=owed,
        begun=begun,
        later=tuple(event for event in events if begun and event.happened_at > at),
        findings=tuple(findings.found),
        calendar=calendar,
    )


def _policy(raw: Mapping[str, Any], findings: Findings, policy: Policy) -> Policy:
    for question in questions(policy):
        reading = raw.get(f"reading.{question.id}")
        if reading:
            policy = policy.with_readings(**{question.id: reading})
    for number in NUMBERS:
        days = raw.get(f"days.{number}")
        if days is not None:
            with findings.about(f"days.{number}"):
                standard: Standard = policy.standards[number]
                policy = policy.with_standard(standard.amended(WorkingDays(days)))
    return policy


def _calendar(raw: Mapping[str, Any], findings: Findings, calendar: WorkingDayCalendar) -> WorkingDayCalendar:
    holiday, name = raw.get("holiday"), (raw.get("holiday.name") or "").strip()
    with findings.about("holiday", {"holidays": "holiday"}):
        if holiday:
            return calendar.with_holidays({holiday: name or "Extra holiday"})
        if name:
            raise InvalidError("holiday", None, "the day that is to be a holiday")
    return calendar


def _longest(raw: Mapping[str, Any]) -> str:
    """The field to speak of where a date would lie beyond the calendar."""
    return next((f"days.{number}" for number in NUMBERS if raw.get(f"days.{number}")), "received")


def _readings() -> "tuple[Attribute[Any], ...]":
    return fields(Interpretations)
