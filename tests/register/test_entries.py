"""The index says of every contact what its deadlines say."""

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from joic_policy import JERSEY, POLICY, Contact, Duty, OwedBy, Policy, Status, Weeks, WorkingDays, deadlines
from joic_policy.register import Owed
from joic_policy.register.entries import entry_of, ground_digest
from joic_policy.units import end_of_day
from tests.desks import NOON
from tests.strategies import contacts, policies

A_CALL = timedelta(minutes=2)  # longer than any takes to be answered here
OPEN = {Status.WAIVED, Status.OVERDUE, Status.DUE_TODAY, Status.WAITING}


@given(contacts(), st.data())
def test_an_entry_stands_as_its_deadlines_do(contact: Contact, data: st.DataObject) -> None:
    """At any instant from the last event on, what is open and how it stands is the same from either."""
    told = [instant for event in contact.events for instant in (event.happened_at, event.recorded_at)]
    last = max(*told, end_of_day(contact.received_on)) + A_CALL
    at = last + timedelta(minutes=data.draw(st.integers(0, 90 * 24 * 60), label="minutes later"))
    owed = deadlines(contact)

    entry = entry_of(contact, version=1, policy=POLICY, calendar=JERSEY, ground="")

    assert [(each.duty, each.due_at, each.status(at)) for each in entry.owed] == [
        (deadline.duty, deadline.due_at, deadline.status(at))
        for deadline in owed
        if deadline.owed_by is OwedBy.OFFICE and deadline.status(at) in OPEN
    ]
    assert [owed[each.place].duty for each in entry.owed] == [each.duty for each in entry.owed]


def test_what_has_no_date_only_waits() -> None:
    """It is never overdue."""
    owed = Owed(duty=Duty.REPLY, place=0, arose_at=NOON)

    assert owed.status(NOON + timedelta(days=9999)) is Status.WAITING


STATUTE = next(iter(POLICY.statutes))


@pytest.mark.parametrize(
    "policy",
    [
        POLICY.with_readings(receipt_day="counted"),
        POLICY.with_standard(POLICY.standards["formal_response"].amended(WorkingDays(16))),
        evolve(POLICY, office=evolve(POLICY.office, closures=(date(2026, 12, 24),))),
        evolve(
            POLICY,
            statutes={**POLICY.statutes, STATUTE: evolve(POLICY.statutes[STATUTE], duration=Weeks(99))},
        ),
    ],
)
def test_another_ground_has_another_digest(policy: Policy) -> None:
    """A number, a reading, a statute, a closure or a holiday more."""
    usual = ground_digest(POLICY, JERSEY)

    assert ground_digest(policy, JERSEY) != usual
    assert ground_digest(POLICY, JERSEY.with_holidays({date(2026, 12, 4): "Fair"})) != usual
    assert ground_digest(POLICY, JERSEY) == usual


@given(policies())
def test_the_digest_is_of_what_is_written(policy: Policy) -> None:
    """The same policy made twice has the same digest."""
    assert ground_digest(evolve(policy), JERSEY) == ground_digest(policy, JERSEY)
