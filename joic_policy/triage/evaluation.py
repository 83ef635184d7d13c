"""An enquiry, evaluated: what to ask next, what is still possible, and where it goes."""

from collections.abc import Mapping
from functools import lru_cache
from typing import cast

from attrs import evolve, frozen

from joic_policy.errors import InvalidError
from joic_policy.triage.enquiry import FACTS, Enquiry
from joic_policy.triage.facts import AnythingElse
from joic_policy.triage.outcome import Outcome, outcome_of
from joic_policy.triage.overlays import overlays_of
from joic_policy.triage.question import Question, questions
from joic_policy.triage.reading import Known, Reading, UnknownFactError, endings, known
from joic_policy.triage.routes import Detail, Route
from joic_policy.triage.routing import routed
from joic_policy.triage.words import Words, overlays

__all__ = ["Answered", "Triage", "evaluated"]


@frozen(kw_only=True)
class Answered:
    """A question and its answer."""

    question: Question
    value: object

    @property
    def label(self) -> str:
        """The answer in words."""
        return self.question.label(self.value)


@frozen(kw_only=True)
class Triage:
    """What an enquiry comes to.

    `question` is the next one to ask. Once there is an `outcome`, the last one is whether there is anything
    else in the message, and then None. `trace` are the answers that led here, in the order looked at, and
    `set_aside` those that played no part: the enquiry keeps them, and they speak again when another answer
    lets them. `overlays` stand beside the outcome, and beside the questions before it.
    """

    enquiry: Enquiry
    question: Question | None
    outcome: Outcome | None
    overlays: tuple[Words, ...]
    trace: tuple[Answered, ...]
    set_aside: tuple[Answered, ...]

    @property
    def possible(self) -> tuple[Route, ...]:
        """The routes that can still be reached, in their own order; one, once there is an outcome."""
        if self.outcome:
            return (self.outcome.route,)
        turning = {name: value for name, value in known(self.enquiry).items() if not FACTS[name].detail}
        return _possible(frozenset(turning.items()))

    @property
    def another(self) -> Enquiry | None:
        """The next matter of the same message, if there is said to be one."""
        return self.enquiry.another() if self.enquiry.anything_else is AnythingElse.YES else None


def evaluated(enquiry: Enquiry) -> Triage:
    """What an enquiry comes to."""
    if not isinstance(enquiry, Enquiry):
        raise InvalidError("enquiry", type(enquiry).__name__, "an Enquiry")
    reading = Reading(known(enquiry))
    reached, unknown = None, None
    try:
        reached = routed(cast(Known, reading))
        if reading.anything_else is AnythingElse.YES:
            reached = evolve(reached, details=(*reached.details, Detail.ANOTHER_MATTER))
    except UnknownFactError as error:
        unknown = error.name
    route = reached.route if reached else None
    return Triage(
        enquiry=enquiry,
        question=questions()[unknown] if unknown else None,
        outcome=outcome_of(reached, authority=enquiry.authority) if reached else None,
        overlays=tuple(overlays()[overlay] for overlay in overlays_of(enquiry, route)),
        trace=_answered(reading.read),
        set_aside=_answered(
            {
                name: value
                for name, value in reading.answers.items()
                if name not in reading.read and not FACTS[name].shared
            }
        ),
    )


def _answered(answers: Mapping[str, object]) -> tuple[Answered, ...]:
    return tuple(Answered(question=questions()[name], value=value) for name, value in answers.items())


@lru_cache(maxsize=1024)  # the first question has every path before it, and is asked for every enquiry
def _possible(answers: frozenset[tuple[str, object]]) -> tuple[Route, ...]:
    reachable = {ending.route for ending in endings(routed, dict(answers))}
    return tuple(route for route in Route if route in reachable)
