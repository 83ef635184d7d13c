"""What a check of the Office's own work finds."""

from collections.abc import Mapping

from joic_policy._table import Table
from joic_policy.policy.texts import Finding, cited

__all__ = ["Finding", "faults", "findings_from"]


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
