"""Where a contact goes within the Office, and what a new day off does to its dates."""

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from joic_policy._fields import Choice, is_day, is_text, names
from joic_policy.contacts.event import Event
from joic_policy.contacts.personal import personal

if TYPE_CHECKING:
    from joic_policy.contacts.contact import Contact

__all__ = ["HolidayHeeded", "TransferBecause", "Transferred"]


class TransferBecause(Choice):
    """Why a call was not dealt with by who answered it (TEL-3, TEL-5)."""

    PERSON_ASKED_FOR = "person_asked_for"
    INFORMATION_LACKING = "information_lacking"
    ON_LEAVE = "on_leave"
    CONFLICT_OF_INTEREST = "conflict_of_interest"


@frozen(kw_only=True, eq=False, repr=False)
class Transferred(Event):
    """It was passed on to a colleague, who looks after it from then on.

    A conflict of interest closes it to `conflicted` from then on (PRI-3); unless named, to who passed it on.
    """

    owner: str = field(validator=names("the colleague to whom it was passed"))
    because: TransferBecause = field(converter=TransferBecause)
    conflicted: str = field(default="", validator=is_text)

    def applied(self, contact: "Contact") -> "Contact":
        """The contact with that owner."""
        closed_to = contact.closed_to
        if self.because is TransferBecause.CONFLICT_OF_INTEREST:
            closed_to |= frozenset(filter(None, [self.conflicted or self.by]))
        return evolve(contact, owner=self.owner, closed_to=closed_to)


@frozen(kw_only=True, eq=False, repr=False)
class HolidayHeeded(Event):
    """A holiday was proclaimed that moves a date of this contact; `told` says whom we told of it."""

    holiday_on: date = field(validator=is_day)
    holiday: str = field(validator=names("the name of the holiday"))
    told: str = personal()
