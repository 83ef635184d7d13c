"""Our own mistakes, and that they were put right (STD-3)."""

from typing import TYPE_CHECKING
from uuid import UUID

from attrs import field, frozen

from joic_policy._fields import is_a, is_flag
from joic_policy.contacts.event import Event, after
from joic_policy.contacts.personal import personal

if TYPE_CHECKING:
    from joic_policy.contacts.contact import Contact

__all__ = ["MistakeCorrected", "MistakeFound"]


@frozen(kw_only=True, eq=False, repr=False)
class MistakeFound(Event):
    """We did something wrongly; it is open until it is corrected.

    Where personal data is concerned, a matter of its own (`MatterKind.OWN_BREACH`) starts the legal clock.
    """

    personal_data: bool = field(default=False, validator=is_flag)
    what: str = personal()


@frozen(kw_only=True, eq=False, repr=False)
class MistakeCorrected(Event):
    """The mistake `of` was put right, and how."""

    of: UUID = field(validator=is_a(UUID))
    how: str = personal()

    def applied(self, contact: "Contact") -> "Contact":
        """The same contact, if that mistake was found."""
        return after(self, self.of, MistakeFound, contact)
