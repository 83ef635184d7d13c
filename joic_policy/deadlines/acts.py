"""Which acts meet which duties, and when they count."""

from collections.abc import Iterable
from datetime import datetime

from joic_policy.contacts import Acknowledged, Answer, Responded, StatutoryActDone
from joic_policy.deadlines.clocks import counts_at
from joic_policy.deadlines.deadline import Ground
from joic_policy.policy import Duty
from joic_policy.policy.interpretations import AutomaticReceipt, FormalAnswer

__all__ = ["acknowledged_at", "done_at", "earliest", "responded_at"]

_PLAN_ANSWERS = frozenset({Answer.EVERY_POINT, Answer.PLAN})
_FINAL_ANSWERS = frozenset({Answer.EVERY_POINT})


def earliest(*instants: datetime | None) -> datetime | None:
    """The first of some instants that may not be known."""
    return min(filter(None, instants), default=None)


def acknowledged_at(ground: Ground) -> datetime | None:
    """When the customer first heard that we have it; an automatic receipt counts only if it is read so."""
    automatic = ground.policy.interpretations.automatic_receipt is AutomaticReceipt.YES
    return _first(
        ground, (act for act in ground.contact.acts(Acknowledged) if automatic or not act.automatic)
    )


def responded_at(ground: Ground) -> datetime | None:
    """When the customer was first answered in full."""
    final_only = ground.policy.interpretations.formal_answer is FormalAnswer.FINAL_OUTCOME
    full = _FINAL_ANSWERS if final_only else _PLAN_ANSWERS
    return _first(ground, (act for act in ground.contact.acts(Responded) if act.answer in full))


def done_at(ground: Ground, duty: Duty) -> datetime | None:
    """When the act that a statute asks for was done; an acknowledgement or response does some of them."""
    acts = ground.contact.acts(StatutoryActDone)
    done = earliest(*(act.happened_at for act in acts if act.duty is duty))
    if duty is Duty.ARTICLE_19_ACKNOWLEDGEMENT:
        return earliest(done, acknowledged_at(ground))
    if duty in {Duty.QUESTION_ANSWER, Duty.SUBJECT_ACCESS}:
        return earliest(done, responded_at(ground))
    return done


def _first(ground: Ground, acts: Iterable[Acknowledged | Responded]) -> datetime | None:
    return earliest(*(counts_at(act, ground.policy, ground.calendar) for act in acts))
