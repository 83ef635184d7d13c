"""Files that are whole or not there: a copy is made under another name, and named once it is complete."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from joic_policy.errors import RegisterError

__all__ = ["new_file", "sqlite_copied"]


@contextmanager
def new_file(to: Path) -> Iterator[Path]:
    """A file to fill, for its owner's eyes only; nothing is left of it if that goes wrong.

    Raises:
        RegisterError: There is such a file already, or no folder for it.
    """
    if to.exists():
        raise RegisterError(f"{to} is there already: give another name, or move it away first")
    if not to.parent.is_dir():
        raise RegisterError(f"there is no folder {to.parent}: make it first")
    held, name = tempfile.mkstemp(dir=to.parent, prefix=f"{to.name}.", suffix=".part")
    os.close(held)
    part = Path(name)
    try:
        yield part
        part.rename(to)
    finally:
        part.unlink(missing_ok=True)


def sqlite_copied(source: Path, to: Path) -> None:
    """Copy one state of a SQLite file, whoever writes meanwhile, into one that needs no log beside it."""
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True)) as held,
        closing(sqlite3.connect(to)) as copy,
    ):
        held.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
