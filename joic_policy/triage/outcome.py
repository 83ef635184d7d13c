"""Where an enquiry goes, in words: what to do, say and send, what is missing, and what it rests on."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from attrs import evolve, frozen

from joic_policy.contacts import Matter
from joic_policy.policy import POLICY, Duty, MatterKind
from joic_policy.policy.texts import Finding
from joic_policy.triage.advice import Action, Letter, Source, Who, about
from joic_policy.triage.authorities import AUTHORITIES
from joic_policy.triage.routes import Detail, Route
from joic_policy.triage.routing.destination import Destination
from joic_policy.triage.words import Words, details, frame, routes, statute_source

__all__ = ["Outcome", "outcome_of"]

_T = TypeVar("_T")


@frozen(kw_only=True)
class Outcome:
    """One matter's way.

    `do` is in order; `say` are words for staff to speak; `customer_text` can be sent as it stands, and is
    empty where nothing is to be answered. `deadlines` of a contact with this `matter` tells the dates, and
    `duties` are those that law or published practice attaches to it. `check_with` is whom to ask where nobody
    can say yet.
    """

    route: Route
    title: str
    details: tuple[Detail, ...]
    do: tuple[Action, ...]
    say: tuple[str, ...]
    customer_text: str
    letter: Letter | None
    matter: Matter
    duties: tuple[Duty, ...]
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]
    check_with: Who | None

    def departed(self, route: Route, *, because: str) -> Matter:
        """The matter where staff take another route, with the reason; who it was, the event keeps.

        Its kind is that of the route taken, where that has one, so that its law follows.
        """
        return evolve(
            self.matter,
            kind=routes()[route].matter or self.matter.kind,
            route=route.value,
            advised_route=self.route.value,
            departed_because=because,
        )


def outcome_of(destination: Destination, *, authority: str | None = None) -> Outcome:
    """A destination in words; `authority` is the id of the public body that it is about."""
    route = routes()[destination.route]
    parts = [details()[detail] for detail in destination.details]
    parts = [*(part for part in parts if part.first), route, *(part for part in parts if not part.first)]
    kind = destination.kind or route.matter or MatterKind.OTHER
    statutes = POLICY.statutes_for(kind)
    name = AUTHORITIES[authority].name if authority else "the authority"

    def put(text: str) -> str:
        return about(text, name)

    return Outcome(
        route=destination.route,
        title=put(route.title),
        details=destination.details,
        do=tuple(evolve(action, what=put(action.what)) for action in _all(parts, lambda part: part.do)),
        say=tuple(map(put, _all(parts, lambda part: part.say))),
        customer_text=_customer_text(tuple(map(put, _all(parts, lambda part: part.customer)))),
        letter=next((part.letter for part in parts if part.letter), None),
        matter=_matter(destination, kind),
        duties=tuple(statute.id for statute in statutes),
        findings=tuple(evolve(one, what=put(one.what)) for one in _all(parts, lambda part: part.findings)),
        sources=tuple(
            dict.fromkeys((*_all(parts, lambda part: part.sources), *map(statute_source, statutes)))
        ),
        check_with=next((part.check_with for part in parts if part.check_with), None),
    )


def _all(parts: Iterable[Words], of: Callable[[Words], tuple[_T, ...]]) -> tuple[_T, ...]:
    """What all parts say of one kind, in order, each once."""
    return tuple(dict.fromkeys(item for part in parts for item in of(part)))


def _customer_text(paragraphs: tuple[str, ...]) -> str:
    if not paragraphs:
        return ""
    opening, closing = frame()
    return "\n\n".join((opening, *paragraphs, closing))


def _matter(destination: Destination, kind: MatterKind) -> Matter:
    return Matter(
        kind=kind,
        route=destination.route.value,
        asked_on=destination.asked_on,
        answered_on=destination.answered_on,
        agreed_on=destination.agreed_on,
        decided_on=destination.decided_on,
        aware_at=destination.aware_at,
    )
