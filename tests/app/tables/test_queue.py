"""The queue as lines to read."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.forms.queue import wanted_lines
from app.tables.queue import as_of_note, duty_words, in_queue, queue_rows, standings
from joic_policy import JERSEY, POLICY, Channel, Contact, Duty, OwedBy, Status
from joic_policy.contacts import Direction
from joic_policy.register import Card, InMemoryRegister, Line, OfficeState, Owed, Wanted
from joic_policy.register.entries import entry_of
from tests.desks import NOON, a_letter
from tests.strategies import contacts, instants

ALONE = OfficeState(staff={}, roles={}, holidays={})


def register_of(held: list[Contact]) -> InMemoryRegister:
    """A register in which these contacts stand as they came to be."""
    register = InMemoryRegister()
    for contact in held:
        entry = entry_of(contact, version=1, policy=POLICY, calendar=JERSEY, ground="")
        register.append(contact.opening.id, contact.opening, actor="Ann", expecting=0, entry=entry)
    return register


@settings(max_examples=40)
@given(held=st.lists(contacts(), max_size=5, unique_by=lambda contact: contact.opening.id), at=instants())
def test_the_statuses_add_up_to_all(held: list[Contact], at: datetime) -> None:
    """Whatever happened, each count is that of the lines its choice shows, and together they are all."""
    register = register_of(held)
    shown = standings(register.counts(Wanted(), at=at))

    for status, count in shown.items():
        wanted = wanted_lines({"status": status}, office=ALONE, me="Ann")
        lines = register.queue(wanted, at=at, size=1000)
        assert len(lines) == count
        assert {line.owed.status(at) for line in lines} <= ({status} if status else set(Status))
    assert shown[None] == sum(count for status, count in shown.items() if status)


@given(held=contacts(), at=instants())
def test_every_line_has_its_words(held: Contact, at: datetime) -> None:
    """No duty, date or status that can be in the queue is without them."""
    lines = register_of([held]).queue(Wanted(), at=at, size=1000)
    rows = queue_rows(lines, at, policy=POLICY, calendar=JERSEY)

    assert all(row.duty and row.when and row.far and row.status and row.number == 1 for row in rows)
    assert {line.owed.duty for line in lines} <= set(in_queue(POLICY))
    assert Counter(row.standing for row in rows) == register_of([held]).counts(Wanted(), at=at)


def line(**owed: object) -> Line:
    """An acknowledgement of a letter of Monday 23 November 2026."""
    letter = a_letter()
    card = Card(
        contact=letter.id,
        number=12,
        channel=Channel.LETTER,
        direction=Direction.IN,
        received_on=letter.received_on,
        name="Zoë Le Sueur",
        organisation="Harbour Ltd",
    )
    facts = {"duty": Duty.ACKNOWLEDGEMENT, "place": 0, "arose_at": letter.happened_at, **owed}
    return Line(card=card, owed=Owed(**facts))  # type: ignore[arg-type]  # as the test gives them


def due(on: date, **owed: object) -> Line:
    """The same with a date."""
    return line(due_on=on, due_at=datetime(on.year, on.month, on.day, 23, 59, tzinfo=UTC), **owed)


@pytest.mark.parametrize(
    ("owed", "far", "status"),
    [
        (due(date(2026, 11, 26)), "in 1 working day", "Waiting"),
        (due(date(2026, 12, 29)), "in 22 working days", "Waiting"),  # without Christmas and Boxing Day
        (due(date(2026, 11, 25)), "today", "Due today"),
        (due(date(2026, 11, 23)), "2 working days ago", "Overdue"),
        (due(date(2026, 12, 2), duty=Duty.SUBJECT_ACCESS), "in 7 days", "Waiting"),
        (
            due(date(2026, 11, 26), waived_until=NOON),
            "waived to the end of Wednesday 25 November 2026",
            "Waived",
        ),
        (line(duty=Duty.MESSAGE), "for 2 days", "Waiting"),
        (line(duty=Duty.MESSAGE, arose_at=NOON - timedelta(days=1)), "since yesterday", "Waiting"),
        (line(duty=Duty.MESSAGE, arose_at=NOON), "since today", "Waiting"),
        (line(arose_at=NOON + timedelta(days=1)), "not owed yet then", "Waiting"),
    ],
)
def test_how_far_off_it_is(owed: Line, far: str, status: str) -> None:
    """Counted as the period itself is; what has no date has an age."""
    (row,) = queue_rows([owed], NOON, policy=POLICY, calendar=JERSEY)

    assert (row.far, row.status) == (far, status)
    assert row.title == "12: Zoë Le Sueur, Harbour Ltd"
    assert row.when == ("No date" if owed.owed.due_on is None else row.when)


def test_every_duty_of_the_office_can_be_chosen() -> None:
    """Those of the policy that can be left to do, and those of the law that the Office owes."""
    by_law = {statute.id for statute in POLICY.statutes.values() if statute.owed_by is OwedBy.OFFICE}

    assert set(in_queue(POLICY)) == {duty for duty in Duty if not duty.by_law} - {Duty.ANSWER_CALL} | by_law
    assert len({duty_words(duty, POLICY) for duty in in_queue(POLICY)}) == len(in_queue(POLICY))


def test_another_day_than_today_says_what_it_leaves_out() -> None:
    """A queue of the past does not show what was done since."""
    today = date(2026, 11, 24)

    assert as_of_note(today, today) == ""
    assert "at the end of Friday 20 November 2026. What was open then" in as_of_note(
        date(2026, 11, 20), today
    )
    assert "as it will stand at the end of Friday 27 November 2026" in as_of_note(date(2026, 11, 27), today)
