"""What can be wrong. Every error is a `PolicyError` and a standard kind, and carries the facts it names."""

from datetime import date

__all__ = [
    "ConflictOfInterestError",
    "DataFileError",
    "HistoryError",
    "InvalidError",
    "NotPermittedError",
    "OutsideCalendarError",
    "PolicyError",
    "RegisterError",
    "StaleVersionError",
    "StandsInTheWayError",
    "UnknownClauseError",
    "UnknownContactError",
]


class PolicyError(Exception):
    """The root of every error that this library raises on purpose."""


class InvalidError(PolicyError, ValueError):
    """A value was refused: which field, what was given, what was expected."""

    def __init__(self, field: str, given: object, expected: str) -> None:
        super().__init__(field, given, expected)
        self.field = field
        self.given = given
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.field}: given {_shown(self.given)}, expected {self.expected}"


class DataFileError(PolicyError, ValueError):
    """A data file was refused: which file, where in it, what stands there, what was expected."""

    def __init__(self, file: str, path: str, given: object, expected: str) -> None:
        super().__init__(file, path, given, expected)
        self.file = file
        self.path = path
        self.given = given
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.file}: {self.path}: given {_shown(self.given)}, expected {self.expected}"


class HistoryError(PolicyError, ValueError):
    """The events cannot have happened as told; `event` is the one that does not fit."""

    def __init__(self, event: object, why: str) -> None:
        super().__init__(event, why)
        self.event = event
        self.why = why

    def __str__(self) -> str:
        return f"{type(self.event).__name__}: {self.why}"


class OutsideCalendarError(PolicyError, ValueError):
    """A day lies outside what the calendar knows, from `first` to `last`: `day`, or a `period` after it.

    `day` is text in ISO 8601 where it comes from an array: no date may be that late.
    """

    def __init__(self, day: date | str, first: date, last: date, period: str = "") -> None:
        super().__init__(day, first, last, period)
        self.day = day
        self.first = first
        self.last = last
        self.period = period

    def __str__(self) -> str:
        what = f"{self.period} after {self.day}" if self.period else self.day
        return f"{what} is outside the calendar, which runs from {self.first} to {self.last}"


class UnknownClauseError(PolicyError, KeyError):
    """No clause has this id."""

    def __str__(self) -> str:
        return f"no clause has the id {self.args[0]!r}; ids look like 'WRI-10'"


class UnknownContactError(PolicyError, LookupError):
    """The register holds no contact with this id."""

    def __str__(self) -> str:
        return f"the register holds no contact {self.args[0]}"


class StaleVersionError(PolicyError, RuntimeError):
    """Somebody else was first: the contact has gone on since it was read. Nothing was recorded.

    `since` holds what was recorded after the version expected, for the person to see.
    """

    def __init__(self, expecting: int, version: int, since: tuple[object, ...]) -> None:
        super().__init__(expecting, version, since)
        self.expecting = expecting
        self.version = version
        self.since = since

    def __str__(self) -> str:
        return f"expecting version {self.expecting}, but the contact is at version {self.version}"


class NotPermittedError(PolicyError, PermissionError):
    """Nobody with these roles may do this."""

    def __init__(self, actor: str, act: str) -> None:
        super().__init__(actor, act)
        self.actor = actor
        self.act = act

    def __str__(self) -> str:
        return f"{self.act}: {self.actor or 'nobody'} has no role that may do it"


class ConflictOfInterestError(NotPermittedError):
    """Whoever has a conflict of interest in a contact leaves it to somebody else (PRI-3)."""

    def __str__(self) -> str:
        return f"{self.actor} has a conflict of interest in this contact, so a colleague deals with it"


class StandsInTheWayError(PolicyError, ValueError):
    """It cannot be done yet; `reasons` are the titles of what has to be done first."""

    def __init__(self, act: str, reasons: tuple[str, ...]) -> None:
        super().__init__(act, reasons)
        self.act = act
        self.reasons = reasons

    def __str__(self) -> str:
        return f"{self.act}: first {'; '.join(self.reasons)}"


class RegisterError(PolicyError, OSError):
    """The register could not be read or written. Nothing was half written; it can be tried again."""


def _shown(given: object) -> str:
    """A day or an instant as people write it; anything else as Python does."""
    return given.isoformat() if isinstance(given, date) else repr(given)
