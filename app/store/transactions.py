"""What is read and written at one go, and how a database's refusal is said in our words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import URL, Connection, Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionError

from joic_policy.errors import RegisterError

__all__ = ["WAIT_MS", "reading", "said", "writing"]

WAIT_MS = 30_000  # longer than twenty writers take together, shorter than a person waits
_POSTGRES_TURN = text(f"SELECT pg_advisory_xact_lock({0x4A4F4943})")

# SQLite has writers of one process poll for their turn; a lock wakes the next at once.
_turns: dict[URL, Lock] = {}
_turns_made = Lock()


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One writer at a time; all of it is on disk afterwards, or nothing.

    Raises:
        RegisterError: It could not be written.
    """
    with (
        said(engine.url),
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
    with said(engine.url), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def said(url: URL) -> Iterator[None]:
    """What a database or a disk can say of itself is said in our words.

    Raises:
        RegisterError: It said something.
    """
    try:
        yield
    except RegisterError:  # an `OSError` too, said already
        raise
    except (DBAPIError, NoConnectionError, sqlite3.Error, OSError) as error:
        raise RegisterError(_words(error, url.render_as_string())) from error


@contextmanager
def _turn(url: URL) -> Iterator[None]:
    with _turns_made:
        turn = _turns.setdefault(url, Lock())
    if not turn.acquire(timeout=WAIT_MS / 1000):
        raise RegisterError("the register is busy with other writers: try again")
    try:
        yield
    finally:
        turn.release()


def _words(error: Exception, url: str) -> str:
    told = str(getattr(error, "orig", None) or error).lower()
    if "full" in told or "no space" in told:
        return "the disk is full, nothing was recorded: make room and try again"
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: this file cannot be used here ({error.strerror})"
    if "locked" in told or "busy" in told:
        return "the register is busy with other writers, nothing was recorded: try again"
    if "readonly" in told or "read-only" in told:
        return f"{url}: the register may not be written here"
    if "not a database" in told or "malformed" in told:
        return f"{url}: this is no register, or it is damaged: restore a copy of it"
    return f"{url}: the register cannot be reached, nothing was recorded: try again ({type(error).__name__})"
