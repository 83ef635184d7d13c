"""Whatever cites a clause cites one that is there."""

from collections.abc import Iterator, Mapping

from joic_policy.errors import DataFileError
from joic_policy.policy.clauses import Clause
from joic_policy.policy.duties import Undated
from joic_policy.policy.interpretations import Interpretation
from joic_policy.policy.standards import Standard

__all__ = ["check_citations"]


def check_citations(
    clauses: Mapping[str, Clause],
    *,
    standards: Mapping[str, Standard],
    undated: Mapping[str, Undated],
    unsaid: Mapping[str, Interpretation],
) -> None:
    """Hold what the other files cite against the clauses.

    It is done when the clauses are first read, which is before anyone is told of one: a first deadline need
    not wait for a file as long as that.

    Raises:
        DataFileError: A number, a duty or a reading cites a clause that is not there.
    """
    for file, path, clause_id in _cited(standards, undated, unsaid):
        if clause_id not in clauses:
            raise DataFileError(file, path, clause_id, "the id of a clause, like WRI-10")


def _cited(
    standards: Mapping[str, Standard], undated: Mapping[str, Undated], unsaid: Mapping[str, Interpretation]
) -> Iterator[tuple[str, str, str]]:
    """Every citation: in which file it stands, where, and of which clause."""
    yield from (("standards.toml", f"{key}.clause", each.clause_id) for key, each in standards.items())
    yield from (("duties.toml", f"{key}.clause", each.clause_id) for key, each in undated.items())
    for key, each in unsaid.items():
        yield from (("interpretations.toml", f"{key}.clauses", clause_id) for clause_id in each.clause_ids)
