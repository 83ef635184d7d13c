"""Marks for what a learner committed to: right or wrong by part, why, and where the reasoning parted."""

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import frozen

from joic_policy.errors import InvalidError
from joic_policy.training.exercise import Exercise
from joic_policy.training.task import Key, Line, Task
from joic_policy.training.words import words
from joic_policy.triage import Kind
from joic_policy.units import day_words

__all__ = ["Answers", "Marked", "Marking", "Part", "answers_checked", "marking", "right_answers"]

#: What was chosen, by task: the values of options, or a day as in ISO 8601. A task that is not there is not
#: answered, which is not the same as choosing none of several.
Answers = Mapping[str, tuple[str, ...]]


@frozen(kw_only=True)
class Part:
    """What is marked by itself: one line of several, or a single answer.

    `given` and `right` are in words; `why` says what speaks for or against it, as far as something does.
    """

    label: str
    given: str
    right: str
    is_right: bool
    marks: int
    out_of: int
    why: str = ""
    clause_ids: tuple[str, ...] = ()


@frozen(kw_only=True)
class Marked:
    """One task, marked. `parted` says where the reasoning left the right one, as far as that can be told."""

    task: Task
    given: tuple[str, ...] | None
    key: Key
    parts: tuple[Part, ...]
    parted: str

    @property
    def marks(self) -> int:
        """What was earned."""
        return sum(part.marks for part in self.parts)

    @property
    def out_of(self) -> int:
        """What there was to earn."""
        return sum(part.out_of for part in self.parts)

    @property
    def is_right(self) -> bool:
        """Whether all of it is."""
        return all(part.is_right for part in self.parts)

    @property
    def why(self) -> tuple[str, ...]:
        """The library's own derivation of the right answer."""
        return self.key.why

    @property
    def clause_ids(self) -> tuple[str, ...]:
        """The clauses that the right answer rests on."""
        return self.key.cited

    @property
    def words(self) -> str:
        """How the marks came about."""
        said = words().said
        if self.given is None:
            return said["unanswered"]
        if self.is_right:
            return said["all_right"]
        if self.task.kind is not Kind.SEVERAL:
            return said["no_wrong"]
        counted = said["several"].format(right=sum(part.is_right for part in self.parts), all=len(self.parts))
        left_out = [
            line.option.label for line in self.key.lines if line.right and line.option.value not in self.given
        ]
        ticked = [
            line.option.label for line in self.key.lines if not line.right and line.option.value in self.given
        ]
        told = (("left_out", left_out), ("wrong_ticked", ticked))
        return " ".join(
            (counted, *(said[key].format(lines="; ".join(lines)) for key, lines in told if lines))
        )


@frozen(kw_only=True)
class Marking:
    """An exercise, marked."""

    exercise: Exercise
    tasks: tuple[Marked, ...]

    @property
    def marks(self) -> int:
        """What was earned."""
        return sum(task.marks for task in self.tasks)

    @property
    def out_of(self) -> int:
        """What there was to earn."""
        return sum(task.out_of for task in self.tasks)

    @property
    def missed(self) -> tuple[str, ...]:
        """The ids of the tasks that are not all right."""
        return tuple(task.task.id for task in self.tasks if not task.is_right)


def marking(exercise: Exercise, answers: Answers) -> Marking:
    """The marks for what was committed. The key is worked out now, by the library.

    Raises:
        InvalidError: An answer is of no task, or is none that can be given to it.
    """
    answers_checked(exercise, answers)
    return Marking(
        exercise=exercise, tasks=tuple(_marked(task, answers.get(task.id)) for task in exercise.tasks)
    )


def right_answers(exercise: Exercise) -> Answers:
    """The library's own answer to every task."""
    return {task.id: task.key.right for task in exercise.tasks}


def answers_checked(exercise: Exercise, answers: Answers) -> None:
    """Refuse what no learner can have chosen.

    Raises:
        InvalidError: As `marking`.
    """
    tasks = {task.id: task for task in exercise.tasks}
    for task_id, given in answers.items():
        if task_id not in tasks:
            raise InvalidError("task", task_id, f"one of: {', '.join(tasks)}")
        _check(tasks[task_id], given)


def _check(task: Task, given: object) -> None:
    if not isinstance(given, tuple) or not all(isinstance(value, str) for value in given):
        raise InvalidError(task.id, given, "a tuple of texts")
    options = {option.value for option in task.options}
    several = task.kind is Kind.SEVERAL
    if (not several and len(given) != 1) or len(set(given)) != len(given):
        raise InvalidError(task.id, given, "each choice once" if several else "exactly one choice")
    for value in given:
        if value not in options and not (task.kind is Kind.DAY and _is_day(value)):
            expected = f"one of: {'; '.join(sorted(options))}"
            raise InvalidError(
                task.id, value, f"a day like 2026-12-18, or {expected}" if task.kind is Kind.DAY else expected
            )


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _marked(task: Task, given: tuple[str, ...] | None) -> Marked:
    key = task.key
    parts = tuple(_lines(key, given) if task.kind is Kind.SEVERAL else _single(task, key, given))
    wrong = given is not None and not all(part.is_right for part in parts)
    return Marked(
        task=task,
        given=given,
        key=key,
        parts=parts,
        parted=task.subject.parted(given) if wrong and given else "",
    )


def _lines(key: Key, given: tuple[str, ...] | None) -> Iterator[Part]:
    """Each line by itself: right where it was ticked and belongs, or was left and does not."""
    out_of = words().marks[Kind.SEVERAL]
    for line in key.lines:
        ticked = given is not None and line.option.value in given
        is_right = given is not None and ticked is line.right
        yield Part(
            label=line.option.label,
            given="" if given is None else _yes_no(yes=ticked),
            right=_yes_no(yes=line.right),
            is_right=is_right,
            marks=out_of if is_right else 0,
            out_of=out_of,
            why=line.why,
            clause_ids=line.clause_ids,
        )


def _single(task: Task, key: Key, given: tuple[str, ...] | None) -> Iterator[Part]:
    out_of = words().marks[task.kind]
    is_right = given == key.right
    yield Part(
        label=task.wording,
        given=_label(key.lines, given[0]) if given else "",
        right=_label(key.lines, key.right[0]),
        is_right=is_right,
        marks=out_of if is_right else 0,
        out_of=out_of,
        clause_ids=key.cited,
    )


def _yes_no(*, yes: bool) -> str:
    return words().labels["yes_no"]["yes" if yes else "no"]


def _label(lines: tuple[Line, ...], value: str) -> str:
    """The words of an option, or a day in words."""
    label = next((line.option.label for line in lines if line.option.value == value), "")
    return label or day_words(date.fromisoformat(value))
