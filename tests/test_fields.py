"""The checks on fields, by themselves; each value's own tests show that it uses them."""

from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Any

import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from joic_policy import InvalidError, PolicyError
from joic_policy._fields import (
    Choice,
    all_are,
    in_utc,
    is_a,
    is_day,
    is_flag,
    is_instant,
    is_number,
    is_text,
    maybe_in_utc,
    names,
    to_day,
    to_instant,
)
from tests.strategies import instants

AT = datetime(2026, 7, 1, 12, tzinfo=UTC)


class TeaTime(Choice):
    """A closed set of two words."""

    ELEVENSES = "elevenses"
    FOUR = "four"


@frozen(kw_only=True)
class Everything:
    """One field of each kind."""

    at: Any = field(default=AT, converter=in_utc, validator=is_instant)
    maybe_at: Any = field(default=None, converter=maybe_in_utc)
    on: Any = field(default=AT.date(), validator=is_day)
    text: Any = field(default="", validator=is_text)
    flag: Any = field(default=False, validator=is_flag)
    number: Any = field(default=1, validator=is_number)
    name: Any = field(default="Ann", validator=names("a name"))
    place: Any = field(default=TeaTime.FOUR, validator=is_a(TeaTime))
    places: Any = field(default=(), validator=all_are(TeaTime))
    tea: Any = field(default=TeaTime.FOUR, converter=TeaTime)


@pytest.mark.parametrize(
    ("name", "given_value", "expected"),
    [
        ("at", AT.replace(tzinfo=None), "a date and time with a time zone"),
        ("at", AT.date(), "a date and time with a time zone"),
        ("at", None, "a date and time with a time zone"),
        (
            "at",
            datetime.min.replace(tzinfo=timezone(timedelta(hours=14))),
            "a date and time with a time zone",
        ),
        (
            "at",
            datetime.max.replace(tzinfo=timezone(timedelta(hours=-11))),
            "a date and time with a time zone",
        ),
        ("on", AT, "a date (without a time)"),
        ("on", "2026-07-01", "a date (without a time)"),
        ("text", None, "text"),
        ("text", b"text", "text"),
        ("flag", 1, "True or False"),
        ("flag", None, "True or False"),
        ("number", True, "a whole number of at least 1"),
        ("number", 0, "a whole number of at least 1"),
        ("number", 20.0, "a whole number of at least 1"),
        ("number", "20", "a whole number of at least 1"),
        ("name", "", "a name"),
        ("name", " \t\n", "a name"),
        ("name", None, "a name"),
        ("place", "four", "a value of the class TeaTime"),
        ("places", [TeaTime.FOUR], "a tuple of the class TeaTime"),
        ("places", (TeaTime.FOUR, "four"), "a tuple of the class TeaTime"),
    ],
)
def test_refuses_by_name(name: str, given_value: object, expected: str) -> None:
    """Which field, what was given, what was expected; a standard kind of error too."""
    with pytest.raises(InvalidError) as caught:
        Everything(**{name: given_value})

    assert (caught.value.field, caught.value.given, caught.value.expected) == (name, given_value, expected)
    shown = given_value.isoformat() if isinstance(given_value, date) else repr(given_value)
    assert str(caught.value) == f"{name}: given {shown}, expected {expected}"
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, PolicyError)


@given(instants())
def test_an_instant_is_kept_in_utc(at: datetime) -> None:
    """The same instant, in the one zone where an hour never comes twice."""
    kept = Everything(at=at, maybe_at=at)

    assert kept.at == kept.maybe_at == to_instant("at", at) == at.astimezone(UTC)
    assert kept.at.tzinfo is UTC
    assert Everything().maybe_at is None


@given(st.dates())
def test_a_day_is_a_day(day: date) -> None:
    """Any date; an argument is named as a field is."""
    assert to_day("on", day) is Everything(on=day).on is day
    with pytest.raises(InvalidError, match=r"^on: "):
        to_day("on", datetime(day.year, day.month, day.day, tzinfo=UTC))


def test_a_choice_is_taken_from_its_text_and_names_the_others() -> None:
    """By its own name, in words."""
    assert Everything(tea="elevenses").tea is TeaTime.ELEVENSES
    assert issubclass(Choice, StrEnum)
    for wrong in ("six", None, 4, ["four"]):
        with pytest.raises(InvalidError, match="expected one of: elevenses, four") as caught:
            TeaTime(wrong)
        assert (caught.value.field, caught.value.given) == ("tea_time", wrong)


def test_nothing_is_refused_that_is_right() -> None:
    """The values that the faults replace, and more."""
    whole = Everything(place=TeaTime.FOUR, places=(TeaTime.FOUR, TeaTime.ELEVENSES), number=10**6, flag=True)

    assert whole.places == ("four", "elevenses")
    assert Everything(name=" Ann ").name == " Ann "
