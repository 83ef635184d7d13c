"""Tasks on calls, as a file asks them."""

from typing import Any

from joic_policy._table import Table
from joic_policy.contacts import Channel, Received
from joic_policy.handling import Call, CallBack, Colleague, SpeakerPhone, TelephoneMessage
from joic_policy.training.reading.background import Background
from joic_policy.training.reading.history import instant_in, name_in
from joic_policy.training.subjects.telephone import Greeting, Message, Ringing, Speaker
from joic_policy.training.task import Subject

__all__ = ["call_in", "greeting_in", "message_in", "ringing_in", "speaker_in"]


def greeting_in(table: Table, _: Background) -> Subject:
    """How a call is greeted."""
    return Greeting(
        at=instant_in(table, "on", "at"),
        external=table.flag("external", default=True),
        speaker=name_in(table, "speaker"),
    )


def ringing_in(table: Table, background: Background) -> Subject:
    """How the call of the scenario stands."""
    opening = background.contact_for(table).opening
    if not isinstance(opening, Received) or opening.channel is not Channel.TELEPHONE:
        raise table.refusal("ask", "ring", "a call that came in")
    return Ringing(call=opening)


def call_in(table: Table) -> dict[str, Any]:
    """A call and the staff list, for its transfer."""
    call = Call(
        at=instant_in(table, "on", "at"),
        answered_by=table.text("answered_by"),
        asked_for=name_in(table, "asked_for"),
        informed=table.flag("informed", default=True),
        subject=name_in(table, "subject"),
        not_free=table.texts("not_free"),
    )
    return {"call": call, "staff": tuple(map(_colleague, table.tables("staff")))}


def _colleague(table: Table) -> Colleague:
    colleague = Colleague(
        name=table.text("name"),
        team=name_in(table, "team"),
        subjects=table.texts("subjects"),
        cover=name_in(table, "cover"),
        away_from=table.maybe_day("away_from"),
        away_until=table.maybe_day("away_until"),
    )
    table.done()
    return colleague


def message_in(table: Table, _: Background) -> Subject:
    """A message as it was written down."""
    back = None
    if "call_back" in table:
        promised = table.table("call_back")
        back = CallBack(
            owner=name_in(promised, "owner"),
            agreed_at=instant_in(promised, "on", "at") if "on" in promised else None,
            number=name_in(promised, "number"),
            attempts=promised.number("attempts") if "attempts" in promised else None,
            voicemail=name_in(promised, "voicemail"),
        )
        promised.done()
    parts = {key: name_in(table, key) for key in ("recipient", "caller", "details", "subject", "text")}
    return Message(message=TelephoneMessage(**parts, call_back=back))


def speaker_in(table: Table, _: Background) -> Subject:
    """A call on the speaker phone, as it was recorded."""
    present = table.texts("present") if "present" in table else None
    return Speaker(speaker=SpeakerPhone(told=table.flag("told"), present=present))
