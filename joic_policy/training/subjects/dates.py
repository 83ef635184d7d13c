"""Tasks on what is owed, by whom, by when, and how it stands."""

from datetime import datetime, timedelta
from typing import ClassVar

from attrs import evolve, field, frozen

from joic_policy._fields import is_a
from joic_policy.contacts import Channel, Contact, Received, contact_from
from joic_policy.deadlines import Deadline, deadlines
from joic_policy.errors import InvalidError
from joic_policy.policy import POLICY, Duty
from joic_policy.training.slips import slip
from joic_policy.training.task import Asks, Key, Line, Subject
from joic_policy.training.words import duty_title, only, options_of
from joic_policy.triage import Kind, Option
from joic_policy.units import JERSEY_ZONE, day_in_jersey, end_of_day, instant_in_jersey, instant_words

__all__ = ["Dated", "DueAt", "DueOn", "Duties", "OwedByWhom", "Standing", "ToldInTime", "deadline_of"]

NO_DATE = "no_date"
_MOST = 8
_NEIGHBOURS = 3


def deadline_of(contact: Contact, duty: Duty) -> Deadline:
    """The first deadline of a duty.

    Raises:
        InvalidError: The contact gives rise to no such duty.
    """
    owed = deadlines(contact)
    for deadline in owed:
        if deadline.duty is duty:
            return deadline
    raise InvalidError("duty", duty.value, f"one of: {', '.join(each.duty for each in owed)}")


@frozen(kw_only=True)
class Duties(Subject):
    """Which duties a contact gives rise to."""

    asks: ClassVar[Asks] = Asks.DUTIES

    contact: Contact = field(validator=is_a(Contact))

    def key(self) -> Key:
        """The duties, among those that another channel or another matter would bring."""
        owed = {deadline.duty: deadline for deadline in reversed(deadlines(self.contact))}
        wrong = [duty for duty in _elsewhere(self.contact) if duty not in owed]
        shown = {*owed, *wrong[: max(2, _MOST - len(owed))]}
        return Key(
            right=tuple(duty.value for duty in Duty if duty in owed),
            lines=tuple(_duty_line(duty, owed.get(duty)) for duty in Duty if duty in shown),
            why=tuple(f"{owed[duty].title} ({owed[duty].citation})" for duty in Duty if duty in owed),
            clause_ids=("TEL-10",) if self.contact.channel is Channel.TELEPHONE else (),
        )


@frozen(kw_only=True)
class Dated(Subject):
    """A task about one duty of a contact."""

    contact: Contact = field(validator=is_a(Contact))
    duty: Duty

    @property
    def about(self) -> str:
        """The title of the duty."""
        return duty_title(self.duty)

    @property
    def deadline(self) -> Deadline:
        """The deadline that the task is about."""
        return deadline_of(self.contact, self.duty)

    def why(self) -> tuple[str, ...]:
        """The library's own derivation, without what other readings would have made of it."""
        explanation = self.deadline.explanation
        not_counted = (
            f"{day.on:%A} {day.on.day} {day.on:%B}: {day.why_not}, so it does not count."
            for day in explanation.days
            if day.why_not and day.why_not != f"{day.on:%A}"
        )
        return (*explanation.steps, *not_counted, *explanation.cautions)


@frozen(kw_only=True)
class OwedByWhom(Dated):
    """Who owes a duty."""

    asks: ClassVar[Asks] = Asks.OWED_BY
    kind: ClassVar[Kind] = Kind.ONE

    def key(self) -> Key:
        """The Office, the organisation or the customer."""
        deadline = self.deadline
        return Key(
            right=(deadline.owed_by.value,),
            lines=tuple(
                Line(option=option, right=option.value == deadline.owed_by)
                for option in options_of("owed_by")
            ),
            why=(f"{deadline.title}: {deadline.citation}",),
            clause_ids=_clauses(deadline),
        )


@frozen(kw_only=True)
class DueOn(Dated):
    """The last day of a duty, or that it has none."""

    asks: ClassVar[Asks] = Asks.DUE_ON
    kind: ClassVar[Kind] = Kind.DAY

    def key(self) -> Key:
        """The day in force."""
        deadline = self.deadline
        return Key(
            right=(deadline.due_on.isoformat() if deadline.due_on else NO_DATE,),
            lines=(Line(option=only(NO_DATE), right=deadline.due_on is None),),
            why=self.why(),
            clause_ids=_clauses(deadline),
            deadline=deadline,
        )

    def parted(self, given: tuple[str, ...]) -> str:
        """The first counted day that differs, or the slip that the day given comes from."""
        return "" if given[0] == NO_DATE else slip(self.deadline, datetime.fromisoformat(given[0]).date())


@frozen(kw_only=True)
class DueAt(Dated):
    """The last instant of a duty."""

    asks: ClassVar[Asks] = Asks.DUE_AT
    kind: ClassVar[Kind] = Kind.ONE

    def key(self) -> Key:
        """The instant, among those to which a slip leads."""
        deadline = self.deadline
        if deadline.due_at is None:
            raise InvalidError("duty", self.duty.value, "a duty with a last instant")
        day = timedelta(days=1)
        last_on = day_in_jersey(deadline.due_at)
        by_the_clock = instant_in_jersey(last_on, deadline.arose_at.astimezone(JERSEY_ZONE).time())
        wrong = (deadline.due_at - day, end_of_day(last_on), by_the_clock, deadline.due_at + day)
        return Key(
            right=(deadline.due_at.isoformat(),),
            lines=tuple(
                Line(
                    option=Option(value=at.isoformat(), label=instant_words(at)), right=at == deadline.due_at
                )
                for at in sorted({*wrong, deadline.due_at})
            ),
            why=self.why(),
            clause_ids=_clauses(deadline),
            deadline=deadline,
        )


@frozen(kw_only=True)
class Standing(Dated):
    """How a duty stands at an instant."""

    asks: ClassVar[Asks] = Asks.STANDING
    kind: ClassVar[Kind] = Kind.ONE

    at: datetime

    @property
    def about(self) -> str:
        """The duty and the instant."""
        return f"at {instant_words(self.at)}: {duty_title(self.duty)}"

    def key(self) -> Key:
        """The status at that instant."""
        deadline = self.deadline
        status = deadline.status(self.at)
        return Key(
            right=(status.value,),
            lines=tuple(Line(option=option, right=option.value == status) for option in options_of("status")),
            why=self.why(),
            clause_ids=_clauses(deadline),
            deadline=deadline,
        )


@frozen(kw_only=True)
class ToldInTime(Subject):
    """Whether the last notice of delay came in time, so that its date counts (WRI-12)."""

    asks: ClassVar[Asks] = Asks.TOLD_IN_TIME
    kind: ClassVar[Kind] = Kind.ONE

    contact: Contact = field(validator=is_a(Contact))

    def key(self) -> Key:
        """Yes or no, with the chain of targets."""
        deadline = deadline_of(self.contact, Duty.FORMAL_RESPONSE)
        right = "yes" if deadline.targets[-1].in_time else "no"
        return Key(
            right=(right,),
            lines=tuple(Line(option=option, right=option.value == right) for option in options_of("yes_no")),
            why=deadline.explanation.steps,
            clause_ids=_clauses(deadline),
            deadline=deadline,
        )


def _clauses(deadline: Deadline) -> tuple[str, ...]:
    """The clauses that a deadline rests on: its own, or those that give the law its place."""
    displaced = deadline.displaced_by is not None
    own = () if deadline.duty.by_law else (deadline.citation,)
    return (*own, "APP-2", "APP-3") if deadline.duty.by_law or displaced else own


def _duty_line(duty: Duty, deadline: Deadline | None) -> Line:
    return Line(
        option=Option(value=duty.value, label=duty_title(duty)),
        right=deadline is not None,
        why=f"{deadline.title} ({deadline.citation})" if deadline else "",
        clause_ids=_clauses(deadline) if deadline else (),
    )


def _elsewhere(contact: Contact) -> tuple[Duty, ...]:
    """The duties that the same message would bring on another channel, or as another matter; each once."""
    opening = contact.opening
    found: dict[Duty, None] = {}
    if isinstance(opening, Received):
        plain = evolve(opening, external=True, rang_at=None, answered_at=None, abandoned_at=None)
        for channel in Channel:
            other = contact_from([evolve(plain, channel=channel)])
            found.update((deadline.duty, None) for deadline in deadlines(other))
    kinds = [matter.kind for matter in contact.matters]
    order = [*Duty]
    last = max((order.index(law.id) for kind in kinds for law in POLICY.statutes_for(kind)), default=0)
    by_law = [duty for duty in (*order[last + 1 :], *order) if duty.by_law]
    found.update(dict.fromkeys((*by_law[:_NEIGHBOURS], Duty.REPLY, Duty.FILE_NOTE, Duty.CALL_BACK)))
    return tuple(found)
