"""Matters already open, other business, nothing to answer, and what is for others."""

from typing import assert_never

from joic_policy.triage.facts import Business, Outside, Sure
from joic_policy.triage.reading import Known
from joic_policy.triage.routes import Detail, Route
from joic_policy.triage.routing.destination import Destination, check

__all__ = ["business", "existing", "nothing", "outside"]


def existing(facts: Known) -> Destination:
    """Until identity and authority are checked, nobody says whether we hold anything."""
    checked = facts.identity_checked is Sure.YES
    detail = Detail.IDENTITY_CHECKED if checked else Detail.IDENTITY_UNCHECKED
    return Destination(route=Route.EXISTING_MATTER, details=(detail,))


def business(facts: Known) -> Destination:
    """A named owner; a court, the police or what nobody can place goes to a team manager today."""
    kind = facts.business
    match kind:
        case Business.COURT | Business.POLICE | Business.NOT_SURE:
            route = Route.COURT_OR_POLICE
        case Business.PRESS | Business.SUPPLIER | Business.ORGANISATION_ANSWERING | Business.OTHER:
            route = Route.OFFICE_BUSINESS
        case never:
            assert_never(never)
    return Destination(route=route, details=(Detail(f"business_{kind}"),))


def nothing(facts: Known) -> Destination:
    """The reason is from a list."""
    return Destination(route=Route.NOTHING_TO_ANSWER, details=(Detail(f"nothing_{facts.nothing}"),))


def outside(facts: Known) -> Destination:
    """Who may be meant instead; where it is a crime, somebody may be in danger."""
    body = facts.outside
    if body is Outside.NOT_SURE:
        return check(Detail.CHECK_OUTSIDE)
    if body is Outside.CRIME:
        _ = facts.risk  # looked at so that it is asked; the overlay follows from it
    return Destination(route=Route.OUTSIDE_REMIT, details=(Detail(f"outside_{body}"),))
