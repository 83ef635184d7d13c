"""The choices of the library in words, as they stand in a list or a line."""

from collections.abc import Mapping

from joic_policy import (
    Answer,
    Channel,
    ClosedBecause,
    CustomerKind,
    Format,
    MatterKind,
    OwedBy,
    Status,
)
from joic_policy.contacts import Abuse, FeedbackKind, TransferBecause
from joic_policy.policy import Known

__all__ = [
    "ABUSE",
    "ANSWERS",
    "ASKS",
    "BECAUSE",
    "CHANNELS",
    "CUSTOMERS",
    "FACTS",
    "FEEDBACK",
    "FORMATS",
    "KNOWN",
    "OWED_BY",
    "PASSED_ON",
    "STATUSES",
]

CHANNELS: Mapping[Channel, str] = {
    channel: channel.replace("_", " ")
    for channel in (
        Channel.LETTER,
        Channel.EMAIL,
        Channel.ONLINE_FORM,
        Channel.TELEPHONE,
        Channel.IN_PERSON,
    )
}
ANSWERS: Mapping[Answer, str] = {
    Answer.EVERY_POINT: "every point answered",
    Answer.PLAN: "what we will do, who and by when",
    Answer.PART: "only part of it answered",
}
BECAUSE: Mapping[ClosedBecause, str] = {
    ClosedBecause.ANSWERED: "answered",
    ClosedBecause.WITHDRAWN: "withdrawn by the customer",
    ClosedBecause.DUPLICATE: "a duplicate",
    ClosedBecause.NEEDS_NO_REPLY: "needs no reply",
    ClosedBecause.UNREACHABLE: "the customer cannot be reached",
    ClosedBecause.HANDLED_ELSEWHERE: "dealt with elsewhere",
}
ASKS: Mapping[MatterKind, str] = {
    MatterKind.QUESTION: "a question",
    MatterKind.CONCERN: "a concern about an organisation",
    MatterKind.ARTICLE_19_COMPLAINT: "article 19 complaint",
    MatterKind.AMICABLE_RESOLUTION: "amicable resolution",
    MatterKind.INFORMATION_IN_CONFIDENCE: "information in confidence",
    MatterKind.BREACH_REPORT: "breach report by an organisation",
    MatterKind.OWN_BREACH: "our own breach",
    MatterKind.FOI_REQUEST: "freedom of information request",
    MatterKind.FOI_APPEAL: "freedom of information appeal",
    MatterKind.FOI_DECISION: "our freedom of information decision",
    MatterKind.SUBJECT_ACCESS_TO_OFFICE: "subject access to the Office",
    MatterKind.SUBJECT_ACCESS_TO_ORGANISATION: "subject access to an organisation",
    MatterKind.DECISION_DISPUTED: "our decision disputed",
    MatterKind.SERVICE_COMPLAINT: "complaint about our service",
    MatterKind.FEEDBACK: "feedback",
    MatterKind.REGISTRATION: "registration and charges",
    MatterKind.OTHER: "something else",
}
FACTS: Mapping[str, str] = {
    "asked_on": "Organisation asked on",
    "answered_on": "Authority answered on",
    "agreed_on": "Both sides agreed on",
    "decided_on": "Decision notice of",
    "told_on": "Authority told on",
    "aware_at": "Became aware on",
    "identity_verified_on": "Identity verified on",
}
KNOWN: Mapping[Known, str] = {
    Known.OFFICIAL: "official",
    Known.TWO_SOURCES: "two sources",
    Known.ONE_SOURCE: "one source only: check it before you rely on it",
    Known.UNVERIFIED: "unverified: check it before you rely on it",
}
STATUSES: Mapping[Status, str] = {
    Status.DISPLACED: "Displaced",
    Status.MET: "Done in time",
    Status.MET_LATE: "Done late",
    Status.CLOSED_WITHOUT: "Closed without",
    Status.WAIVED: "Waived",
    Status.BESIDE: "Beside",
    Status.OVERDUE: "Overdue",
    Status.DUE_TODAY: "Due today",
    Status.WAITING: "Waiting",
}
OWED_BY: Mapping[OwedBy, str] = {
    OwedBy.OFFICE: "the Office",
    OwedBy.ORGANISATION: "the organisation",
    OwedBy.CUSTOMER: "the customer",
}
ABUSE: Mapping[Abuse, str] = {
    Abuse.THREAT: "threats",
    Abuse.PHYSICAL: "physical abuse",
    Abuse.VERBAL: "verbal abuse",
}
PASSED_ON: Mapping[TransferBecause, str] = {
    TransferBecause.PERSON_ASKED_FOR: "the customer asked for them",
    TransferBecause.INFORMATION_LACKING: "they have the information",
    TransferBecause.ON_LEAVE: "who looked after it is away",
    TransferBecause.CONFLICT_OF_INTEREST: "conflict of interest",
}
FEEDBACK: Mapping[FeedbackKind, str] = {
    FeedbackKind.DISSATISFACTION: "dissatisfaction",
    FeedbackKind.SUGGESTION: "a suggestion",
    FeedbackKind.COMPLIMENT: "a compliment",
    FeedbackKind.COMPLAINT: "a complaint",
}
CUSTOMERS: Mapping[CustomerKind, str] = {
    CustomerKind.MEMBER_OF_PUBLIC: "a member of the public",
    CustomerKind.VISITOR: "a visitor",
    CustomerKind.PRIVATE_ORGANISATION: "a private organisation",
    CustomerKind.PUBLIC_ORGANISATION: "a public organisation",
    CustomerKind.STAFF: "one of our staff",
}
FORMATS: Mapping[Format, str] = {
    Format.STANDARD: "as usual",
    Format.LARGE_PRINT: "large print",
    Format.TEXT_ONLY: "text only",
    Format.AUDIO: "audio",
    Format.EASY_READ: "easy read",
    Format.BRAILLE: "Braille",
}
