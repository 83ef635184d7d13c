"""What is known so far: answers to change, what they set aside, where it can still go, facts for any time."""

from collections.abc import Iterable

import streamlit as st

from app.forms.triage import ANY_TIME, Message
from app.tables.triage import AnswerRow, answer_rows
from app.tables.words import plain
from app.widgets.markup import element
from app.widgets.message import findings, message, start_again, steps_back, take, tell, undo, unread
from joic_policy.triage import Kind, Question, Route, Triage, questions, route_title

__all__ = ["any_time", "matters", "possible", "so_far", "steps", "unread_link"]

_FEW = 10


def unread_link() -> None:
    """Say what could not be read of a link; the rest of it holds."""
    wrong = (f"- **{plain(_asked(one.field))}** {plain(one.message)}" for one in unread())
    if unread():
        st.error(
            "\n".join(("This link could not be read in full. What is named here was left out.", *wrong)),
            icon=None,
        )


def _asked(field: str) -> str:
    return questions()[field].wording if field in questions() else f"{field}:"


def steps() -> None:
    """The ways back: one step, or to an empty page; both can be taken back."""
    with st.container(horizontal=True):
        st.button("Undo", key="triage.undo", on_click=undo, disabled=not steps_back(), shortcut="Alt+U")
        st.button(
            "Start again",
            key="triage.again",
            on_click=start_again,
            help="Undo brings everything back.",
            shortcut="Alt+N",
        )


def matters(titles: Iterable[str], current: Message) -> None:
    """The matters of a message, each with its route, to look at one or another."""
    listed = list(titles)
    if len(current.asked) == 1:
        return
    st.subheader("Matters in this message", anchor=False)
    for place, title in enumerate(listed):
        st.button(
            f"{place + 1}\\. {plain(title)}",
            key=f"triage.matter.{place}",
            type="primary" if place == current.current else "secondary",
            on_click=lambda place=place: take(message().looked_at(place)),
            width="stretch",
        )
    aside = len(current.asked) - len(listed)
    if aside:
        st.caption(f"Set aside: {aside} more. Say again that there is something else, and it is back.")


def so_far(triage: Triage) -> None:
    """The answers that led here, and those that play no part at present."""
    st.subheader("How we got here" if triage.outcome else "Answers so far", anchor=False)
    rows = answer_rows(triage.trace)
    if not rows:
        st.caption("Nothing yet.")
    with st.container(key="triage-so-far", gap=None):
        for row in rows:
            _row(row)
    aside = answer_rows(triage.set_aside)
    if aside:
        st.subheader("Set aside", anchor=False)
        st.caption("Kept, and back at once when another answer makes room for them again.")
        st.html(
            element(
                "div",
                element(
                    "ul", *(element("li", f"{row.question} ", element("em", row.answer)) for row in aside)
                ),
                class_="so-far",
            )
        )


def _row(row: AnswerRow) -> None:
    if row.can_change:
        st.button(
            f"{plain(row.question)} **{plain(row.answer)}**",
            key=f"triage.change.{row.fact}",
            type="tertiary",
            width="stretch",
            wrap=True,
            on_click=lambda: take(message().changed(row.fact)),
        )
    else:
        st.html(element("div", row.question, element("strong", row.answer), class_="answer"))


def possible(triage: Triage) -> None:
    """The routes that are still possible."""
    if triage.outcome:
        return
    routes = triage.possible
    label = f"{len(routes)} of {len(Route)} routes still possible"
    st.progress(len(routes) / len(Route), label)
    titles = element(
        "div", element("ul", *(element("li", route_title(one)) for one in routes)), class_="so-far"
    )
    if len(routes) <= _FEW:
        st.html(titles)
    else:
        with st.expander("Which"):
            st.html(titles)


def any_time(current: Message) -> None:
    """The facts of the whole message, which may come up at any moment."""
    asked = [questions()[fact] for fact in ANY_TIME]
    with st.expander("At any time: channel, customer, risk, abuse, format, language, conflict of interest"):
        for one in asked:
            _fact(one, getattr(current.in_hand.enquiry, one.fact))
            for finding in findings():
                if finding.field == one.fact:
                    st.error(plain(finding.message), icon=None)


def _fact(asked: Question, known: object) -> None:
    box = f"triage.any_time.{asked.fact}"
    words = {option.value: option.label for option in asked.options}
    if asked.kind is Kind.SEVERAL:
        st.session_state[box] = [str(one) for one in known] if isinstance(known, tuple) else []
        st.multiselect(
            asked.wording,
            list(words),
            format_func=lambda value: words[value],
            placeholder="Nothing said",
            key=box,
            on_change=lambda: tell(asked.fact, tuple(st.session_state[box]) or None),
        )
        return
    st.session_state[box] = None if known is None else str(known)
    st.selectbox(
        asked.wording,
        list(words),
        format_func=lambda value: words[value],
        placeholder="Nothing said",
        key=box,
        on_change=lambda: tell(asked.fact, st.session_state[box]),
    )
