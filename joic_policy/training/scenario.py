"""The written scenarios, read from the files beside this code."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from attrs import evolve, frozen

from joic_policy._table import Table
from joic_policy.errors import InvalidError
from joic_policy.training.exercise import LEVELS, Exercise
from joic_policy.training.reading.background import Background
from joic_policy.training.reading.history import contact_in
from joic_policy.training.reading.tasks import task_in
from joic_policy.training.subjects.near import outcome_of
from joic_policy.training.task import Task
from joic_policy.triage import Enquiry, Kind, enquiry_from

__all__ = ["Scenario", "scenarios", "scenarios_from"]

_FOLDER = "scenarios"


@frozen(kw_only=True)
class Scenario:
    """A written exercise, with what its author holds to be right, by task: a note to compare with, no key.

    A note names each option by its value or by some words of it, so that it can be written without a look at
    what the library says.
    """

    exercise: Exercise
    author_says: Mapping[str, tuple[str, ...]]


@cache
def scenarios() -> Mapping[str, Scenario]:
    """Every scenario by id: the files in the order of their names, each as written."""
    files = sorted(path.name for path in (Path(__file__).parent / _FOLDER).glob("*.toml"))
    return scenarios_from(Table.beside(__file__, f"{_FOLDER}/{file}") for file in files)


def scenarios_from(files: Iterable[Table]) -> Mapping[str, Scenario]:
    """The scenarios of some files, by id.

    Raises:
        DataFileError: A fact is missing, unknown or impossible, a task has no note, or an id stands twice.
    """
    found: dict[str, Scenario] = {}
    for top in files:
        for table in top:
            if table.name in found:
                raise top.refusal(table.name, table.name, "an id that no other file has")
            found[table.name] = _scenario(table)
    return found


def _scenario(table: Table) -> Scenario:
    background = _background(table)
    tasks = tuple(_tasks(table, background))
    exercise = Exercise(
        id=table.name,
        title=table.text("title"),
        level=_level(table),
        channel=background.channel,
        customer=background.customer,
        story=table.texts("story", at_least=1),
        says=table.text("says", ""),
        lesson=table.text("lesson"),
        tasks=tasks,
    )
    note = table.table("author_says")
    author_says = {task.id: _note(note, task) for task in tasks}
    note.done()
    table.done()
    return Scenario(exercise=exercise, author_says=author_says)


def _background(table: Table) -> Background:
    enquiry = _enquiry(table.table("enquiry"))
    if enquiry.channel is None or enquiry.customer is None:
        missing = "enquiry.customer" if enquiry.channel else "enquiry.channel"
        raise table.refusal(missing, None, "an answer (nothing is there)")
    background = Background(
        channel=enquiry.channel,
        customer=enquiry.customer,
        enquiry=enquiry,
        also=_enquiry(table.table("also"), enquiry) if "also" in table else None,
    )
    if "contact" not in table:
        return background
    return evolve(background, contact=contact_in(table.table("contact"), background))


def _enquiry(table: Table, first: Enquiry | None = None) -> Enquiry:
    """An enquiry from its answers as text; another matter shares what is of the contact."""
    answers = {key: table.text(key) for key in table.keys()}  # noqa: SIM118  # as above
    try:
        if first is None:
            enquiry = enquiry_from(answers)
        else:
            enquiry = first.another()
            for fact, text in answers.items():
                enquiry = enquiry.answered(fact, text)
        if enquiry.topic:
            outcome_of(enquiry)
    except InvalidError as error:
        raise table.refusal(error.field, error.given, error.expected) from None
    return enquiry


def _level(table: Table) -> int:
    level = table.number("level")
    if level > LEVELS[1]:
        raise table.refusal("level", level, f"a level from {LEVELS[0]} to {LEVELS[1]}")
    return level


def _tasks(table: Table, background: Background) -> Iterator[Task]:
    found: set[str] = set()
    for asked in table.tables("tasks"):
        task = task_in(asked, background)
        if task.id in found:
            raise asked.refusal("id", task.id, "an id that no other task has")
        found.add(task.id)
        yield task
    if not found:
        raise table.refusal("tasks", None, "at least one task")


def _note(note: Table, task: Task) -> tuple[str, ...]:
    """What the author holds to be right, in words that only the right options have, or as a day."""
    if task.id not in note:
        raise note.refusal(task.id, None, "the author's own answer (nothing is there)")
    return note.texts(task.id) if task.kind is Kind.SEVERAL else (note.text(task.id),)
