"""What was done towards a contact, when it counts, and the duties that it gives rise to."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from joic_policy.contacts import (
    Acknowledged,
    Answer,
    CallBackArranged,
    CallBackAttempted,
    Contact,
    DelayTold,
    Event,
    FileNoted,
    FileNoteNotNeeded,
    FullResponseExpected,
    MessageDelivered,
    MessageTaken,
    MistakeCorrected,
    MistakeFound,
    Responded,
    StatutoryActDone,
)
from joic_policy.deadlines.clocks import Act, counts_at, earliest
from joic_policy.deadlines.deadline import Deadline, Done, Ground
from joic_policy.policy import Duty, Policy
from joic_policy.policy.interpretations import AutomaticReceipt, FormalAnswer
from joic_policy.units import day_in_jersey
from joic_policy.working_days import WorkingDayCalendar

__all__ = ["done", "following"]

_PLAN_ANSWERS = frozenset({Answer.EVERY_POINT, Answer.PLAN})
_FINAL_ANSWERS = frozenset({Answer.EVERY_POINT})


def done(contact: Contact, policy: Policy, calendar: WorkingDayCalendar) -> Done:
    """What was done towards a contact, under the readings in force."""

    def first(acts: Iterable[Act]) -> datetime | None:
        return earliest(*(counts_at(act, policy, calendar) for act in acts))

    automatic = policy.interpretations.automatic_receipt is AutomaticReceipt.YES
    final = policy.interpretations.formal_answer is FormalAnswer.FINAL_OUTCOME
    answers = _FINAL_ANSWERS if final else _PLAN_ANSWERS
    acknowledged_at = first(act for act in contact.acts(Acknowledged) if automatic or not act.automatic)
    responded_at = first(act for act in contact.acts(Responded) if act.answer in answers)
    return Done(
        acknowledged_at=acknowledged_at,
        responded_at=responded_at,
        by_statute=_by_statute(contact, acknowledged_at, responded_at),
        notices=tuple((counts_at(notice, policy, calendar), notice) for notice in contact.acts(DelayTold)),
        expectations=contact.acts(FullResponseExpected),
    )


def _by_statute(
    contact: Contact, acknowledged_at: datetime | None, responded_at: datetime | None
) -> dict[Duty, datetime]:
    """When each act that a statute asks for was done; an acknowledgement or a response does some of them."""
    did = [(act.duty, act.happened_at) for act in contact.acts(StatutoryActDone)]
    if acknowledged_at:
        did.append((Duty.ARTICLE_19_ACKNOWLEDGEMENT, acknowledged_at))
    if responded_at:
        did += [(Duty.QUESTION_ANSWER, responded_at), (Duty.SUBJECT_ACCESS, responded_at)]
    return {duty: min(at for each, at in did if each is duty) for duty, _ in did}


def following(ground: Ground) -> Iterator[Deadline]:
    """What the policy asks because of what was done: it has an age, and a date only where one was agreed."""
    yield from _file_notes(ground)
    yield from _messages(ground)
    yield from _call_backs(ground)
    yield from _corrections(ground)


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


def _undated(ground: Ground, duty: Duty, cause: Event, *, met_by: datetime | None) -> Deadline:
    return Deadline(
        duty=duty,
        rule=ground.policy.undated[duty],
        arose_at=cause.happened_at,
        met_at=met_by,
        closed=ground.contact.closed,
        cause=cause,
        ground=ground,
    )
