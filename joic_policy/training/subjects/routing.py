"""Tasks on where an enquiry goes, and whether there is a second matter in the same message."""

from typing import ClassVar

from attrs import frozen

from joic_policy.training.subjects.near import clauses_behind, near, outcome_of, parted_at, said
from joic_policy.training.task import Asks, Key, Line, Subject
from joic_policy.training.words import only
from joic_policy.triage import Enquiry, Kind, Option, Route, questions, route_title, triage

__all__ = ["Routing", "SecondRouting"]

_NO_OTHER = "no_other"


@frozen(kw_only=True)
class Routing(Subject):
    """Where a matter goes, among the routes that one other answer would have led to."""

    asks: ClassVar[Asks] = Asks.ROUTE
    kind: ClassVar[Kind] = Kind.ONE

    enquiry: Enquiry

    def key(self) -> Key:
        """The route, with the answers that led there."""
        outcome = outcome_of(self.enquiry)
        wrong = near(self.enquiry)
        return Key(
            right=(outcome.route.value,),
            lines=tuple(
                _route_line(route, outcome.route) for route in Route if route in (*wrong, outcome.route)
            ),
            why=(
                *map(said, triage(self.enquiry).trace),
                *(action.what for action in outcome.do[:1]),
            ),
            clause_ids=clauses_behind(outcome),
        )

    def parted(self, given: tuple[str, ...]) -> str:
        """The first question whose answer rules out the route that was given."""
        return parted_at(self.enquiry, Route(given[0]))


@frozen(kw_only=True)
class SecondRouting(Subject):
    """Whether there is another matter in the same message, and where that goes."""

    asks: ClassVar[Asks] = Asks.SECOND_ROUTE
    kind: ClassVar[Kind] = Kind.ONE

    enquiry: Enquiry
    also: Enquiry | None

    def key(self) -> Key:
        """The route of the other matter, or that there is none."""
        right = outcome_of(self.also) if self.also else None
        route = right.route if right else None
        first = outcome_of(self.enquiry).route
        shown = {*near(self.also or self.enquiry), route} - ({first} - {route})
        return Key(
            right=(route.value if route else _NO_OTHER,),
            lines=(
                *(_route_line(each, route) for each in Route if each in shown),
                Line(option=only(_NO_OTHER), right=route is None),
            ),
            why=tuple(map(said, triage(self.also).trace)) if self.also else (),
            clause_ids=clauses_behind(right) if right else questions()["anything_else"].clause_ids,
        )

    def parted(self, given: tuple[str, ...]) -> str:
        """As for the first matter, where a route was given for a matter that there is."""
        if self.also is None or given[0] == _NO_OTHER:
            return ""
        return parted_at(self.also, Route(given[0]))


def _route_line(route: Route, right: Route | None) -> Line:
    return Line(option=Option(value=route.value, label=route_title(route)), right=route is right)
