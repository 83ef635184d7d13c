"""Where an enquiry goes: plain conditions over what is known, one module an area. No words stand here."""

from typing import assert_never

from joic_policy.triage.facts import Topic
from joic_policy.triage.reading import Known
from joic_policy.triage.routes import Detail, Route
from joic_policy.triage.routing.about_us import about_us
from joic_policy.triage.routing.breach import breach
from joic_policy.triage.routing.concern import concern, own_information
from joic_policy.triage.routing.destination import Destination, check
from joic_policy.triage.routing.elsewhere import business, existing, nothing, outside
from joic_policy.triage.routing.foi import public_information

__all__ = ["Destination", "routed"]


def routed(facts: Known) -> Destination:  # noqa: C901, PLR0911, PLR0912  # one line an answer reads best
    """Where it goes, once what it turns on is known."""
    match facts.topic:
        case Topic.CONCERN:
            return concern(facts)
        case Topic.OWN_INFORMATION:
            return own_information(facts)
        case Topic.PUBLIC_INFORMATION:
            return public_information(facts)
        case Topic.BREACH:
            return breach(facts)
        case Topic.ADVICE:
            return Destination(route=Route.QUESTION)
        case Topic.REGISTRATION:
            return Destination(route=Route.REGISTRATION)
        case Topic.ABOUT_US:
            return about_us(facts)
        case Topic.EXISTING:
            return existing(facts)
        case Topic.BUSINESS:
            return business(facts)
        case Topic.NOTHING:
            return nothing(facts)
        case Topic.OUTSIDE:
            return outside(facts)
        case Topic.NOT_SURE:
            return check(Detail.CHECK_TOPIC)
        case never:
            assert_never(never)
