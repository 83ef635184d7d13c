"""What-if: what moved, by how much and why, for each kind of difference."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from joic_policy import (
    JERSEY,
    POLICY,
    Acknowledged,
    CallBackArranged,
    Change,
    Closed,
    Contact,
    Days,
    DelayTold,
    Event,
    FullResponseExpected,
    Matter,
    OwedBy,
    Policy,
    Received,
    Weeks,
    WorkingDayCalendar,
    WorkingDays,
    compare,
    contact_from,
    deadlines,
)
from joic_policy.policy import Interpretations, StandardId
from joic_policy.policy.interpretations import readings_in
from tests.strategies import PLAIN, contacts, histories, policies

AT = datetime(2026, 11, 3, 12, tzinfo=UTC)
RECEIPT = Received(channel="letter", received_on=date(2026, 11, 2))
ACCESS = Matter(kind="subject_access_to_office")
FOI = Matter(kind="foi_request", asked_on=date(2026, 11, 2))
CALL_BACK = CallBackArranged(happened_at=AT, agreed_at=AT)


def changed(
    *events: Event,
    before: tuple[Event, ...] = (RECEIPT,),
    policy: Policy = POLICY,
    calendar: WorkingDayCalendar = JERSEY,
) -> dict[str, Change]:
    """What differs, by duty, between `before` under all that is given and the same or other events now."""
    now = contact_from(events or before)
    answers = deadlines(now, policy=policy, calendar=calendar)
    changes = compare(deadlines(contact_from(before)), answers)
    return {(change.after or change.before).duty.value: change for change in changes}


@settings(max_examples=40)
@given(contacts(), policies())
def test_nothing_differs_from_itself(contact: Contact, policy: Policy) -> None:
    """However often it is worked out."""
    assert compare(deadlines(contact, policy=policy), deadlines(contact, policy=policy)) == ()


@settings(max_examples=60)
@given(histories(), histories(), st.data())
def test_every_change_has_its_reason(
    one: tuple[Event, ...], other: tuple[Event, ...], data: st.DataObject
) -> None:
    """Other facts, another reading: whatever moved, something says why, in whole sentences."""
    attribute = data.draw(st.sampled_from([*Interpretations.__attrs_attrs__]))
    reading = data.draw(st.sampled_from(list(readings_in(attribute))))
    policy = POLICY.with_readings(**{attribute.name: reading})
    for now, under in ((one, policy), (other, POLICY), ((one[0], *one[1:-1]), POLICY)):
        for change in compare(deadlines(contact_from(one)), deadlines(contact_from(now), policy=under)):
            assert change.why
            assert all(text.endswith(".") for text in (change.words, *change.why))


@pytest.mark.parametrize(
    ("make", "duty", "days", "words", "why"),
    [
        (
            lambda: changed(evolve(RECEIPT, channel="email")),
            "acknowledgement",
            -2,
            "due on Tuesday 3 November 2026, 2 working days earlier.",
            ["It came by email, not by letter.", "The number is 1 working day, not 3 working days."],
        ),
        (
            lambda: changed(Received(channel="letter", received_on=date(2026, 11, 3))),
            "formal_response",
            1,
            "due on Tuesday 24 November 2026, 1 working day later.",
            ["Received on Tuesday 3 November 2026, not on Monday 2 November 2026."],
        ),
        (
            lambda: changed(
                Received(channel="letter", received_on=RECEIPT.received_on, received_at=AT - timedelta(1))
            ),
            "formal_response",
            0,
            "due on Monday 23 November 2026 as before, but reached or judged otherwise.",
            ["Received at 12:00 on Monday 2 November 2026, not at 00:00 on Monday 2 November 2026."],
        ),
        (
            lambda: changed(
                policy=POLICY.with_standard(
                    POLICY.standards[StandardId.FORMAL_RESPONSE].amended(WorkingDays(10))
                )
            ),
            "formal_response",
            -5,
            "due on Monday 16 November 2026, 5 working days earlier.",
            ["The number is 10 working days, not 15 working days."],
        ),
        (
            lambda: changed(policy=POLICY.with_readings(receipt_day="counted")),
            "acknowledgement",
            -1,
            "due on Wednesday 4 November 2026, 1 working day earlier.",
            ["Is the day of receipt counted? Yes: it is day 1, if it is a working day."],
        ),
        (
            lambda: changed(policy=POLICY.with_readings(receipt_day="counted", online_form="as_letter")),
            "formal_response",
            -1,
            "due on Friday 20 November 2026, 1 working day earlier.",
            ["Is the day of receipt counted? Yes: it is day 1, if it is a working day."],
        ),
        (
            lambda: changed(calendar=JERSEY.with_holidays({date(2026, 11, 4): "Visit"})),
            "acknowledgement",
            1,
            "due on Friday 6 November 2026, 1 working day later.",
            ["Wednesday 4 November 2026 is a holiday: Visit."],
        ),
        (
            lambda: changed(
                before=(Received(channel="letter", received_on=date(2026, 12, 23)),),
                calendar=JERSEY.without_holidays({date(2026, 12, 25)}),
            ),
            "acknowledgement",
            -1,
            "due on Tuesday 29 December 2026, 1 working day earlier.",
            ["Friday 25 December 2026 is no holiday: Christmas Day."],
        ),
        (
            lambda: changed(evolve(RECEIPT, matters=(ACCESS,))),
            "formal_response",
            0,
            "as before, but reached or judged otherwise.",
            ["The law holds instead: Answer a subject access request made to the Office."],
        ),
        (
            lambda: changed(RECEIPT, before=(evolve(RECEIPT, matters=(ACCESS,)),)),
            "formal_response",
            0,
            "as before, but reached or judged otherwise.",
            ["No law holds instead of it."],
        ),
        (
            lambda: changed(
                RECEIPT, DelayTold(happened_at=AT, revised_on=date(2026, 12, 7), channel="email")
            ),
            "formal_response",
            10,
            "due on Monday 7 December 2026, 10 working days later.",
            ["The customer was told otherwise of a delay."],
        ),
        (
            lambda: changed(RECEIPT, FullResponseExpected(happened_at=AT, expected_on=AT.date(), by="Ann")),
            "acknowledgement",
            0,
            "as before, but reached or judged otherwise.",
            ["A full response is expected otherwise."],
        ),
        (
            lambda: changed(RECEIPT, Acknowledged(happened_at=AT, channel="email")),
            "acknowledgement",
            0,
            "as before, but reached or judged otherwise.",
            ["It was done at 12:00 on Tuesday 3 November 2026."],
        ),
        (
            lambda: changed(RECEIPT, before=(RECEIPT, Acknowledged(happened_at=AT, channel="email"))),
            "acknowledgement",
            0,
            "as before, but reached or judged otherwise.",
            ["It is not done."],
        ),
        (
            lambda: changed(RECEIPT, Closed(happened_at=AT, by="Ann", because="needs_no_reply")),
            "formal_response",
            0,
            "as before, but reached or judged otherwise.",
            ["The contact is closed: needs no reply."],
        ),
        (
            lambda: changed(RECEIPT, before=(RECEIPT, Closed(happened_at=AT, by="Ann"))),
            "formal_response",
            0,
            "as before, but reached or judged otherwise.",
            ["It is not closed."],
        ),
        (
            lambda: changed(
                evolve(RECEIPT, matters=(evolve(FOI, asked_on=date(2026, 11, 3)),)),
                before=(evolve(RECEIPT, matters=(FOI,)),),
            ),
            "foi_answer",
            1,
            "due on Tuesday 1 December 2026, 1 working day later.",
            ["It runs from Tuesday 3 November 2026, not from Monday 2 November 2026."],
        ),
        (
            lambda: changed(
                evolve(RECEIPT, matters=(evolve(FOI, asked_on=None),)),
                before=(evolve(RECEIPT, matters=(FOI,)),),
            ),
            "foi_answer",
            None,
            "due on Monday 30 November 2026 before, without a date now.",
            ["It runs from a day that is not known, not from Monday 2 November 2026."],
        ),
        (
            lambda: changed(
                RECEIPT, evolve(CALL_BACK, agreed_at=AT + timedelta(days=1)), before=(RECEIPT, CALL_BACK)
            ),
            "call_back",
            1,
            "due on Wednesday 4 November 2026, 1 working day later.",
            ["What gave rise to it was told otherwise."],
        ),
    ],
)
def test_says_what_moved_by_how_much_and_why(
    make: Callable[[], dict[str, Change]], duty: str, days: int | None, words: str, why: list[str]
) -> None:
    """One kind of difference each."""
    change = make()[duty]

    assert change.working_days == days
    assert change.words.startswith(f"{change.title}: ")
    assert change.words.endswith(words)
    assert list(change.why) == why


def test_says_what_is_now_owed_and_what_no_longer() -> None:
    """What vanished comes last, with the clause that it rested on."""
    changes = changed(evolve(RECEIPT, channel="telephone"))

    assert list(changes) == ["reply", "acknowledgement", "formal_response"]
    assert changes["reply"].words.endswith(": now owed, without a date.")
    assert changes["acknowledgement"].words == "Acknowledge an external letter: no longer owed."
    assert changes["acknowledgement"].why == ("Acknowledge an external letter rests on WRI-10.",)
    assert changes["acknowledgement"].working_days is None


def test_a_call_measured_otherwise_says_since_when() -> None:
    """The call rang at another instant of the same contact."""
    call = Received(
        channel="telephone",
        received_on=AT.date(),
        received_at=AT,
        rang_at=AT,
        answered_at=AT + timedelta(minutes=1),
    )
    change = changed(evolve(call, rang_at=AT + timedelta(seconds=30)), before=(call,))["answer_call"]

    assert change.why == (
        "It is owed since 12:00:30 on Tuesday 3 November 2026, not since 12:00 on Tuesday 3 November 2026.",
    )


def test_a_statute_changed_says_its_number_and_who_owes_it() -> None:
    """As a law may be amended."""
    access = POLICY.statutes["subject_access_by_organisation"]
    asked = Matter(kind="subject_access_to_organisation", asked_on=RECEIPT.received_on)
    amended = evolve(access, duration=Weeks(8), owed_by=OwedBy.OFFICE)
    policy = evolve(POLICY, statutes={**POLICY.statutes, access.id: amended})
    change = changed(before=(evolve(RECEIPT, matters=(asked,)),), policy=policy)[access.id]

    assert change.why == (
        "The number is 8 weeks, not 4 weeks.",
        "It is owed by the office, not by the organisation.",
    )
    assert change.working_days == JERSEY.count(date(2026, 11, 30), date(2026, 12, 28))
    unknown = evolve(policy, statutes={**policy.statutes, access.id: evolve(access, duration=None)})
    assert changed(before=(evolve(RECEIPT, matters=(asked,)),), policy=unknown)[access.id].why == (
        "The number is none, not 4 weeks.",
    )


def test_a_day_of_the_law_may_move_over_days_that_do_not_count() -> None:
    """From a Friday to a Saturday is no working day later; it is said by its dates."""
    resolution = POLICY.statutes["foi_compliance"]
    decided = Matter(kind="foi_decision", decided_on=date(2026, 11, 6))
    policy = evolve(
        POLICY, statutes={**POLICY.statutes, resolution.id: evolve(resolution, duration=Days(36))}
    )
    change = changed(before=(evolve(RECEIPT, matters=(decided,)),), policy=policy)[resolution.id]

    assert change.working_days == 0
    assert change.words.endswith(
        "due on Friday 11 December 2026 before, due on Saturday 12 December 2026 now."
    )


def test_days_that_the_calendar_does_not_know_are_not_counted() -> None:
    """A period of whole weeks may lie outside it."""
    asked = [Matter(kind="subject_access_to_organisation", asked_on=date(2017, 11, day)) for day in (1, 2)]
    change = changed(evolve(RECEIPT, matters=(asked[1],)), before=(evolve(RECEIPT, matters=(asked[0],)),))[
        "subject_access_by_organisation"
    ]

    assert change.working_days is None
    assert change.words.endswith(
        "due on Wednesday 29 November 2017 before, due on Thursday 30 November 2017 now."
    )


def test_names_no_day_off_that_it_does_not_count() -> None:
    """One before receipt or after the due day has moved nothing."""
    far = {date(2026, 11, 4): "Visit", date(2026, 10, 30): "Fair", date(2026, 12, 1): "Feast"}

    assert changed(calendar=JERSEY.with_holidays(far))["acknowledgement"].why == (
        "Wednesday 4 November 2026 is a holiday: Visit.",
    )


def test_what_is_only_worded_otherwise_is_no_change() -> None:
    """A title, a note, the route of a matter, or an amendment that this receipt does not reach."""
    standard = POLICY.standards[StandardId.FORMAL_RESPONSE]
    fifteen = standard.amended(WorkingDays(15))
    later = POLICY.with_standard(fifteen.amended(WorkingDays(10), from_on=date(2027, 1, 1)))
    retitled = POLICY.with_standard(evolve(standard, title="Answer in full"))
    routed = evolve(RECEIPT, matters=(evolve(FOI, route="another"),))

    assert changed(policy=later) == {}
    assert changed(policy=retitled) == {}
    assert changed(routed, before=(evolve(RECEIPT, matters=(FOI,)),)) == {}
    assert changed(Received(channel="letter", received_on=RECEIPT.received_on, **PLAIN)) == {}
