"""The tables of the register.

What happened is in `link` and `payload`; all else is an index made from it, but for the drafts.
"""

import json
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text, Uuid
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

__all__ = [
    "AsTyped",
    "as_kept",
    "as_typed",
    "contact",
    "draft",
    "link",
    "matter",
    "metadata",
    "owed",
    "payload",
]


def as_kept(typed: str) -> str:
    """Text as `AsTyped` keeps it: in ASCII."""
    return json.dumps(str(typed))[1:-1]


def as_typed(held: str) -> str:
    """The text that `AsTyped` keeps so."""
    if "\\" not in held:
        return held
    typed: str = json.loads(f'"{held}"')
    return typed


class AsTyped(TypeDecorator[str]):
    """Text as it was typed, kept in ASCII: no database takes every character (PostgreSQL no NUL)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 (its shape)
        """As it is kept."""
        return None if value is None else as_kept(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002 (its shape)
        """As it was typed."""
        return None if value is None else as_typed(value)


metadata = MetaData()

#: The chain over the whole register: each hash is over the row and the hash before it.
link = Table(
    "link",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("contact", Uuid, nullable=False),
    Column("version", Integer, nullable=False),
    Column("event_id", Uuid, nullable=False, unique=True),
    Column("actor", AsTyped, nullable=False),
    Column("commitment", String(64), nullable=False),
    Column("erasure", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index("link_contact", "contact", "version", unique=True),
)

#: What each link commits to; an erasure puts an emptied body, salt and commitment in place.
payload = Table(
    "payload",
    metadata,
    Column("sequence", Integer, ForeignKey("link.sequence"), primary_key=True, autoincrement=False),
    Column("salt", String(64), nullable=False),
    Column("body", Text, nullable=False),
    Column("erased_by", Integer, nullable=True),
)

contact = Table(
    "contact",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("contact", Uuid, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("channel", String(20), nullable=False),
    Column("direction", String(3), nullable=False),
    Column("received_on", String(10), nullable=False),
    Column("closed_on", String(10), nullable=True),
    Column("owner", AsTyped, nullable=False),
    Column("file", AsTyped, nullable=False),
    Column("name", AsTyped, nullable=False),
    Column("organisation", AsTyped, nullable=False),
    Column("subject", AsTyped, nullable=False),
    Column("ground", String(64), nullable=False),
    Index("contact_file", "file", postgresql_using="hash"),  # takes any length
    Index("contact_ground", "ground"),
    Index("contact_closed", "closed_on"),
)

matter = Table(
    "matter",
    metadata,
    Column("number", Integer, ForeignKey("contact.number"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(40), nullable=False),
    Column("route", AsTyped, nullable=False),
    Index("matter_kind", "kind", "number"),
)

#: Instants are whole microseconds since 1970 in UTC; what has no date or no waiver has the last or the first.
owed = Table(
    "owed",
    metadata,
    Column("number", Integer, ForeignKey("contact.number"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("duty", String(40), nullable=False),
    Column("due_on", String(10), nullable=True),
    Column("due_at", BigInteger, nullable=False),
    Column("arose_at", BigInteger, nullable=False),
    Column("waived_until", BigInteger, nullable=False),
    Index("owed_queue", "due_at", "arose_at", "number", "place", "waived_until"),
)

#: What is not recorded yet. There are few, swept when old, so that no index is worth its writes.
draft = Table(
    "draft",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("page", AsTyped, nullable=False),
    Column("actor", AsTyped, nullable=False),
    Column("contact", Uuid, nullable=True),
    Column("saved_at", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
)
