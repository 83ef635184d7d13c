"""Tables as CSV, safe to open with a spreadsheet: what is text there stays text, and comes back as it was."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from attrs import field, frozen

from joic_policy import InvalidError

__all__ = ["Row", "Sheet", "column", "sheet_from", "sheet_lines"]

_MOST_BYTES = 10_000_000
_MOST_ROWS = 100_000
_LONGEST_CELL = 2_000_000
_SAMPLE = 5_000

#: What a spreadsheet takes for a formula, in the width of any script; the apostrophes that were there before.
_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


@frozen(kw_only=True)
class Row:
    """The cells of one row by their column; `line` is where it begins in the file."""

    line: int
    cells: dict[str, str] = field(repr=False)


@frozen(kw_only=True)
class Sheet:
    """What a file holds, its headings as they stand there; a row's cells are named by `column`."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...] = field(repr=False)


def column(heading: str) -> str:
    """A heading without case, and with one space between its words: "Received_On " is "received on"."""
    return " ".join(heading.replace("_", " ").casefold().split())


def sheet_lines(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """The lines of a file that spreadsheets open as UTF-8; nothing in it is taken for a formula."""
    yield codecs.BOM_UTF8
    for row in chain([headings], rows):
        line = io.StringIO()
        csv.writer(line, quoting=csv.QUOTE_ALL).writerow(map(_safe, row))
        yield line.getvalue().encode("utf-8", "replace")


def sheet_from(data: bytes, *, file: str) -> Sheet:
    """What a file holds, whatever program wrote it: separated by commas, semicolons or tabs.

    Raises:
        InvalidError: It is no such table, or too large; `field` is the name of the file.
    """
    if len(data) > _MOST_BYTES:
        expected = f"at most {_MOST_BYTES // 1_000_000} MB; part it in several files"
        raise InvalidError(file, f"{len(data) // 1_000_000} MB", expected)
    text = _text(data)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        return _read(reader, file)
    except csv.Error as error:
        raise InvalidError(file, f"line {reader.line_num}: {error}", "a table as CSV") from None


def _safe(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _as_it_was(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _text(data: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")  # as spreadsheets in Western Europe write it


def _delimiter(text: str) -> str:
    """What stands most often in the first line that says anything."""
    first = next((line for line in text[:_SAMPLE].splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)


def _read(reader: "Iterator[list[str]]", file: str) -> Sheet:
    line = 1
    headings: tuple[str, ...] = ()
    rows: list[Row] = []
    for written in reader:
        cells = [*map(_as_it_was, written)]
        here, line = line, reader.line_num + 1  # type: ignore[attr-defined]  # what `csv.reader` gives has no public class
        if not any(cell.strip() for cell in cells):
            continue
        if not headings:
            headings = _headings(cells, file)
            continue
        if len(rows) == _MOST_ROWS:
            raise InvalidError(file, f"more than {_MOST_ROWS} rows", "fewer; part it in several files")
        if len(cells) > len(headings) and any(cells[len(headings) :]):
            raise InvalidError(
                f"{file}, line {here}",
                f"{len(cells)} cells",
                f"as many as there are headings, {len(headings)}",
            )
        named = zip(map(column, headings), cells, strict=False)
        rows.append(Row(line=here, cells=dict(named)))
    if not headings:
        raise InvalidError(file, None, "a first row with the names of the columns")
    return Sheet(headings=headings, rows=tuple(rows))


def _headings(cells: list[str], file: str) -> tuple[str, ...]:
    headings = tuple(cell.strip() for cell in cells)
    while headings and not headings[-1]:
        headings = headings[:-1]
    names = [column(heading) for heading in headings if heading]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise InvalidError(file, f"the column {twice!r} twice", "each column once")
    return headings
