"""How routing reads an enquiry: every fact that it looks at is recorded, and the first unknown one stops it.

From that alone follow the next question, the trace, the answers set aside and the routes still possible.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Never, TypeAlias, TypeVar, cast

from joic_policy.deadlines.clocks import due_on
from joic_policy.errors import OutsideCalendarError
from joic_policy.policy import POLICY, Duty
from joic_policy.triage.authorities import AUTHORITIES
from joic_policy.triage.enquiry import FACTS, Enquiry, Facts
from joic_policy.triage.facts import Sure
from joic_policy.triage.values import Authority, OneOf, SomeOf
from joic_policy.working_days import JERSEY

__all__ = ["Known", "Reading", "UnknownFactError", "endings", "in_time", "known"]

_T = TypeVar("_T")

#: An enquiry as routing sees it: what is unknown cannot be read.
Known: TypeAlias = Facts[Never]


class UnknownFactError(Exception):
    """Routing looked at what nobody has said yet; `name` is the fact. It never leaves this package."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Reading:
    """Stands in for an enquiry while it is routed. `read` holds what was looked at, in order."""

    def __init__(self, answers: Mapping[str, object]) -> None:
        self.answers = answers
        self.read: dict[str, object] = {}

    def __getattr__(self, name: str) -> Any:
        if name not in self.answers:
            raise UnknownFactError(name)
        self.read[name] = self.answers[name]
        return self.answers[name]

    def in_time(self, since: str, duty: Duty) -> Sure:
        """Whether today is within the period of a statute that runs from the day `since`."""
        began_on = getattr(self, since)
        if not isinstance(began_on, date):
            return Sure.NOT_SURE
        today_on: date = self.today_on
        duration = POLICY.statutes[duty].duration
        if duration is None or today_on < began_on:
            return Sure.NOT_SURE
        try:
            return Sure.YES if today_on <= due_on(began_on, duration, JERSEY) else Sure.NO
        except (OutsideCalendarError, OverflowError):
            return Sure.NOT_SURE


class _Wondering(Reading):
    """A reading that takes whether it is in time for an answer of its own, since days cannot all be tried."""

    def in_time(self, since: str, duty: Duty) -> Sure:
        supposed = f"{since} in time for {duty}"
        decided = {since, "today_on"} <= self.answers.keys() or self.answers.get(since) is Sure.NOT_SURE
        if decided and supposed not in self.answers:
            return super().in_time(since, duty)
        answer: Sure = getattr(self, supposed)
        return answer


def in_time(facts: Known, since: str, duty: Duty) -> Sure:
    """Whether today is within the period of a statute that runs from the day in the fact `since`.

    Not sure where a day is not known, lies ahead, or is beyond the calendar.
    """
    return cast(Reading, facts).in_time(since, duty)


def known(enquiry: Enquiry) -> dict[str, object]:
    """The facts that are known, by name."""
    return {name: value for name in FACTS if (value := getattr(enquiry, name)) is not None}


def endings(routing: Callable[[Known], _T], answers: Mapping[str, object]) -> Iterator[_T]:
    """What routing can still come to from these answers, by trying answers to each question that it asks."""
    try:
        yield routing(cast(Known, _Wondering(answers)))
    except UnknownFactError as unknown:
        for sample in _samples(unknown.name):
            yield from endings(routing, {**answers, unknown.name: sample})


@cache
def _samples(name: str) -> tuple[object, ...]:
    """Answers that stand for all others where only the route is asked for.

    Routing looks at a public body's standing only, at days only through `in_time`, and at details not at all.
    """
    fact = FACTS.get(name)
    match fact.value if fact else OneOf(Sure):
        case OneOf(options=options):
            every: tuple[object, ...] = tuple(options)
        case SomeOf(options=options):
            every = ((), tuple(options))
        case Authority():
            every = tuple({body.standing: body.id for body in AUTHORITIES.values()}.values())
        case _:
            every = (Sure.NOT_SURE,)
    return every[:1] if fact and fact.detail else every
