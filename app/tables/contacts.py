"""A contact as it stands: what is known of it, part by part."""

from collections.abc import Iterator
from datetime import date, datetime

from attrs import frozen

from app.tables.labels import ASKS, CUSTOMERS, FACTS, FORMATS
from joic_policy import Contact, CustomerKind, Direction, Format, Matter, Received
from joic_policy.triage import Route, route_title
from joic_policy.units import day_words, instant_words

__all__ = ["Fact", "contact_line", "known", "matter_words"]


@frozen(kw_only=True)
class Fact:
    """One thing that is known; `typed` says that it stands as somebody typed it."""

    label: str
    text: str
    typed: bool = False


def contact_line(contact: Contact) -> str:
    """How and when a contact began, and whose it is, in one line without what the customer told."""
    how = contact.channel.words
    began = f"We called on {day_words(contact.received_on)}"
    if contact.direction is Direction.IN:
        began = f"Received {how} on {day_words(contact.received_on)}"
    whose = f"Looked after by {contact.owner}" if contact.owner else "Nobody looks after it yet"
    return f"{began}. {whose}."


def known(contact: Contact) -> tuple[Fact, ...]:
    """What is known of a contact, without its history and its dates."""
    return tuple(fact for fact in (*_customer(contact), *_contact(contact)) if fact.text)


def matter_words(matter: Matter) -> str:
    """What is asked, where it goes, and the facts that a date is counted from."""
    days = ((label, getattr(matter, fact)) for fact, label in FACTS.items())
    told = [_known(label.lower(), value) for label, value in days if value]
    route = [_route(matter.route)] if matter.route else ["not triaged yet"]
    return f"{ASKS[matter.kind]}: {'; '.join(route + told)}"


def _customer(contact: Contact) -> Iterator[Fact]:
    customer, needs = contact.customer, contact.customer.needs
    yield Fact(label="Customer", text=customer.name, typed=True)
    yield Fact(label="Organisation", text=customer.organisation, typed=True)
    if customer.kind is not CustomerKind.MEMBER_OF_PUBLIC:
        yield Fact(label="Who it is", text=CUSTOMERS[customer.kind])
    yield Fact(label="Safe contact", text=needs.safe_contact, typed=True)
    yield Fact(label="Telephone", text=customer.telephone, typed=True)
    yield Fact(label="Email", text=customer.email, typed=True)
    if customer.email:
        confirmed = "given or confirmed for this file" if customer.email_confirmed else "not confirmed"
        yield Fact(label="This address is", text=f"{confirmed} (WRI-10)")
    yield Fact(label="Address", text=customer.address, typed=True)
    yield Fact(label="Language", text=needs.language, typed=True)
    if needs.format is not Format.STANDARD:
        yield Fact(label="Replies in", text=FORMATS[needs.format])
    if needs.preferred_channel:
        yield Fact(label="Would rather be reached", text=needs.preferred_channel.words)


def _contact(contact: Contact) -> Iterator[Fact]:
    opening = contact.opening
    yield Fact(label="Subject", text=opening.subject, typed=True)
    yield Fact(label="What was said or written", text=opening.text, typed=True)
    if isinstance(opening, Received) and opening.received_at:
        yield Fact(label="Reached us at", text=instant_words(opening.received_at.replace(microsecond=0)))
    if not opening.external:
        yield Fact(label="From", text="inside the Office")
    for matter in contact.matters:
        yield Fact(label="Asks", text=matter_words(matter))
    if not contact.matters:
        yield Fact(label="Asks", text="not said yet")
    if contact.abusive:
        yield Fact(label="Heed", text="staff were abused in it (STD-2)")
    if contact.closed_to:
        yield Fact(label="Closed to", text=", ".join(sorted(contact.closed_to)))


def _route(route: str) -> str:
    return route_title(Route(route)) if route in {*Route} else route


def _known(label: str, value: date | datetime) -> str:
    if isinstance(value, datetime):
        return f"{label.removesuffix(' on')} at {instant_words(value)}"
    return f"{label} {day_words(value)}"
