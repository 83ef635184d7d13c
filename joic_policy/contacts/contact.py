"""A contact: what its history comes to."""

from datetime import date
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from attrs import field, frozen

from joic_policy.contacts.channels import Channel, Direction
from joic_policy.contacts.customers import Customer
from joic_policy.contacts.event import Event
from joic_policy.contacts.matters import Matter

if TYPE_CHECKING:
    from joic_policy.contacts.acts import Closed
    from joic_policy.contacts.calls_made import CallMade
    from joic_policy.contacts.receipts import Received

__all__ = ["Contact"]

_Act = TypeVar("_Act", bound=Event)


@frozen(kw_only=True)
class Contact:
    """Plain facts, no dates that follow from them: for those ask `deadlines`.

    `events` are those that hold, in the order in which they happened; `corrected` are the ids of those that
    were told otherwise at first. `closed_to` are the staff who have a conflict of interest in it (PRI-3).
    """

    opening: "Received | CallMade"
    events: tuple[Event, ...] = field(repr=False)
    matters: tuple[Matter, ...] = ()
    owner: str = ""
    closed: "Closed | None" = None
    corrected: frozenset[UUID] = frozenset()
    abusive: bool = False
    closed_to: frozenset[str] = frozenset()

    def acts(self, kind: type[_Act]) -> tuple[_Act, ...]:
        """Every event of one class, in order."""
        return tuple(event for event in self.events if isinstance(event, kind))

    @property
    def channel(self) -> Channel:
        """How it began."""
        return self.opening.channel

    @property
    def direction(self) -> Direction:
        """Who reached whom."""
        return self.opening.direction

    @property
    def customer(self) -> Customer:
        """With whom."""
        return self.opening.customer

    @property
    def received_on(self) -> date:
        """The day in Jersey on which it began."""
        return self.opening.received_on
