"""What is typed into a what-if becomes a history, a policy and a calendar, or a finding beside its field."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.forms.contacts import start_facts
from app.forms.deadlines import NUMBERS, WhatIf, questions, what_if
from joic_policy import (
    JERSEY,
    POLICY,
    Answer,
    Channel,
    ClosedBecause,
    Duty,
    MatterKind,
    OwedBy,
    Received,
    Status,
    contact_from,
    deadlines,
)
from joic_policy.units import end_of_day

AT = datetime(2026, 12, 1, 10, tzinfo=UTC)
ACTS = ("acknowledged", "told.1", "told.2", "responded")
#: Every field as it is before anything is typed, but for the day of receipt.
BLANK: dict[str, Any] = {
    "channel": "letter",
    "from": "external",
    "received": date(2026, 11, 24),
    "received.time": "",
    "asks": [],
    **dict.fromkeys((*ACTS, "noted", "closed", "expected", "expected.recorded")),
    **{f"{act}.time": "" for act in (*ACTS, "noted", "closed")},
    **{f"{act}.channel": "email" for act in ACTS},
    **{f"done.{statute.id}": None for statute in POLICY.statutes.values()},
    "automatic": False,
    "revised.1": None,
    "revised.2": None,
    "answer": "every_point",
    "because": "answered",
    "holiday": None,
    "holiday.name": "",
    **{f"days.{number}": None for number in NUMBERS},
    **{f"reading.{question.id}": question.default for question in questions(POLICY)},
    **{
        f"{kind}.{fact}{part}": "" if part else None
        for kind in MatterKind
        for fact in start_facts(POLICY, kind)
        for part in ("", ".time")
    },
}


def answer(at: datetime = AT, /, **typed: Any) -> WhatIf:
    """What follows from these fields; two underscores stand for a full stop."""
    raw = BLANK | {name.replace("__", "."): value for name, value in typed.items()}
    return what_if(raw, policy=POLICY, calendar=JERSEY, at=at)


def due(found: WhatIf) -> dict[Duty, date | None]:
    """The day of each duty."""
    return {deadline.duty: deadline.due_on for deadline in found.deadlines}


def wrong(found: WhatIf) -> dict[str, str]:
    """What is wrong, by field."""
    return {finding.field: finding.message for finding in found.findings}


def typed_values() -> st.SearchStrategy[dict[str, Any]]:
    """Whatever the widgets can hand over, sensible or not."""
    near = st.dates(date(2026, 10, 1), date(2027, 3, 1))
    days = st.none() | near | st.dates(date(1900, 1, 1), date(2199, 12, 31))
    times = st.sampled_from(["", "14:30", "0900", "25:00", "noon", "<b>"])
    values: dict[str, st.SearchStrategy[Any]] = {}
    for name, blank in BLANK.items():
        if name == "asks":
            values[name] = st.lists(st.sampled_from(MatterKind), unique=True, max_size=4)
        elif name.endswith(".time"):
            values[name] = times
        elif name.startswith("days."):
            values[name] = st.none() | st.integers(-1, 30) | st.integers()
        elif blank is None:
            values[name] = days
    values["channel"] = st.sampled_from(Channel)
    values["answer"] = st.sampled_from(Answer)
    values["because"] = st.sampled_from(ClosedBecause)
    for question in questions(POLICY):
        values[f"reading.{question.id}"] = st.sampled_from(sorted(question.readings))
    return st.fixed_dictionaries({}, optional=values).map(BLANK.__or__)


@settings(deadline=None)  # the first answer reads the files
@given(typed_values(), st.datetimes(datetime(2018, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001  # the strategy adds the zone
def test_whatever_is_typed_gets_an_answer_or_a_finding_at_a_field(raw: dict[str, Any], at: datetime) -> None:
    """Never a crash; a finding names a field that is there; without dates there is a finding."""
    found = what_if(raw, policy=POLICY, calendar=JERSEY, at=at)

    assert {finding.field for finding in found.findings} <= raw.keys()
    assert found.deadlines or found.findings or not Channel(raw["channel"]).written
    assert all(act.happened_at > at for act in found.later)


@settings(deadline=None)  # the first answer reads the files
@given(st.sampled_from(Channel), st.dates(date(2018, 1, 1), date(2098, 12, 31)))
def test_it_answers_as_the_library_does(channel: Channel, received_on: date) -> None:
    """The form adds nothing to the facts."""
    contact = contact_from([Received(channel=channel, received_on=received_on)])

    found = answer(end_of_day(received_on), channel=channel, received=received_on)

    assert due(found) == {deadline.duty: deadline.due_on for deadline in deadlines(contact)}
    assert found.begun
    assert found.findings == ()


@settings(deadline=None)  # the first answer reads the files
@given(typed_values())
def test_nothing_owed_is_without_a_form_field_for_its_start(raw: dict[str, Any]) -> None:
    """A statute's date that waits for a fact finds the fact's field among those of its matter."""
    for deadline in what_if(raw, policy=POLICY, calendar=JERSEY, at=AT).deadlines:
        if deadline.matter and deadline.due_on is None and getattr(deadline.rule, "duration", None):
            assert start_facts(POLICY, deadline.matter.kind)


def test_a_fact_of_a_matter_starts_its_period() -> None:
    """Six weeks from the authority's answer; the customer's own."""
    found = answer(asks=[MatterKind.FOI_APPEAL], foi_appeal__answered_on=date(2026, 11, 2))

    (appeal,) = (deadline for deadline in found.deadlines if deadline.owed_by is OwedBy.CUSTOMER)
    assert appeal.due_on == date(2026, 12, 14)


def test_a_period_in_hours_asks_for_the_time() -> None:
    """A day alone cannot start it; with the time it runs."""
    day = {"own_breach__aware_at": date(2026, 11, 20), "asks": [MatterKind.OWN_BREACH]}

    assert "own_breach.aware_at.time" in wrong(answer(**day))
    timed = answer(**day, own_breach__aware_at__time="09:15")
    (report,) = (one for one in timed.deadlines if one.duty is Duty.OWN_BREACH_REPORT)
    assert report.due_at == datetime(2026, 11, 23, 9, 15, tzinfo=UTC)


def test_what_the_law_asks_is_met_by_its_own_act() -> None:
    """A breach reported the day after is reported in time; the policy's own dates go on."""
    day = {"own_breach__aware_at": date(2026, 11, 23), "own_breach__aware_at__time": "09:15"}

    found = answer(asks=[MatterKind.OWN_BREACH], **day, done__own_breach_report=date(2026, 11, 24))

    assert {one.duty: one.status(AT) for one in found.deadlines} == {
        Duty.ACKNOWLEDGEMENT: Status.OVERDUE,
        Duty.FORMAL_RESPONSE: Status.WAITING,
        Duty.OWN_BREACH_REPORT: Status.MET,
    }


def test_an_internal_letter_is_not_acknowledged() -> None:
    """It is answered formally all the same."""
    assert due(answer(**{"from": "internal"})) == {Duty.FORMAL_RESPONSE: date(2026, 12, 15)}


def test_readings_numbers_and_a_holiday_move_the_date() -> None:
    """Each by itself: the day of receipt counted, ten days instead, a holiday on the way."""
    assert due(answer(reading__receipt_day="counted"))[Duty.FORMAL_RESPONSE] == date(2026, 12, 14)
    assert due(answer(days__formal_response=10))[Duty.FORMAL_RESPONSE] == date(2026, 12, 8)
    assert due(answer(holiday=date(2026, 12, 1)))[Duty.FORMAL_RESPONSE] == date(2026, 12, 16)


def test_a_delay_told_in_time_revises_the_target() -> None:
    """And once more; the first target is kept."""
    found = answer(
        datetime(2027, 1, 4, tzinfo=UTC),
        told__1=date(2026, 12, 15),
        revised__1=date(2026, 12, 22),
        told__2=date(2026, 12, 22),
        revised__2=date(2027, 1, 8),
    )

    (formal,) = (deadline for deadline in found.deadlines if deadline.duty is Duty.FORMAL_RESPONSE)
    assert formal.due_on == date(2027, 1, 8)
    assert [target.on for target in formal.targets] == [
        date(2026, 12, 15),
        date(2026, 12, 22),
        date(2027, 1, 8),
    ]


@pytest.mark.parametrize(
    ("typed", "field", "expected"),
    [
        ({"received": None}, "received", "Nothing given: expected the day of receipt"),
        ({"received": date(2107, 3, 1)}, "received", "Given Tuesday 1 March 2107: expected a day from"),
        (
            {"received": date(2099, 12, 30)},
            "received",
            "3 working days after Wednesday 30 December 2099 is outside the calendar, which runs from Monday",
        ),
        ({"received__time": "25:00"}, "received.time", "Given 25:00: expected a time of day like 14:30."),
        ({"acknowledged": date(2026, 11, 2)}, "acknowledged", "before the contact began"),
        ({"acknowledged__time": "10:00"}, "acknowledged", "the day as well as the time"),
        ({"expected": date(2026, 11, 26)}, "expected.recorded", "the day on which it was recorded"),
        ({"expected__recorded": date(2026, 11, 26)}, "expected", "the day by which the full response"),
        ({"told__1": date(2026, 11, 26)}, "revised.1", "the day by which the answer will now come"),
        ({"revised__1": date(2027, 1, 8)}, "told.1", "the day on which the customer was told"),
        (
            {"told__1": date(2026, 11, 26), "revised__1": date(2026, 12, 26)},
            "revised.1",
            "Given Saturday 26 December 2026: expected a working day after Tuesday 15 December 2026.",
        ),
        (
            {"told__1": date(2026, 11, 26), "revised__1": date(2026, 12, 25)},
            "revised.1",
            "Given Friday 25 December 2026: expected a working day after Tuesday 15 December 2026.",
        ),
        (
            {"channel": "telephone", "told__1": date(2026, 11, 26), "revised__1": date(2027, 1, 8)},
            "told.1",
            "Given telephone: expected a letter, an email or the online form",
        ),
        (
            {"days__formal_response": 0},
            "days.formal_response",
            "Given 0: expected a whole number of at least",
        ),
        ({"days__formal_response": 10**6}, "days.formal_response", "outside the calendar"),
        ({"holiday": date(2026, 12, 25)}, "holiday", "Given Friday 25 December 2026: expected a new holiday"),
        ({"holiday__name": "Fair"}, "holiday", "the day that is to be a holiday"),
    ],
)
def test_what_cannot_be_so_is_told_at_its_field(typed: dict[str, Any], field: str, expected: str) -> None:
    """In words that say what was given and what was expected."""
    found = wrong(answer(**typed))

    assert list(found) == [field]
    assert expected in found[field]


def test_what_is_wrong_is_left_out_and_the_rest_is_answered() -> None:
    """A date in the wrong year costs that act alone."""
    found = answer(closed=date(2025, 11, 26), acknowledged=date(2026, 11, 25))

    assert list(wrong(found)) == ["closed"]
    assert [one.status(AT) for one in found.deadlines] == [Status.MET, Status.WAITING]


def test_an_act_without_a_time_comes_after_those_above_it_on_its_day() -> None:
    """A note on the day of the call is the note of that call."""
    found = answer(
        responded=date(2026, 11, 26),
        responded__time="16:45",
        responded__channel="telephone",
        noted=date(2026, 11, 26),
    )

    (note,) = (deadline for deadline in found.deadlines if deadline.duty is Duty.FILE_NOTE)
    assert note.status(AT) is Status.MET


def test_the_same_act_in_two_scenarios_is_one() -> None:
    """So that what it gives rise to is compared, not taken for something new."""
    called = {"responded": date(2026, 11, 26), "responded__channel": "telephone"}

    first, second = answer(**called), answer(**called, received=date(2026, 11, 23))

    assert [one.identity for one in first.deadlines] == [one.identity for one in second.deadlines]
    assert Duty.FILE_NOTE in due(first)


def test_a_past_as_of_replays_what_had_happened_by_then() -> None:
    """The acknowledgement of the day after is left out, and said to be."""
    found = answer(end_of_day(date(2026, 11, 25)), acknowledged=date(2026, 11, 26))

    assert [one.met_at for one in found.deadlines] == [None, None]
    assert [type(act).__name__ for act in found.later] == ["Acknowledged"]


def test_before_the_receipt_the_dates_are_those_it_will_have() -> None:
    """With everything that is said to happen."""
    early = end_of_day(date(2026, 11, 1))

    found = answer(early, told__1=date(2026, 12, 15), revised__1=date(2026, 12, 22))

    assert not found.begun
    assert due(found)[Duty.FORMAL_RESPONSE] == date(2026, 12, 22)
    assert found.later == ()


def test_no_name_of_a_person_is_asked_for_or_kept() -> None:
    """An expectation and a closing count as a named person's; which person, nobody is told."""
    found = answer(
        expected=date(2026, 11, 26),
        expected__recorded=date(2026, 11, 24),
        closed=date(2026, 11, 27),
        because="withdrawn",
    )

    acknowledgement = found.deadlines[0]
    assert [waiver.by for waiver in acknowledgement.waivers] == ["a named person"]
    assert acknowledgement.status(end_of_day(date(2026, 11, 26))) is Status.WAIVED
    assert acknowledgement.status(AT) is Status.CLOSED_WITHOUT


def test_the_questions_are_those_that_can_touch_a_date() -> None:
    """How the telephone is answered is none of them."""
    asked = {question.id for question in questions(POLICY)}

    assert "receipt_day" in asked
    assert "subject_access_start" in asked
    assert "greeting" not in asked
