"""What can happen to a contact: what each act may hold."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest

from joic_policy import (
    Acknowledged,
    Answer,
    Assigned,
    CallBackArranged,
    CallBackAttempted,
    CallMade,
    Closed,
    ClosedBecause,
    Corrected,
    DelayTold,
    Duty,
    Event,
    FileNoted,
    FileNoteNotNeeded,
    FullResponseExpected,
    InvalidError,
    MessageDelivered,
    MessageTaken,
    Responded,
    StatutoryActDone,
    Triaged,
    Withdrawn,
)
from joic_policy.contacts import HazardFound, IncidentRecorded, LetterSent, MistakeCorrected

AT = datetime(2026, 12, 21, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "facts", "field", "expected"),
    [
        (Acknowledged, {"channel": "email", "happened_at": "now"}, "happened_at", "time zone"),
        (Acknowledged, {"channel": "email", "automatic": 0}, "automatic", "True or False"),
        (Acknowledged, {"channel": None}, "channel", "one of: telephone"),
        (Acknowledged, {"channel": "email", "by": None}, "by", "text"),
        (Acknowledged, {"channel": "email", "id": str(uuid4())}, "id", "UUID"),
        (FullResponseExpected, {"expected_on": AT, "by": "Ann"}, "expected_on", "a date"),
        (FullResponseExpected, {"expected_on": AT.date(), "by": " "}, "by", "who expects it"),
        (Responded, {"channel": "email", "answer": "most"}, "answer", "one of: every_point"),
        (FileNoted, {"of": "it"}, "of", "UUID"),
        (FileNoteNotNeeded, {"by": "", "why": "Email"}, "by", "who decided it"),
        (FileNoteNotNeeded, {"by": "Ann", "why": "\t"}, "why", "the reason"),
        (FileNoteNotNeeded, {"by": "Ann", "why": None}, "why", "the reason"),
        (DelayTold, {"channel": "email", "revised_on": "2027-01-04"}, "revised_on", "a date"),
        (DelayTold, {"channel": "email", "revised_on": date(2027, 1, 2)}, "revised_on", "a working day"),
        (DelayTold, {"channel": "email", "revised_on": date(2027, 1, 3)}, "revised_on", "a working day"),
        (MessageTaken, {"recipient": None}, "recipient", "text"),
        (MessageDelivered, {"of": None}, "of", "UUID"),
        (CallBackArranged, {"agreed_at": date(2026, 12, 22)}, "agreed_at", "time zone"),
        (CallBackArranged, {"attempts": 0}, "attempts", "at least 1"),
        (LetterSent, {"template": " ", "channel": "letter"}, "template", "what was sent"),
        (LetterSent, {"template": "delay_notice", "channel": "pigeon"}, "channel", "one of: telephone"),
        (CallBackAttempted, {"of": uuid4(), "reached": "yes"}, "reached", "True or False"),
        (StatutoryActDone, {"duty": "reply"}, "duty", "a duty that the law sets"),
        (StatutoryActDone, {"duty": "tea"}, "duty", "one of: answer_call"),
        (Assigned, {"owner": ""}, "owner", "who is to look after it"),
        (Closed, {"by": ""}, "by", "who closed it"),
        (Closed, {"by": "Ann", "because": "bored"}, "closed_because", "one of: answered"),
        (Triaged, {"matters": ["question"]}, "matters", "Matter"),
        (CallMade, {"external": None}, "external", "True or False"),
        (Corrected, {"of": uuid4(), "to": "better"}, "to", "Event"),
        (Withdrawn, {"of": "it"}, "of", "UUID"),
        (MistakeCorrected, {"of": "it"}, "of", "UUID"),
        (IncidentRecorded, {"kinds": "threat"}, "kinds", "Abuse"),
        (IncidentRecorded, {"kinds": ["shrug"]}, "abuse", "one of: threat"),
        (HazardFound, {"injury": None}, "injury", "True or False"),
    ],
)
def test_refuses_by_name(kind: type[Event], facts: dict[str, Any], field: str, expected: str) -> None:
    """The message has the field, what was given and what was expected."""
    with pytest.raises(InvalidError) as caught:
        kind(**{"happened_at": AT, **facts})

    assert caught.value.field == field
    assert expected in caught.value.expected


def test_seven_kinds_of_duty_are_no_statutes() -> None:
    """And correction; all others can be said to be done by an act of law."""
    done = [duty for duty in Duty if duty.by_law]

    assert all(StatutoryActDone(duty=duty, happened_at=AT).duty is duty for duty in done)
    assert set(Duty) - set(done) == {
        "answer_call", "acknowledgement", "formal_response", "reply", "file_note", "message", "call_back",
        "correction",
    }  # fmt: skip


def test_closing_is_answered_or_for_one_of_five_reasons() -> None:
    """The five end what is owed; an answer does not, it meets it."""
    assert Closed(by="Ann", happened_at=AT).because is ClosedBecause.ANSWERED
    assert {"withdrawn", "duplicate", "needs_no_reply", "unreachable", "handled_elsewhere"} == Closed.WITHOUT
    assert {"every_point", "plan", "part"} == set(Answer)


def test_an_act_is_recorded_when_it_happened_unless_told_otherwise() -> None:
    """And two acts are never the same by chance."""
    act, other = MessageTaken(happened_at=AT), MessageTaken(happened_at=AT)

    assert act.recorded_at == AT
    assert act.id != other.id
    assert MessageTaken(happened_at=AT, recorded_at=AT.replace(hour=10)).recorded_at.hour == 10
