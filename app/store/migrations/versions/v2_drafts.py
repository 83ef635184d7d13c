"""Drafts: what was typed and is not recorded yet."""

import sqlalchemy as sa
from alembic import op

revision = "v2"
down_revision = "v1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make their table."""
    op.create_table(
        "draft",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("page", sa.Text, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("contact", sa.Uuid, nullable=True),
        sa.Column("saved_at", sa.BigInteger, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
