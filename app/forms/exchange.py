"""A message that came in, as the form in which it is checked."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import uuid5

from attrs import evolve, frozen

from app.documents.messages_in import MessageIn
from app.forms.callers import Proposal, named_in, proposed_files
from app.forms.findings import FieldFinding
from app.forms.log import Logged, logged
from joic_policy import Channel, Closed, ClosedBecause
from joic_policy.register import ContactDesk
from joic_policy.units import JERSEY_ZONE, instant_words

__all__ = ["Receipt", "begun", "files_for", "message_logged", "receipts"]

_MOST_SAME = 5


@frozen(kw_only=True)
class Receipt:
    """When a message may have reached us, who says so, and whether that proves it."""

    at: datetime
    words: str
    proved: bool


def receipts(message: MessageIn) -> tuple[Receipt, ...]:
    """When it may have reached us, the surest first: our servers (the last first), the sender's clock."""
    return tuple(_receipts(message))


def begun(message: MessageIn, *, ours: Iterable[str]) -> Mapping[str, Any]:
    """What the form begins with, as far as the message tells."""
    first = next(iter(receipts(message)), None)
    there = first.at.astimezone(JERSEY_ZONE) if first else None
    domain = message.address.rpartition("@")[2].casefold()
    return {
        "received": there.date() if there else None,
        "received.time": f"{there:%H:%M}" if there else "",
        "name": message.name if message.name != message.address else "",
        "email": message.address,
        "subject": message.subject,
        "text": message.text,
        "file": "",
        "internal": bool(domain) and any(domain == own or domain.endswith(f".{own}") for own in ours),
        "nothing": message.automatic is not None,
    }


def message_logged(
    raw: Mapping[str, Any], message: MessageIn, *, by: str, owner: str, at: datetime
) -> Logged:
    """The events of a message as it was checked; closed at once where there is nothing to answer.

    The exact instant is that of the receipt whose minute was left as it stood.
    """
    exactly = (each.at for each in receipts(message) if _shows(each, raw))
    facts = {
        **raw,
        "how": Channel.EMAIL,
        "owner": owner,
        "received_at": next(exactly, None),
        "as_typed": raw.get("email") == message.address,
    }
    read = logged(facts, id=message.contact, at=at)
    if not read.events or not raw.get("nothing"):
        return read
    if not by.strip():
        unnamed = FieldFinding(
            field="nothing", message="Nothing given: expected your name, under Who is working."
        )
        return Logged(findings=(unnamed,))
    closed = Closed(
        id=uuid5(message.contact, "closed"),
        happened_at=max(at, read.events[0].happened_at),
        because=ClosedBecause.NEEDS_NO_REPLY,
        by=by,
    )
    return evolve(read, events=(*read.events, closed))


def files_for(desk: ContactDesk, message: MessageIn) -> tuple[Proposal, ...]:
    """The files on which a message may belong, and why."""
    register = desk.register
    named = named_in(register, message.subject)
    answered = [card for card in map(register.card, message.answers) if card]
    same = desk.find(message.address, size=_MOST_SAME) if "@" in message.address else ()
    return proposed_files(named=named, answered=answered, same_address=same)


def _receipts(message: MessageIn) -> Iterator[Receipt]:
    for place, arrival in enumerate(message.arrivals):
        where = f"{instant_words(arrival.at)}, at our server {arrival.host}"
        earlier = "; an earlier line, true only if it was passed on within the Office"
        yield Receipt(at=arrival.at, words=f"{where}{earlier if place else ''}", proved=place == 0)
    if message.dated_at:
        said = f"{instant_words(message.dated_at)}, by the sender's own clock: not proved"
        yield Receipt(at=message.dated_at, words=said, proved=False)


def _shows(receipt: Receipt, raw: Mapping[str, Any]) -> bool:
    there = receipt.at.astimezone(JERSEY_ZONE)
    return (there.date(), f"{there:%H:%M}") == (raw.get("received"), (raw.get("received.time") or "").strip())
