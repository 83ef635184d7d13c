"""How the fields of every value are checked: by name, so that a refusal can say which one."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar

from attrs import Attribute, Converter

from joic_policy.errors import InvalidError

__all__ = ["DAY", "FLAG", "INSTANT", "MAYBE_DAY", "MAYBE_INSTANT", "TEXT", "choice", "maybe_choice", "named", "to_day", "to_instant"]

_T = TypeVar("_T")
_Choice = TypeVar("_Choice", bound=StrEnum)


def to_day(value: object, name: str) -> date:
    """The day itself; a datetime is refused, for it is a day only in some zone."""
    if isinstance(value, datetime) or not isinstance(value, date):
        raise InvalidError(name, value, "a date (without a time)")
    return value


def to_instant(value: object, name: str) -> datetime:
    """The same instant in UTC; a datetime without a zone is refused, for it is no instant."""
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise InvalidError(name, value, "a date and time with a time zone")
    return value.astimezone(UTC)


def _checked(check: Callable[[object, str], _T]) -> Converter[_T, _T]:
    def convert(value: _T, attribute: "Attribute[_T]") -> _T:
        return check(value, attribute.name)

    return Converter(convert, takes_field=True)


def _maybe(check: Callable[[object, str], _T]) -> Converter[_T | None, _T | None]:
    def convert(value: _T | None, attribute: "Attribute[_T | None]") -> _T | None:
        return None if value is None else check(value, attribute.name)

    return Converter(convert, takes_field=True)


def _to_text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise InvalidError(name, value, "text")
    return value


def _to_flag(value: object, name: str) -> bool:
    if not isinstance(value, bool):
        raise InvalidError(name, value, "True or False")
    return value


DAY = _checked(to_day)
MAYBE_DAY = _maybe(to_day)
INSTANT = _checked(to_instant)
MAYBE_INSTANT = _maybe(to_instant)
TEXT = _checked(_to_text)
FLAG = _checked(_to_flag)


def named(expected: str) -> Converter[str, str]:
    """Text that may not be blank; `expected` says what it should hold."""

    def check(value: object, name: str) -> str:
        if not isinstance(value, str) or not value.strip():
            raise InvalidError(name, value, expected)
        return value

    return _checked(check)


def _to_choice(options: type[_Choice]) -> Callable[[object, str], _Choice]:
    def check(value: object, name: str) -> _Choice:
        try:
            return options(value)
        except ValueError:
            raise InvalidError(name, value, f"one of: {', '.join(options)}") from None

    return check


def choice(options: type[_Choice]) -> Converter[_Choice, _Choice]:
    """One of a closed set, or the text of one."""
    return _checked(_to_choice(options))


def maybe_choice(options: type[_Choice]) -> Converter[_Choice | None, _Choice | None]:
    """As `choice`, or nothing."""
    return _maybe(_to_choice(options))
