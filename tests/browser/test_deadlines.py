"""The page of deadlines in a real browser: the answer at a glance, what if, and the calendar file."""

import re
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from tests.browser.screen import WCAG, Screen, Windows

LINK = "deadlines?received=2026-12-01&channel=letter"
MUCH = (
    "deadlines?received=2026-11-10&compare=true&days.formal_response.second=10&received.time=25:00"
    "&asks=our+decision+disputed&asks=article+19+complaint&decision_disputed.decided_on=2026-11-02"
)


def dates_on(page: Page) -> Locator:
    """The day of each deadline."""
    return page.locator(".dates .when")


def typed(page: Page, label: str, day: str) -> None:
    """Type a day by keyboard: its digits one after another, and on past its two buttons."""
    page.get_by_role("group", name=label).get_by_role("spinbutton").first.focus()
    page.keyboard.type(day)
    for _ in range(3):
        page.keyboard.press("Tab")


def test_the_answer_is_seen_without_scrolling(windows: Windows) -> None:
    """On a screen of 1280 by 800, with nothing typed: both dates and how they stand."""
    with windows(viewport={"width": 1280, "height": 800}) as screen:
        page = screen.open("deadlines")

        expect(dates_on(page)).to_have_text(["Friday 27 November 2026", "Tuesday 15 December 2026"])
        for day in dates_on(page).all():
            expect(day).to_be_in_viewport(ratio=1)


def test_a_link_opens_filled_in_and_one_changed_fact_shows_what_moved(screen: Screen) -> None:
    """Open by an address, read the date, compare, change the channel: a day later, and why."""
    page = screen.open(LINK)
    expect(dates_on(page)).to_have_text(["Friday 4 December 2026", "Tuesday 22 December 2026"])

    page.get_by_text("Compare with a second scenario").click()
    expect(page.locator(".moved td:last-child")).to_have_text(["The same.", "The same."])
    typed(page, "Received on", "02122026")

    moved = page.locator(".moved td:last-child")
    expect(moved.nth(1)).to_contain_text("Due on Wednesday 23 December 2026, 1 working day later.")
    expect(moved.nth(1)).to_contain_text("Received on Wednesday 2 December 2026, not on Tuesday 1 December")
    expect(page).to_have_url(re.compile(r"received\.second=2026-12-02"))

    page.reload()
    expect(moved.nth(1)).to_contain_text("1 working day later.")


def test_the_page_is_worked_by_keyboard_alone(screen: Screen) -> None:
    """The time is typed, what done so far is opened, and a clause is read."""
    page = screen.open(LINK)
    page.get_by_label("Received at").focus()
    page.keyboard.type("16:30")
    page.keyboard.press("Enter")
    expect(page.locator("[data-testid=stCode]")).to_contain_text("16:30 on Tuesday 1 December 2026")

    badge = page.locator(".dates summary").first
    badge.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".dates .source").first).to_be_visible()

    page.locator("summary", has_text="What has been done so far").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Acknowledged at")).to_be_visible()


def test_an_entry_that_cannot_be_so_stays_with_its_message(screen: Screen) -> None:
    """A revised target on a Saturday; the message stands under it, the rest is answered."""
    page = screen.open("deadlines?received=2026-11-02")
    page.get_by_text("What has been done so far").click()
    typed(page, "Told of a delay on", "20112026")
    typed(page, "Revised to", "05122026")

    expected = "Given Saturday 5 December 2026: expected a working day after Monday 23 November 2026."
    expect(page.get_by_role("alert").filter(has_text=expected)).to_have_count(2)
    expect(page).to_have_url(re.compile(r"revised\.1=2026-12-05"))
    expect(dates_on(page)).to_have_text(["Thursday 5 November 2026", "Monday 23 November 2026"])


def test_facts_survive_a_look_at_another_page(screen: Screen) -> None:
    """Nothing typed is lost on the way."""
    page = screen.open(LINK)
    page.get_by_label("Received at").fill("09:15")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"received\.time=09"))

    page.get_by_role("link", name="Policy").click()
    expect(page).to_have_title("Policy")
    page.get_by_role("link", name="Deadlines").click()

    expect(page.get_by_label("Received at")).to_have_value("09:15")
    expect(dates_on(page).first).to_have_text("Friday 4 December 2026")


def test_the_calendar_file_is_opened_by_another_program(screen: Screen) -> None:
    """Saved from the page and parsed: the dates that the page shows, all day."""
    page = screen.open("deadlines?received=2026-11-20")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a calendar").click()

    assert download.value.suggested_filename == "deadlines-received-2026-11-20.ics"
    entries = Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")
    days = [entry.decoded("dtstart") for entry in entries]
    expect(dates_on(page)).to_have_text([f"{day:%A} {day.day} {day:%B %Y}" for day in days])
    assert [str(entry["summary"])[-8:] for entry in entries] == ["(WRI-10)", "(WRI-12)"]


def test_the_picture_is_a_table_that_can_be_read_aloud(screen: Screen) -> None:
    """Days under their weekdays, counted, with what falls on them in words."""
    page = screen.open("deadlines?received=2026-12-15")
    months = page.locator(".months table")

    expect(months.locator("caption")).to_have_text(["November 2026", "December 2026", "January 2027"])
    expect(months.nth(2).get_by_role("cell", name="8 , day 15 due")).to_be_visible()
    expect(months.nth(1).get_by_role("cell", name="25 hol", exact=True)).to_be_visible()
    expect(page.get_by_text("25 December: Christmas Day")).to_be_visible()
    expect(page.get_by_text("Not counted: 6 weekend days, Christmas Day (25 December)")).to_be_visible()


@pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (400, "dark")])
def test_a_page_full_of_dates_breaks_no_rule_of_accessibility(
    windows: Windows, width: int, colours: Literal["light", "dark"]
) -> None:
    """With two scenarios, a problem, the law and the picture; and nothing runs out of it sideways."""
    with windows(color_scheme=colours, viewport={"width": width, "height": 900}) as screen:
        page = screen.open(MUCH)
        expect(page.locator(".moved")).to_be_visible()

        found = Axe().run(page, options={"runOnly": WCAG})

        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
