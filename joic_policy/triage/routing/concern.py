"""How somebody handles personal information, and asking them for one's own (INF, CMP, CON)."""

from collections.abc import Callable
from typing import assert_never

from joic_policy.triage.facts import ActingBy, ForWhom, Holder, Raised, Risk, Sure
from joic_policy.triage.reading import Known
from joic_policy.triage.routes import Detail, Route
from joic_policy.triage.routing.complaint import by_wish, complaint
from joic_policy.triage.routing.destination import Destination, check
from joic_policy.triage.routing.mistake import own_mistake

__all__ = ["concern", "own_information"]

_Next = Callable[[Known], Destination]


def concern(facts: Known) -> Destination:
    """Somebody is unhappy with how personal information is handled."""
    return _by_risk_and_person(facts, _concern_at, Route.INFORMANT_IN_CONFIDENCE)


def own_information(facts: Known) -> Destination:
    """Somebody wants a copy of what is held about them."""
    return _by_risk_and_person(facts, _own_information_at, Route.QUESTION)


def _by_risk_and_person(facts: Known, then: _Next, of_organisation: Route) -> Destination:
    """Risk is looked at first, whoever it is about, so that it is asked first."""
    match facts.risk, facts.for_whom:
        case _, ForWhom.SELF:
            return then(facts)
        case _, ForWhom.SOMEONE_ELSE:
            return _acting(facts, then)
        case _, ForWhom.IN_CONFIDENCE:
            return Destination(route=Route.INFORMANT_IN_CONFIDENCE)
        case _, ForWhom.ORGANISATION:
            return Destination(route=of_organisation, details=(Detail.FROM_ORGANISATION,))
        case _, ForWhom.NOT_SURE:
            return check(Detail.CHECK_FOR_WHOM)
        case never:
            assert_never(never)


def _acting(facts: Known, then: _Next) -> Destination:
    """For somebody else: as for themselves, once there is something that lets them act."""
    acting_by = facts.acting_by
    match acting_by:
        case ActingBy.WRITTEN_CONSENT | ActingBy.PARENTAL_RESPONSIBILITY | ActingBy.AUTHORITY_FOR_ADULT:
            return then(facts).with_details(Detail(f"acting_{acting_by}"))
        case ActingBy.NOTHING_YET | ActingBy.NOT_SURE:
            return Destination(route=Route.REPRESENTATIVE, details=(Detail(f"acting_{acting_by}"),))
        case ActingBy.PERSON_HAS_DIED:
            return Destination(route=Route.PERSON_HAS_DIED)
        case never:
            assert_never(never)


def _concern_at(facts: Known) -> Destination:
    return _by_holder(facts, _concern_with_organisation, own_mistake)


def _own_information_at(facts: Known) -> Destination:
    return _by_holder(
        facts, _access_to_organisation, lambda _: Destination(route=Route.SUBJECT_ACCESS_TO_OFFICE)
    )


def _by_holder(facts: Known, at_organisation: _Next, at_office: _Next) -> Destination:
    holder = facts.holder
    match holder:
        case Holder.JERSEY:
            return at_organisation(facts)
        case Holder.UNITED_KINGDOM | Holder.GUERNSEY | Holder.ELSEWHERE:
            return Destination(route=Route.ORGANISATION_ELSEWHERE, details=(Detail(f"in_{holder}"),))
        case Holder.PRIVATE_PERSON:
            return _private_person(facts, at_organisation)
        case Holder.OFFICE:
            return at_office(facts)
        case Holder.NOT_SURE:
            return check(Detail.CHECK_HOLDER)
        case never:
            assert_never(never)


def _private_person(facts: Known, at_organisation: _Next) -> Destination:
    """Somebody who acts for more than their own household is treated as an organisation."""
    match facts.household:
        case Sure.YES:
            return Destination(route=Route.PRIVATE_PERSON)
        case Sure.NO:
            return at_organisation(facts)
        case Sure.NOT_SURE:
            return check(Detail.CHECK_HOUSEHOLD)
        case never:
            assert_never(never)


def _concern_with_organisation(facts: Known) -> Destination:
    """A complaint that reached us in writing is one, whatever came before; else the organisation is first."""
    match facts.complaint_written:
        case Sure.YES:
            return complaint(facts)
        case Sure.NO:
            return _first_step(facts)
        case Sure.NOT_SURE:
            return check(Detail.CHECK_WRITTEN)
        case never:
            assert_never(never)


def _first_step(facts: Known) -> Destination:
    """The organisation first (CMP-4, CON-3), unless that is what would put somebody at risk."""
    if facts.risk is not Risk.NONE or facts.raised is not Raised.NOT_YET:
        return by_wish(facts)
    named = tuple(Detail(f"concern_{ground}") for ground in facts.concerns)
    return Destination(route=Route.RAISE_WITH_ORGANISATION, details=named or (Detail.CONCERN_MISSING,))


def _access_to_organisation(facts: Known) -> Destination:
    """As a concern, but the first step is to ask for the copy."""
    if facts.risk is Risk.NONE and facts.raised is Raised.NOT_YET:
        return Destination(route=Route.SUBJECT_ACCESS_TO_ORGANISATION)
    return _concern_with_organisation(facts)
