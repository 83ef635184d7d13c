"""From a history to a contact: order, corrections, withdrawals, and what cannot have been."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from joic_policy import (
    Acknowledged,
    Assigned,
    CallBackArranged,
    CallBackAttempted,
    CallMade,
    Closed,
    Corrected,
    DelayTold,
    Event,
    FileNoted,
    FileNoteNotNeeded,
    HistoryError,
    InvalidError,
    Matter,
    MessageDelivered,
    MessageTaken,
    PolicyError,
    Received,
    Reopened,
    Responded,
    Triaged,
    Withdrawn,
    contact_from,
    deadlines,
)
from joic_policy.contacts import FeedbackActedOn, FeedbackGiven, MistakeCorrected, MistakeFound, Transferred
from tests.strategies import MENDING, PLAIN, histories, instants

RECEIPT = Received(id=UUID(int=1), channel="letter", received_on=date(2026, 12, 18))
MONDAY = datetime(2026, 12, 21, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
ACKNOWLEDGED = Acknowledged(happened_at=MONDAY, channel="email")


def fold(*events: Event) -> object:
    """What comes of a history, or the kind of its refusal."""
    try:
        return contact_from(events)
    except PolicyError as error:
        return type(error)


@settings(max_examples=60)
@given(histories())
def test_replay_is_deterministic_and_idempotent(told: tuple[Event, ...]) -> None:
    """Once, twice, each event doubled, or only what holds: the same contact and the same dates."""
    contact = contact_from(told)

    assert contact == contact_from(iter(told))
    assert contact == contact_from(told + told)
    assert contact == contact_from([event for event in told for _ in range(2)])
    assert evolve(contact, corrected=frozenset()) == contact_from(contact.events)
    assert deadlines(contact) == deadlines(contact_from(told))


@settings(max_examples=60)
@given(histories(), st.data())
def test_withdrawing_an_event_equals_never_having_had_it(
    told: tuple[Event, ...], data: st.DataObject
) -> None:
    """The same contact, or the same refusal where what followed cannot be without it."""
    event = data.draw(st.sampled_from(told))
    without = [other for other in told if other is not event]
    assume(all(other.of != event.id for other in without if isinstance(other, MENDING)))

    assert fold(*told, Withdrawn(of=event.id, happened_at=event.happened_at)) == fold(*without)


@settings(max_examples=60)
@given(histories(), st.data())
def test_a_correction_withdrawn_never_was(told: tuple[Event, ...], data: st.DataObject) -> None:
    """The event is again as it was told before."""
    event = data.draw(st.sampled_from([event for event in told if not isinstance(event, MENDING)]))
    correction = Corrected(of=event.id, to=evolve(event, by="Another"), happened_at=event.happened_at)
    back = Withdrawn(of=correction.id, happened_at=event.happened_at)

    assert contact_from([*told, correction, back]) == contact_from(told)
    assert contact_from([*told, correction, back, Withdrawn(of=back.id, happened_at=MONDAY)]) == contact_from(
        [*told, correction]
    )


@settings(max_examples=60)
@given(histories(), st.data())
def test_acts_may_be_written_down_in_any_order(told: tuple[Event, ...], data: st.DataObject) -> None:
    """They are put in the order in which they happened; only mending follows what it mends."""
    acts = [event for event in told if not isinstance(event, MENDING)]
    assume(len({event.happened_at for event in acts}) == len(acts))

    shuffled = data.draw(st.permutations(acts))

    assert fold(*shuffled) == fold(*acts)


@settings(max_examples=40)
@given(histories(), instants())
def test_until_leaves_out_what_happened_later(told: tuple[Event, ...], at: datetime) -> None:
    """And nothing else; before the beginning there is no contact."""
    contact = contact_from(told)
    at = at if at < contact.opening.happened_at else contact.opening.happened_at + 20 * 24 * HOUR
    expected = tuple(event for event in contact.events if event.happened_at <= at)

    if expected:
        assert contact_from(told, until=at).events == expected
    else:
        with pytest.raises(InvalidError, match="at least one event by"):
            contact_from(told, until=at)


class TestOrder:
    """What comes first, and what is the same."""

    def test_of_two_at_one_instant_the_first_told_comes_first(self) -> None:
        """As a close and a reopening within one minute may be."""
        closed = Closed(happened_at=MONDAY, by="Ann")
        reopened = Reopened(happened_at=MONDAY)

        assert contact_from([RECEIPT, closed, reopened]).closed is None
        with pytest.raises(HistoryError, match="Reopened: it is not closed"):
            contact_from([RECEIPT, reopened, closed])

    def test_the_same_id_is_the_same_event(self) -> None:
        """Recorded twice it counts once; for something else it is refused."""
        assert contact_from([RECEIPT, ACKNOWLEDGED, ACKNOWLEDGED]).events == (RECEIPT, ACKNOWLEDGED)
        with pytest.raises(HistoryError, match=f"another event has its id {ACKNOWLEDGED.id}"):
            contact_from([RECEIPT, ACKNOWLEDGED, evolve(ACKNOWLEDGED, channel="letter")])

    def test_until_counts_its_own_instant(self) -> None:
        """In whatever zone it is told."""
        events = [RECEIPT, ACKNOWLEDGED]

        assert len(contact_from(events, until=MONDAY).events) == 2
        assert len(contact_from(events, until=MONDAY - timedelta(microseconds=1)).events) == 1

    @pytest.mark.parametrize("until", [datetime(2026, 12, 21), date(2026, 12, 21), "now"])  # noqa: DTZ001
    def test_until_is_an_instant(self, until: object) -> None:
        """A day is none, and neither is a time without its zone."""
        with pytest.raises(InvalidError, match=r"until: .*a date and time with a time zone"):
            contact_from([RECEIPT], until=until)


class TestCorrections:
    """What was told wrongly."""

    LATER = evolve(RECEIPT, received_on=date(2026, 12, 21), happened_at=MONDAY, recorded_at=MONDAY)

    def test_the_last_in_sequence_holds(self) -> None:
        """Whenever they are said to have happened; the contact knows that it was corrected."""
        first = Corrected(of=RECEIPT.id, to=evolve(RECEIPT, owner="Ann"), happened_at=MONDAY)
        second = Corrected(of=RECEIPT.id, to=evolve(RECEIPT, owner="Bea"), happened_at=MONDAY - HOUR)
        contact = contact_from([RECEIPT, first, second])

        assert contact.owner == "Bea"
        assert contact.corrected == {RECEIPT.id}
        assert contact_from([RECEIPT, second, first]).owner == "Ann"
        assert (
            contact_from([RECEIPT, first, second, Withdrawn(of=second.id, happened_at=MONDAY)]).owner == "Ann"
        )
        assert contact_from([RECEIPT]).corrected == frozenset()

    def test_a_withdrawn_event_stays_withdrawn_though_corrected(self) -> None:
        """Until its withdrawal is withdrawn."""
        gone = Withdrawn(of=ACKNOWLEDGED.id, happened_at=MONDAY)
        mended = evolve(ACKNOWLEDGED, channel="letter")
        told = [RECEIPT, ACKNOWLEDGED, gone, Corrected(of=ACKNOWLEDGED.id, to=mended, happened_at=MONDAY)]

        assert contact_from(told).events == (RECEIPT,)
        assert contact_from([*told, Withdrawn(of=gone.id, happened_at=MONDAY)]).events == (RECEIPT, mended)

    def test_a_whole_event_takes_the_place_and_the_whole_is_judged_anew(self) -> None:
        """An acknowledgement that comes before the true receipt makes the history impossible, by name."""
        early = evolve(ACKNOWLEDGED, happened_at=MONDAY - 24 * HOUR, recorded_at=MONDAY)
        correction = Corrected(of=RECEIPT.id, to=self.LATER, happened_at=MONDAY)

        assert contact_from([RECEIPT, ACKNOWLEDGED, correction]).received_on == date(2026, 12, 21)
        with pytest.raises(
            HistoryError, match="Acknowledged: it happened before the contact began"
        ) as caught:
            contact_from([RECEIPT, early, correction])
        assert caught.value.event == early

    @pytest.mark.parametrize(
        ("mending", "why"),
        [
            (
                lambda: Corrected(of=uuid4(), to=ACKNOWLEDGED, happened_at=MONDAY),
                "no event before it has the id",
            ),
            (lambda: Withdrawn(of=uuid4(), happened_at=MONDAY), "no event before it has the id"),
            (
                lambda: Corrected(of=RECEIPT.id, to=ACKNOWLEDGED, happened_at=MONDAY),
                "it puts a Acknowledged in place of a Received",
            ),
            (
                lambda: Corrected(of=RECEIPT.id, to=evolve(RECEIPT, id=uuid4()), happened_at=MONDAY),
                f"keeps the id {RECEIPT.id}",
            ),
        ],
    )
    def test_refuses_what_mends_nothing(self, mending: Callable[[], Event], why: str) -> None:
        """An id that is not there, another class, another id: the mending event is named."""
        event = mending()

        with pytest.raises(HistoryError, match=why) as caught:
            contact_from([RECEIPT, event])
        assert caught.value.event is event

    def test_nothing_is_mended_before_it_is_told(self) -> None:
        """In the sequence in which events were recorded."""
        gone = Withdrawn(of=ACKNOWLEDGED.id, happened_at=MONDAY)

        with pytest.raises(HistoryError, match="no event before it"):
            contact_from([RECEIPT, gone, ACKNOWLEDGED])

    def test_a_correction_is_not_corrected(self) -> None:
        """It is withdrawn, or the event is corrected once more."""
        correction = Corrected(of=RECEIPT.id, to=self.LATER, happened_at=MONDAY)

        with pytest.raises(HistoryError, match="in place of a Corrected"):
            contact_from([RECEIPT, correction, Corrected(of=correction.id, to=RECEIPT, happened_at=MONDAY)])


class TestImpossible:
    """Histories that cannot have been: refused, naming the event."""

    @pytest.mark.parametrize(
        ("told", "why"),
        [
            ([ACKNOWLEDGED], "no contact has begun"),
            ([RECEIPT, evolve(ACKNOWLEDGED, happened_at=MONDAY - 99 * HOUR)], "before the contact began"),
            ([RECEIPT, evolve(RECEIPT, id=uuid4())], "has begun already"),
            ([RECEIPT, CallMade(happened_at=MONDAY)], "has begun already"),
            ([RECEIPT, Reopened(happened_at=MONDAY)], "it is not closed"),
            (
                [RECEIPT, Closed(happened_at=MONDAY, by="Ann"), Closed(happened_at=MONDAY, by="Bea")],
                "it is closed already",
            ),
            ([RECEIPT, MessageDelivered(happened_at=MONDAY, of=RECEIPT.id)], "not there before it"),
            (
                [RECEIPT, CallBackAttempted(happened_at=MONDAY, of=uuid4(), reached=True)],
                "not there before it",
            ),
            ([RECEIPT, FileNoted(happened_at=MONDAY, of=RECEIPT.id)], "not there before it"),
            (
                [RECEIPT, FileNoteNotNeeded(happened_at=MONDAY, of=uuid4(), by="Ann", why="Email")],
                "not there before it",
            ),
            ([RECEIPT, MistakeCorrected(happened_at=MONDAY, of=uuid4())], "not there before it"),
            ([RECEIPT, FeedbackActedOn(happened_at=MONDAY, of=uuid4())], "not there before it"),
            (
                [
                    RECEIPT,
                    DelayTold(happened_at=MONDAY, revised_on=date(2027, 2, 1), channel="email"),
                    DelayTold(happened_at=MONDAY + HOUR, revised_on=date(2027, 2, 1), channel="email"),
                ],
                "already told Monday 1 February 2027",
            ),
        ],
    )
    def test_is_refused(self, told: list[Event], why: str) -> None:
        """The last event told is the one that does not fit."""
        with pytest.raises(HistoryError, match=why) as caught:
            contact_from(told)

        assert caught.value.event is told[-1]
        assert str(caught.value).startswith(type(told[-1]).__name__)

    def test_a_follow_up_comes_after_what_it_follows(self) -> None:
        """In the order of happening, not of telling."""
        taken = MessageTaken(happened_at=MONDAY)

        with pytest.raises(HistoryError, match="not there before it"):
            contact_from([RECEIPT, taken, MessageDelivered(of=taken.id, happened_at=MONDAY - HOUR)])

    def test_no_events_are_no_contact(self) -> None:
        """Nor are those that were all withdrawn."""
        gone = Withdrawn(of=RECEIPT.id, happened_at=MONDAY)

        for told in ([], [RECEIPT, gone]):
            with pytest.raises(InvalidError, match="at least one event"):
                contact_from(told)


def test_acts_change_what_they_say_and_no_more() -> None:
    """Owner, matters and closing; the rest are facts for the deadlines."""
    matters = (Matter(kind="question"),)
    taken = MessageTaken(happened_at=MONDAY)
    arranged = CallBackArranged(happened_at=MONDAY)
    found = MistakeFound(happened_at=MONDAY)
    given_one = FeedbackGiven(happened_at=MONDAY, kind="compliment")
    answered = Responded(happened_at=MONDAY, channel="telephone")
    contact = contact_from(
        [
            RECEIPT,
            Assigned(happened_at=MONDAY, owner="Ann"),
            Triaged(happened_at=MONDAY, matters=matters),
            *(taken, MessageDelivered(happened_at=MONDAY, of=taken.id)),
            *(arranged, CallBackAttempted(happened_at=MONDAY, of=arranged.id, reached=False)),
            *(found, MistakeCorrected(happened_at=MONDAY, of=found.id)),
            *(given_one, FeedbackActedOn(happened_at=MONDAY, of=given_one.id)),
            *(answered, FileNoted(happened_at=MONDAY, of=answered.id)),
            FileNoteNotNeeded(happened_at=MONDAY, of=answered.id, by="Ann", why="Noted already"),
            Closed(happened_at=MONDAY, by="Ann"),
        ]
    )

    assert (contact.owner, contact.matters) == ("Ann", matters)
    assert contact.closed == contact.events[-1]
    assert contact.acts(MessageTaken) == (taken,)
    passed = Transferred(happened_at=MONDAY, owner="Bea", because="on_leave")
    assert contact_from([*contact.events[:2], passed]).owner == "Bea"


def test_the_facts_of_a_plain_receipt_are_plain() -> None:
    """The generators' own starting point is a receipt like any other."""
    assert contact_from([Received(channel="email", received_on=date(2026, 1, 5), **PLAIN)]).owner == ""
