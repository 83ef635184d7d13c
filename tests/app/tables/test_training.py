"""Exercises and a practice in words: nothing is given away before, and everything is said after."""

from collections.abc import Mapping

import pytest

from app.tables.training import (
    SUBJECTS,
    clause_rows,
    clauses,
    coming_back,
    counts,
    done_so_far,
    exhibit,
    found,
    heard,
    level,
    score,
    setting,
)
from joic_policy.policy import POLICY
from joic_policy.training import (
    Asks,
    Practice,
    drill,
    exercise,
    review,
    right_answers,
    scenarios,
)

Given = Mapping[str, tuple[str, ...]]


def test_each_thing_that_is_asked_belongs_to_one_subject() -> None:
    """So that each scenario is found by what it is about."""
    listed = [asks for subject in SUBJECTS.values() for asks in subject]

    assert sorted(listed) == sorted(Asks)


def test_scenarios_are_found_by_level_subject_and_clause() -> None:
    """Easy ones first; each narrowing leaves only what fits it, and without any there are all."""
    everything = found(None, None, None)

    levels = [scenarios()[each].exercise.level for each in everything]
    assert set(everything) == set(scenarios())
    assert levels == sorted(levels)
    assert {scenarios()[each].exercise.level for each in found(2, None, None)} == {2}
    assert "signed_in_a_hurry" in found(None, "Letters, emails and automatic replies", None)
    assert "royal_visit" not in found(None, "Letters, emails and automatic replies", None)
    assert "asked_for_marie" in found(2, "On the telephone", "TEL-5")
    assert not found(1, "On the telephone", "APP-2")


def test_every_clause_that_is_offered_finds_something() -> None:
    """And says what it asks."""
    for clause_id, summary in clauses().items():
        assert found(None, None, clause_id)
        assert summary == POLICY.clauses[clause_id].summary


def test_a_story_says_how_it_came_and_who_speaks() -> None:
    """Somebody on the telephone says it, somebody in an email writes it."""
    assert setting(exercise("loyalty_card")) == "By email, a member of the public. Level 1 of 3."
    assert heard(exercise("loyalty_card")) == "They write:"
    assert setting(exercise("asked_for_marie")).startswith("On the telephone, ")
    assert heard(exercise("asked_for_marie")) == "They say:"


def test_a_letter_stands_apart_from_the_facts_about_it() -> None:
    """What is not written on it is told beside it; a slip of facts alone stays as it is."""
    (letter,) = exercise("signed_in_a_hurry").tasks
    shown = exhibit(letter)

    assert shown is not None
    assert ("Written as", "letter") in shown.facts
    assert "Dear Mrs Le Brun," in shown.paper
    assert "Written as" not in shown.paper
    note = exhibit(exercise("slippery_step").tasks[0])
    assert note is not None
    assert not note.facts
    assert note.paper.startswith("Where: ")
    assert exhibit(exercise("loyalty_card").tasks[0]) is None


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Nothing is answered yet. You can leave out what you do not know: it earns no marks."),
        ({"transfer": ("transfer",)}, "1 of 2 answered. Without an answer, and so without marks: 2."),
        ({"transfer": ("transfer",), "transfer_to": ("Pat Hamon",)}, "Everything is answered."),
    ],
)
def test_what_is_not_answered_is_said(given: Given, said: str) -> None:
    """By its number; leaving it out is allowed."""
    assert counts(exercise("asked_for_marie").tasks, given) == said


def test_a_practice_says_how_far_it_is_and_what_returns() -> None:
    """With as many exercises as there are, or without an end; the score is of first attempts."""
    practice = Practice(plan=("asked_for_marie", "rang_off"))
    once = practice.after({"transfer": ("transfer",)})

    assert (done_so_far(practice), score(practice), level(practice)) == ("0 of 2 done.", "No marks yet.", "")
    assert (done_so_far(once), score(once)) == ("1 of 2 done.", "3 of 6 marks at first attempts.")
    assert coming_back(practice) == ()
    assert coming_back(once) == ("Is Marie there?",)


def test_drills_say_on_which_level_they_are() -> None:
    """They have an end only where one was set."""
    assert done_so_far(Practice(seed="sea")) == "0 done."
    assert done_so_far(Practice(seed="sea", drills=10)) == "0 of 10 done."
    assert level(Practice(seed="sea")) == "Drills on level 1 of 3."
    once = Practice(seed="sea").after(right_answers(drill("sea", 1)))
    assert done_so_far(once) == "1 done."


def test_a_review_tells_the_most_missed_first() -> None:
    """With what was put right when it came back."""
    practice = Practice(plan=("asked_for_marie",)).after({}).after(right_answers(exercise("asked_for_marie")))

    rows = clause_rows(review([practice]))

    assert [(row.clause_id, row.cells) for row in rows] == [("TEL-5", ("2", "2", "2"))]
