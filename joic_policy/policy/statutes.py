"""Law and published practice that stands above or beside the policy (APP-2, APP-3)."""

from collections.abc import Mapping

from attrs import frozen

from joic_policy._fields import Choice
from joic_policy._table import Table
from joic_policy.policy.duties import Duty, MatterKind, OwedBy, StartsFrom
from joic_policy.units import Duration

__all__ = ["Known", "Statute", "statutes_from"]


class Known(Choice):
    """How well a fact is known."""

    OFFICIAL = "official"
    TWO_SOURCES = "two"
    ONE_SOURCE = "one"
    UNVERIFIED = "unverified"


@frozen(kw_only=True)
class Statute:
    """One period set by law or by published practice. It is no legal advice."""

    id: Duty
    title: str
    matter: MatterKind
    owed_by: OwedBy
    starts_from: StartsFrom
    duration: Duration | None
    displaces: tuple[Duty, ...]
    known: Known
    source: str
    note: str

    @property
    def verified(self) -> bool:
        """Whether it is known from more than memory or a single secondary source."""
        return self.known in {Known.OFFICIAL, Known.TWO_SOURCES}


def statutes_from(top: Table) -> Mapping[str, Statute]:
    """Every statute of a file, by duty.

    Raises:
        DataFileError: One is missing, unknown or incomplete, or displaces without being verified and ours.
    """
    statutes = {}
    for table in top:
        try:
            duty = Duty(table.name)
        except ValueError:
            raise table.refusal("(name)", table.name, "the name of a duty") from None
        statute = Statute(
            id=duty,
            title=table.text("title"),
            matter=table.one_of("matter", MatterKind),
            owed_by=table.one_of("owed_by", OwedBy),
            starts_from=table.one_of("starts_from", StartsFrom),
            duration=None if table.flag("without_period") else table.duration(),
            displaces=table.some_of("displaces", Duty),
            known=table.one_of("known", Known),
            source=table.text("source"),
            note=table.text("note", ""),
        )
        table.done()
        if statute.displaces and not (statute.verified and statute.owed_by is OwedBy.OFFICE):
            raise table.refusal(
                "displaces", [*statute.displaces], "nothing: not verified, or not the Office's"
            )
        statutes[duty.value] = statute
    top.done()
    return statutes
