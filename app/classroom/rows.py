"""Rows of the training store as values, and back."""

import json
from datetime import UTC, datetime
from typing import Any

from app.classroom.values import Pace, Seat, Session, Stage
from joic_policy.training import Practice, practice_from, practice_record

__all__ = ["instant", "kept_practice", "seat_from", "session_from", "session_row"]


def session_row(session: Session) -> dict[str, Any]:
    """A session as it is kept."""
    return {
        "id": session.id,
        "title": session.title,
        "plan": json.dumps(session.plan),
        "seed": session.seed,
        "drills": session.drills,
        "pace": session.pace.value,
        "stage": session.stage.value,
        "code": session.code,
        "revealed": session.revealed,
        "prepared_at": instant(session.prepared_at),
        "ended_at": session.ended_at and instant(session.ended_at),
    }


def session_from(row: Any) -> Session:
    """The session of a row."""
    told = row._asdict()
    ended = told["ended_at"]
    return Session(
        **told
        | {
            "plan": tuple(json.loads(told["plan"])),
            "pace": Pace(told["pace"]),
            "stage": Stage(told["stage"]),
            "prepared_at": datetime.fromisoformat(told["prepared_at"]),
            "ended_at": datetime.fromisoformat(ended) if ended else None,
        }
    )


def seat_from(row: Any) -> Seat:
    """The seat of a row."""
    return Seat(
        token=row.token,
        session=row.session,
        initials=row.initials,
        first=row.first,
        seen=row.seen,
        practice=practice_from(json.loads(row.practice)),
    )


def kept_practice(practice: Practice) -> dict[str, Any]:
    """What changes in a seat with a practice."""
    return {
        "practice": json.dumps(practice_record(practice), separators=(",", ":")),
        "answered": len(practice.committed),
    }


def instant(at: datetime) -> str:
    """An instant as it is kept: in UTC and of one length, so that text sorts as time does."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
