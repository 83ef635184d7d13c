"""How a register is opened: where it lies, how its database is set, and brought up to date."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from platformdirs import user_data_path
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionError

from joic_policy.errors import RegisterError

__all__ = ["check_there", "opened", "reading", "register_url", "sweep", "writing"]

_MIGRATIONS = Path(__file__).with_name("migrations")
_WAIT_MS = 30_000  # longer than twenty writers take together, shorter than a person waits
_POSTGRES_TURN = text(f"SELECT pg_advisory_xact_lock({0x4A4F4943})")

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    f"busy_timeout={_WAIT_MS}",
)

# SQLite has writers of one process poll for their turn; a lock wakes the next at once.
_turns: dict[URL, Lock] = {}
_turns_made = Lock()


def register_url() -> str:
    """Where the register is: `JOIC_REGISTER_URL`, or a file in the user's data folder, which is made."""
    given = os.environ.get("JOIC_REGISTER_URL")
    if given:
        return given
    return f"sqlite:///{user_data_path('joic', appauthor=False, ensure_exists=True) / 'register.sqlite'}"


def opened(url: str, *, begin: bool = True) -> Engine:
    """The database at a URL, in the present form; an older form is brought up to date.

    Where no register is, one is begun, unless there has to be one.

    Raises:
        RegisterError: It cannot be reached, is of another kind, was made by a newer version, or is not there.
    """
    parsed = _parsed(url)
    if not begin:
        check_there(parsed)
    with _said(parsed):
        engine = _sqlite(parsed) if parsed.get_backend_name() == "sqlite" else _postgresql(parsed)
        with writing(engine) as connection:
            _bring_up_to_date(connection, begin=begin)
        return engine


def check_there(url: URL) -> None:
    """Look for the file before SQLite does, which would make it.

    Raises:
        RegisterError: There is none, or nothing is in it.
    """
    if url.get_backend_name() == "sqlite":
        file = Path(url.database or "")
        if not file.is_file() or not file.stat().st_size:
            raise _not_there(str(file) if url.database else url.render_as_string())


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One writer at a time; all of it is on disk afterwards, or nothing.

    Raises:
        RegisterError: It could not be written.
    """
    with (
        _said(engine.url),
        _turn(engine.url),
        engine.connect().execution_options(joic_writes=True) as connection,
        connection.begin(),
    ):
        if engine.dialect.name == "postgresql":
            connection.execute(_POSTGRES_TURN)
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One state of the register, whatever is written meanwhile.

    Raises:
        RegisterError: It could not be read.
    """
    with _said(engine.url), engine.connect() as connection, connection.begin():
        yield connection


def sweep(engine: Engine) -> None:
    """What was taken out of rows leaves the files as well, as far as the database lets go of them.

    Raises:
        RegisterError: It cannot be reached.
    """
    with _said(engine.url):
        if engine.dialect.name == "postgresql":
            with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text("VACUUM payload, contact, matter, word, draft"))
            return
        held = engine.raw_connection()
        try:
            cursor = held.cursor()
            cursor.execute("INSERT INTO word (word) VALUES ('optimize')")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            held.close()


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError:
        raise RegisterError(
            "the address of the register cannot be read: write it like sqlite:///file"
        ) from None


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"isolation_level": None, "timeout": _WAIT_MS / 1000})

    @event.listens_for(engine, "connect")
    def _set(connection: sqlite3.Connection, _: object) -> None:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("joic_writes")
        raw: Any = connection.connection.driver_connection  # without the layers between: this is every read
        raw.execute("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql(url: URL) -> Engine:
    if url.get_backend_name() != "postgresql":
        raise RegisterError(f"{url.render_as_string()}: expected an address with sqlite or postgresql")
    try:
        return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=20)
    except ImportError:
        raise RegisterError(
            "a register in PostgreSQL needs the extra `postgresql`: install joic-policy[postgresql]"
        ) from None


def _not_there(place: str) -> RegisterError:
    return RegisterError(f"there is no register at {place}")


def _bring_up_to_date(connection: Connection, *, begin: bool) -> None:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    scripts = ScriptDirectory.from_config(config)
    held = MigrationContext.configure(connection).get_current_revision()
    if held == scripts.get_current_head():
        return
    if held is None and not begin:
        raise _not_there(connection.engine.url.render_as_string())
    if held is not None and held not in {script.revision for script in scripts.walk_revisions()}:
        raise RegisterError(
            f"this register has the form {held}, which a newer version of the application made: use that one"
        )
    command.upgrade(config, "head")


@contextmanager
def _turn(url: URL) -> Iterator[None]:
    with _turns_made:
        turn = _turns.setdefault(url, Lock())
    if not turn.acquire(timeout=_WAIT_MS / 1000):
        raise RegisterError("the register is busy with other writers: try again")
    try:
        yield
    finally:
        turn.release()


@contextmanager
def _said(url: URL) -> Iterator[None]:
    """What a database can say of itself is said in our words."""
    try:
        yield
    except (DBAPIError, NoConnectionError, sqlite3.Error) as error:
        raise RegisterError(_words(error, url.render_as_string())) from error


def _words(error: Exception, url: str) -> str:
    said = str(getattr(error, "orig", None) or error).lower()
    if "full" in said or "no space" in said:
        return "the disk is full, nothing was recorded: make room and try again"
    if "locked" in said or "busy" in said:
        return "the register is busy with other writers, nothing was recorded: try again"
    if "readonly" in said or "read-only" in said:
        return f"{url}: the register may not be written here"
    return f"{url}: the register cannot be reached, nothing was recorded: try again ({type(error).__name__})"
