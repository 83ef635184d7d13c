"""Letters: choose, fill from the contact, see the page as it will look with what is to be mended, take it."""

import streamlit as st

from app import wiring
from app.forms.letters import letter
from app.widgets.advice import advice
from app.widgets.drafts import DraftFields
from app.widgets.letter import confirmations, letter_fields, record_sent, sender_fields
from app.widgets.page import page, paper
from app.widgets.taken import taken_along
from app.widgets.whose import whose

st.title("Letters", anchor=False)
paper()
left, right = st.columns([2, 3], gap="large")
with left:
    held = whose()
contact = held.contact if held else None
fields = DraftFields("letters", contact=contact.opening.id if contact else None)
with left:
    letter_fields(fields, held)
    sender_fields(fields)
owed = wiring.desk().deadlines(contact) if contact else ()
written = letter(fields.raw, contact, owed, draft_id=fields.id, at=wiring.now())
fields.tell(written.findings)
with right:
    page(written.letter)
with left:
    st.subheader("Before it is sent", anchor=False)
    confirmations(fields, written)
written = letter(fields.raw, contact, owed, draft_id=fields.id, at=wiring.now())  # as confirmed
with right:
    st.subheader("To be mended", anchor=False)
    advice(written.advice, "Nothing.")
    taken_along(written.letter, contact.customer.email if contact else "")
with left:
    if contact:
        record_sent(fields, written, contact.opening.id)
fields.keep()
