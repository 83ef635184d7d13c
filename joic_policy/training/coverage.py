"""What exercises cover, computed from their keys: a clause is covered where a right answer rests on it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from attrs import frozen

from joic_policy._table import Table
from joic_policy.contacts import Channel, CustomerKind
from joic_policy.policy import POLICY, Duty
from joic_policy.policy.texts import cited
from joic_policy.training.edges import Edge, edges_of
from joic_policy.training.exercise import Exercise
from joic_policy.training.subjects.dates import Dated
from joic_policy.training.task import Asks, Task
from joic_policy.triage import Route

__all__ = ["Coverage", "coverage", "not_acted_on", "not_acted_on_from"]

_ROUTES = frozenset({Asks.ROUTE, Asks.SECOND_ROUTE})


@frozen(kw_only=True)
class Coverage:
    """By kind of thing, and each thing of that kind: the ids of the exercises that cover it, in order.

    The kinds are channels, customers, routes, duties, clauses, tasks and the calendar's edges.
    """

    of: Mapping[str, Mapping[str, tuple[str, ...]]]

    @property
    def missing(self) -> tuple[str, ...]:
        """What nothing covers, as `kind: thing`."""
        return tuple(
            f"{kind}: {thing}"
            for kind, covered in self.of.items()
            for thing, ids in covered.items()
            if not ids
        )


def coverage(exercises: Iterable[Exercise]) -> Coverage:
    """What exercises cover, of all that there is to practise."""
    found: dict[str, dict[str, list[str]]] = {
        kind: {str(thing): [] for thing in things} for kind, things in _everything().items()
    }
    for exercise in exercises:
        for kind, thing in dict.fromkeys(_covered(exercise)):
            if thing in found[kind]:
                found[kind][thing].append(exercise.id)
    return Coverage(
        of={kind: {thing: tuple(ids) for thing, ids in covered.items()} for kind, covered in found.items()}
    )


@cache
def not_acted_on() -> Mapping[str, str]:
    """The clauses that staff do not act on, each with the reason; all others are to be practised."""
    return not_acted_on_from(Table.beside(__file__, "coverage.toml"))


def not_acted_on_from(top: Table) -> Mapping[str, str]:
    """Those clauses of a file.

    Raises:
        DataFileError: An entry is no clause, or has no reason.
    """
    table = top.table("not_acted_on")
    reasons = {
        cited(table, clause_id, clause_id): table.text(clause_id)
        for clause_id in table.keys()  # noqa: SIM118  # a Table iterates otherwise
    }
    top.done()
    return reasons


def _everything() -> Mapping[str, Iterable[str]]:
    return {
        "channels": Channel,
        "customers": CustomerKind,
        "routes": Route,
        "duties": Duty,
        "clauses": [clause_id for clause_id in POLICY.clauses if clause_id not in not_acted_on()],
        "tasks": Asks,
        "edges": Edge,
    }


def _covered(exercise: Exercise) -> Iterator[tuple[str, str]]:
    yield "channels", exercise.channel
    yield "customers", exercise.customer
    for task in exercise.tasks:
        yield "tasks", task.asks
        yield from _by_task(task)


def _by_task(task: Task) -> Iterator[tuple[str, str]]:
    key = task.key
    yield from (("clauses", clause_id) for clause_id in key.cited)
    if task.asks in _ROUTES:
        yield from (("routes", value) for value in key.right)
    if task.asks is Asks.DUTIES:
        yield from (("duties", value) for value in key.right)
    if isinstance(task.subject, Dated):
        yield "duties", task.subject.duty
        yield from (("edges", edge) for edge in edges_of(task.subject.deadline))
