"""The page of deadlines, through the frame: facts in, dates out."""

import re
from datetime import date
from html import unescape

from streamlit.testing.v1 import AppTest

from app.wiring import AS_OF_KEY
from joic_policy.policy import POLICY


def page(frame: AppTest, **address: str | list[str]) -> AppTest:
    """The page of deadlines, by an address that holds these facts."""
    for name, value in address.items():
        frame.query_params[name] = value
    return frame.switch_page("views/deadlines.py").run()


def said(frame: AppTest) -> str:
    """What is drawn of dates and months, as text."""
    drawn = "\n".join(part.proto.body for part in frame.main.get("html"))
    return unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", drawn, flags=re.DOTALL))


def dates_on(frame: AppTest) -> list[str]:
    """The day of each deadline, in the order of the page."""
    drawn = "\n".join(part.proto.body for part in frame.main.get("html"))
    return re.findall(r'class="when">([^<]+)<', drawn)


def test_a_letter_of_today_is_answered_at_once(frame: AppTest) -> None:
    """Opened with nothing typed: three working days, fifteen working days."""
    page(frame)

    assert not frame.exception
    assert dates_on(frame) == ["Friday 27 November 2026", "Tuesday 15 December 2026"]
    assert "WRI-10" in said(frame)
    assert POLICY.clauses["WRI-12"].summary in said(frame)


def test_a_link_opens_filled_in(frame: AppTest) -> None:
    """The day and the channel stand in the address; a day to come is said not to have come yet."""
    page(frame, received="2026-12-01", channel="email")

    assert frame.date_input(key="received").value == date(2026, 12, 1)
    assert dates_on(frame) == ["Wednesday 2 December 2026", "Tuesday 22 December 2026"]
    assert [note.value for note in frame.info] == [
        "Not received yet as of Tuesday 24 November 2026: these are the dates that it will have."
    ]


def test_a_link_says_what_was_not_taken_from_it(frame: AppTest) -> None:
    """Field, given, expected for each; the rest is kept, and a change ends the notice."""
    link: dict[str, str | list[str]] = {
        "received": "2027-02-29",
        "channel": "pigeon",
        "closed": ["2026-12-01", "2026-12-02", "2026-12-03"],
        "days.formal_response": "1e400",
        "colour": "green",
        "received.time": "09:15",
    }
    page(frame, **link)

    assert not frame.exception
    (notice,) = frame.error
    first, *told = notice.value.replace("\\", "").splitlines()
    assert first == "This link could not be read in full. All but what is named here was taken from it."
    assert told[0] == ("- **Received on:** Given 2027-02-29: expected one day from 1900-01-01 to 2199-12-31.")
    assert told[1].startswith("- **Channel:** Given pigeon: expected one of: letter; email; ")
    assert told[2].endswith("; kept: 2026-12-01.")
    assert told[3].endswith("Given 1e400: expected one whole number.")
    assert told[4] == "- **colour:** Given green: expected the name of a field that is on this page."
    assert len(told) == 5
    assert frame.text_input(key="received.time").value == "09:15"

    frame.run()
    assert len(frame.error) == 1
    frame.selectbox(key="channel").select("telephone").run()
    assert not frame.error


def test_a_link_of_two_scenarios_is_taken_whole(frame: AppTest) -> None:
    """Nothing is said of what every kind of field took."""
    link: dict[str, str | list[str]] = {
        "compare": "true",
        "received": "2026-11-20",
        "channel": "online form",
        "automatic": "true",
        "asks": ["a question", "subject access to the Office"],
        "days.formal_response.second": "10",
        "holiday": "",
    }
    page(frame, **link)

    assert [error.value for error in frame.error] == []
    assert frame.number_input(key="days.formal_response.second").value == 10


def test_facts_in_dates_out(frame: AppTest) -> None:
    """What is asked brings its own fact, and the fact its date, said first."""
    page(frame).multiselect(key="asks").select("foi_appeal").run()
    frame.date_input(key="foi_appeal.answered_on").set_value(date(2026, 11, 2)).run()

    assert not frame.exception
    assert dates_on(frame)[0] == "Monday 14 December 2026"
    assert "Do not leave it to the last day." in said(frame)


def test_an_acknowledgement_changes_how_it_stands(frame: AppTest) -> None:
    """Done in time; the formal response still waits."""
    page(frame, received="2026-11-20").date_input(key="acknowledged").set_value(date(2026, 11, 23)).run()

    assert "Done in time" in said(frame)
    assert "Waiting" in said(frame)


def test_the_as_of_day_drives_how_it_stands(frame: AppTest) -> None:
    """Overdue a week later; what happened after a past day is left out and said to be."""
    page(frame, received="2026-11-20").date_input(key="acknowledged").set_value(date(2026, 11, 24)).run()
    frame.date_input(key=AS_OF_KEY).set_value(date(2026, 11, 23)).run()

    assert "Done in time" not in said(frame)
    (note,) = frame.info
    assert "after Monday 23 November 2026: acknowledged (Tuesday 24 November 2026)" in note.value

    frame.date_input(key="acknowledged").set_value(None).run()
    frame.date_input(key=AS_OF_KEY).set_value(date(2026, 12, 1)).run()

    assert "Overdue" in said(frame)


def test_what_is_wrong_is_said_beside_it_and_kept(frame: AppTest) -> None:
    """And once more at the top, by the name of its field; the rest is answered."""
    page(frame).text_input(key="received.time").set_value("half past").run()

    beside = "Given half past: expected a time of day like 14:30."
    assert [error.value.replace("\\", "") for error in frame.error] == [
        beside,
        f"There is a problem. What is named here is left out of the dates.\n- Received at: {beside}",
    ]
    assert frame.text_input(key="received.time").value == "half past"
    assert len(dates_on(frame)) == 2


def test_a_year_beyond_the_calendar_is_kept_and_told(frame: AppTest) -> None:
    """There are no dates then, and no crash."""
    page(frame).date_input(key="received").set_value(date(2107, 1, 3)).run()

    assert not frame.exception
    assert dates_on(frame) == []
    assert "Monday 1 January 2018 to Thursday 31 December 2099" in frame.error[0].value
    assert frame.date_input(key="received").value == date(2107, 1, 3)


def test_what_is_typed_is_only_text(frame: AppTest) -> None:
    """The name of a holiday is drawn as it was typed."""
    page(frame).date_input(key="holiday").set_value(date(2026, 12, 1)).run()
    frame.text_input(key="holiday.name").set_value('<img src=x onerror="x"> **Fair**').run()

    assert "<img" not in "".join(part.proto.body for part in frame.main.get("html"))
    assert '1 December: <img src=x onerror="x"> **Fair**' in said(frame)
    assert "Wednesday 16 December 2026" in dates_on(frame)


def test_what_if_shows_what_moved(frame: AppTest) -> None:
    """A second scenario begins as the first one, follows it, and differs where it is changed."""
    page(frame).toggle(key="compare").set_value(True).run()
    assert said(frame).count("The same.") == 2

    frame.number_input(key="days.formal_response.second").set_value(10).run()
    assert "Due on Tuesday 8 December 2026, 5 working days earlier." in said(frame)
    assert "The number is 10 working days, not 15 working days." in said(frame)

    frame.date_input(key="received").set_value(date(2026, 11, 20)).run()
    assert frame.date_input(key="received.second").value == date(2026, 11, 20)
    assert "Due on Friday 4 December 2026, 5 working days earlier." in said(frame)


def test_a_changed_field_of_the_second_scenario_no_longer_follows(frame: AppTest) -> None:
    """What was chosen there stays."""
    page(frame).toggle(key="compare").set_value(True).run()
    frame.selectbox(key="channel.second").select("email").run()

    frame.selectbox(key="channel").select("telephone").run()

    assert frame.selectbox(key="channel.second").value == "email"
    assert "It came by email, not by telephone." in said(frame) or "Not owed" in said(frame)


def test_delays_come_one_after_another(frame: AppTest) -> None:
    """A row for the next one appears when the one before is full."""
    page(frame, received="2026-11-02")
    assert "told.2" not in {one.key for one in frame.date_input}

    frame.date_input(key="told.1").set_value(date(2026, 11, 20))
    frame.date_input(key="revised.1").set_value(date(2026, 12, 4)).run()

    assert "told.2" in {one.key for one in frame.date_input}
    assert "Friday 4 December 2026" in dates_on(frame)
    assert "First target: Monday 23 November 2026." in said(frame)


def test_a_closer_look_explains_any_deadline(frame: AppTest) -> None:
    """The formal response first; the picture, the readings and the text follow the choice."""
    page(frame)
    assert frame.code[0].value.startswith("Respond formally to correspondence (WRI-12)")

    frame.selectbox(key="closer").select("acknowledgement").run()

    assert frame.code[0].value.startswith("Acknowledge an external letter (WRI-10)")
    assert any("Would another reading change it?" in part.value for part in frame.markdown)


def test_every_open_question_can_be_read_otherwise(frame: AppTest) -> None:
    """Counting the day of receipt makes it a day earlier."""
    page(frame).selectbox(key="reading.receipt_day").select("counted").run()

    assert dates_on(frame) == ["Thursday 26 November 2026", "Monday 14 December 2026"]


def test_nothing_typed_is_lost_on_another_page(frame: AppTest) -> None:
    """Nor the second scenario."""
    page(frame).text_input(key="received.time").set_value("09:15").run()
    frame.switch_page("views/policy.py").run()
    frame.switch_page("views/deadlines.py").run()

    assert frame.text_input(key="received.time").value == "09:15"


def test_only_what_can_be_saved_is_offered(frame: AppTest) -> None:
    """A call without a date gives no calendar file."""
    page(frame)
    assert len(frame.main.get("download_button")) == 1

    frame.selectbox(key="channel").select("telephone").run()

    assert len(frame.main.get("download_button")) == 0
