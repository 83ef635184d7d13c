"""Marks in words and rows: what was right and what was not, and why."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from joic_policy.policy import POLICY
from joic_policy.training import Line, Marked, Marking, Part
from joic_policy.training.words import words
from joic_policy.triage import Kind

__all__ = ["MarkedRow", "PartRow", "marked_rows", "marks_words"]


@frozen(kw_only=True)
class PartRow:
    """One line of several as marked: `verdict` in a word, `says` what was done with it, and why."""

    label: str
    verdict: str
    is_right: bool
    says: str
    sources: tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class MarkedRow:
    """One task as marked. `explained` says how the marks came about, `parted` where the reasoning parted.

    A single answer has `facts`, each with what it is called; several lines are `parts`. `sources` are ids of
    clauses, each with what it asks; `why` is the derivation of the right answer.
    """

    wording: str
    verdict: str
    is_right: bool
    marks: str
    explained: str
    parted: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[PartRow, ...]
    sources: tuple[tuple[str, str], ...]
    why: tuple[str, ...]

    @property
    def other_sources(self) -> tuple[tuple[str, str], ...]:
        """The sources that stand beside none of the lines."""
        of_lines = {source for part in self.parts for source in part.sources}
        return tuple(source for source in self.sources if source not in of_lines)


def marks_words(marks: int, out_of: int) -> str:
    """Marks in words."""
    return f"{marks} of {out_of} mark{'' if out_of == 1 else 's'}"


def marked_rows(marking: Marking) -> tuple[MarkedRow, ...]:
    """Each task of an exercise, as marked."""
    return tuple(map(_marked, marking.tasks))


def _marked(marked: Marked) -> MarkedRow:
    several = marked.task.kind is Kind.SEVERAL
    return MarkedRow(
        wording=marked.task.wording,
        verdict=_verdict(marked),
        is_right=marked.is_right,
        marks=marks_words(marked.marks, marked.out_of),
        explained=_explained(marked),
        parted=marked.parted,
        facts=() if several else tuple(_facts(marked.parts[0])),
        parts=tuple(map(_part, marked.parts, marked.key.lines)) if several else (),
        sources=_sources(marked.clause_ids),
        why=marked.why,
    )


def _verdict(marked: Marked) -> str:
    if marked.given is None:
        return "Not answered"
    if marked.is_right:
        return "Right"
    return "Partly right" if marked.marks else "Wrong"


def _explained(marked: Marked) -> str:
    """How the marks came about; the lines of several say by themselves which were wrong."""
    if marked.given is None or marked.is_right or marked.task.kind is not Kind.SEVERAL:
        return marked.words
    right = sum(part.is_right for part in marked.parts)
    return words().said["several"].format(right=right, all=len(marked.parts))


def _facts(part: Part) -> Iterator[tuple[str, str]]:
    if part.given:
        yield "Your answer", part.given
    if not part.is_right:
        yield "The right answer", part.right


def _part(part: Part, line: Line) -> PartRow:
    if not part.given:
        verdict, says = "It belongs" if line.right else "It does not belong", ""
    elif part.is_right:
        verdict, says = "Right", "Ticked, and it belongs." if line.right else "Left out, as it should be."
    else:
        says = "It belongs, but was left out." if line.right else "Ticked, but it does not belong."
        verdict = "Wrong"
    speaks = line.right or verdict == "Wrong"  # why a line would belong is no news where it was rightly left
    return PartRow(
        label=part.label,
        verdict=verdict,
        is_right=part.is_right,
        says=" ".join(filter(None, (says, part.why if speaks else ""))),
        sources=_sources(part.clause_ids) if speaks else (),
    )


def _sources(clause_ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((clause_id, POLICY.clauses[clause_id].summary) for clause_id in clause_ids)
