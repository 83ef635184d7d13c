"""What is asked in a contact: one message may ask several things, each with its own route and its own law."""

from datetime import date, datetime

from attrs import field, frozen
from attrs.validators import optional

from joic_policy._fields import is_day, is_instant, is_text, maybe_in_utc
from joic_policy.contacts.personal import personal
from joic_policy.errors import InvalidError
from joic_policy.policy import MatterKind

__all__ = ["Matter"]


@frozen(kw_only=True)
class Matter:
    """One thing asked, with the facts that a statute's period may run from; an unknown fact is None.

    `route` is the one taken. Where staff took another than was advised, `advised_route` and their reason are
    kept; who departed is the event's `by`.
    """

    kind: MatterKind = field(converter=MatterKind)
    route: str = field(default="", validator=is_text)
    advised_route: str = field(default="", validator=is_text)
    departed_because: str = personal()
    asked_on: date | None = field(default=None, validator=optional(is_day))
    answered_on: date | None = field(default=None, validator=optional(is_day))
    agreed_on: date | None = field(default=None, validator=optional(is_day))
    decided_on: date | None = field(default=None, validator=optional(is_day))
    told_on: date | None = field(default=None, validator=optional(is_day))
    identity_verified_on: date | None = field(default=None, validator=optional(is_day))
    aware_at: datetime | None = field(default=None, converter=maybe_in_utc, validator=optional(is_instant))

    def __attrs_post_init__(self) -> None:
        if self.departed_because and not self.advised_route:
            raise InvalidError(
                "advised_route", self.advised_route, "the route that was advised, since it was departed from"
            )
