"""The tasks of a scenario, as its file asks them. Only facts are read: what is right, the library says."""

from collections.abc import Callable, Mapping
from typing import Any

from joic_policy._table import Table
from joic_policy.errors import InvalidError, OutsideCalendarError
from joic_policy.policy import Duty
from joic_policy.training.reading.background import Background
from joic_policy.training.reading.calls import call_in, greeting_in, message_in, ringing_in, speaker_in
from joic_policy.training.reading.conduct import conduct_in, hazard_in, incident_in
from joic_policy.training.reading.history import instant_in
from joic_policy.training.reading.writing import absence_in, letter_in, reply_in, sending_in
from joic_policy.training.subjects.conduct import Closing, Mistake
from joic_policy.training.subjects.dates import DueAt, DueOn, Duties, OwedByWhom, Standing, ToldInTime
from joic_policy.training.subjects.routing import Routing, SecondRouting
from joic_policy.training.subjects.talking import Beside, CheckWith, Missing, Questions, WhatToSay
from joic_policy.training.subjects.telephone import Say, Transfer, TransferTo
from joic_policy.training.subjects.writing import Letter, ReplyNeeded, Sentences
from joic_policy.training.task import Asks, Subject, Task
from joic_policy.triage import Enquiry
from joic_policy.triage.enquiry import FACTS

__all__ = ["task_in"]


_Reader = Callable[[Table, Background], Subject]


def task_in(table: Table, background: Background) -> Task:
    """One task. Its id is what it asks, and of which duty, unless the table gives another.

    Raises:
        DataFileError: A fact is missing, unknown or impossible, or the task cannot be asked of this scenario.
    """
    asks = table.one_of("ask", Asks)
    told_id = table.text("id", "")
    duty = table.one_of("duty", Duty) if asks in _OF_DUTY else None
    try:
        subject = _of_duty(asks, duty, table, background) if duty else _READERS[asks](table, background)
        right = subject.key().right
    except (InvalidError, OutsideCalendarError) as error:
        raise table.refusal("ask", asks.value, f"what can be asked here: {error}") from None
    table.done()
    if len(set(right)) != len(right):
        raise table.refusal("ask", asks.value, "options that differ")
    return Task(id=told_id or (f"{asks}_{duty}" if duty else asks.value), subject=subject)


_OF_DUTY: Mapping[Asks, Callable[..., Subject]] = {
    Asks.OWED_BY: OwedByWhom,
    Asks.DUE_ON: DueOn,
    Asks.DUE_AT: DueAt,
    Asks.STANDING: Standing,
}


def _of_duty(asks: Asks, duty: Duty, table: Table, background: Background) -> Subject:
    facts: dict[str, Any] = {"contact": background.contact_for(table), "duty": duty}
    if asks is Asks.STANDING:
        facts["at"] = instant_in(table, "on", "at")
    return _OF_DUTY[asks](**facts)


def _questions(table: Table, background: Background) -> Subject:
    told = table.texts("told")
    for name in told:
        if name not in FACTS:
            raise table.refusal("told", name, f"one of: {', '.join(FACTS)}")
    known: dict[str, Any] = {
        name: getattr(background.enquiry, name) for name in ("channel", "customer", *told)
    }
    return Questions(enquiry=background.enquiry, told=Enquiry(**known))


_READERS: Mapping[Asks, _Reader] = {
    Asks.ROUTE: lambda _, background: Routing(enquiry=background.enquiry),
    Asks.SECOND_ROUTE: lambda _, background: SecondRouting(enquiry=background.enquiry, also=background.also),
    Asks.QUESTIONS: _questions,
    Asks.BESIDE: lambda _, background: Beside(enquiry=background.enquiry),
    Asks.MISSING: lambda _, background: Missing(enquiry=background.enquiry),
    Asks.WORDS: lambda _, background: WhatToSay(enquiry=background.enquiry),
    Asks.CHECK_WITH: lambda _, background: CheckWith(enquiry=background.enquiry),
    Asks.DUTIES: lambda table, background: Duties(contact=background.contact_for(table)),
    Asks.TOLD_IN_TIME: lambda table, background: ToldInTime(contact=background.contact_for(table)),
    Asks.RING: ringing_in,
    Asks.GREETING: greeting_in,
    Asks.TRANSFER: lambda table, _: Transfer(**call_in(table)),
    Asks.TRANSFER_TO: lambda table, _: TransferTo(**call_in(table)),
    Asks.SAY: lambda table, _: Say(sentences=table.texts("sentences", at_least=2)),
    Asks.MESSAGE: message_in,
    Asks.SPEAKER: speaker_in,
    Asks.LETTER: lambda table, _: Letter(letter=letter_in(table)),
    Asks.SENDING: sending_in,
    Asks.SENTENCES: lambda table, _: Sentences(sentences=table.texts("sentences", at_least=2)),
    Asks.REPLY_NEEDED: lambda table, _: ReplyNeeded(absence=absence_in(table)),
    Asks.REPLY: reply_in,
    Asks.CONDUCT: conduct_in,
    Asks.INCIDENT: incident_in,
    Asks.CLOSING: lambda table, background: Closing(contact=background.contact_for(table)),
    Asks.HAZARD: hazard_in,
    Asks.MISTAKE: lambda table, _: Mistake(personal_data=table.flag("personal_data")),
}
