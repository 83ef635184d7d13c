"""Exercises, a practice and a review in words and rows. Nothing here knows the register, or what is in it."""

from collections.abc import Mapping, Sequence
from functools import cache

from attrs import frozen

from app.tables.labels import CUSTOMERS
from app.tables.marked import marks_words
from app.tables.words import listed
from joic_policy.contacts import Channel
from joic_policy.policy import POLICY
from joic_policy.training import (
    LEVELS,
    Answers,
    Asks,
    Exercise,
    Practice,
    Review,
    Task,
    coverage,
    exercise,
    scenarios,
)

__all__ = [
    "CLAUSE_HEADINGS",
    "NONE_OF_THESE",
    "SUBJECTS",
    "ClauseRow",
    "Exhibit",
    "clause_rows",
    "clauses",
    "coming_back",
    "counts",
    "done_so_far",
    "exhibit",
    "found",
    "heard",
    "level",
    "score",
    "setting",
]

NONE_OF_THESE = "None of these"
CLAUSE_HEADINGS = ("Clause", "Asked", "Missed at first", "Put right later")

_CAME: Mapping[Channel, str] = {
    Channel.TELEPHONE: "On the telephone",
    Channel.LETTER: "By letter",
    Channel.EMAIL: "By email",
    Channel.IN_PERSON: "In person",
    Channel.ONLINE_FORM: "By the online form",
}
_SPOKEN = frozenset({Channel.TELEPHONE, Channel.IN_PERSON})


#: What written scenarios are about, each with what they ask.
SUBJECTS: Mapping[str, frozenset[Asks]] = {
    "Where it goes": frozenset({Asks.ROUTE, Asks.SECOND_ROUTE, Asks.CHECK_WITH}),
    "What to ask, say and heed": frozenset({Asks.QUESTIONS, Asks.MISSING, Asks.WORDS, Asks.BESIDE}),
    "What is owed, and by when": frozenset(
        {Asks.DUTIES, Asks.OWED_BY, Asks.DUE_ON, Asks.DUE_AT, Asks.STANDING, Asks.TOLD_IN_TIME}
    ),
    "On the telephone": frozenset(
        {
            *(Asks.RING, Asks.GREETING, Asks.TRANSFER, Asks.TRANSFER_TO),
            *(Asks.SAY, Asks.MESSAGE, Asks.SPEAKER),
        }
    ),
    "Letters, emails and automatic replies": frozenset(
        {Asks.LETTER, Asks.SENDING, Asks.SENTENCES, Asks.REPLY_NEEDED, Asks.REPLY}
    ),
    "Abuse, hazards, mistakes, closing": frozenset(
        {Asks.CONDUCT, Asks.INCIDENT, Asks.HAZARD, Asks.MISTAKE, Asks.CLOSING}
    ),
}


@frozen(kw_only=True)
class Exhibit:
    """What there is to look at: facts about it, each with what it is called, and what is written on it."""

    facts: tuple[tuple[str, str], ...]
    paper: str


@frozen(kw_only=True)
class ClauseRow:
    """One clause in a review: how often it was asked, missed at first, and put right when it came back."""

    clause_id: str
    summary: str
    asked: int
    missed: int
    put_right: int

    @property
    def cells(self) -> tuple[str, ...]:
        """Its numbers in words, in the order of the headings."""
        return str(self.asked), str(self.missed), str(self.put_right)


def clauses() -> Mapping[str, str]:
    """The clauses that written scenarios cover, each with what it asks."""
    return {clause_id: POLICY.clauses[clause_id].summary for clause_id, ids in _by_clause().items() if ids}


def found(level: int | None, subject: str | None, clause_id: str | None) -> Mapping[str, str]:
    """The written scenarios on a level, about a subject, that rest on a clause: titles by id, easy first."""
    resting = _by_clause()[clause_id] if clause_id else tuple(scenarios())
    asked = SUBJECTS[subject] if subject else frozenset(Asks)
    written = [scenarios()[each].exercise for each in resting]
    return {
        each.id: each.title
        for each in sorted(written, key=lambda each: each.level)
        if level in {None, each.level} and any(task.asks in asked for task in each.tasks)
    }


@cache
def _by_clause() -> Mapping[str, tuple[str, ...]]:
    return coverage(scenario.exercise for scenario in scenarios().values()).of["clauses"]


def setting(shown: Exercise) -> str:
    """How it reaches the Office, whom it is with, and how hard it is."""
    return f"{_CAME[shown.channel]}, {CUSTOMERS[shown.customer]}. Level {shown.level} of {LEVELS[1]}."


def heard(shown: Exercise) -> str:
    """What stands before the person's own words."""
    return "They say:" if shown.channel in _SPOKEN else "They write:"


def exhibit(task: Task) -> Exhibit | None:
    """What there is to look at, with the facts about it apart from what is written on it."""
    if not task.exhibit:
        return None
    first, _, rest = task.exhibit.partition("\n\n")
    facts = tuple(
        (name, value or "(blank)")
        for name, colon, value in (line.partition(": ") for line in first.split("\n"))
        if colon
    )
    if not rest or len(facts) < len(first.split("\n")):
        return Exhibit(facts=(), paper=task.exhibit)
    return Exhibit(facts=facts, paper=rest)


def counts(tasks: Sequence[Task], answers: Answers) -> str:
    """How many tasks are answered, and which are not: what is left out is allowed, and earns nothing."""
    left = [str(number) for number, task in enumerate(tasks, 1) if task.id not in answers]
    if not left:
        return "Everything is answered."
    if len(left) == len(tasks):
        return "Nothing is answered yet. You can leave out what you do not know: it earns no marks."
    done = f"{len(tasks) - len(left)} of {len(tasks)} answered."
    return f"{done} Without an answer, and so without marks: {listed(tuple(left))}."


def score(practice: Practice) -> str:
    """What was earned so far, at first attempts."""
    if not practice.first:
        return "No marks yet."
    return f"{marks_words(practice.marks, practice.out_of)} at first attempts."


def done_so_far(practice: Practice) -> str:
    """How many exercises are done, of how many there are where they end."""
    done = len(practice.first)
    if practice.seed and practice.drills is None:
        return f"{done} done."
    return f"{done} of {len(practice.plan) + (practice.drills or 0)} done."


def level(practice: Practice) -> str:
    """How hard the next drill is; blank where there are none."""
    return f"Drills on level {practice.level} of {LEVELS[1]}." if practice.seed else ""


def coming_back(practice: Practice) -> tuple[str, ...]:
    """The titles of the exercises of which something returns later, the soonest first."""
    return tuple(exercise(exercise_id).title for exercise_id in practice.coming_back)


def clause_rows(review: Review) -> tuple[ClauseRow, ...]:
    """A review by clause, the most missed first."""
    return tuple(
        ClauseRow(
            clause_id=each.clause_id,
            summary=each.summary,
            asked=each.asked,
            missed=each.missed,
            put_right=each.put_right,
        )
        for each in review.clauses
    )
