"""A letter as it is filled in: what it will say, what is wrong with it, what its sending is recorded as."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from attrs import evolve, frozen

from app.forms.findings import FieldFinding, Findings
from joic_policy import (
    Acknowledged,
    Channel,
    Contact,
    Deadline,
    DelayTold,
    Duty,
    Event,
    InvalidError,
    Responded,
)
from joic_policy.contacts import LetterSent
from joic_policy.handling import (
    Correspondence,
    Draft,
    Finding,
    Medium,
    Sender,
    Sending,
    Template,
    composed,
    delayed,
    letter_findings,
    promised,
    refused,
    reply_draft,
    sending_findings,
    wording,
)
from joic_policy.units import day_in_jersey

__all__ = ["FIELDS", "TO_CUSTOMER", "Letter", "asks", "letter"]

#: The facts that come from the contact and its deadline, and are never typed.
_DATED = frozenset({"received", "answer_by", "due", "revised"})
#: What goes to the customer of a contact; the rest is the customer's own letter to somebody else.
TO_CUSTOMER = tuple(template for template in Template if wording(template).from_office)

_SENDER = ("first_name", "surname", "title", "telephone", "email")
FIELDS = (
    "template",
    "medium",
    "addressed_as",
    "recipient",
    "enclosures",
    "informal",
    "revised",
    "reason",
    "answer_gives",
    "second_reader",
    *(f"sender.{name}" for name in _SENDER),
)


@frozen(kw_only=True)
class Letter:
    """What a form comes to: the letter, what the checks of the Office find, and the acts to be recorded.

    `findings` are of the form itself: with any, there is nothing to record.
    """

    findings: tuple[FieldFinding, ...] = ()
    letter: Correspondence
    advice: tuple[Finding, ...] = ()
    acts: tuple[Event, ...] = ()


def asks(template: Template, *, dated: bool) -> Mapping[str, str]:
    """What a template asks to be typed; days that the contact knows are `dated` and not typed."""
    known = _DATED if dated else frozenset({"revised"})
    chosen = {"reason", "next_step"} if template is Template.REFUSAL_NEXT_STEPS else set()
    return {key: ask for key, ask in wording(template).asks.items() if key not in known | chosen}


def letter(
    raw: Mapping[str, Any],
    contact: Contact | None,
    owed: Iterable[Deadline],
    *,
    draft_id: UUID,
    at: datetime,
) -> Letter:
    """Read the form; dates come from the deadline of the contact's formal response, or are left as gaps.

    The acts have ids of their own that stay, so that what is sent once is recorded once.
    """
    template = Template(raw.get("template") or Template.ACKNOWLEDGEMENT)
    found = Findings((*FIELDS, *(f"fact.{key}" for key in wording(template).asks)))
    formal = next((each for each in owed if each.duty is Duty.FORMAL_RESPONSE and each.due_on), None)
    draft = _draft(raw, template, contact, on=day_in_jersey(at))
    with found.about("template", {"revised_on": "revised"}):
        draft = _dated(draft, raw, formal, at)
    written = composed(draft)
    acts: tuple[Event, ...] = ()
    if contact and not found.found:
        with found.about("template", {"revised_on": "revised"}):
            acts = tuple(_acts(raw, written, draft_id, at))
    sending = Sending(
        recipient_confirmed=bool(raw.get("recipient_confirmed")),
        attachments_confirmed=bool(raw.get("attachments_confirmed")),
        second_reader=raw.get("second_reader") or "",
    )
    return Letter(
        findings=tuple(found.found),
        letter=written,
        advice=(*letter_findings(written), *sending_findings(written, sending)),
        acts=() if found.found else acts,
    )


def _draft(raw: Mapping[str, Any], template: Template, contact: Contact | None, *, on: date) -> Draft:
    sender = Sender(**{name: raw.get(f"sender.{name}") or "" for name in _SENDER})
    slip = template is Template.COMPLIMENT_SLIP
    medium = Medium.COMPLIMENT_SLIP if slip else Medium(raw.get("medium") or Medium.LETTER)
    if contact:
        draft = reply_draft(contact, template, written_on=on, sender=sender, medium=medium)
    else:
        draft = Draft(template=template, medium=medium, written_on=on, sender=sender)
    typed = {key: raw.get(f"fact.{key}") or "" for key in asks(template, dated=False)}
    facts = {**draft.facts, **{key: text for key, text in typed.items() if text.strip()}}
    recipient = _lines(raw.get("recipient"))
    return evolve(
        draft,
        facts=facts,
        addressed_as=(raw.get("addressed_as") or "").strip() or draft.addressed_as,
        recipient=recipient or draft.recipient,
        enclosures=_lines(raw.get("enclosures")),
        informal=bool(raw.get("informal")),
    )


def _dated(draft: Draft, raw: Mapping[str, Any], formal: Deadline | None, at: datetime) -> Draft:
    """The draft with the days of the deadline, and what goes with the reason of a refusal."""
    match draft.template:
        case Template.DELAY_NOTICE if formal and raw.get("revised"):
            return delayed(draft, formal, revised_on=raw["revised"], told_at=at)
        case Template.ACKNOWLEDGEMENT if formal:
            return promised(draft, formal)
        case Template.REFUSAL_NEXT_STEPS if raw.get("reason"):
            return refused(draft, raw["reason"])
        case _:
            return draft


def _acts(raw: Mapping[str, Any], written: Correspondence, draft_id: UUID, at: datetime) -> Iterator[Event]:
    """What is recorded once it was sent: that it was, and what it does by its kind."""
    channel = Channel.EMAIL if written.medium is Medium.EMAIL else Channel.LETTER
    when: dict[str, Any] = {"happened_at": at, "channel": channel}
    act_id = uuid5(draft_id, "act")
    match written.template:
        case Template.ACKNOWLEDGEMENT:
            yield Acknowledged(id=act_id, **when)
        case Template.FORMAL_RESPONSE:
            yield Responded(id=act_id, answer=raw.get("answer_gives") or "every_point", **when)
        case Template.DELAY_NOTICE:
            revised_on = raw.get("revised")
            if revised_on is None:
                raise InvalidError("revised", None, "the day by which the answer will come now")
            yield DelayTold(id=act_id, revised_on=revised_on, why=raw.get("fact.why") or "", **when)
        case _:
            pass
    yield LetterSent(
        id=draft_id,
        template=written.template.value,
        second_reader=raw.get("second_reader") or "",
        subject=written.subject,
        enclosed="\n".join(written.enclosures),
        **when,
    )


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())
