"""Everything owed for a contact."""

from collections.abc import Iterator

from attrs import evolve

from joic_policy.contacts import Contact
from joic_policy.deadlines.by_law import by_law
from joic_policy.deadlines.by_policy import by_policy
from joic_policy.deadlines.clocks import calendar_in_force
from joic_policy.deadlines.deadline import Deadline, Done, Ground
from joic_policy.errors import InvalidError
from joic_policy.policy import POLICY, Policy
from joic_policy.working_days import JERSEY, WorkingDayCalendar

__all__ = ["deadlines"]

_NOTHING = Done()


def deadlines(
    contact: Contact, *, policy: Policy = POLICY, calendar: WorkingDayCalendar = JERSEY
) -> tuple[Deadline, ...]:
    """Everything owed for a contact, by whomever: first what the policy asks, then what the law does.

    Raises:
        OutsideCalendarError: A date lies outside the years that the calendar knows.
        InvalidError: It is no contact.
    """
    if not isinstance(contact, Contact):
        raise InvalidError(
            "contact", type(contact).__name__, "a Contact, as contact_from makes one of events"
        )
    counted = calendar_in_force(policy, calendar)
    if len(contact.events) == 1:
        ground = Ground(contact=contact, policy=policy, calendar=counted, given=calendar, done=_NOTHING)
        return (*by_policy(ground), *_by_law(ground))
    from joic_policy.deadlines import acts  # noqa: PLC0415  # what was only received needs no class of act

    done = acts.done(contact, policy, counted)
    ground = Ground(contact=contact, policy=policy, calendar=counted, given=calendar, done=done)
    return (*by_policy(ground), *acts.following(ground), *_by_law(ground))


def _by_law(ground: Ground) -> Iterator[Deadline]:
    """The law counts the days of the calendar that was given, whatever the policy is read to count."""
    return by_law(ground if ground.calendar is ground.given else evolve(ground, calendar=ground.given))
