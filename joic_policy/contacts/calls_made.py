"""How a contact begins when the Office calls."""

from datetime import date

from attrs import frozen

from joic_policy.contacts.channels import Channel, Direction
from joic_policy.contacts.receipts import Opening
from joic_policy.units import day_in_jersey

__all__ = ["CallMade"]


@frozen(kw_only=True, eq=False, repr=False)
class CallMade(Opening):
    """The Office called a customer (TEL-10). It starts no clock by itself."""

    direction = Direction.OUT
    channel = Channel.TELEPHONE

    @property
    def received_on(self) -> date:
        """The day of the call in Jersey."""
        return day_in_jersey(self.happened_at)
