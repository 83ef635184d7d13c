"""To whom a contact is closed: whoever has a conflict of interest in it leaves it to a colleague (PRI-3)."""

from collections.abc import Iterable
from uuid import UUID

from joic_policy.contacts import Event, Transferred, contact_from
from joic_policy.errors import ConflictOfInterestError
from joic_policy.handling.staff import is_same_name
from joic_policy.register.entries import closed_word
from joic_policy.register.permissions import Actor, Deed
from joic_policy.register.port import OFFICE, ContactRegister
from joic_policy.register.staff import office_state

__all__ = ["check_conflict", "closed_to", "closed_to_actor"]


def check_conflict(register: ContactRegister, actor: Actor, names: Iterable[str]) -> None:
    """Refuse whoever is among these, unless there is nobody else to deal with it.

    Raises:
        ConflictOfInterestError: They are, and they do not work alone.
    """
    if any(is_same_name(actor.name, name) for name in names) and not _is_alone(register, actor):
        raise ConflictOfInterestError(actor.name, Deed.SEE_CONTACTS)


def closed_to(history: Iterable[Event]) -> frozenset[str]:
    """To whom a contact is closed by its history; folded only where somebody passed it on."""
    events = tuple(history)
    if any(isinstance(getattr(event, "to", event), Transferred) for event in events):
        return contact_from(events).closed_to
    return frozenset()


def closed_to_actor(register: ContactRegister, actor: Actor) -> frozenset[UUID]:
    """The contacts that are closed to somebody, of whom they see no name in a list: few, if any."""
    word, closed, before = closed_word(actor.name), set[UUID](), None
    while page := register.found((word,), before=before):
        closed |= {card.contact for card in page}
        before = page[-1].number
    return frozenset() if closed and _is_alone(register, actor) else frozenset(closed)


def _is_alone(register: ContactRegister, actor: Actor) -> bool:
    staff = office_state(each.event for each in register.history(OFFICE)).staff
    return all(is_same_name(name, actor.name) for name in staff)
