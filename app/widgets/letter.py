"""The fields of a letter and of who writes it, what is confirmed before it is sent, and its recording."""

from uuid import UUID

import streamlit as st

from app import wiring
from app.forms.letters import TO_CUSTOMER, Letter, asks
from app.tables.labels import ANSWERS
from app.tables.letters import MEDIA, REASONS, TEMPLATES, answer_at_hand, answers_at_hand, guide_line
from app.tables.words import plain
from app.widgets.drafts import DraftFields
from app.widgets.refusals import say_refusal
from joic_policy import Answer, Channel, PolicyError
from joic_policy.handling import Medium, Sender, Template, signature
from joic_policy.register import Deed, Held
from joic_policy.register.permissions import check_permitted

__all__ = ["confirmations", "letter_fields", "record_sent", "sender_fields"]

_LONG = frozenset({"answer", "concern", "wish", "description", "address", "complaint", "what"})
_SENDER = {
    "first_name": "First name",
    "surname": "Surname",
    "title": "Title",
    "telephone": "Telephone",
    "email": "Email",
}


def letter_fields(fields: DraftFields, held: Held | None) -> None:
    """Draw what makes a letter: what it is, what it says, to whom it goes."""
    contact = held.contact if held else None
    fields.choice("template", "What to write", TEMPLATES, Template.ACKNOWLEDGEMENT)
    template = Template(fields.raw["template"])
    if template is not Template.COMPLIMENT_SLIP:
        wrote_to_us = contact.channel if contact else None
        electronic = wrote_to_us in {Channel.EMAIL, Channel.ONLINE_FORM}
        fields.choice("medium", "As", MEDIA, Medium.EMAIL if electronic else Medium.LETTER)
    if template is Template.DELAY_NOTICE:
        fields.day("revised", "The answer will come by")
    if template is Template.REFUSAL_NEXT_STEPS:
        fields.choice("reason", "The reason that was given", REASONS, None, "Choose the reason")
    if template is Template.FORMAL_RESPONSE:
        _at_hand(fields, held)
        fields.choice("answer_gives", "It gives", ANSWERS, Answer.EVERY_POINT)
    fields.begin({"fact.about": contact.opening.subject if contact else ""})
    for key, ask in asks(template, dated=contact is not None and template in TO_CUSTOMER).items():
        draw = fields.long_text if key in _LONG else fields.text
        draw(f"fact.{key}", ask[:1].upper() + ask[1:])
    fields.long_text("enclosures", "Enclosed (one thing a line)", height=70)
    with st.expander("To whom", expanded=contact is None and template in TO_CUSTOMER):
        fields.text("addressed_as", "Name after Dear", contact.customer.name if contact else "")
        fields.long_text("recipient", "Name and address, line by line (as in the contact, if left empty)")
        fields.flag("informal", "Informal closing, where it may be")


def sender_fields(fields: DraftFields) -> None:
    """Draw who writes: at first whoever is at work; it stays for the next letter."""
    first_name, _, surname = wiring.actor().name.partition(" ")
    start = {"first_name": first_name, "surname": surname}
    with st.expander("Who writes"):
        for name, label in _SENDER.items():
            fields.raw[f"sender.{name}"] = st.text_input(
                label, start.get(name, ""), key=f"letters.sender.{name}", persist_state="session"
            )
        own = signature(Sender(**{name: fields.raw[f"sender.{name}"] or "" for name in _SENDER}))
        st.caption("The signature for your mailbox, as text and as a page:")
        st.code(own.text, language=None, wrap_lines=True)
        st.code(own.html, language="html", wrap_lines=True)


def confirmations(fields: DraftFields, letter: Letter) -> None:
    """Draw what is to be confirmed before it is sent."""
    fields.flag("recipient_confirmed", "Name and address are checked")
    if letter.letter.enclosures:
        fields.flag("attachments_confirmed", "What goes with it is checked")
    if letter.letter.formal:
        fields.name("second_reader", "Read by a second person", tuple(wiring.office().staff))


def record_sent(fields: DraftFields, letter: Letter, contact: UUID) -> None:
    """Draw the button by which the acts of a letter are recorded, each once however often it is pressed."""
    if not st.button("It is sent: record it", key="letters.record", type="primary", disabled=not letter.acts):
        return
    desk = wiring.desk()
    try:
        if letter.letter.formal:
            check_permitted(desk.actor, Deed.SIGN_FORMALLY)
        for act in letter.acts:
            held = desk.contact(contact)
            if all(each.event.id != act.id for each in held.history):
                desk.record(contact, act, expecting=held.version)
    except PolicyError as error:
        say_refusal(error)
    else:
        fields.done()
        number = desk.register.card(contact)
        st.switch_page("views/contact.py", query_params={"number": str(number.number if number else "")})


def _at_hand(fields: DraftFields, held: Held | None) -> None:
    """An answer at hand, put into the text when it is asked for."""
    contact = held.contact if held else None
    chosen = st.selectbox(
        "Begin with an answer at hand",
        list(answers := answers_at_hand(contact)),
        index=None,
        format_func=lambda route: answers[route],
        placeholder="None",
        key="letters.at_hand",
        persist_state="session",
    )
    if chosen:
        st.caption(plain(guide_line(chosen, wiring.as_of_on())))
        st.button(
            "Put it into the answer",
            key="letters.take_answer",
            on_click=lambda: fields.put("fact.answer", answer_at_hand(chosen)),
        )
