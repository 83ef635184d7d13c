"""What the policy has to say of an act, beside its form."""

import streamlit as st

from app.forms.guidance import Guidance
from app.tables.words import plain
from app.widgets.advice import advice
from joic_policy.handling import Steps

__all__ = ["guided"]


def guided(found: Guidance) -> None:
    """Draw the steps, the words to speak, and what is missing so far."""
    if found.steps != Steps():
        with st.container(border=True):
            _steps(found.steps)
    advice(found.advice)


def _steps(steps: Steps) -> None:
    if steps.ask:
        st.markdown(f"**{plain(steps.ask)}**")
    st.markdown("\n".join(f"{place}. {plain(text)}" for place, text in enumerate(steps.do, 1)))
    for text in steps.say:
        st.markdown(f"> {plain(text)}")
    st.caption(plain(", ".join(steps.clause_ids)))
