"""The telephone system's log of calls, as calls that can be taken into the register or left."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from attrs import field, frozen

from app.documents.clock_times import instants_told
from app.documents.sheets import Row, Sheet, column
from joic_policy import Channel, Customer, InvalidError, Received
from joic_policy.units import day_in_jersey

__all__ = ["Call", "Fault", "Part", "calls", "columns_guessed"]


class Part(StrEnum):
    """What a column of the log can tell."""

    RANG_AT = "rang_at"
    RANG_TIME = "rang_time"
    ANSWERED_AT = "answered_at"
    ENDED_AT = "ended_at"
    WAITED = "waited"
    NUMBER = "number"
    EXTENSION = "extension"
    ABANDONED = "abandoned"


@frozen(kw_only=True)
class Call:
    """One row as the contact that it would begin; the same row read again is the same one.

    `twice` says that Jersey's clocks showed this time twice that night, and nothing tells which it was: the
    first is taken.
    """

    line: int
    received: Received
    extension: str = ""
    twice: bool = False


@frozen(kw_only=True)
class Fault:
    """What is wrong in a row: in which column, what was given, what was expected."""

    line: int
    column: str
    given: str = field(repr=False)
    expected: str


def columns_guessed(sheet: Sheet) -> Mapping[Part, str]:
    """Which heading tells what, as far as its name says; each heading tells one thing."""
    left = {column(heading): heading for heading in sheet.headings}
    names = _data()["columns"]
    found = {part: next((name for name in names[part] if name in left), None) for part in Part}
    return {part: left[name] for part, name in found.items() if name}


def calls(sheet: Sheet, columns: Mapping[Part, str], *, owners: Mapping[str, str]) -> Iterator[Call | Fault]:
    """Each row as a call, or what is wrong with it. `owners` says whose extension is whose.

    Raises:
        InvalidError: No column tells when it rang.
    """
    if not columns.get(Part.RANG_AT):
        raise InvalidError(Part.RANG_AT, None, "the column that tells when the call rang")
    before: Counter[str] = Counter()
    for row in sheet.rows:
        cells = {part: row.cells.get(column(heading), "").strip() for part, heading in columns.items()}
        try:
            yield _call(row, cells, owners, before)
        except InvalidError as error:
            heading = next((columns[part] for part in columns if part == error.field), error.field)
            yield Fault(line=row.line, column=heading, given=str(error.given or ""), expected=error.expected)


_EXPECTED = "a day and a time like 2026-11-24 09:31:05 or 24/11/2026 09:31, that Jersey's clocks showed"
_LENGTH = re.compile(r"(?:(?:(\d+):)?(\d+):)?(\d+)(?:[.,]\d+)?\s*(?:s|sec|seconds)?", re.IGNORECASE)
_LONGEST = timedelta(hours=6)  # nobody waits longer: a column was taken for another
_DAY = timedelta(days=1)
_DIGITS = 6
_ANY_DAY = date(2026, 1, 5)  # on which the clocks show every time once
_NAMESPACE = uuid5(NAMESPACE_URL, "joic_policy/call_log")

_Instants = tuple[datetime, ...]
_Cells = Mapping[Part, str]


def _call(row: Row, cells: _Cells, owners: Mapping[str, str], before: "Counter[str]") -> Call:
    told = " ".join(filter(None, (cells[Part.RANG_AT], cells.get(Part.RANG_TIME))))
    rang = instants_told(told)
    if not rang:
        raise InvalidError(Part.RANG_AT, told, _EXPECTED)
    answered = _is_answered(cells)
    rang_at, waited, twice = _waited(cells, rang, answered=answered)
    ended_at = None if waited is None else rang_at + waited
    number, extension = cells.get(Part.NUMBER, ""), cells.get(Part.EXTENSION, "")
    name = f"{rang_at.isoformat()}|{number}|{extension}"
    before[name] += 1  # of two rows alike, which it is
    received = Received(
        id=uuid5(_NAMESPACE, f"{name}|{before[name]}"),
        channel=Channel.TELEPHONE,
        customer=Customer(telephone=number),
        owner=owners.get(extension, ""),
        received_on=day_in_jersey(rang_at),
        received_at=rang_at,
        rang_at=rang_at,
        answered_at=ended_at if answered else None,
        abandoned_at=(ended_at or rang_at) if answered is False else None,
    )
    return Call(line=row.line, received=received, extension=extension, twice=twice)


def _is_answered(cells: _Cells) -> bool | None:
    """Whether somebody answered; None where the log does not tell."""
    words, gave_up = _data()["words"], cells.get(Part.ABANDONED, "")
    answered = cells.get(Part.ANSWERED_AT)
    word = column(gave_up)
    if word in {*words["yes"], *words["given_up"]} or instants_told(gave_up, on=_ANY_DAY):
        return False
    if word in {*words["no"], *words["taken"]}:
        return True
    if gave_up:
        known = ", ".join(each for some in words.values() for each in some)
        raise InvalidError(Part.ABANDONED, gave_up, f"a time, or one of: {known}")
    if answered is None:
        return True if cells.get(Part.WAITED) else None
    return column(answered) not in {"", *words["no"], *words["given_up"]}


def _waited(
    cells: _Cells, rang: _Instants, *, answered: bool | None
) -> tuple[datetime, timedelta | None, bool]:
    """When it rang, how long it did, and whether it could as well have been the other of two hours."""
    parts = (Part.ANSWERED_AT,) if answered else (Part.ABANDONED, Part.ENDED_AT)
    length = _length(cells.get(Part.WAITED, ""))
    if answered is None or (length is None and not any(_tells(cells, part) for part in parts)):
        return rang[0], None, len(rang) > 1
    if length is not None:
        return rang[0], length, len(rang) > 1
    part = next(part for part in parts if _tells(cells, part))
    told, on = cells[part], day_in_jersey(rang[0])
    waits = _waits(rang, instants_told(told, on=on)) or _waits(rang, instants_told(told, on=on + _DAY))
    if not waits or waits[0][0] > _LONGEST:
        hours = _LONGEST // timedelta(hours=1)
        raise InvalidError(part, told, f"a time not before it rang, and at most {hours} hours after")
    shortest, rang_at = waits[0]
    return rang_at, shortest, [wait for wait, _ in waits].count(shortest) > 1


def _tells(cells: _Cells, part: Part) -> bool:
    """Whether a cell holds a time."""
    told = cells.get(part, "")
    if not instants_told(told, on=_ANY_DAY):
        if told and part is Part.ENDED_AT:
            raise InvalidError(part, told, _EXPECTED)
        return False
    return True


def _waits(rang: _Instants, ended: _Instants) -> list[tuple[timedelta, datetime]]:
    """How long it can have rung, the shortest first, and from when."""
    return sorted((end - start, start) for start in rang for end in ended if end >= start)


def _length(told: str) -> timedelta | None:
    if not told:
        return None
    found = _LENGTH.fullmatch(told)
    hours, minutes, seconds = (
        (int((part or "0")[:_DIGITS]) for part in found.groups()) if found else (0, 0, -1)
    )
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if not timedelta() <= length <= _LONGEST:
        raise InvalidError(Part.WAITED, told, "how long it rang, like 12 (seconds) or 00:12")
    return length


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
