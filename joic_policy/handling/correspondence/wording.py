"""The words of every template, read from the file beside this one."""

import re
from collections.abc import Mapping
from functools import cache

from attrs import frozen

from joic_policy._table import Table
from joic_policy.handling.correspondence.letter import Template
from joic_policy.handling.finding import Finding, findings_from
from joic_policy.policy.texts import cited, places

__all__ = ["PLACE", "Wording", "wording", "wording_from"]

#: Where a text takes a fact or a detail of the Office.
PLACE = re.compile(r"\{(\w+)\}")

_ADDRESSEE = "complaints_address"  # the one thing stated that is no fact of the draft


@frozen(kw_only=True)
class Wording:
    """The words of one template: what it `asks` to be filled, and what it cannot do without."""

    title: str
    clause_ids: tuple[str, ...]
    from_office: bool
    formal: bool
    subject: str
    paragraphs: tuple[str, ...]
    asks: Mapping[str, str]
    states: Mapping[str, Finding]


def wording(template: Template) -> Wording:
    """The words of a template."""
    return _read()[template]


def wording_from(top: Table) -> Mapping[Template, Wording]:
    """The words of every template.

    Raises:
        DataFileError: One is missing or incomplete, cites no clause, or takes what it does not ask for.
    """
    words = {template: _wording(top.table(template)) for template in Template}
    top.done()
    return words


@cache
def _read() -> Mapping[Template, Wording]:
    return wording_from(Table.beside(__file__, "templates.toml"))


def _wording(table: Table) -> Wording:
    asked = table.table("asks") if "asks" in table else Table(table.file, {})
    asks = {key: asked.text(key) for key in asked.keys()}  # noqa: SIM118  # a Table iterates otherwise
    words = Wording(
        title=table.text("title"),
        clause_ids=tuple(cited(table, "clauses", each) for each in table.texts("clauses", at_least=1)),
        from_office=table.flag("from_office", default=True),
        formal=table.flag("formal"),
        subject=table.text("subject"),
        paragraphs=table.texts("paragraphs", at_least=1),
        asks=asks,
        states=findings_from(table.table("states")) if "states" in table else {},
    )
    table.done()
    _check_places(table, words)
    return words


def _check_places(table: Table, words: Wording) -> None:
    known = places().keys() | words.asks.keys()
    for place in PLACE.findall(" ".join((words.subject, *words.paragraphs))):
        if place not in known:
            raise table.refusal("paragraphs", place, f"a place out of: {', '.join(sorted(known))}")
    for key in words.states.keys() - words.asks.keys() - {_ADDRESSEE}:
        raise table.refusal("states", key, f"one of: {', '.join(words.asks)}")
    if not words.from_office and not {"name", "address"} <= words.asks.keys():
        raise table.refusal("asks", list(words.asks), "name and address too, for a customer to sign with")
