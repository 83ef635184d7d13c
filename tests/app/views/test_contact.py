"""The page of one contact, through the real frame."""

import re
import sqlite3
from datetime import UTC, date, datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app import wiring
from app.forms.acts import FORMS
from joic_policy import (
    Acknowledged,
    CallBackArranged,
    Channel,
    Closed,
    Corrected,
    Customer,
    DelayTold,
    Event,
    FileNoted,
    MessageTaken,
    Received,
    Responded,
    Withdrawn,
)
from joic_policy.contacts import ConductFlagged, Erased, HazardFound, MistakeFound, Transferred
from joic_policy.register import OFFICE, Actor, ContactDesk, Role, StaffListed
from tests.app.frame import NOW, at_the_time, opened
from tests.desks import a_letter

HOSTILE = "<img src=x onerror=alert(1)> **b** [a](b) $x$ :tiger: \x00\x07 \u202egnorw" + "long " * 20_000

FULL = "CREATE TRIGGER full BEFORE INSERT ON link BEGIN SELECT RAISE(ABORT, 'the disk is full'); END;"


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    at_the_time(NOW, monkeypatch)


def kept(opening: Event, *acts: Event, by: str = "Ann") -> ContactDesk:
    """A desk on the test's own register, with a contact in it."""
    desk = ContactDesk(wiring.register(), actor=Actor.alone(by), clock=lambda: NOW)
    for version, event in enumerate((opening, *acts)):
        desk.record(opening.id, event, expecting=version)
    return desk


def at(hour: int, minute: int = 0) -> datetime:
    """A time on the day before."""
    return datetime(2026, 11, 23, hour, minute, tzinfo=UTC)


def shown(number: object = 1) -> AppTest:
    """The page of a contact."""
    frame = opened("contact")
    frame.query_params["number"] = str(number)
    return frame.run()


def record(frame: AppTest) -> AppTest:
    """Press the button that records."""
    button = next(each for each in frame.button if str(each.key).startswith("contact.record."))
    return button.click().run()


def field(frame: AppTest, kind: str, name: str) -> Any:
    """The field of the open form with this name."""
    return next(each for each in getattr(frame, kind) if str(each.key).endswith(f".{name}"))


def choose(frame: AppTest, kind: type[Event]) -> AppTest:
    """Open the form of an act."""
    return frame.selectbox(key="contact.act").set_value(kind.__name__).run()


def said(frame: AppTest) -> str:
    """Everything that the page says."""
    parts = (frame.markdown, frame.error, frame.warning, frame.info, frame.success, frame.subheader)
    drawn = [
        *(each.value for part in parts for each in part),
        *(each.proto.body for each in frame.get("html")),
    ]
    return "\n".join(drawn).replace("\\", "")  # what is escaped for markdown reads as it was written


def history(desk: ContactDesk, opening: Event) -> list[Event]:
    """What is recorded of a contact."""
    return [each.event for each in desk.contact(opening.id).history]


@pytest.mark.parametrize("number", ["", "0", "7", "x", "-1", "٣", "9" * 30, "1e3"])
def test_an_unknown_number_leads_to_find(number: str) -> None:
    """It is said, whatever stands in the address, and the way on is there."""
    frame = shown(number)

    assert not frame.exception
    assert "Look for it by its number" in said(frame)
    assert frame.get("page_link")


def test_a_letter_is_acknowledged(capfd: pytest.CaptureFixture[str]) -> None:
    """The next step stands there filled in; one press records it, and the step after it is offered."""
    letter = a_letter()
    desk = kept(letter)
    frame = shown()

    assert "Next: acknowledge it" in said(frame)
    record(frame)

    assert not frame.exception
    acknowledged = history(desk, letter)[1]
    assert isinstance(acknowledged, Acknowledged)
    assert (acknowledged.channel, acknowledged.by, acknowledged.happened_at) == (Channel.LETTER, "Ann", NOW)
    assert "Recorded: Acknowledged by letter" in said(frame)
    assert "Next: respond" in said(frame)
    assert "Zoë" not in "".join(capfd.readouterr())


def test_what_happened_earlier_has_its_day_and_time() -> None:
    """By Jersey's clocks; a time alone, or a day alone, is asked about."""
    letter = a_letter()
    desk = kept(letter)
    frame = shown()
    field(frame, "date_input", "happened").set_value(date(2026, 11, 23))
    record(frame)
    assert "Happened at: Nothing given: expected a time like 14:30" in said(frame)

    field(frame, "text_input", "happened.time").set_value("14:30").run()
    record(frame)

    assert history(desk, letter)[1].happened_at == at(14, 30)


def test_nothing_lies_in_the_future() -> None:
    """What is said to happen later is refused beside the button, and stays typed."""
    letter = a_letter()
    desk = kept(letter)
    frame = shown()
    field(frame, "date_input", "happened").set_value(date(2026, 11, 24))
    field(frame, "text_input", "happened.time").set_value("10:01")
    record(frame)

    assert "expected an instant not after now" in said(frame)
    assert field(frame, "text_input", "happened.time").value == "10:01"
    assert len(history(desk, letter)) == 1


def test_a_delay_is_told_to_a_working_day() -> None:
    """A target that is none is refused at its field; a good one is recorded with what was said."""
    letter = a_letter()
    desk = kept(letter)
    frame = choose(shown(), DelayTold)
    field(frame, "date_input", "revised_on").set_value(date(2026, 12, 25))
    field(frame, "text_area", "why").set_value("We wait for a file.")
    record(frame)
    assert "expected a working day after" in said(frame)
    assert len(history(desk, letter)) == 1

    field(frame, "date_input", "revised_on").set_value(date(2026, 12, 29)).run()
    record(frame)

    told = history(desk, letter)[1]
    assert isinstance(told, DelayTold)
    assert (told.revised_on, told.why) == (date(2026, 12, 29), "We wait for a file.")


@pytest.mark.parametrize(
    ("acts", "next_step"),
    [
        ((), "acknowledge it"),
        ((Acknowledged(happened_at=at(9), channel="letter"),), "respond"),
        ((Responded(happened_at=at(9), channel="telephone"),), "put a note on the file"),
        ((Responded(happened_at=at(9), channel="letter"),), "close it"),
        ((MessageTaken(happened_at=at(9)),), "deliver a message"),
        ((CallBackArranged(happened_at=at(9)),), "call back"),
        ((MistakeFound(happened_at=at(9)),), "put our mistake right"),
    ],
)
def test_the_next_step_is_what_is_owed(acts: tuple[Event, ...], next_step: str) -> None:
    """As soon as possible comes before what has a date."""
    kept(a_letter(), *acts)

    assert f"Next: {next_step}" in said(shown())


def test_an_answer_that_is_overdue_and_untold_is_told_first() -> None:
    """The customer hears of it at once, and is answered then."""
    kept(a_letter(received_on=date(2026, 10, 20)), Acknowledged(happened_at=at(9), channel="letter"))

    frame = shown()

    assert "Next: tell the customer of a delay" in said(frame)
    assert "overdue" in said(frame)
    assert frame.selectbox(key="contact.act").options[:2] == ["Tell the customer of a delay", "Respond"]


def test_closing_says_what_stands_in_the_way() -> None:
    """By the titles of what is to be done first; the form stays."""
    letter = a_letter()
    desk = kept(letter)
    frame = record(choose(shown(), Closed))

    assert "First: Acknowledge an external letter; Respond formally" in said(frame)
    assert len(history(desk, letter)) == 1


def test_a_closed_contact_is_opened_again() -> None:
    """That alone is the next step."""
    kept(
        a_letter(),
        Responded(happened_at=at(9), channel="letter"),
        Closed(happened_at=at(10), by="Ann"),
    )

    assert "Next: open it again" in said(shown())


def test_somebody_else_was_first() -> None:
    """It is said what they recorded, nothing typed is lost, and the next press records on top of it."""
    letter = a_letter()
    desk = kept(letter)
    frame = choose(shown(), MistakeFound)
    field(frame, "text_area", "what").set_value("We lost the letter.").run()
    bea = ContactDesk(wiring.register(), actor=Actor.alone("Bea"), clock=lambda: NOW)
    bea.record(letter.id, Acknowledged(happened_at=at(11), channel="email"), expecting=1)

    record(frame)
    assert "somebody else was first" in said(frame)
    assert "Bea: Acknowledged by email" in said(frame)
    assert field(frame, "text_area", "what").value == "We lost the letter."
    record(frame)

    assert [type(event) for event in history(desk, letter)] == [Received, Acknowledged, MistakeFound]


def test_what_cannot_be_written_can_be_tried_again(register_url: str) -> None:
    """The register is away for a moment: the form stays, and the same press records once."""
    letter = a_letter()
    desk = kept(letter)
    frame = choose(shown(), MistakeFound)
    field(frame, "text_area", "what").set_value("We lost the letter.").run()
    file = sqlite3.connect(register_url.removeprefix("sqlite:///"))
    file.executescript(FULL)
    record(frame)
    assert "press again" in said(frame)
    assert field(frame, "text_area", "what").value == "We lost the letter."
    file.executescript("DROP TRIGGER full")
    file.close()
    record(frame)

    assert [type(event) for event in history(desk, letter)] == [Received, MistakeFound]


def test_a_line_is_corrected() -> None:
    """The form holds what was recorded; the history shows both, with the reason."""
    letter = a_letter()
    desk = kept(letter, Acknowledged(happened_at=at(9), channel="letter"))
    frame = shown()
    line = history(desk, letter)[1]
    frame.button(key=f"contact.correct.{line.id}").click().run()
    assert field(frame, "selectbox", f"{line.id}.channel").value == "letter"
    field(frame, "selectbox", f"{line.id}.channel").set_value("email")
    field(frame, "text_area", "why").set_value("It went by email.")
    record(frame)

    assert not frame.exception
    corrected = history(desk, letter)[2]
    assert isinstance(corrected, Corrected)
    assert corrected.to.happened_at == at(9)
    assert desk.contact(letter.id).contact.acts(Acknowledged)[0].channel is Channel.EMAIL
    assert "Corrected. It was: Acknowledged by email." in said(frame)
    assert "Corrected: It went by email." in said(frame)


def test_the_receipt_is_corrected() -> None:
    """What the customer told is corrected as well, and what is not touched stays to the microsecond."""
    letter = a_letter(
        customer=Customer(name="Zoe"), received_at=datetime(2026, 11, 23, 9, 1, 2, 3, tzinfo=UTC)
    )
    desk = kept(letter)
    frame = shown()
    frame.button(key=f"contact.correct.{letter.id}").click().run()
    field(frame, "text_input", "customer.name").set_value("Zoë")
    field(frame, "text_area", "why").set_value("A letter of her name.")
    record(frame)

    now = desk.contact(letter.id).contact.opening
    assert isinstance(now, Received)
    assert (now.customer.name, now.received_at) == ("Zoë", letter.received_at)


def test_what_others_rest_on_is_not_withdrawn() -> None:
    """It is said what rests on it, by its name."""
    letter = a_letter()
    answer = Responded(happened_at=at(9), channel="telephone")
    desk = kept(letter, answer, FileNoted(happened_at=at(10), of=answer.id, outcome="Told."))
    frame = shown()
    frame.button(key=f"contact.withdraw.{answer.id}").click().run()
    field(frame, "text_area", "why").set_value("It was another customer.")
    record(frame)

    assert "This cannot have happened so (note put on the file)" in said(frame).replace("\\", "")
    assert len(history(desk, letter)) == 3


def test_a_line_is_withdrawn() -> None:
    """It stands struck through, with the reason; without a reason nothing is withdrawn."""
    letter = a_letter()
    desk = kept(letter, Acknowledged(happened_at=at(9), channel="letter"))
    line = history(desk, letter)[1]
    frame = shown()
    frame.button(key=f"contact.withdraw.{line.id}").click().run()
    record(frame)
    assert "Nothing given: expected the reason" in said(frame)

    field(frame, "text_area", "why").set_value("Another letter.").run()
    record(frame)

    assert isinstance(history(desk, letter)[2], Withdrawn)
    assert "Withdrawn: Another letter." in said(frame)
    assert "Next: acknowledge it" in said(frame)


def test_erasing_asks_twice() -> None:
    """The number of the contact has to be typed; then what is personal is gone, and that is said."""
    letter = a_letter()
    desk = kept(letter)
    frame = choose(shown(), Erased)
    assert "It is for good" in said(frame)
    field(frame, "text_area", "why").set_value("Kept long enough.")
    field(frame, "text_input", "sure").set_value("2")
    record(frame)
    assert len(history(desk, letter)) == 1

    field(frame, "text_input", "sure").set_value("1").run()
    record(frame)

    assert isinstance(history(desk, letter)[1], Erased)
    assert "was erased for good" in said(frame)
    assert "Zoë" not in said(frame)


def test_hostile_text_is_shown_as_typed() -> None:
    """In a form, in the facts and in the history: it is text, whatever it looks like."""
    letter = a_letter(
        customer=Customer(name=HOSTILE, organisation=HOSTILE, address=HOSTILE), subject=HOSTILE, text=HOSTILE
    )
    desk = kept(letter)
    frame = choose(shown(), HazardFound)
    field(frame, "text_area", "what").set_value(HOSTILE)
    record(frame)

    assert not frame.exception
    assert not any("<img" in each.proto.body for each in frame.get("html"))
    assert not any(re.search(r"(?<!\\)(<img|\*\*b|\[a\])", each.value) for each in frame.markdown)
    assert history(desk, letter)[1].what == HOSTILE


def test_a_form_can_be_left() -> None:
    """The line stays as it was, and the next step is back."""
    letter = a_letter()
    desk = kept(letter)
    frame = shown()
    frame.button(key=f"contact.correct.{letter.id}").click().run()
    assert "Next:" not in said(frame)

    frame.button(key="contact.leave").click().run()

    assert "Next: acknowledge it" in said(frame)
    assert len(history(desk, letter)) == 1


def test_the_dates_are_as_of_the_day_chosen() -> None:
    """What was not done by then was still owed; before it began nothing was."""
    kept(a_letter(received_on=date(2026, 11, 18)), Acknowledged(happened_at=at(9), channel="letter"))
    frame = shown()
    assert "Done in time" in said(frame)

    frame.date_input(key=wiring.AS_OF_KEY).set_value(date(2026, 11, 20)).run()
    assert "Done in time" not in said(frame)
    assert "Next: respond" in said(frame)
    frame.date_input(key=wiring.AS_OF_KEY).set_value(date(2026, 11, 17)).run()
    assert "It had not begun by the day chosen." in said(frame)


def test_what_is_on_the_same_file_is_a_press_away() -> None:
    """By its number and whom it is from."""
    kept(a_letter(file="C-14"))
    kept(a_letter(file="C-14", customer=Customer(name="Bobby")))

    frame = shown()

    assert "File: **C-14**" in said(frame)
    assert "2\\: Bobby" in [link.proto.label for link in frame.get("page_link")]


def test_only_what_one_may_do_is_offered() -> None:
    """Staff neither withdraw nor erase; who may not see contacts sees none."""
    office = ContactDesk(wiring.register(), actor=Actor.alone("Ann"), clock=lambda: NOW)
    for version, (name, role) in enumerate(
        (("Ann", Role.STAFF), ("Bea", Role.TEAM_MANAGER), ("Cyd", Role.TRAINER))
    ):
        office.record(OFFICE, StaffListed(happened_at=at(8), name=name, roles=(role,)), expecting=version)
    letter = a_letter()
    kept(letter, Acknowledged(happened_at=at(9), channel="letter"))

    frame = shown()
    options = frame.selectbox(key="contact.act").options
    assert "Respond" in options
    assert "Erase what is personal" not in options
    assert not any(str(button.key).startswith("contact.withdraw.") for button in frame.button)
    frame.selectbox(key=wiring.WHO_KEY).set_value("Bea").run()
    assert any(str(button.key).startswith("contact.withdraw.") for button in frame.button)
    frame.selectbox(key=wiring.WHO_KEY).set_value("Cyd").run()
    assert "Zoë" not in said(frame)


def test_a_conflict_of_interest_closes_it() -> None:
    """To who passed it on, and to nobody else (PRI-3)."""
    office = ContactDesk(wiring.register(), actor=Actor.alone("Ann"), clock=lambda: NOW)
    for version, name in enumerate(("Ann", "Bea")):
        roles = (Role.STAFF, Role.TEAM_MANAGER)
        office.record(OFFICE, StaffListed(happened_at=at(8), name=name, roles=roles), expecting=version)
    kept(a_letter())
    frame = choose(shown(), Transferred)
    field(frame, "selectbox", "owner").set_value("Bea")
    field(frame, "selectbox", "because").set_value("conflict_of_interest")
    record(frame)

    assert "Zoë" not in said(frame)
    assert "conflict of interest" in said(frame)
    frame.selectbox(key=wiring.WHO_KEY).set_value("Bea").run()
    assert "Zoë" in said(frame)


def test_conduct_is_known_before_one_speaks() -> None:
    """The flag stands above everything, with its reason."""
    flag = ConductFlagged(
        happened_at=at(9),
        owner="Bea",
        review_on=date(2026, 12, 1),
        expires_on=date(2027, 1, 4),
        reason="Shouts.",
    )
    kept(a_letter(), flag)

    assert "Take care" in shown().error[0].value
    assert "Shouts" in shown().error[0].value


def test_every_act_opens_without_an_error() -> None:
    """Whatever is chosen, its form stands there and says what is missing."""
    kept(
        a_letter(),
        Responded(happened_at=at(9), channel="telephone"),
        MessageTaken(happened_at=at(9)),
        CallBackArranged(happened_at=at(9)),
        MistakeFound(happened_at=at(9)),
    )
    frame = shown()
    kinds = {kind.__name__: kind for kind in FORMS}
    names = frame.selectbox(key="contact.act").options

    assert len(names) > 20
    for name, kind in kinds.items():
        if name in {"Received", "CallMade", "Corrected", "Withdrawn", "Reopened"}:
            continue
        frame.session_state["contact.open.1"] = (name, None)
        frame.run()
        assert not frame.exception, name
        assert kind
