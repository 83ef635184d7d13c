"""What every event has, and the two that mend other events."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from attrs import Factory, field, fields, frozen

from joic_policy._fields import in_utc, is_a, is_instant, is_text
from joic_policy.contacts.personal import personal
from joic_policy.errors import HistoryError, InvalidError

if TYPE_CHECKING:
    from joic_policy.contacts.contact import Contact

__all__ = ["Corrected", "Event", "Withdrawn", "after"]


@frozen(kw_only=True, eq=False, repr=False, init=False)  # abstract: only its subclasses are made
class Event:
    """Something that happened. Its class is the act, its fields the facts.

    `id` is minted where the act is typed: the same id recorded twice is one event. `happened_at` orders the
    history, `recorded_at` says when it was written down, `by` names who did it.

    Events are compared and shown here, for all their classes: methods generated anew for each of so many
    would take longer to make than a first deadline to answer (tests/benchmarks).
    """

    id: UUID = field(factory=uuid4, validator=is_a(UUID))
    happened_at: datetime = field(converter=in_utc, validator=is_instant)
    recorded_at: datetime = field(
        default=Factory(lambda event: event.happened_at, takes_self=True),
        converter=in_utc,
        validator=is_instant,
    )
    by: str = field(default="", validator=is_text)

    def __eq__(self, other: object) -> bool:
        if self is other or type(self) is not type(other):
            return self is other
        return all(getattr(self, each.name) == getattr(other, each.name) for each in fields(type(self)))

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        shown = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(type(self)) if each.repr)
        return f"{type(self).__name__}({', '.join(shown)})"

    def applied(self, contact: "Contact") -> "Contact":
        """The contact after this event.

        Raises:
            HistoryError: It cannot have happened to this contact.
        """
        return contact


def after(event: Event, of: UUID, kind: type[Event], contact: "Contact") -> "Contact":
    """The same contact, if what an event is about came before it.

    Raises:
        HistoryError: No event of that class before it has the id `of`.
    """
    if all(earlier.id != of for earlier in contact.acts(kind)):
        raise HistoryError(event, "what it is about is not there before it")
    return contact


@frozen(kw_only=True, eq=False, repr=False)
class Corrected(Event):
    """The event `of` was told wrongly; `to` is how it was, whole and of the same class."""

    of: UUID = field(validator=is_a(UUID))
    to: Event = field(validator=is_a(Event))
    why: str = personal()

    @to.validator
    def _no_mending(self, _: object, value: object) -> None:
        if isinstance(value, Corrected | Withdrawn):
            raise InvalidError("to", value, "an event as it was; a correction or withdrawal is withdrawn")


@frozen(kw_only=True, eq=False, repr=False)
class Withdrawn(Event):
    """The event `of` never was. A correction or a withdrawal may itself be withdrawn."""

    of: UUID = field(validator=is_a(UUID))
    why: str = personal()
