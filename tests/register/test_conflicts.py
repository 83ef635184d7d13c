"""A contact is closed to whoever has a conflict of interest in it, and closes only when it may."""

from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve

from joic_policy import Assigned, Closed, Corrected, Event, InvalidError, Responded, Triaged
from joic_policy.contacts import (
    Abuse,
    ClosedBecause,
    IncidentRecorded,
    TransferBecause,
    Transferred,
    Withdrawn,
)
from joic_policy.errors import ConflictOfInterestError, NotPermittedError, StandsInTheWayError
from joic_policy.register import OFFICE, Actor, ContactDesk, InMemoryRegister, Role, StaffListed, Wanted
from joic_policy.register.staff import StaffAway
from tests.desks import NOON, a_letter, desk_on

LETTER = a_letter(owner="Ann", file="F-7", subject="Harbour cameras")
BEFORE = NOON - timedelta(hours=1)
STAFF = frozenset({Role.STAFF})
ANN, BEA = (Actor(name=name, roles=STAFF) for name in ("Ann", "Bea"))


def passed_on(**facts: Any) -> Transferred:
    """Ann passes the letter on to Bea, since she knows the customer."""
    return Transferred(
        **{"happened_at": BEFORE, "owner": "Bea", "because": "conflict_of_interest", "by": "Ann", **facts}
    )


def office(*events: Event, staff: tuple[str, ...] = ("Ann", "Bea")) -> InMemoryRegister:
    """A register with this staff, and a letter to which this happened."""
    register = InMemoryRegister()
    desk = desk_on(register, actor=Actor.alone("Cy"))
    for version, name in enumerate(staff):
        listed = StaffListed(happened_at=BEFORE, name=name, roles=(Role.TEAM_MANAGER,))
        desk.record(OFFICE, listed, expecting=version)
    for version, event in enumerate((LETTER, *events)):
        desk.record(LETTER.id, event, expecting=version)
    return register


def names_in(desk: ContactDesk) -> set[str]:
    """Every name, organisation and subject that lists show at a desk."""
    cards = [*desk.find("harbour"), *(line.card for line in desk.queue(Wanted(), at=NOON))]
    return {text for card in cards for text in (card.name, card.organisation, card.subject)}


@pytest.mark.clause("PRI-3")
def test_it_is_closed_to_them_and_open_to_everybody_else() -> None:
    """They can neither read nor add to it, however their name is written, and lists name nobody to them."""
    register = office(passed_on())
    desk, other = (desk_on(register, actor=evolve(ANN, name=" ann ")), desk_on(register, actor=BEA))
    answer = Responded(happened_at=NOON, channel="email")

    with pytest.raises(ConflictOfInterestError, match="a colleague deals with it"):
        desk.contact(LETTER.id)
    with pytest.raises(NotPermittedError):
        desk.record(LETTER.id, answer, expecting=2)
    assert names_in(desk) == {""}
    assert names_in(other) == {"Zoë Le Sueur", "Harbour Ltd", "Harbour cameras"}
    assert other.contact(LETTER.id).contact.owner == "Bea"
    assert other.record(LETTER.id, answer, expecting=2).version == 3


def test_whoever_passed_it_on_can_press_twice() -> None:
    """The same act again is what was recorded, although it is closed to them by then."""
    register = office()
    desk, act = desk_on(register, actor=ANN), passed_on()

    assert desk.record(LETTER.id, act, expecting=1) == desk.record(LETTER.id, act, expecting=1)


def test_another_may_pass_it_on_for_them() -> None:
    """Then it is closed to whoever is named, and open to who passed it on."""
    register = office(passed_on(by="Bea", owner="Bea", conflicted="Ann"))

    assert desk_on(register, actor=BEA).contact(LETTER.id).contact.closed_to == {"Ann"}
    with pytest.raises(ConflictOfInterestError):
        desk_on(register, actor=ANN).contact(LETTER.id)


@pytest.mark.parametrize("because", sorted(set(TransferBecause) - {TransferBecause.CONFLICT_OF_INTEREST}))
def test_any_other_reason_closes_it_to_nobody(because: TransferBecause) -> None:
    """Whoever has no time for a caller may read how it went on."""
    desk = desk_on(office(passed_on(because=because)), actor=ANN)

    assert desk.contact(LETTER.id).contact.closed_to == frozenset()
    assert "Zoë Le Sueur" in names_in(desk)


@pytest.mark.parametrize("staff", [(), ("Ann",), ("ANN",)])
def test_alone_there_is_nobody_else_to_deal_with_it(staff: tuple[str, ...]) -> None:
    """So it stays open to the one person there is."""
    desk = desk_on(office(passed_on(), staff=staff), actor=ANN)

    assert desk.contact(LETTER.id).contact.closed_to == {"Ann"}
    assert "Zoë Le Sueur" in names_in(desk)


def test_a_mistaken_conflict_is_put_right() -> None:
    """Withdrawn, it is open again; corrected to another reason, too."""
    mistaken = passed_on()
    held = evolve(mistaken, recorded_at=NOON, because=TransferBecause.ON_LEAVE)
    for mended in (
        Withdrawn(happened_at=NOON, of=mistaken.id),
        Corrected(happened_at=NOON, of=mistaken.id, to=held),
    ):
        assert desk_on(office(mistaken, mended), actor=ANN).contact(LETTER.id).version == 3


@pytest.mark.parametrize("act", [Assigned(happened_at=NOON, owner="ann"), passed_on(owner="Ann", by="Bea")])
def test_it_is_not_given_back_to_them(act: Event) -> None:
    """Whoever assigns it is told why."""
    with pytest.raises(InvalidError, match="no conflict of interest"):
        desk_on(office(passed_on()), actor=BEA).record(LETTER.id, act, expecting=2)


def test_what_falls_due_for_somebody_away_names_nobody_either() -> None:
    """One who comes in while the owner is away sees that something falls due, and not whose."""
    register = office(passed_on())
    away = StaffAway(happened_at=NOON, name="Bea", from_on=NOON.date())
    desk_on(register, actor=BEA).record(OFFICE, away, expecting=2)
    lines = [*desk_on(register, actor=ANN).falling_due_while_away(NOON)]

    assert lines
    assert {line.card.name for line in lines} == {""}


@pytest.mark.clause("STD-5")
@pytest.mark.parametrize("because", sorted(set(ClosedBecause) - {ClosedBecause.ANSWERED}))
def test_an_abusive_contact_is_not_closed_before_its_incident(because: ClosedBecause) -> None:
    """Whatever the reason, and also where triage is done again without a word of it."""
    abused = Triaged(happened_at=BEFORE, matters=(), abusive=True)
    again = Triaged(happened_at=BEFORE, matters=())
    desk = desk_on(office(abused, again), actor=BEA)
    closed = Closed(happened_at=NOON, by="Bea", because=because)

    with pytest.raises(StandsInTheWayError) as refusal:
        desk.record(LETTER.id, closed, expecting=3)
    assert refusal.value.reasons == ("Record the incident, which is drafted from the contact",)

    incident = IncidentRecorded(happened_at=NOON, kinds=(Abuse.THREAT,), what="A threat")
    desk.record(LETTER.id, incident, expecting=3)
    assert desk.record(LETTER.id, closed, expecting=4).version == 5
