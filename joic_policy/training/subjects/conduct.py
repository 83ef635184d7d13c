"""Tasks on abuse, hazards and our own mistakes: what to do, and what the records of them lack."""

from datetime import UTC, datetime
from typing import ClassVar

from attrs import frozen

from joic_policy.contacts import (
    Abuse,
    Channel,
    Contact,
    HazardFound,
    IncidentRecorded,
    MistakeFound,
    Received,
    Triaged,
    contact_from,
)
from joic_policy.handling import (
    Finding,
    Steps,
    conduct_steps,
    hazard_findings,
    incident_findings,
    incident_missing,
    mistake_findings,
    mistake_steps,
)
from joic_policy.training.subjects.findings import Found
from joic_policy.training.task import Asks, Key, Line, Subject
from joic_policy.training.words import exhibit_of
from joic_policy.triage import Option

__all__ = ["Closing", "Conduct", "Hazard", "Incident", "Mistake"]

_WRONG = 4
_EVER = datetime(2026, 1, 5, 12, tzinfo=UTC)


@frozen(kw_only=True)
class Conduct(Subject):
    """What to do about abuse; `too_far` is the officer's own judgement, None where it is still to be made."""

    asks: ClassVar[Asks] = Asks.CONDUCT

    channel: Channel
    kinds: tuple[Abuse, ...]
    too_far: bool | None

    def key(self) -> Key:
        """The steps of this stage on this channel, among those of others."""
        right = conduct_steps(self.channel, self.kinds, too_far=self.too_far)
        others = (
            text
            for channel in (self.channel, *Channel)
            for too_far in (True, False, None)
            for text in conduct_steps(channel, (), too_far=too_far).do
        )
        return _of_steps(right, tuple(others))


@frozen(kw_only=True)
class Mistake(Subject):
    """What to do about a mistake of ours (STD-3)."""

    asks: ClassVar[Asks] = Asks.MISTAKE

    personal_data: bool

    def key(self) -> Key:
        """The steps, at once to a manager where personal data is concerned."""
        others = (
            *mistake_steps(personal_data=True).do,
            *conduct_steps(Channel.EMAIL, (), too_far=True).do,
            *conduct_steps(Channel.TELEPHONE, (), too_far=False).do,
        )
        return _of_steps(mistake_steps(personal_data=self.personal_data), others)


@frozen(kw_only=True)
class Incident(Found):
    """What the record of an incident lacks (STD-5)."""

    asks: ClassVar[Asks] = Asks.INCIDENT

    incident: IncidentRecorded

    @property
    def exhibit(self) -> str:
        """The record as far as it goes."""
        kinds = ", ".join(kind.value for kind in self.incident.kinds)
        return exhibit_of({"kinds": kinds, "what": self.incident.what, "by": self.incident.by})

    def found(self) -> tuple[Finding, ...]:
        """What the check finds in it."""
        return incident_findings(self.incident)

    def others(self) -> tuple[Finding, ...]:
        """What it finds in an empty one."""
        return incident_findings(IncidentRecorded(happened_at=_EVER, kinds=()))


@frozen(kw_only=True)
class Closing(Found):
    """What has to be recorded before a contact is closed: its incident, and our mistakes put right."""

    asks: ClassVar[Asks] = Asks.CLOSING

    contact: Contact

    def found(self) -> tuple[Finding, ...]:
        """What the checks find."""
        return (*incident_missing(self.contact), *mistake_findings(self.contact))

    def others(self) -> tuple[Finding, ...]:
        """What they find where everything is open."""
        opening = Received(channel=Channel.EMAIL, received_on=_EVER.date(), received_at=_EVER)
        abusive = Triaged(happened_at=_EVER, matters=(), abusive=True)
        mistake = MistakeFound(happened_at=_EVER, personal_data=True)
        open_still = contact_from([opening, abusive, mistake])
        return (*incident_missing(open_still), *mistake_findings(open_still))


@frozen(kw_only=True)
class Hazard(Found):
    """What the note of a hazard on the premises lacks, and medical detail in it (PRI-9)."""

    asks: ClassVar[Asks] = Asks.HAZARD

    hazard: HazardFound

    @property
    def exhibit(self) -> str:
        """The note as far as it goes."""
        hazard = self.hazard
        return exhibit_of({"place": hazard.place, "hazard": hazard.what, "told": hazard.told})

    def found(self) -> tuple[Finding, ...]:
        """What the check finds in it."""
        return hazard_findings(self.hazard)

    def others(self) -> tuple[Finding, ...]:
        """What it finds in an empty one."""
        return hazard_findings(HazardFound(happened_at=_EVER))


def _of_steps(steps: Steps, others: tuple[str, ...]) -> Key:
    wrong = tuple(dict.fromkeys(text for text in others if text not in steps.do))
    step = max(1, len(wrong) // _WRONG)
    shown = {*steps.do, *wrong[::step][:_WRONG]}
    return Key(
        right=steps.do,
        lines=tuple(
            Line(option=Option(value=text, label=text), right=text in steps.do) for text in sorted(shown)
        ),
        why=tuple(filter(None, (steps.ask, *steps.say))),
        clause_ids=steps.clause_ids,
    )
