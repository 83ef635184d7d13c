"""The frame around every page: whose policy it is, the way between pages, who works, and the as-of day."""

from pathlib import Path

import streamlit as st

from app import wiring
from app.widgets.classroom import reached
from app.widgets.refusals import refusals_said
from app.widgets.who import who

_TODAY_KEY = "frame.today"


def _back_to_today() -> None:
    st.session_state[wiring.AS_OF_KEY] = wiring.today()


def _as_of() -> None:
    today = wiring.today()
    if st.session_state.get(wiring.AS_OF_KEY) in {None, st.session_state.get(_TODAY_KEY)}:
        _back_to_today()  # also past midnight, in a window left open
    st.session_state[_TODAY_KEY] = today
    st.date_input(
        "As of",
        key=wiring.AS_OF_KEY,
        persist_state="session",
        min_value=wiring.calendar().first,
        max_value=wiring.calendar().last,
        format="DD/MM/YYYY",
        help="Dates and statuses are shown as they stand on this day, in Jersey.",
    )
    if wiring.as_of_on() != today:
        st.warning("Another day than today.", icon=None)
        st.button("Back to today", key="frame.back_to_today", on_click=_back_to_today)


st.set_page_config(page_icon=Path(__file__).with_name("favicon.svg"), layout="wide")
page = st.navigation(
    [
        st.Page("views/today.py", title="Today", default=True),
        st.Page("views/call.py", title="Call"),
        st.Page("views/log.py", title="Log a contact"),
        st.Page("views/triage.py", title="Triage"),
        st.Page("views/find.py", title="Find"),
        st.Page("views/exchange.py", title="In and out"),
        st.Page("views/letters.py", title="Letters"),
        st.Page("views/contact.py", title="Contact", visibility="hidden"),
        st.Page("views/deadlines.py", title="Deadlines"),
        st.Page("views/holidays.py", title="Holidays"),
        st.Page("views/staff.py", title="Staff"),
        st.Page("views/practise.py", title="Practise"),
        st.Page("views/train.py", title="Train others"),
        st.Page("views/policy.py", title="Policy"),
    ],
    expanded=True,
)
with st.sidebar:
    st.html(Path(__file__).with_name("frame.css"))
    st.caption(f"{wiring.policy().office.name}: customer contact policy")
    _as_of()
    with refusals_said("Dates are counted without the holidays that were proclaimed in it."):
        who()
with refusals_said("What you typed stays here: try again when it can be reached."), reached():
    page.run()
