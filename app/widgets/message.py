"""The message in hand: kept over a change of page, in the address, with a way back from every step."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import streamlit as st
from attrs import evolve

from app.forms.clocks import instant
from app.forms.findings import FieldFinding, Findings
from app.forms.triage import Departure, Message, departure, link_of, reopened
from joic_policy import InvalidError
from joic_policy.triage import Route
from joic_policy.triage.enquiry import FACTS

__all__ = [
    "answer",
    "answer_at",
    "depart",
    "findings",
    "follow_address",
    "key",
    "message",
    "received_key",
    "start_again",
    "steps_back",
    "take",
    "tell",
    "undo",
    "unread",
    "write_address",
]

_MESSAGE, _PAST, _FINDINGS = "triage.message", "triage.past", "triage.findings"
_LINK, _ACTED, _UNREAD = "triage.link", "triage.acted", "triage.unread"
_WRITTEN = "triage.written"
_MOST_STEPS = 200


def message() -> Message:
    """The message in hand."""
    found: Message = st.session_state.setdefault(_MESSAGE, Message())
    return found


def findings() -> tuple[FieldFinding, ...]:
    """What was wrong with what was given last."""
    found: tuple[FieldFinding, ...] = st.session_state.get(_FINDINGS, ())
    return found


def unread() -> tuple[FieldFinding, ...]:
    """What could not be read of the link that was opened last."""
    found: tuple[FieldFinding, ...] = st.session_state.get(_UNREAD, ())
    return found


def steps_back() -> int:
    """How many steps can be undone."""
    return len(st.session_state.get(_PAST, ()))


def take(changed: Message) -> None:
    """Go on with a message, and keep the one before it."""
    if changed != message():
        st.session_state[_PAST] = (*st.session_state.get(_PAST, ()), message())[-_MOST_STEPS:]
    _now(changed)


def undo() -> None:
    """Go back by one step."""
    *before, last = st.session_state.get(_PAST) or (message(),)
    st.session_state[_PAST] = tuple(before)
    _now(last)


def start_again() -> None:
    """Begin an empty message; the one before is kept."""
    furthest = max((past.number for past in st.session_state.get(_PAST, ())), default=1)
    take(evolve(Message(), number=max(furthest, message().number) + 1))


def answer(fact: str, given: object) -> None:
    """Answer one fact; if it cannot be this, say so and leave everything as it is."""
    with _telling(fact):
        if given is None:
            raise InvalidError(fact, None, "an answer")
        take(message().answered(fact, given))


def answer_at(fact: str, on: date | None, clock: str) -> None:
    """Answer a fact that is an instant, from a day and a time of that day as typed."""
    with _telling(fact):
        at = instant(on, clock, field=fact) if on else None
        if at is None:
            raise InvalidError(fact, None, "a day, and a time of it like 14:30: the period runs by the hour")
        take(message().answered(fact, at))


def tell(fact: str, given: object) -> None:
    """Tell a fact of the whole message, or with None that it is unknown again."""
    with _telling(fact):
        take(evolve(message().answered(fact, given), changing=message().changing))


@contextmanager
def _telling(fact: str) -> Iterator[None]:
    found = Findings(FACTS)
    with found.about(fact):
        yield
    st.session_state[_FINDINGS] = tuple(found.found)
    st.session_state[_ACTED] = True


def depart(advised: Route, names: dict[str, str]) -> None:
    """Take another route for the matter in hand, as the form with these keys tells."""
    found = Findings(names)
    taken: Departure | None = departure(
        {name: st.session_state.get(widget) for name, widget in names.items()}, advised, found
    )
    if taken:
        take(message().departed(taken))
    st.session_state[_FINDINGS] = tuple(found.found)
    st.session_state[_ACTED] = True


def key(*parts: object) -> str:
    """The key of a widget that is of this message and of this matter only."""
    return ".".join(map(str, ("triage", message().number, message().current, *parts)))


def received_key() -> str:
    """The key of the widget that holds the day of receipt."""
    return f"triage.{message().number}.received"


def follow_address() -> None:
    """Reopen the message of the address, where it is another than the one in hand.

    An address that was written here, which the browser has gone back to, is that very message again. Right
    after a step the browser may not have heard of its new address yet: then its old one is let pass.
    """
    link = {
        name: value for name in ("answers", "received") if (value := st.query_params.get(name)) is not None
    }
    acted = st.session_state.pop(_ACTED, False)
    if not link or acted or link == st.session_state.get(_LINK):
        return
    st.session_state[_LINK] = link
    written: Message | None = st.session_state.get(_WRITTEN, {}).get(tuple(link.items()))
    if written:
        take(written)
        st.session_state[_ACTED] = False
        return
    start = message() if message() == Message() else message().following()
    found = reopened(link, number=start.number)
    if found.message.asked != Message().asked:
        take(found.message)
        st.session_state[_ACTED] = False
    if found.received_on:
        st.session_state[received_key()] = found.received_on
    st.session_state[_UNREAD] = found.findings


def write_address(received_on: date) -> None:
    """Let the address hold the answers, so that it opens them again anywhere."""
    link = link_of(message(), received_on)
    st.session_state[_LINK] = link
    written = {**st.session_state.get(_WRITTEN, {}), tuple(link.items()): message().changed(None)}
    st.session_state[_WRITTEN] = dict([*written.items()][-_MOST_STEPS:])
    for name in ("answers", "received"):
        if name in link and st.query_params.get(name) != link[name]:
            st.query_params[name] = link[name]
        elif name not in link and name in st.query_params:
            del st.query_params[name]


def _now(now: Message) -> None:
    st.session_state[_MESSAGE] = now
    st.session_state[_FINDINGS] = st.session_state[_UNREAD] = ()
    st.session_state[_ACTED] = True
