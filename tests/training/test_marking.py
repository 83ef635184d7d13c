"""Marks: the library's own answer earns all of them, and whatever is wrong loses exactly its own."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from joic_policy import InvalidError
from joic_policy.training import (
    Answers,
    Asks,
    Exercise,
    Kind,
    Task,
    drill,
    marking,
    right_answers,
    scenarios,
)

EXERCISES = [scenario.exercise for scenario in scenarios().values()]


def exercises() -> st.SearchStrategy[Exercise]:
    """Written and generated ones."""
    seeds = st.text("abcdefghij-_0123456789", min_size=1, max_size=12)
    return st.sampled_from(EXERCISES) | st.builds(drill, seeds, st.integers(1, 999), st.integers(1, 3))


@st.composite
def slips(draw: st.DrawFn) -> tuple[Exercise, Task, Answers, int]:
    """An exercise answered rightly but for one part of one task, and the place of that part."""
    exercise = draw(exercises())
    task = draw(st.sampled_from(exercise.tasks))
    right = task.key.right
    place = 0
    match task.kind:
        case Kind.SEVERAL:
            place = draw(st.integers(0, len(task.options) - 1))
            flipped = {task.options[place].value}
            given = tuple(option.value for option in task.options if option.value in set(right) ^ flipped)
        case Kind.DAY:
            other = draw(st.dates(date(2020, 1, 1), date(2035, 1, 1))).isoformat()
            assume(other != right[0])
            given = (other,)
        case _:
            others = [option.value for option in task.options if option.value not in right]
            given = (draw(st.sampled_from(others)),)
    return exercise, task, {**right_answers(exercise), task.id: given}, place


@given(exercises())
@settings(max_examples=60)
def test_the_right_answer_earns_every_mark(exercise: Exercise) -> None:
    """And nothing is said to be missed, or to have parted."""
    marked = marking(exercise, right_answers(exercise))

    assert marked.marks == marked.out_of > 0
    assert marked.missed == ()
    assert {task.parted for task in marked.tasks} == {""}
    assert {task.words for task in marked.tasks} == {"All of it is right."}


@given(slips())
@settings(max_examples=60)
def test_one_wrong_part_loses_exactly_its_own_marks(slip: tuple[Exercise, Task, Answers, int]) -> None:
    """No other part is touched, whatever it was."""
    exercise, task, answers, place = slip

    marked = marking(exercise, answers)

    (missed,) = (each for each in marked.tasks if each.task == task)
    wrong = [part for part in missed.parts if not part.is_right]
    assert marked.missed == (task.id,)
    assert wrong == [missed.parts[place]]
    assert marked.marks == marked.out_of - wrong[0].out_of
    assert wrong[0].given != wrong[0].right


@given(exercises())
@settings(max_examples=60)
def test_every_task_has_one_right_answer(exercise: Exercise) -> None:
    """Options differ in value and in words; of one, one is right; several are right as they are marked."""
    for task in exercise.tasks:
        values = [option.value for option in task.options]
        labels = [option.label for option in task.options]
        right = {line.option.value for line in task.key.lines if line.right}

        assert len(set(values)) == len(values)
        assert len(set(labels)) == len(labels)
        if task.kind is Kind.SEVERAL:
            assert right == set(task.key.right)
        else:
            assert len(task.key.right) == 1
            assert right <= set(task.key.right)
        if task.kind is Kind.ONE:
            assert right == set(task.key.right)
            assert len(values) > 1


@given(exercises())
@settings(max_examples=60)
def test_what_is_not_answered_earns_nothing(exercise: Exercise) -> None:
    """Not even the lines that would have been left blank."""
    marked = marking(exercise, {})

    assert marked.marks == 0
    assert {task.words for task in marked.tasks} == {"Not answered, so it earns nothing."}
    assert {part.given for task in marked.tasks for part in task.parts} == {""}


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_a_wrong_route_is_told_the_question_at_which_it_parted(exercise: Exercise) -> None:
    """For every route that can be chosen."""
    for task in exercise.tasks:
        if task.asks is Asks.ROUTE:
            for option in task.options:
                (marked,) = (
                    each
                    for each in marking(exercise, {task.id: (option.value,)}).tasks
                    if each.task.id == task.id
                )

                assert bool(marked.parted) is not marked.is_right
                assert not marked.parted or "At the question" in marked.parted


def test_a_second_route_parts_where_there_is_a_second_matter() -> None:
    """To say that there is none, or that there is one where there is none, parts at no question."""
    two, one = scenarios()["two_in_one"].exercise, scenarios()["too_much_work"].exercise

    def parted(exercise: Exercise, given: str) -> str:
        return marking(exercise, {"second_route": (given,)}).tasks[1].parted

    assert parted(two, "no_other") == ""
    assert "What does the request have already" in parted(two, "foi_request_incomplete")
    assert parted(one, "foi_appeal") == ""


def test_partial_credit_says_what_was_left_out_and_what_did_not_belong() -> None:
    """With the count of lines that are right."""
    exercise = scenarios()["from_down_the_hall"].exercise

    duties = marking(exercise, {"duties": ("acknowledgement",)}).tasks[0]

    assert duties.marks == duties.out_of - 2
    assert duties.words.startswith(f"{duties.marks} of {duties.out_of} lines are right")
    assert "left out: Respond formally" in duties.words
    assert "does not belong: Acknowledge it" in duties.words
    assert duties.clause_ids == ("WRI-12",)
    assert duties.why == ("Respond formally to correspondence (WRI-12)",)


def test_a_single_answer_has_no_half() -> None:
    """What was given and what is right stand in words."""
    exercise = scenarios()["saturday_email"].exercise

    (part,) = (marked := marking(exercise, {"due_on_acknowledgement": ("2026-05-04",)}).tasks[0]).parts

    assert (part.given, part.right) == ("Monday 4 May 2026", "Tuesday 5 May 2026")
    assert "no half" in marked.words
    assert marked.marks == 0


@pytest.mark.parametrize(
    ("answers", "field", "expected"),
    [
        ({"weather": ("fine",)}, "task", "one of: due_on_acknowledgement"),
        ({"due_on_acknowledgement": ("2026-5-4",)}, "due_on_acknowledgement", "a day like 2026-12-18"),
        ({"due_on_acknowledgement": ("20260504",)}, "due_on_acknowledgement", "a day like 2026-12-18"),
        ({"due_on_acknowledgement": ()}, "due_on_acknowledgement", "exactly one choice"),
        ({"due_on_acknowledgement": "2026-05-04"}, "due_on_acknowledgement", "a tuple of texts"),
        ({"due_on_acknowledgement": (date(2026, 5, 4),)}, "due_on_acknowledgement", "a tuple of texts"),
        ({"due_at_acknowledgement": ("noon",)}, "due_at_acknowledgement", "one of"),
    ],
)
def test_what_nobody_can_have_chosen_is_refused(answers: Answers, field: str, expected: str) -> None:
    """With the task, what was given and what was expected."""
    with pytest.raises(InvalidError) as refused:
        marking(scenarios()["saturday_email"].exercise, answers)

    assert refused.value.field == field
    assert expected in refused.value.expected


def test_several_may_be_none_but_none_twice() -> None:
    """To tick nothing is an answer; the same line cannot be ticked twice."""
    exercise = scenarios()["we_called_them"].exercise

    assert marking(exercise, {"duties": ()}).missed == ()
    with pytest.raises(InvalidError, match="each choice once"):
        marking(exercise, {"duties": ("reply", "reply")})


def test_a_task_says_itself() -> None:
    """Wording with what it is about, how it is answered, and what there is to look at."""
    exercise = scenarios()["back_soon"].exercise
    dated = scenarios()["told_a_day_late"].exercise.task("standing_formal_response")

    assert dated.wording == "How does it stand at 10:00 on Wednesday 14 October 2026: Respond formally?"
    assert dated.hint == "Choose one."
    assert dated.exhibit == ""
    assert "operation on my knee" in exercise.task("reply").exhibit
    with pytest.raises(KeyError):
        exercise.task("route")


def test_a_day_that_is_wrong_is_told_apart() -> None:
    """The sentence under a date is the count's own; where the right answer is no date, it says so."""
    exercise = scenarios()["gym_copy"].exercise
    day = (date(2026, 7, 6) + timedelta(days=21)).isoformat()

    reply = marking(exercise, {"due_on_reply": (day,)}).tasks[-1]
    period = marking(exercise, {"due_on_subject_access_by_organisation": ("no_date",)}).tasks[3]

    assert reply.parted == "Nothing that is known sets a date for it."
    assert period.parted == ""
