"""Whether the history is whole: every link recomputed, every event held against what its link says of it."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from attrs import frozen
from sqlalchemy import Connection, Engine, select

from app.store import chain
from app.store.schema import contact, link, payload
from app.store.transactions import reading
from joic_policy.register import OFFICE

__all__ = ["Verified", "verified"]


@frozen(kw_only=True)
class Verified:
    """How many links there are, the last hash, and what does not fit.

    The hash, kept elsewhere, also shows that nothing was cut off at the end.
    """

    links: int
    head: str
    faults: tuple[str, ...]


def verified(engine: Engine, *, most: int = 20) -> Verified:
    """Go through the whole chain; at most so many faults are named.

    Raises:
        RegisterError: It cannot be read.
    """
    with reading(engine) as connection:
        walk = _Walk()
        faults = [fault for fault, _ in zip(walk.faults(connection), range(most), strict=False)]
        return Verified(links=walk.links, head=walk.head, faults=tuple(faults))


class _Walk:
    """One pass along the chain."""

    def __init__(self) -> None:
        self.links = 0
        self.head = chain.FIRST
        self._versions: dict[Any, int] = defaultdict(int)
        self._left: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
        self._erasures: dict[int, str] = {}

    def faults(self, connection: Connection) -> Iterator[str]:
        query = select(link, payload.c.salt, payload.c.body, payload.c.erased_by).join_from(
            link, payload, payload.c.sequence == link.c.sequence, isouter=True
        )
        rows = connection.execution_options(yield_per=1000).execute(query.order_by(link.c.sequence))
        for row in rows.mappings():
            yield from self._link(dict(row))
        yield from self._erased()
        yield from self._strays(connection)

    def _link(self, row: dict[str, Any]) -> Iterator[str]:
        sequence = row["sequence"]
        self.links += 1
        if sequence != self.links:
            yield f"sequence {self.links} is missing: {sequence} stands in its place"
            self.links = sequence
        self._versions[row["contact"]] += 1
        if row["version"] != self._versions[row["contact"]]:
            yield f"sequence {sequence}: version {row['version']} of its contact is out of order"
        if chain.link_hash(self.head, row) != row["hash"]:
            yield f"sequence {sequence}: the link was changed, or the one before it"
        self.head = row["hash"]
        if row["erasure"] != chain.FIRST:
            self._erasures[sequence] = row["erasure"]
        if row["body"] is None:
            yield f"sequence {sequence}: the event is gone"
        elif row["erased_by"] is not None:
            self._left[row["erased_by"]].append((sequence, row["salt"], row["body"]))
        elif chain.commitment(row["salt"], row["body"]) != row["commitment"]:
            yield f"sequence {sequence}: the event was changed"

    def _erased(self) -> Iterator[str]:
        """Each erased event holds what its last erasure left; an earlier one holds nothing any more."""
        for erased_by, left in self._left.items():
            if self._erasures.get(erased_by) != chain.erasure_digest(left):
                sequences = ", ".join(str(sequence) for sequence, _, _ in left[:5])
                yield f"sequence {sequences}: what the erasure {erased_by} left was changed"

    def _strays(self, connection: Connection) -> Iterator[str]:
        """The index names no contact and no version that the chain does not."""
        rows = connection.execute(select(contact.c.contact, contact.c.version))
        held = {row.contact: row.version for row in rows}
        chained = {each: version for each, version in self._versions.items() if each != OFFICE}
        for each in held.keys() ^ chained.keys():
            yield f"contact {each} is in the {'index' if each in held else 'chain'} only"
        for each in held.keys() & chained.keys():
            if held[each] != chained[each]:
                yield f"contact {each} is indexed at version {held[each]}, its history is at {chained[each]}"
