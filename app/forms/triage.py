"""A message in triage: what was answered for each thing it asks, and how that is changed, kept and linked."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from attrs import evolve, field, frozen

from app.forms.clocks import DAYS
from app.forms.findings import FieldFinding, Findings
from joic_policy import (
    Channel,
    Contact,
    Customer,
    CustomerKind,
    InvalidError,
    Matter,
    Needs,
    Received,
    contact_from,
)
from joic_policy.triage import Enquiry, Outcome, Route, Triage, answers_of, triage
from joic_policy.triage.enquiry import FACTS
from joic_policy.triage.facts import AnythingElse

__all__ = [
    "ANY_TIME",
    "Asked",
    "Departure",
    "Message",
    "Reopened",
    "contact_of",
    "departure",
    "link_of",
    "reopened",
]

#: The facts that are not answered here: what day it is, the frame says, and the day of receipt has its field.
_BESIDE = frozenset({"today_on", "received_on"})

#: The facts that staff may tell at any time: they hold for the whole message.
ANY_TIME = tuple(name for name, fact in FACTS.items() if fact.shared and name not in _BESIDE)

_ANSWERS, _RECEIVED = "answers", "received"
_MOST_MATTERS = 20
_LIST = f"a list of one to {_MOST_MATTERS} matters, each with its answers, as a link from this page holds it"


@frozen(kw_only=True)
class Departure:
    """Another route than the one advised, taken by a named person for a reason; for that advice only."""

    advised: Route
    route: Route
    because: str = field(repr=False)
    by: str


@frozen(kw_only=True)
class Asked:
    """One matter of a message: its answers, and the route taken where staff departed from the advice."""

    enquiry: Enquiry = field(factory=Enquiry)
    departure: Departure | None = None

    def triage(self, today_on: date, received_on: date | None = None) -> Triage:
        """What it comes to on a day, having reached us on one, or on that very day."""
        return triage(evolve(self.enquiry, today_on=today_on, received_on=received_on))

    def departed(self, outcome: Outcome) -> Departure | None:
        """The departure from this outcome, if there is one."""
        found = self.departure
        return found if found and found.advised is outcome.route else None

    def matter(self, outcome: Outcome) -> Matter:
        """The matter that a contact is given: the route taken, and what was advised where that is another."""
        departed = self.departed(outcome)
        if departed is None:
            return outcome.matter
        return outcome.departed(departed.route, because=departed.because)


@frozen(kw_only=True)
class Message:
    """Everything that one message asks. `number` tells it from the messages before.

    `current` is the matter in hand, `changing` the fact that is asked again. No answer is ever dropped: what
    plays no part any more stays.
    """

    number: int = 1
    asked: tuple[Asked, ...] = (Asked(),)
    current: int = 0
    changing: str | None = None

    @property
    def in_hand(self) -> Asked:
        """The matter that is looked at."""
        return self.asked[self.current]

    @property
    def matters(self) -> tuple[Asked, ...]:
        """The matters that count: each after the first needs the one before to say that there is more."""
        count = 1
        while count < len(self.asked) and self.asked[count - 1].enquiry.anything_else is AnythingElse.YES:
            count += 1
        return self.asked[:count]

    def answered(self, fact: str, given: object) -> "Message":
        """With one fact answered; what is of the whole message, for every matter of it.

        Raises:
            InvalidError: There is no such fact, or it cannot be this.
        """
        asked = tuple(
            evolve(one, enquiry=one.enquiry.answered(fact, given))
            if place == self.current or (fact in FACTS and FACTS[fact].shared)
            else one
            for place, one in enumerate(self.asked)
        )
        message = evolve(self, asked=asked, changing=None)
        more = fact == "anything_else" and message.in_hand.enquiry.anything_else is AnythingElse.YES
        return message.with_another() if more else message

    def with_another(self) -> "Message":
        """Looking at the next matter, which begins with what is known of the whole message."""
        following = self.current + 1
        fresh = () if following < len(self.asked) else (Asked(enquiry=self.in_hand.enquiry.another()),)
        return evolve(self, asked=(*self.asked, *fresh), current=following)

    def changed(self, fact: str | None) -> "Message":
        """Asking for a fact again, or no longer."""
        return evolve(self, changing=fact)

    def looked_at(self, place: int) -> "Message":
        """Looking at another of its matters."""
        return evolve(self, current=place, changing=None)

    def departed(self, departure: Departure | None) -> "Message":
        """Taking another route for the matter in hand, or again the one advised."""
        asked = list(self.asked)
        asked[self.current] = evolve(self.in_hand, departure=departure)
        return evolve(self, asked=tuple(asked))

    def following(self) -> "Message":
        """An empty one after it."""
        return Message(number=self.number + 1)


def departure(raw: Mapping[str, Any], advised: Route, findings: Findings) -> Departure | None:
    """The departure that a form tells of; None, with findings, where something is missing."""
    route, because, by = raw.get("route"), (raw.get("because") or "").strip(), (raw.get("by") or "").strip()
    if route is None:
        findings.add("route", "Nothing given: expected the route to take instead.")
    if not because:
        findings.add("because", "Nothing given: expected the reason.")
    if not by:
        findings.add("by", "Nothing given: expected your name.")
    if route is None or findings.found:
        return None
    return Departure(advised=advised, route=Route(route), because=because, by=by)


def contact_of(message: Message, *, channel: Channel, received_on: date, today_on: date) -> Contact:
    """The contact that a message is, with every matter that has come to an outcome."""
    first = message.asked[0].enquiry
    kind = first.customer or CustomerKind.MEMBER_OF_PUBLIC
    told = ((one, one.triage(today_on, received_on).outcome) for one in message.matters)
    customer = Customer(kind=kind, needs=Needs(**({"format": first.format} if first.format else {})))
    return contact_from(
        [
            Received(
                channel=channel,
                customer=customer,
                external=kind is not CustomerKind.STAFF,
                received_on=received_on,
                matters=tuple(one.matter(outcome) for one, outcome in told if outcome),
            )
        ]
    )


def link_of(message: Message, received_on: date) -> dict[str, str]:
    """What goes into the address of the page: answers and the day of receipt; no notes, names or reasons.

    What day it is does not go along: whoever opens the link sees how things stand on their own day.
    """
    answers = [answers_of(evolve(one.enquiry, today_on=None, received_on=None)) for one in message.asked]
    if answers == [{}]:
        return {}
    return {_ANSWERS: json.dumps(answers, separators=(",", ":")), _RECEIVED: received_on.isoformat()}


@frozen(kw_only=True)
class Reopened:
    """What a link holds, as far as it can be read; what cannot is in `findings`."""

    message: Message
    received_on: date | None
    findings: tuple[FieldFinding, ...]


def reopened(link: Mapping[str, str], *, number: int = 1) -> Reopened:
    """The message of a link. Answers that cannot be read are left out and told, the others kept."""
    findings = Findings((_ANSWERS, _RECEIVED, *FACTS))
    asked: tuple[Asked, ...] = ()
    received_on = None
    with findings.about(_ANSWERS):
        asked = tuple(
            Asked(enquiry=_enquiry(answers, findings)) for answers in _listed(link.get(_ANSWERS, ""))
        )
    with findings.about(_RECEIVED):
        received_on = _day(link.get(_RECEIVED))
    message = Message(number=number, asked=_sharing(asked) or (Asked(),))
    return Reopened(
        message=evolve(message, current=len(message.matters) - 1),
        received_on=received_on,
        findings=tuple(findings.found),
    )


def _listed(text: str) -> list[dict[str, object]]:
    try:
        given = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise InvalidError(_ANSWERS, text, _LIST) from None
    if not isinstance(given, list) or not 1 <= len(given) <= _MOST_MATTERS:
        raise InvalidError(_ANSWERS, text, _LIST)
    if not all(isinstance(answers, dict) for answers in given):
        raise InvalidError(_ANSWERS, text, _LIST)
    return given


def _once(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    listed = list(pairs)
    named = dict(listed)
    if len(named) < len(listed):
        raise ValueError(_LIST)
    return named


def _enquiry(answers: Mapping[str, object], findings: Findings) -> Enquiry:
    enquiry = Enquiry()
    for name, given in answers.items():
        if name not in FACTS or name in _BESIDE or not isinstance(given, str):
            findings.add(name[:60], f"Given {str(given)[:60]}: there is no such answer.")
            continue
        with findings.about(name):
            answered = enquiry.answered(name, given)
            _in_field(name, getattr(answered, name))
            enquiry = answered
    return enquiry


def _sharing(asked: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """What is of the whole message is what its first matter says."""
    if not asked:
        return ()
    shared: dict[str, Any] = {name: getattr(asked[0].enquiry, name) for name in ANY_TIME}
    return tuple(evolve(one, enquiry=evolve(one.enquiry, **shared)) for one in asked)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise InvalidError(_RECEIVED, text, "a day like 2026-11-24") from None
    _in_field(_RECEIVED, day)
    return day


def _in_field(name: str, value: object) -> None:
    """Refuse a day that no field can hold."""
    first, last = DAYS
    day = value.date() if isinstance(value, datetime) else value
    if isinstance(day, date) and not first <= day <= last:
        raise InvalidError(name, day, f"a day from {first} to {last}")
