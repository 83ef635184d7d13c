"""What the queue is narrowed to, and its pages."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import streamlit as st

from app import wiring
from app.forms.queue import EVERYBODY, MINE, NOBODY, colleagues, whose_is
from app.tables.labels import ASKS, CHANNELS, STATUSES
from app.tables.queue import duty_words, in_queue, queue_rows
from app.tables.words import plain
from app.widgets.lists import lines
from joic_policy import Duty, Status
from joic_policy.register import ContactDesk, Line, OfficeState, Wanted
from joic_policy.register.entries import Key
from joic_policy.triage import Route, route_title

__all__ = ["PAGE", "after", "drawn", "narrowed", "narrowing", "overlooked", "pages", "shortcuts", "standing"]

#: Lines on one page.
PAGE = 50

_WHOSE = {EVERYBODY: "Everybody's", MINE: "Mine", NOBODY: "Nobody's yet"}
_FIELDS = ("whose", "team", "duty", "channel", "kind", "route")
_PAGES = "today.pages"
_OVERLOOKED: Mapping[str, tuple[Wanted, Mapping[str, Any]]] = {
    "Nobody's yet": (Wanted(owners=frozenset({""})), {"whose": NOBODY}),
    "Messages to pass on": (Wanted(duties=frozenset({Duty.MESSAGE})), {"duty": Duty.MESSAGE}),
    "Our mistakes to put right": (Wanted(duties=frozenset({Duty.CORRECTION})), {"duty": Duty.CORRECTION}),
}


def narrowing() -> str:
    """What the fields are headed by: how many of them hold something, for they may be folded away."""
    chosen = [st.session_state.get(f"today.{name}") for name in _FIELDS]
    count = sum(value not in {None, EVERYBODY} for value in chosen)
    return f"**Narrowed down by {count} of {len(_FIELDS)}**" if count else "Narrow it down"


def narrowed(office: OfficeState, me: str) -> Mapping[str, Any]:
    """Draw what the queue can be narrowed by, and give what was chosen, by field."""
    first, second, third = st.columns(3)
    raw: dict[str, Any] = {"whose": _whose(first, office, me)}
    policy = wiring.policy()
    teams = sorted({colleague.team for colleague in office.staff.values() if colleague.team})
    offered: tuple[tuple[Any, str, str, Iterable[Any], Any], ...] = (
        (second, "duty", "What is owed", in_queue(policy), lambda duty: duty_words(duty, policy)),
        (third, "channel", "How it came", CHANNELS, CHANNELS.__getitem__),
        (first, "team", "Team", teams, str),
        (second, "kind", "Kind of matter", ASKS, ASKS.__getitem__),
        (third, "route", "Route", Route, route_title),
    )
    for column, name, label, options, words in offered:
        raw[name] = column.selectbox(
            label,
            list(options),
            index=None,
            format_func=words,
            placeholder="Any",
            key=f"today.{name}",
            persist_state="session",
        )
    return raw


def standing(counts: Mapping[Status | None, int]) -> Status | None:
    """Draw how many stand how, each a choice of those alone; None is all of them."""
    return st.radio(
        "How it stands",
        list(counts),
        format_func=lambda status: STATUSES[status] if status else "All",
        captions=[f"**{count}**" for count in counts.values()],
        horizontal=True,
        key="today.status",
        persist_state="session",
    )


def overlooked(desk: ContactDesk, at: datetime) -> Mapping[str, int]:
    """How much there is of each thing that would be overlooked."""
    return {name: sum(desk.counts(wanted, at=at).values()) for name, (wanted, _) in _OVERLOOKED.items()}


def shortcuts(counts: Mapping[str, int]) -> None:
    """Draw what would be overlooked, each a way to see only that; and the way back to all."""
    with st.container(horizontal=True):
        for name, (_, chosen) in _OVERLOOKED.items():
            st.button(f"{name}: {counts[name]}", key=f"today.see.{name}", on_click=_see, args=(chosen,))
        st.button("Show everything", key="today.see.all", on_click=_see, args=({},))


def drawn(desk: ContactDesk, found: Iterable[Line], at: datetime, *, of: str) -> None:
    """Draw lines of the queue; `of` tells one list on a page from another."""
    lines(queue_rows(found, at, policy=desk.policy, calendar=desk.calendar), of=of)


def after(wanted: Wanted, on: date) -> Key | None:
    """Where the page in hand begins; another choice or another day begins at the front."""
    if st.session_state.get(_PAGES, ((), []))[0] != (wanted, on):
        st.session_state[_PAGES] = ((wanted, on), [])
    keys: list[Key] = st.session_state[_PAGES][1]
    return keys[-1] if keys else None


def pages(shown: tuple[Line, ...], *, more: bool) -> None:
    """Draw the way to the next page and back, where there is one."""
    keys: list[Key] = st.session_state[_PAGES][1]
    if not (keys or more):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        if keys:
            st.button("Previous page", key="today.previous", on_click=_back, args=(keys,))
        if more:
            st.button("Next page", key="today.next", on_click=keys.append, args=(shown[-1].key,))
        first = len(keys) * PAGE + 1
        st.write(f"{first} to {first + len(shown) - 1}" if shown else "")


def _whose(column: Any, office: OfficeState, me: str) -> str:
    choice: str | None = column.selectbox(
        "Whose",
        colleagues(office.staff, me),
        format_func=lambda choice: _WHOSE.get(choice) or plain(whose_is(choice)),
        key="today.whose",
        persist_state="session",
    )
    return choice or EVERYBODY


def _back(keys: list[Key]) -> None:
    keys.pop()


def _see(chosen: Mapping[str, Any]) -> None:
    for name in _FIELDS:
        st.session_state[f"today.{name}"] = chosen.get(name, EVERYBODY if name == "whose" else None)
    st.session_state["today.status"] = None
