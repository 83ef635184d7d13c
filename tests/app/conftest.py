"""The real frame without a browser, at a time that a test chooses, on a register of the test's own."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.frame import NOW, at_the_time, opened


@pytest.fixture(autouse=True)
def register_url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of an empty register, which the application opens, and beside it room for training."""
    url = f"sqlite:///{tmp_path / 'register.sqlite'}"
    monkeypatch.setenv("JOIC_REGISTER_URL", url)
    monkeypatch.setenv("JOIC_TRAINING_URL", f"sqlite:///{tmp_path / 'training.sqlite'}")
    return url


@pytest.fixture
def frame(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The frame on Triage, opened at `NOW`; `frame.switch_page("views/policy.py").run()` goes on."""
    at_the_time(NOW, monkeypatch)
    return opened()
