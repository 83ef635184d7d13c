"""What routes, details and overlays say. Read from the files beside this one, and refused if incomplete.

Texts may hold the places of `advice.PLACES` in braces, so that no number and no address stands twice.
"""

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from attrs import frozen

from joic_policy._table import Table
from joic_policy.policy import POLICY, Duty, Known, MatterKind, Statute
from joic_policy.policy.texts import Finding, cited
from joic_policy.triage.advice import PLACES, Action, Letter, Source, Who, filled
from joic_policy.triage.routes import Detail, Overlay, Route

__all__ = [
    "Words",
    "details",
    "frame",
    "overlays",
    "route_title",
    "routes",
    "sources_from",
    "statute_source",
    "words_from",
]

_Id = TypeVar("_Id", Route, Detail, Overlay)


@frozen(kw_only=True)
class Words:
    """Everything that one route, detail or overlay says.

    `customer` are paragraphs the customer can be sent. What says `first` comes before the route's own words.
    """

    id: Route | Detail | Overlay
    title: str
    do: tuple[Action, ...]
    say: tuple[str, ...]
    customer: tuple[str, ...]
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]
    matter: MatterKind | None
    letter: Letter | None
    check_with: Who | None
    first: bool


@cache
def frame() -> tuple[str, str]:
    """How every text for a customer opens and closes.

    Raises:
        DataFileError: One of the two is missing.
    """
    top = Table.beside(__file__, "customer.toml")
    opening, closing = _text(top, "opening"), _text(top, "closing")
    top.done()
    return opening, closing


@cache
def routes() -> Mapping[Route, Words]:
    """The words of every route."""
    return words_from(Table.beside(__file__, "routes.toml"), Route, _marked())


def route_title(route: Route) -> str:
    """What a route is called on screen."""
    return routes()[route].title


@cache
def details() -> Mapping[Detail, Words]:
    """The words of every detail."""
    return words_from(Table.beside(__file__, "details.toml"), Detail, _marked())


@cache
def overlays() -> Mapping[Overlay, Words]:
    """The words of every overlay."""
    return words_from(Table.beside(__file__, "overlays.toml"), Overlay, _marked())


@cache
def _marked() -> Mapping[str, Source]:
    return sources_from(Table.beside(__file__, "sources.toml"))


def sources_from(top: Table) -> Mapping[str, Source]:
    """Sources that are neither clause nor statute, each with how well it is known.

    Raises:
        DataFileError: One is incomplete.
    """
    sources = {}
    for table in top:
        sources[table.name] = Source(
            id=table.name, text=table.text("text"), known=table.one_of("known", Known)
        )
        table.done()
    return sources


def words_from(top: Table, ids: type[_Id], marked: Mapping[str, Source]) -> Mapping[_Id, Words]:
    """The words of every id. A route has a kind of matter, something to do, to say and to send, and a source.

    Raises:
        DataFileError: One is missing, unknown or incomplete, or names what is not there.
    """
    words = {}
    for one in ids:
        table = top.table(one)
        words[one] = _words(table, one, marked)
        if isinstance(words[one].id, Route):
            _check_route(table, words[one])
        table.done()
    top.done()
    return words


def statute_source(statute: Statute) -> Source:
    """A statute as a source."""
    return Source(id=statute.id.value, text=f"{statute.title}: {statute.source}", known=statute.known)


def _words(table: Table, one: Route | Detail | Overlay, marked: Mapping[str, Source]) -> Words:
    return Words(
        id=one,
        title=_text(table, "title"),
        do=tuple(_action(table, text) for text in _texts(table, "do")),
        say=_texts(table, "say"),
        customer=_texts(table, "customer"),
        findings=tuple(_finding(table, text) for text in _texts(table, "findings")),
        sources=_sources(table, marked),
        matter=table.one_of("matter", MatterKind) if "matter" in table else None,
        letter=table.one_of("letter", Letter) if "letter" in table else None,
        check_with=table.one_of("check_with", Who) if "check_with" in table else None,
        first=table.flag("first"),
    )


def _check_route(table: Table, words: Words) -> None:
    silent = table.flag("nothing_to_send")
    for key, given, wanted in (
        ("matter", words.matter, True),
        ("do", words.do, True),
        ("customer", words.customer, not silent),
        ("clauses", words.sources, True),
    ):
        if bool(given) is not wanted:
            raise table.refusal(key, given, "something here" if wanted else "nothing here")


def _texts(table: Table, key: str) -> tuple[str, ...]:
    return tuple(_checked(table, key, text) for text in table.texts(key))


def _text(table: Table, key: str) -> str:
    return _checked(table, key, table.text(key))


def _checked(table: Table, key: str, text: str) -> str:
    try:
        return filled(text)
    except (KeyError, IndexError, ValueError):
        raise table.refusal(key, text, f"places out of: {', '.join(PLACES)}") from None


def _action(table: Table, text: str) -> Action:
    who, _, what = text.partition(": ")
    if who not in [*Who] or not what:
        raise table.refusal(
            "do", text, f"who and what, like 'you: Call back.'; who is one of: {', '.join(Who)}"
        )
    return Action(who=Who(who), what=what)


def _finding(table: Table, text: str) -> Finding:
    clause_id, _, what = text.partition(": ")
    if clause_id not in POLICY.clauses or not what:
        raise table.refusal("findings", text, "a clause and what is missing, like 'FOI-4: No name is given.'")
    return Finding(clause_id=clause_id, what=what)


def _sources(table: Table, marked: Mapping[str, Source]) -> tuple[Source, ...]:
    clauses, statutes, others = (
        table.texts("clauses"),
        table.some_of("statutes", Duty),
        table.texts("sources"),
    )
    found = []
    for clause_id in clauses:
        text = f"{cited(table, 'clauses', clause_id)}, {POLICY.clauses[clause_id].section}"
        found.append(Source(id=clause_id, text=text, known=Known.OFFICIAL))
    for duty in statutes:
        if duty not in POLICY.statutes:
            raise table.refusal("statutes", duty.value, f"one of: {', '.join(POLICY.statutes)}")
        found.append(statute_source(POLICY.statutes[duty]))
    for name in others:
        if name not in marked:
            raise table.refusal("sources", name, f"one of: {', '.join(marked)}")
        found.append(marked[name])
    return tuple(found)
