"""The questions: one for every fact that routing may look at. Their words are in `questions.toml`."""

from collections.abc import Iterable, Mapping
from functools import cache

from attrs import frozen

from joic_policy._table import Table
from joic_policy.policy.texts import cited
from joic_policy.triage.authorities import AUTHORITIES
from joic_policy.triage.enquiry import FACTS, Fact
from joic_policy.triage.facts import Sure
from joic_policy.triage.values import Authority, Day, Instant, Kind, OneOf, SomeOf

__all__ = ["Option", "Question", "questions", "questions_from"]


@frozen(kw_only=True)
class Option:
    """One answer that can be chosen: its value as text, and its words."""

    value: str
    label: str


@frozen(kw_only=True)
class Question:
    """What is asked to learn one fact.

    `options` are all that can be chosen; a day or an instant is typed, its one option is that nobody knows.
    `say` is how to put it to a customer, `why` the reason for asking, `clause_ids` where that is written.
    An optional question is never asked on the way: staff answer it when it comes up, such as abuse.
    """

    fact: str
    wording: str
    kind: Kind
    options: tuple[Option, ...]
    say: str
    why: str
    clause_ids: tuple[str, ...]
    optional: bool

    def label(self, value: object) -> str:
        """The words of an answer."""
        if isinstance(value, tuple):
            return "; ".join(map(self.label, value)) or "None of these"
        text = value if isinstance(value, str) else FACTS[self.fact].value.text(value)
        return next((option.label for option in self.options if option.value == text), text)


@cache
def questions() -> Mapping[str, Question]:
    """Every question, by its fact."""
    return questions_from(Table.beside(__file__, "questions.toml"))


def questions_from(top: Table) -> Mapping[str, Question]:
    """The questions of a file, by fact.

    Raises:
        DataFileError: A question or an option is missing, unknown or incomplete, or cites no clause there is.
    """
    sure = _labels(top, "sure", Sure)
    unknown_day = (Option(value=Sure.NOT_SURE.value, label=top.text("unknown_day")),)
    found = {name: _question(top.table(name), fact, sure, unknown_day) for name, fact in FACTS.items()}
    top.done()
    return found


def _question(
    table: Table, fact: Fact, sure: tuple[Option, ...], unknown_day: tuple[Option, ...]
) -> Question:
    question = Question(
        fact=fact.name,
        wording=table.text("wording"),
        kind=fact.value.kind,
        options=_options(table, fact, sure, unknown_day),
        say=table.text("say", ""),
        why=table.text("why"),
        clause_ids=tuple(cited(table, "clauses", clause_id) for clause_id in table.texts("clauses")),
        optional=table.flag("optional"),
    )
    table.done()
    return question


def _options(
    table: Table, fact: Fact, sure: tuple[Option, ...], unknown_day: tuple[Option, ...]
) -> tuple[Option, ...]:
    match fact.value:
        case OneOf(options=options) if options is Sure and "options" not in table:
            return sure
        case OneOf(options=options) | SomeOf(options=options):
            return _labels(table, "options", options)
        case Authority():
            return tuple(Option(value=body.id, label=body.name) for body in AUTHORITIES.values())
        case Instant() | Day(may_be_unknown=True):
            return unknown_day
        case _:
            return ()


def _labels(table: Table, key: str, values: Iterable[str]) -> tuple[Option, ...]:
    """A label for each value, in their order, and for nothing else."""
    labels = table.table(key)
    options = tuple(Option(value=str(value), label=labels.text(value)) for value in values)
    labels.done()
    return options
