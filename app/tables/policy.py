"""What the policy page says: the written policy as rows and entries, in words."""

from collections.abc import Collection, Mapping
from datetime import date

from app.tables.entries import Entry
from app.tables.labels import KNOWN
from app.tables.words import listed
from joic_policy.policy import (
    ClauseStatus,
    Duty,
    Interpretation,
    OwedBy,
    Policy,
    Statute,
)
from joic_policy.units import day_words

__all__ = [
    "NUMBER_HEADINGS",
    "STATUSES",
    "clauses_found",
    "numbers_on",
    "office_rows",
    "open_questions",
    "sections",
    "settled_questions",
    "statutes_by",
    "undated_rows",
]

NUMBER_HEADINGS = ("What", "Number", "Clause", "Changes")
STATUSES: Mapping[ClauseStatus, str] = {
    ClauseStatus.MODELLED: "Worked out here",
    ClauseStatus.SHOWN: "Shown here",
    ClauseStatus.PLANNED: "Planned",
    ClauseStatus.NOT_SOFTWARE: "For people, not software",
}


def sections(policy: Policy) -> tuple[str, ...]:
    """The titles of the policy's sections, in its order."""
    return tuple(dict.fromkeys(clause.section for clause in policy.clauses.values()))


def clauses_found(
    policy: Policy, *, words: str, section: str | None, statuses: Collection[ClauseStatus]
) -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """The clauses that hold every one of the words, by section: id, what it asks, what becomes of it here.

    No section and no status means any.
    """
    wanted = words.casefold().split()
    found: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for clause in policy.clauses.values():
        text = f"{clause.id} {clause.section} {clause.summary} {clause.how} {clause.reason}".casefold()
        if section not in {None, clause.section} or (statuses and clause.status not in statuses):
            continue
        if all(word in text for word in wanted):
            here = f"{STATUSES[clause.status]}. {clause.how or clause.reason}"
            found[clause.section] = (*found.get(clause.section, ()), (clause.id, clause.summary, here))
    return found


def numbers_on(policy: Policy, day: date) -> tuple[tuple[str, str, str, str], ...]:
    """Every number in force on a day, under `NUMBER_HEADINGS`."""
    return tuple(
        (
            standard.title,
            str(standard.on(day)),
            standard.clause_id,
            listed(
                tuple(
                    f"{amendment.duration} from {day_words(amendment.from_on)}"
                    for amendment in standard.amendments
                    if amendment.from_on
                )
            )
            or "None",
        )
        for standard in policy.standards.values()
    )


def undated_rows(policy: Policy) -> tuple[tuple[str, str], ...]:
    """The duties without a number, with their clause."""
    return tuple((duty.title, duty.clause_id) for duty in policy.undated.values())


def open_questions(policy: Policy) -> tuple[Entry, ...]:
    """The questions with more than one reading."""
    return tuple(_question(policy, asked) for asked in policy.unsaid.values() if len(asked.readings) > 1)


def settled_questions(policy: Policy) -> tuple[Entry, ...]:
    """The questions that allow one reading only."""
    return tuple(_question(policy, asked) for asked in policy.unsaid.values() if len(asked.readings) == 1)


def _question(policy: Policy, asked: Interpretation) -> Entry:
    in_force = getattr(policy.interpretations, asked.id, asked.default)
    others = (text for reading, text in asked.readings.items() if reading != in_force)
    touches = (f"Touches {listed(asked.clause_ids)}",) if asked.clause_ids else ()
    points = (f"In force: {asked.readings[in_force]}", *(f"Instead: {text}" for text in others), *touches)
    return Entry(title=asked.question, points=points)


def statutes_by(policy: Policy, owed_by: OwedBy) -> tuple[Entry, ...]:
    """The periods of law and published practice that one side owes; what is not verified is a caution."""
    return tuple(
        _statute(policy, statute) for statute in policy.statutes.values() if statute.owed_by is owed_by
    )


def _statute(policy: Policy, statute: Statute) -> Entry:
    period = (
        f"{statute.duration} from {statute.starts_from.words}" if statute.duration else "No period is set"
    )
    displaced = tuple(f"Takes the place of: {_displaced(policy, duty)}" for duty in statute.displaces)
    known = KNOWN[statute.known].capitalize()
    sources = f"{known}: {statute.source}" if statute.verified else statute.source
    points = (period, *displaced, sources, *((statute.note,) if statute.note else ()))
    return Entry(title=statute.title, points=points, caution="" if statute.verified else known)


def _displaced(policy: Policy, duty: Duty) -> str:
    standard = policy.standards.get(duty)
    return f"{standard.title.lower()} ({standard.clause_id})" if standard else duty.replace("_", " ")


def office_rows(policy: Policy) -> tuple[tuple[str, str], ...]:
    """The Office's details, label and value."""
    office = policy.office
    closures = listed(tuple(map(day_words, office.closures)))
    return (
        ("Name in letters", office.formal_name),
        ("Signed", office.signed_for),
        ("Address", ", ".join(office.address)),
        ("Telephone", office.telephone),
        ("Email", office.email),
        ("Website", office.website),
        ("Complaints about us", ", ".join(office.complaints_address)),
        ("Open", f"Monday to Friday, {office.opens:%H:%M} to {office.closes:%H:%M}"),
        ("Closed besides public holidays", closures or "No day is set"),
    )
