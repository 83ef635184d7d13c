"""What is erased is gone for good: from every event, from the full-text index, and from the files."""

import secrets
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from app.store import StoredRegister, open_register
from app.store.opening import opened
from app.store.sweeping import sweep
from app.store.verifying import verified
from joic_policy import Customer, Received
from joic_policy.contacts import Corrected, Erased, MessageTaken
from joic_policy.errors import RegisterError
from tests.desks import NOON, a_letter, desk_on
from tests.postgres import needs_postgresql, new_postgresql_url
from tests.store.made import told

NAME = "Mistinguett Xylophone"
ERASED = Erased(happened_at=NOON, by="Ann", why="asked")

# Every file of the register's tables, of what is too long for them, of their indexes, and of the samples that
# the planner keeps of them.
RELATIONS = """
WITH RECURSIVE files AS (
    SELECT oid FROM pg_class
    WHERE (relnamespace = current_schema()::regnamespace AND relkind = 'r') OR oid = 'pg_statistic'::regclass
    UNION
    SELECT other.oid FROM files
    JOIN pg_class held ON held.oid = files.oid
    LEFT JOIN pg_index ON indrelid = held.oid
    JOIN pg_class other ON other.oid IN (held.reltoastrelid, indexrelid)
)
SELECT relname, pg_read_binary_file(pg_relation_filepath(oid)) FROM files JOIN pg_class USING (oid)
"""


def files_with(engine: Engine, name: str) -> list[str]:
    """The files of a PostgreSQL server in which a part of a name stands."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
        connection.execute(text("CHECKPOINT"))
        read = connection.execute(text(RELATIONS)).all()
    parts = [part.lower().encode() for part in name.split()]
    return [relation for relation, held in read if any(part in bytes(held).lower() for part in parts)]


def recorded_often(register: StoredRegister, name: str) -> Received:
    """A letter of somebody, told again and again, among others' letters."""
    desk = desk_on(register)
    incompressible = secrets.token_urlsafe(6000)
    letter = a_letter(customer=Customer(name=name), subject=name, text=f"{incompressible} {name}")
    desk.record(letter.id, letter, expecting=0)
    desk.record(letter.id, MessageTaken(happened_at=NOON, text=f"{name} called"), expecting=1)
    for _ in range(30):
        other = a_letter(text="somebody else's letter")
        desk.record(other.id, other, expecting=0)
    return letter


def test_what_is_erased_is_gone_from_every_file(sqlite_url: str, tmp_path: Path) -> None:
    """Not a byte of the name is left on disk; days, choices and counts stay, and the chain is whole."""
    register = open_register(sqlite_url)
    desk = desk_on(register)
    letter = a_letter(customer=Customer(name=NAME), subject=NAME, text=f"{NAME} wrote " * 900)
    desk.record(letter.id, letter, expecting=0)
    told = Corrected(happened_at=NOON, of=letter.id, to=desk.contact(letter.id).history[0].event, why=NAME)
    desk.record(letter.id, told, expecting=1)
    for _ in range(30):
        other = a_letter(text="somebody else's letter")
        desk.record(other.id, other, expecting=0)
    parts = [part.lower().encode() for part in NAME.split()]
    files = list(tmp_path.iterdir())
    there = [part for part in parts if any(part in file.read_bytes().lower() for file in files)]

    desk.record(letter.id, ERASED, expecting=2)
    register.close()

    assert there == parts
    assert not any(part in file.read_bytes().lower() for part in parts for file in tmp_path.iterdir())
    again = desk_on(open_register(sqlite_url))
    assert again.contact(letter.id).contact.received_on == letter.received_on
    assert again.find(NAME) == ()
    assert verified(opened(sqlite_url)).faults == ()


@needs_postgresql
def test_what_is_erased_is_gone_from_the_files_of_a_server_once_swept() -> None:
    """Erasing frees the room; sweeping leaves no byte in any file of the tables, nor among their samples."""
    name = f"{secrets.token_hex(8)} {secrets.token_hex(8)}"  # the samples are shared by all tests
    with new_postgresql_url() as url:
        register = open_register(url)
        letter, engine = recorded_often(register, name), opened(url)
        before = files_with(engine, name)

        desk_on(register).record(letter.id, ERASED, expecting=2)
        code, shown, _ = told("--url", url, "sweep")

        assert {"contact", "payload", "word_words"} <= set(before)
        assert (code, shown) == (0, "What was erased or dropped has left the files of the register.\n")
        assert files_with(engine, name) == []
        assert desk_on(register).find(name) == ()
        assert verified(engine).faults == ()
        engine.dispose()
        register.close()


def test_what_others_still_read_is_said_so(sqlite_url: str, tmp_path: Path) -> None:
    """While somebody reads what was there before, traces stay in the log; then a sweep takes them."""
    register = open_register(f"{sqlite_url}?check_same_thread=false")
    letter = recorded_often(register, NAME)
    reader = opened(sqlite_url)
    with register._engine.connect() as connection:  # noqa: SLF001 (to make it impatient)
        connection.exec_driver_sql("PRAGMA busy_timeout=50")
    with reader.connect() as connection, connection.begin():
        connection.exec_driver_sql("SELECT count(*) FROM link").all()
        with pytest.raises(RegisterError, match=r"run `python -m app\.store sweep`"):
            desk_on(register).record(letter.id, ERASED, expecting=2)

    assert desk_on(register).contact(letter.id).version == 3
    assert told("--url", sqlite_url, "sweep")[0] == 0
    assert not any(b"Xylophone" in file.read_bytes() for file in tmp_path.iterdir())
    reader.dispose()


@needs_postgresql
def test_what_others_still_read_on_a_server_is_said_so() -> None:
    """The tables cannot be written anew without what somebody may still see; it waits, and then says so."""
    with new_postgresql_url() as url:
        open_register(url).close()
        engine, reader = opened(url), opened(url)
        with reader.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
            connection.execute(text("SELECT count(*) FROM alembic_version"))
            with pytest.raises(RegisterError, match="while others read it"):
                sweep(engine, whole=True, wait_ms=200)
        engine.dispose()
        reader.dispose()


def test_nothing_is_swept_where_no_register_is(sqlite_url: str, tmp_path: Path) -> None:
    """Nor is one begun."""
    assert told("--url", sqlite_url, "sweep") == (
        2,
        "",
        f"there is no register at {tmp_path / 'register.sqlite'}\n",
    )
    assert list(tmp_path.iterdir()) == []


def test_an_erased_event_sent_again_stays_erased(register: StoredRegister) -> None:
    """A late retry of what was erased brings nothing back, and erasing twice is recorded once."""
    desk = desk_on(register)
    letter = a_letter(customer=Customer(name=NAME))
    desk.record(letter.id, letter, expecting=0)
    desk.record(letter.id, ERASED, expecting=1)

    again = register.append(
        letter.id, desk.contact(letter.id).history[0].event, actor="Ann", expecting=0, entry=None
    )
    twice = register.erase(letter.id, ERASED, actor="Ann", expecting=0, entry=None)

    assert again.event.customer == Customer()  # type: ignore[attr-defined]
    assert twice.version == 2
    assert desk.contact(letter.id).version == 2
