"""Reads a data file strictly: what is missing, unknown or of another type is refused, with its path.

Not cattrs, which reads and writes all that people send, nor pathlib: their imports take longer than a
first deadline may (tests/benchmarks). A reader that asks for each key by name can say what it wanted there.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from os.path import dirname, join
from typing import Any, Self, TypeVar

from joic_policy._fields import Choice
from joic_policy.errors import DataFileError
from joic_policy.units import Days, Duration, Hours, Seconds, Weeks, WorkingDays

__all__ = ["Table"]

_Choice = TypeVar("_Choice", bound=Choice)
_MISSING = object()


class Table:
    """One table of a TOML file. Each read takes a key away; `done` refuses what nobody asked for."""

    def __init__(self, file: str, content: Mapping[str, Any], path: str = "") -> None:
        self.file = file
        self.path = path
        self._left = dict(content)

    @classmethod
    def beside(cls, code: str, file: str) -> Self:
        """The file that lies beside `code`, which is some module's `__file__`.

        Raises:
            DataFileError: It is no TOML, which is always written in UTF-8.
        """
        with open(join(dirname(code), file), encoding="utf-8") as text:  # noqa: PTH118, PTH120, PTH123  # as above
            try:
                return cls.parsed(text.read(), file)
            except UnicodeDecodeError as error:
                raise DataFileError(file, "(the whole file)", str(error), "UTF-8") from None

    @classmethod
    def parsed(cls, text: str, file: str) -> Self:
        """The top table of `text`; `file` is the name that refusals give."""
        try:
            return cls(file, tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            raise DataFileError(file, "(the whole file)", str(error), "TOML") from None

    def refusal(self, key: str, given: object, expected: str) -> DataFileError:
        """The error for one key of this table, for the caller to raise."""
        return DataFileError(self.file, f"{self.path}.{key}" if self.path else key, given, expected)

    @property
    def name(self) -> str:
        """The last part of the path: the key under which this table stands."""
        return self.path.rpartition(".")[2]

    def keys(self) -> tuple[str, ...]:
        """The keys that are left, in the order written."""
        return tuple(self._left)

    def __contains__(self, key: str) -> bool:
        return key in self._left

    def text(self, key: str, default: str | None = None) -> str:
        """Text that is not blank; absent text is `default` where there is one."""
        if default is not None and key not in self._left:
            return default
        value = self._take(key, "text")
        if not isinstance(value, str) or not value.strip():
            raise self.refusal(key, value, "text that is not blank")
        return value

    def texts(self, key: str, *, at_least: int = 0) -> tuple[str, ...]:
        """A list of texts, empty when absent; `at_least` says how many there must be."""
        value = self._left.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.refusal(key, value, "a list of texts, none blank")
        if len(value) < at_least:
            raise self.refusal(key, value, f"at least {at_least} of them")
        return tuple(value)

    def duration(self) -> Duration:
        """The one length of time in this table; its unit is its key."""
        units = {unit.unit.replace(" ", "_"): unit for unit in (WorkingDays, Weeks, Days, Hours, Seconds)}
        written = [key for key in units if key in self._left]
        if len(written) != 1:
            raise self.refusal("(unit)", written, f"exactly one of: {', '.join(units)}")
        return units[written[0]](self.number(written[0]))

    def number(self, key: str) -> int:
        """A whole number of at least 1."""
        value = self._take(key, "a whole number")
        if type(value) is not int or value < 1:
            raise self.refusal(key, value, "a whole number of at least 1")
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false; `default` when absent."""
        value = self._left.pop(key, default)
        if not isinstance(value, bool):
            raise self.refusal(key, value, "true or false")
        return value

    def day(self, key: str) -> date:
        """A day, written without quotes: 2026-12-25."""
        value = self._take(key, "a day")
        if isinstance(value, datetime) or not isinstance(value, date):
            raise self.refusal(key, value, "a day like 2026-12-25, without quotes")
        return value

    def maybe_day(self, key: str) -> date | None:
        """As `day`, or nothing when absent."""
        return self.day(key) if key in self._left else None

    def clock(self, key: str) -> time:
        """A time of day, written without quotes: 08:45:00."""
        value = self._take(key, "a time of day")
        if not isinstance(value, time):
            raise self.refusal(key, value, "a time of day like 08:45:00, without quotes")
        return value

    def one_of(self, key: str, options: type[_Choice]) -> _Choice:
        """One of a closed set."""
        value = self._take(key, f"one of: {', '.join(options)}")
        try:
            return options(value)
        except ValueError:
            raise self.refusal(key, value, f"one of: {', '.join(options)}") from None

    def some_of(self, key: str, options: type[_Choice]) -> tuple[_Choice, ...]:
        """A list from a closed set, empty when absent."""
        values = self.texts(key)
        try:
            return tuple(map(options, values))
        except ValueError:
            raise self.refusal(key, list(values), f"some of: {', '.join(options)}") from None

    def table(self, key: str) -> "Table":
        """The table under `key`."""
        return self._sub(self._take(key, "a table"), key)

    def tables(self, key: str) -> tuple["Table", ...]:
        """The list of tables under `key`, empty when absent."""
        value = self._left.pop(key, [])
        if not isinstance(value, list):
            raise self.refusal(key, value, "a list of tables")
        return tuple(self._sub(item, f"{key}[{position}]") for position, item in enumerate(value))

    def __iter__(self) -> Iterator["Table"]:
        """Every table that is left, in the order written."""
        for key in self.keys():
            yield self.table(key)

    def done(self) -> None:
        """Refuse whatever has not been read.

        Raises:
            DataFileError: A key is unknown here.
        """
        for key, value in self._left.items():
            raise self.refusal(key, value, "no such key here")

    def _take(self, key: str, expected: str) -> Any:
        value = self._left.pop(key, _MISSING)
        if value is _MISSING:
            raise self.refusal(key, None, f"{expected} (nothing is there)")
        return value

    def _sub(self, value: object, key: str) -> "Table":
        if not isinstance(value, dict):
            raise self.refusal(key, value, "a table")
        return Table(self.file, value, f"{self.path}.{key}" if self.path else key)
