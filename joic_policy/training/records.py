"""A practice as plain JSON values, and back, strictly, so that any store can keep it."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from joic_policy.errors import InvalidError
from joic_policy.training.practice import Commitment, Practice

__all__ = ["practice_from", "practice_record"]

_T = TypeVar("_T")
_OF_PRACTICE = ("plan", "seed", "drills", "returns", "committed")
_OF_COMMITMENT = ("exercise_id", "task_ids", "answers")


def practice_record(practice: Practice) -> dict[str, Any]:
    """Everything of a practice: what `json.dumps` takes as it is."""
    return {
        "plan": list(practice.plan),
        "seed": practice.seed,
        "drills": practice.drills,
        "returns": practice.returns,
        "committed": [
            {
                "exercise_id": commitment.exercise_id,
                "task_ids": list(commitment.task_ids),
                "answers": {task_id: list(given) for task_id, given in commitment.answered},
            }
            for commitment in practice.committed
        ],
    }


def practice_from(record: object) -> Practice:
    """The practice of a record.

    Raises:
        InvalidError: Something in it is missing, unknown, of another type or impossible.
    """
    fields = _fields("(the whole record)", record, _OF_PRACTICE)
    return Practice(
        plan=_texts("plan", fields["plan"]),
        seed=fields["seed"],
        drills=fields["drills"],
        returns=fields["returns"],
        committed=_list("committed", fields["committed"], _commitment),
    )


def _commitment(name: str, record: object) -> Commitment:
    fields = _fields(name, record, _OF_COMMITMENT)
    answers = fields["answers"]
    if not isinstance(answers, dict):
        raise InvalidError(f"{name}.answers", answers, "lists of texts by task")
    return Commitment(
        exercise_id=fields["exercise_id"],
        task_ids=_texts(f"{name}.task_ids", fields["task_ids"]),
        answered={task_id: _texts(f"{name}.answers", given) for task_id, given in answers.items()},
    )


def _fields(name: str, record: object, wanted: tuple[str, ...]) -> Mapping[str, Any]:
    if not isinstance(record, dict) or set(record) != set(wanted):
        given = sorted(map(str, record)) if isinstance(record, dict) else record
        raise InvalidError(name, given, f"exactly these fields: {', '.join(wanted)}")
    return record


def _texts(name: str, value: object) -> tuple[str, ...]:
    return _list(name, value, _text)


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise InvalidError(name, value, "text")
    return value


def _list(name: str, value: object, item: Callable[[str, object], _T]) -> tuple[_T, ...]:
    if not isinstance(value, list):
        raise InvalidError(name, value, "a list")
    return tuple(item(f"{name}[{position}]", each) for position, each in enumerate(value))
