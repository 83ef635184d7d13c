"""Law and published practice that stands above or beside the policy (APP-2, APP-3)."""

from collections.abc import Mapping

from attrs import frozen

from joic_policy._fields import Choice
from joic_policy._table import Table
from joic_policy.errors import InvalidError
from joic_policy.policy.duties import Duty, MatterKind, OwedBy, StartsFrom
from joic_policy.units import Duration, Hours, Seconds

__all__ = ["Known", "Statute", "statutes_from"]


class Known(Choice):
    """How well a fact is known."""

    OFFICIAL = "official"
    TWO_SOURCES = "two"
    ONE_SOURCE = "one"
    UNVERIFIED = "unverified"

    @property
    def verified(self) -> bool:
        """Whether it rests on more than memory or a single secondary source."""
        return self in {Known.OFFICIAL, Known.TWO_SOURCES}


#: From what else a period may run, by a reading of its own.
_ALSO_FROM: Mapping[Duty, tuple[str, ...]] = {Duty.SUBJECT_ACCESS: ("identity_verified_on",)}

#: The duties of the policy that a date of the law can stand in for.
_DISPLACEABLE = frozenset({Duty.ACKNOWLEDGEMENT, Duty.FORMAL_RESPONSE})


@frozen(kw_only=True)
class Statute:
    """One period set by law or by published practice. It is no legal advice.

    Raises:
        InvalidError: It is a duty of the policy; it displaces what it cannot, or without being verified and
            ours; it is counted in hours from a day, or in days from a moment.
    """

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

    def __attrs_post_init__(self) -> None:
        if not self.id.by_law:
            raise InvalidError("(name)", self.id.value, "a duty that the policy does not set itself")
        if self.displaces and not (self.verified and self.owed_by is OwedBy.OFFICE):
            raise InvalidError("displaces", [*self.displaces], "nothing: not verified, or not the Office's")
        if isinstance(self.duration, Seconds):
            raise InvalidError("(unit)", str(self.duration), "hours, or whole days of some kind")
        if not set(self.displaces) <= _DISPLACEABLE:
            raise InvalidError("displaces", [*self.displaces], f"some of: {', '.join(sorted(_DISPLACEABLE))}")
        if self.duration and isinstance(self.duration, Hours) is not (
            self.starts_from is StartsFrom.AWARE_AT
        ):
            raise InvalidError(
                "starts_from", self.starts_from.value, "a moment for hours, a day for whole days"
            )

    @property
    def facts(self) -> tuple[str, ...]:
        """The fields of a contact or a matter from which the period may run, by one reading or another."""
        return (self.starts_from.value, *_ALSO_FROM.get(self.id, ()))

    @property
    def verified(self) -> bool:
        """Whether it may be relied on, and displace a date of the policy."""
        return self.known.verified


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
        try:
            statutes[duty.value] = _statute(table, duty)
        except InvalidError as error:
            raise table.refusal(error.field, error.given, error.expected) from None
        table.done()
    for duty in Duty:
        if duty.by_law and duty not in statutes:
            raise top.refusal(duty, None, "a table (nothing is there)")
    return statutes


def _statute(table: Table, duty: Duty) -> Statute:
    return Statute(
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
