"""How a register is opened, copied, and looked at from the terminal."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from shutil import rmtree

import pytest
from sqlalchemy import create_engine, inspect, make_url, text

from app.store import open_register, register_url
from app.store.finding import counts_query, instants, queue_query
from app.store.opening import opened
from app.store.transactions import reading
from joic_policy.errors import RegisterError
from joic_policy.register import Wanted
from tests.desks import NOON, a_letter, desk_on
from tests.store.made import TREE, begun, told


def test_what_is_confirmed_is_on_disk(sqlite_url: str) -> None:
    """Every connection writes ahead, waits for the disk, and overwrites what is deleted."""
    engine = opened(sqlite_url)
    with engine.connect() as connection:
        held = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }

    assert held == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}


def test_where_the_register_lies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In the user's data folder, unless an address is given."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("JOIC_REGISTER_URL", raising=False)
    assert register_url().endswith("register.sqlite")

    monkeypatch.setenv("JOIC_REGISTER_URL", "sqlite:///here.sqlite")
    assert register_url() == "sqlite:///here.sqlite"


def test_the_queue_is_read_from_its_index(sqlite_url: str) -> None:
    """Neither a page nor the counts look at more than the index of what is owed."""
    begun(sqlite_url)
    engine = opened(sqlite_url)
    page = queue_query(Wanted(), engine.dialect, first=True).asked(instants(NOON) | {"size": 50})
    counts = counts_query(Wanted(), engine.dialect).asked(instants(NOON))
    with reading(engine) as connection:
        for sql, values in (page, counts):
            plan = [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)]

            assert any("INDEX owed_queue" in step for step in plan)
            assert not any(step.startswith("SCAN contact") for step in plan)
            assert not any("TEMP B-TREE FOR ORDER BY" in step for step in plan)


def test_a_database_without_a_register_is_left_without(url: str) -> None:
    """To verify is to look, on either database; what else lies there stays as it is."""
    engine = create_engine(make_url(url))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE other (id INTEGER)"))

    code, _, errors = told("--url", url, "verify")

    assert (code, errors[:24]) == (2, "there is no register at ")
    assert inspect(engine).get_table_names() == ["other"]
    engine.dispose()


def test_without_its_driver_postgresql_is_refused_with_what_to_install() -> None:
    """In words that name the extra."""
    program = (
        "import sys; sys.modules['psycopg'] = None; from app.store.__main__ import main; "
        "sys.exit(main(['--url', 'postgresql://localhost/joic', 'verify']))"
    )
    done = subprocess.run(  # noqa: S603 (this Python)
        [sys.executable, "-c", program], cwd=TREE, capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert done.stderr == (
        "a register in PostgreSQL needs the extra `postgresql`: install joic-policy[postgresql]\n"
    )


def test_the_terminal_says_whether_the_history_is_whole(sqlite_url: str) -> None:
    """0 and the last hash; 1 and the fault; 2 where there is nothing to look at."""
    begun(sqlite_url)
    well = told("--url", sqlite_url, "verify")
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as raw:
        raw.execute("DROP TRIGGER payload_update")
        raw.execute("UPDATE payload SET body = '{}' WHERE sequence = 2")
        raw.commit()

    assert well[0] == 0
    assert "3 events is whole" in well[1]
    code, _, errors = told("--url", sqlite_url, "verify")
    assert (code, errors) == (1, "sequence 2: the event was changed\n")
    assert told("--url", "sqlite:////no/such/folder/register.sqlite", "verify")[0] == 2


@pytest.mark.parametrize("other", [False, True], ids=["taken away", "replaced"])
def test_a_file_that_is_taken_away_confirms_nothing_until_it_is_back(tmp_path: Path, *, other: bool) -> None:
    """On no way to it, open already or new: and nothing is made in its place."""
    folder, aside = tmp_path / "here", tmp_path / "aside"
    folder.mkdir()
    url = f"sqlite:///{folder / 'register.sqlite'}"
    register = open_register(url)
    desk, letter, late = desk_on(register), a_letter(), a_letter()
    desk.record(letter.id, letter, expecting=0)
    folder.rename(aside)
    folder.mkdir()
    if other:
        open_register(url).close()

    for _ in range(2):
        with pytest.raises(RegisterError, match="put it back"):
            desk.record(late.id, late, expecting=0)
        with pytest.raises(RegisterError, match="put it back"):
            register.history(letter.id)
        register.close()  # every way to it is new from here on
    assert any(folder.iterdir()) is other

    rmtree(folder)
    aside.rename(folder)
    desk.record(late.id, late, expecting=0)
    assert len(register.history(letter.id)) == len(register.history(late.id)) == 1
    register.close()
