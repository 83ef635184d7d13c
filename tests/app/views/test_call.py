"""The call page, through the frame."""

from datetime import timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app import wiring
from joic_policy import Event, FileNoted, MessageTaken, Received, Responded
from joic_policy.contacts import CallBackArranged, Transferred
from joic_policy.register import OFFICE, ContactDesk, Role, StaffListed
from tests.app.frame import NOW, at_the_time, opened
from tests.desks import ANN


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> ContactDesk:
    """A desk on the register that the page opens, with two colleagues."""
    at_the_time(NOW, monkeypatch)
    desk = ContactDesk(wiring.register(), actor=ANN, clock=wiring.now)
    for version, name in enumerate(("Ann", "Bob Le Brun")):
        listed = StaffListed(
            happened_at=NOW,
            name=name,
            extension="102",
            roles=(Role.STAFF, Role.TEAM_MANAGER),
            subjects=("breaches",),
        )
        desk.record(OFFICE, listed, expecting=version)
    return desk


def field(frame: AppTest, kind: str, name: str) -> Any:
    """The field of the form with this name, whatever draft it is of."""
    (found,) = [each for each in frame.get(kind) if str(each.key).endswith(f".{name}")]
    return found


def typed(frame: AppTest, **texts: str) -> AppTest:
    """The page with these lines of text typed."""
    for name, text in texts.items():
        field(frame, "text_input", name).set_value(text).run()
    return frame


def recorded(desk: ContactDesk) -> list[Event]:
    """What was recorded of the one contact there is."""
    card = desk.register.numbered(1)
    assert card is not None
    assert desk.register.numbered(2) is None
    return [each.event for each in desk.register.history(card.contact)]


def logged(frame: AppTest) -> AppTest:
    """The page after the button was pressed."""
    frame.button(key="call.record").click().run()
    assert not frame.exception
    return frame


def test_from_ring_to_logged_message(desk: ContactDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is typed twice: the message has the caller, and the call how long it rang."""
    frame = opened("call")
    assert "Ann speaking" in frame.info[0].value
    frame.button(key="call.ring").click().run()
    at_the_time(NOW + timedelta(seconds=25), monkeypatch)
    frame.button(key="call.answer").click().run()
    assert any("25 seconds: answered late" in words.value for words in frame.markdown)

    typed(frame, name="Zoë Le Sueur", telephone="01534 716530", subject="A camera")
    field(frame, "selectbox", "asked_for").set_value("Bob Le Brun").run()
    assert "Put it through to Bob Le Brun \\(extension 102\\)" in frame.success[0].value
    field(frame, "checkbox", "busy").check().run()
    assert frame.success[0].value.startswith("Offer to help; else take a message")
    field(frame, "selectbox", "recipient").set_value("Bob Le Brun").run()
    field(frame, "text_area", "message").set_value("Please ring back").run()
    field(frame, "text_input", "back.number").set_value("01534 716530").run()
    field(frame, "selectbox", "back.owner").set_value("Bob Le Brun").run()
    logged(frame)

    call, back, message = recorded(desk)
    assert isinstance(call, Received)
    assert call.rang_at == NOW
    assert call.answered_at == NOW + timedelta(seconds=25)
    assert isinstance(back, CallBackArranged)
    assert isinstance(message, MessageTaken)
    assert "Zoë Le Sueur" in message.text
    assert "A camera" in message.text
    assert any("Logged: contact 1" in header.value for header in frame.header)


def test_a_call_put_through_changes_hands(desk: ContactDesk) -> None:
    """With the reason of the decision."""
    frame = typed(opened("call"), name="Zoë")
    field(frame, "selectbox", "asked_for").set_value("Bob Le Brun").run()
    field(frame, "selectbox", "transferred_to").set_value("Bob Le Brun").run()
    logged(frame)

    transferred = recorded(desk)[-1]
    assert isinstance(transferred, Transferred)
    assert (transferred.owner, transferred.because) == ("Bob Le Brun", "person_asked_for")


def test_the_first_letters_of_a_colleague_are_enough_and_the_name_is_shown(desk: ContactDesk) -> None:
    """So that whoever typed them sees who was meant, before it is logged."""
    frame = typed(opened("call"), name="Zoë")
    for name in ("asked_for", "transferred_to"):
        box = field(frame, "selectbox", name)
        box.options.append("bo le")  # as one that is typed
        box.set_value("bo le").run()
        assert field(frame, "selectbox", name).value == "Bob Le Brun"
    logged(frame)

    assert recorded(desk)[-1].owner == "Bob Le Brun"


def test_triage_beside_the_call_goes_into_it(desk: ContactDesk) -> None:
    """What was answered there is its matter; the next call begins with an empty one."""
    frame = typed(opened("call"), name="Zoë", subject="The charge")
    frame.button(key="triage.topic.registration").click().run()
    field(frame, "checkbox", "answered").check().run()
    field(frame, "text_area", "outcome").set_value("Told them the charge").run()
    logged(frame)

    call, responded, noted = recorded(desk)
    assert isinstance(call, Received)
    assert [matter.route for matter in call.matters] == ["registration"]
    assert isinstance(responded, Responded)
    assert isinstance(noted, FileNoted)

    frame.button(key="log.another").click().run()

    assert frame.button(key="triage.topic.registration")
    assert field(frame, "text_input", "name").value == ""


def test_what_is_wrong_is_said_and_nothing_is_lost(desk: ContactDesk) -> None:
    """A number that is none keeps the call from being logged until it is mended."""
    frame = typed(opened("call"), name="Zoë")
    field(frame, "text_input", "back.number").set_value("letters").run()
    frame.button(key="call.record").click().run()

    assert desk.register.numbered(1) is None
    assert any("Number to call" in error.value for error in frame.error)

    typed(frame, **{"back.number": "01534 716530"})
    logged(frame)

    assert [type(event) for event in recorded(desk)] == [Received, CallBackArranged]
