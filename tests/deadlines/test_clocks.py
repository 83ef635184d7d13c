"""When a clock starts and ends, under each reading of what the policy leaves unsaid."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from joic_policy import (
    JERSEY,
    POLICY,
    Acknowledged,
    Channel,
    Duty,
    Event,
    Matter,
    Policy,
    Received,
    Responded,
    Status,
    contact_from,
    deadlines,
)
from joic_policy.units import JERSEY_ZONE, day_in_jersey, instant_in_jersey
from tests.naive import nth_working_day
from tests.strategies import days, instants_on

THURSDAY, FRIDAY, SATURDAY, SUNDAY = (date(2026, 4, 30) + timedelta(days=i) for i in range(4))
HOLIDAY, TUESDAY, WEDNESDAY, LATER = (date(2026, 5, 4) + timedelta(days=i) for i in range(4))  # early May day
NEXT_MONDAY, NEXT_TUESDAY = date(2026, 5, 11), date(2026, 5, 12)


def due(receipt: Received, *events: Event, policy: Policy = POLICY) -> date | None:
    """By when a receipt is acknowledged."""
    owed = deadlines(contact_from([receipt, *events]), policy=policy)
    return next(answer.due_on for answer in owed if answer.duty is Duty.ACKNOWLEDGEMENT)


def letter(on: date, clock: time | None = None) -> Received:
    """A letter received on a day, at a time by Jersey's clocks if that is known."""
    at = instant_in_jersey(on, clock) if clock else None
    return Received(channel="letter", received_on=on, received_at=at)


@pytest.mark.parametrize(
    ("on", "by_default", "counted", "rolls", "both"),
    [
        # received   day 3 of: none      day 1 of receipt   from the next  of both
        (THURSDAY, WEDNESDAY, TUESDAY, WEDNESDAY, TUESDAY),
        (FRIDAY, LATER, WEDNESDAY, LATER, WEDNESDAY),
        (SATURDAY, LATER, LATER, date(2026, 5, 8), LATER),
        (SUNDAY, LATER, LATER, date(2026, 5, 8), LATER),
        (HOLIDAY, LATER, LATER, date(2026, 5, 8), LATER),
        (TUESDAY, date(2026, 5, 8), LATER, date(2026, 5, 8), LATER),
    ],
    ids=["weekday", "before the weekend", "Saturday", "Sunday", "holiday", "after the holiday"],
)
def test_receipt_on_any_kind_of_day_under_each_reading(
    on: date, by_default: date, counted: date, rolls: date, both: date
) -> None:
    """Around a weekend with a holiday after it: the letter's third working day."""
    readings = [{}, {"receipt_day": "counted"}, {"rest_day_receipt": "rolls"}]
    readings.append(readings[1] | readings[2])

    assert [by_default, counted, rolls, both] == [
        due(letter(on), policy=POLICY.with_readings(**reading)) for reading in readings
    ]


@pytest.mark.parametrize(
    ("on", "clock", "start_on"),
    [
        (FRIDAY, time(16, 59), FRIDAY),
        (FRIDAY, time(17, 0), FRIDAY),
        (FRIDAY, time(17, 0, 1), TUESDAY),
        (FRIDAY, time(23, 59), TUESDAY),
        (SATURDAY, time(0, 1), SATURDAY),
        (TUESDAY, time(18), WEDNESDAY),
        (TUESDAY, None, TUESDAY),
    ],
)
def test_after_hours_it_is_received_the_next_working_day_if_read_so(
    on: date, clock: time | None, start_on: date
) -> None:
    """After the published closing time, and only where the time is known; by default the same day."""
    policy = POLICY.with_readings(after_hours="next_working_day")

    assert due(letter(on, clock), policy=policy) == nth_working_day(start_on, 3, JERSEY.holidays)
    assert due(letter(on, clock)) == nth_working_day(on, 3, JERSEY.holidays)


def test_closing_time_is_jerseys_in_summer() -> None:
    """Half past four in UTC is half past five in Jersey."""
    at = datetime(2026, 7, 9, 16, 30, tzinfo=UTC)
    receipt = Received(channel="letter", received_on=date(2026, 7, 9), received_at=at)

    assert due(receipt, policy=POLICY.with_readings(after_hours="next_working_day")) == date(2026, 7, 15)


@given(days().flatmap(instants_on), st.sampled_from(Channel))
def test_the_hour_of_receipt_moves_no_date_by_default(at: datetime, channel: Channel) -> None:
    """A minute before midnight or after it: only the day in Jersey counts."""
    on = day_in_jersey(at)
    timed, untimed = (
        deadlines(contact_from([Received(channel=channel, received_on=on, received_at=known)]))
        for known in (at, None)
    )

    assert [answer.due_at for answer in timed] == [answer.due_at for answer in untimed]


@pytest.mark.parametrize(
    ("at", "due_on"),
    [
        (datetime(2026, 7, 9, 23, 59, tzinfo=JERSEY_ZONE), date(2026, 7, 10)),
        (datetime(2026, 7, 10, 0, 1, tzinfo=JERSEY_ZONE), date(2026, 7, 13)),
        (datetime(2026, 7, 9, 23, 1, tzinfo=UTC), date(2026, 7, 13)),
        (datetime(2026, 1, 8, 23, 59, tzinfo=UTC), date(2026, 1, 9)),
        (datetime(2026, 1, 9, 0, 1, tzinfo=UTC), date(2026, 1, 12)),
    ],
)
def test_an_email_around_midnight(at: datetime, due_on: date) -> None:
    """In summer and in winter, told by Jersey's clock or by UTC."""
    assert due(Received(channel="email", received_on=day_in_jersey(at), received_at=at)) == due_on


def test_the_repeated_hour_is_judged_as_the_two_hours_it_is() -> None:
    """Acknowledged at the second half past one, received at the first: an hour passed between them."""
    first = datetime(2026, 10, 25, 1, 30, tzinfo=JERSEY_ZONE)
    receipt = Received(channel="email", received_on=first.date(), received_at=first)
    sent = Acknowledged(channel="email", happened_at=first.replace(fold=1))
    (answer, _) = deadlines(contact_from([receipt, sent]))

    assert answer.age(sent.happened_at) == timedelta(hours=1)
    assert answer.status(first.replace(fold=1)) is Status.MET
    assert answer.status(first) is Status.WAITING


@settings(max_examples=40)
@given(days())
def test_a_due_day_ends_with_the_day_in_jersey(day: date) -> None:
    """The last instant in time is the last of its day in Jersey, whatever the clocks did."""
    for answer in deadlines(contact_from([letter(day)])):
        assert day_in_jersey(answer.due_at) == answer.due_on
        assert day_in_jersey(answer.due_at + timedelta(microseconds=1)) == answer.due_on + timedelta(days=1)


@pytest.mark.parametrize(
    ("due_on", "due_at"),
    [
        (date(2026, 7, 10), datetime(2026, 7, 10, 16, tzinfo=UTC)),
        (date(2026, 1, 9), datetime(2026, 1, 9, 17, tzinfo=UTC)),
    ],
)
def test_the_due_day_ends_when_the_office_closes_if_read_so(due_on: date, due_at: datetime) -> None:
    """At five by Jersey's clocks; one second later is late."""
    policy = POLICY.with_readings(day_end="close_of_office")
    receipt = Received(channel="email", received_on=due_on - timedelta(days=1))
    for late, status in ((timedelta(), Status.MET), (timedelta(seconds=1), Status.MET_LATE)):
        sent = Acknowledged(channel="email", happened_at=due_at + late)
        answer = deadlines(contact_from([receipt, sent]), policy=policy)[0]

        assert (answer.due_on, answer.due_at) == (due_on, due_at)
        assert answer.status(due_at + timedelta(days=1)) is status
        assert deadlines(contact_from([receipt, sent]))[0].status(due_at + timedelta(days=1)) is Status.MET


@pytest.mark.parametrize(
    ("channel", "by_default", "if_arrived"),
    [
        ("letter", Status.MET, Status.MET_LATE),
        ("email", Status.MET, Status.MET),
        ("telephone", Status.MET, Status.MET),
    ],
)
def test_a_letter_of_ours_counts_when_it_has_arrived_if_read_so(
    channel: str, by_default: Status, if_arrived: Status
) -> None:
    """The stated number of working days after posting; what is not posted counts at once."""
    posted_at = instant_in_jersey(LATER, time(12))  # the last day, a Thursday
    for act in (
        Acknowledged(channel=channel, happened_at=posted_at),
        Responded(channel=channel, happened_at=posted_at),
    ):
        events = [letter(FRIDAY), act]
        found = [
            deadlines(contact_from(events), policy=policy)[0]
            for policy in (POLICY, POLICY.with_readings(outgoing="arrived"))
        ]

        assert [answer.status(posted_at + timedelta(days=9)) for answer in found] == [by_default, if_arrived]
    assert found[1].met_at == (
        instant_in_jersey(date(2026, 5, 8), time()) if channel == "letter" else posted_at
    )


def test_office_closures_are_no_working_days_if_read_so() -> None:
    """Of the policy's clocks alone: the law's working days are those of the calendar given."""
    office = evolve(POLICY.office, closures=(TUESDAY, SATURDAY, HOLIDAY))
    asks = Matter(kind="foi_request", asked_on=FRIDAY)
    contact = contact_from([evolve(letter(FRIDAY), matters=(asks,))])
    closed = POLICY.with_readings(working_day="office_closures")

    def dates(policy: Policy) -> dict[Duty, date | None]:
        return {answer.duty: answer.due_on for answer in deadlines(contact, policy=policy)}

    before, without, after = dates(POLICY), dates(closed), dates(evolve(closed, office=office))
    assert before == without == dates(evolve(POLICY, office=office))
    assert (before[Duty.ACKNOWLEDGEMENT], after[Duty.ACKNOWLEDGEMENT]) == (LATER, date(2026, 5, 8))
    assert after[Duty.FORMAL_RESPONSE] == nth_working_day(before[Duty.FORMAL_RESPONSE], 1, JERSEY.holidays)
    assert before[Duty.FOI_ANSWER] == after[Duty.FOI_ANSWER]


@pytest.mark.parametrize(
    ("answer", "by_default", "if_final"), [("every_point", 1, 1), ("plan", 1, 0), ("part", 0, 0)]
)
def test_what_a_formal_response_is(answer: str, by_default: int, if_final: int) -> None:
    """A statement of what we will do, by default; only the final outcome, if read so."""
    sent = Responded(channel="letter", answer=answer, happened_at=instant_in_jersey(TUESDAY, time(12)))
    found = [
        deadlines(contact_from([letter(FRIDAY), sent]), policy=policy)[1].met_at is not None
        for policy in (POLICY, POLICY.with_readings(formal_answer="final_outcome"))
    ]

    assert found == [by_default, if_final]
