"""The form of a register: which step its tables have reached, and the way to the last one."""

import logging
from itertools import count
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from app.store.files import new_file, sqlite_copied
from joic_policy.errors import RegisterError

__all__ = ["bring_up_to_date", "check_form"]

_MIGRATIONS = Path(__file__).with_name("migrations")
_LOG = logging.getLogger(__name__)


def check_form(connection: Connection) -> None:
    """Look whether there is a register that this program can read.

    Raises:
        RegisterError: There is none, or a newer version made it.
    """
    if _form(connection) is None:
        raise RegisterError(f"there is no register at {connection.engine.url.render_as_string()}")


def bring_up_to_date(connection: Connection, *, to: str = "head") -> None:
    """Take every step that is left, all or none; a file is first copied beside itself, as `file.v1`.

    The copy stays until somebody takes it away, and no erasure reaches it.

    Raises:
        RegisterError: A newer version made it, or the copy cannot be made.
    """
    held = _form(connection)
    config = _config()
    if held == ScriptDirectory.from_config(config).get_current_head():
        return
    if held is not None and connection.dialect.name == "sqlite":
        _keep(Path(connection.engine.url.database or ""), held)
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def _form(connection: Connection) -> str | None:
    """The last step taken; None where there is no register."""
    form = MigrationContext.configure(connection).get_current_revision()
    released = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if form is not None and form not in released:
        raise RegisterError(
            f"this register has the form {form}, which a newer version of the application made: use that one"
        )
    return form


def _keep(file: Path, form: str) -> None:
    """Read by a connection of its own, while the one that is to change the file holds off other writers."""
    named = (file.with_name(f"{file.name}.{form}" + (f".{n}" if n else "")) for n in count())
    copy = next(name for name in named if not name.exists())
    with new_file(copy) as part:
        sqlite_copied(file, part)
    _LOG.warning("the register of form %s is kept as %s: remove that once all is well", form, copy)
