"""The real frame without a browser, at a time that a test chooses."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.frame import NOW, at_the_time, opened


@pytest.fixture
def frame(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The frame on its first page, opened at `NOW`; `frame.switch_page("views/policy.py").run()` goes on."""
    at_the_time(NOW, monkeypatch)
    return opened()
