"""What the tests of the application share: the frame, opened, and the time it believes it is."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

__all__ = ["NOW", "at_the_time", "opened"]

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)  # a Tuesday
_FRAME = Path(__file__).parents[2] / "app" / "main.py"


def at_the_time(at: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the application take this instant for now."""
    monkeypatch.setenv("JOIC_NOW", at.isoformat())


def opened() -> AppTest:
    """The frame on its first page."""
    return AppTest.from_file(_FRAME, default_timeout=20).run()
