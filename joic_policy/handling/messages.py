"""A message for a colleague, the call back promised with it, and who hears a call (TEL-4, TEL-6, TEL-9)."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache

from attrs import field, frozen
from attrs.validators import optional

from joic_policy._fields import all_are, is_a, is_flag, is_instant, is_number, is_text, maybe_in_utc
from joic_policy._table import Table
from joic_policy.contacts import CallBackArranged, MessageTaken, personal
from joic_policy.handling.disclosure import disclosure_findings
from joic_policy.handling.finding import Finding, findings_from
from joic_policy.units import instant_words

__all__ = ["CallBack", "SpeakerPhone", "TelephoneMessage", "message_findings", "speaker_findings"]

_LABELS = ("caller", "details", "subject", "text", "call_back", "attempts", "voicemail")
_OF_SPEAKER = ("told", "not_told", "present", "nobody")


@frozen(kw_only=True)
class CallBack:
    """A call back as agreed with the caller (TEL-4): by whom, when, how often we try, what may be left."""

    owner: str = field(default="", validator=is_text)
    agreed_at: datetime | None = field(default=None, converter=maybe_in_utc, validator=optional(is_instant))
    number: str = personal()
    attempts: int | None = field(default=None, validator=optional(is_number))
    voicemail: str = personal()

    def arranged(self, *, at: datetime, by: str) -> CallBackArranged:
        """The event to record."""
        return CallBackArranged(
            happened_at=at,
            by=by,
            owner=self.owner,
            agreed_at=self.agreed_at,
            number=self.number,
            attempts=self.attempts,
            voicemail=self.voicemail,
        )


@frozen(kw_only=True)
class TelephoneMessage:
    """A message as it is typed: nothing in it has to be known, and "caller declined" is an answer too."""

    recipient: str = field(default="", validator=is_text)
    caller: str = personal()
    details: str = personal()
    subject: str = personal()
    text: str = personal()
    call_back: CallBack | None = field(default=None, validator=optional(is_a(CallBack)))

    @property
    def words(self) -> str:
        """All of it in lines, as the colleague will read it."""
        back = self.call_back or CallBack()
        told = {
            "caller": self.caller,
            "details": self.details,
            "subject": self.subject,
            "text": self.text,
            "call_back": _when(back) if self.call_back else "",
            "attempts": str(back.attempts or ""),
            "voicemail": back.voicemail,
        }
        return "\n".join(f"{label}: {told[key]}" for key, label in _labels().items() if told[key].strip())

    def taken(self, *, at: datetime, by: str) -> MessageTaken:
        """The event to record: a message can always be saved."""
        return MessageTaken(happened_at=at, by=by, recipient=self.recipient, text=self.words)


@frozen(kw_only=True)
class SpeakerPhone:
    """A call on a speaker phone. `present` is None until it is known who else is there; empty is nobody."""

    told: bool = field(default=False, validator=is_flag)
    present: tuple[str, ...] | None = field(default=None, validator=optional(all_are(str)))

    @property
    def words(self) -> str:
        """What is kept of it with the call, as `Received` and `CallMade` take it."""
        said = [_speaker("told" if self.told else "not_told")]
        named = [name.strip() for name in self.present or () if name.strip()]
        if named:
            said.append(_speaker("present", "; ".join(named)))
        elif self.present == ():
            said.append(_speaker("nobody"))
        return " ".join(said)


def message_findings(message: TelephoneMessage) -> tuple[Finding, ...]:
    """What is missing from a message, and what it tells that a caller need not hear."""
    return tuple(_of_message(message))


def speaker_findings(speaker: SpeakerPhone) -> tuple[Finding, ...]:
    """What is missing from the record of a call on a speaker phone (TEL-9)."""
    blank = bool(speaker.present) and any(not name.strip() for name in speaker.present or ())
    missing = {"told": not speaker.told, "present": speaker.present is None, "blank_name": blank}
    return tuple(_missing()[key] for key, is_missing in missing.items() if is_missing)


def _of_message(message: TelephoneMessage) -> Iterator[Finding]:
    typed = {
        "caller": message.caller,
        "details": message.details,
        "subject": message.subject + message.text,
        "recipient": message.recipient,
    }
    yield from (_missing()[key] for key, text in typed.items() if not text.strip())
    if message.call_back:
        yield from _of_call_back(message.call_back)
    for place in ("subject", "text"):
        yield from disclosure_findings(getattr(message, place), place=place)


def _of_call_back(back: CallBack) -> Iterator[Finding]:
    missing = {
        "owner": not back.owner.strip(),
        "agreed": back.agreed_at is None,
        "number": not back.number.strip(),
        "attempts": back.attempts is None,
        "voicemail": not back.voicemail.strip(),
    }
    yield from (_missing()[key] for key, is_missing in missing.items() if is_missing)


def _when(back: CallBack) -> str:
    when = instant_words(back.agreed_at) if back.agreed_at else "as soon as possible"
    parts = (when, f"on {back.number.strip()}" if back.number.strip() else "")
    return ", ".join((" ".join(filter(None, parts)), *([f"by {back.owner}"] if back.owner.strip() else [])))


def _speaker(key: str, names: str = "") -> str:
    return _read()[2][key].replace("{names}", names)


def _missing() -> Mapping[str, Finding]:
    return _read()[0]


def _labels() -> Mapping[str, str]:
    return _read()[1]


@cache
def _read() -> tuple[Mapping[str, Finding], Mapping[str, str], Mapping[str, str]]:
    top = Table.beside(__file__, "messages.toml")
    missing, labels, speaker = findings_from(top.table("missing")), top.table("message"), top.table("speaker")
    read = (
        missing,
        {key: labels.text(key) for key in _LABELS},
        {key: speaker.text(key) for key in _OF_SPEAKER},
    )
    for part in (labels, speaker, top):
        part.done()
    return read
