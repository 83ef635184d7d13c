"""Two answers side by side, and what other readings would make of one."""

from datetime import datetime

from attrs import frozen

from app.tables.labels import STATUSES
from joic_policy import Change, Deadline, OutsideCalendarError, compare

__all__ = ["MovedRow", "OtherReadings", "moved", "other_readings"]


@frozen(kw_only=True)
class MovedRow:
    """One deadline under two scenarios, and what lies between them; `differs` says whether anything does."""

    title: str
    first: str
    second: str
    differs: bool
    moved: str
    why: tuple[str, ...]


@frozen(kw_only=True)
class OtherReadings:
    """What other readings would make of an answer: pairs of question and sentence; `same` counts the rest."""

    changing: tuple[tuple[str, str], ...]
    not_computable: tuple[tuple[str, str], ...]
    same: int


def moved(first: tuple[Deadline, ...], second: tuple[Deadline, ...], at: datetime) -> tuple[MovedRow, ...]:
    """Every deadline of two scenarios, those of the second in its order and then what vanished."""
    old = {deadline.identity: deadline for deadline in first}
    new = {deadline.identity: deadline for deadline in second}
    changes = {
        one.identity: change for change in compare(first, second) if (one := change.after or change.before)
    }
    return tuple(
        MovedRow(
            title=(new.get(identity) or old[identity]).title,
            first=_said(old.get(identity), at),
            second=_said(new.get(identity), at),
            differs=identity in changes,
            moved=_moved(changes.get(identity)),
            why=changes[identity].why if identity in changes else (),
        )
        for identity in dict.fromkeys((*new, *old))
    )


def other_readings(deadline: Deadline) -> OtherReadings:
    """Which other readings would change an answer, which cannot be computed, and how many agree with it."""
    changing, unknown, same = [], [], 0
    try:
        used = deadline.interpretations
    except OutsideCalendarError as error:
        return OtherReadings(changing=(), not_computable=(("Some other reading", f"{error}."),), same=0)
    for reading in used:
        for other in reading.others:
            told = (reading.interpretation.question, other.words)
            if other.changes is None:
                unknown.append(told)
            elif other.changes:
                changing.append(told)
            else:
                same += 1
    return OtherReadings(changing=tuple(changing), not_computable=tuple(unknown), same=same)


def _said(deadline: Deadline | None, at: datetime) -> str:
    if deadline is None:
        return "Not owed"
    on = deadline.due_on
    day = f"{on:%a} {on.day} {on:%b %Y}" if on else "No date"
    return f"{day}, {STATUSES[deadline.status(at)].lower()}"


def _moved(change: Change | None) -> str:
    if change is None:
        return "The same."
    return f"{change.moved[:1].upper()}{change.moved[1:]}"
