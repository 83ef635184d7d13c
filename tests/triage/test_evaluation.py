"""Triage as a whole, by properties: of every state that asking can reach, and of enquiries with any facts."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from joic_policy.contacts import CustomerKind
from joic_policy.triage import AUTHORITIES, Detail, Enquiry, Kind, Question, Route, Triage, questions, triage
from joic_policy.triage.enquiry import FACTS
from joic_policy.triage.facts import AnythingElse, FoiStage, ForWhom, Sure, Topic
from tests.strategies import answers, enquiries

TODAY = date(2026, 6, 1)
LONG = timedelta(days=1500)
FACT = st.sampled_from([*FACTS])

# What an outcome turns on: all its words follow from these.
Ending = tuple[object, ...]


@frozen
class State:
    """One state that asking reaches, and every ending that lies ahead of it, by the answer given."""

    enquiry: Enquiry
    fact: str | None
    endings: dict[object, frozenset[Ending]]


def trials(question: Question, enquiry: Enquiry) -> list[Any]:
    """Answers of every kind that there can be: of days, in time, late and still ahead."""
    match question.kind:
        case Kind.ONE:
            return [option.value for option in question.options]
        case Kind.SEVERAL:
            each = [option.value for option in question.options]
            return ["", ",".join(each), *each]
        case Kind.AUTHORITY:
            return [*{(body.standing, body.verified): body.id for body in AUTHORITIES.values()}.values()]
        case Kind.INSTANT:
            return [datetime(2026, 6, 1, 9, tzinfo=UTC), Sure.NOT_SURE]
        case Kind.DAY if question.fact == "today_on":
            known = [day for name in FACTS if isinstance(day := getattr(enquiry, name), date)]
            return [moved(day, by) for day in known for by in (timedelta(), LONG, timedelta(-1))]
        case Kind.DAY:
            reached_us = enquiry.received_on if question.fact == "review_answered_on" else None
            judged_on = reached_us or enquiry.today_on or TODAY
            return [moved(judged_on, by) for by in (timedelta(-10), -LONG, timedelta(1))] + [Sure.NOT_SURE]


def moved(day: date, by: timedelta) -> date:
    """A day so much later, within all days there are."""
    return date.fromordinal(min(max(day.toordinal() + by.days, 1), date.max.toordinal()))


def ending(reached: Triage) -> Ending:
    """What an outcome turns on."""
    assert reached.outcome
    return (
        reached.outcome.route,
        reached.outcome.details,
        reached.outcome.matter,
        tuple(overlay.id for overlay in reached.overlays),
    )


def walk(enquiry: Enquiry, states: list[State]) -> frozenset[Ending]:
    """Every ending ahead of an enquiry, by asking what is asked; the states on the way are added."""
    reached = triage(enquiry)
    if reached.outcome:
        here = frozenset({ending(reached)})
        states.append(State(enquiry, None, {None: here}))
        return here
    question = reached.question
    assert question
    assert getattr(enquiry, question.fact) is None, "an answered question is asked again"
    ahead = {
        answer: walk(enquiry.answered(question.fact, answer), states) for answer in trials(question, enquiry)
    }
    states.append(State(enquiry, question.fact, ahead))
    return frozenset().union(*ahead.values())


@cache
def graph() -> tuple[State, ...]:
    """Every state that asking reaches on one day, from an enquiry of which nothing else is known."""
    states: list[State] = []
    walk(Enquiry(today_on=TODAY), states)
    return tuple(states)


def all_answered(draw: Any, enquiry: Enquiry) -> Triage:
    """What an enquiry comes to once every question that it leads to is answered."""
    reached = triage(enquiry)
    while reached.question:
        fact = reached.question.fact
        reached = triage(reached.enquiry.answered(fact, draw(answers(fact), label=fact)))
    return reached


class TestGraph:
    """Every state that asking can reach."""

    @pytest.mark.clause("INF-1", "INT-3")
    def test_always_ends_and_soon(self) -> None:
        """The walk itself ends, and no way to an outcome asks more than twelve questions."""
        asked = [
            sum(getattr(state.enquiry, name) is not None for name in FACTS) - 1
            for state in graph()
            if state.fact is None
        ]

        assert max(asked) <= 12

    def test_reaches_every_route(self) -> None:
        """None is beyond the reach of asking."""
        (start,) = (state for state in graph() if state.enquiry == Enquiry(today_on=TODAY))
        reached = {one[0] for endings in start.endings.values() for one in endings}

        assert set(Route) == reached

    def test_reaches_every_detail(self) -> None:
        """All but that there is another matter, which is asked last."""
        reached = {
            detail
            for state in graph()
            for endings in state.endings.values()
            for _, details, *_ in endings
            for detail in details
        }

        assert set(Detail) - {Detail.ANOTHER_MATTER} == reached

    def test_asks_every_question_but_the_optional_ones(self) -> None:
        """Optional ones are answered when it comes up; what day it is, is told by whoever asks."""
        optional = {name for name, question in questions().items() if question.optional}

        assert set(FACTS) - optional - {"today_on", "anything_else"} == {
            state.fact for state in graph() if state.fact
        }

    def test_asks_only_what_can_matter(self) -> None:
        """Some two answers to each question have different endings ahead: route, detail, dates or overlay."""
        idle = [state for state in graph() if state.fact and len(set(state.endings.values())) == 1]

        assert idle == []

    @pytest.mark.parametrize(
        ("route", "most"),
        [
            (Route.RAISE_WITH_ORGANISATION, 7),
            (Route.ARTICLE_19_COMPLAINT, 8),
            (Route.TALK_IT_THROUGH, 6),
            (Route.INFORMANT_IN_CONFIDENCE, 3),
            (Route.FOI_REQUEST, 5),
            (Route.FOI_NOT_SCHEDULED, 3),
            (Route.FOI_AUTHORITY_UNKNOWN, 2),
            (Route.SUBJECT_ACCESS_TO_ORGANISATION, 5),
            (Route.SUBJECT_ACCESS_TO_OFFICE, 4),
            (Route.SERVICE_COMPLAINT, 4),
            (Route.EXISTING_MATTER, 2),
            (Route.QUESTION, 1),
            (Route.REGISTRATION, 1),
        ],
    )
    def test_is_short_for_what_is_often_asked(self, route: Route, most: int) -> None:
        """A call comes to its outcome in a handful of questions, the channel and the day being known."""
        ways = [
            state.enquiry
            for state in graph()
            if state.fact is None and route in {one[0] for one in state.endings[None]}
        ]

        assert most >= min(sum(getattr(way, name) is not None for name in FACTS) - 1 for way in ways)

    def test_says_exactly_what_is_possible(self) -> None:
        """At every state, the routes still possible are those that asking comes to from there."""
        wrong = [
            state.enquiry
            for state in graph()
            if state.fact
            and set(triage(state.enquiry).possible)
            != {one[0] for endings in state.endings.values() for one in endings}
        ]

        assert wrong == []

    @pytest.mark.clause("FOI-5")
    def test_never_asks_why_information_is_wanted(self) -> None:
        """A request for public information asks where it is, what it has and how far it has come."""
        asked = {
            state.fact
            for state in graph()
            if state.enquiry.topic is Topic.PUBLIC_INFORMATION and state.enquiry.foi_stage is FoiStage.NEW
        }

        assert asked == {"request_has", "recorded_as", None}


class TestAnyEnquiry:
    """Enquiries with any facts known, whether or not anybody would have asked for them."""

    @given(st.data(), enquiries())
    @settings(max_examples=100, deadline=None)
    def test_always_ends(self, data: st.DataObject, enquiry: Enquiry) -> None:
        """Answering what is asked leads to an outcome and to no further question."""
        reached = all_answered(data.draw, enquiry)

        assert reached.outcome
        assert reached.question is None

    @given(st.data(), enquiries())
    @settings(max_examples=80, deadline=None)
    def test_never_asks_what_is_known(self, data: st.DataObject, enquiry: Enquiry) -> None:
        """At each step the next question is about a fact that nobody has told yet."""
        reached = triage(enquiry)
        while reached.question:
            assert getattr(reached.enquiry, reached.question.fact) is None
            answer = data.draw(answers(reached.question.fact))
            reached = triage(reached.enquiry.answered(reached.question.fact, answer))

    @given(st.data(), enquiries())
    @settings(max_examples=80, deadline=None)
    @pytest.mark.clause("INT-3")
    def test_agrees_with_its_completions(self, data: st.DataObject, enquiry: Enquiry) -> None:
        """What is decided stays so, and what is not comes to one of the routes said to be possible."""
        before = triage(enquiry)
        completed = all_answered(data.draw, enquiry)

        assert completed.outcome
        assert completed.outcome.route in before.possible
        if before.outcome:
            extra = {Detail.ANOTHER_MATTER} & set(completed.outcome.details)
            assert before.outcome.route is completed.outcome.route
            assert set(before.outcome.details) | extra == set(completed.outcome.details)
            assert before.outcome.matter == completed.outcome.matter

    @given(enquiries(), st.sampled_from([*Topic]))
    @settings(max_examples=8, deadline=None)
    def test_says_exactly_what_is_possible(self, enquiry: Enquiry, topic: Topic) -> None:
        """Also from where nobody would come by asking, which a whole walk from there shows."""
        enquiry = evolve(enquiry, topic=topic, for_whom=enquiry.for_whom or ForWhom.SELF)

        assert {one[0] for one in walk(enquiry, [])} == set(triage(enquiry).possible)

    def test_says_at_the_start_that_every_route_is_possible(self) -> None:
        """Nothing is known, so nothing is ruled out."""
        assert tuple(Route) == triage(Enquiry()).possible

    @settings(deadline=None)
    @given(enquiries(), st.sampled_from([*CustomerKind]), st.sampled_from([*CustomerKind]))
    @pytest.mark.clause("VAL-4", "APP-1", "FOI-1")
    def test_is_the_same_for_every_kind_of_customer(
        self, enquiry: Enquiry, one: CustomerKind, other: CustomerKind
    ) -> None:
        """Article 19 turns on whose information it is, which is asked; the kind changes nothing."""
        first, second = (triage(evolve(enquiry, customer=kind)) for kind in (one, other))

        assert evolve(second, enquiry=first.enquiry) == first

    @settings(deadline=None)
    @given(enquiries(), st.text())
    @pytest.mark.clause("FOI-5")
    def test_is_unchanged_by_notes(self, enquiry: Enquiry, notes: str) -> None:
        """Whatever is noted, such as a reason for asking, plays no part."""
        noted = triage(evolve(enquiry, notes=notes))

        assert evolve(noted, enquiry=enquiry) == triage(enquiry)

    @settings(deadline=None)
    @given(st.data(), enquiries(), FACT)
    def test_restores_everything_when_an_answer_is_changed_back(
        self, data: st.DataObject, enquiry: Enquiry, fact: str
    ) -> None:
        """No other answer is lost on the way there and back."""
        changed = enquiry.answered(fact, data.draw(answers(fact)))
        restored = changed.answered(fact, getattr(enquiry, fact))

        assert triage(enquiry) == triage(restored)

    @settings(deadline=None)
    @given(enquiries())
    def test_accounts_for_every_answer(self, enquiry: Enquiry) -> None:
        """Each answer that is about this matter either led here or is set aside, and only once."""
        reached = triage(enquiry)
        told = Counter(answered.question.fact for answered in (*reached.trace, *reached.set_aside))

        known = {name for name in FACTS if getattr(enquiry, name) is not None}
        assert {name for name in known if not FACTS[name].shared} <= set(told) <= known
        assert set(told.values()) <= {1}

    @settings(deadline=None)
    @given(enquiries())
    def test_does_not_need_what_was_set_aside(self, enquiry: Enquiry) -> None:
        """Without them everything but themselves is the same."""
        reached = triage(enquiry)
        lean = enquiry
        for answered in reached.set_aside:
            lean = lean.answered(answered.question.fact, None)

        assert evolve(reached, enquiry=lean, set_aside=()) == triage(lean)

    @settings(deadline=None)
    @given(enquiries())
    def test_replays_its_trace(self, enquiry: Enquiry) -> None:
        """Asked in the order of the trace, each question is the next one, and the end is the same.

        The day of receipt is never asked, so it is told before.
        """
        reached = triage(enquiry)
        step = Enquiry(received_on=enquiry.received_on)
        for answered in reached.trace:
            if answered.question.optional:
                continue
            question = triage(step).question
            assert question
            assert answered.question.fact == question.fact
            step = step.answered(question.fact, answered.value)

        assert reached.outcome == triage(step).outcome

    @settings(deadline=None)
    @given(enquiries())
    @pytest.mark.clause("INT-3")
    def test_gives_the_same_answer_again(self, enquiry: Enquiry) -> None:
        """The same facts, told anew, come to the same."""
        assert triage(enquiry) == triage(evolve(enquiry))


class TestAnotherMatter:
    """Several matters in one message."""

    def test_asks_last_whether_there_is_anything_else(self) -> None:
        """The outcome is there already; the answer ends the questions."""
        reached = triage(Enquiry(topic=Topic.ADVICE))
        assert reached.question

        done = triage(reached.enquiry.answered("anything_else", AnythingElse.NO))

        assert (reached.question.fact, done.question) == ("anything_else", None)
        assert done.outcome == reached.outcome
        assert done.another is None

    @settings(deadline=None)
    @given(enquiries())
    def test_keeps_what_is_known_of_the_contact_for_the_next_matter(self, enquiry: Enquiry) -> None:
        """Channel, customer, risk, needs, today and receipt; nothing of the matter, and no notes."""
        enquiry = evolve(enquiry, anything_else=AnythingElse.YES)
        another = triage(enquiry).another

        assert another
        kept = {name for name in FACTS if getattr(another, name) is not None}
        assert kept <= {
            "channel", "customer", "risk", "abuse", "format", "language", "conflict",
            "today_on", "received_on",
        }  # fmt: skip
        assert all(getattr(another, name) == getattr(enquiry, name) for name in kept)
        assert another.notes == ""

    def test_says_so_in_the_outcome(self) -> None:
        """One more thing to do."""
        more = triage(Enquiry(topic=Topic.ADVICE, anything_else=AnythingElse.YES)).outcome
        less = triage(Enquiry(topic=Topic.ADVICE)).outcome
        assert more
        assert less

        assert len(less.do) + 1 == len(more.do)


def test_answers_in_words() -> None:
    """A trace shows wording and labels; several are joined, none is said, a day is itself."""
    enquiry = Enquiry(
        topic="public_information",
        authority="states_greffe",
        foi_stage=FoiStage.NEW,
        request_has=(),
        recorded_as="sound, video",
    )

    labels = [answered.label for answered in triage(enquiry).trace]

    assert labels == [
        "Information of a public body (freedom of information)",
        "States Greffe",
        "Not made yet, or sent to us instead",
        "None of these",
        "A sound recording; A video",
    ]
