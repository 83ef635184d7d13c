"""The answers on a terminal: a reviewed record of walks, and what is refused.

`tests/answers/terminal.txt` holds each walk as it was typed and its answer. After a change that is meant,
`python -m tests.test_main` writes it anew; the difference is what to review.
"""

import json
import shlex
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from joic_policy.__main__ import main

RECORD = Path(__file__).parent / "answers" / "terminal.txt"
PROMPT = "$ python -m joic_policy "


def told(typed: str) -> tuple[int, str, str]:
    """The exit code of a command, what it printed and what it complained of."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(shlex.split(typed))
    return code, out.getvalue(), err.getvalue()


def walked(record: str) -> str:
    """A record with the answers of today to the commands in it."""
    typed = [line.removeprefix(PROMPT) for line in record.splitlines() if line.startswith(PROMPT)]
    return "\n".join(f"{PROMPT}{command}\n{''.join(told(command)[1:])}" for command in typed)


def test_every_walk_still_answers_as_it_was_reviewed() -> None:
    """A date or a word that changes is seen here."""
    record = RECORD.read_text(encoding="utf-8")

    assert record.count(PROMPT) >= 12
    assert walked(record) == record


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("deadline 2026-13-18", "received: given '2026-13-18', expected a day like 2026-12-18"),
        ("deadline 2026-12-18 --time noon", "--time: given 'noon', expected a time like 16:30"),
        ("deadline 2026-12-18 --channel fax", "channel: given 'fax', expected one of: telephone, letter"),
        ("deadline 2026-12-18 --asks foi_request,asked_on", "--asks: given 'asked_on', expected two parts"),
        (
            "deadline 2026-12-18 --asks foi_request,born_on=2000-01-01",
            "--asks: given 'born_on', expected one of",
        ),
        (
            "deadline 2026-12-18 --acknowledged today",
            "--acknowledged: given 'today', expected a day and time",
        ),
        ("deadline 2026-12-18 --reading receipt_day=maybe", "receipt_day: given 'maybe', expected one of"),
        ("deadline 2026-12-18 --reading day=0", "interpretation: given 'day', expected one of: receipt_day"),
        ("deadline 2026-12-18 --holiday 2026-12-25=Again", "2026-12-25"),
        ("deadline 2017-12-18", "2017-12-18"),
        ("triage fax=yes", "fact: given 'fax', expected one of: channel"),
        ("triage topic=weather", "topic: given 'weather', expected one of"),
        ("triage topic=advice topic=breach", "topic: given 'breach', expected one answer only; 'advice' was"),
        ("clause WRI-99", "no clause has the id 'WRI-99'"),
        ("holidays 2017", "years: given '2017', expected a year from 2018 to 2099"),
        ("deadlines", "invalid choice: 'deadlines'"),
        ("", "required"),
    ],
)
def test_bad_input_is_one_clear_line_and_exit_code_2(typed: str, complaint: str) -> None:
    """It names the field, what was given and what was expected, and prints nothing else."""
    code, printed, complained = told(typed)

    assert (code, printed) == (2, "")
    assert complaint in complained
    assert complained.startswith("joic_policy: ")
    assert complained.count("\n") == 1


def test_json_says_the_same_as_the_text() -> None:
    """For machines: the same dates, sources and statuses."""
    record = json.loads(told("deadline 2026-12-18 --as-of 2026-12-24 --json")[1])

    assert [(each["duty"], each["due_on"], each["status"], each["source"]) for each in record] == [
        ("acknowledgement", "2026-12-23", "overdue", "WRI-10"),
        ("formal_response", "2027-01-13", "waiting", "WRI-12"),
    ]
    assert all(each["explanation"] is None for each in record)


def test_json_of_triage_has_the_question_or_the_outcome() -> None:
    """A program can ask on from the question, or act on the outcome."""
    asked = json.loads(told("triage --json")[1])
    answered = json.loads(told("triage topic=registration channel=email --json")[1])

    assert asked["question"]["fact"] == "topic"
    assert asked["outcome"] is None
    assert len(asked["possible"]) > 20
    assert answered["outcome"]["route"] == "registration"
    assert answered["possible"] == ["registration"]


def test_a_question_without_options_says_how_it_is_answered() -> None:
    """A day is typed as it is."""
    unanswered = (
        "topic=public_information authority=employment_social_security_and_housing foi_stage=no_answer"
    )
    code, printed, _ = told(f"triage {unanswered} asked_on=2026-10-01")

    assert code == 0
    assert printed.splitlines()[-1] == "  today_on=..."


def test_nothing_is_asked_after_the_last_answer() -> None:
    """The outcome is the last word."""
    ended = told("triage topic=registration channel=email anything_else=no")[1]

    assert "Next question" not in ended
    assert "=" not in ended.splitlines()[-1]


def test_what_was_done_is_said_without_a_day_to_judge_by() -> None:
    """A response that came late is late on any day; what is still open says nothing."""
    told_late = told("deadline 2026-12-01 --acknowledged 2026-12-10T09:00")[1].splitlines()

    assert "met late" in told_late[0]
    assert "waiting" not in told_late[1]


def test_only_a_day_by_rule_is_called_so() -> None:
    """What was proclaimed is known, also past the last year whose days all are."""
    assert "(by rule)" in told("holidays 2027")[1]
    assert "(by rule)" not in told("holidays 2024")[1]


def test_json_of_clauses_and_holidays_is_whole() -> None:
    """All the clauses without an id; a holiday says whether it is by rule."""
    clauses = json.loads(told("clause --json")[1])
    holidays = json.loads(told("holidays 2022 --json")[1])

    assert {"INT-1", "WRI-10", "MOR-4"} <= {each["id"] for each in clauses}
    assert {"on": "2022-09-19", "name": "Funeral of Queen Elizabeth II", "by_rule": False} in holidays


if __name__ == "__main__":
    RECORD.write_text(walked(RECORD.read_text(encoding="utf-8")), encoding="utf-8")
