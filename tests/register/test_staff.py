"""The Office's own history: the staff list and the holidays proclaimed."""

from datetime import date, timedelta

import pytest

from joic_policy import Event, FileNoted, HistoryError, InvalidError, contact_from
from joic_policy.contacts import Withdrawn
from joic_policy.contacts.records import event_from, record_of
from joic_policy.register import (
    OFFICE_EVENTS,
    HolidayProclaimed,
    StaffAway,
    StaffBack,
    StaffLeft,
    StaffListed,
)
from joic_policy.register.staff import office_state
from tests.desks import NOON, a_letter

BEA = StaffListed(happened_at=NOON, name="Bea", team="East", languages=("French",))
AWAY = StaffAway(happened_at=NOON, name="Bea", from_on=date(2026, 12, 1), until=date(2026, 12, 3))
FAIR = HolidayProclaimed(happened_at=NOON, on=date(2026, 12, 4), name="Fair", source="R&O 1/2026")


def test_a_colleague_is_away_from_the_first_day_to_the_last() -> None:
    """Both days count; without a last day they are away until they are back."""
    days = [date(2026, 11, 30) + timedelta(days=n) for n in range(5)]
    unknown = StaffAway(happened_at=NOON, name="Bea", from_on=date(2026, 12, 1))

    def away(*events: Event) -> list[bool]:
        return [office_state(events).staff["Bea"].away_on(day) for day in days]

    assert away(BEA, AWAY) == [False, True, True, True, False]
    assert away(BEA, unknown) == [False, True, True, True, True]
    assert away(BEA, AWAY, BEA) == away(BEA, AWAY)
    assert away(BEA, AWAY, StaffBack(happened_at=NOON, name="Bea")) == [False] * 5


def test_who_left_is_off_the_list() -> None:
    """And may be listed again."""
    left = StaffLeft(happened_at=NOON, name="Bea")

    assert office_state([BEA, left]).staff == {}
    assert set(office_state([BEA, left, BEA]).staff) == {"Bea"}


def test_a_proclaimed_holiday_may_be_withdrawn() -> None:
    """It was a mistake; then it may be proclaimed again."""
    undone = Withdrawn(happened_at=NOON, of=FAIR.id)
    again = HolidayProclaimed(happened_at=NOON, on=FAIR.on, name="Feast", source="R&O 2/2026")

    assert office_state([FAIR]).holidays == {FAIR.on: "Fair"}
    assert office_state([FAIR, undone]).holidays == {}
    assert office_state([FAIR, undone, again]).holidays == {FAIR.on: "Feast"}
    with pytest.raises(HistoryError, match="proclaimed already"):
        office_state([FAIR, again])


@pytest.mark.parametrize(
    "events",
    [
        [AWAY],
        [StaffBack(happened_at=NOON, name="Bea")],
        [BEA, StaffLeft(happened_at=NOON, name="Ann")],
        [FileNoted(happened_at=NOON)],
        [BEA, Withdrawn(happened_at=NOON, of=BEA.id)],
    ],
)
def test_what_cannot_be_is_refused(events: list[Event]) -> None:
    """Nobody is away who is not listed, and no contact's event is the Office's."""
    with pytest.raises(HistoryError):
        office_state(events)


def test_nobody_is_back_before_they_left() -> None:
    """The last day away is not before the first."""
    with pytest.raises(InvalidError, match="until"):
        StaffAway(happened_at=NOON, name="Bea", from_on=date(2026, 12, 1), until=date(2026, 11, 30))


@pytest.mark.parametrize("event", [BEA, AWAY, FAIR])
def test_they_are_written_as_json(event: Event) -> None:
    """There and back, and refused where only a contact's events are read."""
    record = record_of(event)

    assert event_from(record, also=OFFICE_EVENTS) == event
    with pytest.raises(InvalidError, match="event"):
        event_from(record)


def test_they_happen_to_no_contact() -> None:
    """The fold refuses them."""
    with pytest.raises(HistoryError, match="belongs to the Office"):
        contact_from([a_letter(), BEA])
