"""The classroom's store: whatever many learners do at once, nothing is lost and nothing is seen too early."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.classroom import Classroom, ClassroomError, Pace, Place, Session, Stage, open_classroom
from app.store import open_register
from joic_policy.errors import InvalidError
from joic_policy.training import drill, right_answers

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
PLAN = ("doorbell", "rang_off", "holiday_pay")


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    """Ten in the morning."""
    return Clock()


@pytest.fixture
def classroom(tmp_path: Path, clock: Clock) -> Iterator[Classroom]:
    """A classroom in a file of its own."""
    opened = open_classroom(f"sqlite:///{tmp_path / 'training.sqlite'}", clock=clock)
    yield opened
    opened.close()


def opened(classroom: Classroom, pace: Pace, plan: tuple[str, ...] = PLAN) -> Session:
    """A session that learners can join with CODE."""
    return classroom.open(classroom.prepare(plan=plan, pace=pace).id, code="CODE")


def join(classroom: Classroom, initials: str, token: str) -> Place:
    """A learner joins with CODE."""
    return classroom.join(code="CODE", initials=initials, token=token)


def joined(classroom: Classroom, *names: str) -> tuple[Place, ...]:
    """Learners with these initials; their tokens are the same in small letters."""
    return tuple(join(classroom, name, name.lower()) for name in names)


def answered(classroom: Classroom, token: str, *, right: bool = True) -> Place:
    """A learner answers the turn that is open."""
    place = classroom.place(token)
    assert place
    assert place.turn
    answers = right_answers(place.turn.exercise) if right else {}
    return classroom.commit(token, place.seat.answered, answers)


def test_a_session_is_kept_as_it_was_prepared(classroom: Classroom) -> None:
    """Its exercises, its pace and when; learners cannot be in it yet."""
    prepared = classroom.prepare(title="  New   starters ", plan=PLAN, seed="sea", drills=2, pace=Pace.OWN)

    assert classroom.prepare(plan=PLAN, pace=Pace.OWN, session_id=prepared.id) == prepared
    assert classroom.sessions() == (prepared,)
    assert (prepared.title, prepared.length, prepared.prepared_at) == ("New starters", 5, NOW)
    assert classroom.open_session is None
    with pytest.raises(InvalidError, match="join code: given 'CODE'"):
        join(classroom, "AB", "ab")


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        ({}, "exercises"),
        ({"plan": ("nothing",)}, "exercise"),
        ({"plan": ("doorbell", "doorbell")}, "plan"),
        ({"seed": "a b"}, "seed"),
        ({"seed": "sea", "drills": -1}, "drills"),
        ({"seed": "sea", "pace": Pace.TOGETHER}, "drills"),
    ],
)
def test_what_cannot_be_practised_is_refused(
    classroom: Classroom, wish: dict[str, object], field: str
) -> None:
    """By the name of what is wrong; nothing is kept."""
    with pytest.raises(InvalidError) as refused:
        classroom.prepare(**{"pace": Pace.OWN} | wish)  # type: ignore[arg-type]  # any wish

    assert refused.value.field == field
    assert classroom.sessions() == ()


def test_a_group_that_goes_together_gets_the_same_drills(classroom: Classroom) -> None:
    """They are settled beforehand, and rise from the easiest to the hardest."""
    prepared = classroom.prepare(plan=PLAN, seed="sea", drills=6, pace=Pace.TOGETHER)

    levels = [1, 1, 2, 2, 3, 3]
    assert prepared.plan == (*PLAN, *(drill("sea", n, level).id for n, level in enumerate(levels, 1)))
    assert (prepared.seed, prepared.length) == ("", 9)


def test_one_session_is_open_at_a_time(classroom: Classroom) -> None:
    """Else a code would lead to two; opening twice is opening once, and one that is over stays over."""
    first = opened(classroom, Pace.OWN)
    second = classroom.prepare(plan=PLAN, pace=Pace.OWN)

    assert classroom.open(first.id, code="OTHER") == first
    with pytest.raises(InvalidError, match="session"):
        classroom.open(second.id, code="CODE")
    classroom.end(first.id)
    assert classroom.open(second.id, code="CODE").is_open
    with pytest.raises(InvalidError, match="session"):
        classroom.open(first.id, code="CODE")


def test_joining_again_is_the_same_seat(classroom: Classroom) -> None:
    """With the same token; initials are compared in capitals, and nobody takes somebody else's."""
    opened(classroom, Pace.OWN)
    (first,) = joined(classroom, "AB")

    assert join(classroom, "ab", "ab") == first == classroom.place("ab")
    with pytest.raises(InvalidError, match="initials: given 'AB'"):
        join(classroom, " ab ", "other")
    assert [seat.initials for seat in classroom.seats(first.session.id)] == ["AB"]
    assert "ab" not in repr(first)


@pytest.mark.parametrize("initials", ["", "A B", "A.B.", "<b>", "ABCDEFG", "A_B", "=A"])
def test_only_initials_are_initials(classroom: Classroom, initials: str) -> None:
    """Letters and digits, few of them: no room for a name or for markup."""
    opened(classroom, Pace.OWN)

    with pytest.raises(InvalidError, match="initials"):
        join(classroom, initials, "t")


def test_the_first_of_two_answers_to_a_turn_counts(classroom: Classroom) -> None:
    """A double click changes nothing, nor does a second window that is behind; none skips a turn."""
    opened(classroom, Pace.OWN)
    joined(classroom, "AB")
    once = answered(classroom, "ab")

    assert classroom.commit("ab", 0, {}) == once == classroom.place("ab")
    with pytest.raises(InvalidError, match="turn: given 3"):
        classroom.commit("ab", 2, {})
    with pytest.raises(InvalidError, match="token"):
        classroom.commit("nobody", 0, {})


def test_marks_stand_until_they_are_left_behind(classroom: Classroom) -> None:
    """So a reload comes back to them, and leaving twice leaves once."""
    opened(classroom, Pace.OWN)
    joined(classroom, "AB")
    seen = answered(classroom, "ab", right=False)

    assert seen.last
    assert seen.last.marking.missed
    classroom.leave_behind("ab", 3)
    assert classroom.place("ab") == seen
    for _ in range(2):
        classroom.leave_behind("ab", 0)
    place = classroom.place("ab")
    assert place
    assert place.last is None
    assert place.turn
    assert place.turn.exercise.id == PLAN[1]


def test_together_nobody_begins_before_the_trainer_says_so(classroom: Classroom) -> None:
    """Who joins waits, so that the first to come is not a group of one."""
    together = opened(classroom, Pace.TOGETHER)
    (place,) = joined(classroom, "AB")

    assert (place.turn, place.last, place.is_over) == (None, None, False)
    with pytest.raises(InvalidError, match="turn"):
        classroom.commit("ab", 0, {})
    classroom.begin(together.id)
    begun = classroom.place("ab")
    assert begun
    assert begun.turn


def test_the_trainer_may_reveal_without_those_who_are_slow(classroom: Classroom) -> None:
    """A second click reveals nothing more, and whoever answers late sees their marks at once."""
    together = opened(classroom, Pace.TOGETHER)
    joined(classroom, "AB", "CD")
    classroom.begin(together.id)

    assert answered(classroom, "ab").is_waiting
    assert classroom.answered(together.id) == (1, 2)
    for _ in range(2):
        assert classroom.reveal(together.id, 0).revealed == 1
    ahead = classroom.place("ab")
    assert ahead
    assert ahead.last
    assert answered(classroom, "cd").last
    assert classroom.answered(together.id) == (0, 2)


def test_who_comes_late_joins_the_group_where_it_is(classroom: Classroom) -> None:
    """They are not made to catch up, nor the others to wait for it."""
    together = opened(classroom, Pace.TOGETHER)
    joined(classroom, "AB")
    classroom.begin(together.id)
    answered(classroom, "ab")

    (late,) = joined(classroom, "CD")
    assert late.turn
    assert late.turn.exercise.id == PLAN[1]
    assert answered(classroom, "ab").is_waiting
    assert answered(classroom, "cd").last


def test_when_the_trainer_ends_it_everything_is_seen_and_nothing_more_is_kept(classroom: Classroom) -> None:
    """Also what still waited to be revealed."""
    together = opened(classroom, Pace.TOGETHER)
    joined(classroom, "AB", "CD")
    classroom.begin(together.id)
    answered(classroom, "ab")
    ended = classroom.end(together.id)

    assert classroom.end(together.id) == ended
    assert (ended.stage, ended.ended_at) == (Stage.ENDED, NOW)
    place = classroom.place("ab")
    assert place
    assert place.is_over
    assert place.last
    with pytest.raises(InvalidError, match="turn"):
        classroom.commit("cd", 0, {})
    with pytest.raises(InvalidError, match="join code"):
        join(classroom, "EF", "ef")
    assert classroom.begin(together.id) == classroom.reveal(together.id, 0) == ended


def test_old_sessions_are_dropped_with_all_who_were_in_them(classroom: Classroom, clock: Clock) -> None:
    """But for one that is open now."""
    old = opened(classroom, Pace.OWN)
    joined(classroom, "AB")
    clock.at = NOW + timedelta(days=40)
    new = classroom.prepare(plan=PLAN, pace=Pace.OWN)

    assert classroom.sweep(NOW + timedelta(days=10)) == 0
    classroom.end(old.id)
    assert classroom.sweep(NOW + timedelta(days=10)) == 1
    assert classroom.sessions() == (new,)
    assert classroom.place("ab") is None
    classroom.drop(new.id)
    assert classroom.sessions() == ()


@settings(max_examples=15)
@given(
    turns=st.lists(st.tuples(st.integers(0, 7), st.booleans()), min_size=8, max_size=40),
    pace=st.sampled_from(Pace),
)
def test_whatever_many_do_at_once_nothing_is_lost(turns: list[tuple[int, bool]], pace: Pace) -> None:
    """Eight threads join and answer as it comes; each answer that was taken is there, once, in order."""
    with TemporaryDirectory() as folder:
        classroom = open_classroom(f"sqlite:///{folder}/training.sqlite", clock=Clock())
        held = opened(classroom, pace)
        classroom.begin(held.id)

        def step(turn: tuple[int, bool]) -> tuple[str, str] | None:
            token = f"l{turn[0]}"
            place = join(classroom, token, token)
            if place.turn is None:
                return None
            answers = right_answers(place.turn.exercise) if turn[1] else {}
            after = classroom.commit(token, place.seat.answered, answers)
            return token, after.seat.practice.committed[place.seat.answered].exercise_id

        with ThreadPoolExecutor(8) as threads:
            taken = {done for done in threads.map(step, turns) if done}
        seats = classroom.seats(held.id)
        kept = {(seat.token, each.exercise_id) for seat in seats for each in seat.practice.committed}
        classroom.close()

    assert {seat.token for seat in seats} == {f"l{learner}" for learner, _ in turns}
    assert kept == taken


@settings(max_examples=40)
@given(data=st.data())
def test_together_nothing_is_revealed_before_all_have_answered(data: st.DataObject) -> None:
    """In any order of joining and answering; and once all have, it is."""
    with TemporaryDirectory() as folder:
        classroom = open_classroom(f"sqlite:///{folder}/training.sqlite", clock=Clock())
        held = opened(classroom, Pace.TOGETHER)
        classroom.begin(held.id)
        answers: dict[str, list[int]] = {}
        revealed = 0
        for token in data.draw(st.lists(st.sampled_from("abcd"), max_size=14)):
            place = join(classroom, token, token)
            waits = answers.setdefault(token, [revealed])
            if place.turn is not None:
                classroom.commit(token, place.seat.answered, {})
                waits.append(waits[-1] + 1)
            # The oracle: all who are in it have answered exercise `revealed`.
            if all(each[-1] > revealed for each in answers.values()) and revealed < len(PLAN):
                revealed += 1
            for each, turns in answers.items():
                now = classroom.place(each)
                assert now
                assert now.session.revealed == revealed
                assert (now.last is None) == (turns[-1] > revealed or len(turns) == 1)
        classroom.close()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda file: open_register(f"sqlite:///{file}").close(), "is no training store"),
        (lambda file: file.write_text("Dear Sir"), "cannot be used"),
        (lambda file: file.mkdir(), "cannot be used"),
    ],
)
def test_a_file_of_something_else_is_left_alone(
    tmp_path: Path, make: Callable[[Path], object], said: str
) -> None:
    """Above all the register, should somebody name its file."""
    file = tmp_path / "file.sqlite"
    make(file)
    before = file.read_bytes() if file.is_file() else None

    with pytest.raises(ClassroomError, match=said):
        open_classroom(f"sqlite:///{file}", clock=Clock())
    assert (file.read_bytes() if file.is_file() else None) == before


@pytest.mark.parametrize("url", ["nonsense", "postgresql://host/db", "sqlite://"])
def test_an_address_of_no_file_is_refused(url: str) -> None:
    """With what it should look like."""
    with pytest.raises(ClassroomError, match="write it like sqlite:///file"):
        open_classroom(url, clock=Clock())


def test_a_store_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    """And read by the version that made it."""
    file = tmp_path / "training.sqlite"
    open_classroom(f"sqlite:///{file}", clock=Clock()).close()
    with sqlite3.connect(file) as held:
        held.execute("PRAGMA user_version=9")
    held.close()

    with pytest.raises(ClassroomError, match="newer version"):
        open_classroom(f"sqlite:///{file}", clock=Clock())
