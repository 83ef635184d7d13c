"""How a contact begins: what a receipt can and cannot say."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joic_policy import CallMade, Channel, Direction, InvalidError, Matter, Received, contact_from
from joic_policy.units import JERSEY_ZONE, day_in_jersey, instant_in_jersey, start_of_day
from tests.strategies import days, instants, instants_on

DAY = date(2026, 7, 10)
NOON = datetime(2026, 7, 10, 11, tzinfo=UTC)


@given(days())
def test_without_a_time_it_happened_as_the_day_began(day: date) -> None:
    """So that nothing else of that day comes before it."""
    receipt = Received(channel="letter", received_on=day)

    assert receipt.happened_at == receipt.recorded_at == start_of_day(day)
    assert receipt.happened_at.utcoffset() == timedelta()


@given(days().flatmap(instants_on))
def test_with_a_time_it_happened_then(at: datetime) -> None:
    """The instant is kept in UTC, whatever clock told it, and belongs to its day in Jersey."""
    receipt = Received(channel="email", received_on=day_in_jersey(at), received_at=at)

    assert receipt.happened_at == receipt.received_at == at.astimezone(UTC)
    assert receipt.received_at.tzinfo is UTC


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 7, 10, 23, 59, tzinfo=JERSEY_ZONE), date(2026, 7, 10)),
        (datetime(2026, 7, 11, 0, 1, tzinfo=JERSEY_ZONE), date(2026, 7, 11)),
        (datetime(2026, 7, 10, 22, 59, tzinfo=UTC), date(2026, 7, 10)),
        (datetime(2026, 7, 10, 23, 1, tzinfo=UTC), date(2026, 7, 11)),
        (datetime(2026, 1, 9, 23, 59, tzinfo=JERSEY_ZONE), date(2026, 1, 9)),
        (datetime(2026, 1, 10, 0, 1, tzinfo=JERSEY_ZONE), date(2026, 1, 10)),
        (datetime(2026, 1, 9, 23, 59, tzinfo=UTC), date(2026, 1, 9)),
        (datetime(2026, 1, 10, 0, 1, tzinfo=UTC), date(2026, 1, 10)),
    ],
)
def test_the_day_is_jerseys_own(at: datetime, day: date) -> None:
    """A minute before and after midnight, in summer an hour ahead of UTC and in winter not."""
    assert Received(channel="email", received_on=day, received_at=at).received_on == day
    for other in (day - timedelta(days=1), day + timedelta(days=1)):
        with pytest.raises(
            InvalidError, match=f"an instant on {other:%A} {other.day} {other:%B %Y} in Jersey"
        ):
            Received(channel="email", received_on=other, received_at=at)


def test_the_repeated_hour_of_autumn_is_two_hours() -> None:
    """Half past one comes twice; the instants are told apart, and each equals its own form in UTC."""
    first = datetime(2026, 10, 25, 1, 30, tzinfo=JERSEY_ZONE)
    second = first.replace(fold=1)
    receipts = [Received(channel="email", received_on=first.date(), received_at=at) for at in (first, second)]

    assert [receipt.received_at for receipt in receipts] == [
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    ]
    assert instant_in_jersey(first.date(), first.time()) == receipts[0].received_at


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("received_on", NOON, "a date"),
        ("received_on", "2026-07-10", "a date"),
        ("received_on", None, "a date"),
        ("received_at", NOON.replace(tzinfo=None), "time zone"),
        ("received_at", DAY, "time zone"),
        ("received_at", "noon", "time zone"),
        ("happened_at", NOON.replace(tzinfo=None), "time zone"),
        ("happened_at", NOON + timedelta(days=1), "an instant on Friday 10 July 2026 in Jersey"),
        ("recorded_at", NOON.replace(tzinfo=None), "time zone"),
        ("rang_at", NOON.replace(tzinfo=None), "time zone"),
        ("channel", "pigeon", "one of: telephone, letter, email, in_person, online_form"),
        ("external", 1, "True or False"),
        ("external", "yes", "True or False"),
        ("customer", "Ann", "Customer"),
        ("matters", [], "Matter"),
        ("matters", ("foi_request",), "Matter"),
        ("subject", None, "text"),
        ("owner", 7, "text"),
        ("id", "7", "UUID"),
    ],
)
def test_refuses_by_name(field: str, value: object, expected: str) -> None:
    """The message has the field, what was given and what was expected."""
    facts: dict[str, Any] = {"channel": "email", "received_on": DAY, field: value}

    with pytest.raises(InvalidError) as caught:
        Received(**facts)

    assert (caught.value.field, caught.value.given) == (field, value)
    assert expected in caught.value.expected
    shown = value.isoformat() if isinstance(value, date) else repr(value)
    assert f"given {shown}" in str(caught.value)


@pytest.mark.parametrize("name", ["answered_at", "abandoned_at"])
def test_a_call_ends_no_earlier_than_it_rang(name: str) -> None:
    """At the very same instant it may."""
    call: dict[str, Any] = {"channel": "telephone", "received_on": DAY, "rang_at": NOON}

    assert getattr(Received(**call, **{name: NOON}), name) == NOON
    with pytest.raises(InvalidError, match="not before the call rang") as caught:
        Received(**call, **{name: NOON - timedelta(milliseconds=1)})
    assert caught.value.field == name


def test_a_call_is_answered_or_given_up() -> None:
    """Not both."""
    with pytest.raises(InvalidError, match="this call was answered"):
        Received(channel="telephone", received_on=DAY, answered_at=NOON, abandoned_at=NOON)


@given(instants())
def test_a_call_made_begins_a_contact_of_our_own(at: datetime) -> None:
    """On the day that it was in Jersey, by telephone, going out."""
    contact = contact_from([CallMade(happened_at=at)])

    assert contact.direction is Direction.OUT
    assert contact.channel is Channel.TELEPHONE
    assert contact.received_on == day_in_jersey(at)


@given(st.sampled_from(Channel))
def test_what_was_received_came_in(channel: Channel) -> None:
    """On any channel; matters and owner are the receipt's until told otherwise."""
    matters = (Matter(kind="question"),)
    contact = contact_from([Received(channel=channel, received_on=DAY, matters=matters, owner="Bea")])

    assert contact.direction is Direction.IN
    assert contact.channel is channel
    assert (contact.matters, contact.owner, contact.received_on) == (matters, "Bea", DAY)
    assert contact.customer == contact.opening.customer
