"""The forms of acts: whatever is typed comes to an event or to findings about its fields."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.forms.act_form import ActField, Scene, Shape, as_typed
from app.forms.acts import FORMS
from joic_policy import (
    Acknowledged,
    CallBackArranged,
    Channel,
    Contact,
    Corrected,
    Customer,
    Event,
    FullResponseExpected,
    Matter,
    MatterKind,
    MessageDelivered,
    MessageTaken,
    Received,
    Triaged,
    contact_from,
)
from joic_policy.contacts import EVENTS, Erased
from joic_policy.policy import StartsFrom

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
LETTER = Received(
    channel=Channel.LETTER, received_on=date(2026, 11, 23), customer=Customer(telephone="01534 716530")
)
TYPED = (
    st.sampled_from(["", " ", "Ann", "<b>", "\x00\u202e", "=1+1", "25:00", "14:30", "x" * 2_000]) | st.text()
)


def scene(*acts: Event, **facts: Any) -> Scene:
    """A contact of a letter, with Ann at work."""
    return Scene(**{"contact": contact_from([LETTER, *acts]), "number": 12, "who": "Ann", "at": NOW, **facts})


def filled(kind: type[Event], here: Scene, **typed: Any) -> dict[str, Any]:
    """What stands in a form with some fields typed in."""
    raw: dict[str, Any] = {}
    for each in FORMS[kind].fields(here, raw):
        raw |= as_typed(each)
        raw |= {name: value for name, value in typed.items() if name.removesuffix(".time") == each.name}
    return raw


def found(kind: type[Event], here: Scene, **typed: Any) -> dict[str, str]:
    """What is said of what was typed, by field."""
    told = FORMS[kind].told(filled(kind, here, **typed), here, id=uuid4())
    assert (told.event is None) is bool(told.findings)
    return {finding.field: finding.message for finding in told.findings}


def anything(each: ActField) -> st.SearchStrategy[Any]:
    """What a widget of this shape can hold."""
    match each.shape:
        case Shape.DAY | Shape.MOMENT | Shape.RECEIPT:
            return st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31))
        case Shape.FLAG:
            return st.booleans()
        case Shape.NUMBER:
            return st.none() | st.integers(-(10**15), 10**15)
        case Shape.CHOICE | Shape.EARLIER:
            return st.none() | st.sampled_from(each.options) if each.options else st.none()
        case Shape.CHOICES:
            return st.lists(st.sampled_from(each.options), unique=True)
        case _:
            return TYPED


@pytest.mark.parametrize("kind", EVENTS)
def test_whatever_is_typed_is_an_event_or_is_answered(kind: type[Event]) -> None:
    """Never an error, and never a finding about a field that is not there."""
    message = MessageTaken(happened_at=NOW)

    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def prove(data: st.DataObject) -> None:
        here = scene(
            Acknowledged(happened_at=NOW, channel="letter"), message, CallBackArranged(happened_at=NOW)
        )
        raw: dict[str, Any] = {}
        for each in FORMS[kind].fields(here, raw):
            raw[each.name] = data.draw(anything(each))
            if each.shape in {Shape.MOMENT, Shape.RECEIPT}:
                raw[f"{each.name}.time"] = data.draw(TYPED)

        told = FORMS[kind].told(raw, here, id=uuid4())

        assert (told.event is None) is bool(told.findings)
        assert {finding.field for finding in told.findings} <= raw.keys()

    prove()


def test_what_is_not_told_is_now_and_by_whoever_is_at_work() -> None:
    """And by the way in which the customer wrote."""
    told = FORMS[Acknowledged].told(filled(Acknowledged, scene()), scene(), id=uuid4()).event

    assert isinstance(told, Acknowledged)
    assert (told.happened_at, told.by, told.channel) == (NOW, "Ann", Channel.LETTER)


@pytest.mark.parametrize(
    ("typed", "field", "expected"),
    [
        ({"happened": date(2026, 11, 23)}, "happened.time", "a time like 14:30"),
        ({"happened.time": "14:30"}, "happened", "the day as well as the time"),
        (
            {"happened": date(2026, 11, 23), "happened.time": "25"},
            "happened.time",
            "a time of day like 14:30",
        ),
        ({"channel": None}, "channel", "by what channel"),
    ],
)
def test_what_is_missing_is_said_at_its_field(typed: dict[str, Any], field: str, expected: str) -> None:
    """With what was expected there."""
    (message,) = [text for name, text in found(Acknowledged, scene(), **typed).items() if name == field]

    assert expected in message


def test_the_oldest_message_that_waits_is_the_one_delivered() -> None:
    """The number to call back is the customer's."""
    first, second = MessageTaken(happened_at=NOW), MessageTaken(happened_at=NOW)
    delivered = MessageDelivered(happened_at=NOW, of=first.id)
    here = scene(first, second, delivered)

    assert filled(MessageDelivered, here)["of"] == str(second.id)
    assert filled(MessageDelivered, scene(first, second))["of"] == str(first.id)
    assert filled(CallBackArranged, scene())["number"] == "01534 716530"
    assert found(MessageDelivered, scene()) == {"of": "Nothing given: expected which message it was."}


def test_an_erasure_needs_the_number_of_this_contact() -> None:
    """Another number, or none, is not a yes."""
    for typed in ("", "13", "twelve", "1"):
        assert "sure" in found(Erased, scene(), why="Kept long enough.", sure=typed)
    assert found(Erased, scene(), why="Kept long enough.", sure="12") == {}


def test_a_matter_keeps_what_has_no_field() -> None:
    """What triage advised stays; a fact is added, a kind is added, and the order stays."""
    known = Matter(
        kind=MatterKind.OWN_BREACH, route="own_mistake", advised_route="check", asked_on=date(2026, 11, 2)
    )
    other = Matter(kind=MatterKind.QUESTION)
    contact = evolve(contact_from([LETTER]), matters=(known, other))
    here = scene(contact=contact)
    kinds = [MatterKind.FEEDBACK, MatterKind.OWN_BREACH]
    typed = {
        "asks": kinds,
        f"own_breach.0.{StartsFrom.AWARE_AT}": date(2026, 11, 23),
        f"own_breach.0.{StartsFrom.AWARE_AT}.time": "09:05",
        "own_breach.0.departed_because": "It was ours.",
    }

    told = FORMS[Triaged].told(filled(Triaged, here, **typed), here, id=uuid4()).event

    aware_at = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)
    assert isinstance(told, Triaged)
    assert told.matters == (
        evolve(known, aware_at=aware_at, departed_because="It was ours."),
        Matter(kind=MatterKind.FEEDBACK),
    )


def test_a_refusal_in_a_correction_is_said_at_its_own_field() -> None:
    """Under the name that the field has there."""
    expected = FullResponseExpected(happened_at=NOW, expected_on=date(2026, 11, 25), by="Ann")
    here = scene(expected, about=expected.id)

    assert found(Corrected, here, **{f"{expected.id}.by": "  ", "why": "Not Ann."}) == {
        f"{expected.id}.by": "Given   : expected the name of who expects it."
    }
    assert found(Corrected, here, **{f"{expected.id}.expected_on": None}).keys() == {
        f"{expected.id}.expected_on",
        "why",
    }


def test_what_was_withdrawn_meanwhile_is_not_corrected() -> None:
    """It is said; nothing of what was typed is looked at."""
    event = Acknowledged(happened_at=NOW, channel="letter")
    raw = filled(Corrected, scene(event, about=event.id), why="It was an email.")
    gone: Contact = contact_from([LETTER])

    told = FORMS[Corrected].told(raw, scene(contact=gone), id=uuid4())

    assert "withdrawn meanwhile" in told.findings[0].message
