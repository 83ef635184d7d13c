"""What the policy asks of the Office: which duties, of whom, by when."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from joic_policy import (
    JERSEY,
    POLICY,
    Acknowledged,
    CallBackArranged,
    CallBackAttempted,
    CallMade,
    Channel,
    Closed,
    Contact,
    Deadline,
    Duty,
    Event,
    FileNoted,
    FileNoteNotNeeded,
    MessageDelivered,
    MessageTaken,
    OutsideCalendarError,
    OwedBy,
    Policy,
    Received,
    Responded,
    Seconds,
    Standard,
    Status,
    WorkingDays,
    contact_from,
    deadlines,
)
from joic_policy.contacts import MistakeCorrected, MistakeFound
from joic_policy.policy import StandardId, Undated
from joic_policy.units import JERSEY_ZONE, instant_in_jersey
from joic_policy.working_days import WorkingDayCalendar
from tests.naive import counts, nth_working_day, working_days_between
from tests.strategies import PLAIN, contacts, days, jersey_with_changes, policies, whole_numbers

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def answers(*events: Event, policy: Policy = POLICY, **receipt: Any) -> dict[Duty, Deadline]:
    """By duty, what is owed for a receipt on Monday 2 November 2026, by letter unless it says otherwise."""
    opening = Received(**({"channel": "letter", "received_on": NOON.date()} | receipt))
    return {answer.duty: answer for answer in deadlines(contact_from([opening, *events]), policy=policy)}


def with_number(standard_id: StandardId, n: int) -> Policy:
    """The policy with another number of working days, which always held."""
    return POLICY.with_standard(POLICY.standards[standard_id].amended(WorkingDays(n)))


class TestWorkingDayTargets:
    """Properties of every computed date, under the default readings and one value of the standard."""

    @given(
        days(),
        whole_numbers(),
        st.sampled_from([("letter", "acknowledge_letter"), ("email", "acknowledge_email")]),
    )
    def test_falls_on_the_nth_working_day_as_a_plain_walk_has_it(
        self, day: date, n: int, channel: tuple[str, str]
    ) -> None:
        """A working day, with exactly n of them after receipt up to it."""
        policy = with_number(StandardId(channel[1]), n)
        answer = answers(policy=policy, channel=channel[0], received_on=day)[Duty.ACKNOWLEDGEMENT]

        assert answer.due_on == nth_working_day(day, n, JERSEY.holidays)
        assert counts(answer.due_on, JERSEY.holidays)
        assert working_days_between(day, answer.due_on, JERSEY.holidays) == n

    @given(days(), st.integers(0, 30), whole_numbers(60), st.integers(0, 20))
    def test_later_receipt_or_more_days_are_never_due_earlier(
        self, day: date, later: int, n: int, more: int
    ) -> None:
        """Nobody gains by waiting, nor loses by a longer standard."""
        few, many = (
            with_number(StandardId.FORMAL_RESPONSE, n),
            with_number(StandardId.FORMAL_RESPONSE, n + more),
        )
        first = answers(policy=few, received_on=day)[Duty.FORMAL_RESPONSE].due_on

        assert first <= answers(policy=few, received_on=day + timedelta(later))[Duty.FORMAL_RESPONSE].due_on
        assert first <= answers(policy=many, received_on=day)[Duty.FORMAL_RESPONSE].due_on

    @given(days(), st.integers(1, 60), jersey_with_changes)
    def test_a_new_holiday_is_never_due_earlier(
        self, day: date, after: int, calendar: WorkingDayCalendar
    ) -> None:
        """And later by exactly one working day where it takes one of the days counted."""
        contact = contact_from([Received(channel="letter", received_on=day)])
        holiday = day + timedelta(days=after)
        if calendar.holiday(holiday):
            calendar = calendar.without_holidays({holiday})
        more = calendar.with_holidays({holiday: "Proclaimed"})

        for was, now in zip(
            deadlines(contact, calendar=calendar), deadlines(contact, calendar=more), strict=True
        ):
            taken = holiday <= was.due_on and counts(holiday, calendar.holidays)
            assert now.due_on == (nth_working_day(was.due_on, 1, more.holidays) if taken else was.due_on)

    @given(days(), whole_numbers(60), st.sampled_from(["letter", "email", "online_form"]))
    def test_the_explanation_counts_from_1_to_n_and_ends_on_the_due_day(
        self, day: date, n: int, channel: str
    ) -> None:
        """Every calendar day from the one after receipt is there; what has no number has a reason."""
        answer = answers(policy=with_number(StandardId.FORMAL_RESPONSE, n), received_on=day, channel=channel)[
            Duty.FORMAL_RESPONSE
        ]
        walked = answer.explanation.days

        assert [one.number for one in walked if one.number] == list(range(1, n + 1))
        assert [one.on for one in walked] == [day + timedelta(days=i + 1) for i in range(len(walked))]
        assert (walked[-1].on, walked[-1].number) == (answer.due_on, n)
        assert all((one.number is None) is (one.why_not is not None) for one in walked)

    @pytest.mark.clause("INT-3")
    @settings(max_examples=40)
    @given(contacts(), policies())
    def test_the_same_facts_always_have_the_same_dates_and_explanation(
        self, contact: Contact, policy: Policy
    ) -> None:
        """Asked twice, or of a contact told anew."""
        one, other = (deadlines(c, policy=policy) for c in (contact, evolve(contact)))

        assert one == other
        for a, b in zip(one[:2], other[:2], strict=True):
            assert a.explanation.text == b.explanation.text


class TestDuties:
    """Which there are, by channel and origin."""

    @pytest.mark.clause("PRI-5", "WRI-10", "WRI-11", "WRI-12", "TEL-7")
    @pytest.mark.parametrize(
        ("channel", "external", "expected"),
        [
            ("letter", True, {"acknowledgement": date(2026, 11, 5), "formal_response": date(2026, 11, 23)}),
            ("email", True, {"acknowledgement": date(2026, 11, 3), "formal_response": date(2026, 11, 23)}),
            (
                "online_form",
                True,
                {"acknowledgement": date(2026, 11, 3), "formal_response": date(2026, 11, 23)},
            ),
            ("telephone", True, {"reply": None}),
            ("in_person", True, {"reply": None}),
            ("letter", False, {"formal_response": date(2026, 11, 23)}),
            ("email", False, {"formal_response": date(2026, 11, 23)}),
            ("online_form", False, {"formal_response": date(2026, 11, 23)}),
            ("telephone", False, {"reply": None}),
            ("in_person", False, {"reply": None}),
        ],
    )
    def test_every_channel_has_its_own(
        self,
        channel: str,
        external: bool,  # noqa: FBT001  # a row of the table
        expected: dict[str, date | None],
    ) -> None:
        """3 and 1 days from outside, 15 for all correspondence, for speech a reply as soon as possible."""
        found = answers(channel=channel, external=external)

        assert {duty: answer.due_on for duty, answer in found.items()} == expected
        assert all(answer.owed_by is OwedBy.OFFICE for answer in found.values())
        for answer in found.values():
            without = "sets no number of days" in answer.explanation.text
            assert without is (answer.due_on is None)

    def test_each_cites_its_clause(self) -> None:
        """So that screen, letter and explanation can."""
        letter, email, call = answers(), answers(channel="email"), answers(channel="telephone")

        assert letter[Duty.ACKNOWLEDGEMENT].source.id == "WRI-10"
        assert email[Duty.ACKNOWLEDGEMENT].source.id == "WRI-11"
        assert letter[Duty.FORMAL_RESPONSE].source.id == "WRI-12"
        assert call[Duty.REPLY].source.id == "TEL-7"
        assert isinstance(letter[Duty.FORMAL_RESPONSE].rule, Standard)
        assert isinstance(call[Duty.REPLY].rule, Undated)

    def test_a_call_of_ours_owes_nothing_of_itself(self) -> None:
        """It starts no clock."""
        assert deadlines(contact_from([CallMade(happened_at=NOON)])) == ()

    def test_what_was_spoken_is_waited_for_without_a_date(self) -> None:
        """Met by an answer, whenever; never overdue, and its age is known."""
        answered = Responded(happened_at=NOON + 900 * HOUR, channel="telephone")
        open_one = answers(channel="telephone", received_at=NOON)[Duty.REPLY]
        met = answers(answered, channel="telephone", received_at=NOON)[Duty.REPLY]

        assert open_one.status(NOON + 9000 * HOUR) is Status.WAITING
        assert open_one.age(NOON + 48 * HOUR) == 48 * HOUR
        assert met.status(NOON + 9000 * HOUR) is Status.MET
        assert met.age(NOON + 9000 * HOUR) == 900 * HOUR

    @pytest.mark.parametrize(
        ("reading", "receipt", "due_on"),
        [
            ({"online_form": "as_letter"}, {"channel": "online_form"}, date(2026, 11, 5)),
            ({"spoken_contact": "as_email"}, {"channel": "telephone"}, date(2026, 11, 3)),
            ({"spoken_contact": "as_email"}, {"channel": "in_person"}, date(2026, 11, 3)),
        ],
    )
    def test_other_readings_acknowledge_otherwise(
        self, reading: dict[str, str], receipt: dict[str, str], due_on: date
    ) -> None:
        """The form as a letter, speech as an email; from inside still not at all."""
        policy = POLICY.with_readings(**reading)

        assert answers(policy=policy, **receipt)[Duty.ACKNOWLEDGEMENT].due_on == due_on
        assert Duty.ACKNOWLEDGEMENT not in answers(policy=policy, external=False, **receipt)


class TestCalls:
    """The seconds to an answer (TEL-1)."""

    @pytest.mark.clause("TEL-1")
    @pytest.mark.parametrize(
        ("waited", "status"),
        [(0, "met"), (20_000, "met"), (20_001, "met_late"), (19_999, "met"), (60_000, "met_late")],
    )
    def test_twenty_seconds_are_met_and_a_thousandth_more_is_not(self, waited: int, status: str) -> None:
        """To the millisecond."""
        answer = answers(
            channel="telephone", rang_at=NOON, answered_at=NOON + timedelta(milliseconds=waited)
        )[Duty.ANSWER_CALL]

        assert answer.status(NOON + HOUR) == status
        assert answer.due_at == NOON + timedelta(seconds=20)
        assert answer.due_on == NOON.date()

    def test_before_midnight_it_is_due_the_next_day(self) -> None:
        """By Jersey's clocks, in summer."""
        rang_at = datetime(2026, 7, 10, 23, 59, 50, tzinfo=JERSEY_ZONE)
        answer = answers(
            channel="telephone", received_on=rang_at.date(), rang_at=rang_at, answered_at=rang_at
        )[Duty.ANSWER_CALL]

        assert (answer.start_on, answer.due_on) == (date(2026, 7, 10), date(2026, 7, 11))

    @pytest.mark.parametrize("known", [{}, {"rang_at": NOON}, {"answered_at": NOON}, {"abandoned_at": NOON}])
    def test_without_both_instants_it_is_not_measured(self, known: dict[str, datetime]) -> None:
        """Rather than taken for met or missed."""
        assert Duty.ANSWER_CALL not in answers(channel="telephone", **known)

    def test_the_number_is_the_one_of_the_day_of_receipt(self) -> None:
        """As for every standard."""
        standard = POLICY.standards[StandardId.ANSWER_CALL]
        amended = POLICY.with_standard(standard.amended(Seconds(10), from_on=date(2026, 11, 2)))
        call = {"channel": "telephone", "rang_at": NOON, "answered_at": NOON + timedelta(seconds=15)}

        assert answers(policy=amended, **call)[Duty.ANSWER_CALL].status(NOON + HOUR) is Status.MET_LATE
        assert answers(**call)[Duty.ANSWER_CALL].status(NOON + HOUR) is Status.MET
        late = {"received_on": date(2026, 11, 1), **call}  # logged as of the evening before
        assert answers(policy=amended, **late)[Duty.ANSWER_CALL].status(NOON + HOUR) is Status.MET


class TestFileNotes:
    """An answer in conversation leaves no paper (WRI-13)."""

    ANSWERED = Responded(happened_at=NOON + HOUR, channel="telephone")

    @pytest.mark.clause("WRI-13")
    @pytest.mark.parametrize("channel", list(Channel))
    def test_any_channel_answers_and_speech_wants_a_note(self, channel: Channel) -> None:
        """The response is met at once; the note is a duty of its own; an email is its own note."""
        found = answers(Responded(happened_at=NOON + HOUR, channel=channel))

        assert found[Duty.FORMAL_RESPONSE].status(NOON + 2 * HOUR) is Status.MET
        assert (Duty.FILE_NOTE in found) is (channel in {Channel.TELEPHONE, Channel.IN_PERSON})

    @pytest.mark.parametrize(
        ("note", "status"),
        [
            (FileNoted(happened_at=NOON + 2 * HOUR, of=ANSWERED.id, outcome="Agreed"), "met"),
            (FileNoted(happened_at=NOON + 2 * HOUR), "met"),
            (FileNoteNotNeeded(happened_at=NOON + 2 * HOUR, by="Ann", why="An email said it all"), "met"),
            (FileNoted(happened_at=NOON + HOUR / 2), "waiting"),
            (Closed(happened_at=NOON + 2 * HOUR, by="Ann"), "waiting"),
            (Closed(happened_at=NOON + 2 * HOUR, by="Ann", because="duplicate"), "closed_without"),
            (Acknowledged(happened_at=NOON + 2 * HOUR, channel="email"), "waiting"),
        ],
        ids=["of it", "of all", "not needed", "too early", "closed", "closed without", "another act"],
    )
    def test_is_met_by_a_note_or_by_a_named_person_who_needs_none(self, note: Event, status: str) -> None:
        """Not by a note from before the answer, and not by closing as answered."""
        found = answers(self.ANSWERED, note, received_at=NOON)

        assert found[Duty.FILE_NOTE].status(NOON + 9 * HOUR) == status
        assert found[Duty.FILE_NOTE].arose_at == self.ANSWERED.happened_at
        assert found[Duty.FILE_NOTE].due_on is None

    def test_two_conversations_want_two_notes(self) -> None:
        """Unless one note is of all so far."""
        second = Responded(happened_at=NOON + 3 * HOUR, channel="in_person", answer="part")
        opening = Received(channel="email", received_on=NOON.date(), received_at=NOON)

        def standing(note: FileNoted) -> list[Status]:
            owed = deadlines(contact_from([opening, self.ANSWERED, second, note]))
            return [one.status(NOON + 9 * HOUR) for one in owed if one.duty is Duty.FILE_NOTE]

        assert standing(FileNoted(happened_at=NOON + 4 * HOUR, of=second.id)) == ["waiting", "met"]
        assert standing(FileNoted(happened_at=NOON + 4 * HOUR)) == ["met", "met"]

    def test_a_spoken_contact_wants_none(self) -> None:
        """The call's own record is the note."""
        assert Duty.FILE_NOTE not in answers(self.ANSWERED, channel="telephone", received_at=NOON)


class TestMessagesCallBacksAndMistakes:
    """What is promised or put right in passing."""

    @pytest.mark.clause("TEL-8")
    def test_a_message_waits_until_it_is_delivered(self) -> None:
        """Each by itself."""
        taken, other = MessageTaken(happened_at=NOON), MessageTaken(happened_at=NOON + HOUR)
        delivered = MessageDelivered(happened_at=NOON + 2 * HOUR, of=taken.id)
        opening = Received(channel="telephone", received_on=NOON.date(), received_at=NOON)
        owed = [
            answer
            for answer in deadlines(contact_from([opening, taken, other, delivered]))
            if answer.duty is Duty.MESSAGE
        ]

        assert [answer.status(NOON + 9 * HOUR) for answer in owed] == ["met", "waiting"]
        assert [answer.cause for answer in owed] == [taken, other]
        assert len({answer.identity for answer in owed}) == 2

    def test_a_call_back_has_the_date_agreed_or_none(self) -> None:
        """It is made once the customer was reached; a vain attempt is none."""
        agreed = CallBackArranged(happened_at=NOON, agreed_at=NOON + 24 * HOUR)
        vain = CallBackAttempted(happened_at=NOON + 23 * HOUR, of=agreed.id, reached=False)
        made = CallBackAttempted(happened_at=NOON + 24 * HOUR, of=agreed.id, reached=True)

        assert answers(agreed, vain)[Duty.CALL_BACK].status(NOON + 23 * HOUR) is Status.DUE_TODAY
        assert answers(agreed, vain)[Duty.CALL_BACK].status(NOON + 25 * HOUR) is Status.OVERDUE
        assert answers(agreed, vain, made)[Duty.CALL_BACK].status(NOON + 25 * HOUR) is Status.MET
        assert answers(agreed)[Duty.CALL_BACK].due_on == date(2026, 11, 3)
        open_one = answers(CallBackArranged(happened_at=NOON))[Duty.CALL_BACK]
        assert (open_one.due_on, open_one.status(NOON + 9000 * HOUR)) == (None, "waiting")

    def test_a_mistake_of_ours_waits_to_be_put_right(self) -> None:
        """Without a date."""
        found = MistakeFound(happened_at=NOON)
        mended = MistakeCorrected(happened_at=NOON + HOUR, of=found.id)

        assert answers(found)[Duty.CORRECTION].status(NOON + 900 * HOUR) is Status.WAITING
        assert answers(found, mended)[Duty.CORRECTION].status(NOON + 900 * HOUR) is Status.MET


class TestAmendments:
    """A standard changes; what was received before keeps the old number."""

    @pytest.mark.parametrize(
        ("received_on", "n", "due_on"),
        [
            (date(2026, 12, 31), 15, date(2027, 1, 22)),
            (date(2027, 1, 1), 10, date(2027, 1, 15)),
            (date(2027, 1, 4), 10, date(2027, 1, 18)),
        ],
    )
    def test_at_new_year(self, received_on: date, n: int, due_on: date) -> None:
        """The number in force on the actual day of receipt, a holiday though it be."""
        standard = POLICY.standards[StandardId.FORMAL_RESPONSE].amended(WorkingDays(15))
        policy = POLICY.with_standard(standard.amended(WorkingDays(10), from_on=date(2027, 1, 1)))
        answer = answers(policy=policy, received_on=received_on)[Duty.FORMAL_RESPONSE]

        assert answer.due_on == due_on == nth_working_day(received_on, n, JERSEY.holidays)
        assert f"The standard is {n} working days (WRI-12)" in answer.explanation.text

    def test_a_roll_over_new_year_changes_no_number(self) -> None:
        """Received after hours on the last day of the year, counted from the next: still the old number."""
        standard = POLICY.standards[StandardId.FORMAL_RESPONSE].amended(WorkingDays(15))
        policy = POLICY.with_standard(standard.amended(WorkingDays(10), from_on=date(2027, 1, 1)))
        answer = answers(
            policy=policy.with_readings(after_hours="next_working_day"),
            received_on=date(2026, 12, 31),
            received_at=instant_in_jersey(date(2026, 12, 31), POLICY.office.evening_from),
        )[Duty.FORMAL_RESPONSE]

        assert answer.start_on == date(2027, 1, 4)
        assert answer.due_on == nth_working_day(date(2027, 1, 4), 15, JERSEY.holidays)


@pytest.mark.parametrize(
    ("day", "policy"),
    [
        (date(2017, 12, 31), POLICY),
        (date(2018, 1, 1), POLICY.with_readings(receipt_day="counted")),
        (date(2099, 12, 30), POLICY),
        (date(2100, 1, 1), POLICY),
        (date(1999, 6, 1), POLICY),
    ],
)
def test_outside_the_calendar_is_refused(day: date, policy: Policy) -> None:
    """At both ends, by a day; the fold itself knows no calendar."""
    contact = contact_from([Received(channel="letter", received_on=day, **PLAIN)])

    with pytest.raises(
        OutsideCalendarError, match="outside the calendar, which runs from 2018-01-01 to 2099-12-31"
    ):
        deadlines(contact, policy=policy)


def test_the_first_and_the_last_days_are_inside() -> None:
    """From the first of 2018 to the last day that still has fifteen working days after it."""
    last = max(d for d in (date(2099, 12, 1) + timedelta(i) for i in range(20)) if _has_room(d))

    assert answers(received_on=date(2018, 1, 1))[Duty.ACKNOWLEDGEMENT].due_on == date(2018, 1, 4)
    policy = POLICY.with_standard(POLICY.standards[StandardId.FORMAL_RESPONSE].amended(WorkingDays(15)))
    assert answers(policy=policy, received_on=last)[Duty.FORMAL_RESPONSE].due_on == date(2099, 12, 31)


def _has_room(day: date) -> bool:
    return working_days_between(day, date(2099, 12, 31), JERSEY.holidays) >= 15
