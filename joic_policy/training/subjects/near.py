"""What an enquiry comes to, the routes close to it, and where the way to another one parts from its own."""

from datetime import date, datetime
from functools import lru_cache
from itertools import accumulate, islice

from joic_policy.errors import InvalidError
from joic_policy.policy import POLICY
from joic_policy.training.words import words
from joic_policy.triage import AUTHORITIES, Answered, Enquiry, Kind, Outcome, Route, triage
from joic_policy.units import day_words, instant_words

__all__ = ["clauses_behind", "near", "outcome_of", "parted_at", "said"]

_WRONG = 5
_OF_EACH = 3
_LONG_PAST = "2018-06-01"


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


def said(answered: Answered) -> str:
    """A question and its answer in words, days and instants as people say them."""
    return f"{answered.question.wording} {_answer(answered)}"


def _answer(answered: Answered) -> str:
    match answered.value:
        case datetime():
            return instant_words(answered.value)
        case date():
            return day_words(answered.value)
        case _:
            return answered.label


def clauses_behind(outcome: Outcome) -> tuple[str, ...]:
    """The clauses that an outcome rests on, without its other sources."""
    return tuple(source.id for source in outcome.sources if source.id in POLICY.clauses)


@lru_cache(maxsize=512)
def near(enquiry: Enquiry) -> tuple[Route, ...]:
    """The routes to which one other answer leads, the last answers first: they are the quickest to tell."""
    right = outcome_of(enquiry).route
    found: dict[Route, None] = {}
    for each in reversed(triage(enquiry).trace):
        if len(found) < _WRONG:
            most = 1 if each.question.fact == "topic" else _OF_EACH
            for value in _other_answers(enquiry, each):
                other = triage(enquiry.answered(each.question.fact, value))
                found.update(dict.fromkeys(other.possible[:most]))
            found.pop(right, None)
    return tuple(found)[:_WRONG]


def _other_answers(enquiry: Enquiry, answered: Answered) -> tuple[str, ...]:
    """What else could have been answered, where that can lead elsewhere: a day may be one long past."""
    choices = tuple(option.value for option in answered.question.options)
    match answered.question.kind:
        case Kind.ONE:
            return choices
        case Kind.DAY if choices:
            judged_on = enquiry.received_on or enquiry.today_on
            return (judged_on.isoformat() if judged_on else _LONG_PAST, _LONG_PAST, *choices)
        case Kind.SEVERAL:
            return ("none", ",".join(choices))
        case Kind.AUTHORITY:
            return tuple({body.standing: body.id for body in AUTHORITIES.values()}.values())
        case _:
            return ()


def parted_at(enquiry: Enquiry, given: Route) -> str:
    """The first answer on the way after which a route other than the right one can no longer be reached."""
    trace = triage(enquiry).trace
    so_far = accumulate(
        trace,
        lambda known, answered: known.answered(answered.question.fact, answered.value),
        initial=enquiry.another(),
    )
    after = zip(trace, islice(so_far, 1, None), strict=True)
    at = next(answered for answered, known in after if given not in triage(known).possible)
    return words().said["parted_question"].format(question=at.question.wording, answer=_answer(at))
