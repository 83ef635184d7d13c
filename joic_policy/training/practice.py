"""One learner's practice: what was committed, and from that alone what comes next.

What was missed comes back later, with the tasks that were missed; drills become harder as they succeed.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from attrs import Attribute, evolve, field, frozen

from joic_policy._fields import all_are, is_flag, is_text
from joic_policy.errors import InvalidError
from joic_policy.training.drills import drill_id
from joic_policy.training.exercise import LEVELS, Exercise
from joic_policy.training.exercises import exercise
from joic_policy.training.marking import Answers, Marking, answers_checked, marking

__all__ = ["Commitment", "Practice", "Turn"]

_LATER = 3
_RETURNS = 2
_IN_A_ROW = 2


def _in_order(answers: object) -> object:
    """Answers as pairs, so that a commitment is a value."""
    return tuple(sorted(answers.items())) if isinstance(answers, dict) else answers


@frozen(kw_only=True)
class Commitment:
    """What a learner committed to in one turn: the tasks that were asked, and the answers to them."""

    exercise_id: str = field(validator=is_text)
    task_ids: tuple[str, ...] = field(validator=all_are(str))
    answered: tuple[tuple[str, tuple[str, ...]], ...] = field(converter=_in_order, validator=all_are(tuple))

    @property
    def answers(self) -> Answers:
        """The answers by task."""
        return dict(self.answered)

    @property
    def marking(self) -> Marking:
        """The marks for it, worked out by the library."""
        return _marking(self)


@frozen(kw_only=True)
class Turn:
    """The exercise that is next, with the tasks asked of it; `again` where they were missed before."""

    exercise: Exercise
    again: bool = False

    @property
    def task_ids(self) -> tuple[str, ...]:
        """The ids of the tasks that are asked."""
        return tuple(task.id for task in self.exercise.tasks)


@frozen(kw_only=True)
class Practice:
    """A learner's way through exercises.

    `plan` are ids of exercises, in order; with a `seed`, drills come after them, endlessly or as many as
    `drills`. Without `returns` nothing comes back, for a group that goes step by step together.

    Raises:
        InvalidError: An id, the seed or a commitment is none that can be.
    """

    plan: tuple[str, ...] = field(default=(), validator=all_are(str))
    seed: str = field(default="", validator=is_text)
    drills: int | None = field(default=None)
    returns: bool = field(default=True, validator=is_flag)
    committed: tuple[Commitment, ...] = field(default=(), validator=all_are(Commitment))

    @plan.validator
    def _exercises(self, _: "Attribute[Any]", value: tuple[str, ...]) -> None:
        for exercise_id in value:
            exercise(exercise_id)
        if len(set(value)) != len(value):
            raise InvalidError("plan", value, "each exercise once")

    @seed.validator
    def _a_seed(self, _: "Attribute[Any]", value: str) -> None:
        if value:
            drill_id(value, 1, LEVELS[0])

    @drills.validator
    def _a_number(self, _: "Attribute[Any]", value: int | None) -> None:
        if value is not None and (type(value) is not int or value < 0):
            raise InvalidError("drills", value, "a whole number of at least 0, or nothing for no end")

    @property
    def next(self) -> Turn | None:
        """What comes next; None when there is nothing left to do."""
        due = self._due()
        if due and due[0][0] <= len(self.committed):
            return _again(due[0][1])
        done = {commitment.exercise_id for commitment in self.committed}
        planned = next((each for each in self.plan if each not in done), None)
        fresh = planned or self._next_drill()
        if fresh:
            return Turn(exercise=exercise(fresh))
        return _again(due[0][1]) if due else None

    @property
    def level(self) -> int:
        """The level of the next drill: up after two in a row that were all right, down after a miss."""
        lowest, highest = LEVELS
        level, in_a_row = lowest, 0
        for commitment in self._first_drills():
            if commitment.marking.missed:
                level, in_a_row = max(lowest, level - 1), 0
                continue
            in_a_row += 1
            if in_a_row == _IN_A_ROW:
                level, in_a_row = min(highest, level + 1), 0
        return level

    @property
    def marks(self) -> int:
        """What was earned at first attempts."""
        return sum(commitment.marking.marks for commitment in self.first)

    @property
    def out_of(self) -> int:
        """What there was to earn at them."""
        return sum(commitment.marking.out_of for commitment in self.first)

    @property
    def first(self) -> tuple[Commitment, ...]:
        """The first attempt at each exercise, in order."""
        found: dict[str, Commitment] = {}
        for commitment in self.committed:
            found.setdefault(commitment.exercise_id, commitment)
        return tuple(found.values())

    @property
    def coming_back(self) -> tuple[str, ...]:
        """The ids of the exercises of which something returns, the soonest first."""
        return tuple(commitment.exercise_id for _, commitment in self._due())

    def after(self, answers: Answers) -> "Practice":
        """This practice once the next turn is committed to; marks are had from the last commitment.

        Raises:
            InvalidError: Nothing is left to do, or an answer cannot be given.
        """
        turn = self.next
        if turn is None:
            raise InvalidError("answers", dict(answers), "nothing: all is done")
        answers_checked(turn.exercise, answers)
        commitment = Commitment(exercise_id=turn.exercise.id, task_ids=turn.task_ids, answered=dict(answers))
        return evolve(self, committed=(*self.committed, commitment))

    def _due(self) -> list[tuple[int, Commitment]]:
        """What comes back, with the turn from which it may: some turns after it was missed."""
        if not self.returns:
            return []
        last: dict[str, tuple[int, Commitment]] = {}
        times: dict[str, int] = {}
        for position, commitment in enumerate(self.committed):
            times[commitment.exercise_id] = times.get(commitment.exercise_id, 0) + 1
            last.pop(commitment.exercise_id, None)
            if commitment.marking.missed and times[commitment.exercise_id] <= _RETURNS:
                last[commitment.exercise_id] = position + _LATER, commitment
        return sorted(last.values(), key=lambda each: each[0])

    def _first_drills(self) -> Iterable[Commitment]:
        return (commitment for commitment in self.first if commitment.exercise_id not in self.plan)

    def _next_drill(self) -> str | None:
        number = len(tuple(self._first_drills())) + 1
        if not self.seed or (self.drills is not None and number > self.drills):
            return None
        return drill_id(self.seed, number, self.level)


def _again(commitment: Commitment) -> Turn:
    """The tasks that were missed, once more."""
    missed = commitment.marking.missed
    whole = exercise(commitment.exercise_id)
    tasks = tuple(task for task in whole.tasks if task.id in missed)
    return Turn(exercise=evolve(whole, tasks=tasks), again=True)


@lru_cache(maxsize=4096)
def _marking(commitment: Commitment) -> Marking:
    whole = exercise(commitment.exercise_id)
    asked = tuple(task for task in whole.tasks if task.id in commitment.task_ids)
    return marking(evolve(whole, tasks=asked), commitment.answers)
