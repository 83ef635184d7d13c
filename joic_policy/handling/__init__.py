"""How staff do it: calls, messages, correspondence, absence, conduct.

A person can always save and go on: what is missing is a finding, with its clause and how to mend it. Each
part is loaded when it is first asked for, as in `joic_policy.triage`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from joic_policy.handling.absence import (
        Absence,
        AutomaticReply,
        ContactPoint,
        Cover,
        automatic_reply,
        reply_findings,
        telephone_cover,
    )
    from joic_policy.handling.calls import Answering, Ring, TimeOfDay, answering, greeting, time_of_day
    from joic_policy.handling.conduct import (
        Steps,
        conduct_steps,
        hazard_findings,
        incident_draft,
        incident_findings,
        incident_missing,
        mistake_findings,
        mistake_steps,
        own_breach,
    )
    from joic_policy.handling.disclosure import SafeSentences, disclosure_findings, safe_sentences
    from joic_policy.handling.finding import Finding, faults
    from joic_policy.handling.messages import (
        CallBack,
        SpeakerPhone,
        TelephoneMessage,
        message_findings,
        speaker_findings,
    )
    from joic_policy.handling.staff import Colleague
    from joic_policy.handling.transfer import Call, Decision, NextStep, decision

__all__ = [
    "Absence",
    "Answering",
    "AutomaticReply",
    "Call",
    "CallBack",
    "Colleague",
    "ContactPoint",
    "Cover",
    "Decision",
    "Finding",
    "NextStep",
    "Ring",
    "SafeSentences",
    "SpeakerPhone",
    "Steps",
    "TelephoneMessage",
    "TimeOfDay",
    "answering",
    "automatic_reply",
    "conduct_steps",
    "decision",
    "disclosure_findings",
    "faults",
    "greeting",
    "hazard_findings",
    "incident_draft",
    "incident_findings",
    "incident_missing",
    "message_findings",
    "mistake_findings",
    "mistake_steps",
    "own_breach",
    "reply_findings",
    "safe_sentences",
    "speaker_findings",
    "telephone_cover",
    "time_of_day",
]

_HOMES = {
    "absence": (
        "Absence",
        "AutomaticReply",
        "ContactPoint",
        "Cover",
        "automatic_reply",
        "reply_findings",
        "telephone_cover",
    ),
    "calls": ("Answering", "Ring", "TimeOfDay", "answering", "greeting", "time_of_day"),
    "conduct": (
        "Steps",
        "conduct_steps",
        "hazard_findings",
        "incident_draft",
        "incident_findings",
        "incident_missing",
        "mistake_findings",
        "mistake_steps",
        "own_breach",
    ),
    "disclosure": ("SafeSentences", "disclosure_findings", "safe_sentences"),
    "finding": ("Finding", "faults"),
    "messages": ("CallBack", "SpeakerPhone", "TelephoneMessage", "message_findings", "speaker_findings"),
    "staff": ("Colleague",),
    "transfer": ("Call", "Decision", "NextStep", "decision"),
}


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
