"""What came in as tables, as rows to look at."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from app.documents import call_log, contacts_in
from joic_policy.units import JERSEY_ZONE

__all__ = ["call_rows", "fault_rows"]

_LONGEST = 60


def call_rows(calls: Iterable[call_log.Call]) -> Mapping[str, Sequence[str]]:
    """Each call by its columns: when it rang, how long, from whom, and what to know of it."""
    read = [(each, each.received) for each in calls]
    return {
        "Rang": [_clock(one.rang_at) for _, one in read],
        "Answered": [_waited(one.rang_at, one.answered_at) for _, one in read],
        "Given up": [_waited(one.rang_at, one.abandoned_at) for _, one in read],
        "Number": [one.customer.telephone for _, one in read],
        "Extension": [f"{each.extension} {one.owner}".strip() for each, one in read],
        "To know": ["The hour came twice: the first is taken" if each.twice else "" for each, _ in read],
    }


def fault_rows(faults: Iterable[call_log.Fault | contacts_in.Fault]) -> Iterable[Sequence[str]]:
    """Each fault: its line, its column, what was given, what was expected."""
    for fault in faults:
        given = fault.given if len(fault.given) <= _LONGEST else f"{fault.given[:_LONGEST]}…"
        yield (str(fault.line), fault.column, given or "nothing", fault.expected)


def _clock(at: datetime | None) -> str:
    return f"{at.astimezone(JERSEY_ZONE):%d/%m/%Y %H:%M:%S}" if at else ""


def _waited(rang_at: datetime | None, at: datetime | None) -> str:
    return f"after {round((at - rang_at).total_seconds())} s" if at and rang_at else ""
