"""That what is personal was erased from a contact, by whose decision and why."""

from attrs import field, frozen

from joic_policy._fields import names
from joic_policy.contacts.event import Event

__all__ = ["Erased"]


@frozen(kw_only=True, eq=False, repr=False)
class Erased(Event):
    """Every personal text recorded before this event is gone; dates, choices and counts stay.

    `why` stays too, so it names nobody.
    """

    by: str = field(validator=names("the name of who decided it"))
    why: str = field(validator=names("the reason, without naming the customer"))
