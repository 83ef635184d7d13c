"""Train others: prepare a session, let learners join, see how they do, go on together, and look back."""

import streamlit as st

from app.training_wiring import classroom, trainer_key
from app.widgets.classroom import live_nothing
from app.widgets.past import Part, let_join, part, past, prepared
from app.widgets.practise import look
from app.widgets.prepare import prepare_form
from app.widgets.progress import open_session
from app.widgets.trainer import how_to_start, is_trainer

_JOIN, _KEEP = "Let learners join", "Keep it for later"

st.title("Train others", anchor=False)
look()
live_nothing()
can_open = trainer_key() is not None
if can_open and not is_trainer():
    st.stop()
held = classroom().open_session if can_open else None
if held:
    open_session(held)
    st.stop()
if not can_open:
    how_to_start()
sessions = classroom().sessions()
match part(sessions):
    case Part.NEW:
        done = prepare_form(*([_JOIN] if can_open else []), _KEEP)
        if done and done[1] == _JOIN:
            let_join(done[0])
        elif done:
            st.toast(f"Kept: it is under {Part.PREPARED}.")
        if done:
            st.rerun()
    case Part.PREPARED:
        prepared(sessions, can_open=can_open)
    case Part.PAST:
        past(sessions)
