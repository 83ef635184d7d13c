"""Tables as CSV: written for a spreadsheet, read from any."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.documents.sheets import column, sheet_from, sheet_lines
from joic_policy import InvalidError

HOSTILE = st.text(
    st.sampled_from("=+-@'\t\r\n,;\"a é\uff1d\x00\u202e") | st.characters(codec="utf-8"), max_size=20
)


def said(row: list[str]) -> bool:
    """Whether a row says anything; an empty one is none."""
    return any(cell.strip() for cell in row)


@given(st.lists(st.lists(HOSTILE, min_size=2, max_size=2), max_size=5))
@example([["", "\n"]])
@example([["=1+1", "'=1"], ["\r", "+44 1534"], ["''@x", "'quoted'"]])
def test_what_is_written_is_read_as_it_was(rows: list[list[str]]) -> None:
    """Whatever it is, and on whatever line: nothing is lost, changed or taken for a formula."""
    file = b"".join(sheet_lines(["one", "two"], rows))
    read = sheet_from(file, file="any.csv")

    assert read.headings == ("one", "two")
    assert [[row.cells["one"], row.cells["two"]] for row in read.rows] == list(filter(said, rows))
    cells = [cell for row in csv.reader(io.StringIO(file.decode("utf-8-sig"), newline="")) for cell in row]
    assert not [cell for cell in cells if cell and cell[0] in "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"]


@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_a_table_or_refused_by_name(data: bytes) -> None:
    """Nothing else happens, whatever they are."""
    try:
        told = sheet_from(data, file="any.csv").headings
    except InvalidError as error:
        told = (error.field,) if error.field.startswith("any.csv") else ()
    assert told


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_whatever_program_wrote_it(encoding: str, delimiter: str) -> None:
    """Blank lines are none, a heading has no case, and each row knows its line."""
    lines = [
        "",
        "Received_On Name".replace(" ", delimiter),
        "",
        f'2026-11-24{delimiter}"Zoë\nLe Sueur"',
        f"x{delimiter}y",
    ]
    read = sheet_from("\r\n".join(lines).encode(encoding), file="any.csv")

    assert [(row.line, row.cells) for row in read.rows] == [
        (4, {"received on": "2026-11-24", "name": "Zoë\nLe Sueur"}),
        (6, {"received on": "x", "name": "y"}),
    ]
    assert column(" Received_on") == "received on"


@pytest.mark.parametrize(
    ("data", "field", "expected"),
    [
        (b"", "any.csv", "names of the columns"),
        (b" , ,\r\n", "any.csv", "names of the columns"),
        (b"a,A\r\n1,2", "any.csv", "each column once"),
        (b"a,b\r\n1,2,3", "any.csv, line 2", "as many as there are headings, 2"),
        (b"a\r\n" * 100_002, "any.csv", "part it"),
        (b"a" * 10_000_001, "any.csv", "at most 10 MB"),
        (b'a\r\n"' + b"x" * 2_000_001, "any.csv", "a table as CSV"),
    ],
)
def test_what_is_no_table_is_said(data: bytes, field: str, expected: str) -> None:
    """With the name of the file, and the line where there is one."""
    with pytest.raises(InvalidError, match=expected) as refused:
        sheet_from(data, file="any.csv")

    assert refused.value.field == field
