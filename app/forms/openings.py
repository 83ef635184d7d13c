"""How a contact began, as it is told anew where it was told wrongly."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.forms.act_form import BY, ActField, Scene, Shape
from app.forms.matters import matter_fields, matters_from
from joic_policy import CallMade, Channel, Customer, CustomerKind, Event, Format, Needs, Received

__all__ = ["call_made", "call_made_fields", "received", "received_fields"]

_CUSTOMER = (
    ActField(
        name="customer.kind",
        label="The customer is",
        shape=Shape.CHOICE,
        options=tuple(CustomerKind),
        start=CustomerKind.MEMBER_OF_PUBLIC,
    ),
    ActField(name="customer.name", label="Name", shape=Shape.TEXT),
    ActField(name="customer.organisation", label="Organisation", shape=Shape.TEXT),
    ActField(name="customer.telephone", label="Telephone", shape=Shape.TEXT),
    ActField(name="customer.email", label="Email", shape=Shape.TEXT),
    ActField(
        name="customer.email_confirmed",
        label="Email address confirmed for this file",
        shape=Shape.FLAG,
    ),
    ActField(name="customer.address", label="Address"),
    ActField(name="customer.needs.language", label="Language agreed, if not English", shape=Shape.TEXT),
    ActField(
        name="customer.needs.format",
        label="Form of our replies",
        shape=Shape.CHOICE,
        options=tuple(Format),
        start=Format.STANDARD,
    ),
    ActField(
        name="customer.needs.preferred_channel",
        label="Would rather be reached",
        shape=Shape.CHOICE,
        options=tuple(Channel),
    ),
    ActField(name="customer.needs.safe_contact", label="How and where contact is safe", shape=Shape.TEXT),
)
_OTHERS = (
    ActField(name="external", label="It came from outside the Office", shape=Shape.FLAG, start=True),
    ActField(name="file", label="Reference of the file", shape=Shape.TEXT),
    ActField(name="owner", label="Who looked after it at first", shape=Shape.NAME),
    ActField(name="subject", label="Subject", shape=Shape.TEXT),
    ActField(name="text", label="What was said or written"),
    ActField(name="speaker_phone", label="Speaker phone: who was told, who was there", shape=Shape.TEXT),
)
_CALL = (
    ActField(name="rang_at", label="Rang on", shape=Shape.MOMENT),
    ActField(name="answered_at", label="Answered on", shape=Shape.MOMENT),
    ActField(name="abandoned_at", label="Given up on", shape=Shape.MOMENT),
)


def received_fields(scene: Scene, raw: Mapping[str, Any]) -> Iterator[ActField]:
    """The facts of a receipt."""
    yield ActField(
        name="channel",
        label="How it reached us",
        shape=Shape.CHOICE,
        options=tuple(Channel),
        expected="how it reached us",
    )
    yield ActField(
        name="received",
        label="Received on",
        shape=Shape.RECEIPT,
        expected="the day of receipt; every date is counted from it",
    )
    if raw.get("channel") == Channel.TELEPHONE or _measured(scene):
        yield from _CALL
    yield from (*_CUSTOMER, *_OTHERS, BY)
    yield from matter_fields(scene, raw)


def call_made_fields(scene: Scene, raw: Mapping[str, Any]) -> Iterator[ActField]:
    """The facts of a call that we made."""
    yield from (*_CUSTOMER, *_OTHERS)
    yield from matter_fields(scene, raw)


def received(facts: dict[str, Any], scene: Scene) -> Event:
    """The receipt told of."""
    received_on, received_at = facts.pop("received")
    return Received(**_common(facts, scene), received_on=received_on, received_at=received_at)


def call_made(facts: dict[str, Any], scene: Scene) -> Event:
    """The call told of."""
    return CallMade(**_common(facts, scene))


def _measured(scene: Scene) -> bool:
    """Whether instants of a call are known, by whatever channel it is said to have come."""
    return any(getattr(scene.contact.opening, each.name, None) for each in _CALL)


def _common(facts: dict[str, Any], scene: Scene) -> dict[str, Any]:
    matters = matters_from(facts, scene)
    needs, customer = _taken(facts, "customer.needs."), _taken(facts, "customer.")
    return {**facts, "customer": Customer(**customer, needs=Needs(**needs)), "matters": matters}


def _taken(facts: dict[str, Any], prefix: str) -> dict[str, Any]:
    """The facts whose name begins so, without it; they are no longer in `facts`."""
    names = [name for name in facts if name.startswith(prefix)]
    return {name.removeprefix(prefix): facts.pop(name) for name in names}
