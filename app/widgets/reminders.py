"""What stands above the queue: the way to any contact, what was left unfinished, what nobody sees to."""

from datetime import datetime
from itertools import islice

import streamlit as st

from app import wiring
from app.widgets.queue import drawn
from joic_policy.register import ContactDesk

__all__ = ["away", "first_contact", "search", "unfinished"]

_AWAY_SHOWN = 20


def search() -> None:
    """Draw a way to any contact; what is typed is looked for on its own page."""
    with st.form("today.search", border=False):
        field, button = st.columns([5, 1], vertical_alignment="bottom")
        typed = field.text_input(
            "Find a contact", placeholder="Name, number, organisation or words", key="today.words"
        )
        if button.form_submit_button("Find", width="stretch"):
            st.session_state["find.words"] = typed
            st.switch_page("views/find.py")


def unfinished(desk: ContactDesk) -> None:
    """Say what this person began to log and did not save."""
    name = desk.actor.name
    drafts = wiring.register().drafts.by(name, "log") if name else ()
    if drafts:
        many = "a contact" if len(drafts) == 1 else f"{len(drafts)} contacts"
        st.page_link("views/log.py", label=f"You began to log {many} and did not save: go on")


def away(desk: ContactDesk, at: datetime) -> None:
    """Draw what falls due for somebody who is away then."""
    found = tuple(islice(desk.falling_due_while_away(at), _AWAY_SHOWN + 1))
    if not found:
        return
    many = str(len(found)) if len(found) <= _AWAY_SHOWN else f"more than {_AWAY_SHOWN}"
    with st.expander(f"**Falls due while its owner is away: {many}**", key="today.away"):
        st.caption("Pass these on, or settle who answers: open the contact.")
        drawn(desk, found[:_AWAY_SHOWN], at, of="away")


def first_contact() -> None:
    """Draw where to begin: nothing was ever recorded."""
    st.subheader("Nothing is recorded yet", anchor=False)
    st.write(
        "Here you will see what the Office owes, soonest first: whom to acknowledge, whom to answer, "
        "whom to call back, and by when."
    )
    st.page_link("views/log.py", label="Log the first contact")
    st.page_link("views/triage.py", label="Triage a call or a letter")
    st.page_link("views/staff.py", label="Say who works here")
