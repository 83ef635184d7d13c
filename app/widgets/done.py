"""What was done just now: said once, when the page is drawn again."""

import streamlit as st

from app.tables.words import plain

__all__ = ["note_done", "say_done"]


def note_done(of: str, words: str) -> None:
    """Note what was done, to be said by `say_done` of the same; asked for before the page is drawn again."""
    st.session_state[f"{of}.done"] = words


def say_done(of: str) -> None:
    """Say what was done, once."""
    words = st.session_state.pop(f"{of}.done", None)
    if words:
        st.success(plain(words), icon=None)
