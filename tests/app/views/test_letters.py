"""The letters page, through the frame."""

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app import wiring
from joic_policy import Acknowledged, DelayTold, Responded
from joic_policy.contacts import LetterSent
from joic_policy.handling import signature_findings
from joic_policy.register import OFFICE, ContactDesk, Role, StaffListed
from tests.app.frame import NOW, at_the_time, opened
from tests.desks import ANN, a_letter


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> ContactDesk:
    """A desk on the register that the page opens, with one letter in it: number 1."""
    at_the_time(NOW, monkeypatch)
    desk = ContactDesk(wiring.register(), actor=ANN, clock=wiring.now)
    letter = a_letter(text="<script>alert(1)</script>")
    desk.record(letter.id, letter, expecting=0)
    return desk


def recorded(desk: ContactDesk) -> list[Any]:
    """What was recorded of the letter after it was received."""
    card = desk.register.numbered(1)
    assert card is not None
    return [each.event for each in desk.register.history(card.contact)][1:]


def field(frame: AppTest, kind: str, name: str) -> Any:
    """The field of the form with this name, whatever draft it is of."""
    (found,) = [each for each in frame.get(kind) if str(each.key).endswith(f".{name}")]
    return found


def on_contact(number: str = "1") -> AppTest:
    """The page, about a contact."""
    return opened("letters").text_input(key="letters.number").set_value(number).run()


def page_of(frame: AppTest) -> str:
    """The page as it will look."""
    return next(part.proto.body for part in frame.main.get("html") if "<article" in part.proto.body)


def test_an_acknowledgement_is_filled_from_the_contact_and_recorded(desk: ContactDesk) -> None:
    """Name and dates are there; what is typed is on the page at once, as it was typed."""
    frame = on_contact()
    field(frame, "text_input", "fact.about").set_value("a <b>camera</b>").run()

    assert "Zoë Le Sueur" in page_of(frame)
    assert "a &lt;b&gt;camera&lt;/b&gt;" in page_of(frame)
    assert "Monday 14 December 2026" in page_of(frame)

    frame.button(key="letters.record").click().run()

    assert not frame.exception
    assert [type(event) for event in recorded(desk)] == [Acknowledged, LetterSent]
    assert {event.by for event in recorded(desk)} == {"Ann"}


def test_a_delay_is_recorded_with_its_revised_target(desk: ContactDesk) -> None:
    """Until a day is chosen there is nothing to record, and the field says what is expected."""
    frame = on_contact()
    field(frame, "selectbox", "template").set_value("delay_notice").run()

    assert frame.button(key="letters.record").disabled
    assert any("expected the day by which the answer will come now" in error.value for error in frame.error)

    field(frame, "date_input", "revised").set_value(date(2026, 12, 21)).run()
    frame.button(key="letters.record").click().run()

    (told, _) = recorded(desk)
    assert isinstance(told, DelayTold)
    assert told.revised_on == date(2026, 12, 21)


def test_signing_formally_is_a_permission_of_its_own(desk: ContactDesk) -> None:
    """Staff write the letter; who may sign for the Commissioner is said, and nothing is recorded."""
    for version, (name, role) in enumerate((("Ann", Role.STAFF), ("Bob", Role.TEAM_MANAGER))):
        desk.record(OFFICE, StaffListed(happened_at=NOW, name=name, roles=(role,)), expecting=version)
    frame = on_contact()
    field(frame, "selectbox", "template").set_value("formal_response").run()
    frame.button(key="letters.record").click().run()

    assert recorded(desk) == []
    assert any("management may sign a formal letter" in error.value for error in frame.error)

    frame.selectbox(key=wiring.WHO_KEY).set_value("Bob").run()
    frame.button(key="letters.record").click().run()

    assert [type(event) for event in recorded(desk)] == [Responded, LetterSent]


def test_an_answer_at_hand_can_be_taken(desk: ContactDesk) -> None:
    """With its guide and who looks after it; it can be changed afterwards."""
    frame = on_contact()
    field(frame, "selectbox", "template").set_value("formal_response").run()
    frame.selectbox(key="letters.at_hand").set_value("chase_organisation").run()
    assert any("looks after it" in caption.value for caption in frame.caption)
    frame.button(key="letters.take_answer").click().run()

    assert "remind the organisation in writing" in page_of(frame)
    assert recorded(desk) == []


def test_the_signature_for_the_mailbox_is_at_hand(desk: ContactDesk) -> None:
    """With the name of who is at work, in the standard font and size (WRI-8)."""
    text, page = (code.value for code in on_contact().code[:2])

    assert text.startswith("Ann")
    assert signature_findings(page) == ()
    assert recorded(desk) == []


@pytest.mark.parametrize("number", ["2", "0", "-1", "٣", "9" * 30, "Zoë Le Sueur"])
def test_a_number_that_nobody_has_is_said(desk: ContactDesk, number: str) -> None:
    """The page stays usable for letters that go with no contact; a name typed there enters no address."""
    frame = on_contact(number)

    assert any("There is no contact with the number" in error.value for error in frame.error)
    assert "number" not in frame.query_params
    assert "[to fill in" in page_of(frame)
    assert recorded(desk) == []
