"""Training mode through its own frame: learners and their trainer, each in a window, and no register."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app.classroom import Classroom, Pace, Session, classroom_url, open_classroom
from app.training_wiring import opened_to_learners, trainer_key

_FRAME = Path(__file__).parents[2] / "app" / "training.py"
PLAN = ("rang_off", "asked_for_marie")


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The trainer's key, while training mode runs; the register's file is not there afterwards."""
    monkeypatch.setenv("JOIC_TRAINING_URL", f"sqlite:///{tmp_path / 'training.sqlite'}")
    with opened_to_learners() as (key, _):
        yield key
    assert [file.name for file in tmp_path.iterdir() if "register" in file.name] == []


def opened() -> Classroom:
    """The classroom at the address that is set."""
    return open_classroom(classroom_url(), clock=lambda: datetime.now(UTC))


@pytest.fixture
def room(key: str) -> Iterator[Classroom]:
    """The classroom that the frame uses."""
    assert key
    held = opened()
    yield held
    held.close()


def session(room: Classroom, pace: Pace, plan: tuple[str, ...] = PLAN) -> Session:
    """A session that learners can join with CODE77."""
    return room.open(room.prepare(title="Spring class", plan=plan, pace=pace).id, code="CODE77")


def window() -> AppTest:
    """A window on training mode."""
    return AppTest.from_file(_FRAME, default_timeout=20).run()


def learner(initials: str, code: str = "code-77") -> AppTest:
    """A window in which a learner has typed a code and initials."""
    frame = window()
    frame.text_input(key="join.code").set_value(code)
    frame.text_input(key="join.initials").set_value(initials)
    return press(frame, label="Join")


def trainer(key: str) -> AppTest:
    """A window in which the key was given."""
    frame = window().switch_page("views/train.py").run()
    frame.text_input(key="train.key").set_value(key)
    return press(frame, label="Go on")


def press(frame: AppTest, *, label: str) -> AppTest:
    """The page after a button."""
    next(button for button in frame.button if button.label == label).click().run()
    assert not frame.exception
    return frame


def seat_of(frame: AppTest) -> str:
    """The learner's token, as their address holds it."""
    found = frame.query_params["seat"]
    return found if isinstance(found, str) else found[0]


def said(frame: AppTest) -> str:
    """Everything that the page says, as text."""
    drawn = " ".join(part.proto.body for part in frame.main.get("html"))
    drawn = unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", drawn, flags=re.DOTALL))
    kinds = ("title", "header", "subheader", "markdown", "caption", "error", "warning", "info")
    words = [part.value for kind in kinds for part in frame.main.get(kind)]
    return " ".join(" ".join((drawn, *words)).replace("\\", "").split())


def answer(frame: AppTest, value: str) -> AppTest:
    """The page after an answer to its one question is committed to."""
    frame.radio[0].set_value(value)
    return press(frame, label="Commit")


def test_a_learner_goes_through_at_their_own_pace_and_a_reload_comes_back(room: Classroom) -> None:
    """To the exercise, to its marks, and to how it went; the address tells no name."""
    session(room, Pace.OWN)
    frame = learner("ab")

    assert "Spring class" in said(frame)
    assert "nothing here is live" in said(frame)
    assert "You are AB." in said(frame)
    assert "She rang off" in said(frame)
    token = seat_of(frame)
    assert set(frame.query_params) == {"seat"}

    answer(frame, frame.radio[0].options[0])
    again = AppTest.from_file(_FRAME, default_timeout=20)
    again.query_params["seat"] = token
    again.run()
    for each in (frame, again):
        assert "Marked: She rang off" in said(each)
    press(again, label="Next exercise")
    while "Commit" in [button.label for button in again.button]:  # what was missed comes back
        press(again, label="Commit")
        press(again, label=again.button[0].label)
    assert "That was the last one" in said(again)
    assert "By clause" in said(again)


def test_joining_twice_at_once_is_joining_once(room: Classroom) -> None:
    """The second click of a double click still has the address from before."""
    held = session(room, Pace.OWN)
    frame = learner("ab")
    token = seat_of(frame)
    frame.query_params.clear()
    frame.run()

    assert "You are AB." in said(frame)
    assert seat_of(frame) == token
    assert [seat.token for seat in room.seats(held.id)] == [token]


def test_from_a_session_that_is_over_a_learner_goes_on_to_another(room: Classroom) -> None:
    """In the same window."""
    held = session(room, Pace.OWN)
    frame = learner("ab")
    room.end(held.id)
    press(frame.run(), label="Join another session")

    assert "seat" not in frame.query_params
    assert "Join" in [button.label for button in frame.button]


@pytest.mark.parametrize(
    ("initials", "code", "told"),
    [
        ("", "CODE77", "Initials: given ''"),
        ("A B", "CODE77", "Initials: given"),
        ("<i>", "CODE77", "Initials: given"),
        ("AB", "WRONG2", "Join code: given 'WRONG2'"),
        ("XY", "CODE77", "initials that nobody has yet"),
    ],
)
def test_what_cannot_join_is_told_and_stays_typed(
    room: Classroom, initials: str, code: str, told: str
) -> None:
    """By the name of the field."""
    session(room, Pace.OWN)
    room.join(code="CODE77", initials="XY", token=code)
    frame = learner(initials, code)

    assert told in said(frame)
    assert frame.text_input(key="join.code").value == code
    assert frame.text_input(key="join.initials").value == initials
    assert len(room.seats(room.sessions()[0].id)) == 1


def test_an_address_of_a_session_that_is_gone_leads_to_the_way_in(room: Classroom) -> None:
    """With a word about it."""
    frame = AppTest.from_file(_FRAME, default_timeout=20)
    frame.query_params["seat"] = "nobody"
    frame.run()

    assert "no longer kept" in said(frame)
    assert frame.text_input(key="join.code").value == ""
    assert room.sessions() == ()


def test_together_marks_wait_for_everybody(room: Classroom, key: str) -> None:
    """Two learners and their trainer, step by step, from joining to the end."""
    session(room, Pace.TOGETHER, PLAN[:1])
    first, second, lead = learner("ab"), learner("cd"), trainer(key)
    assert "You are in, AB" in said(first)
    assert "2 joined so far." in said(lead)
    assert "AB" in said(lead)

    press(lead, label="Begin")
    assert "Exercise 1 of 1: She rang off" in said(lead)
    assert "How does this call stand against the time set for answering?" in said(lead)
    assert "TEL-1" not in said(lead)
    first.run()
    answer(first, first.radio[0].options[0])
    assert "The marks come once all have answered: 1 of 2 have." in said(first)
    assert "Marked" not in said(first)
    lead.toggle(key="train.marks").set_value(True).run()
    assert "1 of 2 have answered." in said(lead)
    assert "no marks yet" in said(lead)

    second.run()
    press(second, label="Commit")
    for each in (first.run(), second):
        assert "Marked: She rang off" in said(each)
    assert "To talk about: She rang off" in said(lead.run())
    assert "Missed by" in said(lead)


def test_the_trainer_reveals_ends_and_looks_back(room: Classroom, key: str) -> None:
    """Whoever had not answered is told that it is over; the review is there to take along."""
    session(room, Pace.TOGETHER)
    first, second, lead = learner("ab"), learner("cd"), trainer(key)
    press(lead, label="Begin")
    press(first.run(), label="Commit")
    press(lead, label="Reveal without the rest")
    assert "Marked: She rang off" in said(first.run())

    press(lead, label="End it for everybody")
    assert "The trainer has ended it" in said(second.run())
    assert "not counted" in said(second)
    assert "2 learners, 0 of 3 marks at first attempts (0 %)." in said(lead)
    assert "TEL-1" in said(lead)
    assert [part.proto.label for part in lead.main.get("download_button")] == ["Table (CSV)", "Page to print"]
    press(lead, label="Drop it for good")
    assert room.sessions() == ()


def test_a_session_is_prepared_kept_and_opened(room: Classroom, key: str) -> None:
    """From scenarios and a seed; what cannot be is told, and what was typed stays."""
    lead = trainer(key)
    press(lead, label="Keep it for later")
    assert "Exercises: given 'none'" in said(lead)

    lead.text_input(key="train.title.1").set_value("Winter class")
    lead.text_input(key="train.seed.1").set_value("two words").run()
    press(lead, label="Let learners join")
    assert "Seed: given 'two words'" in said(lead)
    assert lead.text_input(key="train.title.1").value == "Winter class"

    lead.text_input(key="train.seed.1").set_value("sea")
    lead.selectbox(key="train.level.1").set_value(3).run()
    lead.multiselect(key="train.scenarios.1").set_value(["safe_address"])
    press(lead, label="Keep it for later")
    assert [(each.title, each.length, each.pace) for each in room.sessions()] == [
        ("Winter class", 6, Pace.TOGETHER)
    ]
    assert lead.text_input(key="train.title.2").value == ""

    lead.radio(key="train.part").set_value("Prepared").run()
    press(lead, label="Let learners join")
    assert "Nobody has joined yet." in said(lead)
    assert room.open_session
    assert room.open_session.code in said(lead)


def test_all_scenarios_of_a_kind_are_taken_at_once(room: Classroom, key: str) -> None:
    """Beside those that were picked before."""
    lead = trainer(key)
    lead.multiselect(key="train.scenarios.1").set_value(["rang_off"]).run()
    assert "How does this call stand against the time set for answering?" in said(lead)
    lead.selectbox(key="train.level.1").set_value(3).run()
    lead.button(key="train.all.1").click().run()
    taken = lead.multiselect(key="train.scenarios.1").value

    assert taken[0] == "rang_off"
    assert "safe_address" in taken
    assert room.sessions() == ()


def test_a_lost_page_is_found_again_by_the_trainer(room: Classroom, key: str) -> None:
    """By the address that is the learner's own."""
    session(room, Pace.OWN)
    token = seat_of(learner("ab"))
    lead = trainer(key)
    lead.selectbox(key="train.whose").set_value("AB").run()

    assert lead.code[0].value.endswith(f"/?seat={token}")


def test_without_the_key_nothing_of_the_group_is_seen(room: Classroom, key: str) -> None:
    """Neither initials nor what they missed; it may be typed in small letters, with dashes or without."""
    session(room, Pace.OWN)
    learner("ab")
    wrong = trainer("WRONG")
    right = trainer(f" {key[:4].lower()}-{key[4:]} ")

    assert "That is not the key" in said(wrong)
    assert "AB" not in said(wrong)
    assert "Spring class" not in said(wrong)
    assert "AB" in said(right)


def test_a_store_that_cannot_be_used_is_said_on_the_page(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where to look, and nothing of Python."""
    (tmp_path / "letter.txt").write_text("Dear Sir")
    monkeypatch.setenv("JOIC_TRAINING_URL", f"sqlite:///{tmp_path / 'letter.txt'}")
    frame = trainer(key)

    assert "training store cannot be used" in said(frame)
    assert not frame.exception
    assert classroom_url().endswith("letter.txt")


def test_a_session_that_was_open_keeps_its_code_when_training_starts_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that learners come back to it; the trainer has a new key, and nobody is one afterwards."""
    monkeypatch.setenv("JOIC_TRAINING_URL", f"sqlite:///{tmp_path / 'training.sqlite'}")
    with opened_to_learners() as (first, _):
        room = opened()
        session(room, Pace.OWN)
        room.close()
    with opened_to_learners() as (second, code):
        assert code == "CODE77"
        assert trainer_key() == second != first
    assert trainer_key() is None
