"""The policy page in a real browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.screen import WCAG, Screen, Windows

TABS = ["Clauses", "Numbers", "Open questions", "Law beside it", "The Office"]


def test_a_clause_is_found_by_keyboard_alone(screen: Screen) -> None:
    """Type an id, press Enter; one clause is left, and a reader is told how many."""
    page = screen.open("policy")
    page.get_by_label("Words or id").focus()
    page.keyboard.type("TEL-10")
    page.keyboard.press("Enter")

    expect(page.get_by_text(re.compile(r"^1 of \d+ clauses$"))).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="TEL-10")).to_have_count(1)


def test_markup_in_a_search_is_only_text(screen: Screen) -> None:
    """It finds nothing, does nothing and stays as typed."""
    page = screen.open("policy")
    typed = "<img src=x onerror=\"document.title='caught'\"> :red[**x**]"
    page.get_by_label("Words or id").fill(typed)
    page.keyboard.press("Enter")

    expect(page.get_by_text(re.compile(r"^0 of \d+ clauses$"))).to_be_visible()
    expect(page.get_by_label("Words or id")).to_have_value(typed)
    expect(page).to_have_title("Policy")


def test_a_search_survives_a_look_at_another_page(screen: Screen) -> None:
    """Nothing typed is lost on the way."""
    page = screen.open("policy")
    page.get_by_label("Words or id").fill("letters")
    page.get_by_role("link", name="Triage").click(delay=100)  # as a hand does, not at once
    expect(page.get_by_role("heading", name="Triage")).to_be_visible()
    screen.settle()
    page.get_by_role("link", name="Policy").click()

    expect(page.get_by_label("Words or id")).to_have_value("letters")


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_every_tab_is_accessible_and_fits_a_narrow_window(windows: Windows, colours: str) -> None:
    """Reached by arrow keys; axe-core finds nothing; no tab is wider than the window."""
    with windows(color_scheme=colours, viewport={"width": 400, "height": 900}) as screen:
        page = screen.open("policy")
        page.get_by_role("tab", name=TABS[0]).focus()
        for name in TABS:
            expect(page.get_by_role("tab", name=name)).to_have_attribute("aria-selected", "true")
            found = Axe().run(page, options={"runOnly": WCAG})

            assert found.violations_count == 0, found.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= 400

            page.keyboard.press("ArrowRight")
            page.keyboard.press("Enter")
