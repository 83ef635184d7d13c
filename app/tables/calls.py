"""A call in words: how long it rang, and what to do with it."""

from datetime import date, datetime

from app.tables.words import listed
from joic_policy import Policy, Received
from joic_policy.handling import Decision, NextStep, Ring, answering
from joic_policy.units import day_in_jersey

__all__ = ["decided_words", "rang_words"]

_STEPS = {
    NextStep.DEAL_WITH_IT: "Deal with it yourself",
    NextStep.TRANSFER: "Put it through",
    NextStep.HELP_OR_MESSAGE: "Offer to help; else take a message",
    NextStep.TAKE_MESSAGE: "Take a message",
}
_RANG = {
    Ring.IN_TIME: "in time",
    Ring.LATE: "late",
    Ring.GIVEN_UP_IN_TIME: "the caller gave up before it was late",
    Ring.GIVEN_UP_LATE: "the caller gave up, and it was late",
}


def rang_words(rang_at: datetime | None, answered_at: datetime | None, policy: Policy) -> str:
    """How long a call rang, and whether that was in time (TEL-1); blank where it was not measured."""
    if not (rang_at and answered_at):
        return ""
    on: date = day_in_jersey(rang_at)
    call = Received(
        channel="telephone", received_on=on, received_at=rang_at, rang_at=rang_at, answered_at=answered_at
    )
    found = answering(call, policy=policy)
    return f"It rang for {found.seconds or 0:.0f} seconds: answered {_RANG[found.ring]}."


def decided_words(decided: Decision) -> str:
    """What to do, why, and where that is written."""
    to = listed(
        tuple(
            f"{each.name}{f' (extension {each.extension})' if each.extension else ''}" for each in decided.to
        )
    )
    whom = f" to {to}" if decided.to else ""
    return f"{_STEPS[decided.step]}{whom}. {decided.why} ({', '.join(decided.clause_ids)})"
