"""A copy of the register to keep elsewhere, made while it is in use, and the way back from it."""

import os
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import URL, inspect

from app.store.files import new_file, sqlite_copied
from app.store.opening import file_of, opened_to_look, parsed, postgresql
from app.store.transactions import said
from app.store.verifying import Verified, verified
from joic_policy.errors import RegisterError

__all__ = ["backed_up", "restored"]


def backed_up(url: str, to: Path) -> Verified:
    """Copy the register into a new file, in whichever form it is, and verify it.

    Of SQLite it is the copy that is verified, of PostgreSQL the register.

    Raises:
        RegisterError: The file is there already, or cannot be made, or there is no register to be read.
    """
    where = parsed(url)
    opened_to_look(url).dispose()
    with said(where), new_file(to) as part:
        if where.get_backend_name() == "sqlite":
            sqlite_copied(file_of(where), part)
            return _verified(f"sqlite:///{part}")
        _run("pg_dump", where, "--format=custom", f"--file={part}")
        return _verified(url)


def restored(url: str, copy: Path) -> Verified:
    """Put a copy where no register is yet, and verify it; the copy stays as it is.

    Raises:
        RegisterError: There is a register already, or no place for one, or the copy is none.
    """
    where, source = parsed(url), parsed(f"sqlite:///{copy}")
    with said(source if where.get_backend_name() == "sqlite" else where):
        held = file_of(source)
        if where.get_backend_name() == "sqlite":
            with new_file(Path(where.database or "")) as part:
                sqlite_copied(held, part)
                return _verified(f"sqlite:///{part}")
        if inspect(postgresql(where)).has_table("link"):
            raise RegisterError(f"{where.render_as_string()}: there is a register already: name another")
        _run("pg_restore", where, "--exit-on-error", "--single-transaction", str(copy))
    return _verified(url)


def _verified(url: str) -> Verified:
    engine = opened_to_look(url)
    try:
        return verified(engine)
    finally:
        engine.dispose()


def _run(program: str, where: URL, *arguments: str) -> None:
    """Run one of PostgreSQL's own programs; the password goes where no list of processes shows it."""
    found = shutil.which(program)
    if found is None:
        raise RegisterError(f"{program} is needed, of PostgreSQL's own programs: install it first")
    shown = where.set(drivername="postgresql")._replace(password=None).render_as_string()
    done = subprocess.run(  # noqa: S603 (as found)
        [found, f"--dbname={shown}", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | ({"PGPASSWORD": str(where.password)} if where.password else {}),
    )
    if done.returncode:
        raise RegisterError(done.stderr.strip().partition("\n")[0] or f"{program} stopped")
