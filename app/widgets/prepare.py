"""What a session is to practise: scenarios picked from the list, drills of a seed, and how the group goes."""

from typing import Any
from uuid import uuid4

import streamlit as st

from app.classroom import Session
from app.tables.classroom import PACES, exercise_label, refusal
from app.tables.training import SUBJECTS, found
from app.tables.words import plain
from app.training_wiring import classroom
from app.widgets.classroom import to_read
from joic_policy.errors import InvalidError
from joic_policy.training import LEVELS, exercise

__all__ = ["prepare_form"]

_ID, _FORM = "train.id", "train.form"
_MOST_DRILLS = 50


def prepare_form(*buttons: str) -> tuple[Session, str] | None:
    """Draw the fields; the session once a button is clicked and it can be, with the button's words."""
    st.session_state.setdefault(_ID, uuid4())
    st.session_state.setdefault(_FORM, 1)
    wish = {
        "title": st.text_input(
            "What to call it", placeholder="Left empty: the day", key=_key("title"), persist_state="session"
        ),
        "pace": st.radio(
            "How the group goes",
            list(PACES),
            format_func=PACES.get,
            key=_key("pace"),
            persist_state="session",
        ),
        "plan": _scenarios(),
        **_drills(),
    }
    with st.container(horizontal=True):
        clicked = [
            label
            for place, label in enumerate(buttons)
            if st.button(label, key=f"train.prepare.{place}", type="secondary" if place else "primary")
        ]
    prepared = _prepared(wish) if clicked else None
    return (prepared, clicked[0]) if prepared else None


def _scenarios() -> tuple[str, ...]:
    level, subject = st.columns([1, 2])
    of_level = level.selectbox(
        "Level", range(LEVELS[0], LEVELS[1] + 1), index=None, placeholder="any", key=_key("level")
    )
    about = subject.selectbox("About", list(SUBJECTS), index=None, placeholder="anything", key=_key("about"))
    chosen = st.session_state.get(_key("scenarios")) or []
    of_these = list(found(of_level, about, None))
    picked = st.multiselect(
        "Written scenarios",
        [*of_these, *(each for each in chosen if each not in of_these)],
        format_func=lambda each: exercise_label(exercise(each)),
        placeholder=f"{len(of_these)} to choose from",
        key=_key("scenarios"),
        persist_state="session",
    )
    if (of_level or about) and not set(of_these) <= set(picked):
        st.button(f"Take all {len(of_these)} of these", key=_key("all"), on_click=_take, args=[of_these])
    if picked:
        with st.expander("Read what was chosen", key=_key("chosen")):
            for each in map(exercise, picked):
                st.markdown(f"**{plain(each.title)}**")
                to_read(each)
    return tuple(picked)


def _take(these: list[str]) -> None:
    chosen = st.session_state[_key("scenarios")]
    st.session_state[_key("scenarios")] = [*chosen, *(each for each in these if each not in chosen)]


def _drills() -> dict[str, Any]:
    seed, number = st.columns(2)
    given = seed.text_input(
        "Seed for drills",
        placeholder="none",
        key=_key("seed"),
        persist_state="session",
        help="Any short word. It makes the same drills each time; they come after the scenarios.",
    )
    drills = number.number_input(
        "How many drills", 1, _MOST_DRILLS, 5, key=_key("drills"), persist_state="session", disabled=not given
    )
    return {"seed": given.strip(), "drills": drills if given.strip() else None}


def _prepared(wish: dict[str, Any]) -> Session | None:
    try:
        prepared = classroom().prepare(session_id=st.session_state[_ID], **wish)
    except InvalidError as error:
        st.error(plain(refusal(error)), icon=None)
        return None
    del st.session_state[_ID]
    st.session_state[_FORM] += 1  # the next session has fields of its own, empty ones
    return prepared


def _key(name: str) -> str:
    return f"train.{name}.{st.session_state[_FORM]}"
