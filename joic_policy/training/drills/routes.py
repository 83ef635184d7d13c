"""Drills on routes: a walk through triage, each answer drawn, as far as it goes."""

from datetime import date, time, timedelta
from itertools import count
from typing import assert_never

from joic_policy.contacts import Channel, CustomerKind
from joic_policy.training.drills.chance import Chance
from joic_policy.training.drills.drawn import Drawn
from joic_policy.training.drills.words import DrillWords
from joic_policy.training.subjects.near import outcome_of, said
from joic_policy.training.subjects.routing import Routing, SecondRouting
from joic_policy.training.task import Task
from joic_policy.triage import AUTHORITIES, Enquiry, Kind, Question, triage
from joic_policy.units import day_words, instant_in_jersey
from joic_policy.working_days import JERSEY

__all__ = ["routes"]

_FIRST, _LAST = date(2025, 1, 2), date(2027, 12, 20)
_LENGTHS = {1: (1, 4), 2: (4, 7), 3: (6, 12)}
_AGO = (3, 20, 50, 120)
_REVIEWED_AGO = (3, 20, 33, 45)
_NOTICED_AT = time(10)
_HARDEST = 3
_TOLD_APART = frozenset({"today_on"})


def routes(chance: Chance, level: int, words: DrillWords) -> Drawn:
    """Longer ways on higher levels; on the highest, perhaps a second matter in the same message."""
    channel, customer = chance.one([*Channel]), chance.one([*CustomerKind])
    today_on = JERSEY.add(chance.day(_FIRST, _LAST), 1)
    start = Enquiry(channel=channel, customer=customer, today_on=today_on)
    enquiry = _walked(chance, start, level)
    story = [words.routes[0], words.day.replace("{on}", day_words(today_on)), *_told(enquiry)]
    tasks = [Task(id="route", subject=Routing(enquiry=enquiry))]
    if level == _HARDEST:
        another = _walked(chance, enquiry.another(), 1) if chance.holds() else None
        also = another if another and outcome_of(another).route is not outcome_of(enquiry).route else None
        story += [words.routes[1], *_told(also)] if also else []
        second = SecondRouting(enquiry=enquiry, also=also)
        tasks.append(Task(id="second_route", subject=second))
    return Drawn(channel=channel, customer=customer, story=tuple(story), tasks=tuple(tasks))


def _walked(chance: Chance, start: Enquiry, level: int) -> Enquiry:
    """An enquiry that is answered to its outcome, on a way of about the length of a level."""
    shortest, longest = _LENGTHS[level]
    walks = (_walk(chance, start) for _ in count())
    return next(walked for walked in walks if shortest <= len(triage(walked).trace) <= longest)


def _walk(chance: Chance, start: Enquiry) -> Enquiry:
    enquiry, found = start, triage(start)
    while found.outcome is None and found.question:
        enquiry = enquiry.answered(found.question.fact, _answer(chance, found.question, enquiry))
        found = triage(enquiry)
    return enquiry


def _answer(chance: Chance, question: Question, enquiry: Enquiry) -> object:
    today_on = enquiry.today_on or _FIRST
    ago = timedelta(days=chance.one(_REVIEWED_AGO if question.fact == "review_answered_on" else _AGO))
    match question.kind:
        case Kind.ONE:
            return chance.one(question.options).value
        case Kind.SEVERAL:
            several = tuple(option.value for option in question.options if chance.holds(out_of=3))
            return several or (chance.one(question.options).value,)
        case Kind.DAY:
            return today_on - ago
        case Kind.INSTANT:
            return instant_in_jersey(today_on - ago, _NOTICED_AT)
        case Kind.AUTHORITY:
            return chance.one([*AUTHORITIES])
        case never:
            assert_never(never)


def _told(enquiry: Enquiry) -> list[str]:
    return [said(each) for each in triage(enquiry).trace if each.question.fact not in _TOLD_APART]
