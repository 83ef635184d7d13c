"""Every generator of values that tests share."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from typing import Any, get_args
from uuid import UUID

from attrs import evolve, fields, has
from hypothesis import strategies as st

from joic_policy import (
    JERSEY,
    POLICY,
    Acknowledged,
    Closed,
    Contact,
    Corrected,
    Customer,
    DelayTold,
    Duty,
    Event,
    FileNoted,
    FullResponseExpected,
    HistoryError,
    InvalidError,
    Matter,
    Policy,
    Received,
    Reopened,
    Responded,
    Withdrawn,
    WorkingDayCalendar,
    contact_from,
)
from joic_policy.contacts import EVENTS, CallMade, ConductFlagged, Format, Needs
from joic_policy.contacts.personal import is_personal
from joic_policy.handling import Draft, Medium, Sender, Template, wording
from joic_policy.policy import Interpretations
from joic_policy.policy.interpretations import readings_in
from joic_policy.triage import AUTHORITIES, Enquiry
from joic_policy.triage.enquiry import FACTS
from joic_policy.triage.facts import Sure
from joic_policy.triage.values import Authority, Instant, OneOf, SomeOf
from joic_policy.units import JERSEY_ZONE, instant_in_jersey

__all__ = [
    "answers",
    "calendars",
    "contacts",
    "customers",
    "days",
    "enquiries",
    "events",
    "histories",
    "instants",
    "instants_on",
    "letter_drafts",
    "matters",
    "policies",
    "received",
    "texts",
    "whole_numbers",
]

ROOM = timedelta(days=200)  # more than a hundred working days


def days(first: date = date(2018, 1, 1), last: date = date(2099, 12, 31) - ROOM) -> st.SearchStrategy[date]:
    """Days of Jersey's calendar, far enough from its end to count a hundred working days on."""
    return st.dates(first, last)


def whole_numbers(most: int = 100) -> st.SearchStrategy[int]:
    """Numbers of working days."""
    return st.integers(1, most)


@st.composite
def calendars(draw: st.DrawFn) -> WorkingDayCalendar:
    """Calendars of a day to some years, before and after 1970, with holidays on any day of the week."""
    first = draw(st.dates(date(1960, 1, 1), date(2200, 1, 1)))
    last = first + timedelta(days=draw(st.integers(0, 3000)))
    holidays = draw(st.dictionaries(st.dates(first, last), st.sampled_from(["Fair", "Feast"]), max_size=30))
    known_through = draw(st.none() | st.dates(first, last))
    return WorkingDayCalendar(holidays=holidays, first=first, last=last, known_through=known_through)


jersey_with_changes = st.sets(st.sampled_from(sorted(JERSEY.holidays)), max_size=5).map(
    JERSEY.without_holidays
)
"""Jersey's calendar without some of its holidays."""


PRIVATE = "private: "
"""What every personal text begins with, and no other: so it can be looked for."""

TYPED = ("", "Ann", "<b>Ann</b>", "=1+1", "\u202eAnn", "Ann\n\tZoë", "\x00", "'; --", "Ann " * 50)
"""What people type, by mistake or on purpose."""

MENDING = (Corrected, Withdrawn)
ACTS = tuple(kind for kind in EVENTS if kind not in {Received, CallMade, *MENDING})
PLAIN = {"customer": Customer(), "file": "", "owner": "", "subject": "", "text": "", "by": ""}
OFTEN = (Acknowledged, FullResponseExpected, DelayTold, Responded, Closed, Reopened, FileNoted, *MENDING)
ZONES = (UTC, JERSEY_ZONE, timezone(timedelta(hours=-11)), timezone(timedelta(hours=14)))


def texts(*, personal: bool = False) -> st.SearchStrategy[str]:
    """What somebody typed: names as staff have them, or a personal text, which may be absent."""
    return st.sampled_from(["", *(PRIVATE + typed for typed in TYPED)] if personal else ["Ann", "Bea"])


def instants_on(day: date) -> st.SearchStrategy[datetime]:
    """Instants of a day in Jersey, its first and last often, told by the clocks of several places."""
    clocks = st.sampled_from([time.min, time(17), time(17, 0, 1), time.max]) | st.times()
    on_the_day = st.builds(instant_in_jersey, st.just(day), clocks)
    return st.builds(datetime.astimezone, on_the_day, st.sampled_from(ZONES))


def instants(
    first: date = date(2018, 1, 1), last: date = date(2099, 12, 31) - ROOM
) -> st.SearchStrategy[datetime]:
    """Instants of Jersey's calendar."""
    return days(first, last).flatmap(instants_on)


@st.composite
def received(draw: st.DrawFn, **given: Any) -> Received:
    """Receipts of every kind, as they can have been; `given` holds fields to leave as they are."""
    on = given.pop("received_on", None) or draw(days(date(2018, 1, 3)))  # day 1 under any reading is inside
    at = draw(instants_on(on))
    call = draw(
        st.sampled_from([{}, {"rang_at": at}, {"rang_at": at, "answered_at": at}, {"abandoned_at": at}])
    )
    if "answered_at" in call:
        call["answered_at"] = at + timedelta(milliseconds=draw(st.integers(0, 60_000)))
    facts = {"received_on": on, "received_at": draw(st.none() | st.just(at)), **call, **given}
    return draw(_built(Received, facts))


def customers() -> st.SearchStrategy[Customer]:
    """Customers as far as they are known."""
    return _built(Customer, {})


@st.composite
def matters(draw: st.DrawFn, **given: Any) -> Matter:
    """Things asked, with some of the facts that the law needs; `given` holds fields to leave as they are."""
    departed = {"departed_because": ""} if draw(st.booleans()) else {"advised_route": "advised"}
    return draw(_built(Matter, departed | given))


def events(kind: type[Event], **given: Any) -> st.SearchStrategy[Any]:
    """Events of one class; `given` holds fields to leave as they are."""
    if kind is Received:
        return received(**given)
    if kind is Corrected and "to" not in given:
        return (
            st.sampled_from([*ACTS, CallMade, Received])
            .flatmap(events)
            .flatmap(lambda to: events(Corrected, to=to, of=to.id, **given))
        )
    if kind is ConductFlagged and "review_on" not in given:
        return _flagged(given)
    return _built(kind, given)


@st.composite
def histories(draw: st.DrawFn, **opening: Any) -> tuple[Event, ...]:
    """Histories that can have been: a receipt, some acts in the weeks after it, some of them mended.

    `opening` holds facts of the receipt.
    """
    told: list[Event] = [draw(received(**(PLAIN | opening)))]
    for kind in draw(st.lists(st.sampled_from([*OFTEN * 4, *ACTS]), min_size=1, max_size=9)):
        earlier = draw(st.sampled_from(told))
        if kind is Corrected and isinstance(earlier, MENDING):
            continue
        longer = timedelta(minutes=draw(st.integers(0, 40 * 24 * 60)))
        facts: dict[str, Any] = {"happened_at": told[0].happened_at + longer}
        if "of" in {attribute.name for attribute in fields(kind)}:
            facts["of"] = earlier.id
        if kind is Corrected:
            facts["to"] = draw(_retold(earlier))
        if "revised_on" in {attribute.name for attribute in fields(kind)}:
            facts["revised_on"] = draw(_weekdays_after(told[0].happened_at))
        if "expected_on" in {attribute.name for attribute in fields(kind)}:
            facts["expected_on"] = told[0].happened_at.date() + timedelta(days=draw(st.integers(0, 7)))
        event = draw(events(kind, **facts))
        if _possible((*told, event)):
            told.append(event)
    return tuple(told)


def contacts(**opening: Any) -> st.SearchStrategy[Contact]:
    """Contacts with any history."""
    return histories(**opening).map(contact_from)


def policies() -> st.SearchStrategy[Policy]:
    """The policy under any readings, with or without days on which the Office is closed."""
    readings = st.fixed_dictionaries(
        {
            attribute.name: st.sampled_from(list(readings_in(attribute)))
            for attribute in fields(Interpretations)
        }
    )
    closures = st.just(()) | st.sets(days(), max_size=3).map(tuple)
    return st.builds(
        lambda chosen, closed: evolve(
            POLICY.with_readings(**chosen), office=evolve(POLICY.office, closures=closed)
        ),
        readings,
        closures,
    )


def _possible(told: tuple[Event, ...]) -> bool:
    try:
        contact_from(told)
    except (HistoryError, InvalidError):
        return False
    return True


@st.composite
def _flagged(draw: st.DrawFn, given: Mapping[str, Any]) -> ConductFlagged:
    """A flag to be reviewed and to expire in good time, also if it is retold a little later."""
    at = given.get("happened_at") or draw(instants())
    review_on = at.date() + timedelta(days=draw(st.integers(20, 60)))
    expires_on = review_on + timedelta(days=draw(st.integers(1, 60)))
    facts = {**given, "happened_at": at, "review_on": review_on, "expires_on": expires_on}
    return draw(_built(ConductFlagged, facts))


def _retold(event: Event) -> st.SearchStrategy[Event]:
    """The same act otherwise: by somebody else, or at another time, or just as it was."""
    later = st.integers(0, 9 * 24 * 60).map(lambda minutes: event.happened_at + timedelta(minutes=minutes))
    if isinstance(event, Received):
        return st.sampled_from(
            [event, evolve(event, owner="Bea"), evolve(event, external=not event.external)]
        )
    return st.just(event) | later.map(lambda at: evolve(event, happened_at=at, recorded_at=at))


def _weekdays_after(at: datetime) -> st.SearchStrategy[date]:
    return (
        st.integers(1, 90).map(lambda n: at.date() + timedelta(days=n)).filter(lambda day: day.weekday() < 5)
    )


OF_THEIR_OWN = {"happened_at", "recorded_at", "rang_at", "answered_at", "abandoned_at", "to"}
KNOWN = {
    str: texts(),
    bool: st.booleans(),
    int: whole_numbers(),
    UUID: st.uuids(version=4),
    date: days().filter(lambda day: day.weekday() < 5),
    datetime: instants(),
    Duty: st.sampled_from([duty for duty in Duty if duty.by_law]),
}


def _built(kind: type, given: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    """Values of a class made with attrs, each field of its own type but for those given."""
    drawn = _any(kind, frozenset(given)).map(lambda chosen: {**chosen, **given})
    if issubclass(kind, Event) and kind is not Received and "happened_at" not in given:
        return st.builds(lambda chosen, at: kind(**chosen, happened_at=at), drawn, instants())
    return drawn.map(lambda chosen: kind(**chosen))


@cache
def _any(kind: type, given: frozenset[str]) -> st.SearchStrategy[dict[str, Any]]:
    """Every field of a class that can have any value of its type, whatever the others have."""
    return st.fixed_dictionaries(
        {
            attribute.name: texts(personal=True) if is_personal(attribute) else _of_type(attribute.type)
            for attribute in fields(kind)
            if attribute.name not in given | OF_THEIR_OWN
        }
    )


@cache
def _of_type(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type that a field can have."""
    inner = get_args(kind)
    if type(None) in inner:
        return st.none() | _of_type(inner[0])
    if inner:
        return st.lists(_of_type(inner[0]), max_size=2).map(tuple)
    if has(kind) and kind is not Event:
        return matters() if kind is Matter else _built(kind, {})
    return KNOWN[kind] if kind in KNOWN else st.sampled_from(list(kind))


def answers(fact: str) -> st.SearchStrategy[Any]:
    """Answers to a question of triage, whatever its kind."""
    value = FACTS[fact].value
    match value:
        case OneOf(options=options):
            return st.sampled_from([*options])
        case SomeOf(options=options):
            chosen = st.sets(st.sampled_from([*options]))
            return chosen.map(lambda some: tuple(option for option in options if option in some))
        case Authority():
            return st.sampled_from([*AUTHORITIES])
        case Instant():
            return st.just(Sure.NOT_SURE) | instants()
        case _:
            known = st.dates(date(2025, 1, 1), date(2027, 12, 31))
            return known if fact in {"today_on", "received_on"} else st.just(Sure.NOT_SURE) | known


@st.composite
def enquiries(draw: st.DrawFn, most: int = len(FACTS)) -> Enquiry:
    """Enquiries with any facts known, up to so many, whether or not anybody would ask for them."""
    known = draw(st.sets(st.sampled_from([*FACTS]), max_size=most))
    return Enquiry(**{fact: draw(answers(fact)) for fact in sorted(known)}, notes=draw(texts()))


IN_LETTERS = (
    "a letter of May",
    "<b>Zo\u00eb</b> & Co",
    "{office}",
    "=1+1",
    "two\n\nparagraphs\r\nand a line",
    "\u202eback",
    "%s {0}",
    "a\x00b\x1b \ud800",
    "x\r\nBcc: a@example.org",
    "\u0645\u0631\u062d\u0628\u0627",
)


@st.composite
def letter_drafts(draw: st.DrawFn) -> Draft:
    """Drafts of every template, medium, format and language with every fact known, whatever was typed."""
    template = draw(st.sampled_from(Template))
    slip = template is Template.COMPLIMENT_SLIP
    recipients = [(), ("Ms J Vibert", "1 High Street"), ("<J>\r\nBcc: x@example.org", " ")]
    first_names = st.sampled_from(["Ann", "Jean-Luc", "Zo\u00eb", "O'Neil", "A\r\nB"])
    return Draft(
        template=template,
        medium=Medium.COMPLIMENT_SLIP if slip else draw(st.sampled_from([Medium.LETTER, Medium.EMAIL])),
        written_on=draw(days()),
        sender=Sender(
            first_name=draw(first_names),
            surname="Le Brun",
            title=draw(st.sampled_from(["", "Officer"])),
            telephone="01534 716530",
            email="ann@example.org",
        ),
        addressed_as=draw(st.sampled_from(["", " ", "Ms Vibert", "{x}"])),
        recipient=draw(st.sampled_from(recipients)),
        reference=draw(st.sampled_from(["", "CMP/7"])),
        facts={key: draw(st.sampled_from(IN_LETTERS)) for key in wording(template).asks},
        needs=Needs(format=draw(st.sampled_from(Format)), language=draw(st.sampled_from(["", "Polish"]))),
        informal=draw(st.booleans()),
        enclosures=("a leaflet",) if slip else draw(st.sampled_from([(), ("x",)])),
    )
