"""Tasks on what is asked and said on the way to a route, what is missing, and what stands beside it."""

from functools import lru_cache
from typing import ClassVar

from attrs import frozen

from joic_policy.errors import InvalidError
from joic_policy.policy import POLICY
from joic_policy.policy.texts import Finding
from joic_policy.training.subjects.findings import Found
from joic_policy.training.subjects.near import clauses_behind, near, outcome_of
from joic_policy.training.task import Asks, Key, Line, Subject
from joic_policy.training.words import only
from joic_policy.triage import Enquiry, Kind, Option, Overlay, Who, questions, route_title, triage
from joic_policy.triage.enquiry import FACTS
from joic_policy.triage.reading import Known as Readable
from joic_policy.triage.reading import UnknownFactError, endings, known
from joic_policy.triage.routing import routed
from joic_policy.triage.words import details, overlays, routes

__all__ = ["Beside", "CheckWith", "Missing", "Questions", "WhatToSay"]

_WRONG = 5
_REASON = "reason"
_OURS = frozenset({"today_on", "received_on", "anything_else"})


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
        others = [text for route in near(self.enquiry) for text in routes()[route].say if "{" not in text]
        shown = {own[0], *[text for text in dict.fromkeys(others) if text not in own][: _WRONG - 1]}
        return Key(
            right=(own[0],),
            lines=tuple(
                Line(option=Option(value=text, label=text), right=text == own[0]) for text in sorted(shown)
            ),
            why=(route_title(outcome.route),),
            clause_ids=clauses_behind(outcome),
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
            clause_ids=clauses_behind(outcome),
        )


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
