"""What was kept long enough is listed for a person, once, and nothing is removed."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from joic_policy import Closed, Matter, MatterKind
from joic_policy._table import Table
from joic_policy.contacts import ClosedBecause, Erased
from joic_policy.errors import DataFileError, NotPermittedError
from joic_policy.register import Actor, ContactDesk, InMemoryRegister, Role, retention
from joic_policy.register.retention import due_for_review, kept_years, retention_from
from tests.desks import NOON, a_letter, desk_on

TEXT = Path(retention.__file__).with_name("retention.toml").read_text(encoding="utf-8")


def closed(desk: ContactDesk, kinds: Iterable[MatterKind]) -> UUID:
    """A contact that was closed at noon."""
    letter = a_letter(matters=tuple(Matter(kind=kind) for kind in kinds))
    desk.record(letter.id, letter, expecting=0)
    closing = Closed(happened_at=NOON, by="Ann", because=ClosedBecause.WITHDRAWN)
    desk.record(letter.id, closing, expecting=1)
    return letter.id


@pytest.mark.parametrize("kinds", [[], *([kind] for kind in MatterKind)])
def test_a_contact_is_listed_when_its_years_are_over(kinds: list[MatterKind]) -> None:
    """From the day on, not the day before."""
    desk = desk_on(InMemoryRegister())
    contact = closed(desk, kinds)
    over_on = date(2026 + kept_years()[kinds[0] if kinds else None], 11, 25)

    assert [card.contact for card in due_for_review(desk, over_on)] == [contact]
    assert list(due_for_review(desk, date(over_on.year, 11, 24))) == []
    assert desk.contact(contact).version == 2


def test_the_longest_of_its_kinds_holds() -> None:
    """A question within a complaint is kept with the complaint, and listed once."""
    desk = desk_on(InMemoryRegister())
    contact = closed(desk, [MatterKind.QUESTION, MatterKind.ARTICLE_19_COMPLAINT])
    shorter, longer = (kept_years()[kind] for kind in (MatterKind.QUESTION, MatterKind.ARTICLE_19_COMPLAINT))

    assert shorter < longer
    assert list(due_for_review(desk, date(2026 + shorter, 11, 25))) == []
    assert [card.contact for card in due_for_review(desk, date(2026 + longer, 11, 25))] == [contact]


def test_what_is_erased_or_open_is_not_listed() -> None:
    """There is nothing left to review in it, or it is not over."""
    desk = desk_on(InMemoryRegister())
    contact = closed(desk, [])
    opened = a_letter()
    desk.record(opened.id, opened, expecting=0)
    desk.record(contact, Erased(happened_at=NOON, by="Ann", why="kept long enough"), expecting=2)

    assert list(due_for_review(desk, date(2099, 1, 1))) == []


def test_a_leap_day_has_its_years_too() -> None:
    """They end on 28 February."""
    leap = datetime(2028, 2, 29, 12, tzinfo=UTC)

    assert list(due_for_review(desk_on(InMemoryRegister(), now=leap), leap.date())) == []


def test_not_everybody_reviews() -> None:
    """It is decided above."""
    desk = desk_on(InMemoryRegister(), actor=Actor(name="Bea", roles=frozenset()))

    with pytest.raises(NotPermittedError, match="review_retention"):
        list(due_for_review(desk, NOON.date()))


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("feedback = 2\n", "", "feedback"),
        ("feedback = 2", "feedback = 0", "feedback"),
        ("feedback = 2", "feedback = 2\ngossip = 1", "gossip"),
        ("untriaged = 1", "", "untriaged"),
    ],
)
def test_a_fault_in_the_file_is_refused(old: str, new: str, path: str) -> None:
    """With its path."""
    with pytest.raises(DataFileError) as refused:
        retention_from(Table.parsed(TEXT.replace(old, new), "retention.toml"))

    assert refused.value.path == path


def test_who_reviews_without_seeing_contacts_sees_no_names() -> None:
    """An administrator may look over the list, and not over the customers."""
    desk = desk_on(InMemoryRegister())
    contact = closed(desk, [])
    desk.actor = Actor(name="Dot", roles=frozenset({Role.ADMINISTRATOR}))

    (card,) = due_for_review(desk, date(2040, 1, 1))

    assert (card.contact, card.name, card.organisation, card.subject) == (contact, "", "", "")
