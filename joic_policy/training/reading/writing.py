"""Tasks on what is written, as a file asks them."""

from typing import Any

from attrs import evolve

from joic_policy._table import Table
from joic_policy.contacts import Format, Needs
from joic_policy.handling import (
    Absence,
    ContactPoint,
    Correspondence,
    Draft,
    Medium,
    Sender,
    Sending,
    Template,
    composed,
)
from joic_policy.training.reading.background import Background
from joic_policy.training.reading.history import name_in
from joic_policy.training.subjects.writing import Reply, SendingIt
from joic_policy.training.task import Subject

__all__ = ["absence_in", "letter_in", "reply_in", "sending_in"]


def letter_in(table: Table) -> Correspondence:
    """A letter as it is composed, then as it was changed by hand in the table."""
    draft = Draft(
        template=table.one_of("template", Template),
        medium=table.one_of("medium", Medium) if "medium" in table else Medium.LETTER,
        written_on=table.day("written_on"),
        sender=Sender(
            **{key: name_in(table, key) for key in ("first_name", "surname", "telephone", "email")}
        ),
        addressed_as=name_in(table, "addressed_as"),
        facts=_facts(table),
        needs=Needs(
            format=table.one_of("format", Format) if "format" in table else Format.STANDARD,
            language=name_in(table, "language"),
        ),
        informal=table.flag("informal"),
        enclosures=table.texts("enclosures"),
    )
    letter = composed(draft)
    changed: dict[str, Any] = {
        key: table.text(key) for key in ("salutation", "closing", "font", "subject") if key in table
    }
    changed |= {key: table.texts(key) for key in ("paragraphs", "signed") if key in table}
    changed |= {"points": table.number("points")} if "points" in table else {}
    changed |= {"heading": ()} if table.flag("on_plain_paper") else {}
    return evolve(letter, **changed)


def _facts(table: Table) -> dict[str, str]:
    if "facts" not in table:
        return {}
    facts = table.table("facts")
    return {key: facts.text(key) for key in facts.keys()}  # noqa: SIM118  # a Table iterates otherwise


def sending_in(table: Table, _: Background) -> Subject:
    """A letter, and what was confirmed of it."""
    sending = Sending(
        recipient_confirmed=table.flag("recipient_confirmed"),
        attachments_confirmed=table.flag("attachments_confirmed"),
        second_reader=name_in(table, "second_reader"),
    )
    return SendingIt(letter=letter_in(table), sending=sending)


def absence_in(table: Table) -> Absence:
    """An absence."""
    return Absence(first_on=table.day("first_on"), back_on=table.maybe_day("back_on"))


def reply_in(table: Table, _: Background) -> Subject:
    """An automatic reply as it was written."""
    point = ContactPoint(
        name=table.text("point"), telephone=name_in(table, "telephone"), email=name_in(table, "email")
    )
    return Reply(text=table.text("text"), absence=absence_in(table), point=point)
