"""The frame in a real browser: it opens at once, keeps to itself, and can be used by everybody."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.screen import WCAG, Screen, Windows

PAGES = {
    "": "Today",
    "call": "Call",
    "log": "Log a contact",
    "triage": "Triage",
    "find": "Find",
    "letters": "Letters",
    "deadlines": "Deadlines",
    "holidays": "Holidays",
    "staff": "Staff",
    "practise": "Practise",
    "train": "Train others",
    "policy": "Policy",
}


def test_each_page_has_its_own_title_and_the_frame_around_it(screen: Screen) -> None:
    """The tab says where one is, the frame whose policy it is and what else there is."""
    for path, title in PAGES.items():
        page = screen.open(path)

        expect(page).to_have_title(title)
        expect(page.get_by_role("link", name="Deadlines")).to_be_visible()
        expect(page.get_by_text("Jersey Office of the Information Commissioner").first).to_be_visible()


def test_nothing_is_asked_of_another_host(screen: Screen) -> None:
    """The browser speaks to the application alone, whatever page is open."""
    for path in PAGES:
        screen.open(path)

    assert screen.elsewhere == []
    assert any(url.endswith("/_stcore/stream") for url in screen.asked)


def test_the_content_security_policy_refuses_nothing_of_ours(screen: Screen) -> None:
    """No page logs that something of it was refused."""
    logged: list[str] = []
    screen.page.on("console", lambda message: logged.append(message.text))

    for path in PAGES:
        screen.open(path)

    assert [text for text in logged if "Content Security" in text] == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (400, "dark")])
def test_a_page_breaks_no_rule_of_accessibility(
    windows: Windows, path: str, width: int, colours: Literal["light", "dark"]
) -> None:
    """axe-core finds no breach of WCAG A or AA, wide and narrow, light and dark."""
    with windows(color_scheme=colours, viewport={"width": width, "height": 900}) as screen:
        page = screen.open(path)

        found = Axe().run(page, options={"runOnly": WCAG})

        assert found.violations_count == 0, found.generate_report()


def test_who_works_is_said_once_in_a_browser(screen: Screen) -> None:
    """The name is there again after a reload, also with letters that a cookie cannot hold."""
    page = screen.open("policy")
    page.get_by_label("Who is working").fill("Zoë O'Brien; Le Sueur")
    page.keyboard.press("Enter")
    expect(page.locator("#joic-who[data-who^=Zo]")).to_be_attached()
    page.reload()

    expect(page.get_by_label("Who is working")).to_have_value("Zoë O'Brien; Le Sueur")
