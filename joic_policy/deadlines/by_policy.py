"""The duties that the policy itself sets."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial

from joic_policy.contacts import (
    CallBackArranged,
    CallBackAttempted,
    Channel,
    DelayTold,
    Direction,
    Event,
    FileNoted,
    FileNoteNotNeeded,
    FullResponseExpected,
    MessageDelivered,
    MessageTaken,
    MistakeCorrected,
    MistakeFound,
    Received,
    Responded,
)
from joic_policy.deadlines.acts import acknowledged_at, earliest, responded_at
from joic_policy.deadlines.by_law import displacing
from joic_policy.deadlines.clocks import counts_at, day_end, day_zero, told_by, working_day_due_on
from joic_policy.deadlines.clocks import due_at as exact_due_at
from joic_policy.deadlines.deadline import Deadline, Ground, known_at
from joic_policy.deadlines.targets import Target, in_force, targets
from joic_policy.policy import Duty, StandardId
from joic_policy.policy.interpretations import OnlineForm, SpokenContact
from joic_policy.units import day_in_jersey

__all__ = ["by_policy"]


def by_policy(ground: Ground) -> Iterator[Deadline]:
    """What the policy asks of the Office for a contact, dated duties first."""
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
            yield _undated(ground, Duty.REPLY, contact.opening, met_by=responded_at(ground))
    if len(contact.events) > 1:
        yield from _file_notes(ground)
        yield from _messages(ground)
        yield from _call_backs(ground)
        yield from _corrections(ground)


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
        met_at=earliest(acknowledged_at(ground), responded_at(ground)),
        waivers=_waivers(ground, due_on),
        closed=ground.contact.closed,
        ground=ground,
    )


def _waivers(ground: Ground, due_on: date) -> tuple[FullResponseExpected, ...]:
    """The expectations that hold: recorded in time, for a day in time."""
    return tuple(
        expected
        for expected in ground.contact.acts(FullResponseExpected)
        if expected.expected_on <= due_on and known_at(expected) <= day_end(due_on, ground.policy)
    )


def _formal_response(ground: Ground, start_on: date) -> Deadline:
    standard = ground.policy.standards[StandardId.FORMAL_RESPONSE]
    due_on = working_day_due_on(
        start_on, standard.on(ground.contact.received_on), ground.policy, ground.calendar
    )
    met_at = responded_at(ground)
    chain = _targets(ground, due_on, met_at)
    return Deadline(
        duty=Duty.FORMAL_RESPONSE,
        rule=standard,
        arose_at=ground.contact.opening.happened_at,
        start_on=start_on,
        due_on=in_force(chain).on,
        targets=chain,
        displaced_by=displacing(ground, Duty.FORMAL_RESPONSE),
        met_at=met_at,
        closed=ground.contact.closed,
        ground=ground,
    )


def _targets(ground: Ground, first_on: date, responded: datetime | None) -> tuple[Target, ...]:
    notices = tuple(
        (counts_at(notice, ground.policy, ground.calendar), notice)
        for notice in ground.contact.acts(DelayTold)
    )
    return targets(first_on, notices, told_by=partial(told_by, policy=ground.policy, responded_at=responded))


def _undated(ground: Ground, duty: Duty, cause: Event, *, met_by: datetime | None) -> Deadline:
    return Deadline(
        duty=duty,
        rule=ground.policy.undated[duty],
        arose_at=cause.happened_at,
        met_at=met_by,
        closed=ground.contact.closed,
        cause=None if cause is ground.contact.opening else cause,
        ground=ground,
    )


def _file_notes(ground: Ground) -> Iterator[Deadline]:
    """An answer in conversation to correspondence leaves no paper: a note does (WRI-13)."""
    contact = ground.contact
    if not contact.channel.written:
        return
    notes: tuple[FileNoted | FileNoteNotNeeded, ...]
    notes = (*contact.acts(FileNoted), *contact.acts(FileNoteNotNeeded))
    for response in contact.acts(Responded):
        if not response.channel.written:
            of_it = (note.happened_at for note in notes if note.of in {None, response.id})
            met_by = earliest(*(at for at in of_it if at >= response.happened_at))
            yield _undated(ground, Duty.FILE_NOTE, response, met_by=met_by)


def _messages(ground: Ground) -> Iterator[Deadline]:
    delivered = ground.contact.acts(MessageDelivered)
    for message in ground.contact.acts(MessageTaken):
        met_by = earliest(*(act.happened_at for act in delivered if act.of == message.id))
        yield _undated(ground, Duty.MESSAGE, message, met_by=met_by)


def _call_backs(ground: Ground) -> Iterator[Deadline]:
    """A call back has a date only if a time was agreed."""
    attempts = ground.contact.acts(CallBackAttempted)
    for arranged in ground.contact.acts(CallBackArranged):
        yield Deadline(
            duty=Duty.CALL_BACK,
            rule=ground.policy.undated[Duty.CALL_BACK],
            arose_at=arranged.happened_at,
            due_on=day_in_jersey(arranged.agreed_at) if arranged.agreed_at else None,
            exactly_at=arranged.agreed_at,
            met_at=earliest(*(act.happened_at for act in attempts if act.of == arranged.id and act.reached)),
            closed=ground.contact.closed,
            cause=arranged,
            ground=ground,
        )


def _corrections(ground: Ground) -> Iterator[Deadline]:
    """A mistake of ours is owed its correction (STD-3)."""
    corrected = ground.contact.acts(MistakeCorrected)
    for found in ground.contact.acts(MistakeFound):
        met_by = earliest(*(act.happened_at for act in corrected if act.of == found.id))
        yield _undated(ground, Duty.CORRECTION, found, met_by=met_by)
