"""A data file is read strictly: every key asked for, none left over, each of its type."""

from datetime import date, time
from pathlib import Path

import pytest

from joic_policy import DataFileError, Days, Hours, Seconds, Weeks, WorkingDays
from joic_policy._fields import Choice
from joic_policy._table import Table

FILE = """
name = "tea"
names = ["a", "b"]
hot = true
cups = 3
on = 2026-12-25
at = 16:00:00
kind = "green"
kinds = ["green", "black"]
[pot]
size = 2
[[guests]]
name = "Ann"
[[guests]]
name = "Bea"
"""


class Kind(Choice):
    """A closed set."""

    GREEN = "green"
    BLACK = "black"


def table(text: str = FILE) -> Table:
    """The top table of a text."""
    return Table.parsed(text, "tea.toml")


def test_reads_each_key_once_and_is_done() -> None:
    """Every type there is; what was read is gone."""
    top = table()

    assert "name" in top
    assert (top.text("name"), top.texts("names"), top.flag("hot"), top.number("cups")) == (
        "tea", ("a", "b"), True, 3,
    )  # fmt: skip
    assert (top.day("on"), top.clock("at")) == (date(2026, 12, 25), time(16))
    assert (top.one_of("kind", Kind), top.some_of("kinds", Kind)) == (Kind.GREEN, (Kind.GREEN, Kind.BLACK))
    assert top.keys() == ("pot", "guests")
    assert top.table("pot").number("size") == 2
    assert [(guest.path, guest.name, guest.text("name")) for guest in top.tables("guests")] == [
        ("guests[0]", "guests[0]", "Ann"), ("guests[1]", "guests[1]", "Bea"),
    ]  # fmt: skip
    top.done()
    assert "name" not in top


def test_what_may_be_absent_has_its_default() -> None:
    """Text only where one is named."""
    empty = table("")

    assert empty.text("name", "none") == "none"
    assert (empty.texts("names"), empty.tables("guests"), empty.some_of("kinds", Kind)) == ((), (), ())
    assert (empty.flag("hot"), empty.flag("hot", default=True), empty.maybe_day("on")) == (False, True, None)
    assert table().maybe_day("on") == date(2026, 12, 25)
    empty.done()


@pytest.mark.parametrize(
    ("method", "arguments", "value"),
    [
        ("text", (), "3"), ("text", (), '" "'), ("texts", (), '"a"'), ("texts", (), '["a", 1]'),
        ("texts", (), '[""]'),
        ("number", (), "0"), ("number", (), "true"), ("number", (), "3.0"), ("number", (), '"3"'),
        ("flag", (), "1"), ("flag", (), '"true"'),
        ("day", (), '"2026-12-25"'), ("day", (), "2026-12-25T00:00:00Z"), ("day", (), "2026-12-25T00:00:00"),
        ("maybe_day", (), "1"), ("clock", (), '"16:00"'), ("clock", (), "2026-12-25"),
        ("one_of", (Kind,), '"red"'), ("one_of", (Kind,), "1"), ("one_of", (Kind,), '["green"]'),
        ("some_of", (Kind,), '["red"]'), ("some_of", (Kind,), '"green"'),
        ("table", (), "1"), ("table", (), "[]"), ("tables", (), "{}"), ("tables", (), "[1]"),
    ],
)  # fmt: skip
def test_another_type_is_refused(method: str, arguments: tuple[type[Choice], ...], value: str) -> None:
    """With the file, the path and what stands there."""
    pot = table(f"[pot]\nkey = {value}").table("pot")

    with pytest.raises(DataFileError, match=r"^tea\.toml: pot\.key(\[0\])?: given ") as caught:
        getattr(pot, method)("key", *arguments)
    assert caught.value.file == "tea.toml"


@pytest.mark.parametrize("method", ["text", "number", "day", "clock", "table"])
def test_what_is_missing_is_refused(method: str) -> None:
    """Saying what was wanted there."""
    with pytest.raises(DataFileError, match=r"tea\.toml: key: given None, expected .* \(nothing is there\)"):
        getattr(table(), method)("key")
    with pytest.raises(DataFileError, match=r"one of: green, black \(nothing is there\)"):
        table().one_of("key", Kind)


def test_what_nobody_asked_for_is_refused() -> None:
    """By its path, however deep."""
    with pytest.raises(DataFileError, match=r"tea\.toml: name: given 'tea', expected no such key here"):
        table().done()
    with pytest.raises(DataFileError, match=r"guests\[0\]\.name"):
        table().tables("guests")[0].done()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("working_days = 3", WorkingDays(3)), ("days = 14", Days(14)), ("weeks = 4", Weeks(4)),
        ("hours = 72", Hours(72)), ("seconds = 20", Seconds(20)),
    ],
)  # fmt: skip
def test_a_length_of_time_has_its_unit_for_a_key(written: str, expected: object) -> None:
    """One unit, a whole number of it."""
    assert table(written).duration() == expected


@pytest.mark.parametrize("written", ["", "months = 1", "days = 14\nweeks = 2"])
def test_a_length_of_time_has_exactly_one_unit(written: str) -> None:
    """None, an unknown one or two are refused."""
    with pytest.raises(DataFileError, match=r"\(unit\): given \[.*\], expected exactly one of: working_days"):
        table(written).duration()


def test_so_many_texts_as_are_needed() -> None:
    """A list that has to hold something may not be left out."""
    assert table().texts("names", at_least=2) == ("a", "b")
    for key, least in (("names", 3), ("absent", 1)):
        with pytest.raises(DataFileError, match=f"{key}: given .*, expected at least {least} of them"):
            table().texts(key, at_least=least)


def test_iterating_gives_every_table_left() -> None:
    """And refuses what is none."""
    top = table("[a]\n[b]\n[c]")
    top.table("b")

    assert [each.path for each in top] == ["a", "c"]
    with pytest.raises(DataFileError, match="name: given 'tea', expected a table"):
        list(table())


def test_reads_the_file_beside_the_code(tmp_path: Path) -> None:
    """In UTF-8, and as TOML; anything else is refused whole."""
    code = str(tmp_path / "module.py")
    (tmp_path / "tea.toml").write_text('name = "thé"', encoding="utf-8")
    (tmp_path / "old.toml").write_text('name = "thé"', encoding="latin-1")
    (tmp_path / "bad.toml").write_text("name = tea", encoding="utf-8")

    assert Table.beside(code, "tea.toml").text("name") == "thé"
    with pytest.raises(DataFileError, match=r"old\.toml: \(the whole file\): .*, expected UTF-8"):
        Table.beside(code, "old.toml")
    with pytest.raises(DataFileError, match=r"bad\.toml: \(the whole file\): .*, expected TOML"):
        Table.beside(code, "bad.toml")
