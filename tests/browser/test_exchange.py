"""In and out in a real browser: emails dropped and recorded, and a table taken out and brought in again."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.screen import WCAG, Screen

NAMES = ("Umber", "Verdi", "Wren")


def test_three_emails_are_dropped_recorded_and_not_doubled_by_their_table(
    screen: Screen, tmp_path: Path
) -> None:
    """At once; then the register goes out as a table, and comes in again without anything new."""
    files = [eml(tmp_path, name) for name in NAMES]
    page = part(screen, "Emails in")
    named(page)
    page.locator("input[type=file]").set_input_files(files)
    expect(page.get_by_role("heading", name="3 to record")).to_be_visible()
    assert Axe().run(page, options={"runOnly": WCAG}).response["violations"] == []
    for left in (2, 1, 0):
        page.get_by_role("button", name="I have this one").first.click()
        title = f"{left} to record" if left else "All recorded"
        expect(page.get_by_role("heading", name=title)).to_be_visible()
    page.locator("input[type=file]").set_input_files(files)
    expect(page.get_by_text("is recorded as contact")).to_have_count(3)

    page.get_by_text("Register out", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Contacts as a table").click()
    table = tmp_path / "contacts.csv"
    download.value.save_as(table)
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")
    assert table.read_text(encoding="utf-8").count("@exchange.example") == 3
    page.get_by_text("Contacts in", exact=True).click()
    page.locator("input[type=file]").set_input_files(table)
    expect(page.get_by_text("in the register already, left as they are")).to_be_visible()
    expect(page.get_by_text("0 new;")).to_be_visible()
    expect(page.get_by_role("button", name="Record all")).to_have_count(0)


def part(screen: Screen, name: str) -> Page:
    """A part of the page, opened."""
    page = screen.open("exchange")
    page.get_by_text(name, exact=True).click()
    return page


def named(page: Page) -> None:
    """Somebody is at work."""
    who = page.get_by_label("Who is working")
    who.fill("Ann")
    who.press("Enter")


def eml(folder: Path, name: str) -> Path:
    """A message of somebody, as a file."""
    file = folder / f"{name}.eml"
    file.write_text(
        "Received: from x by mx.jerseyoic.org; Tue, 24 Nov 2026 09:31:07 +0000\n"
        f"From: {name} <{name}@exchange.example>\nMessage-ID: <{name}@exchange>\n"
        f"Subject: from {name}\n\nHello",
        encoding="utf-8",
    )
    return file
