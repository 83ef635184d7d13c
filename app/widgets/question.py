"""A question, large, with its answers: each a button with a key of its own, so that one press is enough."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import assert_never

import streamlit as st

from app.forms.clocks import DAYS
from app.tables.triage import authority_labels, because_of, unlisted
from app.tables.words import plain
from app.widgets.dates import clause_badge
from app.widgets.markup import Html, element
from app.widgets.message import answer, answer_at, findings, key, message, take
from joic_policy import Policy
from joic_policy.triage import Kind, Question
from joic_policy.triage.facts import Sure
from joic_policy.units import day_in_jersey

__all__ = ["ask", "question"]

_MOST_KEYS = 9


def question(asked: Question, policy: Policy, *, again: bool = False) -> None:
    """Draw a question with why it is asked, how to put it, and its answers."""
    with st.container(key="triage-question"):
        st.header(plain(asked.wording), anchor=False)
        _around(asked, policy)
        for finding in findings():
            if finding.field == asked.fact:
                st.error(plain(finding.message), icon=None)
        with st.container(gap="xsmall"):
            ask(asked)
        if again:
            st.button("Keep the answer", key="triage.keep", on_click=lambda: take(message().changed(None)))


def ask(asked: Question) -> None:
    """Draw the answers to a question."""
    match asked.kind:
        case Kind.ONE:
            _options(asked)
        case Kind.SEVERAL:
            _several(asked)
        case Kind.DAY:
            _day(asked)
        case Kind.INSTANT:
            _instant(asked)
        case Kind.AUTHORITY:
            _authority(asked)
        case never:
            assert_never(never)


def _around(asked: Question, policy: Policy) -> None:
    say = [element("p", element("strong", "Say: "), asked.say, class_="say")] if asked.say else []
    badges = [clause_badge(clause_id, because_of(clause_id, policy)) for clause_id in asked.clause_ids]
    why = element("p", element("strong", "Why: "), asked.why, class_="why")
    st.html(element("div", *say, why, Html(" ".join(badges)), class_="around"))


def _options(asked: Question) -> None:
    """Not sure is always the last, and its key always 0."""
    known = getattr(message().in_hand.enquiry, asked.fact)
    for place, option in enumerate(asked.options, 1):
        unsure = option.value == Sure.NOT_SURE
        st.button(
            plain(option.label),
            key=f"triage.{asked.fact}.{option.value}",
            on_click=answer,
            args=(asked.fact, option.value),
            type="primary" if known == option.value else "secondary",
            shortcut="Alt+0" if unsure else f"Alt+{place}" if place <= _MOST_KEYS else None,
            width="stretch",
        )


def _several(asked: Question) -> None:
    known = getattr(message().in_hand.enquiry, asked.fact) or ()
    boxes = {option.value: key(asked.fact, option.value) for option in asked.options}
    ticked = [
        st.checkbox(
            plain(option.label), option.value in known, key=boxes[option.value], persist_state="session"
        )
        for option in asked.options
    ]
    label = "Continue" if any(ticked) else "None of these: continue"
    _continue(asked.fact, label, lambda: answer(asked.fact, _ticked(boxes)))


def _ticked(boxes: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(value for value, box in boxes.items() if st.session_state.get(box))


def _day(asked: Question) -> None:
    box = _date(asked)
    with st.container(horizontal=True):
        _continue(asked.fact, "Continue", lambda: answer(asked.fact, st.session_state.get(box)))
        _not_known(asked)


def _instant(asked: Question) -> None:
    day = _date(asked)
    clock = key(asked.fact, "time")
    st.text_input("Time, by the clock in Jersey", placeholder="14:30", key=clock, persist_state="session")
    with st.container(horizontal=True):
        _continue(
            asked.fact,
            "Continue",
            lambda: answer_at(asked.fact, st.session_state.get(day), st.session_state.get(clock) or ""),
        )
        _not_known(asked)


def _authority(asked: Question) -> None:
    labels = authority_labels()
    known = getattr(message().in_hand.enquiry, asked.fact)
    box = key(asked.fact, "body")
    st.selectbox(
        "Public body",
        list(labels),
        index=list(labels).index(known) if known else None,
        format_func=lambda body: labels[body],
        placeholder="Type some letters of its name",
        key=box,
        persist_state="session",
    )
    with st.container(horizontal=True):
        _continue(asked.fact, "Continue", lambda: answer(asked.fact, st.session_state.get(box)))
        _buttons(asked.fact, {body: name for body, name in labels.items() if body in unlisted()})


def _date(asked: Question) -> str:
    """Draw the field of a day; its key."""
    known = getattr(message().in_hand.enquiry, asked.fact)
    start = (
        day_in_jersey(known) if isinstance(known, datetime) else known if isinstance(known, date) else None
    )
    box = key(asked.fact, "day")
    st.date_input(
        "Day",
        start,
        min_value=DAYS[0],
        max_value=DAYS[1],
        format="DD/MM/YYYY",
        key=box,
        persist_state="session",
    )
    return box


def _continue(fact: str, label: str, then: Callable[[], None]) -> None:
    st.button(label, key=f"triage.{fact}.continue", type="primary", on_click=then, shortcut="Alt+Enter")


def _not_known(asked: Question) -> None:
    _buttons(asked.fact, {option.value: option.label for option in asked.options})


def _buttons(fact: str, labels: Mapping[str, str]) -> None:
    """Answers beside what is typed."""
    for value, label in labels.items():
        st.button(
            plain(label),
            key=f"triage.{fact}.{value}",
            on_click=answer,
            args=(fact, value),
            shortcut="Alt+0" if value == Sure.NOT_SURE else None,
        )
