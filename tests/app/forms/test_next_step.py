"""What is offered for a contact: what is owed first, and only what can have happened."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.forms.acts import FORMS
from app.forms.next_step import offered, pressing
from joic_policy import (
    Acknowledged,
    CallBackArranged,
    CallBackAttempted,
    CallMade,
    Channel,
    Closed,
    Contact,
    DelayTold,
    Duty,
    Event,
    FileNoted,
    FullResponseExpected,
    Matter,
    MatterKind,
    MessageDelivered,
    MessageTaken,
    OwedBy,
    Received,
    Reopened,
    Responded,
    Status,
    StatutoryActDone,
    Triaged,
    contact_from,
    deadlines,
)
from joic_policy.contacts import MistakeCorrected, MistakeFound
from tests.strategies import contacts

MONDAY = date(2026, 11, 23)
LETTER = Received(channel=Channel.LETTER, received_on=MONDAY)
CALL = Received(channel=Channel.TELEPHONE, received_on=MONDAY)
TAKEN = MessageTaken(happened_at=datetime(2026, 11, 23, 10, tzinfo=UTC))
LATER = datetime(2026, 11, 24, 10, tzinfo=UTC)
OPEN = {Status.WAITING, Status.DUE_TODAY, Status.OVERDUE}


def at(day: int, hour: int = 9) -> datetime:
    """An instant in November 2026."""
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def first(*events: Event, now: datetime = LATER) -> type[Event]:
    """The next step."""
    contact = contact_from(events)
    return offered(contact, deadlines(contact), now)[0]


@given(contacts(), st.integers(0, 60))
def test_every_act_is_offered_once_and_has_a_form(contact: Contact, days: int) -> None:
    """Closing and opening again exclude each other; what needs something earlier waits for it."""
    now = contact.events[-1].happened_at + timedelta(days=days)
    acts = offered(contact, deadlines(contact), now)

    assert len(set(acts)) == len(acts)
    assert set(acts) <= set(FORMS)
    assert (Closed in acts) is (contact.closed is None)
    assert (Reopened in acts) is (contact.closed is not None)
    assert (MessageDelivered in acts) is bool(contact.acts(MessageTaken))


@given(contacts(), st.integers(0, 60))
def test_what_presses_is_all_that_is_left_to_do(contact: Contact, days: int) -> None:
    """Each once; nothing that is late comes after something that is not."""
    now = contact.events[-1].happened_at + timedelta(days=days)
    owed = deadlines(contact)
    left = pressing(owed, now)
    late = [deadline.status(now) in {Status.OVERDUE, Status.DUE_TODAY} for deadline in left]

    open_ones = [each for each in owed if each.owed_by is OwedBy.OFFICE and each.status(now) in OPEN]
    assert sorted(map(id, left)) == sorted(map(id, open_ones))
    assert late == sorted(late, reverse=True)


@pytest.mark.parametrize(
    ("events", "step"),
    [
        ((LETTER,), Acknowledged),
        ((LETTER, Acknowledged(happened_at=at(23), channel="letter")), Responded),
        ((LETTER, Responded(happened_at=at(23), channel="telephone")), FileNoted),
        ((LETTER, Responded(happened_at=at(23), channel="email")), Closed),
        ((LETTER, TAKEN), MessageDelivered),
        ((LETTER, TAKEN, MessageDelivered(happened_at=at(24), of=TAKEN.id)), Acknowledged),
        ((LETTER, CallBackArranged(happened_at=at(23))), CallBackAttempted),
        ((LETTER, MistakeFound(happened_at=at(23))), MistakeCorrected),
        ((CALL,), Responded),
        ((CALL, TAKEN), MessageDelivered),
        ((CALL, Responded(happened_at=at(23), channel="telephone")), Closed),
        ((CallMade(happened_at=at(23)),), Closed),
        (
            (LETTER, Responded(happened_at=at(23), channel="email"), Closed(happened_at=at(24), by="Ann")),
            Reopened,
        ),
    ],
)
def test_the_next_step(events: tuple[Event, ...], step: type[Event]) -> None:
    """As soon as possible comes before a date that is still some days off."""
    assert first(*events) is step


def test_a_call_back_agreed_for_later_waits_for_its_time() -> None:
    """It comes by its date among the others, and first when its time has passed."""
    agreed = CallBackArranged(happened_at=at(23), agreed_at=datetime(2026, 11, 30, 9, tzinfo=UTC))

    assert first(LETTER, agreed) is Acknowledged
    assert first(LETTER, agreed, now=datetime(2026, 11, 30, 9, 1, tzinfo=UTC)) is Acknowledged
    answered = Acknowledged(happened_at=at(24), channel="letter")
    assert first(LETTER, agreed, answered, now=datetime(2026, 11, 30, 9, 1, tzinfo=UTC)) is CallBackAttempted


def test_a_waived_acknowledgement_is_no_step() -> None:
    """Until the day expected has passed."""
    waiver = FullResponseExpected(happened_at=at(23), expected_on=date(2026, 11, 26), by="Ann")

    assert first(LETTER, waiver) is Responded
    assert first(LETTER, waiver, now=at(27)) is Acknowledged


def test_a_customer_who_waits_untold_is_told_before_anything_else() -> None:
    """After the last day that they know of; a promise that still holds is kept by answering."""
    letter = Received(channel="letter", received_on=date(2026, 10, 20))
    acknowledged = Acknowledged(happened_at=datetime(2026, 10, 21, 9, tzinfo=UTC), channel="letter")
    told = DelayTold(happened_at=at(24), channel="letter", revised_on=date(2026, 12, 1))

    assert first(letter, acknowledged) is DelayTold
    assert first(letter, acknowledged, told) is Responded
    assert first(letter, acknowledged, told, now=datetime(2026, 12, 2, 9, tzinfo=UTC)) is DelayTold


def test_what_only_the_law_asks_is_done_as_such() -> None:
    """A breach of our own runs by the hour, once we are aware; until that is known it comes last."""
    aware = Matter(kind=MatterKind.OWN_BREACH, aware_at=at(23))
    unknown = Matter(kind=MatterKind.OWN_BREACH)
    answered = Responded(happened_at=at(24), channel="email")

    assert first(LETTER, Triaged(happened_at=at(23), matters=(aware,)), now=at(27)) is StatutoryActDone
    assert first(LETTER, Triaged(happened_at=at(23), matters=(unknown,))) is Acknowledged
    assert first(LETTER, Triaged(happened_at=at(23), matters=(unknown,)), answered) is StatutoryActDone


def test_what_it_asks_is_to_be_told_while_something_is_owed() -> None:
    """Right after what is owed."""
    contact = contact_from([LETTER])

    acts = offered(contact, deadlines(contact), LATER)

    assert acts[:4] == (Acknowledged, Responded, DelayTold, Triaged)
    assert Duty.ACKNOWLEDGEMENT is pressing(deadlines(contact), LATER)[0].duty
