"""What if: facts on one side, dates on the other."""

import streamlit as st

from app import wiring
from app.forms.deadlines import WhatIf, what_if
from app.forms.links import Shown
from app.tables.deadlines import groups
from app.tables.scenarios import moved
from app.widgets.answers import closer, notices, save
from app.widgets.dates import dates, look, moves
from app.widgets.fields import Fields
from app.widgets.link import opened_link, tell_left_out
from app.widgets.what_if import what_if_fields

at = wiring.as_of()


def answered(fields: Fields) -> tuple[Fields, WhatIf]:
    """The fields of one scenario, drawn, and what follows from them."""
    what_if_fields(fields, wiring.policy(), wiring.today())
    answer = what_if(fields.raw, policy=wiring.policy(), calendar=wiring.calendar(), at=at)
    fields.tell(answer.findings)
    return fields, answer


st.title("Deadlines", anchor=False)
look()
link, top = opened_link(), st.container()
left, right = st.columns([2, 3], gap="medium")
with left:
    comparing = st.toggle(
        "Compare with a second scenario", key="compare", bind="query-params", persist_state="session"
    )
    if comparing:
        one, other = st.tabs(["First", "Second"], default="Second")
        with one:
            told = {"First": answered(Fields())}
        with other:
            st.caption("It follows the first scenario in all that you do not change here.")
            told["Second"] = answered(Fields(".second", like=told["First"][0].raw))
    else:
        told = {"": answered(Fields())}
compare = Shown(label="Compare", held=("true" if comparing else "false",), expected="true or false, once")
tell_left_out(top, link, (fields for fields, _ in told.values()), {"compare": compare})
with right:
    notices(told, at)
    answers = [answer for _, answer in told.values()]
    if comparing:
        moves(moved(answers[0].deadlines, answers[1].deadlines, at))
        st.caption("From here on, the second scenario alone.")
    dates(groups(answers[-1].deadlines, at))
    save(answers[-1], at)
    closer(answers[-1], at)
