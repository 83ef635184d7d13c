"""A copy of the register to keep elsewhere, made while it is in use, and the way back from it."""

import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, make_url

from app.store.opening import check_there, opened
from app.store.verifying import Verified, verified
from joic_policy.errors import RegisterError

__all__ = ["backed_up", "restored"]


def backed_up(url: str, to: Path) -> Verified:
    """Copy the register into a new file, which is then opened and verified.

    Raises:
        RegisterError: The file is there already, or the register cannot be read.
    """
    if to.exists():
        raise RegisterError(f"{to} is there already: give another name")
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        check_there(parsed)
        with closing(sqlite3.connect(_path(parsed))) as held, closing(sqlite3.connect(to)) as copy:
            held.backup(copy)
        return _verified(f"sqlite:///{to}")
    _run("pg_dump", "--format=custom", f"--file={to}", f"--dbname={_plain(parsed)}")
    return _verified(url)


def restored(url: str, copy: Path) -> Verified:
    """Put a copy where no register is yet, and verify it.

    Raises:
        RegisterError: There is a register already, or the copy is none.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        there = _path(parsed)
        if there.exists():
            raise RegisterError(f"{there} is there already: move it away first")
        _verified(f"sqlite:///{copy}")
        with closing(sqlite3.connect(copy)) as held, closing(sqlite3.connect(there)) as new:
            held.backup(new)
    else:
        _run("pg_restore", "--exit-on-error", "--single-transaction", f"--dbname={_plain(parsed)}", str(copy))
    return _verified(url)


def _verified(url: str) -> Verified:
    engine = opened(url, begin=False)
    try:
        return verified(engine)
    finally:
        engine.dispose()


def _path(url: URL) -> Path:
    return Path(url.database or "")


def _plain(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def _run(program: str, *arguments: str) -> None:
    found = shutil.which(program)
    if found is None:
        raise RegisterError(f"{program} is needed, of PostgreSQL's own programs: install it first")
    done = subprocess.run([found, *arguments], capture_output=True, text=True, check=False)  # noqa: S603 (as found)
    if done.returncode:
        raise RegisterError(f"{program}: {done.stderr.strip()}")
