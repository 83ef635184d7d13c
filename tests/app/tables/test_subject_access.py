"""What we hold of a person, as a draft."""

from app.tables.acts import DONE
from app.tables.subject_access import HEADINGS, HEEDS, PassageRow, cells, passage_rows, plain_draft
from joic_policy import Customer, FileNoted, Matter
from joic_policy.contacts import EVENTS, MessageTaken
from joic_policy.register import InMemoryRegister
from joic_policy.register.subject_access import Heed, subject_access_draft
from tests.desks import NOON, a_letter, desk_on


def rows_of(*, matters: tuple[Matter, ...] = ()) -> tuple[PassageRow, ...]:
    """The draft of a letter with a note and a message."""
    customer = Customer(name="Zoë", email="zoe@example.org")
    letter = a_letter(customer=customer, subject="My file", matters=matters)
    desk = desk_on(InMemoryRegister())
    for version, event in enumerate(
        (
            letter,
            FileNoted(happened_at=NOON, outcome="Rang back"),
            MessageTaken(happened_at=NOON, recipient="Bea", text="Her brother: 07797 700000"),
        )
    ):
        desk.record(letter.id, event, expecting=version)
    return passage_rows(subject_access_draft(desk, (letter.id,)), {letter.id: 12})


def test_each_text_says_where_it_stands_and_what_to_heed() -> None:
    """The customer's own details, what was written freely, and what seems to be somebody else's."""
    found = {row.text: row for row in rows_of()}

    assert {text: (row.part, row.heed, row.is_marked) for text, row in found.items()} == {
        "Zoë": ("Name", HEEDS[Heed.NOTHING], False),
        "zoe@example.org": ("Email", HEEDS[Heed.NOTHING], False),
        "My file": ("Subject", HEEDS[Heed.READ_FOR_OTHERS], False),
        "Rang back": ("Outcome", HEEDS[Heed.READ_FOR_OTHERS], False),
        "Her brother: 07797 700000": ("What was said or written", HEEDS[Heed.NAMES_ANOTHER], True),
    }
    assert {(row.number, row.day) for row in found.values()} == {
        (12, "Monday 23 November 2026"),
        (12, "Wednesday 25 November 2026"),
    }


def test_what_was_told_in_confidence_is_marked_throughout() -> None:
    """Whatever part it is."""
    rows = rows_of(matters=(Matter(kind="information_in_confidence"),))

    assert {(row.heed, row.is_marked) for row in rows} == {(HEEDS[Heed.INFORMANT], True)}


def test_a_draft_says_that_it_is_one() -> None:
    """As text, with every passage; as a sheet, with every cell."""
    rows = rows_of()

    text = plain_draft(rows, at=NOON, by="")

    assert text.startswith(
        "DRAFT for review. Not to be given out as it is.\n"
        "Gathered by nobody named at 12:00 on Wednesday 25 November 2026.\n"
    )
    assert all(f"[{row.heed}]\n{row.text}\n" in text for row in rows)
    assert [cell[-1] for cell in cells(rows)] == [row.text for row in rows]
    assert {len(cell) for cell in cells(rows)} == {len(HEADINGS)}


def test_every_heed_and_act_has_its_words() -> None:
    """Whatever a contact holds can be told."""
    assert set(HEEDS) == set(Heed)
    assert set(EVENTS) <= set(DONE)
