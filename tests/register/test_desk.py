"""The desk: what may be recorded, by whom, on which version; what it answers."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve

from joic_policy import (
    Channel,
    Closed,
    Corrected,
    Customer,
    DelayTold,
    Duty,
    Event,
    FileNoted,
    FullResponseExpected,
    HistoryError,
    InvalidError,
    Matter,
    Responded,
    Status,
    Triaged,
)
from joic_policy.contacts import ClosedBecause, Erased, MistakeCorrected, MistakeFound, Withdrawn
from joic_policy.errors import (
    NotPermittedError,
    StaleVersionError,
    StandsInTheWayError,
    UnknownContactError,
)
from joic_policy.register import (
    OFFICE,
    Actor,
    ContactDesk,
    HolidayProclaimed,
    InMemoryRegister,
    Role,
    StaffAway,
    StaffLeft,
    StaffListed,
    Wanted,
)
from joic_policy.units import start_of_day
from tests.desks import ANN, NOON, a_letter, desk_on

LETTER = a_letter()
MORNING = NOON - timedelta(hours=3)


def desk_with(*events: Event, actor: Actor = ANN, now: datetime = NOON) -> ContactDesk:
    """A desk on a register that holds one letter and what happened to it since."""
    desk = desk_on(InMemoryRegister(), now=now)
    for version, event in enumerate((LETTER, *events)):
        desk.record(LETTER.id, event, expecting=version)
    desk.actor = actor
    return desk


def titles(desk: ContactDesk, **wanted: Any) -> list[Duty]:
    """The duties in the queue."""
    return [line.owed.duty for line in desk.register.queue(Wanted(**wanted), at=desk.clock())]


def test_what_is_recorded_says_who_and_when() -> None:
    """The desk puts in the present instant, and the actor where the event names nobody."""
    recorded = desk_with().register.history(LETTER.id)[0]

    assert (recorded.actor, recorded.event.by, recorded.event.recorded_at) == ("Ann", "Ann", NOON)
    assert (recorded.sequence, recorded.version) == (1, 1)


def test_the_same_event_twice_is_one() -> None:
    """A double click or a retry gets back what was recorded, whatever version it expects."""
    desk = desk_with()
    first = desk.register.history(LETTER.id)[0]
    desk.clock = lambda: NOON + timedelta(minutes=1)

    assert desk.record(LETTER.id, LETTER, expecting=0) == first
    assert desk.contact(LETTER.id).version == 1


def test_another_event_with_its_id_is_refused() -> None:
    """Neither in the same contact nor in another."""
    desk = desk_with()
    other = evolve(LETTER, channel=Channel.EMAIL)

    with pytest.raises(HistoryError, match="another event has its id"):
        desk.record(LETTER.id, other, expecting=1)
    with pytest.raises(HistoryError, match="another event has its id"):
        desk.record(OFFICE, StaffListed(id=LETTER.id, happened_at=NOON, name="Bea"), expecting=0)


def test_a_stale_version_says_what_changed() -> None:
    """The later of two people sees what the earlier recorded; nothing is recorded."""
    noted = FileNoted(happened_at=NOON, outcome="told")
    desk = desk_with(noted)

    with pytest.raises(
        StaleVersionError, match="expecting version 1, but the contact is at version 2"
    ) as stale:
        desk.record(LETTER.id, FileNoted(happened_at=NOON), expecting=1)

    assert [each.event.id for each in stale.value.since] == [noted.id]  # type: ignore[attr-defined]
    assert desk.contact(LETTER.id).version == 2


@pytest.mark.parametrize(
    ("event", "error", "why"),
    [
        (FileNoted(happened_at=NOON + timedelta(seconds=1)), InvalidError, "not after now"),
        (
            Closed(happened_at=LETTER.happened_at - timedelta(days=1), by="Ann"),
            HistoryError,
            "before the contact",
        ),
        (a_letter(), HistoryError, "has begun already"),
        (StaffListed(happened_at=NOON, name="Bea"), HistoryError, "belongs to the Office"),
        (
            Corrected(happened_at=NOON, of=LETTER.id, to=evolve(LETTER, recorded_at=MORNING)),
            HistoryError,
            "was recorded at",
        ),
        (Withdrawn(happened_at=NOON, of=LETTER.id), InvalidError, "at least one event"),
    ],
)
def test_what_cannot_have_happened_is_refused(event: Event, error: type[Exception], why: str) -> None:
    """The whole history is tried with the event in it, and nothing is recorded if it does not fit."""
    desk = desk_with()

    with pytest.raises(error, match=why):
        desk.record(LETTER.id, event, expecting=1)

    assert desk.contact(LETTER.id).version == 1


def test_a_contact_is_known_by_its_opening() -> None:
    """Under another id nothing begins."""
    desk = desk_on(InMemoryRegister())

    with pytest.raises(HistoryError, match="known by the id of its opening"):
        desk.record(a_letter().id, LETTER, expecting=0)
    with pytest.raises(UnknownContactError, match=str(LETTER.id)):
        desk.contact(LETTER.id)
    with pytest.raises(UnknownContactError):
        desk.contact(OFFICE)


def test_what_is_undone_stands_in_the_way_of_closing() -> None:
    """As answered only what is answered is closed; a file note and our mistakes stand in every way."""
    spoken = Responded(happened_at=MORNING, channel=Channel.TELEPHONE)
    found = MistakeFound(happened_at=MORNING)
    answered = Closed(happened_at=NOON, by="Ann")
    withdrawn = Closed(happened_at=NOON, by="Ann", because=ClosedBecause.WITHDRAWN)

    with pytest.raises(StandsInTheWayError) as unanswered:
        desk_with().record(LETTER.id, answered, expecting=1)
    assert len(unanswered.value.reasons) == 2
    assert desk_with().record(LETTER.id, withdrawn, expecting=1).version == 2

    desk = desk_with(spoken, found)
    for closing in (answered, withdrawn):
        with pytest.raises(StandsInTheWayError, match=r"Put a note .* Put our mistake right") as unnoted:
            desk.record(LETTER.id, closing, expecting=3)
        assert len(unnoted.value.reasons) == 2
    desk.record(LETTER.id, FileNoted(happened_at=NOON), expecting=3)
    desk.record(LETTER.id, MistakeCorrected(happened_at=NOON, of=found.id), expecting=4)
    desk.record(LETTER.id, answered, expecting=5)

    assert titles(desk) == []


def test_a_correction_does_not_close_what_stays_undone() -> None:
    """A closing that was withdrawn by the customer is not turned into an answer that was never given."""
    closed = Closed(happened_at=NOON, by="Ann", because=ClosedBecause.WITHDRAWN)
    desk = desk_with(closed)
    held = desk.contact(LETTER.id).history[1].event
    assert isinstance(held, Closed)
    otherwise = Corrected(happened_at=NOON, of=closed.id, to=evolve(held, because=ClosedBecause.ANSWERED))

    with pytest.raises(StandsInTheWayError):
        desk.record(LETTER.id, otherwise, expecting=2)
    desk.record(LETTER.id, Withdrawn(happened_at=NOON, of=closed.id), expecting=2)
    assert desk.contact(LETTER.id).contact.closed is None


@pytest.mark.parametrize(
    ("revised_on", "refused"),
    [
        (date(2026, 12, 14), True),  # the target itself
        (date(2026, 12, 25), True),  # Christmas Day
        (date(2026, 12, 29), False),
    ],
)
def test_a_revised_target_is_a_later_working_day(revised_on: date, refused: bool) -> None:  # noqa: FBT001 (a table)
    """Told at first or corrected."""
    told = DelayTold(happened_at=NOON, channel=Channel.EMAIL, revised_on=revised_on)
    fair = DelayTold(happened_at=NOON, channel=Channel.EMAIL, revised_on=date(2026, 12, 22))
    corrected = Corrected(
        happened_at=NOON, of=fair.id, to=evolve(fair, revised_on=revised_on, recorded_at=NOON, by="Ann")
    )

    for desk, event, version in ((desk_with(), told, 1), (desk_with(fair), corrected, 2)):
        if refused:
            with pytest.raises(InvalidError, match="revised_on"):
                desk.record(LETTER.id, event, expecting=version)
        else:
            assert desk.record(LETTER.id, event, expecting=version).version == version + 1


def test_a_delay_of_what_has_no_target_is_still_a_working_day() -> None:
    """A caller too may be told when the answer comes."""
    call = a_letter(channel=Channel.TELEPHONE)
    desk = desk_on(InMemoryRegister())
    desk.record(call.id, call, expecting=0)

    for revised_on in (date(2026, 11, 20), date(2026, 12, 25)):
        told = DelayTold(happened_at=NOON, channel=Channel.TELEPHONE, revised_on=revised_on)
        with pytest.raises(InvalidError, match="a working day after"):
            desk.record(call.id, told, expecting=1)
    told = DelayTold(happened_at=NOON, channel=Channel.TELEPHONE, revised_on=date(2026, 12, 1))
    assert desk.record(call.id, told, expecting=1).version == 2


def test_an_erasure_is_not_withdrawn() -> None:
    """What it took away is gone for good; that it was erased stays on record."""
    desk, letter = desk_with(), a_letter()
    desk.record(letter.id, letter, expecting=0)
    erasure = Erased(happened_at=NOON, by="Ann", why="asked")
    desk.record(letter.id, erasure, expecting=1)

    with pytest.raises(HistoryError, match="gone for good"):
        desk.record(letter.id, Withdrawn(happened_at=NOON, of=erasure.id), expecting=2)
    assert desk.contact(letter.id).version == 2


def test_erasing_leaves_dates_and_counts() -> None:
    """The name is gone from history, list and search; what is owed stays owed."""
    letter = a_letter(subject="Zoë's file", customer=Customer(name="Zoë Le Sueur"))
    desk = desk_on(InMemoryRegister())
    desk.record(letter.id, letter, expecting=0)
    before = titles(desk)
    desk.record(letter.id, Erased(happened_at=NOON, by="Ann", why="asked"), expecting=1)

    card = desk.register.card(letter.id)

    assert card
    assert (card.name, card.subject, card.received_on) == ("", "", letter.received_on)
    assert desk.find("zoe") == ()
    assert desk.contact(letter.id).contact.customer == Customer()
    assert titles(desk) == before
    assert desk.record(letter.id, letter, expecting=0).version == 1


@pytest.mark.parametrize(
    "ask",
    [
        lambda desk: desk.record(LETTER.id, FileNoted(happened_at=NOON), expecting=1),
        lambda desk: desk.contact(LETTER.id),
        lambda desk: desk.find("zoe"),
        lambda desk: desk.counts(Wanted(), at=NOON),
        lambda desk: desk.office,
        lambda desk: list(desk.falling_due_while_away(NOON)),
        lambda desk: desk.index_anew(),
    ],
)
def test_who_has_no_role_may_do_nothing(ask: Callable[[ContactDesk], object]) -> None:
    """Each act and each look is refused, naming both."""
    desk = desk_with(actor=Actor(name="Mallory", roles=frozenset()))

    with pytest.raises(NotPermittedError, match="Mallory has no role"):
        ask(desk)


def test_contacts_are_found() -> None:
    """By number, by the beginnings of words in any spelling, and not by nothing."""
    desk = desk_with()
    card = desk.register.card(LETTER.id)

    assert desk.find("1") == desk.find("ZOE lesueur"[:3]) == desk.find("hárb le") == (card,)
    assert desk.find("2") == desk.find("zoe airport") == desk.find("?!") == desk.find("9" * 30) == ()
    assert desk.find("1", before=1) == ()
    assert desk.register.on_file("") == (card,)


def test_the_queue_takes_filters() -> None:
    """Each filter admits what it names and nothing else."""
    expected = FullResponseExpected(happened_at=NOON, by="Ann", expected_on=date(2026, 11, 26))
    matter = Matter(kind="feedback", route="talk")
    desk = desk_with(Triaged(happened_at=NOON, matters=(matter,)), expected)
    both = titles(desk)

    assert both == [Duty.ACKNOWLEDGEMENT, Duty.FORMAL_RESPONSE]
    for admitted in (
        {"channels": {Channel.LETTER}},
        {"kinds": {"feedback"}},
        {"routes": {"talk"}},
        {"owners": {""}},
        {"duties": set(both)},
    ):
        assert titles(desk, **{name: frozenset(values) for name, values in admitted.items()}) == both
    for refused in (
        {"channels": {Channel.EMAIL}},
        {"kinds": {"concern"}},
        {"routes": {""}},
        {"owners": {"Ann"}},
        {"duties": set()},
    ):
        assert titles(desk, **{name: frozenset(values) for name, values in refused.items()}) == []
    assert titles(desk, statuses=frozenset({Status.WAIVED})) == [Duty.ACKNOWLEDGEMENT]
    assert titles(desk, due_by=datetime.fromisoformat("2026-11-27T00:00Z")) == [Duty.ACKNOWLEDGEMENT]
    assert desk.counts(Wanted(), at=NOON)[Status.WAIVED] == 1


def test_what_falls_due_while_its_owner_is_away_is_seen() -> None:
    """Only theirs, and only what falls due while they are away."""
    desk = desk_on(InMemoryRegister())
    for version, event in enumerate(
        (
            StaffListed(happened_at=NOON, name="Bea", team="East", roles=(Role.TEAM_MANAGER,)),
            StaffListed(happened_at=NOON, name="Cat", team="East"),
            StaffListed(happened_at=NOON, name="Dot"),
            StaffAway(happened_at=NOON, name="Bea", from_on=date(2026, 11, 26), until=date(2026, 12, 4)),
            StaffAway(happened_at=NOON, name="Cat", from_on=date(2026, 12, 1)),
        )
    ):
        desk.record(OFFICE, event, expecting=version)
    for owner in ("Bea", "Cat", "Dot"):
        letter = a_letter(owner=owner)
        desk.record(letter.id, letter, expecting=0)

    found = [(line.card.owner, line.owed.duty) for line in desk.falling_due_while_away(NOON)]

    assert found == [("Bea", Duty.ACKNOWLEDGEMENT), ("Cat", Duty.FORMAL_RESPONSE)]
    after = list(desk.falling_due_while_away(datetime(2026, 12, 5, tzinfo=UTC)))
    assert [line.card.owner for line in after] == ["Cat"]
    assert desk.office.team("East") == {"Bea", "Cat"}


def test_nobody_is_locked_out_of_the_staff_list() -> None:
    """Whoever may change it neither leaves nor loses the role as the last one; nothing is recorded."""
    desk = desk_on(InMemoryRegister())
    ann = StaffListed(happened_at=NOON, name="Ann", roles=(Role.TEAM_MANAGER,))
    for version, name in enumerate(("Ann", "Bea", "Cat")):
        roles = ann.roles if name == "Ann" else (Role.STAFF,)
        desk.record(OFFICE, StaffListed(happened_at=NOON, name=name, roles=roles), expecting=version)

    for event in (
        StaffLeft(happened_at=NOON, name="Ann"),
        StaffListed(happened_at=NOON, name="Ann", roles=(Role.STAFF, Role.TRAINER)),
    ):
        with pytest.raises(InvalidError, match="somebody on the staff list who may change it"):
            desk.record(OFFICE, event, expecting=3)

    assert desk.office.roles["Ann"] == (Role.TEAM_MANAGER,)
    for version, name in enumerate(("Cat", "Ann"), 3):
        desk.record(OFFICE, StaffLeft(happened_at=NOON, name=name), expecting=version)
    assert set(desk.office.staff) == {"Bea"}


def test_a_new_holiday_moves_what_is_indexed_anew() -> None:
    """After it is proclaimed the index is out of date, and made anew by the new calendar."""
    desk = desk_with()
    holiday = HolidayProclaimed(
        happened_at=NOON, on=date(2026, 12, 4), name="A day of joy", source="R&O 1/2026"
    )
    desk.record(OFFICE, holiday, expecting=0)

    assert [desk.index_anew(), desk.index_anew()] == [1, 0]
    assert [line.owed.due_on for line in desk.register.queue(Wanted(), at=NOON)] == [
        date(2026, 11, 26),
        date(2026, 12, 15),
    ]
    with pytest.raises(InvalidError, match="25"):
        desk.record(OFFICE, evolve(holiday, id=LETTER.id, on=date(2026, 12, 25)), expecting=1)


def test_the_index_gives_way_to_a_newer_version() -> None:
    """An entry made from an older state of a contact is not put in place of a newer one."""
    register = desk_with(FileNoted(happened_at=NOON)).register
    assert isinstance(register, InMemoryRegister)
    entry = register._entries[LETTER.id]  # noqa: SLF001 (as another desk would hold it)

    assert not register.index(entry, expecting=1)
    assert register.index(entry, expecting=2)
    assert not register.index(evolve(entry, card=evolve(entry.card, contact=OFFICE)), expecting=2)


def test_closed_contacts_are_listed_by_kind() -> None:
    """For the review of what is kept too long."""
    closing = Closed(happened_at=NOON, by="Ann", because=ClosedBecause.DUPLICATE)
    desk = desk_with(closing)
    card = desk.register.card(LETTER.id)
    asked = desk.register.closed_by

    assert asked(None, NOON.date()) == (card,)
    assert asked(None, NOON.date() - timedelta(days=1)) == asked(None, NOON.date(), after=1) == ()
    assert asked(Matter(kind="question").kind, NOON.date()) == ()


def test_an_event_retold_otherwise_cannot_change_when_it_was_recorded() -> None:
    """A correction of the letter keeps its record; the working days are then counted from the true day."""
    desk = desk_with()
    held = desk.contact(LETTER.id)
    opening = evolve(
        held.contact.opening,
        received_on=date(2026, 11, 20),
        happened_at=start_of_day(date(2026, 11, 20)),
    )
    corrected = Corrected(happened_at=NOON, of=LETTER.id, to=opening)

    desk.record(LETTER.id, corrected, expecting=1)

    owed = desk.deadlines(desk.contact(LETTER.id).contact)
    assert [deadline.due_on for deadline in owed] == [date(2026, 11, 25), date(2026, 12, 11)]


def test_roles_come_from_data() -> None:
    """Staff do not erase; senior management does."""
    erasure = Erased(happened_at=NOON, by="Ann", why="asked")
    staff = desk_with(actor=Actor(name="Bea", roles=frozenset({Role.STAFF})))
    above = desk_with(actor=Actor(name="Cat", roles=frozenset({Role.SENIOR_MANAGEMENT})))

    with pytest.raises(NotPermittedError, match="Erased"):
        staff.record(LETTER.id, erasure, expecting=1)
    assert above.record(LETTER.id, erasure, expecting=1).actor == "Cat"
