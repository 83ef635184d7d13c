"""Information of public authorities (FOI). Nobody is asked why they want it (FOI-5)."""

from typing import assert_never

from joic_policy.policy import Duty, MatterKind
from joic_policy.triage.authorities import AUTHORITIES, Standing
from joic_policy.triage.facts import FoiStage, RecordedAs, RefusalReason, RequestPart, Review, Sure
from joic_policy.triage.reading import Known, in_time
from joic_policy.triage.routes import Detail, Route
from joic_policy.triage.routing.destination import Destination, check, day

__all__ = ["public_information"]


def public_information(facts: Known) -> Destination:
    """The list decides which body is an authority (FOI-2); what it does not name is checked, not guessed."""
    body = AUTHORITIES[facts.authority]
    match body.standing:
        case Standing.SCHEDULED:
            found = _by_stage(facts)
        case Standing.NOT_SCHEDULED:
            found = Destination(route=Route.FOI_NOT_SCHEDULED)
        case Standing.UNKNOWN:
            return Destination(route=Route.FOI_AUTHORITY_UNKNOWN)
        case Standing.OFFICE:
            return Destination(route=Route.OFFICE_INFORMATION)
        case never:
            assert_never(never)
    return found if body.verified else found.with_details(Detail.STANDING_UNVERIFIED)


def _by_stage(facts: Known) -> Destination:
    match facts.foi_stage:
        case FoiStage.NEW:
            return _request(facts)
        case FoiStage.NO_ANSWER:
            return _unanswered(facts)
        case FoiStage.PART:
            return _review(facts, Route.FOI_ANSWERED_IN_PART, _reasons(facts))
        case FoiStage.REFUSED:
            return _review(facts, Route.FOI_REFUSED, _reasons(facts))
        case FoiStage.NOT_SURE:
            return check(Detail.CHECK_FOI_STAGE)
        case never:
            assert_never(never)


def _request(facts: Known) -> Destination:
    missing = [Detail(f"missing_{part}") for part in RequestPart if part not in facts.request_has]
    route = Route.FOI_REQUEST_INCOMPLETE if missing else Route.FOI_REQUEST
    return Destination(route=route, details=(*missing, _recorded(facts.recorded_as)))


def _recorded(forms: tuple[RecordedAs, ...]) -> Detail:
    """Any recorded form counts (FOI-3)."""
    if not forms:
        return Detail.RECORDED_UNSAID
    return Detail.NOT_RECORDED if forms == (RecordedAs.NOT_RECORDED,) else Detail.RECORDED


def _unanswered(facts: Known) -> Destination:
    match in_time(facts, "asked_on", Duty.FOI_ANSWER):
        case Sure.YES:
            return Destination(route=Route.FOI_ANSWER_AWAITED, asked_on=day(facts.asked_on))
        case Sure.NO:
            return _review(facts, Route.FOI_NO_ANSWER, ())
        case Sure.NOT_SURE:
            return Destination(route=Route.FOI_ANSWER_AWAITED, details=(Detail.REQUEST_UNDATED,))
        case never:
            assert_never(never)


def _reasons(facts: Known) -> tuple[Detail, ...]:
    """What can be done next about each reason (FOI-6); one's own data is asked for in another way."""
    details = [Detail(f"refused_{reason}") for reason in facts.refusal_reasons]
    if RefusalReason.PERSONAL in facts.refusal_reasons and facts.own_information is Sure.YES:
        details.append(Detail.REFUSED_PERSONAL_OWN)
    return tuple(details) or (Detail.REFUSED_NONE_GIVEN,)


def _review(facts: Known, unreviewed: Route, details: tuple[Detail, ...]) -> Destination:
    """The authority's own review comes before an appeal to us."""
    match facts.review:
        case Review.NONE:
            asked_on = day(facts.asked_on) if unreviewed is Route.FOI_NO_ANSWER else None
            return Destination(route=unreviewed, details=details, asked_on=asked_on)
        case Review.WAITING:
            return Destination(route=Route.FOI_REVIEW_AWAITED, details=details)
        case Review.ANSWERED:
            return _appeal(facts, details)
        case Review.NOT_SURE:
            return check(Detail.CHECK_REVIEW)
        case never:
            assert_never(never)


def _appeal(facts: Known, details: tuple[Detail, ...]) -> Destination:
    """In time or not, it is never refused here; late, or without a day, somebody checks."""
    in_weeks = in_time(facts, "review_answered_on", Duty.FOI_APPEAL)
    undated = (Detail.ANSWER_UNDATED,) if in_weeks is Sure.NOT_SURE else ()
    return Destination(
        route=Route.FOI_APPEAL if in_weeks is Sure.YES else Route.FOI_APPEAL_LATE,
        details=(*undated, *details),
        kind=MatterKind.FOI_APPEAL,
        answered_on=day(facts.review_answered_on, in_weeks),
    )
