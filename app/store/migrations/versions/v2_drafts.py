"""Drafts: what is typed and not recorded yet.

On PostgreSQL also no samples of what is personal; on SQLite an index for the beginnings of longer words.
"""

import sqlalchemy as sa
from alembic import op

revision = "v2"
down_revision = "v1"
branch_labels = None
depends_on = None

_PERSONAL = {
    "payload": ("body",),
    "contact": ("name", "organisation", "subject"),
    "draft": ("body",),
}


def upgrade() -> None:
    """Make the table of drafts, and mend each database's index."""
    op.create_table(
        "draft",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("page", sa.Text, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("contact", sa.Uuid, nullable=True),
        sa.Column("saved_at", sa.BigInteger, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        _without_samples()
    else:
        _with_longer_prefixes()


def _without_samples() -> None:
    """The planner's samples of a column hold what was in it; only those of the words are of use to it."""
    for table, columns in _PERSONAL.items():
        for column in columns:
            op.execute(f"ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS 0")


def _with_longer_prefixes() -> None:
    """A beginning of another length than these has all the contacts that bear such a word gathered first."""
    prefixes = " ".join(map(str, range(1, 13)))
    op.execute(
        "CREATE VIRTUAL TABLE word_anew USING "
        f"fts5(words, tokenize='ascii', detail='none', columnsize=0, prefix='{prefixes}')"
    )
    op.execute("INSERT INTO word_anew (rowid, words) SELECT rowid, words FROM word")
    op.execute("DROP TABLE word")
    op.execute("ALTER TABLE word_anew RENAME TO word")
