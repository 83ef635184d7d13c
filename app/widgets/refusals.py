"""What the register refuses, in words, said where it was asked: nothing typed is lost by it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import streamlit as st

from app.forms.findings import refusal
from app.tables.acts import DONE
from app.tables.permissions import not_permitted
from app.tables.timeline import timeline
from app.tables.words import listed, plain
from joic_policy import Event, HistoryError, InvalidError, OutsideCalendarError, PolicyError
from joic_policy.errors import (
    ConflictOfInterestError,
    NotPermittedError,
    RegisterError,
    StaleVersionError,
    StandsInTheWayError,
)
from joic_policy.register import Recorded

__all__ = ["refusals_said", "say_refusal", "say_still_wrong", "since_words"]

_PRESS_AGAIN = "What you typed stays here: press again."
_NOT_YET = "Nothing is recorded yet: somebody else was first. Look at what is new, then press again."
#: What a form cannot know before it is sent: it is no fault of what was typed, and none of ours.
_MET_ON_THE_WAY = (RegisterError, NotPermittedError, StaleVersionError, StandsInTheWayError)


@contextmanager
def refusals_said(then: str = _PRESS_AGAIN) -> Iterator[None]:
    """Say why something was refused, as `say_refusal` does, and go on after the block."""
    try:
        yield
    except _MET_ON_THE_WAY as error:
        say_refusal(error, then)


def say_refusal(error: PolicyError, then: str = _PRESS_AGAIN) -> None:
    """Say why something was refused; `then` is what holds where the register could not be reached."""
    room = st.warning if isinstance(error, StaleVersionError) else st.error
    room(f"{_words(error)} {then}" if isinstance(error, RegisterError) else _words(error), icon=None)


def say_still_wrong(labels: Iterable[str]) -> None:
    """Say beside the button in which fields something is wrong, if in any."""
    names = tuple(dict.fromkeys(labels))
    if names:
        st.error(plain(f"Not recorded yet. Please look at: {listed(names)}."), icon=None)


def since_words(since: Iterable[object]) -> str:
    """What was recorded meanwhile, the newest first, as Markdown."""
    rows = timeline(each for each in since if isinstance(each, Recorded))
    return "\n".join(f"- {plain(row.when)}, {plain(row.who)}: {plain(row.what)}" for row in rows)


def _words(error: PolicyError) -> str:
    """Why, as Markdown."""
    match error:
        case StaleVersionError():
            return f"{_NOT_YET}\n\n{since_words(error.since)}"
        case HistoryError(event=Event() as event):  # of a withdrawal, it may be what came after
            why = f"This cannot have happened so ({DONE[type(event)]}): {error.why}."
        case InvalidError() | HistoryError() | OutsideCalendarError():
            why = refusal(error)
        case StandsInTheWayError():
            why = f"First: {'; '.join(error.reasons)}."
        case ConflictOfInterestError():
            why = f"{error}."
        case NotPermittedError():
            why = not_permitted(error)
        case _:
            why = f"The register: {error}."
    return plain(why)
