"""How staff do it: calls, messages, correspondence, absence, conduct.

A person can always save and go on: what is missing is a finding, with its clause and how to mend it. Each
part is loaded when it is first asked for, as in `joic_policy.triage`.
"""

from typing import TYPE_CHECKING

from joic_policy._later import found_later

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
    from joic_policy.handling.correspondence.checks import Sending, letter_findings, sending_findings
    from joic_policy.handling.correspondence.composition import (
        Draft,
        composed,
        delayed,
        promised,
        reply_draft,
    )
    from joic_policy.handling.correspondence.letter import (
        Correspondence,
        Medium,
        Part,
        Sender,
        Stated,
        Template,
    )
    from joic_policy.handling.correspondence.ready import ReadyAnswer, ready_answers, refusal_reasons, refused
    from joic_policy.handling.correspondence.signature import Signature, signature, signature_findings
    from joic_policy.handling.correspondence.wording import Wording, wording
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
    "Correspondence",
    "Cover",
    "Decision",
    "Draft",
    "Finding",
    "Medium",
    "NextStep",
    "Part",
    "ReadyAnswer",
    "Ring",
    "SafeSentences",
    "Sender",
    "Sending",
    "Signature",
    "SpeakerPhone",
    "Stated",
    "Steps",
    "TelephoneMessage",
    "Template",
    "TimeOfDay",
    "Wording",
    "answering",
    "automatic_reply",
    "composed",
    "conduct_steps",
    "decision",
    "delayed",
    "disclosure_findings",
    "faults",
    "greeting",
    "hazard_findings",
    "incident_draft",
    "incident_findings",
    "incident_missing",
    "letter_findings",
    "message_findings",
    "mistake_findings",
    "mistake_steps",
    "own_breach",
    "promised",
    "ready_answers",
    "refusal_reasons",
    "refused",
    "reply_draft",
    "reply_findings",
    "safe_sentences",
    "sending_findings",
    "signature",
    "signature_findings",
    "speaker_findings",
    "telephone_cover",
    "time_of_day",
    "wording",
]

__getattr__, __dir__ = found_later(
    __name__,
    __all__,
    {
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
        "correspondence.checks": ("Sending", "letter_findings", "sending_findings"),
        "correspondence.composition": ("Draft", "composed", "delayed", "promised", "reply_draft"),
        "correspondence.letter": ("Correspondence", "Medium", "Part", "Sender", "Stated", "Template"),
        "correspondence.ready": ("ReadyAnswer", "ready_answers", "refusal_reasons", "refused"),
        "correspondence.signature": ("Signature", "signature", "signature_findings"),
        "correspondence.wording": ("Wording", "wording"),
        "disclosure": ("SafeSentences", "disclosure_findings", "safe_sentences"),
        "finding": ("Finding", "faults"),
        "messages": ("CallBack", "SpeakerPhone", "TelephoneMessage", "message_findings", "speaker_findings"),
        "staff": ("Colleague",),
        "transfer": ("Call", "Decision", "NextStep", "decision"),
    },
)
