"""What a holiday moves, and which were proclaimed, as lines to read."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from attrs import frozen

from app.tables.cards import title
from app.tables.words import listed
from joic_policy.contacts import Withdrawn
from joic_policy.deadlines import Change
from joic_policy.register import HolidayProclaimed, Recorded
from joic_policy.register.holidays import Moved
from joic_policy.units import day_in_jersey, day_words

__all__ = ["HolidayRow", "MovedRow", "found_words", "moved_rows", "proclaimed"]


@frozen(kw_only=True)
class MovedRow:
    """A contact that a holiday touches: what moves, and what a person has to see to.

    `moves` are what is owed, the day it was owed by, and the day it will be.
    """

    number: int
    title: str
    owner: str
    moves: tuple[tuple[str, str, str], ...]
    promise: str


@frozen(kw_only=True)
class HolidayRow:
    """A holiday that was proclaimed and holds."""

    id: UUID
    on: date
    day: str
    name: str
    source: str
    told: str


def moved_rows(moved: Iterable[Moved]) -> tuple[MovedRow, ...]:
    """What moves, the soonest first; before all those with a promise, since somebody has to decide."""
    return tuple(
        MovedRow(
            number=each.card.number,
            title=title(each.card),
            owner=each.card.owner,
            moves=tuple(map(_move, each.changes)),
            promise=_promise(each),
        )
        for each in sorted(moved, key=lambda each: (each.promised is None, _first_day(each)))
    )


def found_words(moved: Iterable[Moved]) -> str:
    """How many contacts it touches, in a sentence."""
    found = tuple(moved)
    if not found:
        return "No open contact has a date that this day would move."
    moves = sum(bool(each.changes) for each in found)
    promised = sum(each.promised is not None for each in found)
    parts = []
    if moves:
        parts.append(
            "1 open contact has a date that moves"
            if moves == 1
            else f"{moves} open contacts have dates that move"
        )
    if promised:
        parts.append(
            "1 customer was promised this very day"
            if promised == 1
            else f"{promised} customers were promised this very day"
        )
    return f"{listed(tuple(parts))}."


def proclaimed(history: Iterable[Recorded]) -> tuple[HolidayRow, ...]:
    """The holidays that were proclaimed and not withdrawn, the latest day first."""
    recorded = tuple(history)
    withdrawn = {each.event.of for each in recorded if isinstance(each.event, Withdrawn)}
    rows = (
        HolidayRow(
            id=event.id,
            on=event.on,
            day=day_words(event.on),
            name=event.name,
            source=event.source,
            told=_told(each),
        )
        for each in recorded
        if isinstance(event := each.event, HolidayProclaimed) and event.id not in withdrawn
    )
    return tuple(sorted(rows, key=lambda row: row.on, reverse=True))


def _first_day(moved: Moved) -> date:
    days = (each.due_on for change in moved.changes for each in (change.before, change.after) if each)
    return min(filter(None, days), default=date.max)


def _told(recorded: Recorded) -> str:
    day = day_words(day_in_jersey(recorded.event.recorded_at))
    return f"Proclaimed here by {recorded.actor or 'nobody named'} on {day}"


def _move(change: Change) -> tuple[str, str, str]:
    before, after = (
        day_words(each.due_on) if each and each.due_on else "no date"
        for each in (change.before, change.after)
    )
    return change.title, before, after


def _promise(moved: Moved) -> str:
    if moved.promised is None:
        return ""
    return (
        f"The customer was told {day_words(moved.promised.on)}. That does not move: "
        "answer before it, or tell them of another day."
    )
