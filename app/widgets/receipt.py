"""When and how a message reached us, and the dates that follow for everything it asks."""

from datetime import date

import streamlit as st

from app.forms.clocks import DAYS
from app.forms.findings import Findings
from app.forms.triage import Message, contact_of
from app.tables.deadlines import groups
from app.tables.triage import what_if_link
from app.tables.words import plain
from app.widgets.dates import dates
from app.widgets.message import message, received_key
from app.widgets.question import ask
from app.wiring import as_of, as_of_on, calendar, policy
from joic_policy import Deadline, deadlines
from joic_policy.triage import questions

__all__ = ["dates_that_follow", "received_on"]


def received_on() -> date:
    """The day of receipt, as typed; the as-of day where it is not."""
    on: date | None = st.session_state.get(received_key())
    return on or as_of_on()


def dates_that_follow(current: Message) -> tuple[Deadline, ...]:
    """Draw the dates of every matter of a message, once it is known how it reached us."""
    st.subheader("Dates that follow", anchor=False)
    channel = message().in_hand.enquiry.channel
    if channel is None:
        asked = questions()["channel"]
        st.write(plain(asked.wording))
        with st.container(key="triage-channel"):
            ask(asked)
        return ()
    st.date_input(
        "Received on",
        as_of_on(),
        min_value=DAYS[0],
        max_value=DAYS[1],
        format="DD/MM/YYYY",
        key=received_key(),
        persist_state="session",
    )
    found = Findings(("received",))
    owed: tuple[Deadline, ...] = ()
    with found.about("received"):
        contact = contact_of(current, channel=channel, received_on=received_on(), today_on=as_of_on())
        owed = deadlines(contact, policy=policy(), calendar=calendar())
        if received_on() > as_of_on():
            st.warning("This lies after the as-of day: please look at the day and the year again.", icon=None)
        dates(groups(owed, as_of()))
        with st.container(key="triage-what-if"):
            st.page_link(
                "views/deadlines.py",
                label="What if? Play with these dates",
                query_params=what_if_link(contact, policy()),
            )
    for finding in found.found:
        st.error(plain(finding.message), icon=None)
    return owed
