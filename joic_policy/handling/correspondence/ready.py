"""Answers at hand: a text by route, with guide, owner and review date, and the next steps after a refusal."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from attrs import evolve, frozen

from joic_policy._table import Table
from joic_policy.errors import InvalidError
from joic_policy.handling.correspondence.composition import Draft
from joic_policy.handling.correspondence.wording import PLACE
from joic_policy.policy.texts import cited, places

__all__ = ["ReadyAnswer", "ready_answers", "ready_answers_from", "refusal_reasons", "refused"]


@frozen(kw_only=True)
class ReadyAnswer:
    """A text for one route. On `review_on` its `owner` reads it again."""

    route: str
    title: str
    text: tuple[str, ...]
    clause_ids: tuple[str, ...]
    guide: str
    owner: str
    review_on: date

    def is_due(self, on: date) -> bool:
        """Whether it is to be read again by a day."""
        return on >= self.review_on


@cache
def ready_answers() -> Mapping[str, ReadyAnswer]:
    """Every answer at hand, by route."""
    return ready_answers_from(Table.beside(__file__, "ready_answers.toml"))


def ready_answers_from(top: Table) -> Mapping[str, ReadyAnswer]:
    """Every answer of a file.

    Raises:
        DataFileError: One is incomplete, cites no clause, or has a place that nothing fills.
    """
    answers = {}
    for table in top:
        answers[table.name] = ReadyAnswer(
            route=table.name,
            title=table.text("title"),
            text=tuple(_filled(table, "text", text) for text in table.texts("text", at_least=1)),
            clause_ids=tuple(cited(table, "clauses", each) for each in table.texts("clauses", at_least=1)),
            guide=_filled(table, "guide", table.text("guide")),
            owner=table.text("owner"),
            review_on=table.day("review_on"),
        )
        table.done()
    return answers


def refusal_reasons() -> tuple[str, ...]:
    """The reasons for a refusal that have a next step, those that the policy names first (FOI-6)."""
    return tuple(_refusals())


def refused(draft: Draft, reason: str) -> Draft:
    """A draft with the reason for a refusal, and what can be done next (FOI-6).

    Raises:
        InvalidError: There is no such reason.
    """
    if reason not in _refusals():
        raise InvalidError("reason", reason, f"one of: {', '.join(_refusals())}")
    words, next_step = _refusals()[reason]
    return evolve(draft, facts={**draft.facts, "reason": words, "next_step": next_step})


@cache
def _refusals() -> Mapping[str, tuple[str, str]]:
    refusals = {}
    for table in Table.beside(__file__, "refusals.toml"):
        refusals[table.name] = table.text("reason"), table.text("next_step")
        table.done()
    return refusals


def _filled(table: Table, key: str, text: str) -> str:
    known = places()
    for place in PLACE.findall(text):
        if place not in known:
            raise table.refusal(key, place, f"a place out of: {', '.join(sorted(known))}")
    return PLACE.sub(lambda place: known[place.group(1)], text)
