"""Every class of event there is, walked: made, folded, erased, shown and written, whatever is added later."""

from uuid import UUID

import pytest
from attrs import fields, has
from hypothesis import given, settings
from hypothesis import strategies as st

import joic_policy
from joic_policy import Corrected, Event, Received, contact_from
from joic_policy.contacts import EVENTS, erased, personal_texts
from joic_policy.contacts.receipts import Opening
from joic_policy.errors import HistoryError
from tests.strategies import PRIVATE, events, received

every_event = pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)


def subclasses(kind: type) -> set[type]:
    """Every class made from one, however far."""
    return {kind} | {deeper for nearer in kind.__subclasses__() for deeper in subclasses(nearer)}


def outcome(*told: Event) -> object:
    """The events that a contact comes to, or the event that does not fit."""
    try:
        return contact_from(told).events
    except HistoryError as error:
        return error.event


def unpersonal(value: object) -> object:
    """All that tells of no person, as plain tuples."""
    if isinstance(value, tuple):
        return tuple(map(unpersonal, value))
    if not has(type(value)):
        return value
    return tuple(unpersonal(getattr(value, each.name)) for each in fields(type(value)) if each.repr)


def test_the_list_holds_every_class_once() -> None:
    """Whoever adds an event class adds it to the list, from which forms and permissions are made."""
    assert len(set(EVENTS)) == len(EVENTS)
    of_a_contact = {kind for kind in subclasses(Event) if kind.__module__.startswith("joic_policy.contacts.")}
    assert of_a_contact - {Event, Opening} == set(EVENTS)


@every_event
@settings(max_examples=15)
@given(data=st.data())
def test_folds_or_is_refused_by_name(kind: type[Event], data: st.DataObject) -> None:
    """After a receipt an event is part of the contact, or the refusal names it."""
    opening = data.draw(received())
    event = data.draw(events(kind, happened_at=opening.happened_at) if kind is not Received else received())

    assert outcome(opening, event) in {opening, event, (opening, event), (opening,)}


@every_event
@settings(max_examples=15)
@given(data=st.data())
def test_nothing_personal_is_shown(kind: type[Event], data: st.DataObject) -> None:
    """Neither the event's repr nor its contact's tells what was typed of a person."""
    event = data.draw(events(kind))

    assert all(text.startswith(PRIVATE) for text in personal_texts(event))
    assert PRIVATE not in repr(event)
    if isinstance(event, Opening):
        assert PRIVATE not in repr(contact_from([event]))


@every_event
@settings(max_examples=15)
@given(data=st.data())
def test_erasure_empties_what_is_personal_and_nothing_else(kind: type[Event], data: st.DataObject) -> None:
    """Ids, dates, choices, staff and references stay; doing it twice changes nothing more."""
    event = data.draw(events(kind))
    emptied = erased(event)

    assert list(personal_texts(emptied)) == []
    assert unpersonal(event) == unpersonal(emptied)
    assert emptied == erased(emptied)
    assert isinstance(emptied.id, UUID)


@every_event
@settings(max_examples=15)
@given(data=st.data())
def test_equals_itself_alone(kind: type[Event], data: st.DataObject) -> None:
    """The same facts are the same event; another id, another class or another value is another one."""
    event, other = data.draw(events(kind)), data.draw(events(kind))
    again = kind(**{each.alias: getattr(event, each.name) for each in fields(kind)})

    assert event == again
    assert hash(event) == hash(again)
    assert event != other
    assert event != "event"


def test_personal_texts_are_found_however_deep() -> None:
    """In the customer of a receipt that puts another one right."""
    customer = joic_policy.Customer(name="Ann", needs=joic_policy.Needs(safe_contact="by letter only"))
    receipt = Received(channel="email", received_on=joic_policy.JERSEY.first, customer=customer, text="Help")
    correction = Corrected(of=receipt.id, to=receipt, happened_at=receipt.happened_at, why="Misheard")

    assert {"Ann", "by letter only", "Help", "Misheard"} == set(personal_texts(correction))
