"""A query that is asked often: its SQL is made once, and its rows are taken as the driver has them."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError

__all__ = ["Prepared"]


class Prepared:
    """A query for one kind of database, of which every parameter is text or a whole number.

    A parameter has the value that the query was made with, unless it is asked with another.
    """

    def __init__(self, query: Select[Any], dialect: Dialect) -> None:
        compiled: Any = query.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
        self._sql = str(compiled)
        self._made_with: dict[str, Any] = dict(compiled.params)
        self._order: Sequence[str] | None = compiled.positiontup  # None where parameters go by name

    def asked(self, with_values: Mapping[str, int]) -> tuple[str, Any]:
        """The SQL, and the parameters as the driver takes them."""
        values = {**self._made_with, **with_values}
        return self._sql, values if self._order is None else tuple([values[name] for name in self._order])

    def rows(self, connection: Connection, with_values: Mapping[str, int]) -> Sequence[Any]:
        """What it answers, asked of the driver itself: a layer over each row costs as much as reading it.

        Raises:
            DBAPIError: The database refused.
        """
        cursor = connection.connection.cursor()
        try:
            cursor.execute(*self.asked(with_values))
            return cursor.fetchall()
        except connection.dialect.loaded_dbapi.Error as error:
            raise DBAPIError(None, None, error) from error
        finally:
            cursor.close()
