"""Triage: one screen for a call in progress, from the first question to the outcome and its dates."""

from pathlib import Path

import streamlit as st

from app import widgets, wiring
from app.widgets.copies import copies
from app.widgets.dates import look
from app.widgets.logged import log_it
from app.widgets.message import follow_address, message, write_address
from app.widgets.outcome import AT_RISK, another_route, outcome, overlays, rests_on, text_to_send
from app.widgets.question import question
from app.widgets.receipt import dates_that_follow, received_on
from app.widgets.so_far import any_time, matters, possible, so_far, steps, unread_link
from joic_policy import Deadline
from joic_policy.triage import Overlay, questions, route_title

policy, on = wiring.policy(), wiring.as_of_on()
st.title("Triage", anchor=False)
look()
st.html(Path(widgets.__file__).with_name("triage.css"))
st.html('<script src="/keys.js"></script>', unsafe_allow_javascript=True)  # our own file, and nothing typed
follow_address()
current = message()
triages = [one.triage(on, received_on()) for one in current.matters]
triage = current.in_hand.triage(on, received_on())
owed: tuple[Deadline, ...] = ()

main, beside = st.columns([5, 3], gap="large")
with main:
    unread_link()
    asking = current.changing or not triage.outcome
    overlays(triage.overlays, policy, AT_RISK if asking else frozenset(Overlay))
    if current.changing:
        question(questions()[current.changing], policy, again=True)
    elif triage.outcome:
        outcome(triage.outcome, policy, current.in_hand.departed(triage.outcome))
        if triage.question:
            question(triage.question, policy)
        owed = dates_that_follow(current)
        text_to_send(triage.outcome, current.in_hand.departed(triage.outcome))
        another_route(current.in_hand, triage.outcome)
        rests_on(triage.outcome, policy)
    elif triage.question:
        question(triage.question, policy)
    if asking:
        overlays(triage.overlays, policy, frozenset(Overlay) - AT_RISK)
with beside:
    if triage.trace:
        log_it()
    steps()
    matters([route_title(one.outcome.route) if one.outcome else "In triage" for one in triages], current)
    possible(triage)
    so_far(triage)
    any_time(current)
    st.text_area(
        "Notes",
        key=f"triage.{current.number}.notes",
        persist_state="session",
        help="Kept while this window is open. They change no route, and no link or summary holds them.",
    )
    copies(current, triages, owed, received_on())
write_address(received_on())
