"""The frame around every page, without a browser."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import app
from app.wiring import AS_OF_KEY
from tests.app.frame import at_the_time, opened

FRAME = Path(app.__file__).with_name("main.py").read_text(encoding="utf-8")
VIEWS = re.findall(r'"(views/\w+\.py)"', FRAME)


@pytest.mark.parametrize("view", VIEWS)
def test_every_page_stands_in_the_frame(frame: AppTest, view: str) -> None:
    """Each opens without an error, under one title, beside the Office's name."""
    frame.switch_page(view).run()

    assert not frame.exception
    assert len(frame.title) == 1
    assert "Jersey Office of the Information Commissioner" in frame.sidebar.caption[0].value


def test_the_day_is_jerseys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half past eleven in the evening by universal time is the next day in Jersey in summer."""
    at_the_time(datetime(2026, 7, 1, 23, 30, tzinfo=UTC), monkeypatch)

    assert opened().date_input(key=AS_OF_KEY).value == date(2026, 7, 2)


def test_another_day_is_said_and_left_again(frame: AppTest) -> None:
    """Nobody takes another day's statuses for today's."""
    frame.date_input(key=AS_OF_KEY).set_value(date(2027, 3, 1)).run()

    assert [warning.value for warning in frame.sidebar.warning] == ["Another day than today."]

    frame.sidebar.button(key="frame.back_to_today").click().run()

    assert frame.date_input(key=AS_OF_KEY).value == date(2026, 11, 24)
    assert not frame.sidebar.warning


def test_a_window_left_open_follows_midnight(frame: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Today stays today."""
    at_the_time(datetime(2026, 11, 25, 8, tzinfo=UTC), monkeypatch)
    frame.run()

    assert frame.date_input(key=AS_OF_KEY).value == date(2026, 11, 25)
    assert not frame.sidebar.warning


def test_a_day_that_was_chosen_stays_past_midnight(frame: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a person chose is not taken away."""
    frame.date_input(key=AS_OF_KEY).set_value(date(2026, 12, 1)).run()
    at_the_time(datetime(2026, 11, 25, 8, tzinfo=UTC), monkeypatch)
    frame.run()

    assert frame.date_input(key=AS_OF_KEY).value == date(2026, 12, 1)


def test_what_was_typed_and_chosen_survives_other_pages(frame: AppTest) -> None:
    """The as-of day and a search are there again after a look elsewhere."""
    frame.date_input(key=AS_OF_KEY).set_value(date(2026, 12, 1))
    frame.switch_page("views/policy.py").run()
    frame.text_input(key="policy.words").set_value("letters").run()
    frame.switch_page("views/deadlines.py").run()
    frame.switch_page("views/policy.py").run()

    assert frame.text_input(key="policy.words").value == "letters"
    assert frame.date_input(key=AS_OF_KEY).value == date(2026, 12, 1)
