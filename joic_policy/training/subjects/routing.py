"""Tasks on where an enquiry goes: route, second matter, questions, what stands beside, what to say."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import ClassVar

from attrs import frozen

from joic_policy.errors import InvalidError
from joic_policy.policy import POLICY
from joic_policy.policy.texts import Finding
from joic_policy.training.subjects.findings import Found
from joic_policy.training.task import Asks, Key, Line, Subject
from joic_policy.training.words import only, words
from joic_policy.triage import (
    AUTHORITIES,
    Answered,
    Enquiry,
    Kind,
    Option,
    Outcome,
    Overlay,
    Route,
    Who,
    questions,
    route_title,
    triage,
)
from joic_policy.triage.enquiry import FACTS
from joic_policy.triage.reading import Known as Readable
from joic_policy.triage.reading import UnknownFactError, endings, known
from joic_policy.triage.routing import routed
from joic_policy.triage.words import details, overlays, routes

__all__ = [
    "Beside",
    "CheckWith",
    "Missing",
    "Questions",
    "Routing",
    "SecondRouting",
    "WhatToSay",
    "outcome_of",
]

_WRONG = 5
_OF_EACH = 3
_NO_OTHER = "no_other"
_REASON = "reason"
_LONG_PAST = "2018-06-01"
_OURS = frozenset({"today_on", "received_on", "anything_else"})


def outcome_of(enquiry: Enquiry) -> Outcome:
    """The outcome of an enquiry that is known to have one.

    Raises:
        InvalidError: A question is still open.
    """
    found = triage(enquiry)
    if found.outcome is None:
        fact = found.question.fact if found.question else ""
        raise InvalidError(fact, None, "an answer, for the route turns on it")
    return found.outcome


@frozen(kw_only=True)
class Routing(Subject):
    """Where a matter goes, among the routes that one other answer would have led to."""

    asks: ClassVar[Asks] = Asks.ROUTE
    kind: ClassVar[Kind] = Kind.ONE

    enquiry: Enquiry

    def key(self) -> Key:
        """The route, with the answers that led there."""
        outcome = outcome_of(self.enquiry)
        wrong = _near(self.enquiry)
        return Key(
            right=(outcome.route.value,),
            lines=tuple(
                _route_line(route, outcome.route) for route in Route if route in (*wrong, outcome.route)
            ),
            why=(
                *(f"{each.question.wording} {each.label}" for each in triage(self.enquiry).trace),
                *(action.what for action in outcome.do[:1]),
            ),
            clause_ids=_clauses(outcome),
        )

    def parted(self, given: tuple[str, ...]) -> str:
        """The first question whose answer rules out the route that was given."""
        return _parted(self.enquiry, Route(given[0]))


@frozen(kw_only=True)
class SecondRouting(Subject):
    """Whether there is another matter in the same message, and where that goes."""

    asks: ClassVar[Asks] = Asks.SECOND_ROUTE
    kind: ClassVar[Kind] = Kind.ONE

    enquiry: Enquiry
    also: Enquiry | None

    def key(self) -> Key:
        """The route of the other matter, or that there is none."""
        if self.also is None:
            right, near = None, _near(self.enquiry)
        else:
            right, near = outcome_of(self.also), _near(self.also)[: _WRONG - 1]
        route = right.route if right else None
        first = outcome_of(self.enquiry).route
        shown = {*near, route} - ({first} - {route})
        return Key(
            right=(route.value if route else _NO_OTHER,),
            lines=(
                *(_route_line(each, route) for each in Route if each in shown),
                Line(option=only(_NO_OTHER), right=route is None),
            ),
            why=tuple(f"{each.question.wording} {each.label}" for each in triage(self.also).trace)
            if self.also
            else (),
            clause_ids=_clauses(right) if right else questions()["anything_else"].clause_ids,
        )

    def parted(self, given: tuple[str, ...]) -> str:
        """As for the first matter, where a route was given for a matter that there is."""
        if self.also is None or given[0] == _NO_OTHER:
            return ""
        return _parted(self.also, Route(given[0]))


@frozen(kw_only=True)
class Questions(Subject):
    """Which questions can still change where it goes, from what is `told` so far."""

    asks: ClassVar[Asks] = Asks.QUESTIONS

    enquiry: Enquiry
    told: Enquiry

    def key(self) -> Key:
        """The questions on the true way are worth asking; what no way from here asks is not."""
        answered = {name for name in FACTS if getattr(self.told, name) is not None} | _OURS
        trace = [each.question.fact for each in triage(self.enquiry).trace]
        worth = [fact for fact in trace if fact not in answered][:_WRONG]
        askable = _askable(self.told)
        other = [
            name
            for name, question in questions().items()
            if name not in {*askable, *answered} and not question.optional
        ]
        step = max(1, len(other) // 3)
        shown = {*worth, *other[::step][:3]}
        asked = questions()
        return Key(
            right=tuple(worth),
            lines=(
                *(
                    Line(
                        option=Option(value=fact, label=asked[fact].wording),
                        right=fact in worth,
                        why=asked[fact].why if fact in worth else "",
                        clause_ids=asked[fact].clause_ids,
                    )
                    for fact in FACTS
                    if fact in shown
                ),
                Line(option=only(_REASON), right=False),
            ),
            clause_ids=("FOI-5",) if "authority" in trace else (),
        )


@frozen(kw_only=True)
class Beside(Subject):
    """What stands beside the route, such as risk, abuse, or a need for another format."""

    asks: ClassVar[Asks] = Asks.BESIDE

    enquiry: Enquiry

    def key(self) -> Key:
        """Every overlay of the enquiry, among all that there are."""
        found = {Overlay(each.id): each for each in triage(self.enquiry).overlays}
        return Key(
            right=tuple(each.value for each in found),
            lines=tuple(
                Line(
                    option=Option(value=overlay.value, label=said.title),
                    right=overlay in found,
                    why=said.do[0].what if said.do else "",
                    clause_ids=tuple(source.id for source in said.sources if source.id in POLICY.clauses),
                )
                for overlay, said in overlays().items()
            ),
        )


@frozen(kw_only=True)
class Missing(Found):
    """What the outcome says is still missing, such as a part of a request."""

    asks: ClassVar[Asks] = Asks.MISSING

    enquiry: Enquiry

    def found(self) -> tuple[Finding, ...]:
        """What the outcome finds."""
        return outcome_of(self.enquiry).findings

    def others(self) -> tuple[Finding, ...]:
        """What outcomes can find, of the same kind first."""
        kinds = {finding.clause_id for finding in self.found()}
        every = [
            finding for each in details().values() for finding in each.findings if "{" not in finding.what
        ]
        return tuple(sorted(every, key=lambda finding: finding.clause_id not in kinds))


@frozen(kw_only=True)
class WhatToSay(Subject):
    """What is said to the customer: the words of this route, among those of others close by."""

    asks: ClassVar[Asks] = Asks.WORDS
    kind: ClassVar[Kind] = Kind.ONE

    enquiry: Enquiry

    def key(self) -> Key:
        """The first words of the outcome."""
        outcome = outcome_of(self.enquiry)
        own = outcome.say
        if not own:
            raise InvalidError("say", outcome.route.value, "a route with words to speak")
        others = [text for route in _near(self.enquiry) for text in routes()[route].say if "{" not in text]
        shown = {own[0], *[text for text in dict.fromkeys(others) if text not in own][: _WRONG - 1]}
        return Key(
            right=(own[0],),
            lines=tuple(
                Line(option=Option(value=text, label=text), right=text == own[0]) for text in sorted(shown)
            ),
            why=(route_title(outcome.route),),
            clause_ids=_clauses(outcome),
        )


@frozen(kw_only=True)
class CheckWith(Subject):
    """Whom to ask where nobody can say yet."""

    asks: ClassVar[Asks] = Asks.CHECK_WITH
    kind: ClassVar[Kind] = Kind.ONE

    enquiry: Enquiry

    def key(self) -> Key:
        """Whom the outcome names; yourself, where it names nobody."""
        outcome = outcome_of(self.enquiry)
        right = outcome.check_with or Who.YOU
        labels = {who: who.value[:1].upper() + who.value[1:] for who in Who}
        labels[Who.YOU] = only("nobody").label
        return Key(
            right=(right.value,),
            lines=tuple(
                Line(option=Option(value=who.value, label=label), right=who is right)
                for who, label in labels.items()
            ),
            why=tuple(action.what for action in outcome.do[:2]),
            clause_ids=_clauses(outcome),
        )


def _route_line(route: Route, right: Route | None) -> Line:
    return Line(option=Option(value=route.value, label=routes()[route].title), right=route is right)


def _clauses(outcome: Outcome) -> tuple[str, ...]:
    return tuple(source.id for source in outcome.sources if source.id in POLICY.clauses)


@lru_cache(maxsize=512)
def _near(enquiry: Enquiry) -> tuple[Route, ...]:
    """The routes to which one other answer leads, the last answers first; then any."""
    right = outcome_of(enquiry).route
    found: dict[Route, None] = {}
    for route in chain(_other_routes(enquiry), Route):
        if route is not right:
            found[route] = None
        if len(found) == _WRONG:
            break
    return tuple(found)


def _other_routes(enquiry: Enquiry) -> Iterator[Route]:
    """As long as more are asked for: what is further back takes longer to tell."""
    for each in reversed(triage(enquiry).trace):
        most = 1 if each.question.fact == "topic" else _OF_EACH
        for value in _other_answers(enquiry, each):
            yield from triage(enquiry.answered(each.question.fact, value)).possible[:most]


def _other_answers(enquiry: Enquiry, answered: Answered) -> tuple[str, ...]:
    """What else could have been answered, where that can lead elsewhere: a day may be one long past."""
    choices = tuple(option.value for option in answered.question.options)
    match answered.question.kind:
        case Kind.ONE:
            return choices
        case Kind.DAY if choices:
            today = enquiry.today_on.isoformat() if enquiry.today_on else _LONG_PAST
            return (today, _LONG_PAST, *choices)
        case Kind.AUTHORITY:
            return tuple({body.standing: body.id for body in AUTHORITIES.values()}.values())
        case _:
            return ()


def _parted(enquiry: Enquiry, given: Route) -> str:
    """The first answer on the way after which the route given can no longer be reached."""
    so_far = enquiry.another()
    for each in triage(enquiry).trace:
        so_far = so_far.answered(each.question.fact, each.value)
        if given not in triage(so_far).possible:
            return words().said["parted_question"].format(question=each.question.wording, answer=each.label)
    return ""


@lru_cache(maxsize=512)
def _askable(enquiry: Enquiry) -> frozenset[str]:
    """Every fact that some way from here asks for."""
    found: set[str] = set()

    def noting(facts: Readable) -> object:
        try:
            return routed(facts)
        except UnknownFactError as unknown:
            found.add(unknown.name.partition(" ")[0])
            raise

    for _ in endings(noting, known(enquiry)):
        pass
    return frozenset(found)
