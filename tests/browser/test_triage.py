"""Triage in a real browser: by keyboard alone, by link, and without a breach of accessibility."""

import re
from typing import Literal
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.screen import WCAG, Screen, Windows

COMPLAINT = (
    '{"topic":"concern","risk":"none","for_whom":"self","holder":"jersey","complaint_written":"yes",'
    '"raised":"refused","grounds":"rights","rights_affected":"yes"'
)
ANSWERS = f"[{COMPLAINT}}}]"
SPOKEN = ANSWERS.replace('"complaint_written":"yes"', '"complaint_written":"no","wish":"complain"')
LETTER = f'[{COMPLAINT},"channel":"letter"}}]'

STATES = {
    '[{"topic":"concern","risk":"now","abuse":"threat"}]': "Whose information is it?",
    '[{"topic":"about_us","feedback":"personal_data"}]': "When was the breach noticed?",
    LETTER: "Complaint to us under article 19",
    SPOKEN: "Complaint to us under article 19",
}


def by(answers: str) -> str:
    """The path that opens the page with these answers."""
    return f"triage?{urlencode({'answers': answers, 'received': '2026-11-24'})}"


def empty(screen: Screen) -> Page:
    """The empty page, once the first question has the focus."""
    page = screen.open("triage")
    expect(page.get_by_role("textbox", name="Notes")).to_be_visible()
    asked(page, "What is it about?")
    return page


def asked(page: Page, wording: str) -> None:
    """Wait until this alone is asked, and its first answer has the focus."""
    expect(page.get_by_role("heading", name=wording, exact=True)).to_be_visible()
    room = page.locator(".st-key-triage-question")
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", state="attached")
    expect(room.locator("[data-stale=true]")).to_have_count(0)
    expect(room.locator("[role=spinbutton], button, input").first).to_be_focused()


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until it has the focus."""
    for _ in range(80):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    expect(wanted).to_be_focused()


def dates_on(page: Page) -> list[str]:
    """The day of each deadline, in the order of the page."""
    return page.locator(".dates .when").all_inner_texts()


def test_a_complaint_from_empty_page_to_outcome_by_keyboard_alone(screen: Screen) -> None:
    """Arrows and Enter, a number alone, Alt with a number, Tab and Space: all do.

    Then its dates are read, one answer is changed, and one sees what moved.
    """
    page = empty(screen)
    press = page.keyboard.press

    press("ArrowDown")
    press("ArrowUp")
    press("Enter")
    asked(page, "Is anyone at risk, now or if the organisation were contacted?")
    press("1")
    asked(page, "Whose information is it?")
    press("Alt+1")
    asked(page, "Who has the information, or used it?")
    press("Space")
    asked(page, "Has a complaint about this reached us in writing? This message counts, if it is one.")
    press("1")
    asked(page, "What do they believe happened, or is likely to? Several may apply.")
    press("Space")
    expect(page.get_by_role("button", name=re.compile("^Continue"))).to_be_visible()
    for _ in range(4):
        press("Tab")
    press("Enter")
    asked(page, "Do they believe that it affects their rights, or may?")
    press("1")
    asked(page, "What came of raising it with the organisation?")
    press("ArrowDown")
    press("ArrowDown")
    press("Enter")

    outcome = page.get_by_role("heading", name="Complaint to us under article 19")
    expect(outcome).to_be_focused()
    expect(page.get_by_text("1 of ")).to_have_count(0)

    channel = page.get_by_role("button", name=re.compile("letter", re.IGNORECASE))
    tab_to(page, channel)
    press("Enter")
    expect(page.locator(".dates .when").first).to_be_visible()
    before = dates_on(page)
    assert "Friday 27 November 2026" in before

    change = page.get_by_role("button", name=re.compile("^Has a complaint about this reached us"))
    tab_to(page, change)
    press("Enter")
    asked(page, "Has a complaint about this reached us in writing? This message counts, if it is one.")
    press("2")
    asked(page, "What would they like?")
    expect(page.get_by_role("heading", name="Set aside")).to_be_visible()
    press("1")
    expect(page.get_by_role("heading", name="Talk it through")).to_be_focused()
    expect(page.locator(".dates .when").first).to_be_visible()
    assert set(dates_on(page)) != set(before)


def test_a_link_opens_the_same_answers_in_another_browser(windows: Windows) -> None:
    """Copied from the page; it opens the outcome with its dates, and holds no notes."""
    with windows() as screen:
        page = empty(screen)
        page.keyboard.press("Alt+5")
        expect(page.get_by_role("heading", name="A question, or advice")).to_be_visible()
        page.get_by_role("textbox", name="Notes").fill("Mrs Marett, 07797 712345")
        page.locator(".st-key-triage-channel").get_by_role("button", name=re.compile("email")).click()
        expect(page.locator(".dates .when").first).to_be_visible()
        page.get_by_text("Copy a summary, or a link").click()
        link = page.locator("[data-testid=stCode]").filter(has_text="http").inner_text()
        before = dates_on(page)

    assert parse_qs(urlsplit(link).query).keys() == {"answers", "received"}
    assert "Marett" not in link
    with windows() as screen:
        page = screen.open(f"triage?{urlsplit(link).query}")
        expect(page.get_by_role("heading", name="A question, or advice")).to_be_visible()
        expect(page.locator(".dates .when")).to_have_count(len(before))
        assert dates_on(page) == before
        expect(page.get_by_role("textbox", name="Notes")).to_have_value("")


def test_a_reload_keeps_the_answers_and_going_back_undoes_one(screen: Screen) -> None:
    """The address holds them, as every page of the web has it."""
    page = empty(screen)
    page.keyboard.press("Alt+1")
    asked(page, "Is anyone at risk, now or if the organisation were contacted?")
    page.keyboard.press("Alt+1")
    asked(page, "Whose information is it?")
    expect(page).to_have_url(re.compile("risk"))

    page.reload()
    expect(page.get_by_role("heading", name="Whose information is it?")).to_be_visible()

    page.go_back()
    expect(page.get_by_role("heading", name=re.compile("^Is anyone at risk"))).to_be_visible()


def test_a_double_click_or_a_key_held_down_answers_one_question(screen: Screen) -> None:
    """The next question appears under the pointer, and must not be answered as well."""
    page = empty(screen)
    page.get_by_role("button", name=re.compile("^How somebody handles")).dblclick()
    at_risk = page.get_by_role("heading", name=re.compile("^Is anyone at risk"))
    expect(at_risk).to_be_visible()
    page.wait_for_timeout(300)
    expect(at_risk).to_be_visible()

    page.get_by_role("button", name=re.compile("^No Shortcut")).focus()
    page.keyboard.down("Enter")
    asked(page, "Whose information is it?")
    for _ in range(5):
        page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    page.wait_for_timeout(300)

    expect(page.get_by_role("heading", name="Whose information is it?")).to_be_visible()


def test_a_day_and_a_time_are_typed_without_a_mouse(screen: Screen) -> None:
    """The day has the focus at once; its parts follow one another, and Alt with Enter goes on."""
    page = screen.open(by('[{"topic":"about_us","channel":"email"}]'))
    expect(page.get_by_role("button", name=re.compile("^We made a mistake"))).to_be_visible()
    page.get_by_role("button", name=re.compile("^We made a mistake")).press("Enter")
    asked(page, "When was the breach noticed?")

    page.keyboard.type("23112026")
    tab_to(page, page.get_by_label("Time, by the clock in Jersey"))
    page.keyboard.type("14:30")
    page.keyboard.press("Tab")
    screen.settle()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Our own mistake with personal data")).to_be_focused()
    expect(page.locator(".dates .when").first).to_have_text("Wednesday 25 November 2026")
    assert "14:30 on Thursday 26 November 2026" in dates_on(page)


def test_numbers_are_typed_into_notes_as_numbers(screen: Screen) -> None:
    """The keys of a question work in the question only, and a new question takes nobody out of the notes."""
    page = empty(screen)
    notes = page.get_by_role("textbox", name="Notes")
    notes.click()
    page.keyboard.type("Called 1 and 2")

    expect(notes).to_have_value("Called 1 and 2")
    expect(page.get_by_role("heading", name="What is it about?")).to_be_visible()


def test_what_if_goes_on_with_the_same_dates(screen: Screen) -> None:
    """The page of deadlines opens with what triage found."""
    page = screen.open(by(LETTER))
    expect(page.locator(".dates .when").first).to_be_visible()
    before = dates_on(page)

    page.get_by_role("link", name="What if?").click()
    expect(page.get_by_role("heading", name="Deadlines", level=1)).to_be_visible()
    expect(page.locator(".dates .when")).to_have_count(len(before))

    assert dates_on(page) == before


@pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (400, "dark")])
def test_no_state_breaks_a_rule_of_accessibility(
    windows: Windows, width: int, colours: Literal["light", "dark"]
) -> None:
    """axe-core finds no breach of WCAG A or AA in a question, an outcome, or what stands beside them."""
    with windows(color_scheme=colours, viewport={"width": width, "height": 900}) as screen:
        for answers, heading in STATES.items():
            page = screen.open(by(answers))
            expect(page.get_by_role("heading", name=heading)).to_be_visible()
            for closed in page.locator("[data-testid=stExpander] summary").all():
                closed.click()
            screen.settle()

            found = Axe().run(page, options={"runOnly": WCAG})

            assert found.violations_count == 0, found.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
