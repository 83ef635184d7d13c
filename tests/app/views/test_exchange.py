"""In and out, through the frame: what is dropped is read, checked by a person, and recorded once."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app import wiring
from app.documents.register_json import register_json
from app.store import StoredRegister
from joic_policy import Acknowledged, Closed, Received
from joic_policy.errors import RegisterError
from joic_policy.register import OFFICE, Actor, ContactDesk, InMemoryRegister, Role, StaffListed
from tests.app.frame import NOW, at_the_time, opened
from tests.desks import NOON, a_letter, desk_on

RECEIVED = "Received: from x by mx.jerseyoic.org; Tue, 24 Nov 2026 09:31:07 +0000\r\n"


def eml(name: str, headers: str = RECEIVED, body: str = "Hello?") -> tuple[str, bytes, str]:
    """A message of somebody, as a file."""
    sender = f"From: {name} <{name}@x.example>\r\nMessage-ID: <{name}@x>\r\n"
    text = f"{headers}{sender}Subject: from {name}\r\n\r\n{body}"
    return (f"{name}.eml", text.encode(), "message/rfc822")


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page, with Ann at work."""
    at_the_time(NOW, monkeypatch)
    return opened("exchange")


def drop(page: AppTest, *files: tuple[str, bytes, str]) -> AppTest:
    """The page once these were dropped where it asks for some."""
    place = page.file_uploader[-1]
    place.set_value(list(files) if place.accept_multiple_files else files[0]).run()
    assert not page.exception
    return page


def on(page: AppTest, part: str) -> AppTest:
    """Another part of the page."""
    page.radio(key="exchange.part").set_value(part).run()
    assert not page.exception
    return page


def press(page: AppTest, ending: str) -> AppTest:
    """The page after the first button whose key ends so."""
    next(each for each in page.button if each.key and each.key.endswith(ending)).click().run()
    assert not page.exception
    return page


def field(page: AppTest, name: str) -> Any:
    """The first field with this name."""
    drawn = [*page.text_input, *page.text_area, *page.date_input, *page.checkbox]
    return next(each for each in drawn if each.key and each.key.endswith(f".{name}"))


def said(page: AppTest) -> str:
    """What the page says."""
    kinds = ("subheader", "markdown", "caption", "error", "success", "warning", "info")
    return "\n".join(str(each.value) for kind in kinds for each in getattr(page, kind)).replace("\\", "")


def opening(number: int) -> Received:
    """How a contact began."""
    card = wiring.register().numbered(number)
    assert card
    event = wiring.register().history(card.contact)[0].event
    assert isinstance(event, Received)
    return event


def test_several_messages_are_dropped_and_recorded(page: AppTest) -> None:
    """Each once, with its sender, its exact receipt and its words; mine is mine."""
    drop(page, eml("ann"), eml("bob"), ("broken.eml", b" ", "message/rfc822"))
    assert "2 to record" in said(page)
    assert "broken.eml: Nothing given: expected a message (the file is empty)" in said(page)
    press(page, ".mine")
    press(page, ".record")
    assert "All recorded" in said(page)
    drop(page, eml("ann"))
    assert "All recorded" in said(page)

    first, second = opening(1), opening(2)
    assert (first.channel, first.customer.email, first.subject) == ("email", "ann@x.example", "from ann")
    assert first.received_at == datetime(2026, 11, 24, 9, 31, 7, tzinfo=UTC)
    assert (first.text, first.owner, second.owner) == ("Hello?", "Ann", "")
    assert wiring.register().numbered(3) is None


def test_what_was_read_can_be_mended_and_is_not_lost(page: AppTest) -> None:
    """Where nothing proves a receipt the person gives it; a look elsewhere takes nothing away."""
    drop(page, eml("ann", headers="Date: Mon, 23 Nov 2026 16:00:00 +0000\r\n"))
    assert "nothing of ours proves it" in said(page)
    field(page, "received.time").set_value("25:00").run()
    press(page, ".record")
    assert "a time of day like 14:30" in said(page)
    assert wiring.register().numbered(1) is None

    field(page, "received.time").set_value("09:15")
    field(page, "received").set_value(date(2026, 11, 24))
    field(page, "name").set_value("Ann Other").run()
    page.switch_page("views/policy.py").run()
    page.switch_page("views/exchange.py").run()
    press(page, ".record")
    assert opening(1).customer.name == "Ann Other"
    assert opening(1).received_at == datetime(2026, 11, 24, 9, 15, tzinfo=UTC)


def test_a_receipt_still_to_come_is_refused(page: AppTest) -> None:
    """The sender's clock may be wrong."""
    drop(page, eml("ann", headers="Date: Wed, 25 Nov 2026 16:00:00 +0000\r\n"))
    press(page, ".record")

    assert "Not recorded yet. Please look at: Received on." in said(page)
    assert wiring.register().numbered(1) is None


def test_an_automatic_reply_is_closed_at_once(page: AppTest) -> None:
    """There is nothing to answer, by the word of whoever says so."""
    drop(page, eml("ann", headers=f"{RECEIVED}Auto-Submitted: auto-replied\r\n"))
    assert "acknowledges nothing of ours" in said(page)
    press(page, ".record")
    history = wiring.register().history(opening(1).id)

    assert [type(each.event) for each in history] == [Received, Closed]
    closed = history[1].event
    assert isinstance(closed, Closed)
    assert (closed.because, closed.by) == ("needs_no_reply", "Ann")


def test_a_further_message_finds_its_file(page: AppTest) -> None:
    """By the message that it answers, or by what its subject names."""
    drop(page, eml("ann"))
    press(page, ".record")
    page.text_area(key="exchange.pasted").set_value(
        "From: Ann <ann@x.example>\nSubject: and now?\nIn-Reply-To: <ann@x>\n"
        "Date: Tue, 24 Nov 2026 09:40:00 +0000\n\nWell?"
    )
    press(page, "exchange.read")
    (proposal,) = [each for each in page.button if each.key and each.key.endswith(".file.0")]
    assert "file 1" in proposal.label.replace("\\", "")
    proposal.click().run()
    press(page, ".record")

    assert opening(2).file == "1"


class Broken(StoredRegister):
    """A register that cannot be written."""

    def append(self, *_: Any, **__: Any) -> Any:
        """Refuse."""
        raise RegisterError("the disk is full")


def test_a_register_out_of_reach_loses_nothing(page: AppTest) -> None:
    """The same button records it once the register is back."""
    drop(page, eml("ann"))
    register = wiring.register()
    register.__class__ = Broken
    press(page, ".record")
    register.__class__ = StoredRegister
    assert "the disk is full" in said(page)
    press(page, ".record")

    assert opening(1).subject == "from ann"


def test_what_people_wrote_is_shown_as_they_wrote_it(page: AppTest) -> None:
    """Markup in a subject or a file's name does nothing."""
    hostile = "<b>:red[x]</b>"
    drop(page, ("<i>.eml", f"Subject: {hostile}\r\nFrom: {hostile}\r\n\r\nx".encode(), "message/rfc822"))

    assert field(page, "subject").value == hostile
    assert [each.label.replace("\\", "") for each in page.expander if hostile in each.label.replace("\\", "")]
    assert not [each for each in page.expander if ":red[" in each.label]


def test_calls_are_taken_from_the_log_once(page: AppTest) -> None:
    """With their waits; what cannot be read is said, and a second reading finds them taken."""
    log = ("calls.csv", b"Start,Answered,Number\n24/11/2026 09:31:05,09:31:15,01534\nsoon,,\n", "text/csv")
    drop(on(page, "Call log in"), log)
    assert "cannot be taken: 1" in said(page)
    press(page, "calls.all")
    assert "1 call recorded" in said(page)
    drop(page, log)

    assert "0 to take; 1 taken already" in said(page)
    call = opening(1)
    assert call.answered_at
    assert call.rang_at
    assert (call.answered_at - call.rang_at).total_seconds() == 10
    drop(page, ("calls.csv", b"Number\n01534\n", "text/csv"))
    assert "the column that tells when the call rang" in said(page)


def test_a_table_is_recorded_whole_or_not_at_all(page: AppTest) -> None:
    """Errors by line and field; all rows at one press once none is left."""
    good = "letter,2026-11-23,=cmd()"
    drop(
        on(page, "Contacts in"),
        ("in.csv", f"channel,received on,name\n{good}\npigeon,x,y".encode(), "text/csv"),
    )
    assert "Nothing is recorded until every row is right" in said(page)
    assert not [each for each in page.button if each.key == "exchange.import"]
    drop(page, ("in.csv", f"channel,received on,name,shoe\n{good},9".encode(), "text/csv"))
    press(page, "exchange.import")

    assert "1 contact recorded" in said(page)
    assert opening(1).customer.name == "=cmd()"
    drop(page, ("in.csv", b"\xff\xfe", "text/csv"))
    assert "names of the columns" in said(page)


@pytest.mark.parametrize(
    ("role", "refused"),
    [
        (Role.STAFF, {"Contacts in", "Register out"}),
        (Role.ADMINISTRATOR, {"Emails in", "Call log in", "Contacts in", "Calendar out"}),
        (Role.SENIOR_MANAGEMENT, set()),
    ],
)
def test_who_may(page: AppTest, role: Role, refused: set[str]) -> None:
    """Whoever may not is told who may, and is offered nothing."""
    desk = ContactDesk(wiring.register(), actor=Actor.alone("Bea"), clock=lambda: NOW)
    for version, (name, roles) in enumerate({"Bea": tuple(Role), "Ann": (role,)}.items()):
        desk.record(OFFICE, StaffListed(happened_at=NOW, name=name, roles=roles), expecting=version)
    found = {
        part
        for part in page.radio(key="exchange.part").options
        if any("Only " in each.value for each in on(page, part).info)
    }

    assert found == refused


def test_what_goes_out_is_offered(page: AppTest) -> None:
    """Two files of everything, and one of what is mine or everybody's."""
    assert len(on(page, "Register out").get("download_button")) == 2
    assert len(on(page, "Calendar out").get("download_button")) == 1


def test_a_whole_register_is_put_into_an_empty_one(page: AppTest) -> None:
    """What was taken out of another; once something is recorded it is offered no more."""
    other = desk_on(InMemoryRegister())
    letter = a_letter()
    other.record(letter.id, letter, expecting=0)
    other.record(letter.id, Acknowledged(happened_at=NOON, channel="email"), expecting=1)
    whole = b"".join(register_json(other, NOON))
    for data in (b"{}", whole):
        on(page, "Contacts in").file_uploader(key="exchange.whole").set_value(("all.json", data, "")).run()
        press(page, "read_back")

    assert "2 events put in" in said(page)
    assert wiring.register().history(letter.id) == other.register.history(letter.id)
    assert len(page.file_uploader) == 1
