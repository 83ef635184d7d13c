"""What has been kept long enough to be looked at: a list for a person, never a removal."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from joic_policy._table import Table
from joic_policy.contacts import Erased, contact_from
from joic_policy.policy import MatterKind
from joic_policy.register.desk import ContactDesk
from joic_policy.register.entries import Card
from joic_policy.register.permissions import Deed, check_permitted

__all__ = ["due_for_review", "kept_years", "retention_from"]

_UNTRIAGED = "untriaged"


def retention_from(top: Table) -> Mapping[MatterKind | None, int]:
    """The years after closing for which each kind of matter is kept; None is a contact without a matter.

    Raises:
        DataFileError: A kind is missing or unknown, or its years are no whole number.
    """
    years: dict[MatterKind | None, int] = {kind: top.number(kind) for kind in MatterKind}
    years[None] = top.number(_UNTRIAGED)
    top.done()
    return years


@cache
def kept_years() -> Mapping[MatterKind | None, int]:
    """What the Office's own file says."""
    return retention_from(Table.beside(__file__, "retention.toml"))


def due_for_review(desk: ContactDesk, on: date) -> Iterator[Card]:
    """Closed contacts whose every matter has been kept long enough by a day, and that are not erased yet.

    Whoever reviews them without being one who sees contacts is given numbers and days, and no names.

    Raises:
        NotPermittedError: The actor may not review what is kept.
    """
    check_permitted(desk.actor, Deed.REVIEW_RETENTION)
    for kind, years in kept_years().items():
        after = 0
        while page := desk.register.closed_by(kind, _years_before(on, years), after=after):
            yield from desk.seen(card for card in page if _is_due(desk, card, kind, on))
            after = page[-1].number


def _is_due(desk: ContactDesk, card: Card, kind: MatterKind | None, on: date) -> bool:
    """Whether the longest of its kinds is over, if this is the kind under which it is listed."""
    history = desk.register.history(card.contact)
    kinds = [matter.kind for matter in contact_from(each.event for each in history).matters]
    longest = max((kept_years()[each] for each in kinds), default=kept_years()[None])
    listed = min(kinds, default=None) is kind
    over = card.closed_on is not None and card.closed_on <= _years_before(on, longest)
    return listed and over and not isinstance(history[-1].event, Erased)


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)
