"""The first form: the chain, what it commits to, and the index of contacts and of what is owed."""

import sqlalchemy as sa
from alembic import op

revision = "v1"
down_revision = None
branch_labels = None
depends_on = None

_NO_CHANGE = "the history is only ever added to"


def upgrade() -> None:
    """Make every table, the full-text index, and the triggers that keep the history."""
    _history()
    _contacts()
    _what_is_owed()
    if op.get_bind().dialect.name == "postgresql":
        _on_postgresql()
    else:
        _on_sqlite()


def _history() -> None:
    op.create_table(
        "link",
        sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("contact", sa.Uuid, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("event_id", sa.Uuid, nullable=False, unique=True),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("commitment", sa.String(64), nullable=False),
        sa.Column("erasure", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_index("link_contact", "link", ["contact", "version"], unique=True)
    op.create_table(
        "payload",
        sa.Column(
            "sequence", sa.Integer, sa.ForeignKey("link.sequence"), primary_key=True, autoincrement=False
        ),
        sa.Column("salt", sa.String(64), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("erased_by", sa.Integer, nullable=True),
    )


def _contacts() -> None:
    op.create_table(
        "contact",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("contact", sa.Uuid, nullable=False, unique=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("direction", sa.String(3), nullable=False),
        sa.Column("received_on", sa.String(10), nullable=False),
        sa.Column("closed_on", sa.String(10), nullable=True),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("organisation", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("ground", sa.String(64), nullable=False),
    )
    op.create_index("contact_file", "contact", ["file"], postgresql_using="hash")
    op.create_index("contact_ground", "contact", ["ground"])
    op.create_index("contact_closed", "contact", ["closed_on"])
    op.create_table(
        "matter",
        _number(),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("route", sa.Text, nullable=False),
    )
    op.create_index("matter_kind", "matter", ["kind", "number"])


def _what_is_owed() -> None:
    op.create_table(
        "owed",
        _number(),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("duty", sa.String(40), nullable=False),
        sa.Column("due_on", sa.String(10), nullable=True),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("arose_at", sa.BigInteger, nullable=False),
        sa.Column("waived_until", sa.BigInteger, nullable=False),
    )
    op.create_index("owed_queue", "owed", ["due_at", "arose_at", "number", "place", "waived_until"])


def _number() -> "sa.Column[int]":
    return sa.Column(
        "number", sa.Integer, sa.ForeignKey("contact.number"), primary_key=True, autoincrement=False
    )


def _on_sqlite() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE word USING "
        "fts5(words, tokenize='ascii', detail='none', columnsize=0, prefix='2 3')"
    )
    for table, event, when in (
        ("link", "UPDATE", "true"),
        ("link", "DELETE", "true"),
        ("payload", "UPDATE", "NEW.erased_by IS NULL OR NEW.erased_by <= coalesce(OLD.erased_by, 0)"),
        ("payload", "DELETE", "true"),
    ):
        op.execute(
            f"CREATE TRIGGER {table}_{event.lower()} BEFORE {event} ON {table} WHEN {when} "
            f"BEGIN SELECT RAISE(ABORT, '{_NO_CHANGE}'); END"
        )


def _on_postgresql() -> None:
    op.execute("CREATE TABLE word (number integer PRIMARY KEY REFERENCES contact, words tsvector NOT NULL)")
    op.execute("CREATE INDEX word_words ON word USING gin (words)")
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_NO_CHANGE}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER link_change BEFORE UPDATE OR DELETE ON link "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
    op.execute(
        "CREATE TRIGGER payload_update BEFORE UPDATE ON payload FOR EACH ROW WHEN "
        "(NEW.erased_by IS NULL OR NEW.erased_by <= coalesce(OLD.erased_by, 0)) "
        "EXECUTE FUNCTION refuse_change()"
    )
    op.execute(
        "CREATE TRIGGER payload_delete BEFORE DELETE ON payload FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
    for table in ("link", "payload"):
        op.execute(
            f"CREATE TRIGGER {table}_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
