"""How the fields of every value are checked: by name, so that a refusal can say which one.

`optional(is_day)` and the like, with attrs' own `optional`, admit None.
"""

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from enum import StrEnum
from typing import Any, NoReturn

from attrs import Attribute

from joic_policy.errors import InvalidError

__all__ = [
    "Choice",
    "all_are",
    "in_utc",
    "is_a",
    "is_day",
    "is_flag",
    "is_instant",
    "is_number",
    "is_text",
    "maybe_in_utc",
    "names",
    "to_day",
    "to_instant",
]

_INSTANT = "a date and time with a time zone"


class Choice(StrEnum):
    """A closed set. It takes the text of a choice for the choice, and names what there is to choose from."""

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        name = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in cls.__name__)
        raise InvalidError(name.removeprefix("_"), value, f"one of: {', '.join(cls)}")


def in_utc(value: datetime) -> datetime:
    """The same instant in UTC. What is no instant passes, for `is_instant` to refuse by name."""
    return value.astimezone(UTC) if _aware(value) else value


def maybe_in_utc(value: datetime | None) -> datetime | None:
    """As `in_utc`, or nothing."""
    return None if value is None else in_utc(value)


def to_instant(name: str, value: object) -> datetime:
    """An argument as an instant in UTC; `name` is what a refusal calls it."""
    if not isinstance(value, datetime) or not _aware(value):
        raise InvalidError(name, value, _INSTANT)
    return value.astimezone(UTC)


def is_instant(_: object, attribute: "Attribute[Any]", value: object) -> None:
    """A date and time with a zone."""
    if not _aware(value):
        raise InvalidError(attribute.name, value, _INSTANT)


def is_a(kind: type) -> Callable[[object, "Attribute[Any]", object], None]:
    """A value of one class, or of a class made from it."""

    def is_of_kind(_: object, attribute: "Attribute[Any]", value: object) -> None:
        if not isinstance(value, kind):
            raise InvalidError(attribute.name, value, f"a value of the class {kind.__name__}")

    return is_of_kind


def all_are(kind: type) -> Callable[[object, "Attribute[Any]", object], None]:
    """A tuple, empty or not, of values of one class."""

    def are_of_kind(_: object, attribute: "Attribute[Any]", value: object) -> None:
        if not isinstance(value, tuple) or not all(isinstance(item, kind) for item in value):
            raise InvalidError(attribute.name, value, f"a tuple of the class {kind.__name__}")

    return are_of_kind


def to_day(name: str, value: object) -> date:
    """An argument as a day; a datetime is refused, for it is a day only in some zone."""
    if isinstance(value, datetime) or not isinstance(value, date):
        raise InvalidError(name, value, "a date (without a time)")
    return value


def is_day(_: object, attribute: "Attribute[Any]", value: object) -> None:
    """A date, as `to_day` has it."""
    to_day(attribute.name, value)


def is_text(_: object, attribute: "Attribute[Any]", value: object) -> None:
    """Text, as it was typed."""
    if not isinstance(value, str):
        raise InvalidError(attribute.name, value, "text")


def is_flag(_: object, attribute: "Attribute[Any]", value: object) -> None:
    """Yes or no."""
    if not isinstance(value, bool):
        raise InvalidError(attribute.name, value, "True or False")


def is_number(_: object, attribute: "Attribute[Any]", value: object) -> None:
    """A whole number of at least 1; True is none."""
    if type(value) is not int or value < 1:
        raise InvalidError(attribute.name, value, "a whole number of at least 1")


def names(expected: str) -> Callable[[object, "Attribute[Any]", object], None]:
    """Text that may not be blank; `expected` says what it should hold."""

    def is_not_blank(_: object, attribute: "Attribute[Any]", value: object) -> None:
        if not isinstance(value, str) or not value.strip():
            raise InvalidError(attribute.name, value, expected)

    return is_not_blank


def _aware(value: object) -> bool:
    """Whether it is an instant; in the first and last year of all, another zone's clock may have no date."""
    return isinstance(value, datetime) and value.utcoffset() is not None and MINYEAR < value.year < MAXYEAR
