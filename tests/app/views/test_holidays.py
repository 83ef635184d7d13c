"""Holidays, through the frame."""

from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from app import wiring
from joic_policy.contacts import HolidayHeeded
from joic_policy.register import OFFICE, Actor, ContactDesk, HolidayProclaimed, Role, StaffListed, Wanted
from tests.app.frame import NOW, at_the_time, opened
from tests.desks import a_letter

LETTER = a_letter()
DAY = date(2026, 12, 10)
HOSTILE = "<b>Joy</b> [x](http://x.example) :tiger: =1+1"


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is `NOW`, and there is a letter to answer by Monday 14 December 2026."""
    at_the_time(NOW, monkeypatch)
    the_desk().record(LETTER.id, LETTER, expecting=0)


def the_desk() -> ContactDesk:
    """A desk on the register that the application opens."""
    return ContactDesk(wiring.register(), actor=Actor.alone("Ann"), clock=lambda: NOW)


def typed(
    frame: AppTest, *, on: date = DAY, name: str = "A day of joy", source: str = "R&O 1/2026"
) -> AppTest:
    """The form filled in, and what it moves looked at."""
    frame.main.date_input[0].set_value(on)
    for label, value in (("What it is called", name), ("Where it is proclaimed", source)):
        next(field for field in frame.main.text_input if field.label == label).set_value(value)
    return frame.button(key="holidays.try").click().run()


def due_days() -> list[date | None]:
    """The days in the queue."""
    return [line.owed.due_on for line in the_desk().queue(Wanted(), at=NOW)]


def test_a_holiday_is_looked_at_and_then_proclaimed() -> None:
    """What moves is seen first; then it is written into the history, and every list shows the new day."""
    frame = typed(opened("holidays"))

    assert "1 open contact has a date that moves. Nothing has changed yet." in [
        part.value for part in frame.main.markdown
    ]
    assert date(2026, 12, 14) in due_days()

    frame.button(key="holidays.proclaim").click().run()

    assert not frame.exception
    assert [part.value for part in frame.success] == ["Proclaimed\\. 1 open contact has a date that moves\\."]
    assert date(2026, 12, 15) in due_days()
    (heeded,) = the_desk().contact(LETTER.id).contact.acts(HolidayHeeded)
    assert (heeded.holiday, heeded.by) == ("A day of joy", "Ann")
    assert "What moved" in [header.value for header in frame.header]


def test_a_wrong_holiday_is_withdrawn() -> None:
    """With a reason; dates and histories are as before."""
    frame = typed(opened("holidays"))
    frame.button(key="holidays.proclaim").click().run()
    (withdraw,) = (button for button in frame.button if button.label == "Withdraw it")
    withdraw.click().run()
    assert "Nothing given: expected why it was wrong." in [error.value for error in frame.error]

    next(field for field in frame.text_input if field.label == "Why it was wrong").set_value("Another year")
    next(button for button in frame.button if button.label == "Withdraw it").click().run()

    assert [part.value.replace("\\", "") for part in frame.success] == [
        "Withdrawn. Contacts whose dates moved back: 1."
    ]
    assert date(2026, 12, 14) in due_days()
    assert the_desk().office.holidays == {}
    assert the_desk().contact(LETTER.id).contact.acts(HolidayHeeded) == ()


def test_what_broke_off_is_gone_on_with() -> None:
    """The holiday is proclaimed already under this form's id: the rest is written, once."""
    frame = typed(opened("holidays"))
    id_ = frame.session_state["draft.holidays."]
    begun = HolidayProclaimed(
        id=id_, happened_at=NOW - timedelta(seconds=9), on=DAY, name="A day of joy", source="R&O 1/2026"
    )
    the_desk().record(OFFICE, begun, expecting=0)

    frame.run()
    frame.button(key="holidays.proclaim").click().run()

    assert not frame.exception
    assert len(the_desk().contact(LETTER.id).contact.acts(HolidayHeeded)) == 1
    assert [each.event.id for each in the_desk().register.history(OFFICE)] == [begun.id]


def test_what_is_wrong_is_said_and_nothing_moves() -> None:
    """Under its field; what was typed stays."""
    frame = typed(opened("holidays"), on=date(2026, 12, 25), source="")

    assert [error.value.replace("\\", "") for error in frame.error] == [
        "Friday 25 December 2026 is a holiday already: Christmas Day.",
        "Nothing given: expected where it is proclaimed.",
    ]
    assert not [button for button in frame.button if button.key == "holidays.proclaim"]


def test_somebody_else_was_first() -> None:
    """What they did is said; pressed again, it is recorded."""
    frame = typed(opened("holidays"))
    listed = StaffListed(happened_at=NOW, name="Ann", roles=(Role.SENIOR_MANAGEMENT,))
    the_desk().record(OFFICE, listed, expecting=0)

    frame.button(key="holidays.proclaim").click().run()
    (warning,) = (each.value for each in frame.main.warning)
    assert "somebody else was first" in warning
    assert "Ann" in warning

    frame.button(key="holidays.proclaim").click().run()
    assert frame.success
    assert the_desk().office.holidays == {DAY: "A day of joy"}


def test_who_may_not_is_told_who_may() -> None:
    """Staff see what was proclaimed; a manager sees what would move and does not proclaim it."""
    desk = the_desk()
    proclaimed = HolidayProclaimed(happened_at=NOW, on=date(2027, 2, 2), name=HOSTILE, source=HOSTILE)
    events = (
        StaffListed(happened_at=NOW, name="Bea", roles=(Role.TEAM_MANAGER,)),
        StaffListed(happened_at=NOW, name="Ann", roles=(Role.STAFF,)),
        proclaimed,
    )
    for version, event in enumerate(events):
        desk.record(OFFICE, event, expecting=version)

    staff, leader = opened("holidays"), typed(opened("holidays", who="Bea"))

    assert not staff.exception
    refusals = [info.value.replace("\\", "") for info in staff.main.info]
    assert refusals[0].startswith(
        "Only team manager, senior management or administrator may see what a new holiday"
    )
    assert refusals[1].startswith("Only team manager or senior management may withdraw something recorded.")
    assert not staff.main.button
    assert any("\\<b\\>Joy" in part.value for part in staff.main.markdown)
    assert [info.value.replace("\\", "")[:60] for info in leader.main.info] == [
        "Only senior management or administrator may proclaim a holid"
    ]


def test_a_register_out_of_reach_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """In words, and the page stands."""
    monkeypatch.setenv("JOIC_REGISTER_URL", "mysql://nowhere")

    frame = opened("holidays")

    assert not frame.exception
    assert any("try again when it can be reached" in error.value for error in frame.main.error)
