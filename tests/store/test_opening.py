"""How a register is opened, copied, and looked at from the terminal."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, inspect, make_url, text

from app.store import StoredRegister, open_register, register_url
from app.store.finding import counts_query, queue_query
from app.store.opening import opened, reading
from app.store.schema import metadata
from joic_policy.errors import RegisterError
from joic_policy.register import Wanted
from tests.desks import NOON, a_letter, desk_on

TREE = Path(__file__).parents[2]


def told(*arguments: str) -> tuple[int, str, str]:
    """What the terminal shows."""
    done = subprocess.run(  # noqa: S603 (this Python)
        [sys.executable, "-m", "app.store", *arguments], cwd=TREE, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def begun(url: str, count: int = 3) -> None:
    """A register with some contacts."""
    register = open_register(url)
    desk = desk_on(register)
    for _ in range(count):
        letter = a_letter()
        desk.record(letter.id, letter, expecting=0)
    register.close()


def test_the_steps_lead_to_the_tables_that_are_used(url: str) -> None:
    """A register made step by step has exactly the tables that the code speaks of."""

    def ours(_: Any, name: str | None, kind: str, *__: Any) -> bool:
        return not (kind == "table" and (name or "").startswith(("word", "alembic")))

    engine = opened(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours})

        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_a_newer_register_is_refused_and_left_alone(url: str) -> None:
    """Whoever opens it with an older program is told so, and nothing is changed."""
    begun(url)
    engine = opened(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'v999'"))

    with pytest.raises(RegisterError, match="newer version"):
        open_register(url)

    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "v999"
    engine.dispose()


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


@pytest.mark.parametrize("query", [queue_query(Wanted(), NOON, None, 50), counts_query(Wanted(), NOON)])
def test_the_queue_is_read_from_its_index(sqlite_url: str, query: Any) -> None:
    """Neither a page nor the counts look at more than the index of what is owed."""
    begun(sqlite_url)
    engine = opened(sqlite_url)
    statement, asked = query
    sql = statement.params(asked).compile(engine, compile_kwargs={"literal_binds": True})
    with reading(engine) as connection:
        plan = [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")]

    assert any("INDEX owed_queue" in step for step in plan)
    assert not any(step.startswith("SCAN contact") for step in plan)
    assert not any("TEMP B-TREE FOR ORDER BY" in step for step in plan)


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
