"""Exercises, marks and reviews in words and rows. Nothing here knows the register, or what is in it."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from app.tables.labels import CUSTOMERS
from joic_policy.contacts import Channel
from joic_policy.policy import POLICY
from joic_policy.training import Answers, Exercise, Marked, Marking, Part, Practice, Review, Task, exercise
from joic_policy.training.words import words
from joic_policy.triage import Kind

__all__ = [
    "CLAUSE_HEADINGS",
    "NONE_OF_THESE",
    "ClauseRow",
    "MarkedRow",
    "PartRow",
    "clause_rows",
    "coming_back",
    "done_so_far",
    "heard",
    "marked_rows",
    "marks_words",
    "score",
    "setting",
    "unanswered",
]

NONE_OF_THESE = "None of these"
CLAUSE_HEADINGS = ("Clause", "What it asks", "Asked", "Missed at first", "Put right later")

_CAME: Mapping[Channel, str] = {
    Channel.TELEPHONE: "On the telephone",
    Channel.LETTER: "By letter",
    Channel.EMAIL: "By email",
    Channel.IN_PERSON: "In person",
    Channel.ONLINE_FORM: "By the online form",
}
_SPOKEN = frozenset({Channel.TELEPHONE, Channel.IN_PERSON})


@frozen(kw_only=True)
class PartRow:
    """One part as marked: `verdict` in a word, `says` what was answered and what is right."""

    label: str
    verdict: str
    is_right: bool
    says: str
    why: str
    sources: tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class MarkedRow:
    """One task as marked. `explained` says how the marks came about, `parted` where the reasoning parted.

    `sources` are ids of clauses, each with what it asks; `why` is the derivation of the right answer.
    """

    wording: str
    verdict: str
    is_right: bool
    marks: str
    explained: str
    parted: str
    parts: tuple[PartRow, ...]
    sources: tuple[tuple[str, str], ...]
    why: tuple[str, ...]


@frozen(kw_only=True)
class ClauseRow:
    """One clause in a review: how often it was asked, missed at first, and put right when it came back."""

    clause_id: str
    summary: str
    asked: int
    missed: int
    put_right: int


def setting(shown: Exercise) -> str:
    """How it reaches the Office, and whom it is with."""
    return f"{_CAME[shown.channel]}, {CUSTOMERS[shown.customer]}"


def heard(shown: Exercise) -> str:
    """What stands before the person's own words."""
    return "They say:" if shown.channel in _SPOKEN else "They write:"


def unanswered(tasks: Iterable[Task], answers: Answers) -> tuple[str, ...]:
    """The wording of each task that has no answer yet."""
    return tuple(task.wording for task in tasks if task.id not in answers)


def marks_words(marks: int, out_of: int) -> str:
    """Marks in words."""
    return f"{marks} of {out_of} mark{'' if out_of == 1 else 's'}"


def marked_rows(marking: Marking) -> tuple[MarkedRow, ...]:
    """Each task of an exercise, as marked."""
    return tuple(map(_marked, marking.tasks))


def score(practice: Practice) -> str:
    """What was earned so far, at first attempts."""
    if not practice.first:
        return "No marks yet"
    return f"{marks_words(practice.marks, practice.out_of)} at first attempts"


def done_so_far(practice: Practice) -> str:
    """How many exercises are done, of how many there are, and the level where they become harder."""
    total = len(practice.plan) + (practice.drills or 0)
    endless = bool(practice.seed) and practice.drills is None
    done = f"{len(practice.first)} done" if endless else f"{len(practice.first)} of {total} done"
    return f"{done}, drills on level {practice.level} of 3" if practice.seed else done


def coming_back(practice: Practice) -> tuple[str, ...]:
    """The titles of the exercises of which something returns later, the soonest first."""
    return tuple(exercise(exercise_id).title for exercise_id in practice.coming_back)


def clause_rows(review: Review) -> tuple[ClauseRow, ...]:
    """A review by clause, the most missed first."""
    return tuple(
        ClauseRow(
            clause_id=each.clause_id,
            summary=each.summary,
            asked=each.asked,
            missed=each.missed,
            put_right=each.put_right,
        )
        for each in review.clauses
    )


def _marked(marked: Marked) -> MarkedRow:
    several = marked.task.kind is Kind.SEVERAL
    return MarkedRow(
        wording=marked.task.wording,
        verdict=_verdict(marked),
        is_right=marked.is_right,
        marks=marks_words(marked.marks, marked.out_of),
        explained=_explained(marked),
        parted=marked.parted,
        parts=tuple((_line if several else _single)(marked, part) for part in marked.parts),
        sources=_sources(marked.clause_ids),
        why=marked.why,
    )


def _verdict(marked: Marked) -> str:
    if marked.given is None:
        return "Not answered"
    if marked.is_right:
        return "Right"
    return "Partly right" if marked.marks else "Not right"


def _explained(marked: Marked) -> str:
    """How the marks came about; the lines of several say by themselves which were wrong."""
    if marked.given is None or marked.is_right or marked.task.kind is not Kind.SEVERAL:
        return marked.words
    right = sum(part.is_right for part in marked.parts)
    return words().said["several"].format(right=right, all=len(marked.parts))


def _line(marked: Marked, part: Part) -> PartRow:
    belongs = any(line.right and line.option.label == part.label for line in marked.key.lines)
    if marked.given is None:
        says = "It belongs." if belongs else "It does not belong."
    elif part.is_right:
        says = "You ticked it, and it belongs." if belongs else "You left it out, and it does not belong."
    else:
        says = "It belongs, and you left it out." if belongs else "You ticked it, and it does not belong."
    return _part(marked, part, says)


def _single(marked: Marked, part: Part) -> PartRow:
    if part.is_right:
        return _part(marked, part, f"You answered: {part.given}")
    given = f"You answered: {part.given}. " if part.given else ""
    return _part(marked, part, f"{given}Right: {part.right}")


def _part(marked: Marked, part: Part, says: str) -> PartRow:
    return PartRow(
        label=part.label,
        verdict="Right" if part.is_right else "Not answered" if marked.given is None else "Wrong",
        is_right=part.is_right,
        says=says,
        why=part.why,
        sources=_sources(part.clause_ids),
    )


def _sources(clause_ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((clause_id, POLICY.clauses[clause_id].summary) for clause_id in clause_ids)
