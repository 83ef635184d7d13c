"""One contact in a real browser: acts recorded once, on what was seen, with nothing typed lost."""

import re
from datetime import date, datetime
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from joic_policy import Acknowledged, Channel, Customer, Event, Received
from joic_policy.register import ContactDesk
from tests.browser.conftest import NOW
from tests.browser.screen import WCAG, Screen, Windows

HOSTILE = "<img src=x onerror=document.title=1> **b** [a](javascript:1) \u202egnorw \x07" + "long " * 20_000


def begun(desk: ContactDesk, name: str, *acts: Event, **facts: Any) -> tuple[int, Received]:
    """A contact to work on, with its number."""
    opening = Received(
        **{
            "channel": Channel.LETTER,
            "received_on": date(2026, 11, 23),
            "customer": Customer(name=name),
            **facts,
        }
    )
    for version, event in enumerate((opening, *acts)):
        desk.record(opening.id, event, expecting=version)
    card = desk.register.card(opening.id)
    assert card
    return card.number, opening


def acts(desk: ContactDesk, opening: Event) -> list[str]:
    """What was recorded after it began."""
    return [type(each.event).__name__ for each in desk.register.history(opening.id)][1:]


def at_work(screen: Screen, number: int, name: str = "Ann") -> Page:
    """The page of a contact, with somebody at work."""
    screen.page.context.add_cookies([{"name": "joic_who", "value": name, "url": screen.address}])
    page = screen.open(f"contact?number={number}")
    expect(page.get_by_role("heading", name="History")).to_be_visible()
    screen.settle()
    return page


def choose(screen: Screen, act: str, field: str) -> None:
    """Open the form of another act, which has this field."""
    screen.page.get_by_label("What happened").click()
    screen.page.get_by_role("option", name=act, exact=True).click()
    expect(screen.page.get_by_label(field)).to_be_visible()
    screen.settle()


def record(page: Page) -> None:
    """Press the button that records."""
    page.get_by_role("button", name="Record", exact=True).click()


def tell_of_delay(screen: Screen, day: str, why: str) -> None:
    """Fill in a notice of delay and record it; `day` as it is typed."""
    page = screen.page
    choose(screen, "Tell the customer of a delay", "What the customer was told, and why")
    spin = page.get_by_test_id("stDateInput").filter(has_text="The answer will now come by")
    spin.get_by_role("spinbutton").first.click()
    page.keyboard.type(day)
    page.get_by_label("What the customer was told, and why").fill(why)
    page.keyboard.press("Tab")
    screen.settle()
    record(page)
    expect(page.get_by_text("Recorded: The customer was told")).to_be_visible()
    screen.settle()


def test_a_double_click_acknowledges_a_letter_once(screen: Screen, desk: ContactDesk) -> None:
    """Both presses are one act, and the next step is offered after it."""
    number, opening = begun(desk, "Double Acknowledged")
    page = at_work(screen, number)
    expect(page.get_by_role("heading", name="Next: acknowledge it")).to_be_visible()

    page.get_by_role("button", name="Record", exact=True).dblclick()

    expect(page.get_by_role("heading", name="Next: respond")).to_be_visible()
    screen.settle()
    assert acts(desk, opening) == ["Acknowledged"]


def test_a_delay_told_in_time_moves_the_date_and_one_told_late_does_not(
    screen: Screen, desk: ContactDesk
) -> None:
    """A late notice is a promise: the answer stays overdue from its first date."""
    acknowledged = Acknowledged(happened_at=datetime.fromisoformat(NOW), channel="letter")
    in_time, _ = begun(desk, "Told In Time", acknowledged)
    late, _ = begun(desk, "Told Late", received_on=date(2026, 10, 20))

    page = at_work(screen, in_time)
    tell_of_delay(screen, "21122026", "We wait for a file.")
    owed = page.locator(".dates li", has_text="Respond formally")
    expect(owed.locator(".when")).to_have_text("Monday 21 December 2026")
    expect(owed.locator(".status")).to_have_text("Waiting")
    page = at_work(screen, late)
    tell_of_delay(screen, "21122026", "We are sorry.")
    owed = page.locator(".dates li", has_text="Respond formally")
    expect(owed.locator(".when")).to_have_text("Tuesday 10 November 2026")
    expect(owed.locator(".status")).to_have_text("Overdue")
    expect(owed).to_contain_text("Told too late: Monday 21 December 2026 is a promise")


def test_two_people_on_one_contact(windows: Windows, desk: ContactDesk) -> None:
    """The second sees what the first recorded, loses nothing typed, and records on top of it."""
    number, opening = begun(desk, "Two People")
    with windows() as first, windows() as second:
        at_work(first, number)
        page = at_work(second, number, "Bea")
        choose(second, "Record a mistake of ours", "What we did wrongly")
        page.get_by_label("What we did wrongly").fill("We lost a page.")
        record(first.page)
        expect(first.page.get_by_role("heading", name="Next: respond")).to_be_visible()

        record(page)
        expect(page.get_by_text("Nothing is recorded yet: somebody else was first")).to_be_visible()
        expect(page.get_by_role("alert").filter(has_text="Ann: Acknowledged by letter").first).to_be_visible()
        expect(page.get_by_label("What we did wrongly")).to_have_value("We lost a page.")
        second.settle()
        record(page)

        expect(page.get_by_role("heading", name="Next: put our mistake right")).to_be_visible()
    assert acts(desk, opening) == ["Acknowledged", "MistakeFound"]


def test_a_reload_keeps_what_was_typed(screen: Screen, desk: ContactDesk) -> None:
    """The form that was open is open again, with what stood in it."""
    number, _ = begun(desk, "Reloaded")
    page = at_work(screen, number)
    choose(screen, "Record a hazard or an injury", "Where")
    page.get_by_label("Where").fill("The stairs")
    page.get_by_text("Somebody was hurt").click()
    screen.settle()

    page.reload()

    expect(page.get_by_label("Where")).to_have_value("The stairs", timeout=20_000)
    expect(page.get_by_label("Somebody was hurt")).to_be_checked()


def test_hostile_text_stays_text(screen: Screen, desk: ContactDesk) -> None:
    """However it was typed and however long it is, it runs nothing and can be read whole."""
    customer = Customer(name=HOSTILE, organisation=HOSTILE, telephone=HOSTILE, email=HOSTILE, address=HOSTILE)
    number, _ = begun(desk, "", customer=customer, subject=HOSTILE, text=HOSTILE, file=f"H {HOSTILE[:50]}")
    page = at_work(screen, number)

    expect(page).to_have_title("Contact")
    assert page.locator("main img, section img").count() == 0
    fact = page.locator(".contact-facts dd", has_text="<img src=x").first
    fact.locator("summary").click()
    expect(fact).to_contain_text(re.compile(r"(long ){50}"))


@pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (400, "dark")])
def test_a_contact_breaks_no_rule_of_accessibility(
    windows: Windows, desk: ContactDesk, width: int, colours: Literal["light", "dark"]
) -> None:
    """Also with a line of its history opened for correction."""
    number, _ = begun(
        desk, f"Accessible {width}", Acknowledged(happened_at=datetime.fromisoformat(NOW), channel="email")
    )
    with windows(color_scheme=colours, viewport={"width": width, "height": 900}) as screen:
        page = at_work(screen, number)
        page.get_by_role("button", name="Correct").first.click()
        expect(page.get_by_label("Why it is corrected")).to_be_visible()
        screen.settle()

        found = Axe().run(page, options={"runOnly": WCAG})

        assert found.violations_count == 0, found.generate_report()
