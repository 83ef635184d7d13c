"""How contacts are found by words in the full-text index of either database, the newest first."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Integer, bindparam, select, text

from app.store.rows import CARD
from app.store.schema import contact

__all__ = ["found", "put_words", "take_words", "words_as_kept"]

_WINDOW = 1000  # of the newest contacts, looked at one by one in less time than the index takes for many

_SQLITE = text(
    "SELECT rowid FROM word WHERE word MATCH :asked AND rowid < :before ORDER BY rowid DESC LIMIT :size"
)
_NEWEST = "(SELECT * FROM word WHERE number < :before ORDER BY number DESC LIMIT :window) AS newest"
_AMONG_NEWEST = text(
    f"SELECT number FROM {_NEWEST} WHERE words @@ CAST(:asked AS tsquery) ORDER BY number DESC LIMIT :size"  # noqa: S608 (a constant)
)
_RAREST = text(
    "SELECT each FROM unnest(CAST(:each AS text[])) AS each ORDER BY "  # noqa: S608 (a constant)
    f"(SELECT count(*) FROM {_NEWEST} WHERE words @@ CAST(each AS tsquery)), length(each) DESC LIMIT 1"
)
_BY_RAREST = text(
    "WITH bearing AS MATERIALIZED (SELECT * FROM word WHERE words @@ CAST(:rarest AS tsquery)) "
    "SELECT number FROM bearing WHERE words @@ CAST(:asked AS tsquery) AND number < :before "
    "ORDER BY number DESC LIMIT :size"
)
_CARDS = (
    select(*CARD)
    .where(contact.c.number.in_(bindparam("numbers", type_=Integer, expanding=True)))
    .order_by(contact.c.number.desc())
)


def found(connection: Connection, words: tuple[str, ...], *, before: int, size: int) -> Sequence[Any]:
    """The rows of `CARD` where each word begins some word, numbered less than `before`, the newest first."""
    find = _on_postgresql if connection.dialect.name == "postgresql" else _on_sqlite
    return connection.execute(_CARDS, {"numbers": find(connection, words, before, size)}).all()


def _on_sqlite(connection: Connection, words: tuple[str, ...], before: int, size: int) -> list[int]:
    asked = " ".join(f'"{word}"*' for word in words)
    return list(connection.execute(_SQLITE, {"asked": asked, "before": before, "size": size}).scalars())


def _on_postgresql(connection: Connection, words: tuple[str, ...], before: int, size: int) -> list[int]:
    """What many have fills a page from the newest; what few have is in the index.

    Its planner cannot tell the two apart where only the beginning of a word is asked, and the index has to
    gather all who bear such a word: so it is asked for the rarest of them alone.
    """
    each = [f"'{word}':*" for word in words]
    told: dict[str, Any] = {"asked": " & ".join(each), "before": before, "size": size, "window": _WINDOW}
    numbers = list(connection.execute(_AMONG_NEWEST, told).scalars())
    if 0 < len(numbers) < size:  # as many again as would fill it, if they lie evenly
        told["window"] = min(2 * _WINDOW * size // len(numbers), 20 * _WINDOW)
        numbers = list(connection.execute(_AMONG_NEWEST, told).scalars())
    if len(numbers) < size:
        told["window"] = _WINDOW
        rarest = connection.execute(_RAREST, told | {"each": each}).scalar() if len(each) > 1 else each[0]
        numbers = list(connection.execute(_BY_RAREST, told | {"rarest": rarest}).scalars())
    return numbers


@cache
def put_words(dialect: str) -> Any:
    """Give a contact its words."""
    if dialect == "postgresql":
        return text(
            "INSERT INTO word (number, words) VALUES (:number, array_to_tsvector(CAST(:words AS text[])))"
        )
    return text("INSERT INTO word (rowid, words) VALUES (:number, :words)")


@cache
def take_words(dialect: str) -> Any:
    """Take the words of a contact away."""
    return text(f"DELETE FROM word WHERE {'number' if dialect == 'postgresql' else 'rowid'} = :number")  # noqa: S608 (a constant)


def words_as_kept(words: tuple[str, ...], dialect: str) -> object:
    """The words of a contact as the full-text index takes them; they are letters and digits only."""
    return list(words) if dialect == "postgresql" else " ".join(words)
