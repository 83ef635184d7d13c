"""Where a register lies, and how its database is set when it is opened."""

import os
import sqlite3
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from app.store.migrating import bring_up_to_date, check_form
from app.store.transactions import WAIT_MS, reading, said, writing
from joic_policy.errors import RegisterError

__all__ = ["file_of", "opened", "opened_to_look", "parsed", "postgresql", "register_url"]

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    f"busy_timeout={WAIT_MS}",
)
_TO_LOOK = ("query_only=ON", "trusted_schema=OFF", f"busy_timeout={WAIT_MS}")


def register_url() -> str:
    """Where the register is: `JOIC_REGISTER_URL`, or a file in the user's data folder, which is made."""
    given = os.environ.get("JOIC_REGISTER_URL")
    if given:
        return given
    return f"sqlite:///{user_data_path('joic', appauthor=False, ensure_exists=True) / 'register.sqlite'}"


def opened(url: str) -> Engine:
    """The database at a URL, begun where there is none; an older form is brought up to date.

    Raises:
        RegisterError: It cannot be reached, is of another kind, or was made by a newer version.
    """
    where = parsed(url)
    with said(where):
        engine = _sqlite(where, _PRAGMAS) if _is_file(where) else postgresql(where)
        with writing(engine) as connection:
            bring_up_to_date(connection)
        return engine


def opened_to_look(url: str) -> Engine:
    """The database at a URL, in whichever form it was released; nothing in it is changed.

    Raises:
        RegisterError: It cannot be reached, was made by a newer version, or is not there.
    """
    where = parsed(url)
    with said(where):
        if _is_file(where):
            file_of(where)
        engine = _sqlite(where, _TO_LOOK) if _is_file(where) else postgresql(where)
        with reading(engine) as connection:
            check_form(connection)
        return engine


def parsed(url: str) -> URL:
    """The parts of an address.

    Raises:
        RegisterError: It is none, or of another kind of database.
    """
    try:
        where = make_url(url)
    except ArgumentError:
        raise RegisterError(
            "the address of the register cannot be read: write it like sqlite:///file"
        ) from None
    if where.get_backend_name() not in {"sqlite", "postgresql"}:
        raise RegisterError(f"{where.render_as_string()}: expected an address with sqlite or postgresql")
    return where


def file_of(url: URL) -> Path:
    """The file of a register on SQLite; looked for before SQLite does, which would make it.

    Raises:
        RegisterError: There is none, or nothing is in it.
    """
    file = Path(url.database or "")
    if not file.is_file() or not file.stat().st_size:
        raise RegisterError(f"there is no register at {file if url.database else url.render_as_string()}")
    return file


def postgresql(url: URL) -> Engine:
    """The way to a PostgreSQL server, not yet gone.

    Raises:
        RegisterError: Its driver is not installed.
    """
    try:
        return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=20)
    except ImportError:
        raise RegisterError(
            "a register in PostgreSQL needs the extra `postgresql`: install joic-policy[postgresql]"
        ) from None


def _is_file(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _sqlite(url: URL, pragmas: tuple[str, ...]) -> Engine:
    engine = create_engine(url, connect_args={"isolation_level": None, "timeout": WAIT_MS / 1000})
    file = _SameFile(url.database or "")

    @event.listens_for(engine, "do_connect")
    def _look(*_: object) -> None:
        file.check()  # before SQLite makes an empty one in its place

    @event.listens_for(engine, "connect")
    def _set(connection: sqlite3.Connection, _: object) -> None:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
        file.note()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        file.check()
        writes = connection.get_execution_options().get("joic_writes")
        raw: Any = connection.connection.driver_connection  # without the layers between: this is every read
        raw.execute("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


class _SameFile:
    """The file that was opened, and whether it is still where it was.

    A file that is deleted or replaced stays open: all that is recorded would be confirmed, and lost with it.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._opened: tuple[int, int] | None = None

    def note(self) -> None:
        """It is open now."""
        self._opened = self._opened or self._now()

    def check(self) -> None:
        """Look whether it is still there; before it is opened first, anything is right.

        Raises:
            RegisterError: It is not, or another is in its place.
        """
        if self._opened and self._now() != self._opened:
            raise RegisterError(
                f"{self._path}: the file of the register was taken away or replaced while it was in use, "
                "nothing was recorded: put it back, or start the application again"
            )

    def _now(self) -> tuple[int, int] | None:
        try:
            found = os.stat(self._path)  # noqa: PTH116  # at every read: a `Path` takes longer to make
        except OSError:
            return None
        return found.st_dev, found.st_ino
