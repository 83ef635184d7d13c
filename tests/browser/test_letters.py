"""The letters page in a real browser."""

from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from docx import Document
from playwright.sync_api import expect

from joic_policy import DelayTold
from joic_policy.contacts import LetterSent
from joic_policy.register import ContactDesk
from tests.browser.screen import Screen
from tests.desks import a_letter


def test_a_delay_notice_from_the_register_to_a_document(screen: Screen, desk: ContactDesk) -> None:
    """The date of the document is the date of the deadline; then the delay is told, and recorded as sent."""
    letter = a_letter(subject="A camera in the lobby")
    desk.record(letter.id, letter, expecting=0)
    card = desk.register.card(letter.id)
    assert card is not None
    page = screen.open(f"letters?number={card.number}")
    page.get_by_label("What to write").click()
    page.get_by_role("option", name="Notice of delay").click()
    revised = page.get_by_role("group", name="The answer will come by")
    revised.get_by_role("spinbutton").first.click()
    page.keyboard.type("21122026")
    page.keyboard.press("Escape")
    page.get_by_label("What they wrote about").fill("a camera")
    page.get_by_label("What holds it up, in a few plain words").fill("we wait for a reply <b>today</b>")
    page.keyboard.press("Tab")
    article = page.locator("article")
    expect(article).to_contain_text("You will have our answer by Monday 21 December 2026.")
    expect(article).to_contain_text("we wait for a reply <b>today</b>")

    with page.expect_download() as download:
        page.get_by_role("button", name="Document (.docx)").click()
    document = Document(BytesIO(Path(download.value.path()).read_bytes()))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs).replace("\u00a0", " ")

    assert "We aimed to answer you by Monday 14 December 2026" in words
    assert "Monday 21 December 2026" in words
    assert "<b>today</b>" in words

    page.get_by_role("button", name="It is sent: record it").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Letters")

    assert urlsplit(page.url).path == "/contact"
    told, sent = (each.event for each in desk.register.history(letter.id)[1:])
    assert isinstance(told, DelayTold)
    assert isinstance(sent, LetterSent)
