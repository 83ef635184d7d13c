"""The clauses of the policy (being filled in)."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen

from joic_policy._table import Table

__all__ = ["Clause", "ClauseStatus", "Proof", "clauses_from"]


class ClauseStatus(StrEnum):
    MODELLED = "modelled"


class Proof(StrEnum):
    RULE = "rule"


@frozen(kw_only=True)
class Clause:
    id: str


def clauses_from(top: Table) -> Mapping[str, Clause]:
    return {}
