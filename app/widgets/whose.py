"""The contact that a letter is about: by its number, in the address or as typed."""

import streamlit as st

from app import wiring
from app.forms.numbers import contact_number
from app.tables.words import plain
from joic_policy.register import Held

__all__ = ["whose"]

_IN_ADDRESS = "number"


def whose() -> Held | None:
    """Draw the field for a contact's number, and give the contact that has it.

    Raises:
        RegisterError: The register cannot be read.
        NotPermittedError: The actor may not see contacts.
    """
    typed = st.text_input(
        "Contact number",
        st.query_params.get(_IN_ADDRESS, ""),
        placeholder="None",
        key="letters.number",
        help="The number that the register gave the contact.",
    )
    given = (typed or "").strip()
    desk, number = wiring.desk(), contact_number(given)
    card = desk.register.numbered(number) if number else None
    if card is None:
        st.query_params.pop(_IN_ADDRESS, None)  # whatever else was typed, a name perhaps, goes nowhere
        if given:
            st.error(f"There is no contact with the number {plain(given)}.", icon=None)
        return None
    st.query_params[_IN_ADDRESS] = str(card.number)
    held = desk.contact(card.contact)
    st.caption(f"{plain(held.contact.customer.name or 'No name')} · {plain(held.contact.opening.subject)}")
    return held
