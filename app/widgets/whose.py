"""The contact that a page is about: by its number, in the address or as typed."""

import streamlit as st

from app import wiring
from app.tables.words import plain
from joic_policy.register import Held

__all__ = ["whose"]


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
        key="whose.number",
        help="The number that the register gave the contact.",
    )
    given = (typed or "").strip()
    if not given:
        st.query_params.pop(_IN_ADDRESS, None)
        return None
    st.query_params[_IN_ADDRESS] = given
    desk = wiring.desk()
    card = desk.register.numbered(int(given)) if given.isdecimal() and len(given) < _LONGEST else None
    if card is None:
        st.error(f"No contact has the number {plain(given)}.", icon=None)
        return None
    held = desk.contact(card.contact)
    st.caption(f"{plain(held.contact.customer.name or 'No name')} · {plain(held.contact.opening.subject)}")
    return held


_IN_ADDRESS = "number"
_LONGEST = 10
