"""What routing comes to, before it is put into words."""

from datetime import date, datetime

from attrs import evolve, frozen

from joic_policy.policy import MatterKind
from joic_policy.triage.facts import Sure
from joic_policy.triage.routes import Detail, Route

__all__ = ["Destination", "check", "day", "instant"]


@frozen(kw_only=True)
class Destination:
    """A route, what is particular about it, and the days that a statute may run from.

    `kind` is the kind of matter, where it is not the one that the route's words name.
    """

    route: Route
    details: tuple[Detail, ...] = ()
    kind: MatterKind | None = None
    asked_on: date | None = None
    answered_on: date | None = None
    agreed_on: date | None = None
    decided_on: date | None = None
    aware_at: datetime | None = None

    def with_details(self, *details: Detail) -> "Destination":
        """The same, with these details before its own."""
        return evolve(self, details=(*details, *self.details))


def check(why: Detail) -> Destination:
    """Nobody can say without a check; the detail says with whom."""
    return Destination(route=Route.CHECK, details=(why,))


def day(answer: date | Sure, in_time: Sure = Sure.YES) -> date | None:
    """The day of an answer, if somebody knows it; none where nobody can say whether it is in time."""
    return None if isinstance(answer, Sure) or in_time is Sure.NOT_SURE else answer


def instant(answer: datetime | Sure) -> datetime | None:
    """The instant of an answer, if somebody knows it."""
    return None if isinstance(answer, Sure) else answer
