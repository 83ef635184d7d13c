"""What a person has typed and not yet recorded: it outlives a reload, and is no history."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from attrs import field, frozen
from sqlalchemy import Engine, Uuid, bindparam, delete, insert, select

from app.store.rows import instant, microseconds
from app.store.schema import draft
from app.store.sweeping import sweep
from app.store.transactions import reading, writing

__all__ = ["Draft", "Drafts"]


@frozen(kw_only=True)
class Draft:
    """What was typed on a page, by widget or field as the page itself has it.

    `contact` is None where the draft is to begin one; `saved_at` is exact to the microsecond, in UTC.
    """

    id: UUID
    page: str
    actor: str
    contact: UUID | None = None
    body: Mapping[str, Any] = field(repr=False)
    saved_at: datetime


_OF_ID = draft.c.id == bindparam("of_id", type_=Uuid)
_ADD, _DROP, _HELD = insert(draft), delete(draft).where(_OF_ID), select(draft)


class Drafts:
    """The drafts in the register's database; safe to share between threads and processes.

    A draft may be changed and dropped, and erasing a contact drops what was drafted for it. What is dropped
    is overwritten in SQLite's file at once, and leaves its log and PostgreSQL's files with the next sweep.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def keep(  # noqa: PLR0913 (what a draft is)
        self,
        id: UUID,  # noqa: A002 (as the field is called)
        *,
        page: str,
        actor: str,
        body: Mapping[str, Any],
        at: datetime,
        contact: UUID | None = None,
    ) -> None:
        """Keep a draft, in place of the one that had this id; `body` is of what JSON can say.

        Raises:
            RegisterError: It could not be kept; what was kept before still is.
        """
        row = {
            "id": id,
            "page": page,
            "actor": actor,
            "contact": contact,
            "saved_at": microseconds(at),
            "body": json.dumps(dict(body), allow_nan=False, separators=(",", ":")),
        }
        with writing(self._engine) as connection:
            connection.execute(_DROP, {"of_id": id})
            connection.execute(_ADD, row)

    def of(self, id: UUID) -> Draft | None:  # noqa: A002 (as the field is called)
        """The draft with this id, if it is still there.

        Raises:
            RegisterError: It could not be read.
        """
        with reading(self._engine) as connection:
            row = connection.execute(_HELD.where(_OF_ID), {"of_id": id}).first()
        return _draft(row) if row else None

    def by(self, actor: str, page: str) -> tuple[Draft, ...]:
        """What somebody left unfinished on a page, the newest first.

        Raises:
            RegisterError: It could not be read.
        """
        query = _HELD.where(draft.c.actor == actor, draft.c.page == page)
        with reading(self._engine) as connection:
            rows = connection.execute(query.order_by(draft.c.saved_at.desc(), draft.c.id)).all()
        return tuple(map(_draft, rows))

    def drop(self, id: UUID) -> None:  # noqa: A002 (as the field is called)
        """Drop a draft, if it is still there.

        Raises:
            RegisterError: It could not be dropped.
        """
        with writing(self._engine) as connection:
            connection.execute(_DROP, {"of_id": id})

    def sweep(self, older_than: datetime) -> int:
        """Drop what was last kept before an instant, and have it leave the files; how many there were.

        Raises:
            RegisterError: They could not be dropped.
        """
        with writing(self._engine) as connection:
            old = draft.c.saved_at < microseconds(older_than)
            count = connection.execute(delete(draft).where(old)).rowcount
        if count:
            sweep(self._engine)
        return count


def _draft(row: Any) -> Draft:
    told = row._asdict()
    return Draft(**told | {"saved_at": instant(told["saved_at"]), "body": json.loads(told["body"])})
