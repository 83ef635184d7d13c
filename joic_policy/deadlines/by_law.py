"""The duties that law and published practice set, above the policy or beside it (APP-2, APP-3)."""

from collections.abc import Iterator
from datetime import date, datetime

from joic_policy.contacts import Matter
from joic_policy.deadlines.clocks import due_at, due_on
from joic_policy.deadlines.deadline import Deadline, Ground
from joic_policy.policy import Duty, StartsFrom, Statute
from joic_policy.policy.interpretations import SubjectAccessStart
from joic_policy.units import Hours, day_in_jersey

__all__ = ["by_law", "displacing"]


def by_law(ground: Ground) -> Iterator[Deadline]:
    """What statutes ask for the matters of a contact, by whomever it is owed."""
    for matter in ground.contact.matters:
        for statute in ground.policy.statutes_for(matter.kind):
            yield _deadline(ground, matter, statute)


def displacing(ground: Ground, duty: Duty) -> Statute | None:
    """The statute that stands in for a duty of the policy, if every matter of the contact has one."""
    displacers = [
        next((law for law in ground.policy.statutes_for(matter.kind) if duty in law.displaces), None)
        for matter in ground.contact.matters
    ]
    return displacers[0] if displacers and all(displacers) else None


def _deadline(ground: Ground, matter: Matter, statute: Statute) -> Deadline:
    start = _start(ground, matter, statute)
    start_on = day_in_jersey(start) if isinstance(start, datetime) else start
    exactly_at = None
    last_on = None
    if isinstance(start, datetime) and isinstance(statute.duration, Hours):
        exactly_at = due_at(start, statute.duration)
        last_on = day_in_jersey(exactly_at)
    elif start_on and statute.duration:
        last_on = due_on(start_on, statute.duration, ground.calendar)
    return Deadline(
        duty=statute.id,
        owed_by=statute.owed_by,
        rule=statute,
        arose_at=start if isinstance(start, datetime) else ground.contact.opening.happened_at,
        start_on=start_on,
        due_on=last_on,
        exactly_at=exactly_at,
        met_at=ground.done.by_statute.get(statute.id),
        closed=ground.contact.closed,
        matter=matter,
        ground=ground,
    )


def _start(ground: Ground, matter: Matter, statute: Statute) -> date | datetime | None:
    """The fact from which the period runs; None while it is not known."""
    if statute.id is Duty.SUBJECT_ACCESS:
        readings = ground.policy.interpretations
        if readings.subject_access_start is SubjectAccessStart.IDENTITY_VERIFIED:
            return matter.identity_verified_on
    if statute.starts_from is StartsFrom.RECEIVED_ON:
        return ground.contact.received_on
    start: date | datetime | None = getattr(matter, statute.starts_from)
    return start
