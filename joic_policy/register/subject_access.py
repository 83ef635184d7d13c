"""What the register holds of one customer, as a draft: a person reads it before anything is given out."""

import re
from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from attrs import field, fields, frozen, has

from joic_policy._fields import Choice
from joic_policy.contacts.personal import is_personal
from joic_policy.policy import MatterKind
from joic_policy.register.desk import ContactDesk, Held
from joic_policy.register.permissions import Deed, check_permitted

__all__ = ["Heed", "Passage", "subject_access_draft"]

_REACHES_SOMEBODY = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\+?\d[\d ]{5,}\d")


class Heed(Choice):
    """What a reader has to think of before a passage is given out."""

    NOTHING = "nothing"
    READ_FOR_OTHERS = "read_for_others"
    NAMES_ANOTHER = "names_another"
    INFORMANT = "informant"


@frozen(kw_only=True)
class Passage:
    """One text about the customer: where it stands, what it says, what to think of."""

    contact: UUID
    happened_at: datetime
    act: str
    part: str
    text: str = field(repr=False)
    heed: Heed


def subject_access_draft(desk: ContactDesk, contacts: tuple[UUID, ...]) -> tuple[Passage, ...]:
    """Every personal text in the contacts that a person found to be one customer's, in order.

    The customer's own details stand as they are. Whatever was written freely is to be read for others' data;
    an address or a number in it that is not the customer's is pointed out. What was told in confidence is
    marked throughout.

    Raises:
        NotPermittedError: The actor may not draft it.
        UnknownContactError: A contact is not here.
    """
    check_permitted(desk.actor, Deed.DRAFT_SUBJECT_ACCESS)
    held = [desk.contact(contact) for contact in contacts]
    return tuple(passage for each in held for passage in _passages(each))


def _passages(held: Held) -> Iterator[Passage]:
    contact = held.contact
    confided = any(matter.kind is MatterKind.INFORMATION_IN_CONFIDENCE for matter in contact.matters)
    own = {_plain(text) for _, text in _texts(contact.customer, "")}
    for recorded in held.history:
        for part, text in _texts(recorded.event, ""):
            heed = Heed.INFORMANT if confided else _heed(part, text, own)
            yield Passage(
                contact=recorded.contact,
                happened_at=recorded.event.happened_at,
                act=type(recorded.event).__name__,
                part=part,
                text=text,
                heed=heed,
            )


def _heed(part: str, text: str, own: set[str]) -> Heed:
    if "customer" in part.split("."):
        return Heed.NOTHING
    others = (found for found in map(_plain, _REACHES_SOMEBODY.findall(text)) if found not in own)
    return Heed.NAMES_ANOTHER if any(others) else Heed.READ_FOR_OTHERS


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Every personal text in a value, however deep, and the way to it."""
    if isinstance(value, tuple):
        for item in value:
            yield from _texts(item, path)
    elif has(kind := type(value)):
        for attribute in fields(kind):
            inner = getattr(value, attribute.name)
            way = f"{path}.{attribute.name}".lstrip(".")
            if not is_personal(attribute):
                yield from _texts(inner, way)
            elif inner:
                yield way, inner


def _plain(text: str) -> str:
    return text.replace(" ", "").casefold()
