"""What is said to have happened to a contact, as its history; what cannot be so becomes a finding."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from itertools import count, takewhile
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from attrs import field, frozen

from app.forms.clocks import instant
from app.forms.findings import Findings
from joic_policy import (
    Acknowledged,
    Closed,
    DelayTold,
    Duty,
    Event,
    FileNoted,
    FullResponseExpected,
    InvalidError,
    Matter,
    MatterKind,
    OwedBy,
    Policy,
    Received,
    Responded,
    Statute,
    StatutoryActDone,
    WorkingDayCalendar,
    contact_from,
    deadlines,
)
from joic_policy.policy import StartsFrom
from joic_policy.units import day_in_jersey, day_words, start_of_day

__all__ = ["history", "legal_acts", "start_facts"]

#: Who did it does not change a date, so nobody is named: each act counts as one by a named person.
_SOMEBODY = "a named person"


def start_facts(policy: Policy, kind: MatterKind) -> tuple[str, ...]:
    """The facts besides receipt from which a period for such a matter may run, as a matter names them."""
    facts = (fact for statute in policy.statutes_for(kind) for fact in statute.facts)
    return tuple(fact for fact in dict.fromkeys(facts) if fact != StartsFrom.RECEIVED_ON)


def legal_acts(policy: Policy, kind: MatterKind) -> tuple[Statute, ...]:
    """What the law asks of the Office for such a matter."""
    return tuple(statute for statute in policy.statutes_for(kind) if statute.owed_by is OwedBy.OFFICE)


def history(
    raw: Mapping[str, Any], findings: Findings, *, policy: Policy, calendar: WorkingDayCalendar
) -> tuple[Event, ...]:
    """The events that the fields of a form tell of, as far as they can be so; none without a receipt.

    What cannot be so is left out and told to `findings`. An act on a day without a time is taken at the
    first instant of that day that does not come before an act listed above it.
    """
    typed = _Typed(raw=raw, findings=findings, policy=policy, calendar=calendar)
    typed.add("received", _received)
    if typed.events:
        typed.add("acknowledged", _acknowledged)
        typed.add("expected.recorded", _expected)
        for number in takewhile(lambda number: f"told.{number}" in raw, count(1)):
            typed.add(f"told.{number}", _delay_told)
        typed.add("responded", _responded)
        typed.add("noted", _noted)
        for kind in map(MatterKind, raw.get("asks") or ()):
            for statute in legal_acts(policy, kind):
                typed.add(f"done.{statute.id}", _done)
        typed.add("closed", _closed)
    return tuple(typed.events)


@frozen(kw_only=True)
class _Typed:
    """What was typed, and the events read from it so far."""

    raw: Mapping[str, Any]
    findings: Findings
    policy: Policy
    calendar: WorkingDayCalendar
    events: list[Event] = field(factory=list)

    def add(self, name: str, read: "Callable[[_Typed, str], Event | None]") -> None:
        """Read the act that a field tells of; add it, if there is one and it can have happened."""
        with self.findings.about(name, {"expected_on": "expected", "revised_on": _revised(name)}):
            event = read(self, name)
            if event:
                contact_from([*self.events, event])
                self.events.append(event)

    def day(self, name: str) -> date | None:
        """The day in a field, if there is one."""
        day: date | None = self.raw.get(name)
        if day and not self.calendar.first <= day <= self.calendar.last:
            span = f"{day_words(self.calendar.first)} to {day_words(self.calendar.last)}"
            raise InvalidError(name, day, f"a day from {span}")
        return day

    def exactly(self, name: str) -> datetime | None:
        """The instant of a day and a time of that day, if both are there; never a time without a day."""
        on, clock_field = self.day(name), f"{name}.time"
        clock = self.raw.get(clock_field) or ""
        if on is None and clock:
            raise InvalidError(name, None, "the day as well as the time")
        return instant(on, clock, field=clock_field) if on else None

    def at(self, name: str) -> datetime | None:
        """When an act was done."""
        exactly, on = self.exactly(name), self.day(name)
        if exactly or on is None:
            return exactly
        before = (event.happened_at for event in self.events if day_in_jersey(event.happened_at) == on)
        return max((start_of_day(on), *before))

    def how(self, name: str) -> Any:
        """By what channel an act was done."""
        return self.raw[f"{name}.channel"]


def _received(typed: _Typed, name: str) -> Received:
    received_on = typed.day(name)
    if received_on is None:
        raise InvalidError(name, None, "the day of receipt; every date is counted from it")
    received_at = None
    with typed.findings.about(name):
        received_at = typed.exactly(name)
    return Received(
        id=_id(name),
        channel=typed.raw["channel"],
        external=typed.raw.get("from") != "internal",
        received_on=received_on,
        received_at=received_at,
        matters=tuple(_matters(typed)),
    )


def _matters(typed: _Typed) -> Iterator[Matter]:
    for kind in map(MatterKind, typed.raw.get("asks") or ()):
        facts: dict[str, Any] = {}
        for fact in start_facts(typed.policy, kind):
            name = f"{kind}.{fact}"
            with typed.findings.about(name):
                facts[fact] = _moment(typed, name) if fact.endswith("_at") else typed.day(name)
        yield Matter(kind=kind, **facts)


def _moment(typed: _Typed, name: str) -> datetime | None:
    """An instant to the minute: a period in hours cannot run from a day."""
    moment = typed.exactly(name)
    if moment is None and typed.day(name):
        raise InvalidError(f"{name}.time", None, "a time like 14:30, for the period runs by the hour")
    return moment


def _acknowledged(typed: _Typed, name: str) -> Acknowledged | None:
    at = typed.at(name)
    if at is None:
        return None
    return Acknowledged(
        id=_id(name), happened_at=at, channel=typed.how(name), automatic=bool(typed.raw.get("automatic"))
    )


def _expected(typed: _Typed, name: str) -> FullResponseExpected | None:
    expected_on, at = typed.day("expected"), typed.at(name)
    if expected_on is None and at is None:
        return None
    if at is None:
        raise InvalidError(name, None, "the day on which it was recorded")
    if expected_on is None:
        raise InvalidError("expected", None, "the day by which the full response is expected")
    return FullResponseExpected(id=_id(name), happened_at=at, expected_on=expected_on, by=_SOMEBODY)


def _delay_told(typed: _Typed, name: str) -> DelayTold | None:
    revised_on, at = typed.day(_revised(name)), typed.at(name)
    if revised_on is None and at is None:
        return None
    if at is None:
        raise InvalidError(name, None, "the day on which the customer was told")
    if revised_on is None:
        raise InvalidError(_revised(name), None, "the day by which the answer will now come")
    owed = deadlines(contact_from(typed.events), policy=typed.policy, calendar=typed.calendar)
    formal = next((deadline for deadline in owed if deadline.duty is Duty.FORMAL_RESPONSE), None)
    if formal is None:
        channel = typed.raw["channel"].replace("_", " ")
        raise InvalidError(name, channel, "a letter, an email or the online form: only they have a target")
    formal.revision(revised_on, told_at=at)
    return DelayTold(id=_id(name), happened_at=at, revised_on=revised_on, channel=typed.how(name))


def _responded(typed: _Typed, name: str) -> Responded | None:
    at = typed.at(name)
    return (
        Responded(id=_id(name), happened_at=at, channel=typed.how(name), answer=typed.raw["answer"])
        if at
        else None
    )


def _noted(typed: _Typed, name: str) -> FileNoted | None:
    at = typed.at(name)
    return FileNoted(id=_id(name), happened_at=at) if at else None


def _done(typed: _Typed, name: str) -> StatutoryActDone | None:
    at = typed.at(name)
    return StatutoryActDone(id=_id(name), happened_at=at, duty=name.partition(".")[2]) if at else None


def _closed(typed: _Typed, name: str) -> Closed | None:
    at = typed.at(name)
    return Closed(id=_id(name), happened_at=at, because=typed.raw["because"], by=_SOMEBODY) if at else None


def _revised(told: str) -> str:
    return told.replace("told", "revised")


def _id(name: str) -> UUID:
    """The same act in two scenarios is one act."""
    return uuid5(NAMESPACE_URL, name)
