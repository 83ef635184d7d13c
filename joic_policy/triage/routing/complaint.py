"""What the customer would like once the organisation has had its chance, or must not be asked (INF, CMP)."""

from typing import assert_never

from joic_policy.policy import Duty, MatterKind
from joic_policy.triage.facts import Raised, Risk, Sure, Topic, Wish
from joic_policy.triage.reading import Known, in_time
from joic_policy.triage.routes import Detail, Route
from joic_policy.triage.routing.destination import Destination, day

__all__ = ["by_wish", "complaint"]


def by_wish(facts: Known) -> Destination:
    """Nobody is held back: to talk, ask again, complain or settle is the customer's to choose."""
    match facts.wish:
        case Wish.TALK:
            return Destination(route=Route.TALK_IT_THROUGH)
        case Wish.COMPLAIN:
            return complaint(facts)
        case Wish.ASK_AGAIN | Wish.SETTLE if facts.risk is not Risk.NONE:
            return Destination(route=Route.TALK_IT_THROUGH, details=(Detail.RISK_NO_CONTACT,))
        case Wish.ASK_AGAIN:
            return _chase(facts)
        case Wish.SETTLE:
            return _settlement(facts)
        case never:
            assert_never(never)


def complaint(facts: Known) -> Destination:
    """An article 19 complaint: belief is enough (CMP-2), several grounds may apply (CMP-3).

    The law's own kind of matter is named once the complaint is in writing, for then its duties start.
    """
    written = facts.complaint_written is Sure.YES
    details = [Detail.ARTICLE_19_IN_WRITING if written else Detail.ARTICLE_19_NOT_IN_WRITING]
    details += [Detail(f"ground_{ground}") for ground in facts.grounds] or [Detail.GROUND_MISSING]
    if facts.rights_affected is Sure.NO:
        details.append(Detail.RIGHTS_NOT_AFFECTED)
    if facts.risk is Risk.NONE:
        not_yet = facts.raised is Raised.NOT_YET
        details.append(Detail.STEP_1_BESIDE if not_yet else Detail.STEP_1_EVIDENCE)
    return Destination(
        route=Route.ARTICLE_19_COMPLAINT,
        details=tuple(details),
        kind=MatterKind.ARTICLE_19_COMPLAINT if written else MatterKind.CONCERN,
    )


def _settlement(facts: Known) -> Destination:
    agreed_on = day(facts.agreed_on)
    details = () if agreed_on else (Detail.NOT_AGREED_YET,)
    return Destination(route=Route.AMICABLE_RESOLUTION, details=details, agreed_on=agreed_on)


def _chase(facts: Known) -> Destination:
    """A right that was used has a period by law; any other concern has none, and none is invented."""
    raised = Detail(f"raised_{facts.raised}")
    right_asked = Sure.YES if facts.topic is Topic.OWN_INFORMATION else facts.right_asked
    match right_asked:
        case Sure.YES:
            in_weeks = in_time(facts, "asked_on", Duty.SUBJECT_ACCESS_BY_ORGANISATION)
            return Destination(
                route=Route.CHASE_ORGANISATION,
                details=(raised, _right(in_weeks)),
                kind=MatterKind.SUBJECT_ACCESS_TO_ORGANISATION,
                asked_on=day(facts.asked_on, in_weeks),
            )
        case Sure.NO:
            return Destination(
                route=Route.CHASE_ORGANISATION,
                details=(raised, Detail.CONCERN_WITHOUT_PERIOD),
                asked_on=day(facts.asked_on),
            )
        case Sure.NOT_SURE:
            return Destination(route=Route.CHASE_ORGANISATION, details=(raised, Detail.RIGHT_NOT_SURE))
        case never:
            assert_never(never)


def _right(in_weeks: Sure) -> Detail:
    match in_weeks:
        case Sure.YES:
            return Detail.RIGHT_IN_TIME
        case Sure.NO:
            return Detail.RIGHT_LATE
        case Sure.NOT_SURE:
            return Detail.RIGHT_UNDATED
        case never:
            assert_never(never)
