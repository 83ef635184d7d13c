"""The kinds of answer. Each makes a value of what was given, itself or as text, and text of a value again."""

from datetime import date, datetime
from typing import ClassVar

from attrs import frozen

from joic_policy._fields import Choice, in_utc
from joic_policy.errors import InvalidError
from joic_policy.triage.authorities import AUTHORITIES
from joic_policy.triage.facts import Sure

__all__ = ["Authority", "Day", "Instant", "Kind", "OneOf", "SomeOf", "Value"]


#: Several choices, and none of them: a word, since links and terminals drop what is empty.
_NONE = "none"


class Kind(Choice):
    """How a question is answered."""

    ONE = "one"
    SEVERAL = "several"
    DAY = "day"
    INSTANT = "instant"
    AUTHORITY = "authority"


class Value:
    """One kind of answer. A refusal is an `InvalidError` that names the fact."""

    kind: ClassVar[Kind]

    def value(self, fact: str, given: object) -> object:
        """The value of an answer to `fact`."""
        raise NotImplementedError

    def text(self, value: object) -> str:
        """The value as text, from which `value` makes it again."""
        return str(value)


@frozen
class OneOf(Value):
    """One of a closed set."""

    options: type[Choice]

    kind = Kind.ONE

    def value(self, fact: str, given: object) -> Choice:
        """The member, for itself or for its text."""
        for option in self.options:
            if option == given:
                return option
        raise InvalidError(fact, given, f"one of: {', '.join(self.options)}")


@frozen
class SomeOf(Value):
    """Any number of a closed set, in the order of the set; as text, with commas between, or `none`."""

    options: type[Choice]

    kind = Kind.SEVERAL

    def value(self, fact: str, given: object) -> tuple[Choice, ...]:
        """The members, for themselves or for their text."""
        named = [part.strip() for part in given.split(",")] if isinstance(given, str) else given
        chosen = list(named) if isinstance(named, list | tuple | set | frozenset) else [named]
        if chosen in ([""], [_NONE]):
            return ()
        if any(item not in [*self.options] for item in chosen):
            raise InvalidError(
                fact, given, f"any of: {', '.join(self.options)} (with commas between), or {_NONE}"
            )
        return tuple(option for option in self.options if option in chosen)

    def text(self, value: object) -> str:
        """The members with commas between."""
        return ",".join(value) if isinstance(value, tuple) and value else _NONE


@frozen
class Day(Value):
    """A day, or that nobody knows it; the day of today is known to somebody."""

    may_be_unknown: bool = True

    kind = Kind.DAY

    def value(self, fact: str, given: object) -> object:
        """The day, for itself or for text like 2026-12-18."""
        if self.may_be_unknown and given == Sure.NOT_SURE:
            return Sure.NOT_SURE
        if isinstance(given, date) and not isinstance(given, datetime):
            return given
        try:
            return date.fromisoformat(given)  # type: ignore[arg-type]  # anything may be given
        except (TypeError, ValueError):
            unknown = f", or {Sure.NOT_SURE}" if self.may_be_unknown else ""
            raise InvalidError(fact, given, f"a day like 2026-12-18{unknown}") from None


@frozen
class Instant(Value):
    """A date and time with a zone, kept in UTC, or that nobody knows it."""

    kind = Kind.INSTANT

    def value(self, fact: str, given: object) -> object:
        """The instant, for itself or for text like 2026-12-18T09:30+00:00."""
        if given == Sure.NOT_SURE:
            return Sure.NOT_SURE
        try:
            at = given if isinstance(given, datetime) else datetime.fromisoformat(given)  # type: ignore[arg-type]  # as above
        except (TypeError, ValueError):
            at = None
        if at is None or at.utcoffset() is None:
            raise InvalidError(
                fact, given, f"a date and time with a zone, like 2026-12-18T09:30+00:00, or {Sure.NOT_SURE}"
            )
        return in_utc(at)

    def text(self, value: object) -> str:
        """The instant with its zone."""
        return value.isoformat() if isinstance(value, datetime) else str(value)


@frozen
class Authority(Value):
    """The id of a body in `authorities.toml`."""

    kind = Kind.AUTHORITY

    def value(self, fact: str, given: object) -> str:
        """The id."""
        if not isinstance(given, str) or given not in AUTHORITIES:
            raise InvalidError(fact, given, f"the id of a body: {', '.join(AUTHORITIES)}")
        return given
