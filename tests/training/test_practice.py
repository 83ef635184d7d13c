"""A learner's way through exercises: what comes next, what comes back, and how hard drills become."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from joic_policy import InvalidError
from joic_policy.training import (
    Commitment,
    Practice,
    practice_from,
    practice_record,
    review,
    right_answers,
    scenarios,
)

PLAN = ("doorbell", "half_a_letter", "rang_off", "spring_break", "holiday_pay")


def after(practice: Practice, *turns: bool) -> Practice:
    """The practice after some turns, each all right or not answered at all."""
    for is_right in turns:
        turn = practice.next
        assert turn is not None
        practice = practice.after(right_answers(turn.exercise) if is_right else {})
    return practice


def next_id(practice: Practice) -> str:
    """The id of what comes next; blank where nothing does."""
    return practice.next.exercise.id if practice.next else ""


@st.composite
def practices(draw: st.DrawFn) -> Practice:
    """Practices of any plan, after any turns."""
    plan = tuple(draw(st.lists(st.sampled_from([*scenarios()]), max_size=4, unique=True)))
    practice = Practice(
        plan=plan, seed=draw(st.sampled_from(["", "sea"])), drills=2, returns=draw(st.booleans())
    )
    for _ in range(draw(st.integers(0, 6))):
        if practice.next:
            practice = after(practice, draw(st.booleans()))
    return practice


def test_the_plan_is_taken_in_order_and_ends() -> None:
    """With nothing missed and no seed, each exercise comes once."""
    practice = Practice(plan=PLAN)
    seen = []

    while practice.next:
        seen.append((next_id(practice), practice.next.again))
        practice = after(practice, True)

    assert seen == [(each, False) for each in PLAN]
    assert practice.marks == practice.out_of > 0
    with pytest.raises(InvalidError, match="nothing: all is done"):
        practice.after({})


def test_what_was_missed_comes_back_later() -> None:
    """After some others, with the tasks that were missed alone; twice at most, so that nobody is stuck."""
    practice = Practice(plan=PLAN)
    first = practice.next
    assert first is not None
    half = {"route": right_answers(first.exercise)["route"]}
    practice = practice.after(half)
    seen = []

    while practice.next:
        seen.append((next_id(practice), practice.next.again, practice.next.task_ids))
        practice = after(practice, practice.next.exercise.id != "doorbell")

    assert [each[0] for each in seen] == [
        "half_a_letter",
        "rang_off",
        "doorbell",
        "spring_break",
        "holiday_pay",
        "doorbell",
    ]
    assert [each for each in seen if each[1]] == [("doorbell", True, ("questions",))] * 2


def test_what_was_put_right_comes_no_more() -> None:
    """Once is enough, even at the end of the plan; the first attempt keeps its marks."""
    practice = after(Practice(plan=("doorbell",)), False)

    assert next_id(practice) == "doorbell"
    assert practice.coming_back == ("doorbell",)
    again = after(practice, True)
    assert again.next is None
    assert again.coming_back == ()
    assert (again.marks, practice.marks) == (0, 0)


def test_a_group_that_goes_together_has_no_returns() -> None:
    """What was missed is for the review."""
    practice = after(Practice(plan=("doorbell",), returns=False), False)

    assert practice.next is None
    assert practice.coming_back == ()


def test_drills_come_after_the_plan_and_grow_harder() -> None:
    """Up after two in a row, down after a miss, never beyond the levels; the same for all with a seed."""
    practice = after(Practice(plan=("doorbell",), seed="sea", returns=False), True)
    levels = []
    for is_right in (True, True, True, True, True, True, False, False, False, True):
        levels.append(practice.level)
        practice = after(practice, is_right)

    assert levels == [1, 1, 2, 2, 3, 3, 3, 2, 1, 1]
    assert next_id(practice) == "drill:sea:11:1"
    assert [each.exercise_id for each in practice.first[1:4]] == [
        "drill:sea:1:1",
        "drill:sea:2:1",
        "drill:sea:3:2",
    ]


def test_drills_end_where_they_are_counted() -> None:
    """None, or as many as were asked for."""
    assert Practice(seed="sea", drills=0).next is None
    assert after(Practice(seed="sea", drills=1), True).next is None


@given(practices())
@settings(max_examples=30)
def test_a_practice_comes_back_from_its_record(practice: Practice) -> None:
    """Whole, by way of JSON, with the same turn next."""
    again = practice_from(json.loads(json.dumps(practice_record(practice))))

    assert again == practice
    assert again.next == practice.next


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("plan", ["no_such_story"], "exercise"),
        ("plan", ["doorbell", "doorbell"], "plan"),
        ("plan", "doorbell", "plan"),
        ("plan", [7], "plan[0]"),
        ("seed", "a b", "seed"),
        ("seed", 7, "seed"),
        ("drills", -1, "drills"),
        ("drills", True, "drills"),
        ("returns", "yes", "returns"),
        ("committed", {}, "committed"),
        ("committed", [{}], "committed[0]"),
        ("committed", [7], "committed[0]"),
        ("committed", [{"exercise_id": "doorbell", "task_ids": [], "answers": []}], "committed[0].answers"),
        (
            "committed",
            [{"exercise_id": "doorbell", "task_ids": [], "answers": {"route": [1]}}],
            "committed[0].answers[0]",
        ),
        ("committed", [{"exercise_id": 7, "task_ids": [], "answers": {}}], "exercise_id"),
        ("more", 1, "(the whole record)"),
    ],
)
def test_a_record_that_is_wrong_is_refused(field: str, value: object, named: str) -> None:
    """By the name of what is wrong; nothing is guessed."""
    record = practice_record(Practice(plan=("doorbell",))) | {field: value}

    with pytest.raises(InvalidError) as refused:
        practice_from(record)

    assert refused.value.field == named


def test_a_commitment_is_a_value() -> None:
    """Whatever the order in which the answers were given."""
    answers = {"route": ("private_person",), "questions": ()}
    one, other = (
        Commitment(exercise_id="doorbell", task_ids=("questions", "route"), answered=dict(pairs))
        for pairs in (answers.items(), reversed(answers.items()))
    )

    assert one == other
    assert hash(one) == hash(other)
    assert one.answers == answers


class TestReview:
    """What a group missed."""

    def test_counts_by_clause_and_by_exercise(self) -> None:
        """First attempts, how many learners missed it, and what was right when it came back."""
        plan = ("told_a_day_late", "rang_off")
        good = after(Practice(plan=plan), True, True)
        bad = after(Practice(plan=plan), False, True, True)

        found = review([good, bad])

        by_clause = {each.clause_id: each for each in found.clauses}
        answered, delayed = by_clause["TEL-1"], by_clause["WRI-12"]
        assert found.learners == 2
        assert set(by_clause) == {"TEL-1", "WRI-12"}
        assert (answered.asked, answered.missed, answered.learners, answered.put_right) == (2, 0, 0, 0)
        assert (delayed.asked, delayed.missed, delayed.learners, delayed.put_right) == (6, 3, 1, 3)
        assert found.clauses[0] is delayed
        assert "15" not in delayed.summary
        late, rang = found.exercises
        assert (late.exercise_id, late.learners, late.marks, late.out_of) == ("told_a_day_late", 2, 9, 18)
        assert late.missed == (
            ("told_in_time", 1),
            ("due_on_formal_response", 1),
            ("standing_formal_response", 1),
        )
        assert (rang.title, rang.missed) == ("She rang off", ())

    def test_counts_the_lines_that_rest_on_a_clause(self) -> None:
        """Of several lines each counts for its own clause; what the whole answer rests on counts once."""
        exercise = scenarios()["message_for_jo"].exercise
        answers = right_answers(exercise) | {"duties": ("reply", "call_back")}

        found = review([Practice(plan=("message_for_jo",)).after(answers)])

        by_clause = {each.clause_id: each.missed for each in found.clauses}
        assert by_clause["TEL-8"] == 1
        assert by_clause["TEL-10"] == 1
        assert by_clause["TEL-4"] == 0

    def test_of_nobody_is_empty(self) -> None:
        """Nothing asked, nothing missed."""
        assert review([]) == review([Practice()]).__class__(learners=0, clauses=(), exercises=())
