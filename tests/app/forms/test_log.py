"""A contact as it is logged: whatever is typed becomes events or findings, the same each time."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.forms.log import CALL_MADE, FIELDS, Logged, logged, recorded, typed_in
from joic_policy import (
    CallMade,
    Channel,
    CustomerKind,
    FileNoted,
    Format,
    Matter,
    MatterKind,
    Received,
    Responded,
    Triaged,
    contact_from,
)
from joic_policy.register import InMemoryRegister
from joic_policy.units import instant_in_jersey
from tests.desks import desk_on
from tests.strategies import TYPED

ID = UUID(int=7)
AT = datetime(2026, 11, 24, 10, 2, 3, tzinfo=UTC)
ON = date(2026, 11, 24)
CALL = {
    "how": Channel.TELEPHONE,
    "name": "Mary Marett",
    "received": ON,
    "kind": CustomerKind.MEMBER_OF_PUBLIC,
}

HOW = st.sampled_from([*Channel, CALL_MADE])
TEXTS = st.none() | st.sampled_from(TYPED) | st.text(max_size=20)
FORMS = st.fixed_dictionaries(
    {"how": HOW},
    optional={
        **{name: TEXTS for name in FIELDS if name not in {"how", "received", "waited", "kind", "format"}},
        "received": st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31)),
        "received.time": st.sampled_from(["", "9.05", "14:30", "25:00", "noon"]),
        "waited": st.none() | st.integers(),
        "kind": st.sampled_from(CustomerKind),
        "format": st.sampled_from(Format),
        "preferred_channel": st.none() | st.sampled_from(Channel),
        **dict.fromkeys(("answered", "internal", "email_confirmed", "as_typed"), st.booleans()),
    },
)


def read(**raw: Any) -> Logged:
    """A telephone call, with these fields otherwise."""
    return logged({**CALL, **raw}, id=ID, at=AT)


def opening(**raw: Any) -> Any:
    """What the form says that the contact began with."""
    return read(**raw).events[0]


@given(FORMS)
def test_whatever_is_typed_is_events_or_findings(raw: dict[str, Any]) -> None:
    """Never both, never neither, never a crash; each finding is about a field; and again it is the same."""
    result = logged(raw, id=ID, at=AT)

    assert bool(result.events) != bool(result.findings)
    assert {one.field for one in result.findings} <= set(FIELDS)
    assert all("expected" in one.message or "cannot" in one.message for one in result.findings)
    assert logged(raw, id=ID, at=AT) == result
    if result.events:
        assert contact_from(result.events).opening.id == ID


def test_a_call_needs_a_name_and_nothing_more() -> None:
    """It came when the form was begun, from outside, and nothing else is made up."""
    call = opening()

    assert isinstance(call, Received)
    assert (call.channel, call.received_on, call.received_at) == (Channel.TELEPHONE, ON, AT)
    assert (call.customer.name, call.external, call.owner, call.matters) == ("Mary Marett", True, "", ())


@pytest.mark.parametrize(
    ("raw", "field", "expected"),
    [
        ({"name": " "}, "name", "a name, or what it is about"),
        ({"telephone": "12"}, "telephone", "a number like 01534 716530"),
        ({"email": "mary at example"}, "email", "an address like name@example.org"),
        ({"received": None}, "received", "the day of receipt"),
        ({"received.time": "25:00"}, "received.time", "a time of day like 14:30"),
        ({"waited": -1}, "waited", "seconds, from 0"),
        ({"waited": 5, "received": date(2026, 11, 23)}, "received.time", "the time of the call"),
        ({"how": CALL_MADE, "received": date(2026, 11, 23)}, "received.time", "the time of our call"),
        ({"how": None}, "how", "how it reached us"),
        ({"answered": True}, "outcome", "what you told them"),
    ],
)
def test_what_cannot_be_taken_names_its_field(raw: dict[str, Any], field: str, expected: str) -> None:
    """Where it stands on the page, with what was expected there."""
    (finding,) = read(**raw).findings

    assert finding.field == field
    assert expected in finding.message


@pytest.mark.parametrize(
    "typed", ["01534716530", "01534 716 530", "+44 (0)1534 716530", "0044 1534 71 65 30"]
)
def test_a_number_is_kept_in_one_form(typed: str) -> None:
    """However it was spaced, so that it is found again."""
    assert opening(telephone=typed).customer.telephone == "+44 1534 716530"


def test_a_person_can_keep_what_has_no_form() -> None:
    """Half a number is better than none."""
    call = opening(telephone=" 7165.. ", email="mary at home", as_typed=True, email_confirmed=True)

    assert (call.customer.telephone, call.customer.email) == ("7165..", "mary at home")
    assert call.customer.email_confirmed
    assert not opening(email_confirmed=True).customer.email_confirmed


def test_a_letter_has_a_day_and_no_time_unless_it_is_told() -> None:
    """When the post came in is not when somebody types; what was spoken on another day neither."""
    yesterday = date(2026, 11, 23)

    assert opening(how=Channel.LETTER).received_at is None
    assert opening(received=yesterday).received_at is None
    assert opening(**{"how": Channel.EMAIL, "received.time": "8.15"}).received_at.hour == 8
    assert opening(received_at=AT - timedelta(days=1)).received_on == yesterday


def test_how_long_it_rang_is_kept() -> None:
    """From the seconds counted, or from instants that are known; a letter does not ring."""
    counted = opening(**{"received.time": "9:00", "waited": 25})
    nine = instant_in_jersey(ON, datetime(2026, 1, 1, 9).time())  # noqa: DTZ001 (a time of day only)
    known = opening(rang_at=AT, answered_at=AT + timedelta(seconds=4))

    assert (counted.rang_at, counted.answered_at) == (nine, nine + timedelta(seconds=25))
    assert (known.answered_at - known.rang_at).total_seconds() == 4
    assert opening(how=Channel.LETTER, waited=4).rang_at is None


def test_a_call_of_ours_begins_a_contact() -> None:
    """It starts no clock."""
    call = opening(how=CALL_MADE)

    assert isinstance(call, CallMade)
    assert call.happened_at == AT


@pytest.mark.parametrize("how", [Channel.TELEPHONE, Channel.IN_PERSON, CALL_MADE])
def test_answered_at_once_is_the_answer_and_its_note(how: str) -> None:
    """In the same conversation, in that order, also where the call is said to have come a little later."""
    raw = {"how": how, "answered": True, "outcome": "Open till five", "received.time": "10:30"}
    _, response, note = read(**raw).events

    assert isinstance(response, Responded)
    assert isinstance(note, FileNoted)
    assert response.channel is (Channel.IN_PERSON if how == Channel.IN_PERSON else Channel.TELEPHONE)
    assert (note.of, note.outcome) == (response.id, "Open till five")
    assert response.happened_at == note.happened_at == opening(**raw).happened_at


def test_a_letter_is_not_answered_in_conversation() -> None:
    """What was ticked for a call does not count once it is a letter."""
    assert len(read(how=Channel.LETTER, answered=True, outcome="Told them").events) == 1


@pytest.mark.parametrize(
    ("facts", "apart"),
    [
        ({}, False),
        ({"abusive": True}, True),
        ({"matters": (Matter(kind="question", advised_route="a", departed_because="b"),)}, True),
    ],
)
def test_triage_goes_along(facts: dict[str, Any], *, apart: bool) -> None:
    """With the receipt, or as an act of its own where it says more: abuse, or who departed from advice."""
    triaged = Triaged(**{"happened_at": AT, "matters": (Matter(kind=MatterKind.QUESTION),), **facts})
    events = logged(CALL, id=ID, at=AT, triaged=triaged).events
    contact = contact_from(events)

    assert contact.matters == triaged.matters
    assert contact.abusive is triaged.abusive
    assert bool(contact.acts(Triaged)) is apart
    assert events == logged(CALL, id=ID, at=AT, triaged=triaged).events


def test_recorded_once_however_often() -> None:
    """Also when a first try had got only half way."""
    register = InMemoryRegister()
    desk = desk_on(register, now=AT)
    events = read(answered=True, outcome="Told them").events

    desk.record(ID, events[0], expecting=0)
    assert [recorded(desk, events), recorded(desk, events)] == [1, 1]
    assert [each.event.id for each in register.history(ID)] == [event.id for event in events]


def test_what_a_form_begins_with_is_nothing_typed() -> None:
    """So that an empty form is no draft."""
    assert not typed_in({"how": Channel.LETTER, "received": ON, "owner": "Ann", "name": " "})
    assert typed_in({"subject": "A question"})
