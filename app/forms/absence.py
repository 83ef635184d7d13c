"""Being away, as it is typed: the automatic reply, who takes the calls, and what the staff list is told."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from attrs import frozen

from app.forms.findings import Finding, Findings
from joic_policy import InvalidError, WorkingDayCalendar
from joic_policy.handling import (
    Absence,
    AutomaticReply,
    Colleague,
    ContactPoint,
    Cover,
    automatic_reply,
    reply_findings,
    telephone_cover,
)
from joic_policy.handling import Finding as Advice
from joic_policy.register import StaffAway
from joic_policy.units import day_in_jersey

__all__ = ["FIELDS", "Away", "away"]

FIELDS = ("who", "first", "back", "point", "point.telephone", "point.email", "reply")


@frozen(kw_only=True)
class Away:
    """What follows from an absence; `told` is what the staff list is to record."""

    findings: tuple[Finding, ...] = ()
    reply: AutomaticReply | None = None
    cover: Cover | None = None
    advice: tuple[Advice, ...] = ()
    told: StaffAway | None = None


def away(
    raw: Mapping[str, Any],
    staff: Iterable[Colleague],
    *,
    event_id: UUID,
    at: datetime,
    calendar: WorkingDayCalendar,
) -> Away:
    """Read the form: nothing is decided until it is known who is away and from when.

    A reply that was written by hand (`reply`) is looked at in place of the one that is proposed.
    """
    found = Findings(FIELDS)
    answer = Away()
    with found.about("who", {"first_on": "first", "back_on": "back", "telephone": "point.telephone"}):
        listed = tuple(staff)
        colleague = next((each for each in listed if each.name == raw.get("who")), None)
        if colleague is None:
            raise InvalidError("who", raw.get("who"), "the name of somebody on the staff list")
        absence = Absence(first_on=raw.get("first") or day_in_jersey(at), back_on=raw.get("back"))
        point = _point(raw)
        reply = automatic_reply(absence, point, calendar=calendar)
        cover = telephone_cover(colleague, listed, absence)
        written = (raw.get("reply") or "").strip() or reply.text
        answer = Away(
            reply=reply,
            cover=cover,
            advice=(*reply.findings, *cover.findings, *reply_findings(written, absence, point)),
            told=StaffAway(
                id=event_id,
                happened_at=at,
                name=colleague.name,
                from_on=absence.first_on,
                until=absence.last_on,
            ),
        )
    return Away(findings=tuple(found.found)) if found.found else answer


def _point(raw: Mapping[str, Any]) -> ContactPoint:
    """The colleague who was named, or the Office itself."""
    name = (raw.get("point") or "").strip()
    if not name:
        return ContactPoint.of_office()
    return ContactPoint(
        name=name, telephone=raw.get("point.telephone") or "", email=raw.get("point.email") or ""
    )
