"""What was erased or dropped leaves the files too, and not only the rows."""

from sqlalchemy import Engine, text

from app.store.transactions import said
from joic_policy.errors import RegisterError

__all__ = ["sweep"]

_ERASABLE = "payload, contact, matter, word, draft"
_WHOLE = (
    f"VACUUM (FULL, ANALYZE) {_ERASABLE}",
    "VACUUM (FULL) pg_statistic",  # the planner's samples of words; left, with a warning, by who may not
)


def sweep(engine: Engine, *, whole: bool = False) -> None:
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
                for statement in _WHOLE if whole else (f"VACUUM {_ERASABLE}",):
                    connection.execute(text(statement))
            return
        held = engine.raw_connection()
        try:
            cursor = held.cursor()
            cursor.execute("INSERT INTO word (word) VALUES ('optimize')")
            in_use, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            held.close()
    if in_use:
        raise RegisterError(
            "it is done, but traces stay in the file while others read it: run `python -m app.store sweep`"
        )
