"""The beginning of a call: how it is greeted, and whether it was answered in time (TEL-1, TEL-2)."""

from collections.abc import Mapping
from datetime import datetime, time
from functools import cache
from typing import assert_never

from attrs import evolve, frozen

from joic_policy._fields import Choice, to_instant
from joic_policy._table import Table
from joic_policy.contacts import Received, contact_from
from joic_policy.deadlines import Deadline, Status, deadlines
from joic_policy.policy import POLICY, Duty, Policy
from joic_policy.policy.interpretations import Greeting
from joic_policy.units import JERSEY_ZONE

__all__ = ["Answering", "Ring", "TimeOfDay", "answering", "greeting", "time_of_day"]

_NOON = time(12)


class TimeOfDay(Choice):
    """What a greeting names."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Ring(Choice):
    """How a call stands against the seconds set for answering it."""

    IN_TIME = "in_time"
    LATE = "late"
    GIVEN_UP_IN_TIME = "given_up_in_time"
    GIVEN_UP_LATE = "given_up_late"
    NOT_MEASURED = "not_measured"


@frozen(kw_only=True)
class Answering:
    """How long a call rang, in seconds, and how that is judged; without both instants it is not measured."""

    ring: Ring
    seconds: float | None = None
    deadline: Deadline | None = None


def time_of_day(at: datetime, *, policy: Policy = POLICY) -> TimeOfDay:
    """The time of day by Jersey's clocks, as the reading of `greeting` names it.

    Raises:
        InvalidError: `at` has no time zone.
    """
    clock = to_instant("at", at).astimezone(JERSEY_ZONE).time()
    if clock < _NOON:
        return TimeOfDay.MORNING
    match policy.interpretations.greeting:
        case Greeting.TWO:
            return TimeOfDay.AFTERNOON
        case Greeting.WITH_EVENING:
            evening = clock >= policy.office.evening_from
            return TimeOfDay.EVENING if evening else TimeOfDay.AFTERNOON
        case never:
            assert_never(never)


def greeting(at: datetime, *, speaker: str = "", external: bool = True, policy: Policy = POLICY) -> str:
    """What to say on picking up; only who calls from outside is told which organisation it is (TEL-2).

    Raises:
        InvalidError: `at` has no time zone.
    """
    key = ("external" if external else "internal") + ("" if speaker.strip() else "_unnamed")
    return _greetings()[key].format(
        time_of_day=time_of_day(at, policy=policy), office=policy.office.name, speaker=speaker.strip()
    )


def answering(call: Received, *, policy: Policy = POLICY) -> Answering:
    """How a call that came in stands (TEL-1); it is measured only where both instants are known.

    A caller who gave up while an answer would still have been in time was not missed.
    """
    ended_at = call.answered_at or call.abandoned_at
    if not (call.rang_at and ended_at):
        return Answering(ring=Ring.NOT_MEASURED)
    as_answered = evolve(call, answered_at=ended_at, abandoned_at=None)
    owed = deadlines(contact_from([as_answered]), policy=policy)
    deadline = next(each for each in owed if each.duty is Duty.ANSWER_CALL)
    in_time = deadline.status(ended_at) is Status.MET
    if call.answered_at:
        ring = Ring.IN_TIME if in_time else Ring.LATE
    else:
        ring = Ring.GIVEN_UP_IN_TIME if in_time else Ring.GIVEN_UP_LATE
    seconds = (ended_at - call.rang_at).total_seconds()
    return Answering(ring=ring, seconds=seconds, deadline=deadline if call.answered_at else None)


@cache
def _greetings() -> Mapping[str, str]:
    top = Table.beside(__file__, "calls.toml")
    greetings = {
        key: top.text(key) for key in ("external", "external_unnamed", "internal", "internal_unnamed")
    }
    top.done()
    return greetings
