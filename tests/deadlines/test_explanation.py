"""How an answer came about: in words, day by day, with what it leans on."""

from datetime import UTC, date, datetime, timedelta

from attrs import evolve
from hypothesis import given, settings

from joic_policy import (
    POLICY,
    Acknowledged,
    CallBackArranged,
    CallMade,
    Closed,
    Contact,
    Deadline,
    DelayTold,
    Duty,
    Event,
    FullResponseExpected,
    Matter,
    Policy,
    Received,
    Statute,
    contact_from,
    deadlines,
)
from joic_policy.units import day_words
from tests.strategies import PRIVATE, contacts, policies

AT = datetime(2026, 7, 10, 13, 30, tzinfo=UTC)  # a Friday, half past two in Jersey
RECEIPT = Received(channel="letter", received_on=AT.date(), received_at=AT)


def explained(*events: Event, duty: Duty = Duty.ACKNOWLEDGEMENT, policy: Policy = POLICY) -> Deadline:
    """A deadline of the letter after some events, or of another opening."""
    told = events if events and isinstance(events[0], Received | CallMade) else (RECEIPT, *events)
    return next(one for one in deadlines(contact_from(told), policy=policy) if one.duty is duty)


@settings(max_examples=30)
@given(contacts(), policies())
def test_every_answer_explains_itself(contact: Contact, policy: Policy) -> None:
    """Whatever happened: a title, a source, whole sentences, and nothing of a person."""
    for answer in deadlines(contact, policy=policy)[:3]:
        explanation = answer.explanation

        assert explanation.title == answer.title
        assert explanation.text.startswith(f"{answer.title} ({explanation.source})\n")
        assert explanation.steps
        assert all(text.endswith(".") for text in (*explanation.steps, *explanation.cautions))
        assert PRIVATE not in explanation.text
        assert explanation == answer.explanation
        if explanation.days:
            assert explanation.days[-1].on == (answer.targets[0].on if answer.targets else answer.due_on)
            rule = answer.rule
            length = rule.duration if isinstance(rule, Statute) else rule.on(contact.received_on)
            assert explanation.days[-1].number == length.n


def test_tells_the_derivation_in_order() -> None:
    """Receipt, number, date, expectation, act, closing."""
    steps = explained(
        FullResponseExpected(happened_at=AT, expected_on=date(2026, 7, 14), by="Ann"),
        Acknowledged(happened_at=AT + timedelta(days=9), channel="email"),
        Closed(happened_at=AT + timedelta(days=10), by="Bea"),
    ).explanation.steps

    assert steps == (
        "Received by letter at 14:30 on Friday 10 July 2026.",
        "The standard is 3 working days (WRI-10), as in force on the day of receipt.",
        "Due on Wednesday 15 July 2026.",
        "Ann expects to respond in full by Tuesday 14 July 2026.",
        "Done at 14:30 on Sunday 19 July 2026, late.",
        "Closed at 14:30 on Monday 20 July 2026 by Bea.",
    )


def test_says_from_which_day_it_counts_where_that_is_not_the_day_of_receipt() -> None:
    """Received on a Saturday and rolled."""
    saturday = Received(channel="letter", received_on=date(2026, 7, 11))
    rolled = explained(saturday, policy=POLICY.with_readings(rest_day_receipt="rolls"))

    assert rolled.explanation.steps[0] == "Received by letter on Saturday 11 July 2026."
    assert "Counted from Monday 13 July 2026." in rolled.explanation.steps
    assert not any("Counted" in step for step in explained(saturday).explanation.steps)


def test_numbers_the_day_of_receipt_where_it_is_counted() -> None:
    """It is day 1; the law's days are counted as ever."""
    counted = POLICY.with_readings(receipt_day="counted")
    asked = Matter(kind="foi_request", asked_on=AT.date())
    days = explained(policy=counted).explanation.days
    by_law = explained(
        evolve(RECEIPT, matters=(asked,)), duty=Duty.FOI_ANSWER, policy=counted
    ).explanation.days

    assert (days[0].on, days[0].number) == (AT.date(), 1)
    assert by_law[0].on == AT.date() + timedelta(days=1)


def test_tells_each_notice_with_who_and_when() -> None:
    """In time, late, or moving nothing; somebody unnamed is not named."""
    told = [
        DelayTold(happened_at=AT, revised_on=date(2026, 7, 20), channel="email"),
        DelayTold(happened_at=AT, revised_on=date(2026, 8, 14), channel="email", by="Ann"),
        DelayTold(
            happened_at=AT + timedelta(days=60), revised_on=date(2026, 10, 2), channel="email", by="Ann"
        ),
    ]
    earlier, in_time, late = explained(*told, duty=Duty.FORMAL_RESPONSE).explanation.steps[3:]

    assert earlier.startswith("Told at 14:30 on Friday 10 July 2026: Monday 20 July 2026 is not after ")
    assert earlier.endswith("Friday 31 July 2026, which stands.")
    assert in_time == (
        "Told at 14:30 on Friday 10 July 2026 by Ann, in time: the target is now Friday 14 August 2026."
    )
    assert late.startswith("Told at 14:30 on Tuesday 8 September 2026 by Ann, not in time: ")
    assert late.endswith("Friday 2 October 2026 is a promise, and the date before it stands.")


def test_says_when_an_answer_is_by_rule() -> None:
    """Beyond the last day whose proclaimed holidays are known."""
    known = explained(Received(channel="letter", received_on=date(2025, 12, 19)))
    leaning = explained(Received(channel="letter", received_on=date(2025, 12, 29)))

    assert known.due_on == date(2025, 12, 24)
    assert known.explanation.cautions == ()
    assert leaning.due_on == date(2026, 1, 2)
    assert leaning.explanation.cautions == (
        "By rule: holidays are known through Wednesday 31 December 2025; more may be proclaimed.",
    )


def test_marks_what_the_law_is_and_how_well_it_is_known() -> None:
    """A note, a warning where it is unverified, the customer's last day, and that it is no advice."""
    disputed = Matter(kind="decision_disputed", decided_on=AT.date())
    complaint = Matter(kind="article_19_complaint")
    appeal = explained(evolve(RECEIPT, matters=(disputed,)), duty=Duty.ARTICLE_19_APPEAL).explanation
    decision = explained(evolve(RECEIPT, matters=(complaint,)), duty=Duty.ARTICLE_19_DECISION).explanation
    unknown = explained(
        evolve(RECEIPT, matters=(complaint,)), duty=Duty.ARTICLE_19_ACKNOWLEDGEMENT
    ).explanation

    assert appeal.source == "Data Protection Authority (Jersey) Law 2018, article 32"
    assert appeal.cautions == (
        "Unverified: this may be so; check it before you rely on it.",
        "The customer's last day is Friday 7 August 2026; do not leave it to the last day.",
        "A date from the law is shown to help; it is no legal advice.",
    )
    assert decision.cautions[0].startswith("A complaint may be rejected")
    assert decision.steps[1] == "8 weeks from the day of receipt."
    assert unknown.steps[1] == "The law is known to ask for it, but no period is known."


def test_says_the_last_working_day_before_a_period_that_ends_on_a_rest_day() -> None:
    """Four weeks from a Sunday; 28 days to a Christmas Day; never where it ends on a working day."""
    request = Matter(kind="subject_access_to_office")
    sunday = Received(channel="email", received_on=date(2026, 11, 22), matters=(request,))
    monday = Received(channel="email", received_on=date(2026, 11, 23), matters=(request,))
    disputed = Matter(kind="decision_disputed", decided_on=date(2026, 11, 27))
    christmas = Received(channel="email", received_on=date(2026, 12, 1), matters=(disputed,))

    assert explained(sunday, duty=Duty.SUBJECT_ACCESS).explanation.cautions[0] == (
        "Sunday 20 December 2026 is no working day, and this period is not moved to one: "
        "the last working day before it is Friday 18 December 2026."
    )
    assert explained(christmas, duty=Duty.ARTICLE_19_APPEAL).explanation.cautions[0] == (
        "Friday 25 December 2026 is no working day, and this period is not moved to one: "
        "the last working day before it is Thursday 24 December 2026."
    )
    assert "not moved" not in explained(monday, duty=Duty.SUBJECT_ACCESS).explanation.text


def test_names_no_working_day_where_a_period_holds_none() -> None:
    """72 hours from a Good Friday end on an Easter Monday."""
    breach = Matter(kind="own_breach", aware_at=datetime(2027, 3, 26, 9, 30, tzinfo=UTC))
    told = Received(channel="email", received_on=date(2027, 3, 30), matters=(breach,))

    assert explained(told, duty=Duty.OWN_BREACH_REPORT).explanation.cautions[0] == (
        "Monday 29 March 2027 is no working day, and this period is not moved to one: "
        "it has no working day before it."
    )


def test_a_period_beyond_the_calendar_is_explained_all_the_same() -> None:
    """Whether its last day is a working day is not known there."""
    request = Matter(kind="subject_access_to_office")
    letter = Received(channel="telephone", received_on=date(2099, 12, 20), matters=(request,))

    assert "not moved" not in explained(letter, duty=Duty.SUBJECT_ACCESS).explanation.text


def test_tells_what_has_no_receipt_or_no_number() -> None:
    """A call of ours, and a promise made in passing."""
    arranged = CallBackArranged(happened_at=AT, agreed_at=AT)
    call = CallMade(happened_at=AT, matters=(Matter(kind="question"),))
    back = explained(arranged, duty=Duty.CALL_BACK).explanation

    assert explained(call, duty=Duty.QUESTION_ANSWER).explanation.steps[0] == (
        "The Office called at 14:30 on Friday 10 July 2026."
    )
    assert back.steps == (
        "Owed since 14:30 on Friday 10 July 2026.",
        "The policy sets no number of days for it.",
        "In time until 14:30 on Friday 10 July 2026, Jersey time.",
    )


def test_as_text_it_shows_every_day_with_its_number_or_its_reason() -> None:
    """As a screen, a letter or a terminal can print it."""
    text = explained(Received(channel="email", received_on=date(2026, 12, 24))).explanation.text

    assert text.splitlines()[4:9] == [
        "    -  Friday 25 December 2026: Christmas Day",
        "    -  Saturday 26 December 2026",
        "    -  Sunday 27 December 2026",
        "    -  Monday 28 December 2026: Boxing Day (substitute day)",
        "    1  Tuesday 29 December 2026",
    ]
    assert day_words(date(2026, 12, 29)) in text
