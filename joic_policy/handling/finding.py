"""What a check of the Office's own work finds."""

from collections.abc import Mapping

from attrs import frozen

from joic_policy._table import Table
from joic_policy.policy import POLICY

__all__ = ["Finding", "cited", "faults", "findings_from"]


@frozen(kw_only=True)
class Finding:
    """Something that a clause asks for and that is missing, or is there and should not be.

    `place` is the part in which it was found, `what` is wrong there, `remedy` how to mend it. Where it is
    `advice`, the judgement stays with the writer. A finding never stands in the way of saving.
    """

    clause_id: str
    place: str
    what: str
    remedy: str
    advice: bool = False


def faults(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those that are more than advice."""
    return tuple(finding for finding in findings if not finding.advice)


def findings_from(top: Table) -> Mapping[str, Finding]:
    """Every finding that a table holds the words of, by its name there.

    Raises:
        DataFileError: One is incomplete, or cites no clause.
    """
    findings = {}
    for table in top:
        findings[table.name] = Finding(
            clause_id=cited(table, "clause", table.text("clause")),
            place=table.text("place"),
            what=table.text("what"),
            remedy=table.text("remedy"),
            advice=table.flag("advice"),
        )
        table.done()
    return findings


def cited(table: Table, key: str, clause_id: str) -> str:
    """The id of a clause that a table cites.

    Raises:
        DataFileError: No clause has it.
    """
    if clause_id not in POLICY.clauses:
        raise table.refusal(key, clause_id, "the id of a clause, like TEL-6")
    return clause_id
