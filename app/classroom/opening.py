"""Where training is kept: a SQLite file of its own, told from any other by a mark in it."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from app.classroom.classroom import Classroom
from app.classroom.schema import metadata
from app.classroom.transactions import WAIT_MS, ClassroomError, said, writing

__all__ = ["classroom_url", "open_classroom"]

_MARK, _FORM = 0x4A4F5452, 1  # "JOTR", and the form of the tables
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",  # a crash of the machine may cost the last answers of a practice
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    f"busy_timeout={WAIT_MS}",
)


def classroom_url() -> str:
    """Where training is kept: `JOIC_TRAINING_URL`, or a file in the user's data folder, which is made."""
    given = os.environ.get("JOIC_TRAINING_URL")
    if given:
        return given
    return f"sqlite:///{user_data_path('joic', appauthor=False, ensure_exists=True) / 'training.sqlite'}"


def open_classroom(url: str, *, clock: Callable[[], datetime]) -> Classroom:
    """The classroom at a URL, begun where there is none.

    Raises:
        ClassroomError: The address is none of a SQLite file, the file is of something else, such as the
            register, or cannot be used.
    """
    file = _file(url)
    with said():
        _check(file)
        engine = _engine(url)
        with writing(engine) as connection:
            metadata.create_all(connection)
            connection.exec_driver_sql(f"PRAGMA application_id={_MARK}")
            connection.exec_driver_sql(f"PRAGMA user_version={_FORM}")
    return Classroom(engine, clock=clock)


def _file(url: str) -> Path:
    try:
        where = make_url(url)
    except ArgumentError:
        where = None
    if where is None or where.get_backend_name() != "sqlite" or not where.database:
        raise ClassroomError("the address of the training store cannot be read: write it like sqlite:///file")
    return Path(where.database)


def _check(file: Path) -> None:
    """Leave alone what is not ours; looked at in a way that changes nothing."""
    if not file.is_file() or not file.stat().st_size:
        return
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as held:
        mark, form = (
            held.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        )
    if mark != _MARK:
        raise ClassroomError(f"{file} is no training store: name another file in JOIC_TRAINING_URL")
    if form > _FORM:
        raise ClassroomError(f"{file} was made by a newer version: update this one, or name another file")


def _engine(url: str) -> Engine:
    engine = create_engine(
        url, connect_args={"isolation_level": None, "timeout": WAIT_MS / 1000}, pool_size=20
    )

    @event.listens_for(engine, "connect")
    def _set(connection: sqlite3.Connection, _: object) -> None:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    return engine
