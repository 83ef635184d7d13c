"""What statutes ask: each clock, by whom it is owed, and when the law stands in for the policy."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from joic_policy import (
    JERSEY,
    POLICY,
    Acknowledged,
    CallMade,
    Deadline,
    Duty,
    Event,
    InvalidError,
    Matter,
    MatterKind,
    OutsideCalendarError,
    OwedBy,
    Policy,
    Received,
    Responded,
    Status,
    StatutoryActDone,
    Weeks,
    contact_from,
    deadlines,
)
from joic_policy.policy import Known
from tests.naive import nth_working_day
from tests.strategies import days

DAY = date(2026, 11, 2)  # a Monday
AT = datetime(2026, 11, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ACCESS = Matter(kind="subject_access_to_office")


def owed(*matters: Matter, acts: tuple[Event, ...] = (), policy: Policy = POLICY) -> dict[Duty, Deadline]:
    """What is owed for a letter that asks for these things, by duty."""
    receipt = Received(channel="letter", received_on=DAY, matters=matters)
    return {answer.duty: answer for answer in deadlines(contact_from([receipt, *acts]), policy=policy)}


@pytest.mark.parametrize(
    ("kind", "facts", "duty", "owed_by", "due_on"),
    [
        ("question", {}, "question_answer", "office", date(2026, 11, 16)),
        ("article_19_complaint", {}, "article_19_acknowledgement", "office", None),
        ("article_19_complaint", {}, "article_19_decision", "office", date(2026, 12, 28)),
        ("article_19_complaint", {}, "article_19_progress", "office", date(2027, 1, 25)),
        ("decision_disputed", {"decided_on": DAY}, "article_19_appeal", "customer", date(2026, 11, 30)),
        ("amicable_resolution", {"agreed_on": DAY}, "amicable_resolution", "office", date(2027, 1, 25)),
        ("subject_access_to_office", {}, "subject_access", "office", date(2026, 11, 30)),
        (
            "subject_access_to_organisation",
            {"asked_on": DAY},
            "subject_access_by_organisation",
            "organisation",
            date(2026, 11, 30),
        ),
        ("breach_report", {"aware_at": AT}, "breach_report", "organisation", date(2026, 11, 5)),
        ("own_breach", {"aware_at": AT}, "own_breach_report", "office", date(2026, 11, 5)),
        ("foi_request", {"asked_on": DAY}, "foi_answer", "organisation", date(2026, 11, 30)),
        ("foi_request", {"asked_on": DAY}, "foi_answer_ceiling", "organisation", date(2027, 2, 4)),
        ("foi_appeal", {"answered_on": DAY}, "foi_appeal", "customer", date(2026, 12, 14)),
        ("foi_appeal", {"told_on": DAY}, "foi_submissions", "organisation", date(2026, 11, 16)),
        ("foi_decision", {"decided_on": DAY}, "foi_compliance", "organisation", date(2026, 12, 7)),
        ("foi_decision", {"decided_on": DAY}, "foi_royal_court", "customer", date(2026, 11, 30)),
    ],
)
def test_each_clock_runs_from_its_own_fact(
    kind: str, facts: dict[str, Any], duty: str, owed_by: str, due_on: date | None
) -> None:
    """And while the fact is not known there is no date, and the explanation says which it wants."""
    known, unknown = owed(Matter(kind=kind, **facts))[Duty(duty)], owed(Matter(kind=kind))[Duty(duty)]

    assert (known.owed_by, known.due_on) == (owed_by, due_on)
    assert known.source is POLICY.statutes[duty]
    if facts:
        assert (unknown.start_on, unknown.due_on, unknown.due_at) == (None, None, None)
        assert "is not known yet: so there is no date" in unknown.explanation.text
        assert unknown.status(AT + 9000 * HOUR) is (Status.WAITING if owed_by == "office" else Status.BESIDE)


def test_the_table_above_has_every_statute() -> None:
    """One row each, so that none is forgotten when one is added."""
    (rows,) = (mark.args[1] for mark in test_each_clock_runs_from_its_own_fact.pytestmark)

    assert {row[2] for row in rows} == {duty.value for duty in Duty if duty.by_law} == set(POLICY.statutes)


@given(days())
def test_calendar_periods_do_not_roll(day: date) -> None:
    """Four weeks end on the same day of the week, be it a Sunday or Christmas."""
    receipt = Received(channel="letter", received_on=day, matters=(ACCESS, Matter(kind="question")))
    answers = {answer.duty: answer for answer in deadlines(contact_from([receipt]))}

    assert answers[Duty.SUBJECT_ACCESS].due_on == day + timedelta(days=28)
    assert answers[Duty.QUESTION_ANSWER].due_on == day + timedelta(days=14)
    assert answers[Duty.SUBJECT_ACCESS].explanation.days == ()


@given(days())
def test_working_days_of_the_law_are_counted_alike(day: date) -> None:
    """Twenty after the day on which the authority was asked, whatever readings hold for the policy."""
    policy = POLICY.with_readings(receipt_day="counted", rest_day_receipt="rolls", day_end="close_of_office")
    answer = owed(Matter(kind="foi_request", asked_on=day), policy=policy)[Duty.FOI_ANSWER]

    assert answer.due_on == nth_working_day(day, 20, JERSEY.holidays)
    assert answer.due_at == owed(Matter(kind="foi_request", asked_on=day))[Duty.FOI_ANSWER].due_at
    assert [one.number for one in answer.explanation.days if one.number] == list(range(1, 21))
    assert answer.explanation.days[-1].on == answer.due_on


def test_seventy_two_hours_run_day_and_night() -> None:
    """Over the night on which the clocks go back, and to the second."""
    aware_at = datetime(2026, 10, 24, 21, 15, 30, tzinfo=UTC)
    answer = owed(Matter(kind="own_breach", aware_at=aware_at))[Duty.OWN_BREACH_REPORT]

    assert answer.due_at == aware_at + 72 * HOUR
    assert answer.status(aware_at + 72 * HOUR) is Status.DUE_TODAY
    assert answer.status(aware_at + 72 * HOUR + timedelta(microseconds=1)) is Status.OVERDUE
    assert answer.age(aware_at + HOUR) == HOUR
    assert "In time until 21:15:30 on Tuesday 27 October 2026, Jersey time." in answer.explanation.text


class TestDisplacement:
    """The law wins where it is verified and the Office's own, and only for what it is about."""

    @pytest.mark.clause("APP-2", "APP-3")
    def test_subject_access_to_the_office_displaces_the_response_alone(self) -> None:
        """The acknowledgement still runs; the explanation says which law and why."""
        answers = owed(ACCESS)

        assert answers[Duty.FORMAL_RESPONSE].status(AT) is Status.DISPLACED
        assert answers[Duty.FORMAL_RESPONSE].displaced_by is POLICY.statutes["subject_access"]
        assert answers[Duty.ACKNOWLEDGEMENT].status(AT) is Status.WAITING
        assert answers[Duty.SUBJECT_ACCESS].due_on == date(2026, 11, 30)
        assert "articles 27 and 28" in answers[Duty.FORMAL_RESPONSE].explanation.text

    @pytest.mark.clause("APP-2")
    @pytest.mark.parametrize("kind", sorted(set(MatterKind) - {"subject_access_to_office"}))
    def test_no_other_matter_displaces_anything_on_todays_facts(self, kind: str) -> None:
        """Neither alone nor beside a subject access request: every matter has to be displaced."""
        for matters in ((Matter(kind=kind),), (ACCESS, Matter(kind=kind)), (Matter(kind=kind), ACCESS)):
            response = owed(*matters)[Duty.FORMAL_RESPONSE]

            assert response.displaced_by is None
            assert response.status(AT) is Status.WAITING

    def test_two_subject_access_requests_do(self) -> None:
        """Every matter is displaced; nothing asked at all displaces nothing."""
        assert owed(ACCESS, ACCESS)[Duty.FORMAL_RESPONSE].displaced_by
        assert owed()[Duty.FORMAL_RESPONSE].displaced_by is None

    def test_displaced_comes_before_met_and_closed(self) -> None:
        """It is first in the list."""
        answered = Responded(happened_at=AT + HOUR, channel="email")

        assert owed(ACCESS, acts=(answered,))[Duty.FORMAL_RESPONSE].status(AT + 2 * HOUR) is Status.DISPLACED
        assert owed(ACCESS, acts=(answered,))[Duty.SUBJECT_ACCESS].status(AT + 2 * HOUR) is Status.MET

    def test_the_acknowledgement_gives_way_too_where_a_law_says_so(self) -> None:
        """None does today."""
        statute = evolve(POLICY.statutes["subject_access"], displaces=(Duty.ACKNOWLEDGEMENT,))
        policy = evolve(POLICY, statutes={**POLICY.statutes, "subject_access": statute})

        assert owed(ACCESS, policy=policy)[Duty.ACKNOWLEDGEMENT].status(AT) is Status.DISPLACED
        assert owed(ACCESS, policy=policy)[Duty.FORMAL_RESPONSE].status(AT) is Status.WAITING

    @pytest.mark.parametrize(
        "planted",
        [
            {"known": Known.UNVERIFIED},
            {"known": Known.ONE_SOURCE},
            {"owed_by": OwedBy.CUSTOMER},
            {"owed_by": OwedBy.ORGANISATION},
        ],
    )
    def test_law_that_is_not_sure_or_not_ours_cannot_be_made_to_displace(
        self, planted: dict[str, Any]
    ) -> None:
        """Not even for what-if."""
        with pytest.raises(InvalidError, match="not verified, or not the Office's"):
            evolve(POLICY.statutes["subject_access"], **planted)


class TestMet:
    """Which act does what a statute asks."""

    @pytest.mark.parametrize(
        ("kind", "duty", "act", "met"),
        [
            ("article_19_complaint", "article_19_acknowledgement", "acknowledged", True),
            ("article_19_complaint", "article_19_acknowledgement", "responded", False),
            ("article_19_complaint", "article_19_decision", "acknowledged", False),
            ("article_19_complaint", "article_19_decision", "responded", False),
            ("question", "question_answer", "responded", True),
            ("question", "question_answer", "acknowledged", False),
            ("subject_access_to_office", "subject_access", "responded", True),
            ("own_breach", "own_breach_report", "responded", False),
        ],
    )
    def test_by_an_ordinary_act(self, kind: str, duty: str, act: str, met: bool) -> None:  # noqa: FBT001  # a row
        """An acknowledgement acknowledges a complaint, a response answers a question."""
        acts = {"acknowledged": Acknowledged, "responded": Responded}
        done = acts[act](happened_at=AT, channel="email")

        assert owed(Matter(kind=kind), acts=(done,))[Duty(duty)].met_at == (AT if met else None)

    @pytest.mark.parametrize("duty", [duty for duty in Duty if duty.by_law])
    def test_by_an_act_said_to_be_it(self, duty: Duty) -> None:
        """Whatever the statute, and no other of them."""
        matter = Matter(kind=POLICY.statutes[duty].matter)
        done = StatutoryActDone(happened_at=AT, duty=duty)

        assert {one for one, answer in owed(matter, acts=(done,)).items() if answer.met_at} == {duty}


def test_each_matter_has_its_own() -> None:
    """Two requests to two authorities, with a place each, so that they are told apart."""
    receipt = Received(
        channel="email",
        received_on=DAY,
        matters=tuple(Matter(kind="foi_request", asked_on=DAY - timedelta(days=n)) for n in (0, 7)),
    )
    answers = [one for one in deadlines(contact_from([receipt])) if one.duty is Duty.FOI_ANSWER]

    assert [answer.due_on for answer in answers] == [date(2026, 11, 30), date(2026, 11, 23)]
    assert [answer.identity[1] for answer in answers] == [0, 1]


def test_a_call_of_ours_can_raise_a_matter_too() -> None:
    """The law does not ask who rang whom."""
    contact = contact_from([CallMade(happened_at=AT, matters=(Matter(kind="question"),))])

    assert [answer.due_on for answer in deadlines(contact)] == [date(2026, 11, 16)]


def test_access_may_be_read_to_run_from_verified_identity() -> None:
    """As the Government's own pages have it; until it is verified there is no date."""
    policy = POLICY.with_readings(subject_access_start="identity_verified")
    verified = evolve(ACCESS, identity_verified_on=date(2026, 11, 9))

    assert owed(ACCESS, policy=policy)[Duty.SUBJECT_ACCESS].due_on is None
    assert owed(verified, policy=policy)[Duty.SUBJECT_ACCESS].due_on == date(2026, 12, 7)
    assert owed(verified)[Duty.SUBJECT_ACCESS].due_on == date(2026, 11, 30)


@settings(max_examples=20)
@given(st.sampled_from([date(9999, 12, 31), date(9999, 12, 4)]))
def test_a_day_beyond_every_calendar_is_refused(asked_on: date) -> None:
    """Not a crash in the arithmetic."""
    with pytest.raises(OutsideCalendarError, match="4 weeks after 9999-12-"):
        owed(Matter(kind="subject_access_to_organisation", asked_on=asked_on))


def test_a_period_of_another_length_is_what_if() -> None:
    """A statute is a value like the rest."""
    statute = evolve(POLICY.statutes["subject_access"], duration=Weeks(12))
    policy = evolve(POLICY, statutes={**POLICY.statutes, "subject_access": statute})

    assert owed(ACCESS, policy=policy)[Duty.SUBJECT_ACCESS].due_on == date(2027, 1, 25)
