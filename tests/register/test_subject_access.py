"""A draft of what the register holds of one customer: all of it, and marked where others come in."""

import pytest
from attrs import evolve
from hypothesis import given

from joic_policy import Contact, Corrected, Customer, Matter, MatterKind
from joic_policy.contacts import MessageTaken, personal_texts
from joic_policy.errors import NotPermittedError, UnknownContactError
from joic_policy.register import Actor, InMemoryRegister, Role
from joic_policy.register.subject_access import Heed, subject_access_draft
from tests.desks import NOON, a_letter, desk_on
from tests.strategies import contacts

ZOE = Customer(name="Zoë Le Sueur", email="zoe@example.org", telephone="01534 000111")
LETTER = a_letter(
    customer=ZOE,
    subject="Call me on 01534 000 111 or ZOE@example.org",
    text="My neighbour is bob@example.org",
    matters=(Matter(kind=MatterKind.QUESTION),),
)


def drafted(letter: object = LETTER) -> dict[tuple[str, str], Heed]:
    """What to think of, by act and part."""
    desk = desk_on(InMemoryRegister())
    desk.record(LETTER.id, letter, expecting=0)  # type: ignore[arg-type]
    desk.record(LETTER.id, MessageTaken(happened_at=NOON, text="She is unhappy"), expecting=1)
    held = desk.contact(LETTER.id).history[0].event
    retold = Corrected(happened_at=NOON, of=LETTER.id, to=evolve(held, text=""))
    desk.record(LETTER.id, retold, expecting=2)
    return {(each.act, each.part): each.heed for each in subject_access_draft(desk, (LETTER.id,))}


def test_each_passage_says_what_to_think_of() -> None:
    """One's own details are one's own; what was written freely is read; who else is named is pointed out."""
    assert drafted() == {
        ("Received", "customer.name"): Heed.NOTHING,
        ("Received", "customer.telephone"): Heed.NOTHING,
        ("Received", "customer.email"): Heed.NOTHING,
        ("Received", "subject"): Heed.READ_FOR_OTHERS,
        ("Received", "text"): Heed.NAMES_ANOTHER,
        ("MessageTaken", "text"): Heed.READ_FOR_OTHERS,
        ("Corrected", "to.customer.name"): Heed.NOTHING,
        ("Corrected", "to.customer.telephone"): Heed.NOTHING,
        ("Corrected", "to.customer.email"): Heed.NOTHING,
        ("Corrected", "to.subject"): Heed.READ_FOR_OTHERS,
    }


def test_what_was_told_in_confidence_is_marked_throughout() -> None:
    """Somebody may be recognised by any of it."""
    confided = evolve(LETTER, matters=(Matter(kind=MatterKind.INFORMATION_IN_CONFIDENCE),))

    assert set(drafted(confided).values()) == {Heed.INFORMANT}


@given(contacts())
def test_nothing_personal_is_left_out(contact: Contact) -> None:
    """Every personal text of every event is in the draft, in order."""
    register = InMemoryRegister()
    for version, event in enumerate(contact.events):
        register.append(contact.opening.id, event, actor="", expecting=version, entry=None)

    draft = subject_access_draft(desk_on(register), (contact.opening.id,))

    assert [each.text for each in draft] == list(personal_texts(contact.events))


def test_not_everybody_drafts_and_not_of_anybody() -> None:
    """It is a team manager's to draft; a contact that is not here is said so."""
    desk = desk_on(InMemoryRegister())

    with pytest.raises(UnknownContactError):
        subject_access_draft(desk, (LETTER.id,))
    desk.actor = Actor(name="Bea", roles=frozenset({Role.STAFF}))
    with pytest.raises(NotPermittedError, match="draft_subject_access"):
        subject_access_draft(desk, ())
