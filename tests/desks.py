"""A desk for tests, with a clock that they set, and a letter to begin with."""

from datetime import UTC, date, datetime
from typing import Any

from joic_policy import Channel, Customer, Received
from joic_policy.register import Actor, ContactDesk, ContactRegister

__all__ = ["ANN", "NOON", "a_letter", "desk_on"]

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)  # a Wednesday
ANN = Actor.alone("Ann")


def a_letter(**facts: Any) -> Received:
    """A letter received on Monday 23 November 2026."""
    customer = Customer(name="Zoë Le Sueur", organisation="Harbour Ltd")
    return Received(
        **{"channel": Channel.LETTER, "received_on": date(2026, 11, 23), "customer": customer, **facts}
    )


def desk_on(
    register: ContactRegister, *, actor: Actor = ANN, now: datetime = NOON, **rest: Any
) -> ContactDesk:
    """Somebody's desk at an instant."""
    return ContactDesk(register, actor=actor, clock=lambda: now, **rest)
