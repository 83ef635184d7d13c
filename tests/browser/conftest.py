"""A real browser on the real application: `screen` is one window, `windows` opens any kind."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from app.store import open_register
from joic_policy.register import ContactDesk
from tests.browser.screen import Screen, Windows
from tests.desks import desk_on

ROOT = Path(__file__).parents[2]
NOW = "2026-11-24T10:00:00+00:00"  # a Tuesday
expect.set_options(timeout=15_000)  # a busy machine is slow, not wrong
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def register_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the register of the application is: empty at first, and shared by all windows."""
    return f"sqlite:///{tmp_path_factory.mktemp('register') / 'register.sqlite'}"


@pytest.fixture(scope="session")
def desk(register_url: str) -> Iterator[ContactDesk]:
    """A desk on that register, for what a test begins with."""
    register = open_register(register_url)
    yield desk_on(register, now=datetime.fromisoformat(NOW))
    register.close()


@pytest.fixture(scope="session")
def address(register_url: str) -> Iterator[str]:
    """The address of the application, served by a process of its own whose clock stands at `NOW`."""
    kept = {"JOIC_REGISTER_URL": register_url, "JOIC_TRAINING_URL": f"{register_url}.training"}
    environment = {**os.environ, "JOIC_NOW": NOW, **kept}
    command = [sys.executable, "-m", "app", "--port", "0"]
    with subprocess.Popen(  # noqa: S603  # our own command
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        lines = process.stdout or ()
        found = next(filter(None, (re.search(r"http://127\.0\.0\.1:\d+", line) for line in lines)), None)
        assert found, "the application ended before it said where it is"
        yield found[0]
        process.terminate()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, or the one that `JOIC_CHROMIUM` names."""
    program = os.environ.get("JOIC_CHROMIUM") or shutil.which("chromium")
    if program is None:
        pytest.skip("no Chromium here: install Debian's package chromium, or name one in JOIC_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def windows(chromium: Browser, address: str) -> Windows:
    """What opens any window, for a `with`; takes the options of a Playwright context, such as color_scheme.

    None may ask another host for anything, whatever the test is about.
    """

    @contextmanager
    def window(**options: Any) -> Iterator[Screen]:
        usual = {"viewport": {"width": 1280, "height": 900}, "locale": "en-GB", "reduced_motion": "reduce"}
        context = chromium.new_context(**usual | options)
        context.set_default_timeout(10_000)
        screen = Screen(page=context.new_page(), address=address)
        context.on("request", lambda request: screen.asked.append(request.url))
        screen.page.on("websocket", lambda socket: screen.asked.append(socket.url.replace("ws:", "http:", 1)))
        yield screen
        context.close()
        assert screen.elsewhere == [], "the page asked another host"

    return window


@pytest.fixture
def screen(windows: Windows) -> Iterator[Screen]:
    """A window of 1280 by 900 in light colours."""
    with windows() as screen:
        yield screen
