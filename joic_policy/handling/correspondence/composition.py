"""Letters composed from a template, a sender and what is known; the dates come from the deadline itself."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from attrs import Factory, evolve, field, frozen

from joic_policy._fields import is_a, is_day, is_flag, is_text
from joic_policy.contacts import Contact, Format, Needs, personal
from joic_policy.deadlines import Deadline
from joic_policy.errors import InvalidError
from joic_policy.handling.correspondence.letter import Correspondence, Medium, Sender, Stated, Template
from joic_policy.handling.correspondence.signature import email_lines, signed_lines
from joic_policy.handling.correspondence.style import style
from joic_policy.handling.correspondence.wording import PLACE, Wording, wording
from joic_policy.handling.finding import Finding
from joic_policy.policy import POLICY, Duty, Office, Policy
from joic_policy.policy.texts import places
from joic_policy.units import day_words

__all__ = ["GAP", "Draft", "composed", "delayed", "promised", "reply_draft"]

#: How a fact that is not known yet stands in a text.
GAP = re.compile(r"\[to fill in: [^\]]{1,200}\]")


def _usual_medium(draft: "Draft") -> Medium:
    return Medium.COMPLIMENT_SLIP if draft.template is Template.COMPLIMENT_SLIP else Medium.LETTER


@frozen(kw_only=True)
class Draft:
    """What a letter is made from. `addressed_as` is the name after "Dear", blank where it is not known.

    `facts` fill the places of the template, by the names under `Wording.asks`.
    """

    template: Template = field(converter=Template)
    medium: Medium = field(default=Factory(_usual_medium, takes_self=True), converter=Medium)
    written_on: date = field(validator=is_day)
    sender: Sender = field(factory=Sender, validator=is_a(Sender))
    addressed_as: str = personal()
    recipient: tuple[str, ...] = field(default=(), repr=False)
    facts: Mapping[str, str] = field(factory=dict, repr=False)
    reference: str = field(default="", validator=is_text)
    needs: Needs = field(factory=Needs, validator=is_a(Needs))
    informal: bool = field(default=False, validator=is_flag)
    enclosures: tuple[str, ...] = field(default=(), repr=False)

    @medium.validator
    def _a_slip_is_a_slip(self, _: object, value: Medium) -> None:
        slip = Medium.COMPLIMENT_SLIP
        if (value is slip) is not (self.template is Template.COMPLIMENT_SLIP):
            usual = f"{slip}, for the template {slip} alone" if value is slip else slip.value
            raise InvalidError("medium", value.value, usual)


def reply_draft(
    contact: Contact,
    template: Template,
    *,
    written_on: date,
    sender: Sender,
    medium: Medium | None = None,
) -> Draft:
    """A draft to the customer of a contact, in the format and language agreed with them (WRI-2).

    What a customer is to send themselves is not addressed to them: it is signed with their name and address.
    """
    customer = contact.customer
    if not wording(template).from_office:
        signed = {"name": customer.name, "address": customer.address or customer.email}
        facts = {key: text for key, text in signed.items() if text.strip()}
        usual = Draft(template=template, written_on=written_on, facts=facts, needs=customer.needs)
        return evolve(usual, medium=medium) if medium else usual
    recipient = (customer.name, customer.organisation, *customer.address.splitlines())
    draft = Draft(
        template=template,
        written_on=written_on,
        sender=sender,
        addressed_as=customer.name,
        recipient=tuple(line.strip() for line in recipient if line.strip()),
        reference=contact.opening.file,
        needs=customer.needs,
    )
    dated = _with_days(draft, {"received": contact.received_on})
    return evolve(dated, medium=medium) if medium else dated


def composed(draft: Draft, *, policy: Policy = POLICY) -> Correspondence:
    """The letter of a draft. It can always be composed: a fact that is not known stays visible as a gap.

    Raises:
        InvalidError: A fact is none that the template asks for.
    """
    words = wording(draft.template)
    for key in draft.facts.keys() - words.asks.keys():
        raise InvalidError("facts", key, f"one of: {', '.join(words.asks) or 'none'}")
    filling = _places(draft, words, policy)
    closings = style().closings
    recipient = _recipient(draft, policy.office)
    informal = draft.informal and not words.formal
    slip = draft.medium is Medium.COMPLIMENT_SLIP
    salutation = "" if slip else closings.salutation(draft.addressed_as)
    font, points = _look(draft, policy.office)
    return Correspondence(
        template=draft.template,
        medium=draft.medium,
        written_on=draft.written_on,
        from_office=words.from_office,
        formal=words.formal,
        informal=informal,
        heading=_heading(draft, words, policy.office),
        plain=draft.needs.format is Format.TEXT_ONLY,
        font=font,
        points=points,
        sender=draft.sender,
        needs=draft.needs,
        enclosures=draft.enclosures,
        recipient=recipient,
        reference=draft.reference if words.from_office else "",
        salutation=salutation,
        subject=_filled(words.subject, filling),
        paragraphs=tuple(_filled(text, filling) for text in words.paragraphs),
        closing="" if slip else closings.closing(salutation, informal=informal),
        signed=_signed(draft, words, filling, policy),
        note="" if slip or not words.from_office else style().notes.note(draft.needs),
        stated=tuple(_stated(key, finding, draft, recipient) for key, finding in words.states.items()),
    )


def promised(draft: Draft, deadline: Deadline) -> Draft:
    """A draft with the day of receipt, and the day by which there will be an answer, of a formal response.

    Raises:
        InvalidError: The deadline is none of a formal response.
    """
    if deadline.duty is not Duty.FORMAL_RESPONSE or deadline.due_on is None:
        raise InvalidError("deadline", deadline.duty.value, "the deadline of a formal response")
    dates = {"received": deadline.ground.contact.received_on, "answer_by": deadline.due_on}
    return _with_days(draft, dates)


def delayed(draft: Draft, deadline: Deadline, *, revised_on: date, told_at: datetime) -> Draft:
    """A draft with the date that cannot be kept and the revised target, as the deadline takes it (WRI-12).

    Raises:
        InvalidError: The deadline is none of a formal response; or the revised target is no working day after
            all targets so far.
    """
    target = deadline.revision(revised_on, told_at=told_at)
    dated = promised(draft, deadline)
    return _with_days(dated, {"due": deadline.due_on or target.on, "revised": target.on})


def _with_days(draft: Draft, days: Mapping[str, date]) -> Draft:
    """The days that the template asks for, in words."""
    asked = wording(draft.template).asks
    facts = {key: day_words(day) for key, day in days.items() if key in asked}
    return evolve(draft, facts={**draft.facts, **facts})


def _places(draft: Draft, words: Wording, policy: Policy) -> Mapping[str, str]:
    facts = {
        key: draft.facts.get(key, "").strip() or f"[to fill in: {ask}]" for key, ask in words.asks.items()
    }
    name = policy.office.formal_name if words.formal else policy.office.name
    return {**places(policy), "office": name, **facts}


def _filled(text: str, filling: Mapping[str, str]) -> str:
    """Each place filled once: braces in what was typed are left as they are."""
    return PLACE.sub(lambda place: filling[place.group(1)], text)


def _recipient(draft: Draft, office: Office) -> tuple[str, ...]:
    return office.complaints_address if draft.template is Template.COMPLAINT_ABOUT_US else draft.recipient


def _heading(draft: Draft, words: Wording, office: Office) -> tuple[str, ...]:
    if not words.from_office or draft.medium is Medium.EMAIL:
        return ()
    reached = (f"Telephone: {office.telephone}", f"Email: {office.email}", office.website)
    return office.name, ", ".join(office.address), " \u00b7 ".join(reached)


def _signed(draft: Draft, words: Wording, filling: Mapping[str, str], policy: Policy) -> tuple[str, ...]:
    if words.from_office:
        lines = email_lines if draft.medium is Medium.EMAIL else signed_lines
        return lines(draft.sender, formal=words.formal, policy=policy)
    return (filling["name"], *filling["address"].splitlines())


def _look(draft: Draft, office: Office) -> tuple[str, int]:
    """Font and size in points; a format agreed with the customer comes first (WRI-2)."""
    email = draft.medium is Medium.EMAIL
    font = office.email_font if email else office.letter_font
    if draft.needs.format is Format.TEXT_ONLY:
        return "", style().letter_points
    usual = office.email_font_points if email else style().letter_points
    return font, style().larger(draft.needs.format) or usual


def _stated(key: str, finding: Finding, draft: Draft, recipient: tuple[str, ...]) -> Stated:
    words = " ".join(recipient) if key == "complaints_address" else draft.facts.get(key, "")
    return Stated(words=words, finding=finding)
