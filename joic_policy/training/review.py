"""What a group missed at first, by clause and by exercise, and what came of it later."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from joic_policy.policy import POLICY
from joic_policy.training.exercises import exercise
from joic_policy.training.practice import Commitment, Practice

__all__ = ["ClauseReview", "ExerciseReview", "Review", "review"]


@frozen(kw_only=True)
class ClauseReview:
    """One clause: how often something was asked that rests on it, and how often that was missed at first.

    `learners` is how many missed it, `put_right` how often it was right when it came back.
    """

    clause_id: str
    summary: str
    asked: int
    missed: int
    learners: int
    put_right: int


@frozen(kw_only=True)
class ExerciseReview:
    """One exercise: how many took it, with what marks on first attempts, and the tasks most often missed."""

    exercise_id: str
    title: str
    learners: int
    marks: int
    out_of: int
    missed: tuple[tuple[str, int], ...]


@frozen(kw_only=True)
class Review:
    """What the group missed, the most missed first."""

    learners: int
    clauses: tuple[ClauseReview, ...]
    exercises: tuple[ExerciseReview, ...]


def review(practices: Iterable[Practice]) -> Review:
    """The review of a group, one practice a learner. Only what was asked appears in it."""
    group = tuple(practices)
    clauses = (_of_clause(clause_id, group) for clause_id in POLICY.clauses)
    asked = dict.fromkeys(each.exercise_id for practice in group for each in practice.first)
    return Review(
        learners=len(group),
        clauses=tuple(
            sorted(
                (each for each in clauses if each.asked),
                key=lambda each: (-each.missed / each.asked, -each.missed),
            )
        ),
        exercises=tuple(_of_exercise(exercise_id, group) for exercise_id in asked),
    )


def _of_clause(clause_id: str, group: tuple[Practice, ...]) -> ClauseReview:
    first = [[*_results(clause_id, practice.first)] for practice in group]
    again = [
        result
        for practice in group
        for result in _results(clause_id, (each for each in practice.committed if each not in practice.first))
    ]
    return ClauseReview(
        clause_id=clause_id,
        summary=POLICY.clauses[clause_id].summary,
        asked=sum(map(len, first)),
        missed=sum(results.count(False) for results in first),
        learners=sum(False in results for results in first),
        put_right=again.count(True),
    )


def _results(clause_id: str, commitments: Iterable[Commitment]) -> Iterator[bool]:
    """Whether each part that rests on a clause was right."""
    for commitment in commitments:
        for task in commitment.marking.tasks:
            lines = [part.is_right for part in task.parts if clause_id in part.clause_ids]
            if lines:
                yield from lines
            elif clause_id in task.clause_ids:
                yield task.is_right


def _of_exercise(exercise_id: str, group: tuple[Practice, ...]) -> ExerciseReview:
    taken = [
        commitment.marking
        for practice in group
        for commitment in practice.first
        if commitment.exercise_id == exercise_id
    ]
    whole = exercise(exercise_id)
    missed = {task.id: sum(task.id in marking.missed for marking in taken) for task in whole.tasks}
    return ExerciseReview(
        exercise_id=exercise_id,
        title=whole.title,
        learners=len(taken),
        marks=sum(marking.marks for marking in taken),
        out_of=sum(marking.out_of for marking in taken),
        missed=tuple(
            sorted(((each, times) for each, times in missed.items() if times), key=lambda pair: -pair[1])
        ),
    )
