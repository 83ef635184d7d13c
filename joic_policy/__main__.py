"""The same answers on a terminal: `python -m joic_policy --help`.

Readable by default, `--json` for machines. Bad input ends with exit code 2 and a line that says why.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, NoReturn

from joic_policy import (
    JERSEY,
    POLICY,
    Acknowledged,
    Channel,
    Deadline,
    DelayTold,
    Event,
    InvalidError,
    Matter,
    MatterKind,
    PolicyError,
    Received,
    Responded,
    clause,
    contact_from,
    deadlines,
)
from joic_policy.policy import StartsFrom
from joic_policy.units import JERSEY_ZONE, day_words, end_of_day, instant_in_jersey
from joic_policy.working_days import proclaimed_days

if TYPE_CHECKING:
    from joic_policy.triage import Question

__all__ = ["main"]

_Answer = tuple[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one question; the result is the exit code."""
    try:
        chosen = _parser().parse_args(arguments)
        text, record = chosen.answer(chosen)
    except PolicyError as error:
        print(f"joic_policy: {error}", file=sys.stderr)
        return 2
    print(json.dumps(record, indent=2, ensure_ascii=False) if chosen.json else text)
    return 0


class _Parser(ArgumentParser):
    """Refuses like the library does, so that a refusal is one line."""

    def error(self, message: str) -> NoReturn:
        raise PolicyError(f"{message} (see --help)")


def _parser() -> ArgumentParser:
    parser = _Parser(prog="python -m joic_policy", description="The contact policy on a terminal.")
    commands = parser.add_subparsers(required=True, metavar="deadline | triage | clause | holidays")

    one = commands.add_parser("deadline", help="what is owed for a contact, and by when")
    _add_facts(one)
    one.set_defaults(answer=_deadline)

    ways = commands.add_parser("triage", help="where an enquiry goes, or what to ask next")
    ways.add_argument("facts", nargs="*", metavar="FACT=VALUE", help="what is known so far")
    ways.set_defaults(answer=_triage)

    said = commands.add_parser("clause", help="what a clause asks, in short")
    said.add_argument("id", nargs="*", help="like WRI-10; none for all")
    said.set_defaults(answer=_clause)

    days = commands.add_parser("holidays", help="the holidays of some years")
    days.add_argument("years", nargs="+")
    days.set_defaults(answer=_holidays)

    for command in (one, ways, said, days):
        command.add_argument("--json", action="store_true", help="for machines")
    return parser


def _add_facts(command: ArgumentParser) -> None:
    """What can be said of one contact, and how its deadlines are to be read."""

    def add(flag: str, metavar: str, said: str) -> None:
        command.add_argument(flag, action="append", default=[], metavar=metavar, help=said)

    command.add_argument("received", help="the day of receipt in Jersey, like 2026-12-18")
    command.add_argument("--time", help="the time of receipt in Jersey, like 16:30")
    command.add_argument("--channel", default="letter", help=f"one of: {', '.join(Channel)}")
    command.add_argument("--internal", action="store_true", help="it came from inside the Office")
    add("--asks", "KIND[,FACT=DAY...]", "a matter that it raises, and what its law runs from")
    add("--acknowledged", "WHEN", "by email, at a time in Jersey like 2026-12-21T10:00")
    add("--delay", "WHEN=DAY", "the customer was told of a delay: when, and revised to what day")
    add("--responded", "WHEN", "in full, by email")
    add("--reading", "ID=READING", "another reading of what the policy leaves unsaid")
    add("--holiday", "DAY=NAME", "one more day off")
    command.add_argument(
        "--as-of", help="say how each stands at the end of this day; else only what was done"
    )
    command.add_argument("--explain", action="store_true", help="say how each date came about")


def _deadline(chosen: Namespace) -> _Answer:
    policy, calendar = POLICY, JERSEY
    for reading in chosen.reading:
        policy = policy.with_readings(**dict([_pair("--reading", reading)]))
    for holiday in chosen.holiday:
        day, name = _pair("--holiday", holiday)
        calendar = calendar.with_holidays({_day("--holiday", day): name})
    owed = deadlines(contact_from(_events(chosen)), policy=policy, calendar=calendar)
    as_of = end_of_day(_day("--as-of", chosen.as_of)) if chosen.as_of else None
    text = "\n".join(line for deadline in owed for line in _lines(deadline, as_of, explain=chosen.explain))
    return text, [_record(deadline, as_of, explain=chosen.explain) for deadline in owed]


def _events(chosen: Namespace) -> Iterator[Event]:
    received_on = _day("received", chosen.received)
    yield Received(
        channel=Channel(chosen.channel),
        received_on=received_on,
        received_at=instant_in_jersey(received_on, _clock("--time", chosen.time)) if chosen.time else None,
        external=not chosen.internal,
        matters=tuple(map(_matter, chosen.asks)),
    )
    for at in chosen.acknowledged:
        yield Acknowledged(happened_at=_instant("--acknowledged", at), channel=Channel.EMAIL)
    for delay in chosen.delay:
        told, revised = _pair("--delay", delay)
        told_at, revised_on = _instant("--delay", told), _day("--delay", revised)
        yield DelayTold(happened_at=told_at, revised_on=revised_on, channel=Channel.EMAIL)
    for at in chosen.responded:
        yield Responded(happened_at=_instant("--responded", at), channel=Channel.EMAIL)


def _matter(asked: str) -> Matter:
    kind, *facts = asked.split(",")
    starts = dict.fromkeys(fact for statute in POLICY.statutes.values() for fact in statute.facts)
    del starts[StartsFrom.RECEIVED_ON]
    known: dict[str, Any] = {}
    for fact in facts:
        name, value = _pair("--asks", fact)
        if name not in starts:
            raise InvalidError("--asks", name, f"one of: {', '.join(starts)}")
        known[name] = _instant("--asks", value) if name.endswith("_at") else _day("--asks", value)
    return Matter(kind=MatterKind(kind), **known)


def _lines(deadline: Deadline, as_of: datetime | None, *, explain: bool) -> Iterator[str]:
    due = day_words(deadline.due_on) if deadline.due_on else "no date"
    at = as_of or deadline.met_at
    standing = f", {deadline.status(at).replace('_', ' ')}" if at else ""
    doubt = "" if deadline.verified else ", unverified: may be"
    yield f"{deadline.title}: {due}{standing} ({deadline.citation}, owed by the {deadline.owed_by}{doubt})"
    if explain:
        yield from (f"    {line}" for line in deadline.explanation.text.splitlines())


def _record(deadline: Deadline, as_of: datetime | None, *, explain: bool) -> dict[str, Any]:
    at = as_of or deadline.met_at
    return {
        "duty": deadline.duty,
        "title": deadline.title,
        "source": deadline.citation,
        "owed_by": deadline.owed_by,
        "due_on": deadline.due_on.isoformat() if deadline.due_on else None,
        "due_at": deadline.due_at.isoformat() if deadline.due_at else None,
        "status": deadline.status(at) if at else None,
        "displaced_by": deadline.displaced_by.id if deadline.displaced_by else None,
        "explanation": deadline.explanation.text.splitlines() if explain else None,
    }


def _triage(chosen: Namespace) -> _Answer:
    from joic_policy.triage import enquiry_from, summary, triage  # noqa: PLC0415  # its words are many

    facts: dict[str, str] = {}
    for name, value in (_pair("facts", fact) for fact in chosen.facts):
        if name in facts:
            raise InvalidError(name, value, f"one answer only; {facts[name]!r} was given before")
        facts[name] = value
    answer = triage(enquiry_from(facts))
    question, outcome = answer.question, answer.outcome
    record = {
        "question": question
        and {
            "fact": question.fact,
            "wording": question.wording,
            "options": {option.value: option.label for option in question.options},
        },
        "possible": list(answer.possible),
        "overlays": [overlay.title for overlay in answer.overlays],
        "outcome": outcome
        and {
            "route": outcome.route,
            "title": outcome.title,
            "do": [{"who": action.who, "what": action.what} for action in outcome.do],
            "say": list(outcome.say),
            "customer_text": outcome.customer_text,
            "findings": [{"what": finding.what, "clause": finding.clause_id} for finding in outcome.findings],
            "duties": list(outcome.duties),
            "sources": [source.words for source in outcome.sources],
        },
        "set_aside": [answered.question.fact for answered in answer.set_aside],
    }
    return "\n".join((summary(answer).rstrip(), *_choices(answer.question))), record


def _choices(question: "Question | None") -> Iterator[str]:
    """How the next question is answered here."""
    if question and question.options:
        yield from (f"  {question.fact}={option.value}  {option.label}" for option in question.options)
    elif question:
        yield f"  {question.fact}=..."


def _clause(chosen: Namespace) -> _Answer:
    clauses = [clause(wanted.upper()) for wanted in chosen.id] or list(POLICY.clauses.values())
    text = "\n".join(
        f"{one.id}  {one.section}\n    {one.summary}\n    {one.status}: {one.how}" for one in clauses
    )
    record = [
        {"id": one.id, "section": one.section, "summary": one.summary, "status": one.status, "how": one.how}
        for one in clauses
    ]
    return text, record


def _holidays(chosen: Namespace) -> _Answer:
    years = {_year(given) for given in chosen.years}
    sure = {proclaimed.on for proclaimed in proclaimed_days()}
    found = [
        (day, name, day > JERSEY.known_through and day not in sure)
        for day, name in JERSEY.holidays.items()
        if day.year in years
    ]
    lines = (f"{day_words(day)}: {name}{' (by rule)' if by_rule else ''}" for day, name, by_rule in found)
    record = [{"on": str(day), "name": name, "by_rule": by_rule} for day, name, by_rule in found]
    return "\n".join(lines), record


def _pair(option: str, given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not (name and equals and value):
        raise InvalidError(option, given, "two parts with = between them")
    return name, value


def _day(option: str, given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise InvalidError(option, given, "a day like 2026-12-18") from None


def _clock(option: str, given: str) -> time:
    try:
        return time.fromisoformat(given)
    except ValueError:
        raise InvalidError(option, given, "a time like 16:30") from None


def _instant(option: str, given: str) -> datetime:
    try:
        at = datetime.fromisoformat(given)
    except ValueError:
        raise InvalidError(option, given, "a day and time like 2026-12-21T10:00") from None
    return at if at.tzinfo else at.replace(tzinfo=JERSEY_ZONE)


def _year(given: str) -> int:
    if not (given.isdecimal() and JERSEY.first.year <= int(given) <= JERSEY.last.year):
        raise InvalidError("years", given, f"a year from {JERSEY.first.year} to {JERSEY.last.year}")
    return int(given)


if __name__ == "__main__":
    sys.exit(main())
