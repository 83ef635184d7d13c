"""What the fields of acts have in common: each line here makes one kind of field, or a form of several."""

from collections.abc import Callable
from typing import Any

from app.forms.act_form import ActField, ActForm, Scene, Shape
from joic_policy import Channel, Event

__all__ = ["channel", "choice", "day", "earlier", "flag", "form", "long_text", "mine", "named", "text"]


def form(kind: type[Event], *fields: ActField | Callable[[Scene], ActField], **rest: Any) -> ActForm:
    """A form of these fields; one that depends on the contact is made from the scene."""
    return ActForm(
        kind=kind,
        asked=lambda scene, _: (each if isinstance(each, ActField) else each(scene) for each in fields),
        **rest,
    )


def text(name: str, label: str, expected: str = "") -> ActField:
    """A line of text."""
    return ActField(name=name, label=label, shape=Shape.TEXT, expected=expected)


def long_text(name: str, label: str, expected: str = "") -> ActField:
    """Text of any length."""
    return ActField(name=name, label=label, expected=expected)


def day(name: str, label: str, expected: str) -> ActField:
    """A day."""
    return ActField(name=name, label=label, shape=Shape.DAY, expected=expected)


def flag(name: str, label: str) -> ActField:
    """Yes or no."""
    return ActField(name=name, label=label, shape=Shape.FLAG)


def choice(name: str, label: str, options: Any, expected: str = "", start: Any = None) -> ActField:
    """One of several."""
    return ActField(
        name=name, label=label, shape=Shape.CHOICE, options=tuple(options), expected=expected, start=start
    )


def named(name: str, label: str, expected: str = "") -> ActField:
    """Somebody's name."""
    return ActField(name=name, label=label, shape=Shape.NAME, expected=expected)


def mine(name: str, label: str, expected: str = "") -> Callable[[Scene], ActField]:
    """A name that begins with that of who is at work."""
    return lambda scene: ActField(
        name=name, label=label, shape=Shape.NAME, expected=expected, start=scene.who or None
    )


def channel(label: str) -> Callable[[Scene], ActField]:
    """A channel that begins with the customer's own."""
    return lambda scene: choice(
        "channel", label, Channel, expected="by what channel", start=scene.contact.channel
    )


def earlier(
    label: str, kind: type[Event], done: type[Event] | None = None, expected: str = ""
) -> Callable[[Scene], ActField]:
    """Which earlier act of a class it is about: at first the oldest about which nothing was `done`."""

    def field_of(scene: Scene) -> ActField:
        earlier = scene.contact.acts(kind)
        closed = {getattr(act, "of", None) for act in (scene.contact.acts(done) if done else ())}
        still_open = [act.id for act in earlier if act.id not in closed]
        return ActField(
            name="of",
            label=label,
            shape=Shape.EARLIER,
            options=tuple(str(act.id) for act in earlier),
            start=next(iter(still_open), None) if expected else None,
            expected=expected,
        )

    return field_of
