"""The register's pages in a real browser: the queue, and a holiday that moves a date in it."""

from datetime import date
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from joic_policy import Channel, Customer, Matter, Received
from joic_policy.contacts import HolidayHeeded
from joic_policy.register import ContactDesk
from tests.browser.screen import WCAG, Screen, Windows


def begun(desk: ContactDesk, name: str, on: date, kind: str) -> Received:
    """A letter of somebody, about something that no other test is about."""
    letter = Received(
        channel=Channel.LETTER,
        received_on=on,
        customer=Customer(name=name),
        matters=(Matter(kind=kind),),
    )
    desk.record(letter.id, letter, expecting=0)
    return letter


def unfolded(page: Page) -> None:
    """Wait until nothing moves any more: a list that opens on the move is closed by it."""
    page.wait_for_function(
        "() => { const was = window.was; window.was = document.querySelector('[data-testid=stMain]')"
        ".scrollHeight; return window.was === was }",
        polling=400,
    )


def narrowed(screen: Screen, desk: ContactDesk, kind: str) -> Page:
    """Today's queue, narrowed to one kind of matter: what is of another kind is gone from its front."""
    begun(desk, "Left Out", date(2018, 1, 3), "other")
    screen.page.context.add_cookies([{"name": "joic_who", "value": "Ann", "url": screen.address}])
    page = screen.open()
    page.get_by_text("Narrow it down").click()
    unfolded(page)
    page.get_by_label("Kind of matter").click()
    page.get_by_role("option", name=kind).click()
    expect(page.get_by_role("link", name="Left Out")).to_have_count(0)
    screen.settle()
    return page


def test_the_queue_is_narrowed_and_read_page_by_page(screen: Screen, desk: ContactDesk) -> None:
    """A filter leaves what it names; the next page goes on; a line leads to its contact."""
    for number in range(26):
        begun(desk, f"Confiding {number}", date(2026, 11, 23), "information_in_confidence")
    page = narrowed(screen, desk, "information in confidence")

    lines = page.locator("[class*=st-key-listed-plain-queue-]")
    expect(lines).to_have_count(50)
    expect(page.get_by_text("1 to 50", exact=True)).to_be_visible()
    page.get_by_role("button", name="Next page").click()
    expect(lines).to_have_count(2)
    expect(page.get_by_text("51 to 52", exact=True)).to_be_visible()
    page.get_by_role("link", name="Confiding 25").last.click()

    expect(page.get_by_role("heading", name="History")).to_be_visible()
    assert "number=" in page.url
    assert "Confiding" not in page.url


def test_a_holiday_moves_a_date_on_today_and_back(screen: Screen, desk: ContactDesk) -> None:
    """Pressed twice it is proclaimed once; withdrawn, the old day is there again."""
    letter = begun(desk, "Holiday Maker", date(2019, 3, 1), "feedback")
    page = narrowed(screen, desk, "feedback")
    expect(page.get_by_text("Friday 22 March 2019")).to_be_visible()

    page.get_by_role("link", name="Holidays", exact=True).click()
    page.get_by_role("spinbutton", name="day, Day off").click()
    page.keyboard.type("06032019")
    page.keyboard.press("Tab")
    for label, text in (("What it is called", "Day of joy"), ("Where it is proclaimed", "R&O 1/2019")):
        page.get_by_label(label).fill(text)
        page.keyboard.press("Tab")
    screen.settle()
    page.get_by_role("button", name="See what it moves").click()
    expect(page.get_by_text("1 open contact has a date that moves. Nothing has changed yet.")).to_be_visible()
    page.get_by_role("button", name="Proclaim it").dblclick()
    expect(page.get_by_text("Wednesday 6 March 2019: Day of joy")).to_be_visible()
    screen.settle()

    page.get_by_role("link", name="Today", exact=True).click()
    expect(page.get_by_text("Monday 25 March 2019")).to_be_visible()
    assert len(desk.contact(letter.id).contact.acts(HolidayHeeded)) == 1

    page.get_by_role("link", name="Holidays", exact=True).click()
    page.get_by_text("Withdraw Wednesday 6 March 2019").click()
    page.get_by_label("Why it was wrong").fill("Another year")
    page.get_by_role("button", name="Withdraw it").click()
    expect(page.get_by_text("Withdrawn. Contacts whose dates moved back: 1.")).to_be_visible()
    page.get_by_role("link", name="Today", exact=True).click()
    expect(page.get_by_text("Friday 22 March 2019")).to_be_visible()


@pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (400, "dark")])
def test_a_filled_queue_breaks_no_rule_of_accessibility(
    windows: Windows, desk: ContactDesk, width: int, colours: Literal["light", "dark"]
) -> None:
    """axe-core finds no breach in lines, counts and filters, or in what was found."""
    begun(desk, "Access Ible", date(2026, 11, 2), "question")
    with windows(color_scheme=colours, viewport={"width": width, "height": 900}) as screen:
        page = narrowed(screen, desk, "a question")
        expect(page.get_by_role("link", name="Access Ible").first).to_be_visible()
        today = Axe().run(page, options={"runOnly": WCAG})
        page.get_by_label("Find a contact").fill("access ible")
        page.get_by_role("button", name="Find", exact=True).click()
        expect(page.get_by_role("heading", name="Find", level=1)).to_be_visible()
        expect(page.get_by_role("link", name="Access Ible").first).to_be_visible()
        found = Axe().run(page, options={"runOnly": WCAG})

        assert today.violations_count == 0, today.generate_report()
        assert found.violations_count == 0, found.generate_report()
