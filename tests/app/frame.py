"""What the tests of the application share: the frame, opened, and the time it believes it is."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app.wiring import WHO_KEY

__all__ = ["NOW", "at_the_time", "opened"]

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)  # a Tuesday
_FRAME = Path(__file__).parents[2] / "app" / "main.py"


def at_the_time(at: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the application take this instant for now."""
    monkeypatch.setenv("JOIC_NOW", at.isoformat())


def opened(view: str = "triage", *, who: str = "Ann") -> AppTest:
    """The frame on a page, with somebody at work."""
    frame = AppTest.from_file(_FRAME, default_timeout=20)
    frame.session_state[WHO_KEY] = who
    return frame.switch_page(f"views/{view}.py").run()
