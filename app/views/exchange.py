"""In and out: emails and calls to record, and the register as tables and calendars."""

import streamlit as st

from app import wiring
from app.widgets.call_log import call_log
from app.widgets.messages_in import messages_in
from app.widgets.permitted import permitted
from app.widgets.tables_in import contacts_in
from app.widgets.taken_out import calendar_out, register_out
from joic_policy import Received

_PARTS = {
    "Emails in": messages_in,
    "Call log in": call_log,
    "Contacts in": contacts_in,
    "Register out": register_out,
    "Calendar out": calendar_out,
}
_TO_RECORD = (messages_in, call_log)

st.title("In and out", anchor=False)
part = st.radio(
    "What comes in or goes out", list(_PARTS), horizontal=True, key="exchange.part", persist_state="session"
)
if _PARTS[part] not in _TO_RECORD or permitted(wiring.actor(), Received.__name__):
    _PARTS[part]()
