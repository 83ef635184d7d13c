"""Logging a contact, through the frame: once, with everything kept, and from triage."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from app import wiring
from app.store import StoredRegister
from joic_policy import Customer, FileNoted, Received, Responded
from joic_policy.errors import RegisterError
from joic_policy.register import OFFICE, Card, Role, StaffListed
from tests.app.frame import NOW, at_the_time, opened
from tests.desks import a_letter, desk_on


@pytest.fixture(autouse=True)
def at_ten(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is ten o'clock on a Tuesday."""
    at_the_time(NOW, monkeypatch)


def field(frame: AppTest, name: str) -> Any:
    """The field of the form with this name."""
    drawn = [*frame.text_input, *frame.text_area, *frame.selectbox, *frame.checkbox, *frame.date_input]
    return next(one for one in drawn if one.key and one.key.endswith(f".{name}"))


def typed(frame: AppTest, **values: Any) -> AppTest:
    """The page once this is typed."""
    for name, value in values.items():
        field(frame, name).set_value(value)
    frame.run()
    assert not frame.exception
    return frame


def pressed(frame: AppTest, key: str) -> AppTest:
    """The page after a button."""
    frame.button(key=key).click().run()
    assert not frame.exception
    return frame


def reloaded(frame: AppTest, *, who: str = "Ann") -> AppTest:
    """The address of a page, opened in another window."""
    again = AppTest.from_file(frame._script_path, default_timeout=20)  # noqa: SLF001 (the same page, anew)
    again.session_state[wiring.WHO_KEY] = who
    again.query_params["draft"] = frame.query_params["draft"]
    return again.switch_page("views/log.py").run()


def said(frame: AppTest) -> str:
    """What the page says, but for what is drawn as HTML."""
    kinds = ("header", "markdown", "caption", "error", "info", "success", "warning")
    return "\n".join(part.value for kind in kinds for part in getattr(frame.main, kind)).replace("\\", "")


def cards() -> list[Card]:
    """Every contact in the register."""
    numbered = (wiring.register().numbered(number) for number in range(1, 9))
    return [card for card in numbered if card]


def contact(number: int = 1) -> Any:
    """What a contact comes to."""
    card = wiring.register().numbered(number)
    assert card
    return desk_on(wiring.register(), now=NOW).contact(card.contact).contact


def test_a_call_takes_three_fields_and_one_press() -> None:
    """Who, what and the number; its dates and owner are shown, with the way to it and to the next one."""
    frame = typed(opened("log"), name="Mary Marett", telephone="01534716530", subject="Opening hours")
    pressed(frame, "log.record")

    assert "Logged: contact 1" in said(frame)
    assert "**Looked after by:** Ann" in said(frame)
    call = contact().opening
    assert (call.customer.name, call.customer.telephone, call.subject, call.received_at) == (
        "Mary Marett",
        "+44 1534 716530",
        "Opening hours",
        NOW,
    )
    pressed(frame, "log.another")
    assert field(frame, "name").value == ""
    assert wiring.register().drafts.by("Ann", "log") == ()


def test_answered_at_once_is_noted_in_the_same_press() -> None:
    """The answer and its note are there with the call."""
    frame = typed(opened("log"), name="Jo", answered=True)
    pressed(frame, "log.record")
    assert "Not recorded yet. Please look at: What you told them." in said(frame)
    assert cards() == []
    pressed(typed(frame, outcome="Open till five"), "log.record")

    assert [type(event) for event in contact().events] == [Received, Responded, FileNoted]


def test_what_is_wrong_is_said_and_nothing_is_lost() -> None:
    """A number that is none: mended, or kept as it is; what is folded away opens where it is wrong."""
    frame = pressed(typed(opened("log"), name="Jo", telephone="7165", email="jo at home"), "log.record")

    assert "Please look at: Telephone and Email." in said(frame)
    assert frame.expander[0].proto.expanded
    assert (field(frame, "telephone").value, field(frame, "name").value) == ("7165", "Jo")
    pressed(typed(frame, as_typed=True), "log.record")
    assert contact().customer.telephone == "7165"


def test_nothing_is_recorded_of_the_future() -> None:
    """The register says so, beside the day, until another is typed."""
    tomorrow = NOW.date() + timedelta(days=1)
    frame = pressed(typed(opened("log"), name="Jo", received=tomorrow), "log.record")

    assert "expected an instant not after now" in said(frame)
    pressed(typed(frame, received=NOW.date()), "log.record")
    assert "Logged: contact 1" in said(frame)


def test_a_reload_keeps_what_was_typed_and_recording_ends_it() -> None:
    """By the draft in the address, which names nobody."""
    frame = typed(opened("log"), name="Mary Marett", safe_contact="Never at home")
    draft = frame.query_params["draft"]
    again = reloaded(frame)

    assert (field(again, "name").value, field(again, "safe_contact").value) == (
        "Mary Marett",
        "Never at home",
    )
    pressed(again, "log.record")
    assert contact().opening.id == UUID(draft)
    pressed(typed(frame, subject="Typed in the first window"), "log.record")
    assert "recorded already, as contact 1" in said(frame)
    assert len(cards()) == 1


def test_a_reload_keeps_that_a_number_stands_as_typed() -> None:
    """Its tick is there at once, so that the first press records."""
    frame = pressed(typed(opened("log"), name="Jo", telephone="7165"), "log.record")
    again = reloaded(typed(frame, as_typed=True))

    assert field(again, "as_typed").value
    pressed(again, "log.record")
    assert contact().customer.telephone == "7165"


@pytest.mark.parametrize(("who", "name"), [("Ann", "Mary Marett"), ("Bea", ""), ("Tim", ""), ("", "")])
def test_what_somebody_typed_is_read_by_nobody_else_and_stays_theirs(who: str, name: str) -> None:
    """Not by its address either, which stays in the history of a browser that several use."""
    draft = typed(opened("log"), name="Mary Marett")
    desk = desk_on(wiring.register(), now=NOW)
    for listed, role in {"Ann": Role.TEAM_MANAGER, "Bea": Role.STAFF, "Tim": Role.TRAINER}.items():
        event = StaffListed(happened_at=NOW, name=listed, roles=(role,))
        desk.record(OFFICE, event, expecting=len(desk.register.history(OFFICE)))

    assert field(reloaded(draft, who=who), "name").value == name
    assert [str(one.id) for one in wiring.register().drafts.by("Ann", "log")] == [draft.query_params["draft"]]


def test_what_was_left_is_offered_gone_on_with_or_dropped() -> None:
    """By when it was kept; an empty form is never kept."""
    typed(opened("log"), name="Mary Marett")
    typed(opened("log"), subject="Drop me")
    opened("log")
    frame = opened("log")
    first, second = sorted(wiring.register().drafts.by("Ann", "log"), key=lambda one: "subject" in one.body)

    assert "Not recorded yet: 2" in [one.label for one in frame.expander]
    assert "Mary Marett, last kept at 10:00 on Tuesday 24 November 2026" in said(frame)
    pressed(frame, f"log.drop.{second.id}")
    pressed(frame, f"log.go_on.{first.id}")
    assert field(frame, "name").value == "Mary Marett"
    assert [one.id for one in wiring.register().drafts.by("Ann", "log")] == [first.id]


def test_whoever_called_before_is_known_and_their_file_proposed() -> None:
    """With the reminder to check who they are, and one press to put it on the file."""
    customer = Customer(name="Mary Marett", telephone="+44 1534 716530", email="mary@example.org")
    letter = a_letter(customer=customer, file="F-12")
    desk_on(wiring.register(), now=NOW).record(letter.id, letter, expecting=0)
    frame = typed(opened("log"), telephone="01534 71 65 30", email="mary@example.org")

    assert 'Until then say only: "I can\'t say whether we hold anything."' in said(frame)
    assert "The same telephone number and the same email address." in said(frame)
    assert frame.button(key="log.file.0").label.replace("\\", "") == (
        "Put it on file F-12: the same address wrote before"
    )
    pressed(frame, "log.file.0")
    assert field(frame, "file").value == "F-12"
    pressed(typed(frame, file="", email="", subject="About contact no. 1"), "log.file.0")
    assert field(frame, "file").value == "F-12"


class Broken(StoredRegister):
    """A register that cannot be written."""

    def append(self, *_: Any, **__: Any) -> Any:
        """Refuse."""
        raise RegisterError("the disk is full")


def test_an_outage_is_said_beside_the_button_and_the_next_press_records() -> None:
    """Nothing typed is lost by it, and it is one contact."""
    frame = typed(opened("log"), name="Mary Marett")
    register = wiring.register()
    register.__class__ = Broken
    pressed(frame, "log.record")
    register.__class__ = StoredRegister

    assert "The register: the disk is full. What you typed stays here: press again." in said(frame)
    pressed(frame, "log.record")
    assert "Logged: contact 1" in said(frame)


def test_triage_is_carried_over_and_kept() -> None:
    """The route as subject, how it came, abuse and notes; recorded with the matter, and its dates shown."""
    frame = opened("triage")
    for key in ("topic.registration", "channel.email"):
        frame.button(key=f"triage.{key}").click().run()
    frame.text_area(key="triage.1.notes").set_value("Mrs Marett, 07797 712345").run()
    frame.multiselect(key="triage.any_time.abuse").set_value(["threat"]).run()
    pressed(frame, "triage.log").switch_page("views/log.py").run()

    assert "From triage: Registration and charges. Staff were abused in it" in said(frame)
    assert field(frame, "subject").value == "Registration and charges"
    pressed(typed(frame, name="Mary Marett"), "log.record")
    assert "**Route:** Registration and charges" in said(frame)
    logged = contact()
    assert (logged.channel, logged.abusive, logged.opening.text) == (
        "email",
        True,
        "Mrs Marett, 07797 712345",
    )
    assert [matter.route for matter in logged.matters] == ["registration"]


def test_what_comes_from_triage_leaves_what_was_being_typed() -> None:
    """That is another contact: it is offered as not recorded yet."""
    frame = typed(opened("log"), name="Somebody else")
    frame.switch_page("views/triage.py").run()
    frame.button(key="triage.topic.registration").click().run()
    pressed(frame, "triage.log")

    assert field(frame, "name").value == ""
    assert "Not recorded yet: 1" in [one.label for one in frame.expander]


def test_a_call_is_taken_to_have_come_when_the_form_was_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not when it is recorded, an hour later."""
    frame = typed(opened("log"), name="Jo")
    at_the_time(datetime(2026, 11, 24, 11, tzinfo=UTC), monkeypatch)
    pressed(frame, "log.record")

    assert contact().opening.received_at == NOW


HOSTILE = "<b>*Mary*</b> :tiger: [x](javascript:0)\u202e =1+1 \x00 '; --"


def test_hostile_text_is_kept_as_typed_and_shown_as_text() -> None:
    """In every field, also beside the form; and very much of it."""
    texts = ("subject", "text", "organisation", "language", "file", "safe_contact", "address")
    frame = typed(opened("log"), name=HOSTILE, **dict.fromkeys(texts, HOSTILE + "x" * 100_000))
    pressed(frame, "log.record")
    call = contact().opening

    assert call.customer.name == HOSTILE
    assert {call.subject, call.text, call.file, call.customer.address} == {HOSTILE + "x" * 100_000}
    pressed(frame, "log.another")
    drawn = [part.value for part in typed(frame, name="Mary").main.markdown]
    assert not [text for text in drawn if "<b>" in text.replace("\\<", "") or "[x](" in text]
