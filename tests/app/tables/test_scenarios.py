"""Two answers side by side, and what other readings would make of one."""

from datetime import UTC, date, datetime

from hypothesis import given, settings

from app.tables.scenarios import moved, other_readings
from joic_policy import POLICY, Channel, Matter, MatterKind, Received, WorkingDays, contact_from, deadlines
from joic_policy.policy import Policy
from tests.strategies import days

AT = datetime(2026, 11, 24, 10, tzinfo=UTC)


def owed(
    received_on: date, channel: Channel = Channel.LETTER, *kinds: MatterKind, policy: Policy = POLICY
) -> tuple:
    """What is owed for a message that asks these things."""
    matters = tuple(Matter(kind=kind) for kind in kinds)
    contact = contact_from([Received(channel=channel, received_on=received_on, matters=matters)])
    return deadlines(contact, policy=policy)


@settings(deadline=None)  # the first answer reads the files
@given(days())
def test_nothing_moves_between_the_same_two(received_on: date) -> None:
    """Each line is there and says so."""
    found = moved(owed(received_on), owed(received_on), AT)

    assert [(row.moved, row.differs, row.why) for row in found] == [("The same.", False, ())] * 2
    assert all(row.first == row.second for row in found)


def test_what_moved_says_by_how_much_and_why() -> None:
    """Ten days instead of fifteen; the acknowledgement stays."""
    ten = POLICY.with_standard(POLICY.standards["formal_response"].amended(WorkingDays(10)))
    day = date(2026, 11, 24)

    same, row = moved(owed(day), owed(day, policy=ten), AT)

    assert not same.differs
    assert (row.first, row.second) == ("Tue 15 Dec 2026, waiting", "Tue 8 Dec 2026, waiting")
    assert row.moved == "Due on Tuesday 8 December 2026, 5 working days earlier."
    assert row.why == ("The number is 10 working days, not 15 working days.",)


def test_what_is_owed_only_once_is_said_to_be() -> None:
    """What is new and what is gone, each on a line; a law is named as people know it."""
    day = date(2026, 11, 24)

    found = moved(owed(day), owed(day, Channel.TELEPHONE, MatterKind.ARTICLE_19_COMPLAINT), AT)

    by_title = {row.title: row for row in found}
    gone = by_title["Respond formally to correspondence"]
    assert (gone.second, gone.moved) == ("Not owed", "No longer owed.")
    new = by_title["Decide whether to investigate a complaint"]
    assert (new.first, new.second) == ("Not owed", "Tue 19 Jan 2027, waiting")
    assert "Law 2018, article 20" in new.why[0]


def test_readings_that_would_change_the_answer_are_told_apart() -> None:
    """Those that would, those that cannot be computed, and how many would not."""
    found = other_readings(owed(date(2026, 11, 24))[1])

    assert (
        "Is the day of receipt counted?",
        "Yes: it is day 1, if it is a working day. Then Monday 14 December 2026.",
    ) in found.changing
    assert [question for question, _ in found.not_computable] == ["What is a working day?"]
    used = owed(date(2026, 11, 24))[1].interpretations
    alternatives = sum(len(reading.others) for reading in used)
    assert len(found.changing) + len(found.not_computable) + found.same == alternatives


def test_a_reading_that_leaves_the_calendar_is_not_computable() -> None:
    """At its very end another reading may have no date; that is said, not raised."""
    last = next(day for day in (date(2099, 12, 31 - back) for back in range(31)) if _inside(day))

    found = other_readings(owed(last)[1])

    assert found.changing or found.not_computable


def _inside(day: date) -> bool:
    try:
        owed(day)
    except ValueError:
        return False
    return True
