"""What holds of every class of event on the screen: it has a form, and a line of the history.

That each is folded, permitted, kept and erased alike everywhere is in tests/machines/test_every_event.py.
"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from attrs import evolve, fields
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.forms.act_form import ActForm, Scene, as_typed
from app.forms.acts import FORMS
from app.tables.acts import DO, DONE
from app.tables.timeline import texts_of, timeline, words_of
from joic_policy import CallMade, Contact, Corrected, Event, Received, Withdrawn
from joic_policy.contacts import EVENTS, Erased, erased, personal_texts
from joic_policy.contacts.records import event_from, record_of
from joic_policy.register import OFFICE_EVENTS, HolidayProclaimed, Recorded, StaffAway
from joic_policy.register.port import retold
from tests.machines.registers import DRAWN
from tests.strategies import events, received

EVERY = (*EVENTS, *OFFICE_EVENTS)
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
FEW = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))

# The fields that nobody fills in, and why.
BY_ITSELF = {
    "id": "minted with the draft of the form",
    "recorded_at": "put in by the desk",
    "Received.happened_at": "the instant of receipt, or the start of its day",
    "Corrected.happened_at": "when it is corrected",
    "Corrected.by": "who corrects it",
    "Withdrawn.happened_at": "when it is withdrawn",
    "Withdrawn.by": "who withdraws it",
    "Erased.happened_at": "when it is erased",
}


def some(kind: type[Event]) -> st.SearchStrategy[Any]:
    """Events of a class, as forms can tell of them."""
    if kind is Withdrawn:
        return events(kind, why="It never was.")
    if kind is StaffAway:
        return events(kind, until=None)
    return events(kind)


def scene_of(event: Event, opening: Event) -> Scene:
    """Where it is recorded: a contact with this event in it."""
    first: Any = event if isinstance(event, Received | CallMade) else opening
    told = (first,) if first is event else (first, event)
    contact = Contact(opening=first, events=told, matters=getattr(event, "matters", first.matters))
    return Scene(contact=contact, number=12, who="Ann", at=NOW)


def filled(form: ActForm, scene: Scene, **typed: Any) -> dict[str, Any]:
    """What stands in the fields of a form, as it begins and with what is typed beside."""
    raw: dict[str, Any] = {}
    for each in form.fields(scene, raw):
        raw |= as_typed(each)
        raw |= {name: value for name, value in typed.items() if name == each.name}
    return raw


def asked(kind: type[Event]) -> list[str]:
    """The fields that a person fills in."""
    names = (attribute.name for attribute in fields(kind))
    return [name for name in names if not {name, f"{kind.__name__}.{name}"} & BY_ITSELF.keys()]


def recorded(event: Event, version: int = 1, **rest: Any) -> Recorded:
    """As a register holds it."""
    return Recorded(sequence=version, contact=uuid4(), version=version, actor="Ann", event=event, **rest)


@pytest.mark.parametrize("kind", EVERY)
def test_it_is_driven_and_named(kind: type[Event]) -> None:
    """A class that is new stands in the machine of the registers and among the words."""
    assert kind in DRAWN
    assert DO[kind]
    assert DONE[kind]
    assert (kind in FORMS) is (kind in EVENTS)


@pytest.mark.parametrize("kind", [kind for kind in EVENTS if kind is not Corrected])
def test_a_form_filled_in_is_the_event(kind: type[Event]) -> None:
    """Every field that is not filled in by itself comes out as it was put in."""

    @FEW
    @given(some(kind), received())
    def prove(event: Event, opening: Event) -> None:
        scene, form = scene_of(event, opening), FORMS[kind]
        raw = filled(evolve(form, was=None if kind is Erased else event), scene)
        if isinstance(event, Erased):
            raw = filled(form, scene, by=event.by, why=event.why, sure=" 12 ")

        told = form.told(raw, scene, id=event.id)

        assert told.findings == ()
        assert type(told.event) is kind
        for name in asked(kind):
            assert alike(getattr(told.event, name), getattr(event, name)), name

    prove()


@pytest.mark.parametrize("kind", [kind for kind in EVENTS if kind not in {Corrected, Withdrawn, Erased}])
def test_what_is_not_touched_is_corrected_to_itself(kind: type[Event]) -> None:
    """To the microsecond, with its id and when it was recorded; only what is typed anew differs."""

    @FEW
    @given(some(kind), received())
    def prove(event: Event, opening: Event) -> None:
        scene = evolve(scene_of(event, opening), about=event.id)
        form = FORMS[Corrected]

        told = form.told(filled(form, scene, why="It was not so."), scene, id=uuid4())

        assert told.findings == ()
        assert isinstance(told.event, Corrected)
        assert told.event.of == event.id
        assert told.event.to == event

    prove()


def test_an_erasure_can_be_told_anew() -> None:
    """Its form asks once more for the number; the reason is what it was."""
    event = Erased(happened_at=NOW - timedelta(days=1), by="Ann", why="Kept long enough.")
    scene = evolve(scene_of(event, Received(channel="letter", received_on=NOW.date())), about=event.id)
    typed = {f"{event.id}.why": "Asked for.", f"{event.id}.sure": "12", "why": "Another reason."}

    told = FORMS[Corrected].told(filled(FORMS[Corrected], scene, **typed), scene, id=uuid4())

    assert isinstance(told.event, Corrected)
    assert told.event.to == evolve(event, why="Asked for.")


@pytest.mark.parametrize("kind", EVERY)
def test_it_is_told_in_words(kind: type[Event]) -> None:
    """One line without names of the program; what is personal stands beneath it as typed."""

    @FEW
    @given(some(kind))
    def prove(event: Event) -> None:
        words, texts = words_of(event), [text for _, text in texts_of(event)]

        assert words.strip()
        assert "\n" not in words
        assert not any(each.__name__ in words for each in EVERY if not each.__name__[1:].islower())
        assert "private: " not in words
        assert set(personal_texts(event)) <= set(texts)
        assert all(label.strip() for label, _ in texts_of(event))

    prove()


@pytest.mark.parametrize("kind", EVENTS)
def test_an_erased_line_says_so(kind: type[Event]) -> None:
    """Its words are those of what stays, and nothing that was typed is left in them."""

    @FEW
    @given(some(kind))
    def prove(event: Event) -> None:
        (row,) = timeline([recorded(erased(event), erased=True)])

        assert row.what
        assert not any(text.startswith("private: ") for _, text in row.texts)
        if any(True for _ in personal_texts(event)):
            assert row.remarks == ("What was personal in this was erased for good.",)

    prove()


@pytest.mark.parametrize("kind", EVERY)
def test_its_record_leads_back_to_it(kind: type[Event]) -> None:
    """As JSON text, whatever was typed in it."""

    @FEW
    @given(some(kind))
    def prove(event: Event) -> None:
        assert event_from(json.loads(json.dumps(record_of(event))), also=OFFICE_EVENTS) == event

    prove()


@given(some(HolidayProclaimed), st.uuids(version=4))
def test_what_is_mended_stands_with_the_reason(event: Event, id_: UUID) -> None:
    """The last word holds; a withdrawal that is withdrawn itself is none."""
    corrected = Corrected(happened_at=NOW, of=event.id, to=retold(event, by="Bea"), why="Her, not him.")
    withdrawn = Withdrawn(id=id_, happened_at=NOW, of=event.id, why="Never was.")
    back = Withdrawn(happened_at=NOW, of=id_, why="It was.")
    history = [recorded(each, version) for version, each in enumerate((event, corrected, withdrawn, back), 1)]

    first, second, third, last = (timeline(history[:count])[-1] for count in range(1, 5))

    assert (first.holds, first.remarks) == (True, ())
    assert (second.holds, second.remarks) == (False, ("Corrected: Her, not him.",))
    assert (third.remarks, third.can_be_corrected) == (("Withdrawn: Never was.",), False)
    assert (last.remarks, last.can_be_corrected) == (("Corrected: Her, not him.",), True)


def alike(told: Any, given_: Any) -> bool:
    """Whether two values are the same, instants to the second: nobody types more."""
    if isinstance(told, datetime) and isinstance(given_, datetime):
        return abs(told - given_) < timedelta(seconds=1)
    return bool(told == given_)
