"""What the policy has to say of an act while its form is filled in: what to do and say, what is missing."""

from collections.abc import Iterable

from attrs import field, frozen

from joic_policy import Contact, Event
from joic_policy.contacts import HazardFound, IncidentRecorded, MessageTaken, MistakeFound
from joic_policy.handling import (
    Finding,
    Steps,
    conduct_steps,
    disclosure_findings,
    hazard_findings,
    incident_findings,
    incident_missing,
    mistake_findings,
    mistake_steps,
)

__all__ = ["Guidance", "guidance", "outstanding"]


@frozen(kw_only=True)
class Guidance:
    """Steps with words to speak, and what a check finds in the act as it is told so far."""

    steps: Steps = field(factory=Steps)
    advice: tuple[Finding, ...] = ()


def guidance(told: Event | None, contact: Contact) -> Guidance:
    """What goes with an act on a contact; nothing for most."""
    match told:
        case IncidentRecorded():
            too_far = True if told.ended else None
            return Guidance(
                steps=conduct_steps(contact.channel, told.kinds, too_far=too_far),
                advice=incident_findings(told),
            )
        case HazardFound():
            return Guidance(advice=hazard_findings(told))
        case MistakeFound():
            return Guidance(steps=mistake_steps(personal_data=told.personal_data))
        case MessageTaken():
            return Guidance(advice=disclosure_findings(told.text, place="message"))
        case _:
            return Guidance()


def outstanding(contact: Contact) -> Iterable[Finding]:
    """What the Office has to see to in its own house: an incident, a mistake, the law's clock on one."""
    return (*incident_missing(contact), *mistake_findings(contact))
