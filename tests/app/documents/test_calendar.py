"""The calendar file, read again by a parser and by its lines."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from app.documents.calendar import calendar_file, queue_calendar
from joic_policy import Channel, Deadline, Duty, Matter, MatterKind, Received, contact_from, deadlines
from joic_policy.register import InMemoryRegister, Wanted
from tests.desks import NOON, a_letter, desk_on

AT = datetime(2026, 11, 24, 10, 0, 0, 123456, tzinfo=UTC)


def owed(received_on: date, *kinds: MatterKind, channel: Channel = Channel.LETTER) -> tuple[Deadline, ...]:
    """What is owed for a message of a day that asks these things."""
    aware_at = datetime(2026, 11, 20, 9, 15, tzinfo=UTC)
    matters = tuple(Matter(kind=kind, aware_at=aware_at) for kind in kinds)
    return deadlines(contact_from([Received(channel=channel, received_on=received_on, matters=matters)]))


@settings(deadline=None)  # the first answer reads the files
@given(
    st.dates(date(2018, 1, 1), date(2098, 1, 1)),
    st.sets(st.sampled_from(MatterKind), max_size=4),
    st.sampled_from(Channel),
)
def test_each_dated_deadline_is_one_entry_on_its_day(
    received_on: date, kinds: set[MatterKind], channel: Channel
) -> None:
    """In a file that a parser reads without complaint and that holds the lines RFC 5545 asks for."""
    answer = owed(received_on, *kinds, channel=channel)
    file = calendar_file(answer, AT)
    calendar = Calendar.from_ical(file)
    entries = calendar.walk("VEVENT")
    dated = [deadline for deadline in answer if deadline.due_on]

    assert [entry.decoded("dtstart") for entry in entries] == [one.exactly_at or one.due_on for one in dated]
    assert [str(entry["summary"]).partition(" (")[0] for entry in entries] == [one.title for one in dated]
    assert [str(entry["description"]) for entry in entries] == [one.explanation.text for one in dated]
    assert len({str(entry["uid"]) for entry in entries}) == len(entries)
    assert calendar.errors == []
    assert all(entry.errors == [] for entry in entries)
    assert {str(calendar["version"]), str(calendar["prodid"])} == {"2.0", "-//joic_policy//Deadlines//EN"}
    assert max(map(len, file.split(b"\r\n"))) <= 75
    assert b"\n" not in file.replace(b"\r\n", b"")


def test_a_day_is_a_whole_day_and_an_instant_is_an_instant() -> None:
    """A day ends where the next one begins; hours are in UTC."""
    report, acknowledge = sorted(
        (
            entry
            for entry in Calendar.from_ical(
                calendar_file(owed(date(2026, 11, 24), MatterKind.OWN_BREACH), AT)
            ).walk("VEVENT")
            if "formally" not in entry["summary"]
        ),
        key=lambda entry: str(entry["summary"]),
        reverse=True,
    )

    assert acknowledge["dtstart"].params["VALUE"] == "DATE"
    assert acknowledge.decoded("dtend") - acknowledge.decoded("dtstart") == timedelta(days=1)
    assert report["dtstart"].to_ical() == b"20261123T091500Z"


def test_the_same_answer_makes_the_same_file() -> None:
    """To the byte; its stamp is the instant it holds for, and another instant is another file."""
    answer = owed(date(2026, 11, 24))
    file = calendar_file(answer, AT)

    assert file == calendar_file(answer, AT)
    assert file != calendar_file(answer, AT + timedelta(days=1))
    assert b"DTSTAMP:20261124T100000Z" in file


def test_entries_of_two_messages_never_replace_each_other() -> None:
    """Of the same day, channel and instant though they be: each receipt has its own id."""
    files = [
        calendar_file(
            owed(date(2026, 11, 24)),
            AT,
        )
        for _ in range(2)
    ]
    uids = [{str(entry["uid"]) for entry in Calendar.from_ical(file).walk("VEVENT")} for file in files]

    assert uids[0].isdisjoint(uids[1])


def test_the_clause_is_named() -> None:
    """Where it is written stands in the title."""
    (entry,) = (
        entry
        for entry in Calendar.from_ical(calendar_file(owed(date(2026, 11, 24)), AT)).walk("VEVENT")
        if entry.decoded("dtstart") == date(2026, 12, 15)
    )

    assert entry["summary"] == "Respond formally to correspondence (WRI-12)"
    assert Duty.FORMAL_RESPONSE.value not in entry["description"]


def test_what_is_in_the_queue_names_a_number_and_a_duty_alone() -> None:
    """Each dated line on its day; nothing of the customer, and the same id however often it is made."""
    desk = desk_on(InMemoryRegister())
    matter = Matter(kind=MatterKind.OWN_BREACH, aware_at=datetime(2026, 11, 25, 9, 15, tzinfo=UTC))
    call = a_letter(channel=Channel.TELEPHONE, owner="Ann")
    for event in (a_letter(owner="Ann", matters=(matter,)), call):
        desk.record(event.id, event, expecting=0)
    lines = desk.register.queue(Wanted(owners=frozenset({"Ann"})), at=NOON)
    file, later = (queue_calendar(lines, at, str) for at in (NOON, NOON + timedelta(days=1)))
    entries = Calendar.from_ical(file).walk("VEVENT")

    assert {str(entry["summary"]): entry.decoded("dtstart") for entry in entries} == {
        "acknowledgement: contact 1": date(2026, 11, 26),
        "formal_response: contact 1": date(2026, 12, 14),
        "own_breach_report: contact 1": datetime(2026, 11, 28, 9, 15, tzinfo=UTC),
    }
    assert len(lines) > len(entries)
    assert not [told for told in (b"Le Sueur", b"Harbour", b"Zo") if told in file]
    uids = [
        [str(entry["uid"]) for entry in Calendar.from_ical(each).walk("VEVENT")] for each in (file, later)
    ]
    assert uids[0] == uids[1]
    assert len(set(uids[0])) == 3
