"""The chain of targets: first, revised in time, promised too late."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from joic_policy import (
    JERSEY,
    POLICY,
    Corrected,
    Deadline,
    DelayTold,
    Duty,
    Event,
    Policy,
    Received,
    Responded,
    Status,
    WorkingDays,
    contact_from,
    deadlines,
)
from joic_policy.units import end_of_day
from joic_policy.working_days import WorkingDayCalendar
from tests.strategies import histories, policies

RECEIPT = Received(channel="letter", received_on=date(2026, 11, 2))  # due on Monday 23 November
FIRST = date(2026, 11, 23)


def told(
    day: int, revised_on: date, *, hour: int = 12, month: int = 11, channel: str = "telephone"
) -> DelayTold:
    """A notice of delay."""
    at = datetime(2026, month, day, hour, tzinfo=UTC)
    return DelayTold(happened_at=at, revised_on=revised_on, channel=channel, by="Ann", why="It is long.")


def response(
    *events: Event,
    policy: Policy = POLICY,
    calendar: WorkingDayCalendar = JERSEY,
    receipt: Received = RECEIPT,
) -> Deadline:
    """The formal response after some events."""
    owed = deadlines(contact_from([receipt, *events]), policy=policy, calendar=calendar)
    return next(answer for answer in owed if answer.duty is Duty.FORMAL_RESPONSE)


def at(day: date, hour: int = 12) -> datetime:
    """An hour of a day in winter."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def test_the_first_target_and_each_revision_are_kept() -> None:
    """Day, instant, who, why and whether in time; the last in time is the date that counts."""
    answer = response(told(23, date(2026, 12, 7), hour=23), told(7, date(2026, 12, 21), month=12))

    assert [(target.on, target.in_time) for target in answer.targets] == [
        (FIRST, True), (date(2026, 12, 7), True), (date(2026, 12, 21), True),
    ]  # fmt: skip
    assert (answer.targets[0].told_at, answer.targets[0].by) == (None, "")
    assert (answer.targets[1].told_at, answer.targets[1].by, answer.targets[1].why) == (
        at(FIRST, 23), "Ann", "It is long.",
    )  # fmt: skip
    assert answer.due_on == date(2026, 12, 21)


def test_a_late_notice_breaks_the_chain_for_good() -> None:
    """What is told after it is a promise too, however early it is for the promise before."""
    late = told(24, date(2026, 12, 7), hour=0)
    answer = response(late, told(25, date(2026, 12, 21)))

    assert [target.in_time for target in answer.targets] == [True, False, False]
    assert answer.due_on == FIRST
    assert answer.status(at(date(2026, 11, 24), 1)) is Status.OVERDUE
    answered = Responded(happened_at=at(date(2026, 12, 1)), channel="email")
    assert response(late, answered).status(at(date(2026, 12, 2))) is Status.MET_LATE


def test_each_instant_is_judged_by_what_had_been_told_by_then() -> None:
    """Before the notice it was due on the first day; after it, on the second."""
    answer = response(told(23, date(2026, 12, 7)))

    assert answer.status(at(FIRST, 11)) is Status.DUE_TODAY
    assert answer.status(at(FIRST, 12)) is Status.WAITING
    assert answer.status(at(date(2026, 12, 7))) is Status.DUE_TODAY
    assert answer.status(at(date(2026, 12, 8))) is Status.OVERDUE
    in_time = Responded(happened_at=at(date(2026, 12, 7)), channel="email")
    assert response(told(23, date(2026, 12, 7)), in_time).status(at(date(2026, 12, 8))) is Status.MET


@pytest.mark.parametrize("channel", ["telephone", "letter", "email", "in_person"])
def test_any_channel_will_do(channel: str) -> None:
    """The policy names none for it."""
    assert response(told(23, date(2026, 12, 7), channel=channel)).due_on == date(2026, 12, 7)


def test_a_notice_that_moves_nothing_on_counts_for_nothing() -> None:
    """It is not late either: one told in time after it still is."""
    answer = response(told(9, date(2026, 11, 20)), told(20, date(2026, 12, 7)))

    assert [target.in_time for target in answer.targets] == [True, False, True]
    assert answer.due_on == date(2026, 12, 7)
    assert (
        "Friday 20 November 2026 is not after Monday 23 November 2026, which stands."
        in answer.explanation.text
    )


def test_told_in_the_order_in_which_it_counts() -> None:
    """A letter that arrives too late does not spoil what was said in time on the day it was posted."""
    posted = told(23, date(2026, 12, 7), hour=9, channel="letter")
    said = told(23, date(2026, 12, 8), hour=15)
    arrived = POLICY.with_readings(outgoing="arrived")

    assert response(posted, said).due_on == date(2026, 12, 8)
    assert response(posted, said, policy=arrived).due_on == date(2026, 12, 8)
    assert response(posted, policy=arrived).due_on == FIRST
    told_on = [target.on for target in response(posted, said, policy=arrived).targets]
    assert told_on == [FIRST, date(2026, 12, 8), date(2026, 12, 7)]


def test_told_at_the_last_instant_is_in_time() -> None:
    """As an act at the last instant is; a microsecond later is late."""
    last = evolve(told(23, date(2026, 12, 7)), happened_at=end_of_day(FIRST))
    late = evolve(last, happened_at=end_of_day(FIRST) + timedelta(microseconds=1))

    assert response(last).due_on == date(2026, 12, 7)
    assert response(late).due_on == FIRST


def test_told_before_the_response_is_in_time_if_read_so() -> None:
    """However late; not after the response."""
    policy = POLICY.with_readings(delay_notice="before_response")
    late = told(30, date(2026, 12, 7))
    answered = Responded(happened_at=at(date(2026, 12, 3)), channel="email")
    early = Responded(happened_at=at(date(2026, 11, 27)), channel="email")

    assert response(late, policy=policy).due_on == date(2026, 12, 7)
    assert response(late, policy=policy).status(at(date(2026, 11, 26))) is Status.OVERDUE
    assert response(late, answered, policy=policy).status(at(date(2026, 12, 9))) is Status.MET
    assert response(early, late, policy=policy).status(at(date(2026, 12, 9))) is Status.MET_LATE
    assert response(late).due_on == FIRST


def test_a_holiday_proclaimed_later_warns_and_moves_no_promise() -> None:
    """The first target is computed anew; the promised one stands, and the explanation says so."""
    proclaimed = JERSEY.with_holidays({date(2026, 11, 16): "Visit", date(2026, 12, 7): "Another visit"})
    answer = response(told(23, date(2026, 12, 7)), calendar=proclaimed)

    assert answer.targets[0].on == date(2026, 11, 24)
    assert answer.due_on == date(2026, 12, 7)
    assert (
        "Monday 7 December 2026 is no working day any more; the promise stands."
        in answer.explanation.cautions
    )
    assert not any(
        "promise" in caution for caution in response(told(23, date(2026, 12, 7))).explanation.cautions
    )


def test_a_correction_judges_notices_anew_and_says_so() -> None:
    """Received a week earlier in truth, the target had passed when the customer was told."""
    notice = told(23, date(2026, 12, 7))
    true = evolve(RECEIPT, received_on=date(2026, 10, 26), happened_at=at(date(2026, 10, 26), 0))
    correction = Corrected(of=RECEIPT.id, to=true, happened_at=at(date(2026, 11, 25)))
    answer = response(notice, correction)

    assert response(notice).targets[1].in_time
    assert not answer.targets[1].in_time
    assert answer.due_on == date(2026, 11, 16)
    assert "The history was corrected; every notice is judged by the true dates." in answer.explanation.text
    assert "corrected" not in response(notice).explanation.text


@settings(max_examples=60)
@given(histories(channel="letter"), policies(), st.sampled_from([JERSEY]))
def test_the_date_that_counts_is_the_last_of_the_unbroken_chain(
    events: tuple[Event, ...], policy: Policy, calendar: WorkingDayCalendar
) -> None:
    """Those in time rise, each told while the one before was still to come; none of the rest counts."""
    fifteen = policy.with_standard(policy.standards["formal_response"].amended(WorkingDays(15)))
    answer = next(
        one
        for one in deadlines(contact_from(events), policy=fifteen, calendar=calendar)
        if one.duty is Duty.FORMAL_RESPONSE
    )
    chain = [target for target in answer.targets if target.in_time]

    assert answer.targets[0] is chain[0]
    assert answer.due_on == chain[-1].on
    assert chain == sorted(set(chain), key=lambda target: target.on)
    if policy.interpretations.delay_notice == "by_target":
        assert all(b.told_at <= end_of_day(a.on) for a, b in pairwise(chain))
    assert len(answer.targets) == 1 + sum(
        isinstance(event, DelayTold) for event in contact_from(events).events
    )
    assert answer.targets[0].on - answer.start_on >= timedelta(days=15)
