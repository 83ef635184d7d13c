"""The policy, clause by clause: what each asks, in our words, and what the software does about it."""

import re
from collections.abc import Mapping

from attrs import frozen

from joic_policy._fields import Choice
from joic_policy._table import Table
from joic_policy.errors import InvalidError

__all__ = ["Clause", "ClauseStatus", "Proof", "clauses_from"]

_ID = re.compile(r"[A-Z]{3}-[1-9][0-9]?")


class ClauseStatus(Choice):
    """How far the software keeps a clause."""

    MODELLED = "modelled"
    SHOWN = "shown"
    PLANNED = "planned"
    NOT_SOFTWARE = "not software"


class Proof(Choice):
    """What stands for a clause: a rule in the data, a test of the library, or a test of the application."""

    RULE = "rule"
    PROPERTY = "property"
    APP = "app"


@frozen(kw_only=True)
class Clause:
    """One clause of the policy.

    `how` says what the software does, or will do where it is planned; `reason` why there is nothing to do.

    Raises:
        InvalidError: The id has another shape, or what the status calls for is missing, or too much.
    """

    id: str
    section: str
    summary: str
    status: ClauseStatus
    proof: Proof | None = None
    how: str = ""
    reason: str = ""

    def __attrs_post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise InvalidError("id", self.id, "an id like WRI-10")
        stands = self.status in {ClauseStatus.MODELLED, ClauseStatus.SHOWN}
        software = self.status is not ClauseStatus.NOT_SOFTWARE
        for name, value, wanted in (
            ("proof", self.proof, stands),
            ("how", self.how, software),
            ("reason", self.reason, not software),
        ):
            if bool(value) != wanted:
                expected = "something" if wanted else "nothing"
                raise InvalidError(name, value, f"{expected} here, for the clause is {self.status}")


def clauses_from(top: Table) -> Mapping[str, Clause]:
    """Every clause of a file by id, in the order of its contents.

    Raises:
        DataFileError: An entry is missing, stands outside the contents or twice in them, or is incomplete.
    """
    clauses = {}
    for contents in top.tables("sections"):
        title = contents.text("title")
        for clause_id in contents.texts("clauses"):
            clauses[clause_id] = _clause(top.table(clause_id), section=title)
        contents.done()
    top.done()
    return clauses


def _clause(table: Table, *, section: str) -> Clause:
    summary, status = table.text("summary"), table.one_of("status", ClauseStatus)
    proof = table.one_of("proof", Proof) if "proof" in table else None
    how, reason = table.text("how", ""), table.text("reason", "")
    table.done()
    try:
        return Clause(
            id=table.name,
            section=section,
            summary=summary,
            status=status,
            proof=proof,
            how=how,
            reason=reason,
        )
    except InvalidError as error:
        raise table.refusal(error.field, error.given, error.expected) from None
