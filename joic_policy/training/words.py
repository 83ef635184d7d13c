"""The wording of tasks and marks, and the labels of what can be chosen. Read from `tasks.toml`."""

from collections.abc import Iterable, Mapping
from functools import cache

from attrs import frozen

from joic_policy._table import Table
from joic_policy.deadlines import Status
from joic_policy.handling import NextStep, Ring
from joic_policy.policy import POLICY, Duty, OwedBy
from joic_policy.triage import Kind, Option

__all__ = ["Wordings", "duty_title", "exhibit_of", "only", "options_of", "words", "words_from"]

_KINDS = (Kind.ONE, Kind.SEVERAL, Kind.DAY)
_LABELS: Mapping[str, Iterable[str]] = {
    "status": Status,
    "owed_by": OwedBy,
    "ring": Ring,
    "step": NextStep,
    "yes_no": ("yes", "no"),
    "duty": ("acknowledgement", "formal_response"),
    "exhibit": (
        *("medium", "headed", "font", "format", "enclosures", "recipient_confirmed", "attachments_confirmed"),
        *("second_reader", "away", "limit", "first_on", "back_on", "point", "kinds", "what", "by"),
        *("place", "hazard", "told"),
    ),
    "only": ("no_date", "no_other", "nobody", "not_transferred", "reason"),
}
_SAID = ("unanswered", "all_right", "several", "no_wrong", "wrong_ticked", "left_out", "parted_question")


@frozen(kw_only=True)
class Wordings:
    """What is said of tasks. `marks` are of one part: a line among several, or a single answer."""

    asks: Mapping[str, str]
    hints: Mapping[str, str]
    marks: Mapping[str, int]
    labels: Mapping[str, Mapping[str, str]]
    said: Mapping[str, str]


@cache
def words() -> Wordings:
    """The wording in the file beside this code."""
    return words_from(Table.beside(__file__, "tasks.toml"))


def words_from(top: Table) -> Wordings:
    """The wording of a file.

    Raises:
        DataFileError: Something in it is missing or unknown.
    """
    from joic_policy.training.task import Asks  # noqa: PLC0415  # a task needs these words to say itself

    numbers = top.table("marks")
    marks = {kind.value: numbers.number(kind) for kind in _KINDS}
    numbers.done()
    labels = top.table("labels")
    read = Wordings(
        asks=_texts(top.table("asks"), Asks),
        hints=_texts(top.table("hints"), _KINDS),
        marks=marks,
        labels={name: _texts(labels.table(name), values) for name, values in _LABELS.items()},
        said=_texts(top.table("said"), _SAID),
    )
    labels.done()
    top.done()
    return read


def options_of(name: str) -> tuple[Option, ...]:
    """The options of a closed set, with their labels, in its own order."""
    return tuple(Option(value=value, label=label) for value, label in words().labels[name].items())


def exhibit_of(facts: Mapping[str, str]) -> str:
    """Facts to look at, a line each with its label."""
    return "\n".join(f"{words().labels['exhibit'][name]}: {fact}" for name, fact in facts.items())


def only(value: str) -> Option:
    """An option that stands by itself, such as that there is no date."""
    return Option(value=value, label=words().labels["only"][value])


def duty_title(duty: Duty) -> str:
    """What a duty is called, without telling on which channel it is owed."""
    if duty in words().labels["duty"]:
        return words().labels["duty"][duty]
    if duty in POLICY.statutes:
        return POLICY.statutes[duty].title
    return POLICY.undated[duty].title if duty in POLICY.undated else POLICY.standards[duty].title


def _texts(table: Table, keys: Iterable[str]) -> Mapping[str, str]:
    texts = {str(key): table.text(key) for key in keys}
    table.done()
    return texts
