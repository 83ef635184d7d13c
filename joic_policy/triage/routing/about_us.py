"""What is said about the Office itself (MOR-2, MOR-4, PRI-3)."""

from typing import assert_never

from joic_policy.policy import Duty, MatterKind
from joic_policy.triage.facts import DecisionAbout, Feedback, Sure
from joic_policy.triage.reading import Known, in_time
from joic_policy.triage.routes import Detail, Route
from joic_policy.triage.routing.destination import Destination, check, day
from joic_policy.triage.routing.mistake import own_mistake

__all__ = ["about_us"]


def about_us(facts: Known) -> Destination:  # noqa: PLR0911  # one line an answer reads best
    """The four kinds of feedback, a decision of ours, and our own mistakes with personal data."""
    match facts.feedback:
        case Feedback.COMPLAINT:
            return _service_complaint(facts)
        case Feedback.DISSATISFACTION:
            return Destination(route=Route.DISSATISFACTION)
        case Feedback.SUGGESTION:
            return Destination(route=Route.SUGGESTION)
        case Feedback.COMPLIMENT:
            return Destination(route=Route.COMPLIMENT)
        case Feedback.DECISION:
            return _decision(facts)
        case Feedback.PERSONAL_DATA:
            return own_mistake(facts)
        case Feedback.NOT_SURE:
            complains = facts.complains is Sure.YES
            return _service_complaint(facts) if complains else Destination(route=Route.DISSATISFACTION)
        case never:
            assert_never(never)


def _service_complaint(facts: Known) -> Destination:
    """Any channel will do; what was spoken we offer to write down. A named officer does not deal with it."""
    _ = facts.conflict  # looked at so that it is asked; the overlay follows from it
    written = facts.channel.written
    detail = Detail.COMPLAINT_WRITTEN if written else Detail.COMPLAINT_SPOKEN
    return Destination(route=Route.SERVICE_COMPLAINT, details=(detail,))


def _decision(facts: Known) -> Destination:
    """The way on from a decision depends on what it was about, and has its last day; late is a check."""
    match facts.decision_about:
        case DecisionAbout.COMPLAINT:
            return _dated(
                facts, Duty.ARTICLE_19_APPEAL, MatterKind.DECISION_DISPUTED, Detail.DECISION_COMPLAINT
            )
        case DecisionAbout.FOI:
            return _dated(facts, Duty.FOI_ROYAL_COURT, MatterKind.FOI_DECISION, Detail.DECISION_FOI)
        case DecisionAbout.OTHER | DecisionAbout.NOT_SURE:
            return check(Detail.CHECK_DECISION)
        case never:
            assert_never(never)


def _dated(facts: Known, duty: Duty, kind: MatterKind, detail: Detail) -> Destination:
    in_days = in_time(facts, "decided_on", duty)
    undated = (Detail.DECISION_UNDATED,) if in_days is Sure.NOT_SURE else ()
    return Destination(
        route=Route.DECISION_DISPUTED if in_days is Sure.YES else Route.DECISION_DISPUTED_LATE,
        details=(*undated, detail),
        kind=kind,
        decided_on=day(facts.decided_on, in_days),
    )
