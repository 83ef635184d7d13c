"""Would another reading have changed this answer? Found by trying each, and by nothing else."""

from datetime import UTC, date, datetime, time

import pytest
from attrs import evolve, fields
from hypothesis import given, settings

from joic_policy import (
    JERSEY,
    POLICY,
    Acknowledged,
    Contact,
    Deadline,
    Duty,
    Matter,
    Policy,
    Received,
    WorkingDays,
    contact_from,
    deadlines,
)
from joic_policy.deadlines.readings import OtherReading, Reading
from joic_policy.policy import Interpretations
from joic_policy.policy.interpretations import readings_in
from joic_policy.units import instant_in_jersey
from tests.strategies import contacts

FRIDAY = date(2026, 5, 1)
SATURDAY = date(2026, 5, 2)


def first(*, policy: Policy = POLICY, **receipt: object) -> Deadline:
    """The first deadline of a receipt, by letter unless it says otherwise."""
    return deadlines(contact_from([Received(**({"channel": "letter"} | receipt))]), policy=policy)[0]


def used(deadline: Deadline) -> dict[str, Reading]:
    """By id, the interpretations that an answer used."""
    return {reading.interpretation.id: reading for reading in deadline.interpretations}


def only_other(deadline: Deadline, interpretation_id: str) -> OtherReading:
    """The one alternative to the reading in force."""
    (other,) = used(deadline)[interpretation_id].others
    return other


@settings(max_examples=25)
@given(contacts())
def test_says_so_exactly_when_the_answer_is_another(contact: Contact) -> None:
    """For each duty and each alternative: it is listed as changing the answer iff trying it does."""
    answers = deadlines(contact)
    for attribute in fields(Interpretations):
        for reading in set(readings_in(attribute)) - {getattr(POLICY.interpretations, attribute.name)}:
            tried = deadlines(contact, policy=POLICY.with_readings(**{attribute.name: reading}))
            then = {answer.identity: answer for answer in tried}
            for answer in answers:
                other = then.get(answer.identity)
                differs = other is None or (other.due_at, other.met_at, other.targets, other.waivers) != (
                    answer.due_at, answer.met_at, answer.targets, answer.waivers,
                )  # fmt: skip
                listed = used(answer).get(attribute.name)
                found = listed and next(one for one in listed.others if one.reading == reading)
                assert bool(found and found.changes and not found.adds) is differs or (found and found.adds)


@pytest.mark.parametrize(
    ("received_on", "clock", "changes"),
    [
        (FRIDAY, None, {"receipt_day", "day_end"}),
        (FRIDAY, time(16), {"receipt_day", "day_end"}),
        (FRIDAY, time(18), {"receipt_day", "after_hours", "day_end"}),
        (SATURDAY, None, {"rest_day_receipt", "day_end"}),
    ],
)
def test_depends_on_the_facts(received_on: date, clock: time | None, changes: set[str]) -> None:
    """A letter on a Friday at noon, late on a Friday, and on a Saturday."""
    at = instant_in_jersey(received_on, clock) if clock else None
    readings = used(first(received_on=received_on, received_at=at))

    assert {id_ for id_, reading in readings.items() if reading.matters} == changes
    assert {"receipt_day", "rest_day_receipt", "after_hours", "working_day", "outgoing"} <= readings.keys()
    assert "delay_notice" not in readings


def test_says_what_it_would_have_made() -> None:
    """The date, the same date judged otherwise, the same answer, or what else would be owed."""
    letter, call = first(received_on=FRIDAY), first(received_on=FRIDAY, channel="telephone")

    assert only_other(letter, "receipt_day").words == (
        "Yes: it is day 1, if it is a working day. Then Wednesday 6 May 2026."
    )
    assert only_other(letter, "day_end").words.endswith("Then Thursday 7 May 2026, but judged otherwise.")
    assert only_other(letter, "rest_day_receipt").words.endswith("The same answer.")
    assert only_other(call, "spoken_contact").words.endswith("Then also: Acknowledge an external email.")
    assert used(letter)["receipt_day"].text == "No: it is day 0, and the next working day is day 1."


def test_says_when_there_would_be_no_date() -> None:
    """A request for access whose identity is not verified yet."""
    contact = contact_from(
        [Received(channel="email", received_on=FRIDAY, matters=(Matter(kind="subject_access_to_office"),))]
    )
    access = deadlines(contact)[-1]

    assert only_other(access, "subject_access_start").words.endswith("Then without a date.")


def test_a_duty_that_another_reading_does_not_know_is_changed_by_it() -> None:
    """A call acknowledged as an email is; by default it is not acknowledged."""
    policy = POLICY.with_readings(spoken_contact="as_email")
    acknowledgement = first(received_on=FRIDAY, channel="telephone", policy=policy)

    assert acknowledgement.duty is Duty.ACKNOWLEDGEMENT
    assert only_other(acknowledgement, "spoken_contact").changes
    assert only_other(acknowledgement, "spoken_contact").due_on is None


class TestClosures:
    """Days on which the Office is closed besides."""

    CLOSED = evolve(POLICY, office=evolve(POLICY.office, closures=(date(2026, 5, 5), date(2026, 5, 8))))

    def test_without_their_data_it_is_not_computable(self) -> None:
        """Which is neither yes nor no."""
        other = only_other(first(received_on=FRIDAY), "working_day")

        assert other.changes is None
        assert other.words.endswith("Not computable: its data is not known.")
        assert not used(first(received_on=FRIDAY))["working_day"].matters

    def test_with_their_data_it_is(self) -> None:
        """One of the two days counted would not have been."""
        other = only_other(first(received_on=FRIDAY, policy=self.CLOSED), "working_day")

        assert (other.changes, other.due_on) == (True, date(2026, 5, 11))

    def test_read_so_the_other_way_is_tried_on_the_plain_calendar(self) -> None:
        """The closures are not still in it."""
        closed = first(received_on=FRIDAY, policy=self.CLOSED.with_readings(working_day="office_closures"))

        assert closed.due_on == date(2026, 5, 11)
        assert only_other(closed, "working_day").due_on == date(2026, 5, 7)
        assert only_other(closed, "receipt_day").due_on == date(2026, 5, 7)


def test_a_reading_beyond_the_calendar_is_not_computable() -> None:
    """The answer itself is, and its explanation with it."""
    last = next(
        d
        for d in map(date.fromordinal, range(date(2099, 12, 31).toordinal(), 0, -1))
        if JERSEY.is_working_day(d)
    )
    on = next(
        d
        for d in map(date.fromordinal, range(last.toordinal(), 0, -1))
        if JERSEY.count(d, last) == 15 and JERSEY.is_working_day(d)
    )
    receipt = Received(channel="letter", received_on=on, received_at=instant_in_jersey(on, time(20)))
    policy = POLICY.with_standard(POLICY.standards["formal_response"].amended(WorkingDays(15)))
    response = deadlines(contact_from([receipt]), policy=policy)[1]

    assert response.due_on == last
    assert only_other(response, "after_hours").changes is None
    assert "Not computable" in response.explanation.text


def test_statutes_use_readings_too() -> None:
    """A letter that answers a question counts when it is sent, or when it has arrived."""
    receipt = Received(channel="email", received_on=FRIDAY, matters=(Matter(kind="article_19_complaint"),))
    sent = Acknowledged(happened_at=datetime(2026, 5, 5, 12, tzinfo=UTC), channel="letter")
    answers = {answer.duty: answer for answer in deadlines(contact_from([receipt, sent]))}
    readings = used(answers[Duty.ARTICLE_19_ACKNOWLEDGEMENT])

    assert {id_ for id_, reading in readings.items() if reading.matters} == {"outgoing"}
    assert readings.keys() == {"outgoing", "subject_access_start"}
