"""Tasks whose answer is what a check of the library finds: in a letter, a message, a record."""

from abc import abstractmethod
from collections.abc import Iterable

from joic_policy.policy.texts import Finding
from joic_policy.training.task import Key, Line, Subject
from joic_policy.triage import Option

__all__ = ["Found"]

_AT_MOST = 4


class Found(Subject):
    """What is found is right; what the same check can find elsewhere, and does not find here, is not."""

    @abstractmethod
    def found(self) -> tuple[Finding, ...]:
        """What the check finds here."""

    @abstractmethod
    def others(self) -> Iterable[Finding]:
        """What it can find, in its own order."""

    def key(self) -> Key:
        """Every finding of the check, among some that it could have had."""
        found = self.found()
        values = {_value(finding) for finding in found}
        wrong = [finding for finding in self.others() if _value(finding) not in values]
        lines = {_value(finding): _line(finding, right=False) for finding in _choice(wrong, _AT_MOST)}
        lines |= {_value(finding): _line(finding, right=True) for finding in found}
        return Key(
            right=tuple(dict.fromkeys(map(_value, found))),
            lines=tuple(lines[value] for value in sorted(lines)),
            why=tuple(dict.fromkeys(f"{each.what} {each.remedy}".strip() for each in found)),
        )


def _value(finding: Finding) -> str:
    """A finding as the value of an option: the clause and what is wrong."""
    return f"{finding.clause_id}: {finding.what}"


def _choice(wrong: "Iterable[Finding]", most: int) -> tuple[Finding, ...]:
    """Some of what does not apply, spread over all of it, always the same."""
    each = tuple({_value(finding): finding for finding in wrong}.values())
    step = max(1, len(each) // most)
    return each[::step][:most]


def _line(finding: Finding, *, right: bool) -> Line:
    place = f"{finding.place[:1].upper()}{finding.place[1:]}: " if finding.place else ""
    return Line(
        option=Option(value=_value(finding), label=f"{place}{finding.what}"),
        right=right,
        why=finding.remedy if right else "",
        clause_ids=(finding.clause_id,),
    )
