"""When a breach was noticed, which its period runs from; our own mistakes are among them (STD-3)."""

from joic_policy.triage.reading import Known
from joic_policy.triage.routes import Detail, Route
from joic_policy.triage.routing.destination import Destination, instant

__all__ = ["noticed", "own_mistake"]


def own_mistake(facts: Known) -> Destination:
    """Our own mistake with personal data: the Office owes the report."""
    return noticed(facts, Route.OWN_MISTAKE)


def noticed(facts: Known, route: Route) -> Destination:
    """A route whose period runs from the instant of noticing, as far as it is known."""
    aware_at = instant(facts.aware_at)
    details = () if aware_at else (Detail.AWARE_UNDATED,)
    return Destination(route=route, details=details, aware_at=aware_at)
