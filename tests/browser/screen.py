"""One window on the application, as a browser test sees it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from urllib.parse import urlsplit

from attrs import Factory, frozen
from playwright.sync_api import Page, expect

__all__ = ["WCAG", "Screen", "Windows"]

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@frozen(kw_only=True)
class Screen:
    """A window with nothing remembered; `page` is Playwright's, `asked` each address that it asked for."""

    page: Page
    address: str
    asked: list[str] = Factory(list)

    def open(self, path: str = "") -> Page:
        """Go to a page, such as "deadlines" ("" is the first one), and wait until it stands."""
        self.page.goto(f"{self.address}/{path}")
        expect(self.page.locator("h1")).to_be_visible(timeout=20_000)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until no rerun is going on; after a click, wait for what it brings (`expect`) instead."""
        self.page.wait_for_selector(
            "[data-testid=stApp][data-test-script-state=notRunning]", state="attached"
        )

    @property
    def elsewhere(self) -> list[str]:
        """What it has asked of any other host."""
        own = urlsplit(self.address).netloc
        parts = [(url, urlsplit(url)) for url in self.asked]
        return [url for url, part in parts if part.scheme not in {"data", "blob"} and part.netloc != own]


Windows = Callable[..., AbstractContextManager[Screen]]
