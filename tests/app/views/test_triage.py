"""The triage page, through the frame: from an empty page to an outcome, and every way back."""

import json
import re
from datetime import date, timedelta
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from app.wiring import AS_OF_KEY, today
from joic_policy.triage import Route, route_title

COMPLAINT = [
    "topic.concern",
    "risk.none",
    "for_whom.self",
    "holder.jersey",
    "complaint_written.no",
    "raised.refused",
    "wish.complain",
    "grounds.continue",
    "rights_affected.yes",
]
NOTES = "Mrs Marett, 07797 712345"


def press(frame: AppTest, *keys: str) -> AppTest:
    """The page after some buttons."""
    for key in keys:
        frame.button(key=f"triage.{key}").click().run()
        assert not frame.exception
    return frame


def said(frame: AppTest) -> str:
    """Everything that the page says, as text."""
    drawn = "\n".join(part.proto.body for part in frame.main.get("html"))
    drawn = unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", drawn, flags=re.DOTALL))
    words = [
        *frame.main.header,
        *frame.main.subheader,
        *frame.main.markdown,
        *frame.main.caption,
        *frame.main.error,
    ]
    return "\n".join([drawn, *(part.value for part in words), *(code.value for code in frame.code)]).replace(
        "\\", ""
    )


def asked(frame: AppTest) -> str:
    """The heading of the question, or of the outcome."""
    return frame.main.header[0].value.replace("\\", "")


def dates_on(frame: AppTest) -> list[str]:
    """The day of each deadline, in the order of the page."""
    drawn = "\n".join(part.proto.body for part in frame.main.get("html"))
    return re.findall(r'class="when">([^<]+)<', drawn)


def link(frame: AppTest) -> dict[str, str]:
    """What the address holds."""
    return {
        name: values if isinstance(values, str) else values[0] for name, values in frame.query_params.items()
    }


@pytest.mark.clause("CMP-5")
def test_a_complaint_is_triaged_to_its_outcome_and_dates(frame: AppTest) -> None:
    """One press a question; a spoken complaint says what to do beside it; a letter has its two dates."""
    press(frame, *COMPLAINT)

    assert asked(frame) == "Complaint to us under article 19"
    assert "The complaint is not in writing yet" in said(frame)
    assert dates_on(frame) == []

    press(frame, "channel.letter")

    assert dates_on(frame) == ["Friday 27 November 2026", "Tuesday 15 December 2026"]


def test_the_routes_narrow_with_every_answer(frame: AppTest) -> None:
    """From all of them to the one."""

    def count() -> int:
        return int(re.findall(rf"(\d+) of {len(Route)} routes", str(frame.main.get("progress")[0].proto))[0])

    counts = [count()]
    for key in COMPLAINT[:-1]:
        press(frame, key)
        counts.append(count())

    assert counts[0] == len(Route)
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] == 1


def test_an_answer_is_changed_and_everything_restored(frame: AppTest) -> None:
    """What it sets aside is shown, and is back when it is changed back."""
    press(frame, *COMPLAINT, "change.holder")
    assert asked(frame) == "Who has the information, or used it?"

    press(frame, "holder.guernsey")
    assert asked(frame) == "The organisation is not in Jersey"
    assert "Set aside" in said(frame)
    assert "They refused" in said(frame)

    press(frame, "change.holder", "holder.jersey")
    assert asked(frame) == "Complaint to us under article 19"
    assert "Set aside" not in said(frame)


def test_a_change_can_be_left(frame: AppTest) -> None:
    """Keeping the answer goes back to where one was."""
    press(frame, *COMPLAINT[:3], "change.topic", "keep")

    assert asked(frame) == "Who has the information, or used it?"


def test_every_step_can_be_taken_back_also_starting_again(frame: AppTest) -> None:
    """Undo brings back the answers, and the notes with them."""
    press(frame, *COMPLAINT)
    frame.text_area(key="triage.1.notes").set_value(NOTES).run()
    press(frame, "again")
    assert asked(frame) == "What is it about?"
    assert frame.text_area(key="triage.2.notes").value == ""

    press(frame, "undo")
    assert asked(frame) == "Complaint to us under article 19"
    assert frame.text_area(key="triage.1.notes").value == NOTES

    press(frame, "undo")
    assert asked(frame) == "Do they believe that it affects their rights, or may?"


def test_nothing_can_be_undone_on_an_empty_page(frame: AppTest) -> None:
    """The button says so by being off."""
    assert frame.button(key="triage.undo").disabled


def test_another_matter_of_the_same_message(frame: AppTest) -> None:
    """It keeps the channel; both stand with their routes, and their dates together."""
    press(frame, *COMPLAINT, "channel.email", "anything_else.yes")
    assert asked(frame) == "What is it about?"

    press(frame, "topic.advice")

    assert frame.button(key="triage.matter.0").label.endswith("Complaint to us under article 19")
    assert {"Wednesday 25 November 2026", "Tuesday 8 December 2026"} <= set(dates_on(frame))
    assert asked(press(frame, "matter.0")) == "Complaint to us under article 19"


def test_answers_notes_and_half_typed_text_survive_other_pages(frame: AppTest) -> None:
    """Also ticks that were not sent yet."""
    press(frame, *COMPLAINT[:7])
    frame.checkbox(key="triage.1.0.grounds.rights").check().run()
    frame.text_area(key="triage.1.notes").set_value(NOTES).run()

    frame.switch_page("views/policy.py").run()
    frame.switch_page("views/triage.py").run()

    assert frame.checkbox(key="triage.1.0.grounds.rights").value
    assert frame.text_area(key="triage.1.notes").value == NOTES
    assert "Several may apply" in asked(frame)


def test_the_address_holds_the_answers_and_nothing_personal(frame: AppTest) -> None:
    """No notes, no names and no reasons; an empty page has a bare address."""
    assert link(frame) == {}
    press(frame, *COMPLAINT, "channel.letter")
    frame.text_area(key="triage.1.notes").set_value(NOTES).run()
    frame.selectbox(key="triage.1.0.depart.route").set_value(Route.CHECK)
    frame.text_input(key="triage.1.0.depart.because").set_value("Mrs Marett asks.")
    frame.text_input(key="triage.1.0.depart.by").set_value("A. Renouf").run()
    press(frame, "depart")

    assert link(frame).keys() == {"answers", "received"}
    assert not re.search("Marett|07797|Renouf", str(link(frame)))
    assert NOTES not in frame.code[-1].value


def test_a_link_opens_the_same_answers(frame: AppTest) -> None:
    """In a window that knows nothing of them, on the day of receipt that it holds."""
    answers = {"topic": "advice", "channel": "email"}
    frame.query_params["answers"] = json.dumps([answers])
    frame.query_params["received"] = "2026-11-20"

    frame.switch_page("views/triage.py").run()

    assert asked(frame) == "A question, or advice"
    assert dates_on(frame)[0] == "Monday 23 November 2026"
    assert not frame.error


@pytest.mark.parametrize(
    ("answers", "named"),
    [
        ('[{"topic": "weather", "risk": "none"}]', "weather"),
        ('[{"pet": "cat"}]', "pet"),
        ("[1, 2", "[1, 2"),
        ('[{"topic": "<script>alert(1)</script>"}]', "<script>alert(1)</script>"),
    ],
)
def test_a_bad_link_is_told_and_the_page_works(frame: AppTest, answers: str, named: str) -> None:
    """It names what was wrong, and the next answer is taken as ever."""
    frame.query_params["answers"] = answers
    frame.switch_page("views/triage.py").run()

    assert named in frame.error[0].value.replace("\\", "")

    press(frame, "topic.advice")

    assert asked(frame) == "A question, or advice"
    assert not frame.error


def test_a_bad_link_takes_nothing_from_the_message_in_hand(frame: AppTest) -> None:
    """Its answers stay where the link holds none."""
    press(frame, *COMPLAINT)
    frame.query_params["answers"] = "nonsense"
    frame.run()

    assert frame.error
    assert asked(frame) == "Complaint to us under article 19"


def test_going_back_in_the_browser_keeps_the_notes(frame: AppTest) -> None:
    """An address of the same message is no other message."""
    press(frame, "topic.advice")
    before = link(frame)
    frame.text_area(key="triage.1.notes").set_value(NOTES).run()
    press(frame, "change.topic", "topic.registration")

    for name, value in before.items():
        frame.query_params[name] = value
    frame.run()

    assert asked(frame) == "A question, or advice"
    assert frame.text_area(key="triage.1.notes").value == NOTES


def test_a_departure_is_shown_and_taken_back(frame: AppTest) -> None:
    """With route, reason and name; without them it says what is missing, and keeps what was typed."""
    press(frame, "topic.advice")
    frame.text_input(key="triage.1.0.depart.because").set_value("They ask for it.").run()
    press(frame, "depart")
    assert len(frame.error) == 2
    assert frame.text_input(key="triage.1.0.depart.because").value == "They ask for it."

    frame.selectbox(key="triage.1.0.depart.route").set_value(Route.SERVICE_COMPLAINT)
    frame.text_input(key="triage.1.0.depart.by").set_value("A. Renouf").run()
    press(frame, "depart")
    assert asked(frame).startswith("Taken instead: ")
    assert "By A. Renouf, because: They ask for it." in said(frame)

    assert any("for the route advised" in one.value for one in frame.warning)

    press(frame, "advised")
    assert asked(frame) == "A question, or advice"
    assert not frame.warning


def test_what_comes_up_at_any_time_stands_beside(frame: AppTest) -> None:
    """Abuse and a conflict of interest, before any question is answered; taken back, they are gone."""
    frame.multiselect(key="triage.any_time.abuse").set_value(["threat"]).run()
    frame.selectbox(key="triage.any_time.conflict").set_value("yes").run()
    assert "Abuse of staff" in said(frame)
    assert asked(frame) == "What is it about?"

    frame.multiselect(key="triage.any_time.abuse").set_value([]).run()
    assert "Abuse of staff" not in said(frame)


def test_a_day_is_asked_for_and_what_is_no_answer_is_told(frame: AppTest) -> None:
    """Nothing typed is no answer; that it is not known is one."""
    press(frame, "topic.about_us", "feedback.personal_data", "aware_at.continue")
    assert "a time of it like 14:30" in frame.error[0].value.replace("\\", "")

    frame.date_input(key="triage.1.0.aware_at.day").set_value(date(2026, 11, 23))
    frame.text_input(key="triage.1.0.aware_at.time").set_value("25:99").run()
    press(frame, "aware_at.continue")
    assert "25:99" in frame.error[0].value.replace("\\", "")
    assert frame.text_input(key="triage.1.0.aware_at.time").value == "25:99"

    frame.text_input(key="triage.1.0.aware_at.time").set_value("14:30").run()
    press(frame, "aware_at.continue", "channel.email")
    assert "14:30 on Thursday 26 November 2026" in dates_on(frame)


def test_a_body_is_chosen_from_the_list_or_is_not_on_it(frame: AppTest) -> None:
    """Choosing none is told; that nobody is sure is one press, and leads to a check of the list."""
    press(frame, "topic.public_information", "authority.continue")
    assert "Nothing given" in frame.error[0].value

    frame.selectbox(key="triage.1.0.authority.body").set_value("states_of_jersey_police").run()
    press(frame, "authority.continue")
    assert "States of Jersey Police" in said(frame)

    press(frame, "change.authority", "authority.not_sure")
    assert "Not sure which body" in said(frame)


def test_time_limits_are_those_of_the_as_of_day(frame: AppTest) -> None:
    """An appeal is in time today, and late as of the new year."""
    answers = {
        "topic": "about_us",
        "feedback": "decision",
        "decision_about": "complaint",
        "decided_on": "2026-11-20",
    }
    frame.query_params["answers"] = json.dumps([answers])
    frame.switch_page("views/triage.py").run()
    in_time = asked(frame)

    frame.date_input(key=AS_OF_KEY).set_value(date(2027, 3, 1)).run()

    assert asked(frame) != in_time


def test_an_appeal_is_in_time_by_its_day_of_receipt(frame: AppTest) -> None:
    """However late it is triaged; the day is that of the field, and of a link."""
    answers = {
        "channel": "email",
        "topic": "public_information",
        "authority": "states_greffe",
        "foi_stage": "refused",
        "refusal_reasons": "cost",
        "review": "answered",
        "review_answered_on": "2026-10-06",
    }
    frame.date_input(key=AS_OF_KEY).set_value(date(2026, 11, 24)).run()
    frame.query_params["answers"] = json.dumps([answers])
    frame.query_params["received"] = "2026-11-16"
    frame.switch_page("views/triage.py").run()
    assert asked(frame) == route_title(Route.FOI_APPEAL)

    frame.date_input(key="triage.1.received").set_value(date(2026, 11, 18)).run()

    assert asked(frame) == route_title(Route.FOI_APPEAL_LATE)


def test_a_receipt_beyond_the_calendar_is_told(frame: AppTest) -> None:
    """No dates then, and the page works."""
    press(frame, "topic.advice", "channel.letter")
    frame.date_input(key="triage.1.received").set_value(date(2101, 1, 1)).run()

    assert not frame.exception
    assert "2099" in frame.error[0].value


def test_a_receipt_that_is_still_to_come_is_pointed_out(frame: AppTest) -> None:
    """A slip in the year shows at once, and its dates are there all the same."""
    press(frame, "topic.advice", "channel.letter")
    assert not frame.warning

    frame.date_input(key="triage.1.received").set_value(today() + timedelta(days=365)).run()

    assert "after the as-of day" in frame.warning[0].value
    assert dates_on(frame)
