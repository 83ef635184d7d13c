"""One chain over everything recorded. An edit, a gap or a lost contact breaks it; an erasure does not.

A link commits to a salted digest of its event, so that the event can be taken away and the chain stays whole;
the salt goes too, or a short text could be guessed from its digest. What is left of an erased event is put
under the link that erased it.
"""

import hashlib
import secrets
from collections.abc import Iterable
from typing import Any
from uuid import UUID

__all__ = ["FIRST", "commitment", "erasure_digest", "link_hash", "new_salt"]

FIRST = "0" * 64
"""What stands before the first link, and where a link erases nothing."""


def new_salt() -> str:
    """256 random bits."""
    return secrets.token_hex(32)


def commitment(salt: str, body: str) -> str:
    """What a link says of an event without telling it."""
    return _digest(salt, body)


def erasure_digest(left: Iterable[tuple[int, str, str]]) -> str:
    """What an erasure says of what it left: of each event its sequence, new salt and emptied body."""
    return _digest(*(f"{sequence}:{commitment(salt, body)}" for sequence, salt, body in sorted(left)))


def link_hash(before: str, row: dict[str, Any]) -> str:
    """The hash of a link after the link with hash `before`."""
    contact: UUID = row["contact"]
    event_id: UUID = row["event_id"]
    return _digest(
        before,
        str(row["sequence"]),
        str(contact),
        str(row["version"]),
        str(event_id),
        row["actor"],
        row["commitment"],
        row["erasure"],
    )


def _digest(*parts: str) -> str:
    digest = hashlib.sha256()
    for part in parts:
        written = part.encode("utf-8", "surrogatepass")
        digest.update(len(written).to_bytes(8, "big"))
        digest.update(written)
    return digest.hexdigest()
