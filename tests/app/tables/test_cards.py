"""A contact in a list."""

from datetime import date

import pytest
from attrs import evolve

from app.tables.cards import card_row, title
from app.tables.retention import kept_rows
from joic_policy import Channel
from joic_policy.contacts import Direction
from joic_policy.register import Card
from joic_policy.register.retention import kept_years
from tests.desks import a_letter

CARD = Card(
    contact=a_letter().id,
    number=7,
    channel=Channel.IN_PERSON,
    direction=Direction.IN,
    received_on=date(2026, 11, 23),
    owner="Bea",
    file="F/1",
    subject="Cameras",
)


@pytest.mark.parametrize(
    ("name", "organisation", "expected"),
    [
        ("Zoë", "Harbour Ltd", "7: Zoë, Harbour Ltd"),
        ("Zoë", " ", "7: Zoë"),
        ("", "Harbour Ltd", "7: Harbour Ltd"),
        ("", "", "7: nobody named"),
    ],
)
def test_a_contact_is_called_by_what_is_known(name: str, organisation: str, expected: str) -> None:
    """Its number always, since that is what one says of it."""
    assert title(evolve(CARD, name=name, organisation=organisation)) == expected


def test_a_line_says_how_it_came_and_how_it_stands() -> None:
    """To us or from us, open or closed."""
    opened = card_row(CARD)
    closed = card_row(
        evolve(CARD, channel=Channel.TELEPHONE, direction=Direction.OUT, closed_on=date(2026, 11, 24))
    )

    assert (opened.came, opened.standing, opened.is_open) == (
        "In person to us, Monday 23 November 2026",
        "Open",
        True,
    )
    assert (opened.owner, opened.file, opened.subject) == ("Bea", "F/1", "Cameras")
    assert (closed.came, closed.standing, closed.is_open) == (
        "Telephone from us, Monday 23 November 2026",
        "Closed on Tuesday 24 November 2026",
        False,
    )


def test_how_long_each_kind_is_kept_is_told() -> None:
    """One line a kind, the shortest first."""
    rows = kept_rows(kept_years())

    assert rows[0] == ("nothing triaged", "1 year")
    assert ("article 19 complaint", "6 years") in rows
    assert len(rows) == len(kept_years())
