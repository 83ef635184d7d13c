"""A contact in a list: what it is called there, and what is said of it."""

from attrs import frozen

from app.tables.labels import CHANNELS
from joic_policy.contacts import Direction
from joic_policy.register import Card
from joic_policy.units import day_words

__all__ = ["CardRow", "card_row", "title"]


@frozen(kw_only=True)
class CardRow:
    """One contact found. `came` says how and when, `standing` whether it is closed."""

    number: int
    title: str
    subject: str
    came: str
    standing: str
    is_open: bool
    owner: str
    file: str


def title(card: Card) -> str:
    """By what a contact is known on the screen: its number, and who it is from as far as that is known."""
    who = ", ".join(part for part in (card.name.strip(), card.organisation.strip()) if part)
    return f"{card.number}: {who or 'nobody named'}"


def card_row(card: Card) -> CardRow:
    """A contact as one line of a list."""
    channel = CHANNELS[card.channel]
    told = f"{channel[:1].upper()}{channel[1:]}"
    way = "to us" if card.direction is Direction.IN else "from us"
    closed = f"Closed on {day_words(card.closed_on)}" if card.closed_on else "Open"
    return CardRow(
        number=card.number,
        title=title(card),
        subject=card.subject,
        came=f"{told} {way}, {day_words(card.received_on)}",
        standing=closed,
        is_open=card.closed_on is None,
        owner=card.owner,
        file=card.file,
    )
