"""What to know of a contact before one speaks to the customer or sends them anything."""

import streamlit as st

from app import wiring
from app.forms.callers import sought_of
from app.forms.guidance import outstanding
from app.tables.caller import Known, caller_card, known_by
from app.tables.words import plain
from app.widgets.act import Sight
from app.widgets.advice import advice
from app.widgets.caller import drawn_caller
from joic_policy.register import Card

__all__ = ["before"]


def before(sight: Sight, card: Card) -> None:
    """Draw the flags of this contact, what we have to see to, and folded what else is known of the customer.

    Where another contact gives reason for care, it is not folded.
    """
    at, contact = wiring.as_of(), sight.held.contact
    own = Known(card=card, same=(), telling=True, held=sight.held)
    for flag in caller_card([own], at).flags:
        st.error(f"**Take care.** {plain(flag.reason)}\n\n{plain(flag.rest)}", icon=None)
    advice(outstanding(contact))
    known = known_by(sight.desk, sought_of(contact.customer, card.file), but=sight.id)
    if not known:
        return
    found = caller_card(known, at)
    many = "1 other contact" if len(known) == 1 else f"{len(known)} other contacts"
    owed = f", {len(found.owed)} still open" if found.owed else ""
    label = f"Before you speak or send: {many}{owed}"
    with st.expander(label, expanded=bool(found.flags or found.heed), key=f"contact.before.{sight.number}"):
        drawn_caller(found)
