"""What holds of every class of event, wherever it is kept: a class that is new is tried here by itself."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.store.opening import opened
from app.store.schema import link, payload
from app.store.transactions import reading
from joic_policy import Event, contact_from
from joic_policy.contacts import EVENTS, Closed, Erased, erased
from joic_policy.contacts.records import event_from, record_of
from joic_policy.errors import NotPermittedError
from joic_policy.register import OFFICE, OFFICE_EVENTS, Actor, Role
from joic_policy.register.staff import office_state
from tests.machines.registers import ACTS, BEGINNINGS, DRAWN, Registers

EVERY = (*EVENTS, *OFFICE_EVENTS)
SEARCH = settings(
    max_examples=200,
    phases=[Phase.generate],
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module", params=EVERY, ids=lambda kind: kind.__name__)
def kind(request: pytest.FixtureRequest) -> Any:
    """Each class of event."""
    return request.param


@pytest.fixture(scope="module")
def registers(kind: type[Event]) -> Iterator[Registers]:
    """All registers, in which an event of the class is recorded after what has to come before it."""
    first = taken_in_memory(kind)
    machine = Registers()
    machine.now = first.now
    for contact, event in first.recorded:
        machine.record(contact, event, machine.version(contact))
    yield machine
    machine.teardown()


def taken_in_memory(kind: type[Event]) -> Registers:
    """A machine whose rules have drawn an event of this class that could be recorded."""
    tried: list[Registers] = []

    def taken(data: st.DataObject) -> bool:
        machine = Registers(stored=False)
        tried.append(machine)
        if kind in OFFICE_EVENTS:
            for drawn in (*OFFICE_EVENTS, kind):
                machine.happen_to_the_office(data, drawn)
        elif kind in BEGINNINGS:
            machine.act(data, [])
        else:
            machine.act(data, [*data.draw(st.lists(st.sampled_from(ACTS), max_size=2)), Closed, kind])
        return any(type(event) is kind for _, event in machine.recorded)

    find(st.data(), taken, settings=SEARCH)
    return tried[-1]


def the_event(machine: Registers, kind: type[Event]) -> tuple[UUID, Event]:
    """The event of this class, and the contact that it is of."""
    return next(each for each in machine.recorded if type(each[1]) is kind)


def as_stored(machine: Registers, contact: UUID) -> dict[str, list[Any]]:
    """What the rows of each database say of a contact, as JSON."""
    bodies = {}
    for name, url in machine.urls.items():
        engine = opened(url)
        query = select(payload.c.body).join(link).where(link.c.contact == contact).order_by(link.c.sequence)
        with reading(engine) as connection:
            bodies[name] = [json.loads(body) for body in connection.execute(query).scalars()]
        engine.dispose()
    return bodies


def test_a_rule_of_the_machine_draws_it(kind: type[Event]) -> None:
    """No class is left out of what drives the registers."""
    assert kind in DRAWN


def test_it_is_folded_everywhere(registers: Registers, kind: type[Event]) -> None:
    """Every register gives back what was recorded, and it comes to the same contact."""
    contact, event = the_event(registers, kind)
    history = [each.event for each in registers.alike(lambda desk: desk.register.history(contact))]

    assert event.id in [each.id for each in history]
    if contact == OFFICE:
        assert registers.alike(lambda desk: desk.office) == office_state(history)
    else:
        assert registers.alike(lambda desk: desk.contact(contact)).contact == contact_from(history)


def test_its_record_is_json_that_leads_back_to_it(registers: Registers, kind: type[Event]) -> None:
    """What lies in each database can be read without this program, and is the whole event."""
    contact, _ = the_event(registers, kind)
    history = [each.event for each in registers.alike(lambda desk: desk.register.history(contact))]

    for name, bodies in as_stored(registers, contact).items():
        assert [event_from(body, also=OFFICE_EVENTS) for body in bodies] == history, name


def test_somebody_may_record_it_and_nobody_without_a_role(registers: Registers, kind: type[Event]) -> None:
    """It has its row among the permissions, by which every register goes."""
    contact, event = the_event(registers, kind)

    def refused(*roles: Role) -> bool:
        actor = Actor(name="Ann", roles=frozenset(roles))
        answers = []
        for desk in registers.desks.values():
            before, desk.actor = desk.actor, actor
            try:
                desk.record(contact, event, expecting=0)
                answers.append(False)
            except NotPermittedError:
                answers.append(True)
            finally:
                desk.actor = before
        assert len(set(answers)) == 1
        return answers[0]

    assert refused()
    assert not all(refused(role) for role in Role)


def test_an_erasure_empties_it_everywhere(registers: Registers, kind: type[Event]) -> None:
    """Nothing that is personal is left in any row; the history of the Office itself cannot be erased."""
    contact, _ = the_event(registers, kind)
    before = [each.event for each in registers.alike(lambda desk: desk.register.history(contact))]
    registers.record(contact, Erased(happened_at=registers.now, by="Ann", why="asked"), len(before))

    histories = registers.alike(lambda desk: desk.register.history(contact))
    if contact == OFFICE:
        assert [each.event for each in histories] == before
        return
    left = [record_of(event) for event in erased(tuple(before))]
    for name, bodies in as_stored(registers, contact).items():
        assert bodies[:-1] == left, name
    assert [each.erased for each in histories] == [True] * len(left) + [False]
