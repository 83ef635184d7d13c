"""Dates in lines: whose comes first, how far off it is, and what may not be overlooked."""

from datetime import UTC, date, datetime

import pytest

from app.tables.deadlines import DateRow, by_name, explained, groups, longest, still_owed
from app.tables.labels import ANSWERS, ASKS, BECAUSE, CHANNELS, FACTS, OWED_BY, STATUSES
from joic_policy import (
    Acknowledged,
    Answer,
    Channel,
    ClosedBecause,
    Deadline,
    DelayTold,
    FullResponseExpected,
    Matter,
    MatterKind,
    OwedBy,
    Received,
    Status,
    contact_from,
    deadlines,
)
from joic_policy.contacts import Event
from joic_policy.units import end_of_day

RECEIVED_ON = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 10, tzinfo=UTC)


def owed(
    *acts: Event, channel: Channel = Channel.LETTER, asks: tuple[Matter, ...] = ()
) -> tuple[Deadline, ...]:
    """What is owed for a message of Tuesday 24 November 2026."""
    return deadlines(contact_from([Received(channel=channel, received_on=RECEIVED_ON, matters=asks), *acts]))


def rows(answer: tuple[Deadline, ...], at: datetime = AT) -> dict[str, DateRow]:
    """Every line by its title."""
    return {row.title: row for group in groups(answer, at) for row in group.rows}


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        (ANSWERS, Answer),
        (ASKS, MatterKind),
        (BECAUSE, ClosedBecause),
        (CHANNELS, Channel),
        (OWED_BY, OwedBy),
        (STATUSES, Status),
    ],
)
def test_every_choice_has_words_of_its_own(words: dict[str, str], choices: type) -> None:
    """None is missing, no two are called the same: the address of a page tells them apart by these."""
    assert set(words) == set(choices)
    assert len(set(words.values())) == len(words)


def test_facts_and_acts_in_words_are_those_that_there_are() -> None:
    """Each fact is a field of a matter, each act an event."""
    assert all(hasattr(Matter(kind=MatterKind.OTHER), fact) for fact in FACTS)


def test_the_customers_own_last_day_comes_first() -> None:
    """Then what the Office owes, soonest first, then what the organisation does."""
    appeal = Matter(kind=MatterKind.FOI_APPEAL, answered_on=date(2026, 11, 2), told_on=date(2026, 11, 20))

    found = groups(owed(asks=(appeal,)), AT)

    assert [[row.owed_by for row in group.rows] for group in found] == [
        ["the customer"],
        ["the Office", "the Office"],
        ["the organisation"],
    ]
    assert found[0].rows[0].when == "Monday 14 December 2026"
    assert found[0].rows[0].marks == ("Do not leave it to the last day.",)
    assert [row.when for row in found[1].rows] == ["Friday 27 November 2026", "Tuesday 15 December 2026"]


def test_a_last_day_that_has_passed_is_checked_not_refused() -> None:
    """And nobody is told any more not to leave it."""
    appeal = Matter(kind=MatterKind.FOI_APPEAL, answered_on=date(2026, 9, 1))

    row = groups(owed(asks=(appeal,)), AT)[0].rows[0]

    assert row.marks == ("The day has passed: check with a colleague; it is not refused here.",)


@pytest.mark.parametrize(
    ("as_of", "distance", "status"),
    [
        (date(2026, 11, 24), "in 3 working days", "Waiting"),
        (date(2026, 11, 26), "in 1 working day", "Waiting"),
        (date(2026, 11, 27), "", "Due today"),
        (date(2026, 11, 28), "since the last working day", "Overdue"),
        (date(2026, 11, 30), "1 working day ago", "Overdue"),
        (date(2026, 12, 4), "5 working days ago", "Overdue"),
    ],
)
def test_a_line_says_how_far_off_its_day_is(as_of: date, distance: str, status: str) -> None:
    """Counted in working days, as the period is."""
    row = rows(owed(), end_of_day(as_of))["Acknowledge an external letter"]

    assert (row.status, row.distance) == (status, distance)


def test_what_was_done_is_no_longer_counted() -> None:
    """It says how it was done."""
    row = rows(owed(Acknowledged(happened_at=AT, channel=Channel.EMAIL)))["Acknowledge an external letter"]

    assert (row.status, row.distance) == ("Done in time", "")


def test_unverified_law_is_marked() -> None:
    """So is what has no date, and why."""
    found = rows(owed(asks=(Matter(kind=MatterKind.ARTICLE_19_COMPLAINT),)))

    unverified = "Unverified: check it before you rely on it."
    assert found["Decide whether to investigate a complaint"].marks == (unverified,)
    assert found["Acknowledge a complaint in writing"].marks == (
        unverified,
        "No date: the law's period is not known.",
    )


def test_an_unknown_start_is_said() -> None:
    """There is no date until it is known."""
    (group, *_) = groups(owed(asks=(Matter(kind=MatterKind.FOI_APPEAL),)), AT)

    assert group.rows[0].when == "No date"
    assert "No date yet: the fact that it runs from is not known." in group.rows[0].marks


def test_displacement_names_the_law_that_holds() -> None:
    """The policy's own line stays, marked."""
    row = rows(owed(asks=(Matter(kind=MatterKind.SUBJECT_ACCESS_TO_OFFICE),)))[
        "Respond formally to correspondence"
    ]

    assert row.status == "Displaced"
    assert row.marks == ("The law's date holds instead: Answer a subject access request made to the Office.",)


def test_a_waiver_says_until_when_and_one_that_fails_says_why() -> None:
    """An expectation beyond the acknowledgement day waives nothing."""
    title = "Acknowledge an external letter"
    holds = FullResponseExpected(happened_at=AT, expected_on=date(2026, 11, 26), by="somebody")
    fails = FullResponseExpected(happened_at=AT, expected_on=date(2026, 12, 1), by="somebody")

    assert rows(owed(holds))[title].marks == ("Waived to the end of Thursday 26 November 2026.",)
    assert rows(owed(fails))[title].marks[0].startswith("Not waived: ")


def test_a_revised_target_keeps_the_first_one_in_sight() -> None:
    """A notice that came too late is a promise."""
    told_on = datetime(2026, 12, 15, 12, tzinfo=UTC)
    told = DelayTold(happened_at=told_on, channel=Channel.EMAIL, revised_on=date(2026, 12, 22))
    late = DelayTold(
        happened_at=datetime(2026, 12, 23, tzinfo=UTC), channel=Channel.EMAIL, revised_on=date(2027, 1, 8)
    )

    row = rows(owed(told, late), end_of_day(date(2026, 12, 28)))["Respond formally to correspondence"]

    assert row.when == "Tuesday 22 December 2026"
    assert row.marks == (
        "First target: Tuesday 15 December 2026.",
        "Told too late: Friday 8 January 2027 is a promise, and this date stands.",
    )


def test_a_badge_says_what_is_written() -> None:
    """A clause by its id and summary; a law by its name, and that it is no advice."""
    found = rows(owed(asks=(Matter(kind=MatterKind.ARTICLE_19_COMPLAINT),)))

    assert found["Acknowledge an external letter"].source == "WRI-10"
    assert "acknowledged" in found["Acknowledge an external letter"].says
    assert found["Decide whether to investigate a complaint"].source.endswith("Law 2018, article 20")
    assert "no legal advice" in found["Decide whether to investigate a complaint"].says


def test_an_hour_is_said_by_the_clock() -> None:
    """Seventy-two hours from becoming aware, in Jersey time."""
    breach = Matter(kind=MatterKind.OWN_BREACH, aware_at=datetime(2026, 11, 23, 9, 15, tzinfo=UTC))

    assert rows(owed(asks=(breach,)))["Report our own personal data breach"].when == (
        "09:15 on Thursday 26 November 2026"
    )


def test_a_call_is_answered_as_soon_as_possible() -> None:
    """It has no date, and is none to save."""
    answer = owed(channel=Channel.TELEPHONE)

    assert [row.when for row in rows(answer).values()] == ["As soon as possible"]
    assert still_owed(answer, AT) == ()


def test_what_is_still_owed_is_dated_open_and_the_offices() -> None:
    """Soonest first; done, displaced and others' are left out."""
    acknowledged = Acknowledged(happened_at=AT, channel=Channel.EMAIL)
    asks = (Matter(kind=MatterKind.FOI_REQUEST, asked_on=RECEIVED_ON), Matter(kind=MatterKind.QUESTION))

    assert [one.title for one in still_owed(owed(acknowledged, asks=asks), AT)] == [
        "Answer a question put to the Office",
        "Respond formally to correspondence",
    ]
    assert [
        one.title for one in still_owed(owed(asks=(Matter(kind=MatterKind.SUBJECT_ACCESS_TO_OFFICE),)), AT)
    ] == ["Acknowledge an external letter", "Answer a subject access request made to the Office"]


def test_the_deadline_looked_at_first_is_the_last_of_the_policy() -> None:
    """Whatever the law adds later; each has a name of its own."""
    named = by_name(owed(asks=(Matter(kind=MatterKind.ARTICLE_19_COMPLAINT),)))

    assert longest(named) == "formal_response"
    assert len(named) == 5
    assert longest(by_name(owed(channel=Channel.TELEPHONE))) == "reply"
    displaced = by_name(owed(asks=(Matter(kind=MatterKind.SUBJECT_ACCESS_TO_OFFICE),)))
    assert longest(displaced) == "subject_access-0"


def test_an_explanation_ends_with_how_it_stands() -> None:
    """As of the instant asked for."""
    assert explained(owed()[0], AT).endswith("As of 10:00 on Tuesday 24 November 2026, Jersey time: waiting.")
