"""The duties that the policy sets for what is received."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, assert_never

from joic_policy.contacts import Channel, Direction, Received
from joic_policy.deadlines.by_law import displacing
from joic_policy.deadlines.clocks import day_end, day_zero, earliest, told_by, working_day_due_on
from joic_policy.deadlines.clocks import due_at as exact_due_at
from joic_policy.deadlines.deadline import Deadline, Ground, known_at
from joic_policy.deadlines.targets import in_force, targets
from joic_policy.policy import Duty, StandardId
from joic_policy.policy.interpretations import OnlineForm, SpokenContact
from joic_policy.units import day_in_jersey

if TYPE_CHECKING:
    from joic_policy.contacts import FullResponseExpected

__all__ = ["by_policy"]


def by_policy(ground: Ground) -> Iterator[Deadline]:
    """What the policy asks of the Office for a contact once it is received."""
    contact = ground.contact
    if contact.direction is Direction.IN:
        yield from _call_answered(ground)
        start_on = day_zero(contact, ground.policy, ground.calendar)
        acknowledged_as = _acknowledged_as(ground)
        if acknowledged_as and contact.opening.external:
            yield _acknowledgement(ground, start_on, acknowledged_as)
        if contact.channel.written:
            yield _formal_response(ground, start_on)
        else:
            yield Deadline(
                duty=Duty.REPLY,
                rule=ground.policy.undated[Duty.REPLY],
                arose_at=contact.opening.happened_at,
                met_at=ground.done.responded_at,
                closed=contact.closed,
                ground=ground,
            )


def _call_answered(ground: Ground) -> Iterator[Deadline]:
    """Only a call with both instants is measured (TEL-1)."""
    opening = ground.contact.opening
    if isinstance(opening, Received) and opening.rang_at and opening.answered_at:
        rang_on = day_in_jersey(opening.rang_at)
        standard = ground.policy.standards[StandardId.ANSWER_CALL]
        due_at = exact_due_at(opening.rang_at, standard.on(opening.received_on))
        yield Deadline(
            duty=Duty.ANSWER_CALL,
            rule=standard,
            arose_at=opening.rang_at,
            start_on=rang_on,
            due_on=day_in_jersey(due_at),
            exactly_at=due_at,
            met_at=opening.answered_at,
            closed=ground.contact.closed,
            ground=ground,
        )


def _acknowledged_as(ground: Ground) -> StandardId | None:
    """The standard by which a contact is acknowledged, if it is."""
    readings = ground.policy.interpretations
    match ground.contact.channel:
        case Channel.LETTER:
            return StandardId.ACKNOWLEDGE_LETTER
        case Channel.EMAIL:
            return StandardId.ACKNOWLEDGE_EMAIL
        case Channel.ONLINE_FORM:
            as_letter = readings.online_form is OnlineForm.AS_LETTER
            return StandardId.ACKNOWLEDGE_LETTER if as_letter else StandardId.ACKNOWLEDGE_EMAIL
        case Channel.TELEPHONE | Channel.IN_PERSON:
            as_email = readings.spoken_contact is SpokenContact.AS_EMAIL
            return StandardId.ACKNOWLEDGE_EMAIL if as_email else None
        case never:
            assert_never(never)


def _acknowledgement(ground: Ground, start_on: date, standard_id: StandardId) -> Deadline:
    standard = ground.policy.standards[standard_id]
    due_on = working_day_due_on(
        start_on, standard.on(ground.contact.received_on), ground.policy, ground.calendar
    )
    return Deadline(
        duty=Duty.ACKNOWLEDGEMENT,
        rule=standard,
        arose_at=ground.contact.opening.happened_at,
        start_on=start_on,
        due_on=due_on,
        displaced_by=displacing(ground, Duty.ACKNOWLEDGEMENT),
        met_at=earliest(ground.done.acknowledged_at, ground.done.responded_at),
        waivers=_waivers(ground, due_on),
        closed=ground.contact.closed,
        ground=ground,
    )


def _waivers(ground: Ground, due_on: date) -> "tuple[FullResponseExpected, ...]":
    """The expectations that hold: recorded in time, for a day in time."""
    return tuple(
        expected
        for expected in ground.done.expectations
        if expected.expected_on <= due_on and known_at(expected) <= day_end(due_on, ground.policy)
    )


def _formal_response(ground: Ground, start_on: date) -> Deadline:
    standard = ground.policy.standards[StandardId.FORMAL_RESPONSE]
    due_on = working_day_due_on(
        start_on, standard.on(ground.contact.received_on), ground.policy, ground.calendar
    )
    responded_at = ground.done.responded_at
    latest = partial(told_by, policy=ground.policy, responded_at=responded_at)
    chain = targets(due_on, ground.done.notices, told_by=latest)
    return Deadline(
        duty=Duty.FORMAL_RESPONSE,
        rule=standard,
        arose_at=ground.contact.opening.happened_at,
        start_on=start_on,
        due_on=in_force(chain).on,
        targets=chain,
        displaced_by=displacing(ground, Duty.FORMAL_RESPONSE),
        met_at=responded_at,
        closed=ground.contact.closed,
        ground=ground,
    )
