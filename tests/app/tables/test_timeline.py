"""What the lines of a history say."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from app.tables.timeline import TimelineRow, timeline
from joic_policy import (
    Acknowledged,
    CallBackArranged,
    CallBackAttempted,
    Channel,
    Closed,
    Corrected,
    Customer,
    DelayTold,
    Event,
    FileNoted,
    Matter,
    MatterKind,
    MessageDelivered,
    MessageTaken,
    Received,
    Responded,
    StatutoryActDone,
    Triaged,
    Withdrawn,
)
from joic_policy.contacts import HolidayHeeded, IncidentRecorded, LetterSent, Transferred
from joic_policy.register import Recorded

AT = datetime(2026, 7, 23, 13, 30, 5, tzinfo=UTC)  # a Thursday, in summer
LETTER = Received(
    channel=Channel.LETTER, received_on=date(2026, 7, 22), customer=Customer(name="Zoë"), text="One.\nTwo."
)
TAKEN = MessageTaken(happened_at=AT, recipient="Bea", text="Call me")
PROMISED = CallBackArranged(happened_at=AT, owner="Bea", agreed_at=AT, attempts=2, number="01534 1")


def lines(*events: Event, actor: str = "Ann") -> tuple[TimelineRow, ...]:
    """The history of these events."""
    return timeline(
        Recorded(sequence=number, contact=LETTER.id, version=number, actor=actor, event=event)
        for number, event in enumerate(events, 1)
    )


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (LETTER, "Received by letter."),
        (
            Received(channel="telephone", received_on=AT.date(), rang_at=AT, answered_at=AT, external=False),
            "Received by telephone, from inside the Office. The call was answered after 0 seconds.",
        ),
        (Triaged(happened_at=AT, matters=()), "It asks: nothing yet."),
        (
            Triaged(happened_at=AT, abusive=True, matters=(Matter(kind=MatterKind.QUESTION),) * 2),
            "It asks: a question. Staff were abused in it.",
        ),
        (
            Acknowledged(happened_at=AT, channel="email", automatic=True),
            "Acknowledged by email, by a receipt that was sent without a person.",
        ),
        (
            DelayTold(happened_at=AT, channel="telephone", revised_on=date(2026, 8, 3)),
            "The customer was told by telephone of a delay, to Monday 3 August 2026.",
        ),
        (
            Responded(happened_at=AT, channel="in_person", answer="part"),
            "Responded in person: only part of it answered.",
        ),
        (TAKEN, "A message was taken for Bea."),
        (MessageDelivered(happened_at=AT, of=TAKEN.id), "The message for Bea was delivered."),
        (MessageDelivered(happened_at=AT, of=uuid4()), "The message was delivered."),
        (
            PROMISED,
            "A call back was promised at 14:30:05 on Thursday 23 July 2026, by Bea. Up to 2 attempts.",
        ),
        (
            CallBackAttempted(happened_at=AT, of=PROMISED.id, reached=False),
            "The call back, promised by Bea, was made and did not reach the customer.",
        ),
        (
            StatutoryActDone(happened_at=AT, duty="article_19_decision"),
            "Done as the law asks: ",
        ),
        (
            Transferred(happened_at=AT, owner="Cyd", because="conflict_of_interest", conflicted="Bea"),
            "Passed on to Cyd: conflict of interest (Bea).",
        ),
        (
            IncidentRecorded(happened_at=AT, kinds=("threat", "verbal"), ended=True),
            "Abuse was recorded: threats and verbal abuse. The call was ended, or staff withdrew.",
        ),
        (
            HolidayHeeded(happened_at=AT, holiday_on=date(2026, 8, 3), holiday="Jubilee"),
            "A new holiday moves its dates: Jubilee, Monday 3 August 2026.",
        ),
        (
            LetterSent(happened_at=AT, template="acknowledgement", channel="email", second_reader="Bea"),
            "Sent by email: acknowledgement. Bea read it before.",
        ),
        (LetterSent(happened_at=AT, template="Our map", channel="letter"), "Sent by letter: Our map."),
        (Closed(happened_at=AT, by="Bea", because="duplicate"), "Closed by Bea: a duplicate."),
    ],
)
def test_an_act_is_told_with_its_facts(event: Event, words: str) -> None:
    """By Jersey's clocks, and by the names of those it is about."""
    assert lines(LETTER, TAKEN, PROMISED, event)[0].what.startswith(words)


def test_when_and_by_whom() -> None:
    """A letter has its day only; what was written down later, or by somebody else, says so."""
    later = datetime(2026, 7, 24, 8, 0, 30, tzinfo=UTC)
    act = Acknowledged(happened_at=AT, recorded_at=later, by="Bea", channel="letter")
    row, first = lines(LETTER, act)

    assert first.when == "Wednesday 22 July 2026"
    assert first.who == "Ann"
    assert row.when == "14:30:05 on Thursday 23 July 2026; written down 09:00 on Friday 24 July 2026"
    assert row.who == "Bea, written down by Ann"
    assert lines(LETTER, actor="")[0].who == "nobody named"


def test_the_newest_stands_first_and_what_was_typed_stands_as_typed() -> None:
    """Line breaks and all."""
    note, first = lines(LETTER, FileNoted(happened_at=AT, outcome=" <b>\n"))

    assert note.texts == (("Outcome", " <b>\n"),)
    assert first.texts == (("Name", "Zoë"), ("What was said or written", "One.\nTwo."))


def test_a_correction_tells_what_is_otherwise() -> None:
    """The reason, and only the texts that are new; what it corrects says so."""
    to = Received(
        id=LETTER.id, channel="email", received_on=LETTER.received_on, text="One.\nTwo.", subject="Bill"
    )
    row, first = lines(LETTER, Corrected(happened_at=AT, of=LETTER.id, to=to, why="An email."))

    assert row.what == "Corrected. It was: Received by email."
    assert row.texts == (("Why corrected", "An email."), ("Subject", "Bill"))
    assert (first.holds, first.remarks) == (False, ("Corrected: An email.",))
    assert (first.can_be_corrected, first.can_be_withdrawn) == (True, False)
    assert (row.can_be_corrected, row.can_be_withdrawn) == (False, True)


def test_a_withdrawal_tells_what_is_gone() -> None:
    """Without a reason it is said without one."""
    row, gone, _ = lines(LETTER, TAKEN, Withdrawn(happened_at=AT, of=TAKEN.id))

    assert row.what == "Withdrawn: A message was taken for Bea."
    assert (gone.holds, gone.remarks, gone.can_be_withdrawn) == (False, ("Withdrawn.",), False)
