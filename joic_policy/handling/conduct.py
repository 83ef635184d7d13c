"""When somebody is abusive, the premises are not safe, or we were wrong (STD-1 to STD-6, PRI-9)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache

from attrs import evolve, frozen

from joic_policy._table import Table
from joic_policy.contacts import (
    Abuse,
    Channel,
    Contact,
    HazardFound,
    IncidentRecorded,
    Matter,
    MistakeCorrected,
    MistakeFound,
)
from joic_policy.handling.finding import Finding, findings_from
from joic_policy.handling.phrases import Phrasebook, phrasebook_from
from joic_policy.policy import POLICY, Duty, MatterKind
from joic_policy.policy.texts import cited

__all__ = [
    "Steps",
    "conduct_steps",
    "hazard_findings",
    "incident_draft",
    "incident_findings",
    "incident_missing",
    "mistake_findings",
    "mistake_steps",
    "own_breach",
]


@frozen(kw_only=True)
class Steps:
    """What to do, in order, and words to speak; `ask` is what only the officer can judge."""

    ask: str = ""
    do: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    clause_ids: tuple[str, ...] = ()


def conduct_steps(channel: Channel, kinds: Iterable[Abuse] = (), *, too_far: bool | None = None) -> Steps:
    """What to do about abuse. Whether it goes `too_far` the officer judges (STD-4); None: not yet."""
    stage = {None: "not_judged", False: "bearable", True: "too_far"}[too_far]
    place = "written" if channel.written else channel.value
    of_kinds = (kind.value for kind in Abuse if kind in set(kinds))
    return _joined(f"{place}_{stage}", *of_kinds, "always")


def incident_draft(contact: Contact, *, at: datetime, by: str, kinds: Iterable[Abuse]) -> IncidentRecorded:
    """An incident as far as the contact tells of it, for who records it to complete and confirm (STD-5)."""
    opening = contact.opening
    return IncidentRecorded(
        happened_at=at,
        by=by,
        kinds=tuple(kinds),
        place=contact.channel.words,
        what=opening.text or opening.subject,
    )


def incident_findings(incident: IncidentRecorded) -> tuple[Finding, ...]:
    """What an incident still lacks."""
    lacks = {
        "kinds": not incident.kinds,
        "what": not incident.what.strip(),
        "by": not incident.by.strip(),
    }
    return _found(lacks)


def incident_missing(contact: Contact) -> tuple[Finding, ...]:
    """What stands in the way of closing an abusive contact: its incident (STD-5)."""
    return _found({"incident": contact.abusive and not contact.acts(IncidentRecorded)})


def hazard_findings(hazard: HazardFound) -> tuple[Finding, ...]:
    """What is missing of a hazard or an injury, and medical detail in it, as advice (PRI-9)."""
    lacks = {
        "hazard_place": not hazard.place.strip(),
        "hazard_what": not hazard.what.strip(),
        "hazard_told": not hazard.told.strip(),
    }
    return (*_found(lacks), *_read()[2].findings(hazard.what, place="hazard: what it is"))


def mistake_steps(*, personal_data: bool) -> Steps:
    """What to do about a mistake of ours, and at once where personal data is concerned (STD-3)."""
    return _joined(*(["mistake_personal_data"] if personal_data else []), "mistake")


def own_breach(mistake: MistakeFound) -> Matter | None:
    """The matter that starts the law's clock on a mistake with personal data, from when it was noticed."""
    if not mistake.personal_data:
        return None
    return Matter(kind=MatterKind.OWN_BREACH, aware_at=mistake.happened_at)


def mistake_findings(contact: Contact) -> tuple[Finding, ...]:
    """Mistakes of ours that are not put right, or that the law's clock does not know of yet (STD-3)."""
    found = contact.acts(MistakeFound)
    corrected = {act.of for act in contact.acts(MistakeCorrected)}
    known = any(matter.kind is MatterKind.OWN_BREACH for matter in contact.matters)
    return _found(
        {
            "correction": any(mistake.id not in corrected for mistake in found),
            "own_breach": not known and any(mistake.personal_data for mistake in found),
        }
    )


def _joined(*keys: str) -> Steps:
    """Several steps as one, each thing once."""
    parts = [_read()[0][key] for key in keys]
    return Steps(
        ask=" ".join(part.ask for part in parts if part.ask),
        do=_once(text for part in parts for text in part.do),
        say=_once(text for part in parts for text in part.say),
        clause_ids=_once(clause_id for part in parts for clause_id in part.clause_ids),
    )


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _found(lacks: Mapping[str, bool]) -> tuple[Finding, ...]:
    return tuple(_read()[1][key] for key, is_lacking in lacks.items() if is_lacking)


@cache
def _read() -> tuple[Mapping[str, Steps], Mapping[str, Finding], Phrasebook]:
    top = Table.beside(__file__, "conduct.toml")
    steps = dict(_steps(top.table("steps")))
    missing = {
        key: evolve(finding, what=_filled(finding.what))
        for key, finding in findings_from(top.table("missing")).items()
    }
    read = steps, missing, phrasebook_from(top.table("medical"))
    top.done()
    return read


def _steps(top: Table) -> Iterator[tuple[str, Steps]]:
    for table in top:
        clause_ids = table.texts("clauses", at_least=1)
        yield (
            table.name,
            Steps(
                ask=table.text("ask", ""),
                do=tuple(map(_filled, table.texts("do", at_least=1))),
                say=table.texts("say"),
                clause_ids=tuple(cited(table, "clauses", clause_id) for clause_id in clause_ids),
            ),
        )
        table.done()


def _filled(text: str) -> str:
    report = POLICY.statutes[Duty.OWN_BREACH_REPORT]
    return text.replace("{own_breach_report}", str(report.duration))
