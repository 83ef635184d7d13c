"""What is said to have happened to a contact, turned into its history; what cannot be so becomes a finding."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from app.forms.clocks import instant
from app.forms.findings import Findings
from joic_policy import (
    Acknowledged,
    Answer,
    Channel,
    Closed,
    ClosedBecause,
    DelayTold,
    Duty,
    Event,
    FileNoted,
    FullResponseExpected,
    InvalidError,
    Matter,
    MatterKind,
    Policy,
    Received,
    Responded,
    WorkingDayCalendar,
    contact_from,
    deadlines,
)
from joic_policy.policy import StartsFrom
from joic_policy.units import day_in_jersey, start_of_day

__all__ = ["SOMEBODY", "history", "start_facts"]

#: Who did it does not change a date, so nobody is named: the act counts as one by a named person.
SOMEBODY = "a named person"

_VERIFIED = "identity_verified_on"


def start_facts(policy: Policy, kind: MatterKind) -> tuple[str, ...]:
    """The facts besides receipt from which a statute's period for such a matter may run, by their names."""
    facts = [
        statute.starts_from.value
        for statute in policy.statutes.values()
        if statute.matter is kind and statute.starts_from is not StartsFrom.RECEIVED_ON
    ]
    if any(s.matter is kind and s.id is Duty.SUBJECT_ACCESS for s in policy.statutes.values()):
        facts.append(_VERIFIED)
    return tuple(dict.fromkeys(facts))


def history(
    raw: Mapping[str, Any], findings: Findings, *, policy: Policy, calendar: WorkingDayCalendar
) -> tuple[Event, ...]:
    """The events that the fields of a form tell of, as far as they can be so; none without a receipt.

    What cannot be so is left out of the history and told to `findings`. An act on a day without a time is
    taken at the first instant of that day that does not come before an act listed above it.
    """
    opening = _received(raw, findings, policy)
    if opening is None:
        return ()
    told = _History(raw, findings, opening)
    told.add("acknowledged", _acknowledged)
    told.add("expected", _expected)
    for number in _numbers(raw):
        told.add(f"told.{number}", _delay(number, policy, calendar))
    told.add("responded", _responded)
    told.add("noted", _noted)
    told.add("closed", _closed)
    return tuple(told.events)


class _History:
    """The events so far, and how the next one is read."""

    def __init__(self, raw: Mapping[str, Any], findings: Findings, opening: Received) -> None:
        self.raw = raw
        self.events: list[Event] = [opening]
        self._findings = findings

    def add(self, name: str, read: Any) -> None:
        """Read one act and add it, if it can have happened."""
        with self._findings.about(name, _NAMES | {"revised_on": name.replace("told", "revised")}):
            event = read(self, name)
            if event is not None:
                contact_from([*self.events, event])
                self.events.append(event)

    def at(self, name: str) -> datetime | None:
        """When the act of a field was done."""
        on, clock = self.raw.get(name), self.raw.get(f"{name}.time") or ""
        if on is None:
            if clock:
                raise InvalidError(name, None, "the day as well as the time")
            return None
        same_day = (event.happened_at for event in self.events if day_in_jersey(event.happened_at) == on)
        exactly = instant(_inside(name, on), clock, field=f"{name}.time")
        return exactly or max((start_of_day(on), *same_day))


_NAMES = {"expected_on": "expected", "received_on": "received"} | {
    name: name
    for name in (
        "acknowledged.time",
        "responded.time",
        "expected.recorded",
        *(f"told.{n}.time" for n in range(1, 100)),
    )
}
