"""What tells of a person: declared in one way, so that it can be kept out of logs, erased and exported."""

from collections.abc import Iterator
from typing import Any, TypeVar

from attrs import Attribute, field, fields, has

from joic_policy._fields import is_text

__all__ = ["erased", "is_personal", "personal", "personal_texts"]

_T = TypeVar("_T")
_PERSONAL = "personal"


def personal() -> Any:
    """A text field that may tell of a person: never in a repr, empty by default and after erasure."""
    return field(default="", repr=False, validator=is_text, metadata={_PERSONAL: True})


def is_personal(attribute: "Attribute[Any]") -> bool:
    """Whether a field was declared by `personal`."""
    return bool(attribute.metadata.get(_PERSONAL))


def erased(value: _T) -> _T:
    """The same value with every personal field emptied, however deep; ids, dates and choices stay."""
    if isinstance(value, tuple):
        return type(value)(map(erased, value))
    kind: Any = type(value)
    if not has(kind):
        return value
    changes = {
        attribute.alias: "" if is_personal(attribute) else erased(getattr(value, attribute.name))
        for attribute in fields(kind)
        if attribute.init
    }
    emptied: Any = kind(**changes)
    return emptied  # type: ignore[no-any-return]  # made by its own class


def personal_texts(value: object) -> Iterator[str]:
    """Every personal text in a value that is not empty, however deep."""
    if isinstance(value, tuple):
        for item in value:
            yield from personal_texts(item)
    elif has(kind := type(value)):
        for attribute in fields(kind):
            inner = getattr(value, attribute.name)
            if not is_personal(attribute):
                yield from personal_texts(inner)
            elif inner:
                yield inner
