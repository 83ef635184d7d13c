"""Practising in a real browser: one written scenario to its marks, and on to the next."""

import re
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.screen import WCAG, Windows


def breaks_no_rule(page: Page) -> None:
    """See that axe-core finds no breach of WCAG A or AA."""
    found = Axe().run(page, options={"runOnly": WCAG})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (400, "dark")])
def test_a_scenario_is_done_to_its_marks(
    windows: Windows, width: int, colours: Literal["light", "dark"]
) -> None:
    """Each step begins at its heading; a clause opens; keys commit and go on; no rule of WCAG is broken."""
    with windows(color_scheme=colours, viewport={"width": width, "height": 900}) as screen:
        page = screen.open("practise?scenarios=loyalty_card,rang_off")
        head = page.locator(".practise-head")
        expect(head).to_be_focused()
        breaks_no_rule(page)

        page.keyboard.press("Control+Enter")
        page.get_by_text("Ask the organisation again").click()
        days = page.get_by_label("Which is the last day for this: Respond formally?").first
        days.get_by_role("spinbutton").first.click()
        page.keyboard.type("17042026")
        page.keyboard.press("Escape")
        expect(page.get_by_text("Without an answer, and so without marks: 2 and 3.")).to_be_visible()
        page.keyboard.press("Control+Enter")

        expect(head).to_have_text("Marked: The card that would not stop writing")
        expect(head).to_be_focused()
        expect(head).to_be_in_viewport()
        expect(page.get_by_text("Friday 3 April 2026 was counted, and does not count")).to_be_visible()
        says = page.get_by_text("First step: take it up with the organisation.")
        expect(says).to_be_hidden()
        page.locator("summary", has_text="CMP-4").click()
        expect(says).to_be_visible()
        breaks_no_rule(page)

        page.keyboard.press("Control+Enter")
        expect(head).to_have_text("She rang off")
        expect(page.get_by_text(re.compile("1 of 2 done"))).to_be_visible()
