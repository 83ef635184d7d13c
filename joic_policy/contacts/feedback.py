"""What customers and staff think of us, and what was done about it (CUL-2, OBJ-3, MOR-2)."""

from typing import TYPE_CHECKING
from uuid import UUID

from attrs import field, frozen

from joic_policy._fields import Choice, is_a, is_text
from joic_policy.contacts.event import Event, after
from joic_policy.contacts.personal import personal

if TYPE_CHECKING:
    from joic_policy.contacts.contact import Contact

__all__ = ["FeedbackActedOn", "FeedbackGiven", "FeedbackKind"]


class FeedbackKind(Choice):
    """The four kinds of word about us (MOR-2)."""

    DISSATISFACTION = "dissatisfaction"
    SUGGESTION = "suggestion"
    COMPLIMENT = "compliment"
    COMPLAINT = "complaint"


@frozen(kw_only=True, eq=False, repr=False)
class FeedbackGiven(Event):
    """Somebody told us what they think of us; staff do so as customers of their own kind (APP-1, PRI-8).

    `clause_id` names the clause that it is about, where there is one (OBJ-3).
    """

    kind: FeedbackKind = field(converter=FeedbackKind)
    clause_id: str = field(default="", validator=is_text)
    text: str = personal()


@frozen(kw_only=True, eq=False, repr=False)
class FeedbackActedOn(Event):
    """What was done about the feedback `of`."""

    of: UUID = field(validator=is_a(UUID))
    done: str = personal()

    def applied(self, contact: "Contact") -> "Contact":
        """The same contact, if that feedback was given."""
        return after(self, self.of, FeedbackGiven, contact)
