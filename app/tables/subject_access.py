"""What we hold of a person, as a draft that somebody reads before anything is given out."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from uuid import UUID

from attrs import frozen

from app.tables.acts import DONE
from app.tables.timeline import PARTS
from joic_policy.register.subject_access import Heed, Passage
from joic_policy.units import day_in_jersey, day_words, instant_words

__all__ = ["HEADINGS", "HEEDS", "PassageRow", "cells", "passage_rows", "plain_draft"]

HEEDS: Mapping[Heed, str] = {
    Heed.NOTHING: "The customer's own details",
    Heed.READ_FOR_OTHERS: "Read it: somebody else may be in it",
    Heed.NAMES_ANOTHER: "An address or a number in it is not the customer's",
    Heed.INFORMANT: "Told in confidence: decide before anything of it is given out",
}
HEADINGS = ("Contact", "Day", "What", "Part", "Heed", "Text")

_ACTS = {kind.__name__: words for kind, words in DONE.items()}


@frozen(kw_only=True)
class PassageRow:
    """One text: the number of its contact, when and in what it stands, and what to think of first."""

    number: int
    day: str
    what: str
    part: str
    heed: str
    is_marked: bool
    text: str


def passage_rows(passages: Iterable[Passage], numbers: Mapping[UUID, int]) -> tuple[PassageRow, ...]:
    """The passages in order; `numbers` has the number of each contact by its id."""
    return tuple(
        PassageRow(
            number=numbers[each.contact],
            day=day_words(day_in_jersey(each.happened_at)),
            what=_ACTS[each.act],
            part=PARTS[each.part.rpartition(".")[2]],
            heed=HEEDS[each.heed],
            is_marked=each.heed in {Heed.NAMES_ANOTHER, Heed.INFORMANT},
            text=each.text,
        )
        for each in passages
    )


def cells(rows: Iterable[PassageRow]) -> Iterator[tuple[str, ...]]:
    """The rows as the cells of a sheet, under `HEADINGS`."""
    return ((str(row.number), row.day, row.what, row.part, row.heed, row.text) for row in rows)


def plain_draft(rows: Iterable[PassageRow], *, at: datetime, by: str) -> str:
    """The rows as text to read and mark; it says at the top what it is."""
    head = (
        "DRAFT for review. Not to be given out as it is.\n"
        f"Gathered by {by or 'nobody named'} at {instant_words(at.replace(second=0, microsecond=0))}."
    )
    parts = (
        f"Contact {row.number}, {row.day}: {row.what}\n{row.part} [{row.heed}]\n{row.text}" for row in rows
    )
    return "\n\n".join((head, *parts)) + "\n"
