"""Being away, as it is typed: the automatic reply, who takes the calls, and what the staff list is told."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from attrs import frozen

from app.forms.findings import FieldFinding, Findings
from joic_policy import WorkingDayCalendar
from joic_policy.handling import (
    Absence,
    AutomaticReply,
    Colleague,
    ContactPoint,
    Cover,
    Finding,
    automatic_reply,
    reply_findings,
    telephone_cover,
)

__all__ = ["FIELDS", "Away", "away"]

FIELDS = ("first", "back", "point", "point.telephone", "point.email", "reply")


@frozen(kw_only=True)
class Away:
    """What follows from an absence; the staff list is told its first and its last day."""

    findings: tuple[FieldFinding, ...] = ()
    absence: Absence | None = None
    reply: AutomaticReply | None = None
    cover: Cover | None = None
    advice: tuple[Finding, ...] = ()


def away(
    raw: Mapping[str, Any],
    colleague: Colleague,
    staff: Iterable[Colleague],
    *,
    on: date,
    calendar: WorkingDayCalendar,
) -> Away:
    """Read the form of an absence, from the day `on` if no other is given.

    A reply that was written by hand (`reply`) is looked at in place of the one that is proposed.
    """
    found = Findings(FIELDS)
    answer = Away()
    with found.about("first", {"back_on": "back", "telephone": "point.telephone"}):
        absence = Absence(first_on=raw.get("first") or on, back_on=raw.get("back"))
        point = _point(raw)
        reply = automatic_reply(absence, point, calendar=calendar)
        cover = telephone_cover(colleague, staff, absence)
        written = (raw.get("reply") or "").strip() or reply.text
        answer = Away(
            absence=absence,
            reply=reply,
            cover=cover,
            advice=(*reply.findings, *cover.findings, *reply_findings(written, absence, point)),
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
