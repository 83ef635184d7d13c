"""A call as it is taken: what to do with it, the message and the call back, and what is recorded of them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from attrs import frozen

from app.forms.clocks import instant
from app.forms.details import telephone
from app.forms.findings import FieldFinding, Findings
from joic_policy import Event, InvalidError
from joic_policy.contacts import TransferBecause, Transferred
from joic_policy.handling import (
    Call,
    CallBack,
    Colleague,
    Decision,
    Finding,
    SpeakerPhone,
    TelephoneMessage,
    decision,
    message_findings,
    speaker_findings,
)
from joic_policy.register.port import retold

__all__ = ["FIELDS", "Taken", "decided", "taken"]

FIELDS = (
    "asked_for",
    "uninformed",
    "call_about",
    "busy",
    "transferred_to",
    "recipient",
    "message",
    "back.owner",
    "back.on",
    "back.on.time",
    "back.number",
    "back.attempts",
    "back.voicemail",
    "speaker",
    "speaker.told",
    "speaker.present",
    "speaker.nobody",
)


@frozen(kw_only=True)
class Taken:
    """What a call comes to beside its being logged.

    `speaker_phone` is what is kept of who heard it, `acts` what is recorded after the call itself. `findings`
    are of the form: an act that they are about is left out.
    """

    findings: tuple[FieldFinding, ...]
    advice: tuple[Finding, ...]
    speaker_phone: str
    acts: tuple[Event, ...]


def decided(raw: Mapping[str, Any], staff: Iterable[Colleague], *, at: datetime, by: str) -> Decision:
    """What to do with a call that `by` has answered, as far as the form tells of it."""
    listed = tuple(staff)
    asked_for = _text(raw, "asked_for")
    call = Call(
        at=at,
        answered_by=by.strip() or "nobody named",
        asked_for=asked_for,
        informed=not raw.get("uninformed"),
        subject=_text(raw, "call_about"),
        not_free=(asked_for,) if raw.get("busy") and asked_for else (),
    )
    return decision(call, listed)


def taken(
    raw: Mapping[str, Any], staff: Iterable[Colleague], *, draft_id: UUID, at: datetime, by: str
) -> Taken:
    """Read the form of a call that `by` has answered; the caller's own fields are those of the log."""
    found, listed = Findings(FIELDS), tuple(staff)
    speaker = _speaker(raw)
    acts: list[Event] = []
    advice: list[Finding] = list(speaker_findings(speaker)) if speaker else []
    back = None
    with found.about("back.number", {"agreed_at": "back.on", "attempts": "back.attempts"}):
        back = _call_back(raw)
        if back:
            acts.append(_identified(back.arranged(at=at, by=by), draft_id))
    message = _message(raw, back)
    if message:
        acts.append(_identified(message.taken(at=at, by=by), draft_id))
        advice += message_findings(message)
    acts += _transfer(raw, decided(raw, listed, at=at, by=by), draft_id, at, by)
    return Taken(
        findings=tuple(found.found),
        advice=tuple(advice),
        speaker_phone=speaker.words if speaker else "",
        acts=tuple(acts),
    )


def _speaker(raw: Mapping[str, Any]) -> SpeakerPhone | None:
    if not raw.get("speaker"):
        return None
    present = tuple(line.strip() for line in _text(raw, "speaker.present").splitlines() if line.strip())
    known = bool(present) or bool(raw.get("speaker.nobody"))
    return SpeakerPhone(told=bool(raw.get("speaker.told")), present=present if known else None)


def _call_back(raw: Mapping[str, Any]) -> CallBack | None:
    """The call back, if anything is typed of one."""
    typed = [raw.get(name) for name in FIELDS if name.startswith("back.")]
    if not any(typed):
        return None
    on: date | None = raw.get("back.on")
    clock = _text(raw, "back.on.time")
    if clock and on is None:
        raise InvalidError("back.on", None, "the day as well as the time")
    if on and not clock:
        raise InvalidError("back.on.time", None, "a time like 14:30 on that day, as agreed")
    return CallBack(
        owner=_text(raw, "back.owner"),
        agreed_at=instant(on, clock, field="back.on.time") if on else None,
        number=telephone(_text(raw, "back.number")),
        attempts=raw.get("back.attempts"),
        voicemail=_text(raw, "back.voicemail"),
    )


def _message(raw: Mapping[str, Any], back: CallBack | None) -> TelephoneMessage | None:
    """The message, if somebody is to have one: caller and subject are those that were logged."""
    if not (_text(raw, "recipient") or _text(raw, "message")):
        return None
    reached = (_text(raw, "telephone"), _text(raw, "email"))
    return TelephoneMessage(
        recipient=_text(raw, "recipient"),
        caller=_text(raw, "name"),
        details=", ".join(filter(None, reached)),
        subject=_text(raw, "subject"),
        text=_text(raw, "message"),
        call_back=back,
    )


def _transfer(
    raw: Mapping[str, Any], advised: Decision, draft_id: UUID, at: datetime, by: str
) -> Iterator[Event]:
    to = _text(raw, "transferred_to")
    if to:
        because = advised.because or TransferBecause.INFORMATION_LACKING
        yield Transferred(
            id=uuid5(draft_id, Transferred.__name__), happened_at=at, by=by, owner=to, because=because
        )


def _identified(event: Event, draft_id: UUID) -> Event:
    """With an id of its own that stays, so that a call logged twice is one call."""
    return retold(event, id=uuid5(draft_id, type(event).__name__))


def _text(raw: Mapping[str, Any], name: str) -> str:
    return str(raw.get(name) or "").strip()
