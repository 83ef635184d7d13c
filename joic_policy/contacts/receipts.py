"""How a contact begins: something is received."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from attrs import Factory, field, frozen
from attrs.validators import optional

from joic_policy._fields import (
    all_are,
    in_utc,
    is_a,
    is_day,
    is_flag,
    is_instant,
    is_text,
    maybe_in_utc,
    to_day,
)
from joic_policy.contacts.channels import Channel, Direction
from joic_policy.contacts.customers import Customer
from joic_policy.contacts.event import Event
from joic_policy.contacts.matters import Matter
from joic_policy.contacts.personal import personal
from joic_policy.errors import HistoryError, InvalidError
from joic_policy.units import day_in_jersey, day_words, start_of_day

if TYPE_CHECKING:
    from joic_policy.contacts.contact import Contact

__all__ = ["Opening", "Received"]


@frozen(kw_only=True, eq=False, repr=False, init=False)  # abstract: only its subclasses are made
class Opening(Event):
    """What every contact begins with. `file` is the reference of the file that groups it with others.

    `speaker_phone` says what a customer was told of it, and who was named as present (TEL-9).
    """

    customer: Customer = field(factory=Customer, validator=is_a(Customer))
    external: bool = field(default=True, validator=is_flag)
    file: str = field(default="", validator=is_text)
    owner: str = field(default="", validator=is_text)
    subject: str = personal()
    text: str = personal()
    speaker_phone: str = personal()
    matters: tuple[Matter, ...] = field(default=(), validator=all_are(Matter))

    def applied(self, contact: "Contact") -> "Contact":
        """Refused: a contact begins once."""
        raise HistoryError(self, f"this contact has begun already, on {day_words(contact.received_on)}")


def _received_at_or_day(event: "Received") -> datetime:
    return event.received_at or start_of_day(to_day("received_on", event.received_on))


@frozen(kw_only=True, eq=False, repr=False)
class Received(Opening):
    """Something reached the Office: a call, a visit, a letter, an email or the online form.

    `received_on` is the day in Jersey, `received_at` the instant where it is known. `rang_at` and
    `answered_at` measure a call (TEL-1); `abandoned_at` says that the caller gave up.
    """

    channel: Channel = field(converter=Channel)
    received_on: date = field(validator=is_day)
    received_at: datetime | None = field(default=None, converter=maybe_in_utc, validator=optional(is_instant))
    rang_at: datetime | None = field(default=None, converter=maybe_in_utc, validator=optional(is_instant))
    answered_at: datetime | None = field(default=None, converter=maybe_in_utc, validator=optional(is_instant))
    abandoned_at: datetime | None = field(
        default=None, converter=maybe_in_utc, validator=optional(is_instant)
    )
    happened_at: datetime = field(
        default=Factory(_received_at_or_day, takes_self=True), converter=in_utc, validator=is_instant
    )
    recorded_at: datetime = field(
        default=Factory(lambda event: event.happened_at, takes_self=True),
        converter=in_utc,
        validator=is_instant,
    )

    direction = Direction.IN

    def __attrs_post_init__(self) -> None:
        for name in ("received_at", "happened_at"):
            at = getattr(self, name)
            if at and day_in_jersey(at) != self.received_on:
                raise InvalidError(name, at, f"an instant on {day_words(self.received_on)} in Jersey")
        for name in ("answered_at", "abandoned_at"):
            ended_at = getattr(self, name)
            if ended_at and self.rang_at and ended_at < self.rang_at:
                raise InvalidError(name, ended_at, "an instant not before the call rang")
        if self.answered_at and self.abandoned_at:
            raise InvalidError("abandoned_at", self.abandoned_at, "nothing: this call was answered")
