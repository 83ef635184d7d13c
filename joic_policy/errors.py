"""What can be wrong. Every error is a `PolicyError` and a standard kind, and carries the facts it names."""

__all__ = [
    "DataFileError",
    "HistoryError",
    "InvalidError",
    "OutsideCalendarError",
    "PolicyError",
    "UnknownClauseError",
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
        return f"{self.field}: given {self.given!r}, expected {self.expected}"


class DataFileError(PolicyError, ValueError):
    """A data file was refused: which file, where in it, what stands there, what was expected."""

    def __init__(self, file: str, path: str, given: object, expected: str) -> None:
        super().__init__(file, path, given, expected)
        self.file = file
        self.path = path
        self.given = given
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.file}: {self.path}: given {self.given!r}, expected {self.expected}"


class HistoryError(PolicyError, ValueError):
    """The events cannot have happened as told; `event` is the one that does not fit."""

    def __init__(self, event: object, why: str) -> None:
        super().__init__(event, why)
        self.event = event
        self.why = why

    def __str__(self) -> str:
        return f"{type(self.event).__name__}: {self.why}"


class OutsideCalendarError(PolicyError, ValueError):
    """A day lies outside the span of years that the calendar knows."""


class UnknownClauseError(PolicyError, KeyError):
    """No clause has this id."""

    def __str__(self) -> str:
        return f"no clause has the id {self.args[0]!r}; ids look like 'WRI-10'"
