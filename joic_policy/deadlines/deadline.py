"""What is owed for one contact, by when, and how it stands at an instant."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from attrs import field, frozen

from joic_policy._fields import Choice, to_instant
from joic_policy.contacts import Contact, Event, Matter
from joic_policy.deadlines.clocks import day_end, told_by
from joic_policy.deadlines.targets import Target, in_force
from joic_policy.errors import InvalidError
from joic_policy.policy import Duty, OwedBy, Policy, Standard, Statute, Undated
from joic_policy.units import day_in_jersey, day_words, end_of_day
from joic_policy.working_days import WorkingDayCalendar

if TYPE_CHECKING:
    from joic_policy.contacts import Closed, DelayTold, FullResponseExpected
    from joic_policy.deadlines.explanation import Explanation
    from joic_policy.deadlines.readings import Reading
    from joic_policy.policy import Clause

__all__ = ["Deadline", "Done", "Ground", "Status", "known_at"]


class Status(Choice):
    """How a duty stands. Of several that would fit, the first listed holds."""

    DISPLACED = "displaced"
    MET = "met"
    MET_LATE = "met_late"
    CLOSED_WITHOUT = "closed_without"
    WAIVED = "waived"
    BESIDE = "beside"
    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    WAITING = "waiting"


@frozen(kw_only=True, eq=False, repr=False)
class Done:
    """What was done towards a contact, and when it counts."""

    acknowledged_at: datetime | None = None
    responded_at: datetime | None = None
    by_statute: Mapping[Duty, datetime] = field(factory=dict)
    notices: "tuple[tuple[datetime, DelayTold], ...]" = ()
    expectations: "tuple[FullResponseExpected, ...]" = ()


@frozen(kw_only=True, eq=False, repr=False)
class Ground:
    """What an answer rests on: the facts, what is written, which days count, and what was done.

    `calendar` is read from `given` as the policy's working days are, for what the policy asks; the law's are
    those given.
    """

    contact: Contact
    policy: Policy
    calendar: WorkingDayCalendar
    given: WorkingDayCalendar
    done: Done


@frozen(kw_only=True)
class Deadline:
    """One duty for one contact.

    `due_on` is None where there is no date: the duty has none, or the fact it runs from is not known yet.
    `arose_at` is when it came to be owed. `targets` are those of the formal response, the first one first.
    `cause` is the event that gave rise to the duty, where it was not the contact's beginning.
    """

    duty: Duty
    owed_by: OwedBy = OwedBy.OFFICE
    rule: Standard | Undated | Statute = field(repr=False)
    arose_at: datetime
    start_on: date | None = None
    due_on: date | None = None
    exactly_at: datetime | None = field(default=None, repr=False)
    targets: tuple[Target, ...] = ()
    displaced_by: Statute | None = field(default=None, repr=False)
    met_at: datetime | None = None
    waivers: "tuple[FullResponseExpected, ...]" = ()
    closed: "Closed | None" = field(default=None, repr=False)
    matter: Matter | None = None
    cause: Event | None = field(default=None, repr=False)
    ground: Ground = field(repr=False, eq=False)

    @property
    def title(self) -> str:
        """What is to be done, in words."""
        return self.rule.title

    @property
    def source(self) -> "Clause | Statute":
        """Where it is written."""
        return (
            self.rule if isinstance(self.rule, Statute) else self.ground.policy.clauses[self.rule.clause_id]
        )

    @property
    def citation(self) -> str:
        """Where it is written, as it is cited: the id of the clause, or the statute's own source."""
        return self.rule.source if isinstance(self.rule, Statute) else self.rule.clause_id

    @property
    def verified(self) -> bool:
        """Whether its source may be relied on: the policy's always, a statute's as far as it is known."""
        return not isinstance(self.rule, Statute) or self.rule.verified

    @property
    def identity(self) -> tuple[Duty, int | None, UUID | None]:
        """What tells it from the other deadlines of its contact, whatever the policy and the calendar."""
        place = self.ground.contact.matters.index(self.matter) if self.matter else None
        return self.duty, place, self.cause.id if self.cause else None

    @property
    def due_at(self) -> datetime | None:
        """The last instant in time: an act at it is in time. What the law sets ends with its day."""
        if self.exactly_at or self.due_on is None:
            return self.exactly_at
        if isinstance(self.rule, Statute):
            return end_of_day(self.due_on)
        return day_end(self.due_on, self.ground.policy)

    def status(self, at: datetime) -> Status:  # noqa: PLR0911  # a list of answers, the first that holds
        """How it stands at an instant.

        Raises:
            InvalidError: `at` has no time zone.
        """
        at = to_instant("at", at)
        due_at = self._due_at(at)
        if self.displaced_by:
            return Status.DISPLACED
        if self.met_at and self.met_at <= at:
            met_by = self._due_at(self.met_at)
            return Status.MET if met_by is None or self.met_at <= met_by else Status.MET_LATE
        if self.closed and self.closed.because in self.closed.WITHOUT and self.closed.happened_at <= at:
            return Status.CLOSED_WITHOUT
        if any(self._holds(waiver, at) for waiver in self.waivers):
            return Status.WAIVED
        if self.owed_by is not OwedBy.OFFICE:
            return Status.BESIDE
        if due_at is None:
            return Status.WAITING
        if at > due_at:
            return Status.OVERDUE
        return Status.DUE_TODAY if day_in_jersey(at) == day_in_jersey(due_at) else Status.WAITING

    def age(self, at: datetime) -> timedelta:
        """How long it has been owed at an instant; for what was met, how long it was.

        Raises:
            InvalidError: `at` has no time zone.
        """
        at = to_instant("at", at)
        return max((min(at, self.met_at) if self.met_at else at) - self.arose_at, timedelta())

    def revision(self, on: date, *, told_at: datetime, by: str = "", why: str = "") -> Target:
        """The target that a notice of delay would make; a late one only promises.

        Raises:
            InvalidError: Only a formal response has targets; they are revised to a working day after all of
                them; `told_at` has no time zone.
        """
        told_at = to_instant("told_at", told_at)
        if not self.targets:
            raise InvalidError(
                "duty", self.duty.value, "a formal response, which alone has a target to revise"
            )
        last_on = max(target.on for target in self.targets)
        if not self.ground.calendar.is_working_day(on) or on <= last_on:
            raise InvalidError("revised_on", on, f"a working day after {day_words(last_on)}")
        in_time = told_at <= told_by(in_force(self.targets).on, self.ground.policy, self.met_at)
        return Target(on=on, told_at=told_at, by=by, why=why, in_time=in_time)

    @property
    def interpretations(self) -> "tuple[Reading, ...]":
        """The readings used, and whether another would have changed this answer."""
        from joic_policy.deadlines.readings import readings  # noqa: PLC0415  # an answer seldom asks for them

        return readings(self)

    @property
    def explanation(self) -> "Explanation":
        """How this answer came about; built when asked for."""
        from joic_policy.deadlines.explanation import explanation  # noqa: PLC0415  # as above

        return explanation(self)

    def _due_at(self, at: datetime) -> datetime | None:
        """The last instant in time, as it was known at an instant: later revisions left out."""
        known = [target.on for target in self.targets if target.in_time and (target.told_at or at) <= at]
        return day_end(known[-1], self.ground.policy) if known else self.due_at

    def _holds(self, waiver: "FullResponseExpected", at: datetime) -> bool:
        return known_at(waiver) <= at <= day_end(waiver.expected_on, self.ground.policy)


def known_at(waiver: "FullResponseExpected") -> datetime:
    """When it had been both expected and written down."""
    return max(waiver.happened_at, waiver.recorded_at)
