"""An open session as its trainer sees it: who is where, what was missed so far, and how it goes on."""

from urllib.parse import urlsplit
from uuid import UUID

import streamlit as st

from app.classroom import Pace, Seat, Session, Stage
from app.tables.classroom import group_words, learner_rows, missed_tasks, session_words, where_it_is
from app.tables.words import plain
from app.training_wiring import classroom
from app.widgets.classroom import joining, learners, to_read
from app.widgets.past import look_back
from app.widgets.practise import by_clause, marks
from joic_policy.training import Review, exercise, marking, review, right_answers

__all__ = ["open_session"]

_EVERY = "2s"


def open_session(session: Session) -> None:
    """Draw it, kept up to date, and what the trainer can do."""
    st.header(plain(session.title), anchor=False)
    st.caption(plain(session_words(session)))
    joining(_address(), session.code)
    _live(session)
    with st.container(horizontal=True):
        with st.popover("End the session"):
            st.write("Nothing more can be answered then, and every learner sees what they have.")
            st.button("End it for everybody", key="train.end", type="primary", on_click=_end, args=[session])
        with st.popover("Somebody lost their page"):
            _way_back(session)


@st.fragment(run_every=_EVERY)
def _live(session: Session) -> None:
    held = classroom().open_session
    if held is None or (held.id, held.stage) != (session.id, session.stage):
        st.rerun()
    seats = classroom().seats(session.id)
    whole = review(seat.practice for seat in seats)
    _next_step(held, seats, whole)
    if seats:
        shown = st.toggle("Show marks", key="train.marks")  # the screen may be on the wall
        learners(learner_rows(held, seats), with_marks=shown)
    if held.pace is Pace.TOGETHER:
        _revealed(held, whole)
    elif any(seat.answered for seat in seats):
        with st.expander("What was missed so far", key="train.so_far"):
            by_clause(whole)


def _next_step(held: Session, seats: tuple[Seat, ...], whole: Review) -> None:
    """Draw how many are in it, and the button that takes a group on that goes together."""
    if held.stage is Stage.JOINING:
        st.write(f"{len(seats)} joined so far." if seats else "Nobody has joined yet.")
        st.button(
            "Begin",
            key="train.begin",
            type="primary",
            disabled=not seats,
            on_click=_begin,
            args=[held.id],
        )
    elif held.pace is Pace.OWN:
        st.write(f"{group_words(whole)}." if seats else "Nobody has joined yet.")
    elif held.revealed < len(held.plan):
        done = sum(seat.at > held.revealed for seat in seats)
        shown = exercise(held.plan[held.revealed])
        st.subheader(plain(f"{where_it_is(held)}: {shown.title}"), anchor=False)
        st.write(f"{done} of {len(seats)} have answered.")
        with st.expander("The exercise", key=f"train.exercise.{held.revealed}"):
            to_read(shown)
        st.button(
            "Reveal without the rest",
            key=f"train.reveal.{held.revealed}",
            on_click=_reveal,
            args=[held.id, held.revealed],
        )
    else:
        st.subheader("All exercises have been revealed", anchor=False)


def _revealed(held: Session, whole: Review) -> None:
    """Draw what the group made of the exercise before, to talk about."""
    if not held.revealed:
        return
    before = exercise(held.plan[held.revealed - 1])
    st.subheader(plain(f"To talk about: {before.title}"), anchor=False)
    missed = missed_tasks(whole, before.id)
    st.write("\n".join(f"- {plain(line)}" for line in missed) or "Nobody missed anything.")
    with st.expander("What is right, and why", key=f"train.right.{held.revealed}"):
        st.caption("As it is marked for somebody who has everything right.")
        marks(marking(before, right_answers(before)))


def _way_back(session: Session) -> None:
    seats = {seat.initials: seat for seat in classroom().seats(session.id)}
    st.write("Each learner has an address of their own. Open it for them in any browser.")
    who = st.selectbox("Whose", list(seats), index=None, placeholder="Initials", key="train.whose")
    if who:
        st.code(f"{_address()}/?seat={seats[who].token}", language=None)


def _begin(session_id: UUID) -> None:
    classroom().begin(session_id)


def _reveal(session_id: UUID, step: int) -> None:
    classroom().reveal(session_id, step)


def _end(session: Session) -> None:
    classroom().end(session.id)
    look_back(session)


def _address() -> str:
    """Where this application is, as the trainer's own browser has it."""
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}"
