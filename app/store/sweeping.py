"""What was erased or dropped leaves the files too, and not only the rows."""

from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, text

from app.store.transactions import WAIT_MS, said
from joic_policy.errors import RegisterError

__all__ = ["sweep"]

_ERASABLE = "payload, contact, matter, word, draft"
_WHOLE = (
    f"VACUUM (FULL, ANALYZE) {_ERASABLE}",
    "VACUUM (FULL) pg_statistic",  # the planner's samples of words; left, with a warning, by who may not
)
_NOW = text("SELECT clock_timestamp()")
_OTHERS_SINCE_BEFORE = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_xmin IS NOT NULL "
    "AND xact_start < :then AND pid <> pg_backend_pid()"
)
_BREATH = 0.1  # seconds


def sweep(engine: Engine, *, whole: bool = False, wait_ms: int = WAIT_MS) -> None:
    """Have what was taken out of rows leave the files, as far as the database lets go of them.

    SQLite overwrites what is deleted; what is left is in the full-text index, merged here, and in the log,
    emptied here. PostgreSQL only frees the room for what is written next: there, `whole` writes the tables
    anew, and whoever wants the register meanwhile waits (a million contacts: a minute). Where the role does
    not own the database, the planner's samples keep some words until the server tidies them up. The server's
    own log and what was copied from it are not reached: for how long is for who runs the server to say.

    Raises:
        RegisterError: It cannot be reached, or somebody else still reads what was there before.
    """
    with said(engine.url):
        if engine.dialect.name == "postgresql":
            with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                done = True
                for statement in _WHOLE if whole else (f"VACUUM {_ERASABLE}",):
                    done = (not whole or _others_are_done(connection, wait_ms)) and done
                    connection.execute(text(statement))
        else:
            done = _swept_file(engine)
    if not done:
        raise RegisterError(
            "it is done, but traces stay in the file while others read it: run `python -m app.store sweep`"
        )


def _others_are_done(connection: Connection, wait_ms: int) -> bool:
    """Whether everybody is done within the time who may still see what was there before."""
    then, until = connection.execute(_NOW).scalar(), monotonic() + wait_ms / 1000
    while connection.execute(_OTHERS_SINCE_BEFORE, {"then": then}).scalar():
        if monotonic() > until:
            return False
        sleep(_BREATH)
    return True


def _swept_file(engine: Engine) -> bool:
    held = engine.raw_connection()
    try:
        cursor: Any = held.cursor()
        cursor.execute("INSERT INTO word (word) VALUES ('optimize')")
        in_use, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        held.close()
    return not in_use
