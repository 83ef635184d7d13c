"""The form of every act that a person records on a contact."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.forms.act_fields import (
    channel,
    choice,
    day,
    earlier,
    flag,
    form,
    long_text,
    mine,
    named,
    text,
)
from app.forms.act_form import ActField, ActForm, Scene, Shape
from app.forms.contacts import legal_acts
from app.forms.matters import matter_fields, matters_from
from app.forms.mending import ERASURE, WITHDRAWAL, correction
from app.forms.openings import call_made, call_made_fields, received, received_fields
from joic_policy import (
    Acknowledged,
    Answer,
    Assigned,
    CallBackArranged,
    CallBackAttempted,
    CallMade,
    Closed,
    ClosedBecause,
    Corrected,
    DelayTold,
    Duty,
    Event,
    FileNoted,
    FileNoteNotNeeded,
    FullResponseExpected,
    MessageDelivered,
    MessageTaken,
    Received,
    Reopened,
    Responded,
    StatutoryActDone,
    Triaged,
)
from joic_policy.contacts import (
    Abuse,
    FeedbackActedOn,
    FeedbackGiven,
    FeedbackKind,
    HazardFound,
    HolidayHeeded,
    IncidentRecorded,
    LetterSent,
    MistakeCorrected,
    MistakeFound,
    TransferBecause,
    Transferred,
)
from joic_policy.contacts.incidents import ConductFlagged, ConductFlagLifted
from joic_policy.handling import incident_draft

__all__ = ["FORMS"]


def _incident(name: str, label: str, shape: Shape) -> Callable[[Scene], ActField]:
    """A field that begins with what the contact tells of an incident."""

    def field(scene: Scene) -> ActField:
        draft = incident_draft(scene.contact, at=scene.at, by=scene.who, kinds=())
        return ActField(name=name, label=label, shape=shape, start=getattr(draft, name))

    return field


def _call_back_fields(scene: Scene) -> ActField:
    return ActField(
        name="number", label="Number to call", shape=Shape.TEXT, start=scene.contact.customer.telephone
    )


def _legal_duty(scene: Scene) -> ActField:
    """What the law asks for these matters; anything that it asks where they are not known."""
    kinds = dict.fromkeys(matter.kind for matter in scene.contact.matters)
    owed = [statute.id for kind in kinds for statute in legal_acts(scene.policy, kind)]
    options = owed or [duty for duty in Duty if duty.by_law]
    return choice(
        "duty", "What the law asks", options, "what was done", start=owed[0] if len(owed) == 1 else None
    )


def _reached(scene: Scene) -> ActField:
    """Several call backs may be tried more than once: the last promised is the one."""
    return earlier("Which call back", CallBackArranged, None, "which call back was tried")(scene)


def _clause(scene: Scene) -> ActField:
    return choice("clause_id", "Clause that it is about, if any", scene.policy.clauses)


def _holiday(name: str, label: str, shape: Shape, expected: str) -> Callable[[Scene], ActField]:
    def field_of(scene: Scene) -> ActField:
        heeded = scene.contact.acts(HolidayHeeded)
        start = getattr(heeded[-1], name) if heeded else None
        return ActField(name=name, label=label, shape=shape, expected=expected, start=start)

    return field_of


def _triaged_fields(scene: Scene, raw: Mapping[str, Any]) -> Iterator[ActField]:
    yield from matter_fields(scene, raw)
    yield flag("abusive", "Staff were abused in it")


_FORMS = (
    ActForm(kind=Received, asked=received_fields, made=received, timed=False),
    ActForm(kind=CallMade, asked=call_made_fields, made=call_made),
    ActForm(
        kind=Triaged,
        asked=_triaged_fields,
        made=lambda facts, scene: Triaged(matters=matters_from(facts, scene), **facts),
    ),
    form(Assigned, mine("owner", "Who is to look after it", "who is to look after it")),
    form(
        Acknowledged,
        channel("How"),
        flag("automatic", "It was an automatic receipt"),
    ),
    form(
        FullResponseExpected,
        day("expected_on", "Full response expected by", "the day by which it is expected"),
        mine("by", "Who expects it", "the name of who expects it"),
    ),
    form(
        DelayTold,
        day("revised_on", "The answer will now come by", "the day by which the answer will now come"),
        channel("How the customer was told"),
        long_text("why", "What the customer was told, and why"),
    ),
    form(
        Responded,
        channel("How"),
        choice("answer", "The response gave", Answer, "how far it goes", Answer.EVERY_POINT),
    ),
    form(
        FileNoted,
        long_text("outcome", "What was said, and what it came to"),
        earlier("Which answer (none chosen: every one so far)", Responded),
    ),
    form(
        FileNoteNotNeeded,
        mine("by", "Who decided it", "the name of who decided it"),
        long_text("why", "Why no note is needed", "the reason"),
        earlier("Which answer (none chosen: every one so far)", Responded),
    ),
    form(MessageTaken, named("recipient", "Message for"), long_text("text", "Message")),
    form(MessageDelivered, earlier("Which message", MessageTaken, MessageDelivered, "which message it was")),
    form(
        CallBackArranged,
        mine("owner", "Who calls back"),
        ActField(name="agreed_at", label="Agreed for (if a time was agreed)", shape=Shape.MOMENT),
        _call_back_fields,
        ActField(name="attempts", label="How often we try", shape=Shape.NUMBER),
        text("voicemail", "What may be left on voicemail"),
    ),
    form(CallBackAttempted, _reached, flag("reached", "We reached the customer")),
    form(StatutoryActDone, _legal_duty),
    form(
        LetterSent,
        text("template", "What was sent", "what was sent, such as a letter or a compliment slip"),
        channel("How"),
        text("subject", "Subject"),
        text("enclosed", "What was enclosed"),
        named("second_reader", "Who read it before it went, if somebody did"),
    ),
    form(
        Transferred,
        named("owner", "To whom", "the colleague to whom it was passed"),
        choice("because", "Because", TransferBecause, "why it was passed on"),
        named("conflicted", "Who has a conflict of interest, if that is why"),
    ),
    form(
        IncidentRecorded,
        ActField(name="kinds", label="Kind of abuse", shape=Shape.CHOICES, options=tuple(Abuse)),
        _incident("place", "Where", Shape.TEXT),
        _incident("what", "What happened, as exactly as can be", Shape.LONG_TEXT),
        flag("ended", "The call was ended, or staff withdrew"),
    ),
    form(
        HazardFound,
        text("place", "Where"),
        long_text("what", "What was found or happened (no medical detail)"),
        text("told", "Who was told"),
        flag("injury", "Somebody was hurt"),
    ),
    form(
        ConductFlagged,
        long_text("reason", "What to know before speaking"),
        mine("owner", "Who answers for the flag", "the name of who answers for the flag"),
        day("review_on", "Looked at again on", "the day on which it is looked at again"),
        day("expires_on", "Shown until", "the last day on which it is shown"),
    ),
    form(
        ConductFlagLifted,
        earlier("Which flag", ConductFlagged, ConductFlagLifted, "which flag is lifted"),
        long_text("why", "Why"),
    ),
    form(
        MistakeFound,
        long_text("what", "What we did wrongly"),
        flag("personal_data", "Personal data was concerned"),
    ),
    form(
        MistakeCorrected,
        earlier("Which mistake", MistakeFound, MistakeCorrected, "which mistake was put right"),
        long_text("how", "How it was put right"),
    ),
    form(
        FeedbackGiven,
        choice("kind", "Kind", FeedbackKind, "the kind of feedback"),
        long_text("text", "In their words"),
        _clause,
    ),
    form(
        FeedbackActedOn,
        earlier("Which feedback", FeedbackGiven, FeedbackActedOn, "which feedback it was"),
        long_text("done", "What was done"),
    ),
    form(
        HolidayHeeded,
        _holiday("holiday_on", "Holiday on", Shape.DAY, "the day of the holiday"),
        _holiday("holiday", "Its name", Shape.TEXT, "the name of the holiday"),
        long_text("told", "Whom we told of it, and how"),
    ),
    form(
        Closed,
        choice("because", "Why", ClosedBecause, "why it is closed", ClosedBecause.ANSWERED),
        mine("by", "Who closes it", "the name of who closed it"),
    ),
    form(Reopened, long_text("why", "What there is still to do")),
    ERASURE,
    WITHDRAWAL,
)

_BY_CLASS: Mapping[type[Event], ActForm] = {each.kind: each for each in _FORMS}

#: The form of each event class. An opening is begun on another page: here it is corrected.
FORMS: Mapping[type[Event], ActForm] = {**_BY_CLASS, Corrected: correction(_BY_CLASS)}
