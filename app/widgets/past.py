"""Sessions that are prepared or over: to open, to look back on, to take along and to drop."""

from enum import StrEnum, unique

import streamlit as st

from app.classroom import Seat, Session, Stage
from app.documents.training_review import review_csv, review_page
from app.tables.classroom import day, group_words, learner_rows, refusal, session_words
from app.tables.words import plain
from app.training_wiring import KEPT_DAYS, classroom, join_code
from app.widgets.classroom import learners
from app.widgets.practise import by_clause
from joic_policy.errors import InvalidError
from joic_policy.training import review

__all__ = ["Part", "let_join", "look_back", "part", "past", "prepared"]

_PAST, _PART = "train.past", "train.part"


@unique
class Part(StrEnum):
    """The parts of a trainer's page while no session is open."""

    NEW = "A new session"
    PREPARED = "Prepared"
    PAST = "Looking back"


def part(sessions: tuple[Session, ...]) -> Part:
    """Draw the parts to choose from, and how many sessions are in each; the one that is chosen."""
    stages = {Part.PREPARED: Stage.PREPARED, Part.PAST: Stage.ENDED}
    counts = {each: sum(held.stage is stage for held in sessions) for each, stage in stages.items()}
    chosen = st.radio(
        "What to do",
        list(Part),
        horizontal=True,
        format_func=lambda each: f"{each} ({counts[each]})" if counts.get(each) else str(each),
        key=_PART,
        persist_state="session",
        label_visibility="collapsed",
    )
    return Part(chosen or Part.NEW)


def look_back(session: Session) -> None:
    """Have the review of a session drawn next."""
    st.session_state[_PART], st.session_state[_PAST] = Part.PAST, session.id


def prepared(sessions: tuple[Session, ...], *, can_open: bool) -> None:
    """Draw what was prepared for later."""
    found = [each for each in sessions if each.stage is Stage.PREPARED]
    if not found:
        st.write("Nothing is prepared yet.")
    for session in found:
        with st.container(border=True):
            st.write(f"**{plain(session.title)}**")
            st.caption(plain(session_words(session)))
            with st.container(horizontal=True):
                if can_open:
                    st.button(
                        "Let learners join", key=f"train.open.{session.id}", on_click=let_join, args=[session]
                    )
                _drop(session)


def let_join(session: Session) -> None:
    """Open a session with the code of this process."""
    try:
        classroom().open(session.id, code=join_code())
    except InvalidError as error:
        st.toast(plain(refusal(error)))


def past(sessions: tuple[Session, ...]) -> None:
    """Draw the review of a session that is over."""
    found = {each.id: each for each in sessions if each.stage is Stage.ENDED}
    if st.session_state.get(_PAST) not in found:
        st.session_state.pop(_PAST, None)
    chosen = st.selectbox(
        "Session that is over",
        list(found),
        index=None,
        format_func=lambda each: f"{found[each].title} ({day(found[each])})",
        placeholder="Choose one" if found else "None yet",
        key=_PAST,
        persist_state="session",
        help=f"Sessions are dropped {KEPT_DAYS} days after they were prepared.",
    )
    if chosen:
        _review(found[chosen], classroom().seats(chosen))


def _review(session: Session, seats: tuple[Seat, ...]) -> None:
    whole = review(seat.practice for seat in seats)
    rows = learner_rows(session, seats)
    told = f"{group_words(whole)}."
    st.write(plain(told))
    page = review_page(
        whole,
        title=f"{session.title}: what the group missed",
        told=f"{day(session)}. {told}",
        learners=((row.initials, str(row.done), row.marks) for row in rows),
    )
    with st.container(horizontal=True):
        st.download_button(
            "Table (CSV)", review_csv(whole), "review.csv", "text/csv", key="train.csv", on_click="ignore"
        )
        st.download_button(
            "Page to print", page, "review.html", "text/html", key="train.page", on_click="ignore"
        )
        _drop(session)
    by_clause(whole)
    learners(rows, with_marks=True)


def _drop(session: Session) -> None:
    with st.popover("Drop it"):
        st.write("It cannot be had back.")
        st.button(
            "Drop it for good", key=f"train.drop.{session.id}", on_click=classroom().drop, args=[session.id]
        )
