"""Customers: what may be known of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joic_policy import (
    Channel,
    Customer,
    CustomerKind,
    Format,
    InvalidError,
    Matter,
    MatterKind,
    Needs,
    Received,
    contact_from,
)
from joic_policy.contacts.channels import Direction
from tests.strategies import customers, days


@pytest.mark.clause("APP-1")
@given(st.sampled_from(CustomerKind), days())
def test_everyone_in_contact_is_a_customer(kind: CustomerKind, day: object) -> None:
    """Staff, visitors, organisations public and private, and the public all begin a contact alike."""
    contact = contact_from([Received(channel="letter", received_on=day, customer=Customer(kind=kind))])

    assert contact.customer.kind is kind
    assert {"member_of_public", "visitor", "private_organisation", "public_organisation", "staff"} == set(
        CustomerKind
    )


@pytest.mark.clause("CUL-1")
@given(customers(), days())
def test_what_a_customer_needs_travels_with_the_contact(customer: Customer, day: object) -> None:
    """Language, format, channel and safe contact are facts of the customer, whoever it is."""
    contact = contact_from([Received(channel="email", received_on=day, customer=customer, external=False)])

    assert contact.customer.needs == customer.needs
    assert isinstance(contact.customer.needs.format, Format)


def test_nothing_need_be_known() -> None:
    """A customer may be anyone, with no needs told."""
    customer = Customer()

    assert customer.kind is CustomerKind.MEMBER_OF_PUBLIC
    assert customer.needs == Needs(language="", format="standard", preferred_channel=None)
    assert customer.name == customer.email == customer.needs.safe_contact == ""


def test_takes_the_text_of_a_choice_for_the_choice() -> None:
    """As forms and files give it."""
    assert Needs(preferred_channel="email", format="braille").preferred_channel is Channel.EMAIL
    assert Customer(kind="staff").kind is CustomerKind.STAFF


@pytest.mark.parametrize(
    ("kind", "facts", "field", "expected"),
    [
        (Customer, {"kind": "robot"}, "customer_kind", "one of: member_of_public"),
        (Customer, {"kind": None}, "customer_kind", "one of: member_of_public"),
        (Customer, {"name": None}, "name", "text"),
        (Customer, {"email": b"a@b"}, "email", "text"),
        (Customer, {"email_confirmed": "yes"}, "email_confirmed", "True or False"),
        (Customer, {"needs": "braille"}, "needs", "Needs"),
        (Needs, {"language": None}, "language", "text"),
        (Needs, {"format": "sung"}, "format", "one of: standard"),
        (Needs, {"preferred_channel": "pigeon"}, "channel", "one of: telephone"),
        (Needs, {"safe_contact": 7}, "safe_contact", "text"),
        (Matter, {"kind": "parking"}, "matter_kind", "one of: question"),
        (Matter, {"kind": "question", "asked_on": "2026-01-01"}, "asked_on", "a date"),
        (Matter, {"kind": "own_breach", "aware_at": "today"}, "aware_at", "time zone"),
        (Matter, {"kind": "question", "departed_because": "x"}, "advised_route", "departed from"),
    ],
)
def test_refuses_by_name(kind: type, facts: dict[str, object], field: str, expected: str) -> None:
    """The message has the field, what was given and what was expected."""
    with pytest.raises(InvalidError) as caught:
        kind(**facts)

    assert caught.value.field == field
    assert expected in caught.value.expected


def test_a_matter_keeps_the_route_that_was_not_taken() -> None:
    """With the reason why staff took another."""
    matter = Matter(kind="question", route="a", advised_route="b", departed_because="She asked to talk.")

    assert (matter.kind, matter.route, matter.advised_route) == (MatterKind.QUESTION, "a", "b")


def test_written_channels_are_three_of_five() -> None:
    """What comes by telephone or in person is no correspondence; each channel has its words."""
    assert {channel for channel in Channel if channel.written} == {"letter", "email", "online_form"}
    assert {channel.words for channel in Channel} == {
        "by telephone", "by letter", "by email", "in person", "by the online form",
    }  # fmt: skip
    assert {"in", "out"} == set(Direction)
