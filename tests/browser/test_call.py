"""A call in a real browser."""

from playwright.sync_api import expect

from joic_policy import MessageTaken, Received
from joic_policy.register import ContactDesk
from tests.browser.screen import Screen


def test_from_ring_to_logged_message(screen: Screen, desk: ContactDesk) -> None:
    """One screen: rung, answered, triaged, a message taken, logged; then it is free for the next call."""
    page = screen.open("call")
    expect(page.get_by_text("Good morning, Jersey Office of the Information Commissioner")).to_be_visible()
    page.get_by_role("button", name="It rings").click()
    expect(page.get_by_text("Ringing.")).to_be_visible()
    page.get_by_role("button", name="Answered").click()
    expect(page.get_by_text("answered in time")).to_be_visible()
    page.get_by_label("Name", exact=True).fill("Perrin Ringing-Falle")
    page.get_by_label("Telephone").fill("01534 716530")
    page.get_by_label("What it is about").fill("The charge, for the <b>second</b> time")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="A question, or advice").click()
    expect(page.get_by_role("heading", name="A question, or advice")).to_be_visible()
    page.get_by_label("Message", exact=True).fill("Please ring back about the charge")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Whom the message is for is not written down")).to_be_visible()
    page.get_by_role("button", name="Log the call").click()
    expect(page.get_by_role("heading", name="Logged: contact")).to_be_visible()

    (card,) = desk.find("Ringing-Falle")
    call, message = (each.event for each in desk.register.history(card.contact))
    assert isinstance(call, Received)
    assert [matter.route for matter in call.matters] == ["question"]
    assert call.rang_at is not None
    assert isinstance(message, MessageTaken)
    assert "the <b>second</b> time" in message.text

    page.get_by_role("button", name="Log another").click()
    expect(page.get_by_label("Name", exact=True)).to_have_value("")
    expect(page.get_by_role("button", name="It rings")).to_be_visible()
