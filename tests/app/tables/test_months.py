"""The picture of the calendar: every day once, counted as the explanation counts."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.tables.months import Day, Picture, picture
from joic_policy import (
    JERSEY,
    POLICY,
    Channel,
    DelayTold,
    Matter,
    MatterKind,
    Received,
    WorkingDays,
    contact_from,
    deadlines,
)
from joic_policy.policy import Policy
from tests.strategies import days


def drawn(received_on: date, as_of: date, *kinds: MatterKind, policy: Policy = POLICY) -> Picture:
    """The picture of the formal response to a letter of a day."""
    matters = tuple(Matter(kind=kind) for kind in kinds)
    contact = contact_from([Received(channel=Channel.LETTER, received_on=received_on, matters=matters)])
    answer = deadlines(contact, policy=policy)
    return picture(answer[1], answer, as_of=as_of, calendar=JERSEY)


def cells(found: Picture) -> dict[date, Day]:
    """Every day drawn."""
    return {day.on: day for month in found.months for week in month.weeks for day in week if day}


@settings(deadline=None)  # the first answer reads the files
@given(days(), st.integers(-400, 400))
def test_the_months_are_whole_and_count_to_the_due_day(received_on: date, days_on: int) -> None:
    """Each day once and in order, under its weekday; the numbers are 1 to 15 and end on the due day."""
    policy = POLICY.with_standard(POLICY.standards["formal_response"].amended(WorkingDays(15)))
    found = drawn(received_on, received_on + timedelta(days=days_on), policy=policy)
    shown = cells(found)
    counted = [day for day in shown.values() if day.number]

    first, last = min(shown), max(shown)
    assert list(shown) == [first + timedelta(days=place) for place in range((last - first).days + 1)]
    assert (first.day, (last + timedelta(days=1)).day) == (1, 1)
    assert all(
        day is None or day.on.weekday() == place
        for month in found.months
        for week in month.weeks
        for place, day in enumerate(week)
    )
    assert {len(week) for month in found.months for week in month.weeks} == {7}
    assert [day.number for day in counted] == list(range(1, 16))
    assert "due" in counted[-1].marks
    assert not any(day.weekend or day.holiday for day in counted)
    assert shown[received_on].marks[0] == "in"


@settings(deadline=None)  # the first answer reads the files
@given(days(), st.integers(-400, 400))
def test_the_as_of_day_is_drawn_where_it_is_near(received_on: date, days_on: int) -> None:
    """A month away at most; else the picture stays with the count."""
    as_of = received_on + timedelta(days=days_on)
    shown = cells(drawn(received_on, as_of))

    if as_of in shown:
        assert "now" in shown[as_of].marks
    else:
        assert not min(shown) - timedelta(days=1) <= as_of <= max(shown) + timedelta(days=1)
    assert len(shown) < 200


def test_the_picture_in_words_says_what_was_left_out() -> None:
    """Christmas Day, Boxing Day in lieu and New Year's Day of 2026."""
    found = drawn(date(2026, 12, 15), date(2026, 12, 15))

    assert found.words == (
        "15 working days from Tuesday 15 December 2026 to Friday 8 January 2027. "
        "Not counted: 6 weekend days, Christmas Day (25 December), "
        "Boxing Day (substitute day) (28 December), New Year's Day (1 January)."
    )
    assert "25 December: Christmas Day" in found.months[0].notes
    assert "8 January: due: Respond formally to correspondence" in found.months[1].notes


def test_a_period_of_weeks_counts_every_day() -> None:
    """It has a due day and no numbers."""
    contact = contact_from(
        [
            Received(
                channel=Channel.LETTER,
                received_on=date(2026, 11, 24),
                matters=(Matter(kind=MatterKind.SUBJECT_ACCESS_TO_OFFICE),),
            )
        ]
    )
    (access,) = (one for one in deadlines(contact) if one.matter)

    found = picture(access, (), as_of=date(2026, 11, 24), calendar=JERSEY)

    assert found.words == "From Tuesday 24 November 2026 to Tuesday 22 December 2026, every day counted."
    assert [day.on for day in cells(found).values() if "due" in day.marks] == [date(2026, 12, 22)]


def test_without_a_date_there_is_nothing_to_count() -> None:
    """The month of receipt is drawn all the same."""
    contact = contact_from([Received(channel=Channel.TELEPHONE, received_on=date(2026, 11, 24))])

    found = picture(deadlines(contact)[0], (), as_of=date(2026, 11, 24), calendar=JERSEY)

    assert found.words == "There is no date to count to."
    assert [month.title for month in found.months] == ["November 2026"]


def test_a_count_of_years_is_cut_after_twelve_months() -> None:
    """And says so."""
    standard = POLICY.standards["formal_response"].amended(WorkingDays(600))

    found = drawn(date(2026, 11, 24), date(2026, 11, 24), policy=POLICY.with_standard(standard))

    assert found.cut
    assert len(found.months) == 12


def test_a_revised_target_shows_where_the_first_one_was() -> None:
    """Both days are marked, each in its own word."""
    told = DelayTold(
        happened_at=datetime(2026, 12, 15, tzinfo=UTC), channel=Channel.EMAIL, revised_on=date(2026, 12, 22)
    )
    answer = deadlines(contact_from([Received(channel=Channel.LETTER, received_on=date(2026, 11, 24)), told]))

    shown = cells(picture(answer[1], answer, as_of=date(2026, 12, 16), calendar=JERSEY))

    assert shown[date(2026, 12, 15)].marks == ("first",)
    assert shown[date(2026, 12, 22)].marks == ("due",)


def test_the_day_that_a_learner_answered_stands_beside_the_right_one() -> None:
    """Where they differ, both are to be seen; without an as-of day none is drawn."""
    owed = deadlines(contact_from([Received(channel=Channel.LETTER, received_on=date(2026, 11, 24))]))

    found = picture(owed[1], (), as_of=None, calendar=JERSEY, answered=date(2026, 12, 14))

    assert cells(found)[date(2026, 12, 14)].marks == ("you",)
    assert cells(found)[date(2026, 12, 15)].marks == ("due",)
    assert "14 December: your answer" in found.months[1].notes
    assert not [day for day in cells(found).values() if "now" in day.marks]
