"""Generated exercises: the same for everyone with the same seed, harder by level, and from nobody's life."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joic_policy import DataFileError, InvalidError
from joic_policy._table import Table
from joic_policy.training import Asks, drill, exercise
from joic_policy.training.drills.chance import Chance
from joic_policy.training.drills.words import words_from

TREE = Path(__file__).parents[2]
seeds = st.text("abcdefghijXYZ-_0123456789", min_size=1, max_size=40)


@given(seeds, st.integers(1, 999_999_999), st.integers(1, 3))
def test_the_same_seed_gives_the_same_exercise(seed: str, number: int, level: int) -> None:
    """Made anew, or found by its id; another number is another exercise."""
    first = drill(seed, number, level)

    assert drill(seed, number, level) == first
    assert exercise(first.id) == first
    assert first.level == level
    assert drill(seed, number % 999 + 1, level).id != first.id or number % 999 + 1 == number


def test_chance_is_the_same_on_any_python() -> None:
    """What these draws give was written down once, and holds for every Python and machine."""
    chance = Chance("gorse")

    drawn = [chance.one(range(100)) for _ in range(10)]

    assert drawn == [95, 2, 37, 24, 96, 37, 77, 98, 6, 28]


def test_no_process_draws_otherwise() -> None:
    """The hashes of texts, which differ between processes, play no part."""
    told = (
        "from joic_policy.training import drill, right_answers;"
        "print([right_answers(drill('sea', n, n % 3 + 1)) for n in range(1, 13)])"
    )

    answers = {
        subprocess.run(  # noqa: S603  # our own command
            [sys.executable, "-c", told],
            check=True,
            capture_output=True,
            cwd=TREE,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
        ).stdout
        for hash_seed in ("1", "2")
    }

    assert len(answers) == 1


def test_levels_are_harder() -> None:
    """More is asked of dates and routes: holidays, then delays; then a second matter in the same message."""
    asked = {
        level: {task.asks for number in range(1, 60) for task in drill("sea", number, level).tasks}
        for level in (1, 2, 3)
    }
    tasks = {
        level: sum(len(drill("sea", number, level).tasks) for number in range(1, 60)) for level in (1, 2, 3)
    }

    assert asked[1] == asked[2] == {Asks.DUE_ON, Asks.ROUTE, Asks.MESSAGE, Asks.LETTER}
    assert asked[3] - asked[2] == {Asks.SECOND_ROUTE, Asks.TOLD_IN_TIME, Asks.STANDING}
    assert tasks[1] < tasks[2] < tasks[3]


@pytest.mark.parametrize(
    ("seed", "number", "level", "field"),
    [
        ("", 1, 1, "seed"),
        ("a b", 1, 1, "seed"),
        ("a:b", 1, 1, "seed"),
        ("gör", 1, 1, "seed"),
        ("a" * 41, 1, 1, "seed"),
        (7, 1, 1, "seed"),
        ("a", 0, 1, "number"),
        ("a", -3, 1, "number"),
        ("a", True, 1, "number"),
        ("a", 10**9, 1, "number"),
        ("a", 1, 0, "level"),
        ("a", 1, 4, "level"),
        ("a", 1, "1", "level"),
    ],
)
def test_what_is_no_drill_is_refused(seed: str, number: int, level: int, field: str) -> None:
    """By the name of what was wrong."""
    with pytest.raises(InvalidError) as refused:
        drill(seed, number, level)

    assert refused.value.field == field


@pytest.mark.parametrize("exercise_id", ["", "drill:a:1:4", "drill:a:0:1", "drill:a:1", "no_such_story"])
def test_an_id_of_nothing_is_refused(exercise_id: str) -> None:
    """Neither a scenario nor a drill."""
    with pytest.raises(InvalidError, match="exercise"):
        exercise(exercise_id)


def test_words_that_are_missing_are_refused() -> None:
    """With the entry."""
    with pytest.raises(DataFileError, match=r"title: given None"):
        words_from(Table.parsed("", "x.toml"))
