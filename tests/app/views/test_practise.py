"""Practising alone, through the frame: from a choice to the marks, the next exercise and the summary."""

import re
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app.store import open_register
from tests.app.frame import NOW, at_the_time, opened


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page as it opens."""
    at_the_time(NOW, monkeypatch)
    return opened("practise")


def with_address(frame: AppTest, **link: str) -> AppTest:
    """The page as an address opens it."""
    for name, value in link.items():
        frame.query_params[name] = value
    return frame.run()


def held(frame: AppTest, name: str) -> str:
    """What the address holds."""
    found = frame.query_params[name]
    return found if isinstance(found, str) else found[0]


def said(frame: AppTest) -> str:
    """Everything that the page says, as text."""
    drawn = " ".join(part.proto.body for part in frame.main.get("html"))
    drawn = unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", drawn, flags=re.DOTALL))
    words = [
        *frame.main.header,
        *frame.main.subheader,
        *frame.main.markdown,
        *frame.main.caption,
        *frame.main.error,
        *frame.main.info,
    ]
    return " ".join(" ".join((drawn, *(part.value for part in words))).replace("\\", "").split())


def press(frame: AppTest, key: str) -> AppTest:
    """The page after a button."""
    frame.button(key=key).click().run()
    assert not frame.exception
    return frame


def test_nothing_is_given_away_before_and_everything_is_told_after(page: AppTest) -> None:
    """The derivation, the clause and the right answer come with the marks, part by part."""
    with_address(page, scenarios="asked_for_marie,rang_off")

    assert "Is Marie there?" in said(page)
    assert "She was so helpful last time." in said(page)
    assert "Training: nothing here is live." in said(page)
    assert not [word for word in ("TEL-5", "right answer", "comes about") if word in said(page)]
    page.radio(key="practise.1.0.transfer").set_value("transfer").run()
    assert "1 of 2 answered. Without an answer, and so without marks: 2." in said(page)

    press(page, "practise.1.0.commit")

    for word in (
        "3 of 6 marks",
        "Right 3 of 3 marks",
        "Not answered 0 of 3 marks",
        "The right answer Pat Hamon",
        "TEL-5",
        "How the answer comes about",
        "1 of 2 done.",
        "What was missed comes back later: Is Marie there?",
    ):
        assert word in said(page)


def test_a_set_goes_on_brings_back_what_was_missed_and_is_summed_up(page: AppTest) -> None:
    """With a summary by clause, from which what was missed can be practised again."""
    with_address(page, scenarios="rang_off")
    press(page, "practise.1.0.commit")
    press(page, "practise.next")
    assert "This is back because something in it was missed." in said(page)
    assert page.radio(key="practise.1.1.ring").value is None
    page.radio(key="practise.1.1.ring").set_value("given_up_in_time").run()
    press(page, "practise.1.1.commit")
    press(page, "practise.next")

    assert page.main.header[0].value == "By clause"
    assert "TEL-1 Every call is answered" in said(page)
    press(page, "practise.missed")
    assert page.radio(key="practise.2.0.ring").value is None
    press(page, "practise.end")
    assert "Nothing was committed to" in said(page)
    press(page, "practise.another")
    assert page.button(key="practise.begin")
    assert not page.query_params


def test_days_and_lines_are_answered_and_none_is_an_answer(page: AppTest) -> None:
    """A day, that there is no date, some lines, or none of them: each counts, and excludes the other."""
    with_address(page, scenarios="loyalty_card")
    key = "practise.1.0."
    page.checkbox(key=f"{key}duties.0").check().run()
    page.checkbox(key=f"{key}duties.none").check().run()
    assert not page.checkbox(key=f"{key}duties.0").value
    page.checkbox(key=f"{key}duties.1").check().run()
    assert not page.checkbox(key=f"{key}duties.none").value
    page.date_input(key=f"{key}due_on_formal_response").set_value("2026-04-17").run()
    page.checkbox(key=f"{key}due_on_acknowledgement.none").check().run()
    assert page.date_input(key=f"{key}due_on_acknowledgement").disabled

    press(page, f"{key}commit")

    assert "Your answer Friday 17 April 2026 The right answer Monday 20 April 2026" in said(page)
    assert "Your answer There is no date for it" in said(page)
    assert "Where it parted:" in said(page)
    assert "17 April: your answer" in said(page)


def test_a_half_filled_form_is_there_again_after_another_page(page: AppTest) -> None:
    """And so is the address that brings the set back."""
    with_address(page, scenarios="rang_off")
    page.radio(key="practise.1.0.ring").set_value("late").run()

    page.switch_page("views/policy.py").run()
    page.switch_page("views/practise.py").run()

    assert page.radio(key="practise.1.0.ring").value == "late"
    assert held(page, "scenarios") == "rang_off"


def test_scenarios_are_chosen_by_level_subject_and_clause(page: AppTest) -> None:
    """What fits nothing cannot be begun; an order may be mixed."""
    page.selectbox(key="practise.subject").set_value("On the telephone").run()
    page.selectbox(key="practise.clause").set_value("APP-2").run()
    page.selectbox(key="practise.level").set_value(1).run()
    assert page.button(key="practise.begin").disabled
    assert "choose something wider" in said(page)
    page.selectbox(key="practise.clause").set_value("TEL-5").run()
    page.selectbox(key="practise.level").set_value(None).run()
    page.multiselect(key="practise.only").set_value(["asked_for_marie"]).run()
    page.checkbox(key="practise.mixed").check().run()
    press(page, "practise.begin")

    assert held(page, "scenarios") == "asked_for_marie"
    assert "Is Marie there?" in said(page)


def test_drills_come_from_a_seed_that_is_told(page: AppTest) -> None:
    """A seed that cannot be is refused where it is typed."""
    page.text_input(key="practise.seed").set_value("a b").run()
    assert page.button(key="practise.begin_drills").disabled
    assert "Given a b" in said(page)
    page.text_input(key="practise.seed").set_value("sea").run()
    press(page, "practise.begin_drills")

    assert held(page, "seed") == "sea"
    assert "Drills on level 1 of 3." in said(page)
    assert "0 of 10 done." in said(page)


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ({"scenarios": "nowhere"}, "Scenarios: Given nowhere"),
        ({"scenarios": "rang_off,<b>"}, "Scenarios: Given <b>"),
        ({"seed": "../x"}, "Seed: Given ../x"),
        ({"seed": "sea", "drills": "1e9"}, "Number of drills: Given 1e9"),
    ],
)
def test_a_manipulated_address_is_answered_with_a_message(
    page: AppTest, link: dict[str, str], named: str
) -> None:
    """What holds of it is taken; the message stays while the set is chosen or begun."""
    with_address(page, **link)

    assert not page.exception
    assert named in said(page)


def test_practising_writes_nothing_into_the_register(page: AppTest, register_url: str) -> None:
    """Whatever is answered, the register stays as it was."""
    register = open_register(register_url)
    path = Path(register_url.removeprefix("sqlite:///"))
    before = path.read_bytes()
    with_address(page, seed="sea", drills="2")
    press(page, "practise.1.0.commit")
    press(page, "practise.end")

    assert path.read_bytes() == before
    register.close()
