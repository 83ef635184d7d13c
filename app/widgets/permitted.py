"""What somebody may not do is not drawn as if they might: it is said, with who may."""

import streamlit as st

from app.tables.permissions import refusal
from app.tables.words import plain
from joic_policy.register import Actor

__all__ = ["permitted"]


def permitted(actor: Actor, act: str) -> bool:
    """Whether the actor may do it; if not, it is said."""
    if actor.may(act):
        return True
    st.info(plain(refusal(actor, act)), icon=None)
    return False
