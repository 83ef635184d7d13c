"""What is read and written at one go in the training store, and how a refusal of its file is said."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionError

from joic_policy.errors import PolicyError

__all__ = ["WAIT_MS", "ClassroomError", "reading", "said", "writing"]

WAIT_MS = 30_000

# SQLite has writers of one process poll for their turn; a lock wakes the next at once.
_turn = Lock()


class ClassroomError(PolicyError, OSError):
    """The training store could not be read or written. Nothing was half written; it can be tried again."""


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One writer at a time; all of it is on disk afterwards, or nothing.

    Raises:
        ClassroomError: It could not be written.
    """
    with said(), _turn, engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            raise
        connection.exec_driver_sql("COMMIT")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One state of the store, whatever is written meanwhile.

    Raises:
        ClassroomError: It could not be read.
    """
    with said(), engine.connect() as connection:
        connection.exec_driver_sql("BEGIN")
        try:
            yield connection
        finally:
            connection.exec_driver_sql("ROLLBACK")


@contextmanager
def said() -> Iterator[None]:
    """What a database or a disk can say of itself is said in our words.

    Raises:
        ClassroomError: It said something.
    """
    try:
        yield
    except ClassroomError:  # an `OSError` too, said already
        raise
    except (DBAPIError, NoConnectionError, sqlite3.Error, OSError) as error:
        told = getattr(error, "orig", None) or error
        raise ClassroomError(
            f"the training store cannot be used ({told}): nothing was kept; try again"
        ) from error
