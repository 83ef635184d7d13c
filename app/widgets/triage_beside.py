"""Triage beside a call in progress: the question in hand, or where it goes."""

import streamlit as st

from app import wiring
from app.forms.carried import Carried, carried
from app.widgets.message import message, take
from app.widgets.outcome import outcome, overlays
from app.widgets.question import question
from app.widgets.so_far import steps
from joic_policy import Channel
from joic_policy.triage import Overlay

__all__ = ["brought", "triage_beside"]


def brought() -> Carried | None:
    """What triage has found out of the call so far, as the form for logging takes it."""
    current = message()
    if current.in_hand.enquiry.channel is None:
        take(current.answered("channel", Channel.TELEPHONE))
    on = wiring.today()
    if all(one.triage(on, on).outcome is None for one in message().matters):
        return None
    return carried(message(), received_on=on, today_on=on, at=wiring.now())


def triage_beside() -> None:
    """Draw the question in hand, or the outcome with what to do and say."""
    current, policy, on = message(), wiring.policy(), wiring.today()
    triage = current.in_hand.triage(on, on)
    st.subheader("Triage", anchor=False)
    overlays(triage.overlays, policy, frozenset(Overlay))
    if triage.outcome:
        outcome(triage.outcome, policy, current.in_hand.departed(triage.outcome))
    if triage.question:
        question(triage.question, policy)
    steps()
    st.page_link("views/triage.py", label="The whole of it, on Triage")
