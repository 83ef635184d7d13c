"""Sessions and learners in words and rows."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from attrs import evolve

from app.classroom import Pace, Seat, Session, Stage
from app.tables.classroom import group_words, learner_rows, missed_tasks, session_words
from joic_policy.training import Practice, review, right_answers, scenarios

PLAN = ("rang_off", "call_from_upstairs")
SESSION = Session(
    id=uuid4(),
    title="Spring",
    plan=PLAN,
    seed="",
    drills=None,
    pace=Pace.TOGETHER,
    stage=Stage.UNDER_WAY,
    code="CODE77",
    revealed=0,
    prepared_at=datetime(2026, 3, 31, 23, 30, tzinfo=UTC),  # the first of April in Jersey
)


def seat(answered: int, *, first: int = 0, seen: int = 0) -> Seat:
    """A learner who has answered so many exercises, all of them right."""
    practice = Practice(plan=PLAN[first:], returns=False)
    for exercise_id in PLAN[first : first + answered]:
        practice = practice.after(right_answers(scenarios()[exercise_id].exercise))
    return Seat(token="t", session=SESSION.id, initials="AB", first=first, seen=seen, practice=practice)  # noqa: S106 (no password)


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (SESSION, "2 exercises, together, under way, prepared on 1 April 2026"),
        (
            evolve(SESSION, plan=PLAN[:1], stage=Stage.ENDED),
            "1 exercise, together, over, prepared on 1 April 2026",
        ),
        (
            evolve(SESSION, plan=(), seed="sea", pace=Pace.OWN, stage=Stage.PREPARED),
            "drills without end, own pace, prepared on 1 April 2026",
        ),
    ],
)
def test_a_session_is_told_in_a_line(held: Session, words: str) -> None:
    """What it is, how it stands, and the day it was prepared, in Jersey."""
    assert session_words(held) == words


@pytest.mark.parametrize(
    ("revealed", "stage", "learner", "told"),
    [
        (0, Stage.JOINING, seat(0), (0, "no marks yet", "has joined")),
        (0, Stage.UNDER_WAY, seat(0), (0, "no marks yet", "is answering")),
        (0, Stage.UNDER_WAY, seat(1), (1, "no marks yet", "has answered")),
        (1, Stage.UNDER_WAY, seat(1), (1, "3 of 3 marks", "looks at the marks")),
        (1, Stage.UNDER_WAY, seat(1, seen=1), (1, "3 of 3 marks", "is answering")),
        (1, Stage.UNDER_WAY, seat(2, seen=1), (2, "3 of 3 marks", "has answered")),
        (1, Stage.UNDER_WAY, seat(0, first=1), (1, "no marks yet", "is answering")),
        (0, Stage.ENDED, seat(1), (1, "3 of 3 marks", "was still at it")),
        (2, Stage.UNDER_WAY, seat(2, seen=2), (2, "6 of 6 marks", "has done all")),
    ],
)
def test_where_a_learner_is(revealed: int, stage: Stage, learner: Seat, told: tuple[int, str, str]) -> None:
    """Marks count only once they were revealed; who came late is as far as the group."""
    (row,) = learner_rows(evolve(SESSION, revealed=revealed, stage=stage), [learner])

    assert (row.done, row.marks, row.now) == told
    assert row.length == 2


def test_a_group_is_told_in_a_sentence() -> None:
    """How many, and their marks; what was missed in an exercise, and by how many."""
    good, bad = seat(1).practice, Practice(plan=PLAN, returns=False).after({})
    whole = review([good, bad])

    assert group_words(whole) == "2 learners, 3 of 6 marks at first attempts (50 %)"
    assert group_words(review([])) == "0 learners, nothing answered"
    (missed,) = missed_tasks(whole, "rang_off")
    assert missed.endswith(" Missed by 1 of 2.")
    assert missed_tasks(whole, "doorbell") == ()
