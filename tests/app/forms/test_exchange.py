"""A message as the form in which it is checked, and the events that come of it."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from app.documents.messages_in import MessageIn, contact_id, message_in
from app.forms.exchange import begun, files_for, message_logged, receipts
from joic_policy import Closed, Event, Received
from joic_policy.register import InMemoryRegister
from tests.desks import NOON, a_letter, desk_on

OURS = ("jerseyoic.org",)
ARRIVED = "Received: from x by mx.jerseyoic.org; Tue, 24 Nov 2026 09:31:07 +0000\r\n"


def message(headers: str = "", body: str = "Hello") -> MessageIn:
    """A message with these headers."""
    return message_in(f"{headers}\r\n{body}".encode(), file="one.eml", hosts=OURS)


def events(of: MessageIn, **changes: Any) -> tuple[Event, ...]:
    """What is recorded of a message, with some fields of its form otherwise."""
    raw = {**begun(of, ours=OURS), **changes}
    return message_logged(raw, of, by="Ann", owner="", at=NOON).events


def test_receipts_are_listed_the_surest_first() -> None:
    """Our last server proves it; an earlier line may, and the sender's clock does not."""
    found = receipts(
        message(
            f"{ARRIVED}{ARRIVED.replace('09:31:07', '09:30:00')}Date: Tue, 24 Nov 2026 08:00:00 +0000\r\n"
        )
    )

    assert [(f"{each.at:%H:%M:%S}", each.proved) for each in found] == [
        ("09:31:07", True),
        ("09:30:00", False),
        ("08:00:00", False),
    ]
    assert "mx.jerseyoic.org" in found[0].words
    assert "passed on within the Office" in found[1].words
    assert found[2].words.endswith("not proved")
    assert receipts(message()) == ()


def test_the_minute_that_was_left_is_the_exact_instant() -> None:
    """Another minute is that minute; a day without a time has none."""
    of = message(ARRIVED)
    told = [
        events(of),
        events(of, **{"received.time": "9.31"}),
        events(of, **{"received.time": "10:00"}),
        events(of, **{"received.time": "", "received": date(2026, 11, 23)}),
    ]
    instants = [each[0].received_at for each in told if isinstance(each[0], Received)]

    assert instants == [
        datetime(2026, 11, 24, 9, 31, 7, tzinfo=UTC),
        datetime(2026, 11, 24, 9, 31, tzinfo=UTC),
        datetime(2026, 11, 24, 10, 0, tzinfo=UTC),
        None,
    ]


@pytest.mark.parametrize(
    ("sender", "internal"),
    [("a@jerseyoic.org", True), ("a@x.JERSEYOIC.org", True), ("a@notjerseyoic.org", False), ("a", False)],
)
def test_what_comes_from_inside_is_known_by_its_address(sender: str, internal: bool) -> None:  # noqa: FBT001  # of the table
    """And can be said otherwise."""
    of = message(f"{ARRIVED}From: {sender}\r\n")

    assert begun(of, ours=OURS)["internal"] is internal
    (event,) = events(of, internal=False)
    assert isinstance(event, Received)
    assert event.external


def test_a_message_is_the_same_events_however_often_it_is_read() -> None:
    """Its contact is known by what it calls itself; an address without the form of one is kept as it was."""
    of = message(f"{ARRIVED}Message-ID: <a@x>\r\nFrom: Zoe <zoe@@x>\r\n")

    assert events(of) == events(of)
    assert events(of)[0].id == contact_id("a@x")


def test_nothing_to_answer_closes_it_by_somebodys_name() -> None:
    """Not by nobody's."""
    of = message(f"{ARRIVED}Auto-Submitted: auto-replied\r\n")
    received, closed = events(of)

    assert isinstance(closed, Closed)
    assert (closed.because, closed.by, closed.happened_at) == ("needs_no_reply", "Ann", NOON)
    assert isinstance(received, Received)
    unnamed = message_logged(begun(of, ours=OURS), of, by=" ", owner="", at=NOON)
    assert (unnamed.events, [each.field for each in unnamed.findings]) == ((), ["nothing"])


def test_without_a_day_there_is_a_finding() -> None:
    """Every date is counted from it."""
    read = message_logged(begun(message(), ours=OURS), message(), by="Ann", owner="", at=NOON)

    assert [each.field for each in read.findings] == ["received"]


def test_files_are_proposed_by_what_a_message_answers_and_names() -> None:
    """The contact that an earlier message of the thread began, and the number in its subject."""
    desk = desk_on(InMemoryRegister())
    first = events(message(f"{ARRIVED}Message-ID: <a@x>\r\nFrom: zoe@x.example\r\n"))[0]
    desk.record(first.id, first, expecting=0)
    filed = a_letter(file="F-12")
    desk.record(filed.id, filed, expecting=0)
    further = message(
        "References: <a@x> <b@x>\r\nSubject: your ref F-12, contact 1\r\nFrom: zoe@x.example\r\n"
    )

    assert {each.file for each in files_for(desk, further)} == {"1", "F-12"}
    assert files_for(desk, message()) == ()
    (answered,) = files_for(desk, message("In-Reply-To: <a@x>\r\n"))
    assert (answered.file, answered.because) == ("1", "it answers a message of ours there")
