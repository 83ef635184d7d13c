"""How a duty stands: one status at any instant, worked out a second time from the list of them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from joic_policy import (
    JERSEY,
    POLICY,
    Acknowledged,
    Closed,
    Contact,
    Deadline,
    DelayTold,
    Duty,
    Event,
    FullResponseExpected,
    InvalidError,
    Matter,
    OwedBy,
    Policy,
    Received,
    Reopened,
    Responded,
    Status,
    Triaged,
    WorkingDays,
    contact_from,
    deadlines,
)
from joic_policy.units import end_of_day
from tests.naive import nth_working_day
from tests.strategies import MENDING, PLAIN, contacts, customers, histories, policies, received, texts

MINUTE = timedelta(minutes=1)
RECEIPT = Received(channel="letter", received_on=date(2026, 11, 2))  # due 5 and 23 November
LAST = {Duty.ACKNOWLEDGEMENT: date(2026, 11, 5), Duty.FORMAL_RESPONSE: date(2026, 11, 23)}


def at(day: int, hour: int = 12, month: int = 11) -> datetime:
    """An instant of the weeks in which these contacts are worked on; it is winter, so Jersey keeps UTC."""
    return datetime(2026, month, day, hour, tzinfo=UTC)


def owed(*events: Event, duty: Duty = Duty.ACKNOWLEDGEMENT, policy: Policy = POLICY) -> Deadline:
    """One deadline of the letter after some events."""
    answers = deadlines(contact_from([RECEIPT, *events]), policy=policy)
    return next(answer for answer in answers if answer.duty is duty)


def statuses(contact: Contact, duty: Duty, asked_at: datetime) -> Iterator[Status]:  # noqa: C901  # it is a list
    """Every status that would fit, by the policy's own list, from the events alone (default readings)."""
    n = {"letter": 3}.get(contact.channel, 1) if duty is Duty.ACKNOWLEDGEMENT else 15
    last_on = first_on = nth_working_day(contact.received_on, n, JERSEY.holidays)
    told = [event for event in contact.events if isinstance(event, DelayTold)]
    known = [event for event in told if event.happened_at <= asked_at]
    acts = [
        event.happened_at
        for event in contact.events
        if (isinstance(event, Responded) and event.answer != "part")
        or (duty is Duty.ACKNOWLEDGEMENT and isinstance(event, Acknowledged) and not event.automatic)
    ]
    done_at = min(acts, default=None)
    if duty is Duty.FORMAL_RESPONSE:
        asks = contact.matters
        if asks and all(matter.kind == "subject_access_to_office" for matter in asks):
            yield Status.DISPLACED
        before = min(asked_at, done_at or asked_at)
        for event in known:
            if event.happened_at <= end_of_day(last_on) and event.happened_at <= before:
                last_on = max(last_on, event.revised_on)
    if done_at and done_at <= asked_at:
        yield Status.MET if done_at <= end_of_day(last_on) else Status.MET_LATE
    closed = contact.closed
    if closed and closed.because != "answered" and closed.happened_at <= asked_at:
        yield Status.CLOSED_WITHOUT
    for event in contact.events:
        if duty is Duty.ACKNOWLEDGEMENT and isinstance(event, FullResponseExpected):
            recorded_at = max(event.recorded_at, event.happened_at)
            in_time = event.expected_on <= first_on and recorded_at <= end_of_day(first_on)
            if in_time and recorded_at <= asked_at <= end_of_day(event.expected_on):
                yield Status.WAIVED
    if asked_at > end_of_day(last_on):
        yield Status.OVERDUE
    if asked_at > end_of_day(last_on - timedelta(days=1)):
        yield Status.DUE_TODAY
    yield Status.WAITING


WRITTEN = st.sampled_from(["letter", "email", "online_form"])
moments = st.integers(-60, 70 * 24 * 60).map(MINUTE.__mul__)


@settings(max_examples=200)
@given(WRITTEN.flatmap(lambda channel: histories(channel=channel)), moments, st.booleans())
def test_the_first_status_of_the_list_that_fits_is_the_one(
    told: tuple[Event, ...],
    after: timedelta,
    at_an_end: bool,  # noqa: FBT001  # drawn
) -> None:
    """Of the acknowledgement and of the response, at any instant and at the very ends of their days."""
    contact = contact_from(told)
    policy = POLICY.with_standard(POLICY.standards["formal_response"].amended(WorkingDays(15)))
    for answer in deadlines(contact, policy=policy):
        if answer.duty in LAST:
            ends = answer.due_at if at_an_end and answer.due_at else contact.opening.happened_at
            asked_at = ends + (timedelta(microseconds=after.seconds % 3 - 1) if at_an_end else after)

            assert next(statuses(contact, answer.duty, asked_at)) is answer.status(asked_at)


@settings(max_examples=80)
@given(contacts(), policies(), moments)
def test_any_history_policy_and_reading_has_exactly_one_status(
    contact: Contact, policy: Policy, after: timedelta
) -> None:
    """Always one of the list, the same each time, and only such as its kind of duty can have."""
    asked_at = contact.opening.happened_at + after
    for answer in deadlines(contact, policy=policy):
        status = answer.status(asked_at)

        assert status is answer.status(asked_at.astimezone(None))
        if answer.owed_by is not OwedBy.OFFICE:
            assert status in {"met", "met_late", "closed_without", "beside"}
        elif answer.due_at is None:
            assert status in {"waiting", "met", "closed_without", "displaced"}
        if status is Status.OVERDUE:
            assert asked_at > answer.due_at or answer.targets
        if status is Status.DUE_TODAY:
            assert asked_at.astimezone(UTC) <= (answer.due_at or asked_at)
        assert answer.age(asked_at) >= timedelta()


@settings(max_examples=80)
@given(histories(), policies(), moments)
def test_what_was_known_then_agrees_with_what_is_known_now(
    told: tuple[Event, ...], policy: Policy, after: timedelta
) -> None:
    """Replayed up to an instant, a contact's duties stand there as they do in the whole history.

    But for what triage found, or a reopening undid, since: then only the replay says how it stood.
    """
    whole = contact_from(told)
    assume(not any(isinstance(event, Triaged | Reopened) for event in whole.events))
    asked_at = whole.opening.happened_at + abs(after)
    then = {
        answer.identity: answer for answer in deadlines(contact_from(told, until=asked_at), policy=policy)
    }

    for answer in deadlines(whole, policy=policy):
        if answer.identity in then:
            assert answer.status(asked_at) is then[answer.identity].status(asked_at)
        else:
            assert answer.arose_at > asked_at


@pytest.mark.clause("VAL-4")
@settings(max_examples=40)
@given(histories(), customers(), customers(), policies(), moments)
def test_who_the_customer_is_changes_no_date_and_no_status(
    told: tuple[Event, ...], one: object, other: object, policy: Policy, after: timedelta
) -> None:
    """Whatever kind, name or need: the same duties, dates, standing and explanation."""
    opening, *acts = told
    acts = [event for event in acts if not isinstance(event, MENDING)]
    answers = [
        deadlines(contact_from([evolve(opening, customer=customer), *acts]), policy=policy)
        for customer in (one, other)
    ]

    assert answers[0] == answers[1]
    for a, b in zip(*answers, strict=True):
        assert a.status(opening.happened_at + after) is b.status(opening.happened_at + after)
        assert a.due_at == b.due_at
    if answers[0]:
        assert answers[0][0].explanation == answers[1][0].explanation


@settings(max_examples=80)
@given(histories(channel="letter"), st.integers(0, 9), st.integers(0, 9), policies(), moments)
def test_a_waiver_never_turns_a_miss_into_a_hit(
    told: tuple[Event, ...], recorded: int, expected: int, policy: Policy, after: timedelta
) -> None:
    """Whenever recorded, for whatever day: what was missed without it is missed with it."""
    waiver = FullResponseExpected(
        happened_at=told[0].happened_at + recorded * timedelta(hours=19),
        expected_on=contact_from(told).received_on + timedelta(days=expected),
        by="Ann",
    )
    asked_at = told[0].happened_at + after
    without, having = (
        [answer for answer in deadlines(contact_from(events), policy=policy) if answer.duty in LAST]
        for events in (told, (*told, waiver))
    )

    for a, b in zip(without, having, strict=True):
        if a.status(asked_at) in {Status.OVERDUE, Status.MET_LATE}:
            assert b.status(asked_at) is a.status(asked_at)
        if b.status(asked_at) is Status.WAIVED:
            assert asked_at <= a.due_at


@settings(max_examples=80)
@given(histories(channel="email"), st.integers(0, 60), st.integers(1, 90), moments)
def test_a_late_notice_never_ends_overdue(
    told: tuple[Event, ...], days_on: int, to: int, after: timedelta
) -> None:
    """Once the target has passed untold it stays passed, whatever is promised and however often."""
    contact = contact_from(told)
    response = next(answer for answer in deadlines(contact) if answer.duty is Duty.FORMAL_RESPONSE)
    told_last_at = max((notice.happened_at for notice in contact.acts(DelayTold)), default=response.due_at)
    told_at = max(response.due_at + MINUTE + days_on * timedelta(days=1), told_last_at)
    promised_on = nth_working_day(max(target.on for target in response.targets), to, JERSEY.holidays)
    notice = DelayTold(happened_at=told_at, revised_on=promised_on, channel="telephone")
    later = next(
        answer for answer in deadlines(contact_from([*told, notice])) if answer.duty is Duty.FORMAL_RESPONSE
    )

    assert later.due_on == response.due_on
    assert later.targets[-1] == response.revision(promised_on, told_at=told_at)
    assert not later.targets[-1].in_time
    asked_at = told_at + abs(after)
    assert later.status(asked_at) is response.status(asked_at)


class TestStatus:
    """One letter, met, missed and waived, an instant at a time."""

    def test_waits_is_due_and_is_overdue(self) -> None:
        """The last microsecond of the due day is in time; the next one is not."""
        answer = owed()
        end = end_of_day(answer.due_on)

        assert answer.due_at == end
        assert answer.status(at(4, 23)) is Status.WAITING
        assert answer.status(at(5, 0)) is Status.DUE_TODAY
        assert answer.status(end) is Status.DUE_TODAY
        assert answer.status(end + timedelta(microseconds=1)) is Status.OVERDUE

    @pytest.mark.parametrize(("day", "hour", "status"), [(5, 23, "met"), (6, 0, "met_late")])
    def test_is_met_in_time_or_late(self, day: int, hour: int, status: str) -> None:
        """And before it was met it stood as it stood then."""
        answer = owed(Acknowledged(happened_at=at(day, hour), channel="email"))

        assert answer.status(at(20)) == status
        assert answer.status(at(day, hour)) == status
        assert answer.status(at(4)) is Status.WAITING

    def test_a_full_response_acknowledges_too(self) -> None:
        """On or before its date nothing else is recorded; later it is late; in part it is none."""
        assert owed(Responded(happened_at=at(5), channel="letter")).status(at(6)) is Status.MET
        assert owed(Responded(happened_at=at(6), channel="letter")).status(at(6)) is Status.MET_LATE
        assert (
            owed(Responded(happened_at=at(5), channel="letter", answer="part")).status(at(6))
            is Status.OVERDUE
        )
        assert owed(Responded(happened_at=at(5), channel="letter", answer="plan")).status(at(6)) is Status.MET

    def test_an_automatic_reply_acknowledges_only_if_read_so(self) -> None:
        """By default it is none."""
        sent = Acknowledged(happened_at=at(3), channel="email", automatic=True)

        assert owed(sent).status(at(6)) is Status.OVERDUE
        assert owed(sent, policy=POLICY.with_readings(automatic_receipt="yes")).status(at(6)) is Status.MET

    def test_a_waiver_holds_to_the_end_of_its_day_and_then_the_old_date_speaks(self) -> None:
        """Waived on the fourth, due on the fifth, overdue on the sixth."""
        answer = owed(FullResponseExpected(happened_at=at(3), expected_on=date(2026, 11, 4), by="Ann"))

        assert [answer.status(when) for when in (at(3, 11), at(3), at(4, 23), at(5, 0), at(6))] == [
            "waiting", "waived", "waived", "due_today", "overdue",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("told", "recorded", "expected_on"),
        [
            (at(6), at(6), date(2026, 11, 5)),
            (at(3), at(6), date(2026, 11, 5)),
            (at(3), at(3), date(2026, 11, 6)),
        ],
        ids=["told late", "written down late", "for too late a day"],
    )
    def test_a_waiver_out_of_time_is_none(
        self, told: datetime, recorded: datetime, expected_on: date
    ) -> None:
        """Recorded after the date, or for a day after it."""
        answer = owed(
            FullResponseExpected(happened_at=told, recorded_at=recorded, expected_on=expected_on, by="Ann")
        )

        assert answer.waivers == ()
        assert answer.status(at(5)) is Status.DUE_TODAY
        assert answer.status(at(7)) is Status.OVERDUE

    def test_a_waiver_ends_when_the_office_closes_if_the_day_is_read_so(self) -> None:
        """It never hides what is overdue."""
        policy = POLICY.with_readings(day_end="close_of_office")
        answer = owed(
            FullResponseExpected(happened_at=at(3), expected_on=date(2026, 11, 5), by="Ann"), policy=policy
        )

        assert answer.due_at == at(5, 17)
        assert answer.status(at(5, 17)) is Status.WAIVED
        assert answer.status(at(5, 17) + MINUTE) is Status.OVERDUE

    @pytest.mark.parametrize("because", sorted(Closed.WITHOUT))
    def test_closing_for_a_reason_ends_what_is_owed(self, because: str) -> None:
        """From then on, also what was overdue; what was met stays met."""
        closed = Closed(happened_at=at(10), by="Ann", because=because)
        acknowledged = Acknowledged(happened_at=at(4), channel="email")

        assert owed(closed).status(at(9)) is Status.OVERDUE
        assert owed(closed).status(at(10)) is Status.CLOSED_WITHOUT
        assert owed(acknowledged, closed).status(at(10)) is Status.MET
        assert owed(closed, duty=Duty.FORMAL_RESPONSE).status(at(30)) is Status.CLOSED_WITHOUT
        assert owed(closed, Reopened(happened_at=at(11))).status(at(12)) is Status.OVERDUE

    def test_closing_as_answered_ends_nothing(self) -> None:
        """Whoever closes what was not answered still owes it."""
        assert owed(Closed(happened_at=at(4), by="Ann")).status(at(6)) is Status.OVERDUE

    def test_what_others_owe_is_never_overdue(self) -> None:
        """It stands beside: the Office can neither meet nor miss it."""
        matter = Matter(kind="foi_request", asked_on=date(2026, 1, 5))
        answer = owed(Triaged(happened_at=at(2), matters=(matter,)), duty=Duty.FOI_ANSWER)

        assert answer.due_on == date(2026, 2, 2)
        assert answer.status(at(6)) is Status.BESIDE

    @pytest.mark.parametrize("asked", [datetime(2026, 11, 5), date(2026, 11, 5), None])  # noqa: DTZ001
    def test_is_asked_of_an_instant(self, asked: object) -> None:
        """A day is none: its end is for whoever asks to name."""
        for question in (owed().status, owed().age):
            with pytest.raises(InvalidError, match=r"at: .*a date and time with a time zone"):
                question(asked)

    def test_has_an_age(self) -> None:
        """Since it arose, until it was met; nothing is older than now."""
        met = owed(Acknowledged(happened_at=at(4), channel="email"))

        assert owed().age(at(4)) == timedelta(days=2, hours=12)
        assert met.age(at(20)) == timedelta(days=2, hours=12)
        assert met.age(at(3)) == timedelta(days=1, hours=12)
        assert owed().age(at(1)) == timedelta()


def test_the_policy_may_be_relied_on_and_law_as_far_as_it_is_known() -> None:
    """What only memory says is marked on the deadline too."""
    asks = Triaged(happened_at=at(2), matters=(Matter(kind="article_19_complaint"), Matter(kind="question")))
    verified = {answer.duty: answer.verified for answer in deadlines(contact_from([RECEIPT, asks]))}

    assert verified[Duty.ACKNOWLEDGEMENT]
    assert verified[Duty.QUESTION_ANSWER]
    assert not verified[Duty.ARTICLE_19_DECISION]


class TestRevision:
    """What a notice of delay would make of the target."""

    def test_in_time_it_is_the_target(self) -> None:
        """Told on the due day at the latest, for a later working day, by whom and why."""
        target = owed(duty=Duty.FORMAL_RESPONSE).revision(
            date(2026, 12, 7), told_at=at(23, 23), by="Ann", why="It is long."
        )

        assert (target.on, target.told_at, target.by, target.why, target.in_time) == (
            date(2026, 12, 7), at(23, 23), "Ann", "It is long.", True,
        )  # fmt: skip
        assert not owed(duty=Duty.FORMAL_RESPONSE).revision(date(2026, 12, 7), told_at=at(24, 0)).in_time

    @pytest.mark.parametrize(
        "on", [date(2026, 11, 23), date(2026, 11, 20), date(2026, 12, 6), date(2026, 12, 25)]
    )
    def test_is_a_later_working_day(self, on: date) -> None:
        """Not the same day, an earlier one, a Sunday or Christmas: refused, never rolled."""
        with pytest.raises(InvalidError, match=r"revised_on: .*a working day after Monday 23 November 2026"):
            owed(duty=Duty.FORMAL_RESPONSE).revision(on, told_at=at(20))

    def test_comes_after_every_day_told_before(self) -> None:
        """Also after one that was told late and is only a promise."""
        late = DelayTold(happened_at=at(24), revised_on=date(2026, 12, 7), channel="email")

        with pytest.raises(InvalidError, match="after Monday 7 December 2026"):
            owed(late, duty=Duty.FORMAL_RESPONSE).revision(date(2026, 12, 4), told_at=at(25))

    @pytest.mark.parametrize(
        ("on", "told_at", "field"),
        [
            (date(2026, 12, 7), at(20).replace(tzinfo=None), "told_at"),
            (at(30), at(20), "day"),
            ("2026-12-07", at(20), "day"),
        ],
    )
    def test_refuses_what_is_no_day_or_no_instant(self, on: object, told_at: object, field: str) -> None:
        """By name."""
        with pytest.raises(InvalidError) as caught:
            owed(duty=Duty.FORMAL_RESPONSE).revision(on, told_at=told_at)

        assert caught.value.field == field

    def test_is_for_a_formal_response_alone(self) -> None:
        """An acknowledgement cannot be put off."""
        with pytest.raises(InvalidError, match="duty: given 'acknowledgement', expected a formal response"):
            owed().revision(date(2026, 12, 7), told_at=at(4))


@settings(max_examples=40)
@given(received(**PLAIN), texts(personal=True))
def test_a_deadline_shows_nothing_personal(receipt: Received, text: str) -> None:
    """Nor do its targets: the reason for a delay may tell of a person."""
    told = DelayTold(
        happened_at=receipt.happened_at, revised_on=date(2100, 1, 1), channel="email", why=f"private: {text}"
    )

    assert "private: " not in repr(deadlines(contact_from([receipt, told])))
