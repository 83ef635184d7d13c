"""What the triage page says: answers, routes, outcomes and sources in words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Protocol

from attrs import frozen

from app.tables.deadlines import groups
from app.tables.labels import ASKS, CHANNELS, FACTS, KNOWN
from joic_policy import Channel, Contact, Deadline, Policy
from joic_policy.triage import (
    AUTHORITIES,
    Answered,
    Outcome,
    Route,
    Source,
    Standing,
    Triage,
    questions,
    route_title,
    summary,
)
from joic_policy.units import JERSEY_ZONE, day_words, instant_words

__all__ = [
    "AnswerRow",
    "Departed",
    "SourceRow",
    "answer_rows",
    "authority_labels",
    "because_of",
    "copied",
    "said",
    "sources",
    "unlisted",
    "what_if_link",
]


#: What day it is, the frame says, and the day of receipt has its field: neither is changed among the answers.
_BESIDE = frozenset({"today_on", "received_on"})


class Departed(Protocol):
    """Another route than the one advised, with the reason and the name."""

    @property
    def route(self) -> Route:
        """The route taken."""

    @property
    def because(self) -> str:
        """The reason."""

    @property
    def by(self) -> str:
        """Who took it."""


@frozen(kw_only=True)
class AnswerRow:
    """One answer as it stands in a list. What the page tells from elsewhere cannot be changed there."""

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
            can_change=one.question.fact not in _BESIDE,
        )
        for one in answered
    )


def authority_labels() -> Mapping[str, str]:
    """Every public body by id, with the other names that it goes by, so that any of them finds it."""
    return {
        body.id: f"{body.name} ({', '.join(body.aliases)})" if body.aliases else body.name
        for body in AUTHORITIES.values()
    }


def unlisted() -> frozenset[str]:
    """The ids that stand for a body that is not on the list, or not known."""
    return frozenset(body.id for body in AUTHORITIES.values() if body.standing is Standing.UNKNOWN)


def sources(outcome: Outcome, policy: Policy) -> tuple[SourceRow, ...]:
    """What an outcome rests on."""
    return tuple(_source(source, policy) for source in outcome.sources)


def _source(source: Source, policy: Policy) -> SourceRow:
    clause, statute = policy.clauses.get(source.id), policy.statutes.get(source.id)
    if clause:
        return SourceRow(badge=clause.id, says=clause.summary, known=clause.section, verified=True)
    if statute:
        says = f"{statute.source}. {statute.note}".strip()
        return SourceRow(
            badge=statute.title, says=says, known=KNOWN[statute.known], verified=statute.verified
        )
    return SourceRow(
        badge="Beside", says=source.text, known=KNOWN[source.known], verified=source.known.verified
    )


def because_of(clause_id: str, policy: Policy) -> str:
    """What a clause asks."""
    return policy.clauses[clause_id].summary


def copied(
    matters: Iterable[tuple[Triage, Departed | None]],
    owed: Iterable[Deadline],
    at: datetime,
    *,
    received_on: date,
    channel: Channel | None,
) -> str:
    """A message as plain text: its receipt, each matter with the route taken instead, if any, and all dates.

    The dates are as of the minute: nobody looks for seconds in a note.
    """
    parts = [f"{summary(triage)}{_departed(departed)}".rstrip() for triage, departed in matters]
    if len(parts) > 1:
        parts = [f"Matter {place}\n{part}" for place, part in enumerate(parts, 1)]
    lines = list(_date_lines(owed, at))
    minute = at.replace(second=0, microsecond=0)
    dates = ["\n".join((f"Dates, as of {instant_words(minute)}", *lines))] if lines else []
    by = f" ({CHANNELS[channel]})" if channel else ""
    return "\n\n".join((f"Received: {day_words(received_on)}{by}", *parts, *dates))


def _departed(departed: Departed | None) -> str:
    if departed is None:
        return ""
    return f"Taken instead: {route_title(departed.route)}\n  By {departed.by}, because: {departed.because}\n"


def _date_lines(owed: Iterable[Deadline], at: datetime) -> Iterator[str]:
    for group in groups(owed, at):
        for row in group.rows:
            marks = f" {' '.join(row.marks)}" if row.marks else ""
            told = f"{row.status.lower()}; owed by {row.owed_by}; {row.source}"
            yield f"  {row.title}: {row.when} ({told}).{marks}"


def what_if_link(contact: Contact, policy: Policy) -> dict[str, str | list[str]]:
    """What the address of the Deadlines page holds for a contact: the facts that have a field there."""
    link: dict[str, str | list[str]] = {
        "channel": CHANNELS[contact.channel],
        "from": "outside" if contact.opening.external else "inside",
        "received": contact.received_on.isoformat(),
        "asks": list(dict.fromkeys(ASKS[matter.kind] for matter in contact.matters)),
    }
    for matter in contact.matters:
        counted = {fact for statute in policy.statutes_for(matter.kind) for fact in statute.facts}
        for fact in FACTS:
            known = getattr(matter, fact) if fact in counted else None
            if isinstance(known, datetime):
                there = known.astimezone(JERSEY_ZONE)
                link[f"{matter.kind}.{fact}"] = there.date().isoformat()
                link[f"{matter.kind}.{fact}.time"] = f"{there:%H:%M}"
            elif known:
                link[f"{matter.kind}.{fact}"] = known.isoformat()
    return link
