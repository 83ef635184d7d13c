"""Train others in the ordinary application: how to start, what to prepare, what is past. Nobody joins."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app.classroom import Pace, classroom_url, open_classroom
from app.store import open_register
from tests.app.frame import NOW, at_the_time, opened


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page, with a training store of its own."""
    at_the_time(NOW, monkeypatch)
    monkeypatch.setenv("JOIC_TRAINING_URL", f"sqlite:///{tmp_path / 'training.sqlite'}")
    return opened("train")


def test_it_says_how_to_start(page: AppTest) -> None:
    """No key is asked for, and nothing lets learners in."""
    assert page.code[0].value == "python -m app --training --host 192.168.1.20"
    assert [field.label for field in page.main.text_input] == ["What to call it", "Seed for drills"]
    assert "Let learners join" not in [button.label for button in page.button]


def test_a_session_is_prepared_for_training_mode(page: AppTest) -> None:
    """It is in the training store, where training mode finds it."""
    page.multiselect(key="train.scenarios.1").set_value(["rang_off", "doorbell"])
    page.radio(key="train.pace.1").set_value(Pace.OWN)
    page.button(key="train.prepare.0").click().run()
    room = open_classroom(classroom_url(), clock=lambda: NOW)
    held = room.sessions()
    room.close()

    assert not page.exception
    assert [(each.plan, each.pace) for each in held] == [(("rang_off", "doorbell"), Pace.OWN)]
    page.radio(key="train.part").set_value("Prepared").run()
    assert "2 exercises, own pace, prepared on" in page.main.caption[-1].value.replace("\\", "")
    assert "Let learners join" not in [button.label for button in page.button]


def test_preparing_writes_nothing_into_the_register(page: AppTest, register_url: str) -> None:
    """What is for training is kept apart."""
    register = open_register(register_url)
    path = Path(register_url.removeprefix("sqlite:///"))
    before = path.read_bytes()
    page.text_input(key="train.seed.1").set_value("sea").run()
    page.button(key="train.prepare.0").click().run()

    assert not page.exception
    assert path.read_bytes() == before
    assert path.with_name("training.sqlite").is_file()
    register.close()
