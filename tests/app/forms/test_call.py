"""A call as it is taken."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.forms.call import FIELDS, Taken, decided, taken
from joic_policy import MessageTaken, Received, contact_from
from joic_policy.contacts import CallBackArranged, TransferBecause, Transferred
from joic_policy.handling import Colleague, NextStep
from tests.app.frame import NOW

ID = UUID(int=11)
STAFF = (
    Colleague(name="Ann", team="Front desk"),
    Colleague(name="Bob", team="Casework", subjects=("breaches",)),
    Colleague(name="Cleo", team="Casework", away_from=date(2026, 11, 23)),
)
CALLER = {"name": "Zoë Le Sueur", "telephone": "+44 1534 716530", "subject": "A camera"}


def read(**raw: Any) -> Taken:
    """What Ann's form comes to, on Tuesday 24 November 2026 at ten."""
    return taken(raw, STAFF, draft_id=ID, at=NOW, by="Ann")


@pytest.mark.parametrize(
    ("raw", "step"),
    [
        ({}, NextStep.DEAL_WITH_IT),
        ({"asked_for": "Bob"}, NextStep.TRANSFER),
        ({"asked_for": "Bob", "busy": True}, NextStep.HELP_OR_MESSAGE),
        ({"asked_for": "Zed"}, NextStep.HELP_OR_MESSAGE),
        ({"asked_for": "Cleo"}, NextStep.TRANSFER),
        ({"uninformed": True, "call_about": "breaches"}, NextStep.TRANSFER),
        ({"uninformed": True, "call_about": "letters"}, NextStep.TAKE_MESSAGE),
    ],
)
def test_the_decision_follows_from_the_staff_list(raw: dict[str, Any], step: NextStep) -> None:
    """A call is dealt with, unless a person is asked for or the information is lacking."""
    assert decided(raw, STAFF, at=NOW, by="Ann").step is step


def test_nothing_typed_is_nothing_to_record() -> None:
    """A call that was dealt with is logged, and that is all."""
    assert (read(**CALLER).acts, read(**CALLER).findings, read(**CALLER).advice) == ((), (), ())


def test_caller_and_subject_are_not_typed_twice() -> None:
    """The message says who called, how to reach them and what it is about, from what was logged."""
    (message,) = read(**CALLER, recipient="Bob", message="Please ring back.").acts

    assert isinstance(message, MessageTaken)
    assert message.recipient == "Bob"
    for words in (*CALLER.values(), "Please ring back."):
        assert words in message.text


def test_everything_agreed_of_a_call_back_is_kept() -> None:
    """Time, number, attempts, voicemail, and who calls."""
    raw = {
        "back.owner": "Bob",
        "back.on": date(2026, 11, 25),
        "back.on.time": "14:30",
        "back.number": "01534 716530",
        "back.attempts": 2,
        "back.voicemail": "a name, nothing else",
    }

    (arranged,) = read(**raw).acts

    assert isinstance(arranged, CallBackArranged)
    assert (arranged.owner, arranged.attempts) == ("Bob", 2)
    assert arranged.agreed_at == datetime(2026, 11, 25, 14, 30, tzinfo=UTC)
    assert arranged.number == "+44 1534 716530"
    assert arranged.voicemail == "a name, nothing else"


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        ({"back.number": "letters"}, "back.number"),
        ({"back.on": date(2026, 11, 25)}, "back.on.time"),
        ({"back.on.time": "14:30"}, "back.on"),
        ({"back.on": date(2026, 11, 25), "back.on.time": "25:00"}, "back.on.time"),
        ({"back.owner": "Bob", "back.attempts": 0}, "back.attempts"),
    ],
)
def test_what_cannot_be_so_is_said_at_its_field(raw: dict[str, Any], field: str) -> None:
    """The rest of the call is recorded all the same."""
    answer = read(**raw, recipient="Bob", message="Ring back")

    assert [finding.field for finding in answer.findings] == [field]
    assert [type(act) for act in answer.acts] == [MessageTaken]


def test_a_transfer_gives_the_reason_of_the_decision() -> None:
    """Who was asked for and is there; else that the information was lacking."""
    (asked,) = read(asked_for="Bob", transferred_to="Bob").acts
    (lacking,) = read(transferred_to="Bob").acts

    assert isinstance(asked, Transferred)
    assert isinstance(lacking, Transferred)
    assert asked.because is TransferBecause.PERSON_ASKED_FOR
    assert lacking.because is TransferBecause.INFORMATION_LACKING


@pytest.mark.parametrize(
    ("raw", "clauses", "kept"),
    [
        ({}, [], False),
        ({"speaker": True}, ["TEL-9", "TEL-9"], True),
        ({"speaker": True, "speaker.told": True, "speaker.present": "Bob"}, [], True),
        ({"speaker": True, "speaker.told": True, "speaker.nobody": True}, [], True),
    ],
)
def test_a_speaker_phone_is_told_and_kept(raw: dict[str, Any], clauses: list[str], *, kept: bool) -> None:
    """The caller is told of it, and everyone present is named."""
    answer = read(**raw)

    assert [each.clause_id for each in answer.advice] == clauses
    assert bool(answer.speaker_phone) is kept


def test_why_a_colleague_is_away_is_found_in_a_message() -> None:
    """What is written may be read out."""
    telling = read(**CALLER, recipient="Bob", message="Bob is off sick today.")

    assert "TEL-6" in [each.clause_id for each in telling.advice]


VALUES = st.none() | st.text(max_size=20) | st.booleans()
ODD = {"back.on": st.none() | st.dates(), "back.attempts": st.none() | st.integers(-3, 9)}


@given(st.fixed_dictionaries({name: ODD.get(name, VALUES) for name in FIELDS}))
def test_any_form_is_taken(raw: dict[str, Any]) -> None:
    """The same form is the same acts, they can have happened after the call, and findings name its fields."""
    answer, again = read(**raw), read(**raw)

    call = Received(channel="telephone", received_on=date(2026, 11, 24), received_at=NOW)
    assert contact_from([call, *answer.acts]).opening == call
    assert answer.acts == again.acts
    assert all(finding.field in FIELDS for finding in answer.findings)
