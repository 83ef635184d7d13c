"""The index: what a register keeps beside a history in order to find it. Derived, so it can be made anew."""

import hashlib
from datetime import UTC, date, datetime
from uuid import UUID

from attrs import field, fields, frozen

from joic_policy.contacts import Channel, Contact, Direction, personal_texts
from joic_policy.deadlines import Deadline, Status, deadlines
from joic_policy.policy import Duty, Interpretations, MatterKind, OwedBy, Policy
from joic_policy.register.words import words_in
from joic_policy.units import day_in_jersey, end_of_day
from joic_policy.working_days import WorkingDayCalendar

__all__ = [
    "NEVER",
    "Card",
    "Entry",
    "Key",
    "Line",
    "Owed",
    "Wanted",
    "closed_word",
    "entry_of",
    "ground_digest",
    "is_open",
]

Key = tuple[datetime, datetime, int, int]
"""The place of a line in the queue."""

NEVER = datetime.max.replace(tzinfo=UTC)


@frozen(kw_only=True, slots=False)  # a page makes fifty of each of the three: so made they take half the time
class Owed:
    """A duty of the Office that is neither met nor ended, at its `place` among those of its contact."""

    duty: Duty
    place: int
    arose_at: datetime
    due_on: date | None = None
    due_at: datetime | None = None
    waived_until: datetime | None = None

    def status(self, at: datetime) -> Status:
        """As `Deadline.status`, for an instant not before the last event."""
        if self.waived_until and at <= self.waived_until:
            return Status.WAIVED
        if self.due_at is None:
            return Status.WAITING
        if at > self.due_at:
            return Status.OVERDUE
        return Status.DUE_TODAY if day_in_jersey(at) == day_in_jersey(self.due_at) else Status.WAITING


@frozen(kw_only=True, slots=False)
class Card:
    """A contact in a list. `number` is its short reference, given by the register; 0 before it has one."""

    contact: UUID
    number: int = 0
    version: int = 0
    channel: Channel
    direction: Direction
    received_on: date
    closed_on: date | None = None
    owner: str = ""
    file: str = ""
    name: str = field(default="", repr=False)
    organisation: str = field(default="", repr=False)
    subject: str = field(default="", repr=False)


@frozen(kw_only=True)
class Entry:
    """All that the index holds of one contact; `ground` is the digest of the policy and the calendar used."""

    card: Card
    matters: frozenset[tuple[MatterKind, str]] = frozenset()
    words: tuple[str, ...] = field(default=(), repr=False)
    owed: tuple[Owed, ...] = ()
    ground: str = ""


@frozen(kw_only=True, slots=False)
class Line:
    """One duty in the queue, and its contact."""

    card: Card
    owed: Owed

    @property
    def key(self) -> Key:
        """Where it stands: the soonest first, then what has no date, the longest owed first."""
        return self.owed.due_at or NEVER, self.owed.arose_at, self.card.number, self.owed.place


@frozen(kw_only=True)
class Wanted:
    """Which part of the queue; None admits all. An empty owner is nobody's."""

    duties: frozenset[Duty] | None = None
    channels: frozenset[Channel] | None = None
    kinds: frozenset[MatterKind] | None = None
    routes: frozenset[str] | None = None
    owners: frozenset[str] | None = None
    statuses: frozenset[Status] | None = None
    due_by: datetime | None = None


def entry_of(
    contact: Contact, *, version: int, policy: Policy, calendar: WorkingDayCalendar, ground: str
) -> Entry:
    """How a contact is indexed once it is at this version."""
    opening = contact.opening
    customer = contact.customer
    card = Card(
        contact=opening.id,
        version=version,
        channel=contact.channel,
        direction=contact.direction,
        received_on=contact.received_on,
        closed_on=day_in_jersey(contact.closed.happened_at) if contact.closed else None,
        owner=contact.owner,
        file=opening.file,
        name=customer.name,
        organisation=customer.organisation,
        subject=opening.subject,
    )
    return Entry(
        card=card,
        matters=frozenset((matter.kind, matter.route) for matter in contact.matters),
        words=(
            *words_in(opening.file, *personal_texts(contact.events)),
            *sorted(map(closed_word, contact.closed_to)),
        ),
        owed=tuple(
            _owed(place, deadline)
            for place, deadline in enumerate(deadlines(contact, policy=policy, calendar=calendar))
            if is_open(deadline)
        ),
        ground=ground,
    )


def closed_word(name: str) -> str:
    """The word by which a register finds what is closed to somebody: one that nobody types."""
    return f"closed{hashlib.sha256(' '.join(words_in(name)).encode()).hexdigest()[:24]}"


def is_open(deadline: Deadline) -> bool:
    """Whether the Office still has something to do about it, now or when a waiver has run out.

    What was done counts as done here from the moment it was recorded, also where it is read to count only on
    arrival: the queue is of what is left to do.
    """
    ended = deadline.closed is not None and deadline.closed.because in deadline.closed.WITHOUT
    return (
        deadline.owed_by is OwedBy.OFFICE
        and deadline.displaced_by is None
        and deadline.met_at is None
        and not ended
    )


def ground_digest(policy: Policy, calendar: WorkingDayCalendar) -> str:
    """What every date rests on beside the facts, in 64 digits: it differs whenever a date could."""
    ground = (
        sorted(policy.standards.items()),
        sorted(policy.statutes.items()),
        sorted(policy.undated.items()),
        [(each.name, str(getattr(policy.interpretations, each.name))) for each in fields(Interpretations)],
        policy.office,
        (calendar.first, calendar.last, list(calendar.holidays)),
    )
    return hashlib.sha256(repr(ground).encode()).hexdigest()


def _owed(place: int, deadline: Deadline) -> Owed:
    return Owed(
        duty=deadline.duty,
        place=place,
        arose_at=deadline.arose_at,
        due_on=deadline.due_on,
        due_at=deadline.due_at,
        waived_until=max((end_of_day(each.expected_on) for each in deadline.waivers), default=None),
    )
