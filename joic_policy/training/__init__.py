"""Practice: stories and drills, what is asked of a learner, marks with reasons, and what a group missed.

A learner sees an `Exercise` and commits to answers; `marking` compares them with what the library says now.
Nothing that is right is written down anywhere here. Nothing here reads a register, or what is in one.
"""

from joic_policy.training.coverage import Coverage, coverage, not_acted_on
from joic_policy.training.drills import drill
from joic_policy.training.edges import Edge
from joic_policy.training.exercise import LEVELS, Exercise
from joic_policy.training.exercises import exercise
from joic_policy.training.marking import Answers, Marked, Marking, Part, marking, right_answers
from joic_policy.training.practice import Commitment, Practice, Turn
from joic_policy.training.records import practice_from, practice_record
from joic_policy.training.review import ClauseReview, ExerciseReview, Review, review
from joic_policy.training.scenario import Scenario, scenarios
from joic_policy.training.task import Asks, Key, Line, Task
from joic_policy.triage import Kind, Option

__all__ = [
    "LEVELS",
    "Answers",
    "Asks",
    "ClauseReview",
    "Commitment",
    "Coverage",
    "Edge",
    "Exercise",
    "ExerciseReview",
    "Key",
    "Kind",
    "Line",
    "Marked",
    "Marking",
    "Option",
    "Part",
    "Practice",
    "Review",
    "Scenario",
    "Task",
    "Turn",
    "coverage",
    "drill",
    "exercise",
    "marking",
    "not_acted_on",
    "practice_from",
    "practice_record",
    "review",
    "right_answers",
    "scenarios",
]
