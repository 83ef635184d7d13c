"""A copy is made while the register is in use, and put back; where it cannot be, nothing is half made."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

from app.store import StoredRegister
from tests.postgres import SERVER, needs_postgresql
from tests.store.made import TREE, begun, of_form, told

NO_REGISTER = "no database at all, though long enough to be looked at " * 90


def test_a_copy_is_made_while_in_use_and_restored(url: str, register: StoredRegister, tmp_path: Path) -> None:
    """One command each; the copy holds what was there, and no register is overwritten."""
    begun(url)
    copy = tmp_path / "copy"

    made = told("--url", url, "backup", str(copy))
    begun(url, 1)

    assert made[0] == 0, made
    assert told("--url", url, "backup", str(copy))[0] == 2
    assert told("--url", url, "restore", str(copy))[0] == 2
    assert len(register.found(("zoe",))) == 4
    if url.startswith("sqlite"):
        back = f"sqlite:///{tmp_path / 'back.sqlite'}"
        assert told("--url", back, "restore", str(copy))[1] == made[1]


@pytest.mark.parametrize("begun_as", [None, b""])
def test_a_copy_that_is_not_there_is_refused(tmp_path: Path, sqlite_url: str, begun_as: bytes | None) -> None:
    """A file that is missing, or empty, is no register, and does not become one."""
    typo = tmp_path / "typo.sqlite"
    if begun_as is not None:
        typo.write_bytes(begun_as)

    assert told("--url", sqlite_url, "restore", str(typo)) == (2, "", f"there is no register at {typo}\n")
    assert told("--url", f"sqlite:///{typo}", "verify") == (2, "", f"there is no register at {typo}\n")
    assert told("--url", f"sqlite:///{typo}", "backup", str(tmp_path / "copy"))[0] == 2
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == (
        {} if begun_as is None else {typo.name: begun_as}
    )


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_folder_that_is_not_there_is_said_so(url: str, tmp_path: Path, command: str) -> None:
    """In one line, and no folder is made."""
    begun(url, 1)
    copy, place = tmp_path / "copy", tmp_path / "no" / "such"
    told("--url", url, "backup", str(copy))
    if command == "backup":
        shown = told("--url", url, "backup", str(place / "copy"))
    else:
        shown = told("--url", f"sqlite:///{place / 'register.sqlite'}", "restore", str(copy))

    assert shown == (2, "", f"there is no folder {place}: make it first\n")
    assert not place.parent.exists()


@pytest.mark.parametrize("what", ["text", "folder", "torn", "missing"])
def test_a_copy_that_is_none_is_said_so(url: str, sqlite_url: str, tmp_path: Path, what: str) -> None:
    """Whatever is given in place of a copy, one line says that it is none, and nothing is put in place."""
    copy, before = tmp_path / "copy", tmp_path / "before"
    match what:
        case "text":
            copy.write_text(NO_REGISTER)
        case "folder":
            copy.mkdir()
        case "torn":
            begun(f"sqlite:///{before}", 30)
            copy.write_bytes(before.read_bytes()[:30_000])
            before.unlink()
    there = sorted(tmp_path.iterdir())

    code, shown, errors = told("--url", url, "restore", str(copy))

    assert (code, shown, errors.count("\n")) == (2, "", 1), errors
    assert "Traceback" not in errors
    assert sorted(tmp_path.iterdir()) == there
    if url != sqlite_url:
        assert told("--url", url, "verify")[0] == 2


def test_a_damaged_register_is_not_copied(sqlite_url: str, tmp_path: Path) -> None:
    """One that cannot be read leaves no copy behind that looks like one."""
    (tmp_path / "register.sqlite").write_text(NO_REGISTER)

    code, shown, errors = told("--url", sqlite_url, "backup", str(tmp_path / "copy"))

    assert (code, shown, errors.count("\n")) == (2, "", 1)
    assert "no register, or it is damaged" in errors
    assert [each.name for each in tmp_path.iterdir()] == ["register.sqlite"]


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_copy_that_does_not_fit_is_not_left_by_half(sqlite_url: str, tmp_path: Path, command: str) -> None:
    """Half a copy would be taken for one; the system allows the program only a small file."""
    begun(sqlite_url)
    place = tmp_path / "place"
    place.mkdir()
    url, copy = sqlite_url, place / "copy"
    if command == "restore":
        url, copy = f"sqlite:///{place / 'register.sqlite'}", tmp_path / "register.sqlite"
    program = (
        "import resource, sys; from app.store.__main__ import main; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)); sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(  # noqa: S603 (this Python)
        [sys.executable, "-c", program, "--url", url, command, str(copy)],
        cwd=TREE,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
    assert list(place.iterdir()) == []


def test_an_address_that_is_none_is_said_so(tmp_path: Path) -> None:
    """In one line, by every command."""
    for command in (["verify"], ["sweep"], ["backup", str(tmp_path / "copy")], ["restore", str(tmp_path)]):
        for address in ("no address", "mysql://x/y", "postgresql://nobody@127.0.0.1:1/none"):
            code, shown, errors = told("--url", address, *command)
            assert (code, shown, errors.count("\n")) == (2, "", 1), errors


def test_a_copy_stays_as_it_was(sqlite_url: str, tmp_path: Path) -> None:
    """A copy in an older form is put back in that form, and is not itself brought forward."""
    history = of_form(sqlite_url, "v1")
    copy, back = tmp_path / "copy", tmp_path / "back.sqlite"
    told("--url", sqlite_url, "backup", str(copy))
    before = copy.read_bytes()

    assert told("--url", f"sqlite:///{back}", "restore", str(copy))[0] == 0

    assert copy.read_bytes() == before
    assert not copy.stat().st_mode & 0o077
    assert sorted(each.name for each in tmp_path.iterdir()) == ["back.sqlite", "copy", "register.sqlite"]
    with closing(sqlite3.connect(back)) as raw:
        assert raw.execute("SELECT count(*) FROM link").fetchone() == (len(history),)


@needs_postgresql
def test_a_copy_of_a_server_is_put_into_another_database(tmp_path: Path) -> None:
    """As after the loss of a server; the same history is there, and a second time it is refused."""
    url = make_url(SERVER)
    server = create_engine(url.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    names = [f"joic_test_{uuid4().hex}" for _ in range(2)]
    first, second = (url.set(database=name).render_as_string(hide_password=False) for name in names)
    copy = str(tmp_path / "copy")
    with server.connect() as connection:
        for name in names:
            connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        begun(first)
        made = told("--url", first, "backup", copy)
        put_back = told("--url", second, "restore", copy)
        begun(second, 1)

        assert made[0] == 0
        assert put_back == made
        assert told("--url", second, "restore", copy)[0] == 2
        assert "4 events is whole" in told("--url", second, "verify")[1]
    finally:
        with server.connect() as connection:
            for name in names:
                connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        server.dispose()
