"""What triage has found out of a message, carried over to where it is logged."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from attrs import field, frozen

from app.forms.triage import Message
from joic_policy import InvalidError, Triaged
from joic_policy.contacts.records import event_from, record_of
from joic_policy.triage import questions, route_title
from joic_policy.triage.facts import Language, Risk

__all__ = ["Carried", "carried", "kept_triage"]

_AT_RISK = frozenset({Risk.NOW, Risk.BY_CONTACT, Risk.NOT_SURE})


@frozen(kw_only=True)
class Carried:
    """What the form for logging begins with, and the triage to record, as JSON has it."""

    raw: Mapping[str, Any] = field(repr=False)
    triage: Mapping[str, Any] = field(repr=False)


def carried(message: Message, *, received_on: date, today_on: date, at: datetime, notes: str = "") -> Carried:
    """All that was told of a message, with every matter that has come to an outcome."""
    first = message.asked[0].enquiry
    told = [(one, one.triage(today_on, received_on).outcome) for one in message.matters]
    ended = [(one, outcome) for one, outcome in told if outcome]
    departures = [gone for one, outcome in ended if (gone := one.departed(outcome))]
    routes = [route_title(gone.route if (gone := one.departed(out)) else out.route) for one, out in ended]
    triaged = Triaged(
        happened_at=at,
        matters=tuple(one.matter(outcome) for one, outcome in ended),
        abusive=bool(first.abuse),
        by=departures[0].by if departures else "",
    )
    raw = {
        "how": first.channel,
        "kind": first.customer,
        "format": first.format,
        "language": _words("language", first.language) if first.language is not Language.ENGLISH else "",
        "safe_contact": _risk(first.risk),
        "subject": "; ".join(dict.fromkeys(routes)),
        "text": notes,
        "received": received_on,
    }
    return Carried(raw={name: value for name, value in raw.items() if value}, triage=record_of(triaged))


def kept_triage(record: object) -> Triaged | None:
    """A triage as it was carried over and kept; None where there is none, or it cannot be read any more."""
    try:
        event = event_from(record) if record else None
    except InvalidError:
        return None
    return event if isinstance(event, Triaged) else None


def _words(fact: str, value: object) -> str:
    return questions()[fact].label(value) if value else ""


def _risk(risk: Risk | None) -> str:
    """Whoever is in touch next reads it before they are."""
    return f"{questions()['risk'].wording} {_words('risk', risk)}" if risk in _AT_RISK else ""
