"""The tables of the training store."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, Text, UniqueConstraint, Uuid

__all__ = ["metadata", "seat", "session"]

metadata = MetaData()

#: What a group practises. `plan` is a list in JSON, instants are text in ISO 8601, in UTC.
session = Table(
    "session",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("title", Text, nullable=False),
    Column("plan", Text, nullable=False),
    Column("seed", Text, nullable=False),
    Column("drills", Integer),
    Column("pace", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("code", String, nullable=False),
    Column("revealed", Integer, nullable=False),
    Column("prepared_at", String, nullable=False),
    Column("ended_at", String),
)

#: A learner in a session. `practice` is a practice record in JSON, `answered` how many turns are in it.
seat = Table(
    "seat",
    metadata,
    Column("token", String, primary_key=True),
    Column("session", Uuid, ForeignKey("session.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("initials", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("seen", Integer, nullable=False),
    Column("answered", Integer, nullable=False),
    Column("practice", Text, nullable=False),
    UniqueConstraint("session", "initials"),
)
