"""What is written: clauses, numbers, statutes, readings and the Office's details, typed and dated.

Each is read from the TOML file beside this code; the long ones when they are first asked for. A file that is
wrong is refused whole.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve, field, fields_dict, frozen

from joic_policy._later import found_later
from joic_policy._table import Table
from joic_policy.errors import InvalidError, UnknownClauseError
from joic_policy.policy.duties import Duty, MatterKind, OwedBy, StartsFrom, Undated, undated_from
from joic_policy.policy.interpretations import Interpretation, Interpretations, interpretations_from
from joic_policy.policy.office import Office, office_from
from joic_policy.policy.standards import Amendment, Standard, StandardId, standards_from
from joic_policy.policy.statutes import Known, Statute, statutes_from

if TYPE_CHECKING:
    from joic_policy.policy.clauses import Clause, ClauseStatus, Proof

__all__ = [
    "POLICY",
    "Amendment",
    "Clause",
    "ClauseStatus",
    "Duty",
    "Interpretation",
    "Interpretations",
    "Known",
    "MatterKind",
    "Office",
    "OwedBy",
    "Policy",
    "Proof",
    "Standard",
    "StandardId",
    "StartsFrom",
    "Statute",
    "Undated",
    "clause",
]

_T = TypeVar("_T")


class _Written(Mapping[str, _T]):
    """The entries of one file, read when first asked for."""

    def __init__(self, file: str, reading: Callable[[Table], Mapping[str, _T]]) -> None:
        self._file = file
        self._reading = reading

    @cached_property
    def _entries(self) -> Mapping[str, _T]:
        return self._reading(Table.beside(__file__, self._file))

    def __getitem__(self, key: str) -> _T:
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __repr__(self) -> str:
        return f"<{self._file}>"


@frozen(kw_only=True)
class Policy:
    """Everything written that an answer can rest on; `attrs.evolve` makes another one, for what-if.

    `interpretations` holds the reading in force of every open question, `unsaid` describes all questions.
    Statutes, and the duties without a number, are kept by duty.
    """

    clauses: "Mapping[str, Clause]"
    standards: Mapping[str, Standard]
    statutes: Mapping[str, Statute]
    undated: Mapping[str, Undated]
    interpretations: Interpretations
    unsaid: Mapping[str, Interpretation]
    office: Office = field(repr=False)

    def statutes_for(self, kind: MatterKind) -> tuple[Statute, ...]:
        """What law and published practice attach to a kind of matter."""
        return tuple(statute for statute in self.statutes.values() if statute.matter is kind)

    def with_standard(self, standard: Standard) -> "Policy":
        """This policy with one number replaced; see `Standard.amended`."""
        return evolve(self, standards={**self.standards, standard.id: standard})

    def with_readings(self, **readings: Any) -> "Policy":
        """This policy with other readings, by the names of their interpretations.

        Raises:
            InvalidError: There is no such interpretation, or it has no such reading.
        """
        known = fields_dict(Interpretations)
        for name in readings.keys() - known:
            raise InvalidError("interpretation", name, f"one of: {', '.join(known)}")
        return evolve(self, interpretations=evolve(self.interpretations, **readings))


def _clauses(top: Table) -> "Mapping[str, Clause]":
    """The clauses, and with them whether all that cites one cites one that is there."""
    from joic_policy.policy.citations import check_citations  # noqa: PLC0415  # a first deadline reads no clause
    from joic_policy.policy.clauses import clauses_from  # noqa: PLC0415  # as above

    clauses = clauses_from(top)
    check_citations(clauses, standards=POLICY.standards, undated=POLICY.undated, unsaid=POLICY.unsaid)
    return clauses


POLICY = Policy(
    clauses=_Written("clauses.toml", _clauses),
    standards=_Written("standards.toml", standards_from),
    statutes=_Written("statutes.toml", statutes_from),
    undated=_Written("duties.toml", undated_from),
    interpretations=Interpretations(),
    unsaid=_Written("interpretations.toml", interpretations_from),
    office=office_from(Table.beside(__file__, "office.toml")),
)


def clause(clause_id: str) -> "Clause":
    """The clause with this id, such as "WRI-10".

    Raises:
        UnknownClauseError: No clause has it.
    """
    try:
        return POLICY.clauses[clause_id]
    except KeyError:
        raise UnknownClauseError(clause_id) from None


__getattr__, __dir__ = found_later(__name__, __all__, {"clauses": ("Clause", "ClauseStatus", "Proof")})
