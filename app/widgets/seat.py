"""A learner's seat: joining, what comes next, waiting for the others, the marks, and how it all went."""

import streamlit as st

from app.classroom import Place, Stage, fresh_token
from app.tables.classroom import refusal
from app.tables.training import done_so_far, score
from app.tables.words import plain
from app.training_wiring import classroom
from app.widgets.practise import by_clause, exercise_form, marks, progress
from joic_policy.errors import InvalidError
from joic_policy.training import Answers, Turn, review

__all__ = ["join_form", "place_now", "seat"]

_SEAT, _CODE, _TOKEN = "seat", "code", "join.token"
_EVERY = "1.5s"


def place_now() -> Place | None:
    """Where the learner is whose address this is; right after joining the browser may not have it yet."""
    token = st.query_params.get(_SEAT) or st.session_state.get(_TOKEN)
    place = classroom().place(token) if token else None
    if place and _SEAT not in st.query_params:
        st.query_params.from_dict({_SEAT: place.seat.token})
    return place


def join_form() -> None:
    """Draw what it takes to come in. Nothing but initials is asked."""
    if _SEAT in st.query_params:
        st.warning("That session is no longer kept. Join again with the code of this one.", icon=None)
    with st.form("join", border=False, width=420):
        code = st.text_input("Join code", st.query_params.get(_CODE, ""), key="join.code")
        initials = st.text_input("Your initials", key="join.initials", max_chars=6)
        st.caption("The trainer shows the code. Only the trainer sees your initials.")
        joined = st.form_submit_button("Join", key="join.join", type="primary")
    if joined:
        _join(code, initials)


def seat(place: Place) -> None:
    """Draw what a learner has before them."""
    turn = place.turn
    if place.last:
        marks(place.last.marking)
        st.button(
            "Next exercise" if turn else "See how it went",
            key=f"join.on.{place.seat.answered}",
            type="primary",
            shortcut="Ctrl+Enter",
            on_click=_on,
            args=[place],
        )
    elif turn:
        progress(place.seat.practice)
        answers = exercise_form(turn, f"join.{place.seat.token}.{place.seat.answered}")
        if answers is not None:
            _commit(place, turn, answers)
    elif place.is_over:
        _summary(place)
    else:
        _wait(place)


def _join(code: str, initials: str) -> None:
    token = st.session_state.setdefault(_TOKEN, fresh_token())
    typed = "".join(code.split()).replace("-", "").upper()
    try:
        classroom().join(code=typed, initials=initials, token=token)
    except InvalidError as error:
        st.error(plain(refusal(error)), icon=None)
        return
    st.query_params.from_dict({_SEAT: token})
    st.rerun()


def _on(place: Place) -> None:
    classroom().leave_behind(place.seat.token, place.seat.answered - 1)


def _commit(place: Place, turn: Turn, answers: Answers) -> None:
    try:
        now = classroom().commit(place.seat.token, place.seat.answered, answers)
    except InvalidError as error:
        st.error(plain(refusal(error)), icon=None)
        return
    kept = now.seat.practice.committed[place.seat.answered]
    if dict(kept.answers) != dict(answers) or kept.exercise_id != turn.exercise.id:
        st.toast("You had answered this in another window: what you answered first counts.")
    st.rerun()


def _leave() -> None:
    st.query_params.clear()
    st.session_state.pop(_TOKEN, None)


@st.fragment(run_every=_EVERY)
def _wait(place: Place) -> None:
    now = classroom().place(place.seat.token)
    if now != place:
        st.rerun()
    if place.session.stage is Stage.JOINING:
        st.header(f"You are in, {plain(place.seat.initials)}", anchor=False)
        st.write("The first exercise comes when the trainer begins. Leave this page open.")
        return
    done, learners = classroom().answered(place.session.id)
    st.header("Your answers are in", anchor=False)
    st.write(f"The marks come once all have answered: {done} of {learners} have.")
    st.progress(done / learners)


def _summary(place: Place) -> None:
    practice = place.seat.practice
    st.header("That was the last one" if practice.next is None else "The trainer has ended it", anchor=False)
    if practice.next is not None:
        st.write("What you had not yet committed to is not counted.")
    st.write(f"{done_so_far(practice)} {score(practice)}")
    if practice.committed:
        st.subheader("By clause", anchor=False)
        by_clause(review([practice]))
    st.button("Join another session", key="join.another", on_click=_leave)
