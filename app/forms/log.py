"""A contact as it is logged: what was typed for it, as the events that it comes to."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from attrs import evolve, field, frozen

from app.forms.clocks import instant
from app.forms.details import email, telephone
from app.forms.findings import FieldFinding, Findings
from joic_policy import (
    CallMade,
    Channel,
    Customer,
    CustomerKind,
    Event,
    FileNoted,
    Format,
    InvalidError,
    Needs,
    Received,
    Responded,
    Triaged,
)
from joic_policy.contacts.receipts import Opening
from joic_policy.register import ContactDesk
from joic_policy.units import day_in_jersey

__all__ = ["CALL_MADE", "FIELDS", "SPOKEN", "Logged", "logged", "recorded", "typed_in"]

#: In place of a channel: the Office called.
CALL_MADE = "call_made"

#: The ways in which an answer can be given at once.
SPOKEN = frozenset({CALL_MADE, Channel.TELEPHONE, Channel.IN_PERSON})

_TEXTS = ("name", "organisation", "telephone", "email", "subject", "text")

#: Every field of the form, by name.
FIELDS = (
    "how",
    *_TEXTS,
    "answered",
    "outcome",
    "received",
    "received.time",
    "waited",
    "kind",
    "internal",
    "email_confirmed",
    "address",
    "language",
    "format",
    "preferred_channel",
    "safe_contact",
    "file",
    "owner",
)


@frozen(kw_only=True)
class Logged:
    """The events to record, in order; or what is wrong, and then there are none."""

    events: tuple[Event, ...] = field(default=(), repr=False)
    findings: tuple[FieldFinding, ...] = ()


def logged(raw: Mapping[str, Any], *, id: UUID, at: datetime, triaged: Triaged | None = None) -> Logged:  # noqa: A002 (as the event's field is called)
    """What was typed, begun at an instant; typed the same again it is the same events, for a retry.

    `id` is that of the contact. `raw` holds a value for each of `FIELDS` that is known; where an instant is
    known exactly, it may hold `received_at`, `rang_at` and `answered_at` beside them, and `as_typed` where a
    telephone number or an email address is to be kept although it has not the form of one.
    """
    found = Findings(FIELDS)
    if not typed_in(raw):
        found.add("name", "Nothing given: expected a name, or what it is about.")
    opening = None
    with found.about("received", {"happened_at": "received", "received_on": "received"}):
        opening = _opening(raw, found, id, at)
    outcome = _text(raw, "outcome")
    if _answered(raw) and not outcome:
        found.add("outcome", "Nothing given: expected what you told them; it is the note on the file.")
    if opening is None or found.found:
        return Logged(findings=tuple(found.found))
    return Logged(events=tuple(_events(raw, opening, at, triaged)))


def typed_in(raw: Mapping[str, Any]) -> bool:
    """Whether anything was typed that tells of a contact, and not only what the form begins with."""
    return any(_text(raw, name) for name in _TEXTS)


def recorded(desk: ContactDesk, events: tuple[Event, ...]) -> int:
    """Record a contact with what happened to it at once; what is there already stays. Gives its number.

    Raises:
        PolicyError: As `ContactDesk.record`; what came before it is recorded, and the same call goes on.
    """
    contact = events[0].id
    for event in events:
        desk.record(contact, event, expecting=len(desk.register.history(contact)))
    card = desk.register.card(contact)
    return card.number if card else 0


def _events(
    raw: Mapping[str, Any], opening: Received | CallMade, at: datetime, triaged: Triaged | None
) -> Iterator[Event]:
    """The opening first. Triage stands in an event of its own only where it says more than what is asked."""
    then = max(at, opening.happened_at)
    departed = triaged and any(matter.departed_because for matter in triaged.matters)
    if triaged and (triaged.abusive or departed):
        yield opening
        yield evolve(triaged, id=_next(opening, "triaged"), happened_at=then, recorded_at=then)
    else:
        yield evolve(opening, matters=triaged.matters) if triaged else opening
    if _answered(raw):
        channel = Channel.TELEPHONE if raw["how"] == CALL_MADE else raw["how"]
        response = Responded(id=_next(opening, "responded"), happened_at=then, channel=channel)
        yield response
        yield FileNoted(
            id=_next(opening, "noted"), happened_at=then, of=response.id, outcome=_text(raw, "outcome")
        )


def _opening(raw: Mapping[str, Any], found: Findings, id_: UUID, at: datetime) -> Received | CallMade:
    on, exactly = _when(raw, found, at)
    facts: dict[str, Any] = {
        "id": id_,
        "customer": _customer(raw, found),
        "external": not raw.get("internal"),
        "file": _text(raw, "file"),
        "owner": _text(raw, "owner"),
        "subject": _text(raw, "subject"),
        "text": raw.get("text") or "",
        "speaker_phone": raw.get("speaker_phone") or "",
    }
    if raw.get("how") == CALL_MADE:
        if exactly is None:
            raise InvalidError("received.time", None, "the time of our call, like 14:30")
        return CallMade(**facts, happened_at=exactly)
    channel = raw.get("how")
    if channel not in set(Channel):
        raise InvalidError("how", channel, "how it reached us")
    return Received(
        **facts, channel=Channel(channel), received_on=on, received_at=exactly, **_ringing(raw, exactly)
    )


def _when(raw: Mapping[str, Any], found: Findings, at: datetime) -> tuple[date, datetime | None]:
    """The day, and the instant where it is known: that of what is spoken today is when it was typed."""
    exactly: datetime | None = raw.get("received_at")
    if exactly:
        return day_in_jersey(exactly), exactly
    on: date | None = raw.get("received")
    if on is None:
        raise InvalidError("received", None, "the day of receipt; every date is counted from it")
    with found.about("received.time"):
        exactly = instant(on, raw.get("received.time") or "", field="received.time")
    if exactly is None and on == day_in_jersey(at) and raw.get("how") in SPOKEN:
        exactly = at
    return on, exactly


def _ringing(raw: Mapping[str, Any], received_at: datetime | None) -> Mapping[str, Any]:
    """How long a call rang (TEL-1), from its instants or from the seconds that were counted."""
    if raw.get("how") != Channel.TELEPHONE:
        return {}
    if raw.get("rang_at") or raw.get("answered_at"):
        return {name: raw.get(name) for name in ("rang_at", "answered_at")}
    waited = raw.get("waited")
    if waited is None:
        return {}
    if not 0 <= waited <= _LONGEST_RINGING:
        raise InvalidError("waited", waited, f"seconds, from 0 to {_LONGEST_RINGING}")
    if received_at is None:
        raise InvalidError("received.time", None, "the time of the call, since it is told how long it rang")
    return {"rang_at": received_at, "answered_at": received_at + timedelta(seconds=waited)}


def _customer(raw: Mapping[str, Any], found: Findings) -> Customer:
    return Customer(
        kind=raw.get("kind") or CustomerKind.MEMBER_OF_PUBLIC,
        name=_text(raw, "name"),
        organisation=_text(raw, "organisation"),
        telephone=_detail(raw, found, "telephone"),
        email=_detail(raw, found, "email"),
        address=raw.get("address") or "",
        email_confirmed=bool(raw.get("email_confirmed")) and bool(_text(raw, "email")),
        needs=Needs(
            language=_text(raw, "language"),
            format=raw.get("format") or Format.STANDARD,
            preferred_channel=raw.get("preferred_channel") or None,
            safe_contact=_text(raw, "safe_contact"),
        ),
    )


def _detail(raw: Mapping[str, Any], found: Findings, name: str) -> str:
    """A number or an address in the one form in which it is kept, and so found again."""
    typed = _text(raw, name)
    try:
        return {"telephone": telephone, "email": email}[name](typed)
    except InvalidError as error:
        if not raw.get("as_typed"):
            with found.about(name):
                raise error from None
        return typed


def _answered(raw: Mapping[str, Any]) -> bool:
    return bool(raw.get("answered")) and raw.get("how") in SPOKEN


def _text(raw: Mapping[str, Any], name: str) -> str:
    return (raw.get(name) or "").strip()


def _next(opening: Opening, act: str) -> UUID:
    """The same press, again, is the same acts."""
    return uuid5(opening.id, act)


_LONGEST_RINGING = 3600
