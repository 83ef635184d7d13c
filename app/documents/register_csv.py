"""Contacts as a table that spreadsheets open: one row each, with its dates as they stand at an instant."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count

from app.documents.sheets import sheet_lines
from joic_policy import JERSEY_ZONE, CallMade, Contact, Deadline, Duty, OwedBy, Status, contact_from
from joic_policy.errors import ConflictOfInterestError, NotPermittedError
from joic_policy.register import Card, ContactDesk, Deed
from joic_policy.register.permissions import check_permitted
from joic_policy.units import day_in_jersey

__all__ = ["READ_AGAIN", "contacts_csv", "is_open_to"]

#: The columns that are read when such a table comes in (`app.documents.contacts_in`).
READ_AGAIN = (
    "id",
    "channel",
    "direction",
    "received on",
    "received at",
    "external",
    "customer kind",
    "name",
    "organisation",
    "telephone",
    "email",
    "address",
    "subject",
    "text",
    "file",
    "owner",
    "kinds",
)
_WRITTEN = (
    "number",
    "routes",
    "closed on",
    "closed because",
    "acknowledge by",
    "acknowledgement",
    "respond by",
    "response",
    "next",
    "next by",
    "next status",
)
_OPEN = frozenset({Status.OVERDUE, Status.DUE_TODAY, Status.WAITING, Status.WAIVED})


def contacts_csv(desk: ContactDesk, at: datetime) -> Iterator[bytes]:
    """Every contact, the oldest first; those that are closed to the actor are left out (PRI-3).

    Raises:
        NotPermittedError: The actor may not export the register.
    """
    check_permitted(desk.actor, Deed.EXPORT_REGISTER)
    return sheet_lines((*READ_AGAIN, *_WRITTEN), _rows(desk, at))


def is_open_to(desk: ContactDesk, contact: Contact) -> bool:
    """Whether the actor has no conflict of interest with a contact."""
    try:
        return not contact.closed_to or bool(desk.contact(contact.opening.id))
    except (ConflictOfInterestError, NotPermittedError):
        return False


def _rows(desk: ContactDesk, at: datetime) -> Iterator[Sequence[str]]:
    for number in count(1):
        card = desk.register.numbered(number)
        if card is None:
            return
        contact = contact_from(each.event for each in desk.register.history(card.contact))
        if is_open_to(desk, contact):
            yield (*_told(contact), *_standing(card, contact, desk.deadlines(contact), at))


def _told(contact: Contact) -> Iterator[str]:
    """What was told at first, as it is read again."""
    opening, customer = contact.opening, contact.customer
    told_at = opening.happened_at if isinstance(opening, CallMade) else opening.received_at
    yield str(opening.id)
    yield _words(contact.channel)
    yield contact.direction
    yield contact.received_on.isoformat()
    yield told_at.astimezone(JERSEY_ZONE).isoformat(sep=" ") if told_at else ""
    yield "yes" if opening.external else "no"
    yield _words(customer.kind)
    yield from (customer.name, customer.organisation, customer.telephone, customer.email, customer.address)
    yield from (opening.subject, opening.text, opening.file, contact.owner)
    yield "; ".join(_words(matter.kind) for matter in contact.matters)


def _standing(card: Card, contact: Contact, owed: Sequence[Deadline], at: datetime) -> Iterator[str]:
    """What follows from it, by the same deadlines as everywhere."""
    yield str(card.number)
    yield "; ".join(_words(matter.route) for matter in contact.matters if matter.route)
    yield day_in_jersey(contact.closed.happened_at).isoformat() if contact.closed else ""
    yield _words(contact.closed.because) if contact.closed else ""
    for duty in (Duty.ACKNOWLEDGEMENT, Duty.FORMAL_RESPONSE):
        one = next((each for each in owed if each.duty is duty), None)
        yield from (_day(one), _words(one.status(at))) if one else ("", "")
    ours = [each for each in owed if each.owed_by is OwedBy.OFFICE and each.status(at) in _OPEN]
    soonest = min(ours, key=lambda each: (each.due_at is None, each.due_at or each.arose_at), default=None)
    yield from (soonest.title, _day(soonest), _words(soonest.status(at))) if soonest else ("", "", "")


def _day(deadline: Deadline) -> str:
    return deadline.due_on.isoformat() if deadline.due_on else ""


def _words(choice: str) -> str:
    return choice.replace("_", " ")
