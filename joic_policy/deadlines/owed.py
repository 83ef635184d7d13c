"""Everything owed for a contact."""

from attrs import evolve

from joic_policy.contacts import Contact
from joic_policy.deadlines.by_law import by_law
from joic_policy.deadlines.by_policy import by_policy
from joic_policy.deadlines.clocks import calendar_in_force
from joic_policy.deadlines.deadline import Deadline, Ground
from joic_policy.policy import POLICY, Policy
from joic_policy.working_days import JERSEY, WorkingDayCalendar

__all__ = ["deadlines"]


def deadlines(
    contact: Contact, *, policy: Policy = POLICY, calendar: WorkingDayCalendar = JERSEY
) -> tuple[Deadline, ...]:
    """Everything owed for a contact, by whomever: first what the policy asks, then what the law does.

    Raises:
        OutsideCalendarError: A date lies outside the years that the calendar knows.
    """
    counted = calendar_in_force(policy, calendar)
    ground = Ground(contact=contact, policy=policy, calendar=counted, given=calendar)
    lawful = ground if counted is calendar else evolve(ground, calendar=calendar)
    return (*by_policy(ground), *by_law(lawful))
