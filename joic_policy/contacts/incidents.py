"""What should not happen on the premises or to staff, and whom to be warned of (PRI-9, STD-2, STD-5)."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from attrs import field, frozen

from joic_policy._fields import Choice, all_are, is_a, is_day, is_flag, names
from joic_policy.contacts.event import Event, after
from joic_policy.contacts.personal import personal
from joic_policy.errors import HistoryError, InvalidError
from joic_policy.units import day_in_jersey, day_words

if TYPE_CHECKING:
    from joic_policy.contacts.contact import Contact

__all__ = [
    "Abuse",
    "ConductFlagLifted",
    "ConductFlagged",
    "HazardFound",
    "IncidentRecorded",
    "conduct_flags",
]


class Abuse(Choice):
    """What nobody at the Office has to bear (STD-2)."""

    THREAT = "threat"
    PHYSICAL = "physical"
    VERBAL = "verbal"


def _some_abuse(values: object) -> object:
    return tuple(map(Abuse, values)) if isinstance(values, tuple | list) else values


@frozen(kw_only=True, eq=False, repr=False)
class IncidentRecorded(Event):
    """Abuse by whatever channel (STD-5). It never closes a contact and never stops a date (STD-4).

    `ended` says that the call was ended or that staff withdrew.
    """

    kinds: tuple[Abuse, ...] = field(converter=_some_abuse, validator=all_are(Abuse))
    ended: bool = field(default=False, validator=is_flag)
    place: str = personal()
    what: str = personal()


@frozen(kw_only=True, eq=False, repr=False)
class HazardFound(Event):
    """A hazard or an injury on the premises (PRI-9). Medical detail belongs in the accident record."""

    injury: bool = field(default=False, validator=is_flag)
    place: str = personal()
    what: str = personal()
    told: str = personal()


@frozen(kw_only=True, eq=False, repr=False)
class ConductFlagged(Event):
    """Whoever is next in touch with this customer is to know, before they speak, how they behaved (STD-2).

    `owner` answers for the flag and looks at it again on `review_on`; `expires_on` is the last day on which
    it is shown.
    """

    owner: str = field(validator=names("the name of who answers for the flag"))
    review_on: date = field(validator=is_day)
    expires_on: date = field(validator=is_day)
    reason: str = personal()

    def __attrs_post_init__(self) -> None:
        flagged_on = day_in_jersey(self.happened_at)
        if self.review_on <= flagged_on:
            raise InvalidError("review_on", self.review_on, f"a day after {day_words(flagged_on)}")
        if self.expires_on <= self.review_on:
            raise InvalidError(
                "expires_on", self.expires_on, f"a day after the review on {day_words(self.review_on)}"
            )


@frozen(kw_only=True, eq=False, repr=False)
class ConductFlagLifted(Event):
    """The flag `of` is no longer needed."""

    of: UUID = field(validator=is_a(UUID))
    why: str = personal()

    def applied(self, contact: "Contact") -> "Contact":
        """The same contact, if it was flagged so, and the flag is not lifted yet."""
        if any(lifted.of == self.of for lifted in contact.acts(ConductFlagLifted)):
            raise HistoryError(self, "the flag is lifted already")
        return after(self, self.of, ConductFlagged, contact)


def conduct_flags(contact: "Contact", on: date) -> tuple[ConductFlagged, ...]:
    """The flags that are to be shown on a day, in the order in which they were made."""
    lifted = {each.of for each in contact.acts(ConductFlagLifted) if day_in_jersey(each.happened_at) <= on}
    return tuple(
        flag
        for flag in contact.acts(ConductFlagged)
        if day_in_jersey(flag.happened_at) <= on <= flag.expires_on and flag.id not in lifted
    )
