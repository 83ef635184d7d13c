"""Practising alone: stories and drills, marked by the library. Nothing here is live."""

from typing import assert_never

import streamlit as st

from app.forms.practise import Sitting, Stage
from app.widgets import practising
from app.widgets.practise import by_clause, exercise_form, look, marks, progress
from joic_policy.training import Practice, review


def exercise(now: Sitting) -> None:
    """What is asked now, until the learner commits to answers."""
    turn = now.practice.next
    answers = exercise_form(turn, now.key) if turn else None
    if answers is not None:
        practising.commit(now, answers)
        st.rerun()


def marked(now: Sitting) -> None:
    """The marks for what was committed, and the way on."""
    marks(now.practice.committed[-1].marking)
    on = "Next exercise" if now.practice.next else "See what you missed, by clause"
    st.button(
        on, key="practise.next", type="primary", shortcut="Ctrl+Enter", on_click=practising.go_on, args=(now,)
    )


def summary(now: Sitting) -> None:
    """What was asked and missed, by clause, and what can be done next."""
    st.header("By clause", anchor=False)
    if now.practice.committed:
        by_clause(review([now.practice]))
    else:
        st.write("Nothing was committed to, so there is nothing to sum up.")
    with st.container(horizontal=True):
        if now.missed:
            again = Practice(plan=now.missed)
            st.button(
                "Practise what was missed",
                key="practise.missed",
                type="primary",
                on_click=practising.begin,
                args=(again,),
            )
        st.button("Choose another set", key="practise.another", on_click=practising.another)


st.title("Practise", anchor=False)
look()
st.info(
    "Training: nothing here is live. Nothing is recorded in the register, whatever you answer.", icon=None
)
practising.follow_address()
now = practising.sitting()
if now is None:
    practising.choose()
else:
    main, beside = st.columns([5, 2], gap="large")
    with main:
        match now.stage:
            case Stage.ASKED:
                exercise(now)
            case Stage.MARKED:
                marked(now)
            case Stage.ENDED:
                summary(now)
            case never:
                assert_never(never)
    with beside:
        st.subheader("So far", anchor=False)
        progress(now.practice)
        if now.stage is not Stage.ENDED:
            st.button("End here", key="practise.end", on_click=practising.end, args=(now,))
        st.caption(
            "Kept while this window is open. A reload, or the same address elsewhere, begins this set anew."
        )
practising.write_address()
