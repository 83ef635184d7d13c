"""When a clock starts and when it ends, under the readings in force."""

from datetime import UTC, date, datetime, timedelta
from typing import Protocol, assert_never

from joic_policy.contacts import Channel, Contact, Received
from joic_policy.errors import OutsideCalendarError
from joic_policy.policy import Policy
from joic_policy.policy.interpretations import (
    AfterHours,
    DayEnd,
    DelayNotice,
    Outgoing,
    ReceiptDay,
    RestDayReceipt,
    WorkingDay,
)
from joic_policy.units import (
    JERSEY_ZONE,
    Duration,
    Hours,
    Weeks,
    WorkingDays,
    day_in_jersey,
    end_of_day,
    instant_in_jersey,
    start_of_day,
)
from joic_policy.working_days import WorkingDayCalendar

__all__ = [
    "Act",
    "calendar_in_force",
    "counts_at",
    "day_end",
    "day_zero",
    "due_at",
    "due_on",
    "earliest",
    "told_by",
    "working_day_due_on",
]

_EVER = datetime.max.replace(tzinfo=UTC)
_ONE_DAY = timedelta(days=1)


class Act(Protocol):
    """What was done towards the customer, and how."""

    @property
    def happened_at(self) -> datetime:
        """When it was sent or said."""

    @property
    def channel(self) -> Channel:
        """How."""


def calendar_in_force(policy: Policy, calendar: WorkingDayCalendar) -> WorkingDayCalendar:
    """The calendar, less the days on which the Office is closed if they are read as no working days."""
    if policy.interpretations.working_day is WorkingDay.PUBLIC_HOLIDAYS:
        return calendar
    closures = {day: "Office closed" for day in policy.office.closures if calendar.is_working_day(day)}
    return calendar.with_holidays(closures) if closures else calendar


def day_zero(contact: Contact, policy: Policy, calendar: WorkingDayCalendar) -> date:
    """The day from which a clock of the policy is counted."""
    readings = policy.interpretations
    start = contact.received_on
    if readings.after_hours is AfterHours.NEXT_WORKING_DAY and _after_hours(contact, policy):
        start = calendar.add(start, 1)
    if readings.rest_day_receipt is RestDayReceipt.ROLLS and not calendar.is_working_day(start):
        start = calendar.add(start, 1)
    return start


def working_day_due_on(start: date, duration: Duration, policy: Policy, calendar: WorkingDayCalendar) -> date:
    """The last day of a clock of the policy that starts on its day 0."""
    counted = policy.interpretations.receipt_day is ReceiptDay.COUNTED
    return calendar.add(start - _ONE_DAY if counted else start, duration.n)


def due_on(start: date, duration: Duration, calendar: WorkingDayCalendar) -> date:
    """The last day of a statute's period in whole days; calendar periods do not roll.

    Raises:
        OutsideCalendarError: There is no such day.
    """
    if isinstance(duration, WorkingDays):
        return calendar.add(start, duration.n)
    try:
        weeks = isinstance(duration, Weeks)
        return start + (timedelta(weeks=duration.n) if weeks else timedelta(days=duration.n))
    except OverflowError:
        raise OutsideCalendarError(start, calendar.first, calendar.last, str(duration)) from None


def due_at(start: datetime, duration: Duration) -> datetime:
    """The last instant of a period that runs by the clock, day and night."""
    hours = isinstance(duration, Hours)
    return start + (timedelta(hours=duration.n) if hours else timedelta(seconds=duration.n))


def earliest(*instants: datetime | None) -> datetime | None:
    """The first of some instants that may not be known."""
    return min(filter(None, instants), default=None)


def day_end(day: date, policy: Policy) -> datetime:
    """The last instant in time on a due day."""
    match policy.interpretations.day_end:
        case DayEnd.END_OF_DAY:
            return end_of_day(day)
        case DayEnd.CLOSE_OF_OFFICE:
            return instant_in_jersey(day, policy.office.closes)
        case never:
            assert_never(never)


def told_by(target_on: date, policy: Policy, responded_at: datetime | None) -> datetime:
    """The last instant at which the customer can be told in time that a target will not be kept."""
    match policy.interpretations.delay_notice:
        case DelayNotice.BY_TARGET:
            return day_end(target_on, policy)
        case DelayNotice.BEFORE_RESPONSE:
            return responded_at or _EVER
        case never:
            assert_never(never)


def counts_at(act: Act, policy: Policy, calendar: WorkingDayCalendar) -> datetime:
    """The instant at which something sent or said counts."""
    if policy.interpretations.outgoing is Outgoing.ARRIVED and act.channel is Channel.LETTER:
        posted_on = day_in_jersey(act.happened_at)
        return start_of_day(calendar.add(posted_on, policy.office.posting_working_days))
    return act.happened_at


def _after_hours(contact: Contact, policy: Policy) -> bool:
    received_at = contact.opening.received_at if isinstance(contact.opening, Received) else None
    return received_at is not None and received_at.astimezone(JERSEY_ZONE).time() > policy.office.closes
