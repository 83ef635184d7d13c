"""Logging in a real browser: a call by keyboard alone, once however often it is pressed, and from triage."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.screen import WCAG, Screen, Windows

#: As many as anybody can press in a quarter of a minute who types 40 words a minute.
MOST_KEYS = 50


def at_work(screen: Screen) -> Page:
    """The empty form, with Ann at work, and its first field in use."""
    page = screen.open("log")
    who = page.get_by_role("textbox", name="Who is working")
    if who.count():
        who.fill("Ann")
        who.press("Enter")
        screen.settle()
    page.reload()
    expect(page.get_by_label("Name", exact=True)).to_be_focused(timeout=20_000)
    screen.settle()
    return page


def logged(page: Page) -> str:
    """The number of the contact that was logged."""
    heading = page.get_by_role("heading", name=re.compile(r"Logged: contact \d+"))
    expect(heading).to_be_visible()
    return heading.inner_text().rpartition(" ")[2]


def test_a_call_by_keyboard_alone_and_the_next_one(screen: Screen) -> None:
    """Name, number, what about, and one press; what is typed last counts without leaving its field."""
    page = at_work(screen)
    keys = 0
    for text, then in (("K Vibert", "Tab"), ("716530", "Tab"), ("Opening hours", "Control+Enter")):
        page.keyboard.type(text)
        page.keyboard.press(then)
        keys += len(text) + 1
    first = int(logged(page))
    screen.settle()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_label("Name", exact=True)).to_be_focused()

    page.keyboard.type("K Vibert")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=f"{first}: K Vibert")).to_be_visible()
    assert keys <= MOST_KEYS


def test_a_double_click_records_once(screen: Screen) -> None:
    """The number after it is the next one."""
    page = at_work(screen)
    page.get_by_label("Name", exact=True).fill("Double Click")
    page.keyboard.press("Tab")
    screen.settle()
    page.get_by_role("button", name="Record").dblclick()
    first = int(logged(page))
    screen.settle()
    again = page.get_by_role("button", name="Log another")
    if again.count():
        again.click()
    page.get_by_label("Name", exact=True).fill("After it")
    page.keyboard.press("Control+Enter")

    assert int(logged(page)) == first + 1


def test_a_reload_keeps_what_was_typed_in_every_way_of_looking(windows: Windows) -> None:
    """The address names nobody; on a small dark screen nothing is cut off or out of reach."""
    look = {"viewport": {"width": 400, "height": 850}, "color_scheme": "dark"}
    with windows(**look) as screen:
        page = screen.open("log")
        page.get_by_label("Name", exact=True).fill("Kept Marett")
        page.keyboard.press("Tab")
        expect(page.get_by_text("Before you speak or send")).to_be_visible()
        screen.settle()
        assert "Kept" not in page.url
        page.reload()
        expect(page.get_by_label("Name", exact=True)).to_have_value("Kept Marett", timeout=20_000)
        screen.settle()

        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_triage_found_out_is_logged(screen: Screen) -> None:
    """One press carries it over, a name completes it, and its route is on the record."""
    page = screen.open("triage")
    page.get_by_role("button", name="Registration and charges").click()
    page.get_by_role("button", name="Log it").click()
    expect(page.get_by_text("From triage: Registration and charges")).to_be_visible()
    expect(page.get_by_label("What it is about")).to_have_value("Registration and charges")
    screen.settle()
    page.get_by_label("Name", exact=True).fill("Triaged Caller")
    page.keyboard.press("Control+Enter")

    logged(page)
    expect(page.get_by_text("Route: Registration and charges")).to_be_visible()
