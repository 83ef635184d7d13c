"""What to look for from what was typed, and the file on which a message may belong."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from app.forms.callers import Proposal, named_in, proposed_files, references_in, sought, sought_of
from joic_policy import Channel, Customer
from joic_policy.contacts import Direction
from joic_policy.register import Card, ContactDesk, InMemoryRegister
from tests.desks import ANN, NOON, a_letter

CARD = Card(
    contact=a_letter().id, number=12, channel=Channel.EMAIL, direction=Direction.IN, received_on=NOON.date()
)


@pytest.mark.parametrize(
    ("subject", "references"),
    [
        ("File F-12: a new letter", ("F-12",)),
        ("Re: your ref: 2026/014, and file 7", ("2026/014", "7")),
        ("Contact no. 12", ("12",)),
        ("contact number 12", ("12",)),
        ("RE: #12 again", ("12",)),
        ("reference JOIC-77", ("JOIC-77",)),
        ("My file is lost", ()),
        ("Profile 12", ()),
        ("Nothing to refer to in 2026", ()),
    ],
)
def test_what_a_subject_calls_a_file(subject: str, references: tuple[str, ...]) -> None:
    """As people write it; a number alone is none."""
    assert references_in(subject) == references


@given(st.text(max_size=300))
def test_any_subject_is_read(subject: str) -> None:
    """What is found stands in it, and is never much."""
    found = references_in(subject, subject)

    assert all(one in subject for one in found)
    assert len(found) <= 5


def test_what_a_subject_names_is_found_by_file_or_number() -> None:
    """A number that no contact has, or none can have, names nothing."""
    register = InMemoryRegister()
    desk = ContactDesk(register, actor=ANN, clock=lambda: NOON)
    for file in ("F-12", "F-12", ""):
        letter = a_letter(file=file)
        desk.record(letter.id, letter, expecting=0)

    found = named_in(register, "File F-12, and #3", f"file 4, no. {'9' * 30}, contact 0")

    assert [card.number for card in found] == [1, 2, 3]


def test_files_are_proposed_once_with_the_best_reason() -> None:
    """A contact without a file lends its number; one that is closed is not proposed for its address alone."""
    filed, closed = evolve(CARD, file="F-12"), evolve(CARD, number=13, closed_on=NOON.date())

    assert proposed_files(named=[filed], answered=[filed], same_address=[filed, CARD, closed]) == (
        Proposal(file="F-12", because="the subject names it"),
        Proposal(file="12", because="the same address wrote before"),
    )
    assert proposed_files(answered=[closed])[0].file == "13"


@pytest.mark.parametrize(
    ("raw", "looked_for"),
    [
        ({}, []),
        ({"name": "Al", "telephone": "0153", "email": "mary"}, []),
        ({"name": " Mary "}, [("name", "Mary")]),
        ({"telephone": "01534716530"}, [("telephone", "+44 1534 716530")]),
        ({"telephone": "0123456"}, [("telephone", "0123456")]),
        (
            {"organisation": "Harbour", "email": "m@example.org", "file": "F-1"},
            [("file", "F-1"), ("email", "m@example.org"), ("organisation", "Harbour")],
        ),
    ],
)
def test_what_is_looked_for(raw: dict[str, Any], looked_for: list[tuple[str, str]]) -> None:
    """The most telling first; a number as it is kept; nothing too short to tell."""
    assert [(one.field, one.text) for one in sought(raw)] == looked_for


def test_a_known_customer_is_looked_for_alike() -> None:
    """As if it had been typed."""
    customer = Customer(name="Mary Marett", telephone="+44 1534 716530")

    assert sought_of(customer, "F-1") == sought(
        {"name": "Mary Marett", "telephone": "01534 716530", "file": "F-1"}
    )
