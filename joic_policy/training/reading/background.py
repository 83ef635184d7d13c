"""The facts behind a scenario that several of its tasks share."""

from attrs import frozen

from joic_policy._table import Table
from joic_policy.contacts import Channel, Contact, CustomerKind
from joic_policy.triage import Enquiry

__all__ = ["Background"]


@frozen(kw_only=True)
class Background:
    """What was asked, what else in the same message, and the contact that holds both."""

    channel: Channel
    customer: CustomerKind
    enquiry: Enquiry
    also: Enquiry | None = None
    contact: Contact | None = None

    def contact_for(self, table: Table) -> Contact:
        """The contact, for a task that is about one.

        Raises:
            DataFileError: The scenario has none.
        """
        if self.contact is None:
            raise table.refusal("ask", None, "a scenario with a contact")
        return self.contact
