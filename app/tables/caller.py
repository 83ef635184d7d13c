"""What to know of a customer before speaking to them or sending anything."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from attrs import field, frozen

from app.tables.cards import card_row
from app.tables.labels import CHANNELS, FORMATS, STATUSES
from app.tables.words import listed
from joic_policy import Deadline, Format
from joic_policy.contacts import conduct_flags
from joic_policy.errors import ConflictOfInterestError
from joic_policy.register import Card, ContactDesk, Held
from joic_policy.register.entries import is_open
from joic_policy.register.words import words_in
from joic_policy.units import day_in_jersey, day_words

__all__ = ["CallerCard", "EarlierRow", "FlagRow", "Known", "caller_card", "known_by"]

_MOST, _LONGEST = 8, 400
_Row = TypeVar("_Row")


class Wanted(Protocol):
    """Something to look for."""

    @property
    def field(self) -> str:
        """Which fact of the customer it is."""

    @property
    def text(self) -> str:
        """What it is."""

    @property
    def same(self) -> str:
        """What it says where it is found."""

    @property
    def telling(self) -> bool:
        """Whether it is hardly anybody else's."""


@frozen(kw_only=True)
class Known:
    """A contact found, and what is the same. Nothing is `held` of one that is closed to who looks."""

    card: Card
    same: tuple[str, ...]
    telling: bool
    held: Held | None = None
    owed: tuple[Deadline, ...] = ()


@frozen(kw_only=True)
class FlagRow:
    """Why to take care, and who answers for that until when."""

    reason: str = field(repr=False)
    rest: str


@frozen(kw_only=True)
class EarlierRow:
    """A contact before: the words of a link to it, and how it came, how it stands and what is the same."""

    number: int
    title: str
    words: str


@frozen(kw_only=True)
class CallerCard:
    """All of it. `heed` are a need, what it is, and where it was told."""

    flags: tuple[FlagRow, ...] = ()
    heed: tuple[tuple[str, str, str], ...] = field(default=(), repr=False)
    owed: tuple[str, ...] = ()
    earlier: tuple[EarlierRow, ...] = ()


def known_by(desk: ContactDesk, wanted: Iterable[Wanted], *, but: UUID | None = None) -> tuple[Known, ...]:
    """The contacts in which something of it is found, what is most telling first; at most a few."""
    found: dict[UUID, tuple[Card, list[Wanted]]] = {}
    for one in wanted:
        for card in desk.find(one.text, size=_MOST):
            if card.contact != but:
                found.setdefault(card.contact, (card, []))[1].append(one)
    known = [_known(desk, card, reasons) for card, reasons in found.values()]
    known.sort(key=lambda one: (not one.telling, -one.card.number))
    return tuple(known[:_MOST])


def caller_card(known: Iterable[Known], at: datetime) -> CallerCard:
    """What they come to at an instant."""
    found = tuple(known)
    return CallerCard(
        flags=_once(flag for one in found for flag in _flags(one, at)),
        heed=_once(need for one in found for need in _heed(one)),
        owed=tuple(line for one in found for line in _owed(one, at)),
        earlier=tuple(map(_earlier, found)),
    )


def _known(desk: ContactDesk, card: Card, reasons: Iterable[Wanted]) -> Known:
    try:
        held = desk.contact(card.contact)
    except ConflictOfInterestError:
        return Known(card=card, same=("closed to you: a colleague deals with it",), telling=False)
    alike = {one: _is_the_same(one, held) for one in reasons}
    same = (
        one.same if is_same else one.same.replace("the same", "it mentions this")
        for one, is_same in alike.items()
    )
    return Known(
        card=card,
        same=tuple(same),
        telling=any(one.telling and is_same for one, is_same in alike.items()),
        held=held,
        owed=desk.deadlines(held.contact),
    )


def _is_the_same(wanted: Wanted, held: Held) -> bool:
    """Whether it is what the customer told of themselves, and not only somewhere in what was said."""
    if wanted.field == "file":
        return True
    known = words_in(getattr(held.contact.customer, wanted.field))
    return all(any(word.startswith(typed) for word in known) for typed in words_in(wanted.text))


def _flags(known: Known, at: datetime) -> Iterator[FlagRow]:
    for flag in conduct_flags(known.held.contact, day_in_jersey(at)) if known.held else ():
        yield FlagRow(
            reason=_shortened(flag.reason),
            rest=(
                f"From contact {known.card.number}. {flag.owner} answers for this flag and looks at it again "
                f"on {day_words(flag.review_on)}; it ends after {day_words(flag.expires_on)}."
            ),
        )


def _heed(known: Known) -> Iterator[tuple[str, str, str]]:
    if known.held is None:
        return
    needs, where = known.held.contact.customer.needs, f"contact {known.card.number}"
    if needs.safe_contact:
        yield "Safe contact", _shortened(needs.safe_contact), where
    if needs.language:
        yield "Language", _shortened(needs.language), where
    if needs.format is not Format.STANDARD:
        yield "Form of our replies", FORMATS[needs.format], where
    if needs.preferred_channel:
        yield "Would rather be reached", CHANNELS[needs.preferred_channel], where


def _owed(known: Known, at: datetime) -> Iterator[str]:
    closed = known.held is None or known.held.contact.closed
    for deadline in () if closed else known.owed:
        if is_open(deadline):
            due = f" by {day_words(deadline.due_on)}" if deadline.due_on else ""
            yield f"{known.card.number}: {deadline.title}{due} ({STATUSES[deadline.status(at)].lower()})"


def _earlier(known: Known) -> EarlierRow:
    row = card_row(known.card)
    same = listed(known.same)
    words = f"{row.came}. {row.standing}. {same[:1].upper()}{same[1:]}."
    return EarlierRow(number=row.number, title=row.title, words=words)


def _shortened(text: str) -> str:
    """As much as a card has room for; the contact has all of it."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _once(found: Iterable[_Row]) -> tuple[_Row, ...]:
    return tuple(dict.fromkeys(found))
