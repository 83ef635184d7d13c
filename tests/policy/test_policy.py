"""The policy as a value: another reading or number makes another policy, and spoils nothing."""

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from joic_policy import POLICY, InvalidError, WorkingDays
from joic_policy.policy import Amendment, Standard, StandardId
from joic_policy.units import Seconds, Weeks
from tests.strategies import days, whole_numbers

RESPONSE = POLICY.standards[StandardId.FORMAL_RESPONSE]
STANDARD = Standard(  # of our own: the policy's may be amended at any time
    id=StandardId.FORMAL_RESPONSE,
    clause_id="WRI-12",
    title="Respond",
    amendments=(Amendment(duration=WorkingDays(15)),),
)


def test_a_reading_is_changed_in_a_copy() -> None:
    """By its name and the text of the reading; what is no reading is refused with what there is."""
    assert POLICY.with_readings(receipt_day="counted").interpretations.receipt_day == "counted"
    assert POLICY.interpretations.receipt_day == "not_counted"
    with pytest.raises(
        InvalidError, match="receipt_day: given 'perhaps', expected one of: not_counted, counted"
    ):
        POLICY.with_readings(receipt_day="perhaps")
    with pytest.raises(InvalidError, match="interpretation: given 'tea', expected one of: receipt_day, "):
        POLICY.with_readings(tea="yes")


def test_a_number_is_changed_in_a_copy() -> None:
    """The others are the same."""
    policy = POLICY.with_standard(RESPONSE.amended(WorkingDays(10)))

    assert policy.standards["formal_response"].on(date(2026, 1, 1)) == WorkingDays(10)
    assert POLICY.standards["formal_response"].on(date(2026, 1, 1)) == WorkingDays(15)
    assert {**policy.standards, "formal_response": RESPONSE} == dict(POLICY.standards)


@given(st.lists(st.tuples(days(), whole_numbers()), max_size=5, unique_by=lambda pair: pair[0]), days())
def test_the_number_on_a_day_is_the_last_that_began(amendments: list[tuple[date, int]], day: date) -> None:
    """On its first day an amendment holds; the day before, it does not."""
    standard, expected = STANDARD, WorkingDays(15)
    for from_on, n in sorted(amendments):
        standard = standard.amended(WorkingDays(n), from_on=from_on)
        expected = WorkingDays(n) if from_on <= day else expected
        assert standard.on(from_on) == WorkingDays(n)
        assert standard.on(from_on - timedelta(days=1)) == standard.amendments[-2].duration

    assert standard.on(day) == expected


@pytest.mark.parametrize("from_on", [date(2027, 1, 1), date(2026, 12, 31)])
def test_amendments_come_in_order(from_on: date) -> None:
    """One that begins on the same day, or before, is refused."""
    standard = STANDARD.amended(WorkingDays(10), from_on=date(2027, 1, 1))

    with pytest.raises(InvalidError, match="a date after 2027-01-01"):
        standard.amended(WorkingDays(5), from_on=from_on)


@pytest.mark.parametrize("duration", [Weeks(3), Seconds(15)])
@pytest.mark.parametrize("from_on", [None, date(2027, 1, 1)])
def test_a_number_keeps_its_unit(duration: Weeks | Seconds, from_on: date | None) -> None:
    """Three weeks are not fifteen working days."""
    with pytest.raises(InvalidError, match="expected working days"):
        STANDARD.amended(duration, from_on=from_on)
    with pytest.raises(InvalidError, match="expected seconds"):
        POLICY.standards["answer_call"].amended(WorkingDays(1))


def test_an_amendment_begins_on_a_day() -> None:
    """Not at an instant."""
    with pytest.raises(InvalidError, match="from_on"):
        STANDARD.amended(WorkingDays(1), from_on="2027-01-01")  # type: ignore[arg-type]
    with pytest.raises(InvalidError, match="at least one entry"):
        Standard(id=StandardId.FORMAL_RESPONSE, clause_id="WRI-12", title="t", amendments=())
    assert Amendment(duration=WorkingDays(1)).from_on is None


def test_a_policy_is_a_value() -> None:
    """Made anew with nothing changed it is the same."""
    assert evolve(POLICY) == POLICY
    assert POLICY.with_readings() == POLICY
    assert evolve(POLICY, interpretations=evolve(POLICY.interpretations, greeting="with_evening")) != POLICY
