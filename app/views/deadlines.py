"""What if: facts on one side, dates on the other."""

import streamlit as st

from app import wiring
from app.forms.deadlines import WhatIf, what_if
from app.tables.deadlines import groups
from app.tables.scenarios import moved
from app.widgets.answers import closer, notices, save
from app.widgets.dates import dates, look, moves
from app.widgets.fields import Fields
from app.widgets.what_if import what_if_fields

_SECOND = ".second"
at = wiring.as_of()


def scenario(suffix: str = "") -> tuple[Fields, WhatIf]:
    """The fields of one scenario, and what follows from them."""
    fields = what_if_fields(wiring.policy(), wiring.as_of_on(), suffix)
    answer = what_if(fields.raw, policy=wiring.policy(), calendar=wiring.calendar(), at=at)
    fields.tell(answer.findings)
    return fields, answer


def compare() -> None:
    """Begin the second scenario as a copy of the first."""
    st.session_state["first"].begin_copy(_SECOND)


st.title("Deadlines", anchor=False)
look()
left, right = st.columns([2, 3], gap="medium")
with left:
    comparing = st.toggle(
        "Compare with a second scenario",
        key="compare",
        on_change=compare,
        bind="query-params",
        persist_state="session",
    )
    if comparing:
        first_tab, second_tab = st.tabs(["First", "Second"])
        with second_tab:
            second_fields, second = scenario(_SECOND)
        with first_tab:
            fields, first = scenario()
    else:
        fields, first = scenario()
st.session_state["first"] = fields
with right:
    notices(fields, first, at)
    if comparing:
        notices(second_fields, second, at)
        st.subheader("What moved", anchor=False)
        moves(moved(first.deadlines, second.deadlines, at))
    shown = second if comparing else first
    dates(groups(shown.deadlines, at))
    save(shown, at)
    closer(shown, at)
