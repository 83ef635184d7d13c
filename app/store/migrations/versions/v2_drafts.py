"""Drafts, which are what is typed and not recorded yet; and no samples of what is personal on PostgreSQL."""

import sqlalchemy as sa
from alembic import op

revision = "v2"
down_revision = "v1"
branch_labels = None
depends_on = None

_PERSONAL = {
    "payload": ("body",),
    "contact": ("name", "organisation", "subject"),
    "word": ("words",),
    "draft": ("body",),
}


def upgrade() -> None:
    """Make the table of drafts."""
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


def _without_samples() -> None:
    """The planner's samples of a column hold what was in it, where no erasure reaches."""
    for table, columns in _PERSONAL.items():
        for column in columns:
            op.execute(f"ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS 0")
