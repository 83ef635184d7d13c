"""Who is working: said once, remembered by the browser, proved by nothing, and said so."""

from urllib.parse import quote, unquote

import streamlit as st

from app import wiring
from app.widgets.markup import element

__all__ = ["who"]

_COOKIE = "joic_who"


def who() -> None:
    """Draw the field for one's name, and what follows from its being only said.

    Raises:
        RegisterError: The staff list cannot be read.
    """
    names = sorted(wiring.office().staff)
    if wiring.WHO_KEY not in st.session_state:
        remembered = unquote(st.context.cookies.get(_COOKIE, ""))
        st.session_state[wiring.WHO_KEY] = remembered if not names or remembered in names else None
    elif names and st.session_state[wiring.WHO_KEY] not in names:
        st.session_state[wiring.WHO_KEY] = None  # else the first on the list would be at work
    if names:
        st.selectbox(
            "Who is working", names, placeholder="Your name", key=wiring.WHO_KEY, persist_state="session"
        )
    else:
        st.text_input("Who is working", placeholder="Your name", key=wiring.WHO_KEY, persist_state="session")
    st.caption("Names are not proved here: whoever sits at this machine can give any.")
    name = str(st.session_state[wiring.WHO_KEY] or "")
    st.html(element("div", **{"data-who": quote(name), "id": "joic-who"}))
    st.html(
        '<script src="/who.js"></script>', unsafe_allow_javascript=True
    )  # our own file, and nothing typed
