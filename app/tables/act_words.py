"""The facts of each event in words, without what was typed freely."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from app.tables.labels import (
    ABUSE,
    ANSWERS,
    ASKS,
    BECAUSE,
    FEEDBACK,
    PASSED_ON,
)
from app.tables.letters import TEMPLATES
from app.tables.words import listed
from joic_policy import (
    POLICY,
    Acknowledged,
    Assigned,
    CallBackArranged,
    CallBackAttempted,
    CallMade,
    Closed,
    DelayTold,
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
    Erased,
    FeedbackActedOn,
    FeedbackGiven,
    HazardFound,
    HolidayHeeded,
    IncidentRecorded,
    LetterSent,
    MistakeCorrected,
    MistakeFound,
    Transferred,
)
from joic_policy.contacts.incidents import ConductFlagged, ConductFlagLifted
from joic_policy.register import HolidayProclaimed, StaffAway, StaffBack, StaffLeft, StaffListed
from joic_policy.units import day_words, instant_words

__all__ = ["fact_words"]

Earlier = Mapping[UUID, Event]


def fact_words(event: Event, earlier: Earlier) -> str:
    """One sentence or two; what an event is about is looked up in `earlier` where it is there."""
    return _WORDS[type(event)](event, earlier)


def _received(event: Received, _: Earlier) -> str:
    side = "" if event.external else ", from inside the Office"
    waited = ""
    if event.rang_at and event.answered_at:
        seconds = (event.answered_at - event.rang_at).total_seconds()
        waited = f" The call was answered after {seconds:.0f} seconds."
    if event.abandoned_at:
        waited = " The caller gave up before it was answered."
    return f"Received {event.channel.words}{side}{_asks(event)}.{waited}"


def _asks(event: Received | CallMade | Triaged) -> str:
    kinds = tuple(dict.fromkeys(ASKS[matter.kind] for matter in event.matters))
    return f", asking: {listed(kinds)}" if kinds else ""


def _triaged(event: Triaged, _: Earlier) -> str:
    kinds = tuple(dict.fromkeys(ASKS[matter.kind] for matter in event.matters))
    departed = any(matter.departed_because for matter in event.matters)
    other = " Another route was taken than was advised." if departed else ""
    abusive = " Staff were abused in it." if event.abusive else ""
    return f"It asks: {listed(kinds) or 'nothing yet'}.{other}{abusive}"


def _acknowledged(event: Acknowledged, _: Earlier) -> str:
    itself = ", by a receipt that was sent without a person" if event.automatic else ""
    return f"Acknowledged {event.channel.words}{itself}."


def _call_back(event: CallBackArranged, _: Earlier) -> str:
    when = f" at {instant_words(event.agreed_at)}" if event.agreed_at else ""
    whose = f", by {event.owner}" if event.owner else ""
    tries = {None: "", 1: " One attempt."}.get(event.attempts, f" Up to {event.attempts} attempts.")
    return f"A call back was promised{when}{whose}.{tries}"


def _attempted(event: CallBackAttempted, earlier: Earlier) -> str:
    promised = earlier.get(event.of)
    whose = (
        f", promised by {promised.owner},"
        if isinstance(promised, CallBackArranged) and promised.owner
        else ""
    )
    outcome = "reached the customer" if event.reached else "did not reach the customer"
    return f"The call back{whose} was made and {outcome}."


def _delivered(event: MessageDelivered, earlier: Earlier) -> str:
    taken = earlier.get(event.of)
    whom = f" for {taken.recipient}" if isinstance(taken, MessageTaken) and taken.recipient else ""
    return f"The message{whom} was delivered."


def _letter(event: LetterSent, _: Earlier) -> str:
    read = f" {event.second_reader} read it before." if event.second_reader else ""
    known = {str(template): title.lower() for template, title in TEMPLATES.items()}
    return f"Sent {event.channel.words}: {known.get(event.template, event.template)}.{read}"


def _transferred(event: Transferred, _: Earlier) -> str:
    closed_to = f" ({event.conflicted})" if event.conflicted else ""
    return f"Passed on to {event.owner}: {PASSED_ON[event.because]}{closed_to}."


def _incident(event: IncidentRecorded, _: Earlier) -> str:
    kinds = listed(tuple(ABUSE[kind] for kind in event.kinds)) or "of a kind not told"
    ended = " The call was ended, or staff withdrew." if event.ended else ""
    return f"Abuse was recorded: {kinds}.{ended}"


def _feedback(event: FeedbackGiven, _: Earlier) -> str:
    clause = f", about {event.clause_id}" if event.clause_id else ""
    return f"Feedback was given: {FEEDBACK[event.kind]}{clause}."


def _flagged(event: ConductFlagged, _: Earlier) -> str:
    return (
        f"Conduct to know of before speaking. {event.owner} looks at it again on {day_words(event.review_on)}"
        f"; it is shown to the end of {day_words(event.expires_on)}."
    )


def _listed_colleague(event: StaffListed, _: Earlier) -> str:
    team = f", {event.team}" if event.team else ""
    cover = f" {event.cover} covers for them." if event.cover else ""
    return f"{event.name}{team} works here.{cover}"


def _away(event: StaffAway, _: Earlier) -> str:
    until = f" until {day_words(event.until)}" if event.until else ""
    return f"{event.name} is away from {day_words(event.from_on)}{until}."


def _by_law(event: StatutoryActDone, _: Earlier) -> str:
    return f"Done as the law asks: {POLICY.statutes[event.duty].title.lower()}."


def _closed(event: Closed, _: Earlier) -> str:
    return f"Closed by {event.by}: {BECAUSE[event.because]}."


_WORDS: Mapping[type[Event], Callable[[Any, Earlier], str]] = {
    Received: _received,
    CallMade: lambda event, _: f"We called the customer{_asks(event)}.",
    Triaged: _triaged,
    Assigned: lambda event, _: f"{event.owner} is to look after it.",
    Acknowledged: _acknowledged,
    FullResponseExpected: lambda event, _: (
        f"{event.by} expects to respond in full by {day_words(event.expected_on)}."
    ),
    DelayTold: lambda event, _: (
        f"The customer was told {event.channel.words} of a delay, to {day_words(event.revised_on)}."
    ),
    Responded: lambda event, _: f"Responded {event.channel.words}: {ANSWERS[event.answer]}.",
    FileNoted: lambda *_: "A note of the conversation was put on the file.",
    FileNoteNotNeeded: lambda event, _: f"{event.by} decided that no file note is needed.",
    MessageTaken: lambda event, _: f"A message was taken for {event.recipient or 'a colleague'}.",
    MessageDelivered: _delivered,
    CallBackArranged: _call_back,
    CallBackAttempted: _attempted,
    StatutoryActDone: _by_law,
    LetterSent: _letter,
    Transferred: _transferred,
    IncidentRecorded: _incident,
    HazardFound: lambda event, _: f"A hazard was found{', and somebody was hurt' if event.injury else ''}.",
    ConductFlagged: _flagged,
    ConductFlagLifted: lambda *_: "The flag on conduct was lifted.",
    MistakeFound: lambda event, _: (
        f"We made a mistake{' with personal data' if event.personal_data else ''}."
    ),
    MistakeCorrected: lambda *_: "Our mistake was put right.",
    FeedbackGiven: _feedback,
    FeedbackActedOn: lambda *_: "Something was done about the feedback.",
    HolidayHeeded: lambda event, _: (
        f"A new holiday moves its dates: {event.holiday}, {day_words(event.holiday_on)}."
    ),
    Closed: _closed,
    Reopened: lambda *_: "Opened again.",
    Erased: lambda event, _: (
        f"What is personal was erased for good from everything before; {event.by} decided it."
    ),
    StaffListed: _listed_colleague,
    StaffLeft: lambda event, _: f"{event.name} no longer works here.",
    StaffAway: _away,
    StaffBack: lambda event, _: f"{event.name} is back.",
    HolidayProclaimed: lambda event, _: (
        f"A holiday was proclaimed: {event.name}, {day_words(event.on)} ({event.source})."
    ),
}
