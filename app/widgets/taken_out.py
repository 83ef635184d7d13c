"""What is taken out of the register: all of it as a table or as JSON, and what is owed as a calendar."""

from collections.abc import Callable

import streamlit as st

from app import wiring
from app.documents.calendar import queue_calendar
from app.documents.register_csv import contacts_csv
from app.documents.register_json import register_json
from app.tables.queue import duty_words
from app.widgets.permitted import permitted
from joic_policy.register import Deed, Wanted
from joic_policy.register.desk import every_line

__all__ = ["calendar_out", "register_out"]


def register_out() -> None:
    """Draw the table and the JSON of everything."""
    desk, at = wiring.desk(), wiring.as_of()
    if not permitted(desk.actor, Deed.EXPORT_REGISTER):
        return
    st.write(
        "These files hold everything that customers told us. Keep them as carefully as the register, "
        "and no longer than you need them."
    )
    _download(
        "Contacts as a table (CSV)", "contacts.csv", "text/csv", lambda: b"".join(contacts_csv(desk, at))
    )
    st.caption("One row a contact, with its dates as of the day chosen. Spreadsheets open it as it is.")
    _download(
        "Everything recorded (JSON)",
        "register.json",
        "application/json",
        lambda: b"".join(register_json(desk, at)),
    )
    st.caption(
        "Every event of every contact and of the Office. A contact that is closed to you is left out of the "
        "table; everything can only be taken out by somebody to whom none is closed."
    )


def calendar_out() -> None:
    """Draw the calendar of what is owed."""
    desk, at = wiring.desk(), wiring.as_of()
    if not permitted(desk.actor, Deed.SEE_CONTACTS):
        return
    whose = st.radio(
        "Whose", ["Mine", "Everybody's"], horizontal=True, key="exchange.whose", persist_state="session"
    )
    if whose == "Mine" and not desk.actor.name:
        st.info("Choose your name under Who is working.", icon=None)
        return
    wanted = Wanted(owners=frozenset({desk.actor.name})) if whose == "Mine" else Wanted()
    policy = wiring.policy()
    _download(
        "What is owed, as a calendar (.ics)",
        "owed.ics",
        "text/calendar",
        lambda: queue_calendar(
            every_line(desk.register, wanted, at=at), at, lambda duty: duty_words(duty, policy)
        ),
    )
    st.caption(
        "Dates only, each with the number of its contact and what is owed: no names. "
        "Brought into a calendar again, they move the earlier ones; what is done by then stays until deleted."
    )


def _download(label: str, file: str, mime: str, made: Callable[[], bytes]) -> None:
    """A file that is made when it is asked for."""
    st.download_button(label, made, file, mime, key=f"exchange.out.{file}", on_click="ignore")
