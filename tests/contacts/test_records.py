"""Events as JSON: there and back for every class, and nothing that is not exactly right."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from joic_policy import (
    CallBackArranged,
    Corrected,
    Customer,
    Event,
    InvalidError,
    Matter,
    Received,
    Withdrawn,
)
from joic_policy.contacts import EVENTS
from joic_policy.contacts.records import event_from, record_of
from tests.strategies import events

RECEIPT = Received(
    id=UUID("0000000a-0000-4000-8000-00000000000b"),
    channel="letter",
    received_on=date(2026, 12, 18),
    received_at=datetime(2026, 12, 18, 9, 30, tzinfo=UTC),
    customer=Customer(name="Ann"),
    matters=(Matter(kind="foi_request", asked_on=date(2026, 11, 2)), Matter(kind="question")),
)
CORRECTION = Corrected(of=RECEIPT.id, to=RECEIPT, happened_at=datetime(2026, 12, 19, tzinfo=UTC))

GONE = object()


def spoilt(path: str, value: object) -> dict[str, Any]:
    """The record of the correction with one thing in it changed, added or gone."""
    record = json.loads(json.dumps(record_of(CORRECTION)))
    *way, last = path.split(".")
    place: Any = record
    for step in way:
        place = place[int(step)] if step.isdigit() else place[step]
    key = int(last) if last.isdigit() else last
    if value is GONE:
        del place[key]
    else:
        place[key] = value
    return dict(record)


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)
@settings(max_examples=15)
@given(data=st.data())
def test_every_event_comes_back_from_json(kind: type[Event], data: st.DataObject) -> None:
    """What was written and read again is the same event, personal texts and all."""
    event = data.draw(events(kind))
    written = json.dumps(record_of(event))

    assert event == event_from(json.loads(written))
    assert written == json.dumps(record_of(event_from(json.loads(written))))


def test_a_record_is_plain_and_tagged() -> None:
    """Days and instants in ISO form, ids and choices as text, absent facts as null, inner events too."""
    record = record_of(CORRECTION)

    assert record["event"] == "Corrected"
    assert record["happened_at"] == "2026-12-19T00:00:00+00:00"
    assert record["of"] == str(RECEIPT.id)
    assert record["to"]["event"] == "Received"
    assert record["to"]["received_on"] == "2026-12-18"
    assert record["to"]["channel"] == "letter"
    assert type(record["to"]["channel"]) is str
    assert record["to"]["rang_at"] is None
    assert [matter["kind"] for matter in record["to"]["matters"]] == ["foi_request", "question"]


def test_what_has_a_default_may_be_left_out() -> None:
    """A record written before a field was thought of is still read."""
    assert event_from(spoilt("to.customer.needs", GONE)) == CORRECTION
    assert event_from(spoilt("recorded_at", GONE)) == CORRECTION
    old = {"event": "CallBackArranged", "id": str(RECEIPT.id), "happened_at": "2026-12-19T00:00:00+00:00"}
    read = event_from(old)
    assert isinstance(read, CallBackArranged)
    assert (read.attempts, read.voicemail) == (None, "")
    assert event_from(spoilt("to.speaker_phone", GONE)) == CORRECTION


@pytest.mark.parametrize("attempts", ["2", 2.0, True, 0])
def test_a_number_is_a_whole_number(attempts: object) -> None:
    """Nothing is taken for one."""
    record = record_of(CallBackArranged(happened_at=RECEIPT.happened_at, attempts=2))

    with pytest.raises(InvalidError, match="attempts"):
        event_from(record | {"attempts": attempts})


def test_an_instant_may_be_told_by_any_clock() -> None:
    """It is the same instant, whatever its offset."""
    assert event_from(spoilt("happened_at", "2026-12-19T05:30:00+05:30")) == CORRECTION


@pytest.mark.parametrize(
    ("path", "value", "field", "expected"),
    [
        ("event", "Recieved", "event", "one of: Received"),
        ("event", GONE, "event", "one of: Received"),
        ("event", ["Received"], "event", "one of: Received"),
        ("id", GONE, "id", "a UUID"),
        ("id", "7", "id", "a UUID"),
        ("id", str(RECEIPT.id).upper(), "id", "in lower case"),
        ("of", GONE, "of", "something (nothing is there)"),
        ("of", None, "of", "a UUID"),
        ("shade", 1, "shade", "no such field here"),
        ("to", 3, "to", "fields by name"),
        ("to.event", "Assigned", "to.id", "no such field here"),
        ("to.event", "Corrected", "to.event", "one of: Received"),
        ("to.event", "Withdrawn", "to.event", "one of: Received"),
        ("to.id", GONE, "to.id", "a UUID"),
        ("to.channel", "pigeon", "to.channel", "one of: telephone, letter"),
        ("to.channel", 1, "to.channel", "one of: telephone, letter"),
        ("to.channel", ["letter"], "to.channel", "one of: telephone, letter"),
        ("to.external", 1, "to.external", "true or false"),
        ("to.external", "true", "to.external", "true or false"),
        ("to.received_on", "20261218", "to.received_on", "a day like"),
        ("to.received_on", 20261218, "to.received_on", "a day like"),
        ("to.received_on", "2026-12-18T00:00:00+00:00", "to.received_on", "a day like"),
        ("to.received_on", "2026-02-30", "to.received_on", "a day like"),
        (
            "to.received_on",
            "2026-12-19",
            "to.received_at",
            "an instant on Saturday 19 December 2026 in Jersey",
        ),
        ("to.received_at", "2026-12-18T09:30:00", "to.received_at", "a date and time with a time zone"),
        ("to.received_at", "half past nine", "to.received_at", "an instant like"),
        ("to.received_at", 1797586200, "to.received_at", "an instant like"),
        ("happened_at", "0001-01-01T00:00:00+14:00", "happened_at", "a date and time with a time zone"),
        ("to.customer", None, "to.customer", "fields by name"),
        ("to.customer.name", 20, "to.customer.name", "text"),
        ("to.customer.name", None, "to.customer.name", "text"),
        ("to.customer.needs.format", "sung", "to.customer.needs.format", "one of: standard"),
        ("to.customer.shade", 1, "to.customer.shade", "no such field here"),
        ("to.matters", {}, "to.matters", "a list"),
        ("to.matters", "ab", "to.matters", "a list"),
        ("to.matters.1", 7, "to.matters[1]", "fields by name"),
        ("to.matters.1.route", True, "to.matters[1].route", "text"),
        ("to.matters.0.shade", 1, "to.matters[0].shade", "no such field here"),
        ("to.matters.0.departed_because", "x", "to.matters[0].advised_route", "the route that was advised"),
    ],
)
def test_refuses_with_the_path_to_what_is_wrong(path: str, value: object, field: str, expected: str) -> None:
    """Nothing is coerced: 20 is no text, 1 is not true, an instant is no day."""
    if path == "to.event" and value == "Assigned":
        record = spoilt(path, value)
        record["to"] = {"event": "Assigned", "id": str(RECEIPT.id), "colour": 1}
        field, expected = "to.happened_at", "something"
    else:
        record = spoilt(path, value)

    with pytest.raises(InvalidError, match="expected") as caught:
        event_from(record)

    assert field == caught.value.field
    assert expected in caught.value.expected


@pytest.mark.parametrize("record", [None, 3, "Received", [], [("event", "Received")]])
def test_refuses_what_is_no_record_at_all(record: object) -> None:
    """Whatever JSON can hold."""
    with pytest.raises(InvalidError, match="fields by name") as caught:
        event_from(record)

    assert caught.value.field == "(the whole record)"


class Broken(dict[str, Any]):
    """A fault that is not in what the record says."""

    def __iter__(self) -> Any:
        """Nothing comes of it."""
        error = RuntimeError("broken")
        error.add_note("found in a test")
        raise error

    keys = __iter__


def test_a_fault_that_is_not_the_records_is_raised_as_it_is() -> None:
    """It is not taken for something that was typed."""
    with pytest.raises(RuntimeError, match="broken"):
        event_from(spoilt("to.customer", Broken(name="Ann")))


def test_refuses_a_correction_inside_a_correction_however_deep() -> None:
    """A thousand of them are refused at the first, not counted down to the last."""
    record = record_of(CORRECTION)
    for _ in range(5000):
        record = {**record_of(CORRECTION), "to": record}

    with pytest.raises(InvalidError, match=r"^to\.event"):
        event_from(record)


@pytest.mark.parametrize(
    "mending", [lambda: CORRECTION, lambda: Withdrawn(of=RECEIPT.id, happened_at=RECEIPT.happened_at)]
)
def test_a_correction_holds_no_correction(mending: Callable[[], Event]) -> None:
    """It holds the event as it was."""
    with pytest.raises(InvalidError, match=r"^to: .*is withdrawn"):
        Corrected(of=RECEIPT.id, to=mending(), happened_at=RECEIPT.happened_at)


def test_a_first_deadline_waits_for_no_cattrs() -> None:
    """Importing the library and asking for a deadline with its explanation brings in neither converter."""
    program = (
        "import sys, datetime, joic_policy as p;"
        "c = p.contact_from([p.Received(channel='letter', received_on=datetime.date(2026, 1, 5))]);"
        "[d.explanation.text for d in p.deadlines(c)];"
        "print('cattrs' in sys.modules, 'workalendar' in sys.modules)"
    )
    ran = subprocess.run(  # noqa: S603  # this interpreter, and the program above
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert ran.stdout.split() == ["False", "False"]
