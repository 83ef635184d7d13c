"""The contact behind a scenario: what was received, and what has happened since, as its file tells it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from attrs import evolve

from joic_policy._fields import Choice
from joic_policy._table import Table
from joic_policy.contacts import (
    Abuse,
    Acknowledged,
    Answer,
    CallBackArranged,
    CallBackAttempted,
    CallMade,
    Channel,
    Closed,
    ClosedBecause,
    Contact,
    Customer,
    DelayTold,
    Event,
    FileNoted,
    FileNoteNotNeeded,
    FullResponseExpected,
    IncidentRecorded,
    Matter,
    MessageDelivered,
    MessageTaken,
    MistakeCorrected,
    MistakeFound,
    Received,
    Responded,
    StatutoryActDone,
    Triaged,
    contact_from,
)
from joic_policy.errors import HistoryError, InvalidError
from joic_policy.policy import Duty
from joic_policy.training.reading.background import Background
from joic_policy.training.subjects.near import outcome_of
from joic_policy.units import instant_in_jersey

__all__ = ["contact_in", "instant_in", "name_in"]

_PLAYED_BY = "Robin Le Page"  # a name of nobody's, for what only a named person may do


class _Did(Choice):
    """What can have happened since, in a file."""

    ACKNOWLEDGED = "acknowledged"
    ANSWER_EXPECTED = "answer_expected"
    RESPONDED = "responded"
    DELAY_TOLD = "delay_told"
    FILE_NOTED = "file_noted"
    FILE_NOTE_NOT_NEEDED = "file_note_not_needed"
    MESSAGE_TAKEN = "message_taken"
    MESSAGE_DELIVERED = "message_delivered"
    CALL_BACK_ARRANGED = "call_back_arranged"
    CALL_BACK_ATTEMPTED = "call_back_attempted"
    MISTAKE_FOUND = "mistake_found"
    MISTAKE_CORRECTED = "mistake_corrected"
    INCIDENT_RECORDED = "incident_recorded"
    DONE_BY_LAW = "done_by_law"
    CLOSED = "closed"


_Facts = dict[str, Any]
_Reader = Callable[[Table, _Facts, Mapping[str, UUID]], Event]


def instant_in(table: Table, on: str, at: str) -> datetime:
    """A day and a time of day of a table, by Jersey's clocks, as an instant."""
    return instant_in_jersey(table.day(on), table.clock(at))


def name_in(table: Table, key: str) -> str:
    """A name, blank where the table has none: what is missing may be the point."""
    return table.text(key, "")


def contact_in(table: Table, background: Background) -> Contact:
    """The contact that a table tells of; what it asks is what triage makes of it.

    Raises:
        DataFileError: Something in it is missing, unknown or impossible.
    """
    root = f"{table.file}/{table.path}"
    matters = tuple(
        outcome_of(each).matter for each in (background.enquiry, background.also) if each and each.topic
    )
    try:
        matters = _with_days(table, matters)
        opening = _opening(table, background, matters, uuid5(NAMESPACE_URL, root))
        events = [opening]
        if table.flag("abusive"):
            triaged_id = uuid5(NAMESPACE_URL, f"{root}/triaged")
            events.append(
                Triaged(id=triaged_id, happened_at=opening.happened_at, matters=matters, abusive=True)
            )
        named: dict[str, UUID] = {}
        for position, since in enumerate(table.tables("since")):
            event_id = uuid5(NAMESPACE_URL, f"{root}/{position}")
            events.append(_event(since, event_id, named))
            named[since.text("name", f"({position})")] = event_id
            since.done()
        contact = contact_from(events)
    except (InvalidError, HistoryError) as error:
        field = error.field if isinstance(error, InvalidError) else "since"
        raise table.refusal(field, None, f"what can have happened: {error}") from None
    table.done()
    return contact


def _with_days(table: Table, matters: tuple[Matter, ...]) -> tuple[Matter, ...]:
    """The first matter with the day on which the authority was told of an appeal, where there is one."""
    told_on = table.maybe_day("told_on")
    if told_on is None:
        return matters
    if not matters:
        raise table.refusal("told_on", told_on, "nothing, where no matter is told of")
    return (evolve(matters[0], told_on=told_on), *matters[1:])


def _opening(table: Table, background: Background, matters: tuple[Matter, ...], opening_id: UUID) -> Event:
    on = table.day("received_on")
    clocks: _Facts = {
        name: instant_in_jersey(on, table.clock(name))
        for name in ("received_at", "rang_at", "answered_at", "abandoned_at")
        if name in table
    }
    shared: _Facts = {
        "id": opening_id,
        "customer": Customer(kind=background.customer),
        "external": table.flag("external", default=True),
        "matters": matters,
    }
    if table.flag("we_called"):
        if "received_at" not in clocks:
            raise table.refusal("received_at", None, "the time of our call (nothing is there)")
        return CallMade(**shared, happened_at=clocks["received_at"])
    return Received(**shared, channel=background.channel, received_on=on, **clocks)


def _event(table: Table, event_id: UUID, named: Mapping[str, UUID]) -> Event:
    did = table.one_of("did", _Did)
    facts = {"id": event_id, "happened_at": instant_in(table, "on", "at"), "by": _PLAYED_BY}
    return _READERS[did](table, facts, named)


def _of(table: Table, named: Mapping[str, UUID]) -> UUID:
    name = table.text("of")
    if name not in named:
        raise table.refusal("of", name, f"the name of something before it: {', '.join(named) or 'none'}")
    return named[name]


def _channel(table: Table) -> Channel:
    return table.one_of("channel", Channel)


_READERS: Mapping[_Did, _Reader] = {
    _Did.ACKNOWLEDGED: lambda table, facts, _: Acknowledged(
        **facts, channel=_channel(table), automatic=table.flag("automatic")
    ),
    _Did.ANSWER_EXPECTED: lambda table, facts, _: FullResponseExpected(
        **facts, expected_on=table.day("expected_on")
    ),
    _Did.RESPONDED: lambda table, facts, _: Responded(
        **facts,
        channel=_channel(table),
        answer=table.one_of("answer", Answer) if "answer" in table else Answer.EVERY_POINT,
    ),
    _Did.DELAY_TOLD: lambda table, facts, _: DelayTold(
        **facts, channel=_channel(table), revised_on=table.day("revised_on")
    ),
    _Did.FILE_NOTED: lambda _table, facts, _: FileNoted(**facts),
    _Did.FILE_NOTE_NOT_NEEDED: lambda table, facts, _: FileNoteNotNeeded(**facts, why=table.text("why")),
    _Did.MESSAGE_TAKEN: lambda table, facts, _: MessageTaken(**facts, recipient=table.text("recipient")),
    _Did.MESSAGE_DELIVERED: lambda table, facts, named: MessageDelivered(**facts, of=_of(table, named)),
    _Did.CALL_BACK_ARRANGED: lambda table, facts, _: CallBackArranged(
        **facts,
        owner=table.text("owner"),
        agreed_at=instant_in(table, "agreed_on", "agreed_at") if "agreed_on" in table else None,
    ),
    _Did.CALL_BACK_ATTEMPTED: lambda table, facts, named: CallBackAttempted(
        **facts, of=_of(table, named), reached=table.flag("reached")
    ),
    _Did.MISTAKE_FOUND: lambda table, facts, _: MistakeFound(
        **facts, personal_data=table.flag("personal_data")
    ),
    _Did.MISTAKE_CORRECTED: lambda table, facts, named: MistakeCorrected(**facts, of=_of(table, named)),
    _Did.INCIDENT_RECORDED: lambda table, facts, _: IncidentRecorded(
        **facts, kinds=table.some_of("kinds", Abuse)
    ),
    _Did.DONE_BY_LAW: lambda table, facts, _: StatutoryActDone(**facts, duty=table.one_of("duty", Duty)),
    _Did.CLOSED: lambda table, facts, _: Closed(**facts, because=table.one_of("because", ClosedBecause)),
}
