"""A breach of personal data: an organisation's, or our own."""

from typing import assert_never

from joic_policy.triage.facts import BreachBy
from joic_policy.triage.reading import Known
from joic_policy.triage.routes import Detail, Route
from joic_policy.triage.routing.concern import concern
from joic_policy.triage.routing.destination import Destination, check
from joic_policy.triage.routing.mistake import noticed, own_mistake

__all__ = ["breach"]


def breach(facts: Known) -> Destination:
    """By who tells of it; somebody whose data it was has a concern."""
    match facts.breach_by:
        case BreachBy.CONTROLLER:
            return noticed(facts, Route.BREACH_REPORT)
        case BreachBy.PROCESSOR:
            return Destination(route=Route.BREACH_AT_PROCESSOR)
        case BreachBy.OFFICE:
            return own_mistake(facts)
        case BreachBy.AFFECTED_PERSON:
            return concern(facts)
        case BreachBy.NOT_SURE:
            return check(Detail.CHECK_BREACH)
        case never:
            assert_never(never)
