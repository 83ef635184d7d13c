"""How routing reads an enquiry: every fact that it looks at is recorded, and the first unknown one stops it.

From that alone follow the next question, the trace, the answers set aside and the routes still possible.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Literal, Never, TypeAlias, TypeVar, cast

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
_Day: TypeAlias = date | Literal[Sure.NOT_SURE]

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
        """As the function `in_time`; the day it is judged on is read only where the other one is known."""
        began_on: _Day = getattr(self, since)
        if isinstance(began_on, Sure):
            return Sure.NOT_SURE
        return _in_time(began_on, getattr(self, _judged_on(duty, self.answers)), duty)


class _Wondering:
    """A reading whose answers are tried out; nothing is recorded, for this runs thousands of times.

    Whether it is in time is tried out by itself, since days cannot all be.
    """

    def __init__(self, answers: Mapping[str, object]) -> None:
        self.__dict__.update(answers)

    def __getattr__(self, name: str) -> Any:
        raise UnknownFactError(name)

    def in_time(self, since: str, duty: Duty) -> Sure:
        """As `Reading.in_time` where both days are known."""
        supposed: Sure | None = self.__dict__.get(f"{since} in time for {duty}")
        if supposed:
            return supposed
        began_on, acted_on = self.__dict__.get(since), self.__dict__.get(_judged_on(duty, self.__dict__))
        if began_on is Sure.NOT_SURE:
            return Sure.NOT_SURE
        if began_on is None or acted_on is None:
            raise UnknownFactError(f"{since} in time for {duty}")
        return _in_time(began_on, acted_on, duty)


def _judged_on(duty: Duty, answers: Mapping[str, object]) -> str:
    """The fact with the day that must be within the period.

    An appeal to us is made by reaching us, so it stays in time however late it is triaged. That day is never
    asked; where nobody tells it, today stands for it.
    """
    return "received_on" if duty is Duty.FOI_APPEAL and "received_on" in answers else "today_on"


def _in_time(began_on: date, acted_on: date, duty: Duty) -> Sure:
    duration = POLICY.statutes[duty].duration
    if duration is None or acted_on < began_on:
        return Sure.NOT_SURE
    try:
        return Sure.YES if acted_on <= due_on(began_on, duration, JERSEY) else Sure.NO
    except (OutsideCalendarError, OverflowError):
        return Sure.NOT_SURE


def in_time(facts: Known, since: str, duty: Duty) -> Sure:
    """Whether today is within the period of a statute that runs from the day in the fact `since`.

    For an appeal to us it is the day on which it reached us, where that is known.
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
