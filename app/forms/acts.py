"""The form of every act that a person records on a contact."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

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
    Channel,
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

__all__ = ["FORMS"]


def _form(kind: type[Event], *fields: ActField | Callable[[Scene], ActField], **rest: Any) -> ActForm:
    """A form of these fields; one that depends on the contact is made from the scene."""
    return ActForm(
        kind=kind,
        asked=lambda scene, _: (each if isinstance(each, ActField) else each(scene) for each in fields),
        **rest,
    )


def _text(name: str, label: str, expected: str = "") -> ActField:
    return ActField(name=name, label=label, shape=Shape.TEXT, expected=expected)


def _long(name: str, label: str, expected: str = "") -> ActField:
    return ActField(name=name, label=label, expected=expected)


def _day(name: str, label: str, expected: str) -> ActField:
    return ActField(name=name, label=label, shape=Shape.DAY, expected=expected)


def _flag(name: str, label: str) -> ActField:
    return ActField(name=name, label=label, shape=Shape.FLAG)


def _choice(name: str, label: str, options: Any, expected: str = "", start: Any = None) -> ActField:
    return ActField(
        name=name, label=label, shape=Shape.CHOICE, options=tuple(options), expected=expected, start=start
    )


def _name(name: str, label: str, expected: str = "") -> ActField:
    return ActField(name=name, label=label, shape=Shape.NAME, expected=expected)


def _mine(name: str, label: str, expected: str = "") -> Callable[[Scene], ActField]:
    """A name that begins with that of who is at work."""
    return lambda scene: ActField(
        name=name, label=label, shape=Shape.NAME, expected=expected, start=scene.who or None
    )


def _how(label: str) -> Callable[[Scene], ActField]:
    """A channel that begins with the customer's own."""
    return lambda scene: _choice(
        "channel", label, Channel, expected="by what channel", start=scene.contact.channel
    )


def _of(
    label: str, kind: type[Event], done: type[Event] | None = None, expected: str = ""
) -> Callable[[Scene], ActField]:
    """Which earlier act of a class it is about: at first the oldest about which nothing was `done`."""

    def field_of(scene: Scene) -> ActField:
        earlier = scene.contact.acts(kind)
        closed = {getattr(act, "of", None) for act in (scene.contact.acts(done) if done else ())}
        still_open = [act.id for act in earlier if act.id not in closed]
        return ActField(
            name="of",
            label=label,
            shape=Shape.EARLIER,
            options=tuple(str(act.id) for act in earlier),
            start=next(iter(still_open), None) if expected else None,
            expected=expected,
        )

    return field_of


def _call_back_fields(scene: Scene) -> ActField:
    return ActField(
        name="number", label="Number to call", shape=Shape.TEXT, start=scene.contact.customer.telephone
    )


def _legal_duty(scene: Scene) -> ActField:
    """What the law asks for these matters; anything that it asks where they are not known."""
    kinds = dict.fromkeys(matter.kind for matter in scene.contact.matters)
    owed = [statute.id for kind in kinds for statute in legal_acts(scene.policy, kind)]
    options = owed or [duty for duty in Duty if duty.by_law]
    return _choice(
        "duty", "What the law asks", options, "what was done", start=owed[0] if len(owed) == 1 else None
    )


def _reached(scene: Scene) -> ActField:
    """Several call backs may be tried more than once: the last promised is the one."""
    return _of("Which call back", CallBackArranged, None, "which call back was tried")(scene)


def _clause(scene: Scene) -> ActField:
    return _choice("clause_id", "Clause that it is about, if any", scene.policy.clauses)


def _holiday(name: str, label: str, shape: Shape, expected: str) -> Callable[[Scene], ActField]:
    def field_of(scene: Scene) -> ActField:
        heeded = scene.contact.acts(HolidayHeeded)
        start = getattr(heeded[-1], name) if heeded else None
        return ActField(name=name, label=label, shape=shape, expected=expected, start=start)

    return field_of


def _triaged_fields(scene: Scene, raw: Mapping[str, Any]) -> Iterator[ActField]:
    yield from matter_fields(scene, raw)
    yield _flag("abusive", "Staff were abused in it")


_FORMS = (
    ActForm(kind=Received, asked=received_fields, made=received, timed=False),
    ActForm(kind=CallMade, asked=call_made_fields, made=call_made),
    ActForm(
        kind=Triaged,
        asked=_triaged_fields,
        made=lambda facts, scene: Triaged(matters=matters_from(facts, scene), **facts),
    ),
    _form(Assigned, _mine("owner", "Who is to look after it", "who is to look after it")),
    _form(
        Acknowledged,
        _how("How"),
        _flag("automatic", "It was an automatic receipt"),
    ),
    _form(
        FullResponseExpected,
        _day("expected_on", "Full response expected by", "the day by which it is expected"),
        _mine("by", "Who expects it", "the name of who expects it"),
    ),
    _form(
        DelayTold,
        _day("revised_on", "The answer will now come by", "the day by which the answer will now come"),
        _how("How the customer was told"),
        _long("why", "What the customer was told, and why"),
    ),
    _form(
        Responded,
        _how("How"),
        _choice("answer", "The response gave", Answer, "how far it goes", Answer.EVERY_POINT),
    ),
    _form(
        FileNoted,
        _long("outcome", "What was said, and what it came to"),
        _of("Which answer (none chosen: every one so far)", Responded),
    ),
    _form(
        FileNoteNotNeeded,
        _mine("by", "Who decided it", "the name of who decided it"),
        _long("why", "Why no note is needed", "the reason"),
        _of("Which answer (none chosen: every one so far)", Responded),
    ),
    _form(MessageTaken, _name("recipient", "Message for"), _long("text", "Message")),
    _form(MessageDelivered, _of("Which message", MessageTaken, MessageDelivered, "which message it was")),
    _form(
        CallBackArranged,
        _mine("owner", "Who calls back"),
        ActField(name="agreed_at", label="Agreed for (if a time was agreed)", shape=Shape.MOMENT),
        _call_back_fields,
        ActField(name="attempts", label="How often we try", shape=Shape.NUMBER),
        _text("voicemail", "What may be left on voicemail"),
    ),
    _form(CallBackAttempted, _reached, _flag("reached", "We reached the customer")),
    _form(StatutoryActDone, _legal_duty),
    _form(
        LetterSent,
        _text("template", "What was sent", "what was sent, such as a letter or a compliment slip"),
        _how("How"),
        _text("subject", "Subject"),
        _text("enclosed", "What was enclosed"),
        _name("second_reader", "Who read it before it went, if somebody did"),
    ),
    _form(
        Transferred,
        _name("owner", "To whom", "the colleague to whom it was passed"),
        _choice("because", "Because", TransferBecause, "why it was passed on"),
        _name("conflicted", "Who has a conflict of interest, if that is why"),
    ),
    _form(
        IncidentRecorded,
        ActField(name="kinds", label="Kind of abuse", shape=Shape.CHOICES, options=tuple(Abuse)),
        _text("place", "Where"),
        _long("what", "What happened, as exactly as can be"),
        _flag("ended", "The call was ended, or staff withdrew"),
    ),
    _form(
        HazardFound,
        _text("place", "Where"),
        _long("what", "What was found or happened (no medical detail)"),
        _text("told", "Who was told"),
        _flag("injury", "Somebody was hurt"),
    ),
    _form(
        ConductFlagged,
        _long("reason", "What to know before speaking"),
        _mine("owner", "Who answers for the flag", "the name of who answers for the flag"),
        _day("review_on", "Looked at again on", "the day on which it is looked at again"),
        _day("expires_on", "Shown until", "the last day on which it is shown"),
    ),
    _form(
        ConductFlagLifted,
        _of("Which flag", ConductFlagged, ConductFlagLifted, "which flag is lifted"),
        _long("why", "Why"),
    ),
    _form(
        MistakeFound,
        _long("what", "What we did wrongly"),
        _flag("personal_data", "Personal data was concerned"),
    ),
    _form(
        MistakeCorrected,
        _of("Which mistake", MistakeFound, MistakeCorrected, "which mistake was put right"),
        _long("how", "How it was put right"),
    ),
    _form(
        FeedbackGiven,
        _choice("kind", "Kind", FeedbackKind, "the kind of feedback"),
        _long("text", "In their words"),
        _clause,
    ),
    _form(
        FeedbackActedOn,
        _of("Which feedback", FeedbackGiven, FeedbackActedOn, "which feedback it was"),
        _long("done", "What was done"),
    ),
    _form(
        HolidayHeeded,
        _holiday("holiday_on", "Holiday on", Shape.DAY, "the day of the holiday"),
        _holiday("holiday", "Its name", Shape.TEXT, "the name of the holiday"),
        _long("told", "Whom we told of it, and how"),
    ),
    _form(
        Closed,
        _choice("because", "Why", ClosedBecause, "why it is closed", ClosedBecause.ANSWERED),
        _mine("by", "Who closes it", "the name of who closed it"),
    ),
    _form(Reopened, _long("why", "What there is still to do")),
    ERASURE,
    WITHDRAWAL,
)

_BY_CLASS: Mapping[type[Event], ActForm] = {form.kind: form for form in _FORMS}

#: The form of each event class. An opening is begun on another page: here it is corrected.
FORMS: Mapping[type[Event], ActForm] = {**_BY_CLASS, Corrected: correction(_BY_CLASS)}
