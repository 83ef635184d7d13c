"""The staff list as it is typed: who works here, and who is away."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from attrs import frozen

from app.forms.absence import Away
from app.forms.findings import FieldFinding, Findings
from joic_policy import Event
from joic_policy.handling.staff import Colleague, is_same_name
from joic_policy.register import OfficeState, Role, StaffAway, StaffListed

__all__ = ["Told", "as_listed", "away", "listing"]

_FIELDS = ("name", "team", "extension", "subjects", "languages", "roles", "cover")


@frozen(kw_only=True)
class Told:
    """The event that was typed, or what is wrong with it."""

    event: Event | None = None
    findings: tuple[FieldFinding, ...] = ()


def listing(  # noqa: PLR0913 (what an event has, and what it is held against)
    raw: Mapping[str, Any],
    *,
    id: UUID,  # noqa: A002 (as the field is called)
    at: datetime,
    office: OfficeState,
    me: str = "",
    changing: str = "",
) -> Told:
    """A colleague as listed from now on; `changing` names one who is on the list, `me` who is at work."""
    findings = Findings(_FIELDS)
    name = changing or _line(raw, "name")
    if not changing:
        _check_new(name, me, office, findings)
    roles = tuple(Role(role) for role in raw.get("roles") or ())
    if not roles:
        findings.add("roles", "Nothing given: expected at least one role.")
    if is_same_name(_line(raw, "cover"), name):
        findings.add("cover", "Nobody covers for themselves: expected another colleague, or nobody.")
    if findings.found:
        return Told(findings=tuple(findings.found))
    return Told(
        event=StaffListed(
            id=id,
            happened_at=at,
            name=name,
            team=_line(raw, "team"),
            extension=_line(raw, "extension"),
            subjects=_several(raw, "subjects"),
            languages=_several(raw, "languages"),
            roles=roles,
            cover=_line(raw, "cover"),
        )
    )


def away(answer: Away, *, name: str, id: UUID, at: datetime) -> Told:  # noqa: A002 (as above)
    """A colleague is away from a day on, to their last day away where that is known."""
    if answer.absence is None:
        return Told(findings=answer.findings)
    first, last = answer.absence.first_on, answer.absence.last_on
    return Told(event=StaffAway(id=id, happened_at=at, name=name, from_on=first, until=last))


def as_listed(colleague: Colleague, roles: tuple[Role, ...]) -> Mapping[str, Any]:
    """What the fields begin with when a colleague on the list is changed."""
    return {
        "team": colleague.team,
        "extension": colleague.extension,
        "subjects": ", ".join(colleague.subjects),
        "languages": ", ".join(colleague.languages),
        "roles": [str(role) for role in roles],
        "cover": colleague.cover,
    }


def _check_new(name: str, me: str, office: OfficeState, findings: Findings) -> None:
    """A new name is nobody else's. Whoever begins the list begins with themselves, so that they can go on."""
    if not name:
        findings.add("name", "Nothing given: expected the colleague's name.")
    elif me and not office.staff and not is_same_name(name, me):
        findings.add("name", f"Begin with yourself, {me}: from then on the list says who may add to it.")
    for known in office.staff:
        if is_same_name(name, known):
            findings.add("name", f"{known} is on the list already: choose them above to change it.")


def _line(raw: Mapping[str, Any], name: str) -> str:
    return " ".join(str(raw.get(name) or "").split())


def _several(raw: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Things with commas between them, each once."""
    parts = (part.strip() for part in _line(raw, name).replace(";", ",").split(","))
    return tuple(dict.fromkeys(part for part in parts if part))
