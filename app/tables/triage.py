"""What the triage page says: answers, routes, outcomes and sources in words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from attrs import frozen

from app.tables.deadlines import groups
from app.tables.labels import ASKS, CHANNELS
from joic_policy import Contact, Deadline, Policy
from joic_policy.policy import Known
from joic_policy.triage import AUTHORITIES, Answered, Enquiry, Outcome, Route, Source, Triage, questions, summary
from joic_policy.triage.advice import filled

from joic_policy.triage.words import routes
from joic_policy.units import day_words, instant_words

__all__ = [
    "AnswerRow",
    "SourceRow",
    "answer_rows",
    "authority_labels",
    "because_of",
    "copied",
    "route_title",
    "said",
    "sources",
    "what_if_link",
]

_KNOWN: Mapping[Known, str] = {
    Known.OFFICIAL: "official",
    Known.TWO_SOURCES: "two sources",
    Known.ONE_SOURCE: "one source only: check it before you rely on it",
    Known.UNVERIFIED: "unverified: check it before you rely on it",
}


@frozen(kw_only=True)
class AnswerRow:
    """One answer as it stands in a list. What day it is cannot be changed there."""

    fact: str
    question: str
    answer: str
    can_change: bool = True


@frozen(kw_only=True)
class SourceRow:
    """One thing that an outcome rests on: what to call it, what it says, and how well it is known."""

    badge: str
    says: str
    known: str
    verified: bool


def said(fact: str, value: object) -> str:
    """An answer in words."""
    if isinstance(value, datetime):
        return instant_words(value)
    if isinstance(value, date):
        return day_words(value)
    return questions()[fact].label(value)


def answer_rows(answered: Iterable[Answered]) -> tuple[AnswerRow, ...]:
    """Answers in the order given."""
    return tuple(
        AnswerRow(
            fact=one.question.fact,
            question=one.question.wording,
            answer=said(one.question.fact, one.value),
            can_change=one.question.fact != "today_on",
        )
        for one in answered
    )


def told_any_time(enquiry: Enquiry, facts: Iterable[str]) -> str:
    """Which of some facts have been told, in a few words."""
    told = (said(fact, value) for fact in facts if (value := getattr(enquiry, fact)) is not None)
    return "; ".join(told)


def route_title(route: Route) -> str:
    """What a route is called."""
    return filled(routes()[route].title)


def authority_labels() -> Mapping[str, str]:
    """Every public body by id, with the other names that it goes by, so that any of them finds it."""
    return {
        body.id: f"{body.name} ({', '.join(body.aliases)})" if body.aliases else body.name
        for body in AUTHORITIES.values()
    }


def sources(outcome: Outcome, policy: Policy) -> tuple[SourceRow, ...]:
    """What an outcome rests on."""
    return tuple(_source(source, policy) for source in outcome.sources)


def _source(source: Source, policy: Policy) -> SourceRow:
    verified = source.known in {Known.OFFICIAL, Known.TWO_SOURCES}
    clause = policy.clauses.get(source.id)
    if clause:
        return SourceRow(badge=clause.id, says=clause.summary, known=clause.section, verified=True)
    return SourceRow(
        badge="Law" if verified else "Law?",
        says=source.text,
        known=_KNOWN[source.known],
        verified=verified,
    )


def because_of(clause_id: str, policy: Policy) -> str:
    """What a clause asks."""
    return policy.clauses[clause_id].summary


def copied(triages: Iterable[tuple[Triage, str]], owed: Iterable[Deadline], at: datetime) -> str:
    """A message as plain text: each matter with its departure, and the dates of all."""
    parts = [f"{summary(one)}{departed}".rstrip() for one, departed in triages]
    if len(parts) > 1:
        parts = [f"Matter {place}\n{part}" for place, part in enumerate(parts, 1)]
    lines = list(_date_lines(owed, at))
    return "\n\n".join((*parts, *(["\n".join(("Dates", *lines))] if lines else [])))


def _date_lines(owed: Iterable[Deadline], at: datetime) -> Iterator[str]:
    for group in groups(owed, at):
        for row in group.rows:
            marks = f" {' '.join(row.marks)}" if row.marks else ""
            yield f"  {row.title}: {row.when} ({row.status.lower()}; owed by {row.owed_by}; {row.source}).{marks}"


def what_if_link(contact: Contact) -> dict[str, str | list[str]]:
    """What the address of the Deadlines page holds for a contact: the same facts, to play with."""
    kinds = list(dict.fromkeys(matter.kind for matter in contact.matters))
    link: dict[str, str | list[str]] = {
        "channel": CHANNELS[contact.channel],
        "received": contact.received_on.isoformat(),
        "asks": [ASKS[kind] for kind in kinds],
    }
    return link
