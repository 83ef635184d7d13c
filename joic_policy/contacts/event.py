"""What every event has, and the two that mend other events."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from attrs import Factory, field, frozen

from joic_policy._fields import in_utc, is_instant, is_text
from joic_policy.contacts.personal import personal

if TYPE_CHECKING:
    from joic_policy.contacts.contact import Contact

__all__ = ["Corrected", "Event", "Withdrawn"]


@frozen(kw_only=True)
class Event:
    """Something that happened. Its class is the act, its fields the facts.

    `id` is minted where the act is typed: the same id recorded twice is one event. `happened_at` orders the
    history, `recorded_at` says when it was written down, `by` names who did it.
    """

    id: UUID = field(factory=uuid4)
    happened_at: datetime = field(converter=in_utc, validator=is_instant)
    recorded_at: datetime = field(
        default=Factory(lambda event: event.happened_at, takes_self=True),
        converter=in_utc,
        validator=is_instant,
    )
    by: str = field(default="", validator=is_text)

    def applied(self, contact: "Contact") -> "Contact":
        """The contact after this event.

        Raises:
            HistoryError: It cannot have happened to this contact.
        """
        return contact


@frozen(kw_only=True)
class Corrected(Event):
    """The event `of` was told wrongly; `to` is how it was, whole and of the same class."""

    of: UUID
    to: Event
    why: str = personal()


@frozen(kw_only=True)
class Withdrawn(Event):
    """The event `of` never was. A correction or a withdrawal may itself be withdrawn."""

    of: UUID
    why: str = personal()
