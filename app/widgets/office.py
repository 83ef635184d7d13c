"""Recording what happens to the Office itself: once, on what the person has seen, with nothing typed lost."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

import streamlit as st

from app import wiring
from app.widgets.done import note_done
from app.widgets.refusals import say_refusal
from joic_policy import PolicyError
from joic_policy.errors import RegisterError
from joic_policy.register import Recorded

__all__ = ["saw", "sent", "sent_at", "unsent"]

_SEEN = "office.seen"


def sent_at(of: UUID) -> datetime:
    """When an event is sent: as before, if it was sent and could not be written."""
    at: datetime = st.session_state.setdefault(f"office.at.{of}", wiring.now())
    return at


def unsent(of: UUID) -> None:
    """An event was not sent after all: something in it was wrong."""
    st.session_state.pop(f"office.at.{of}", None)


def saw(history: Sequence[Recorded]) -> None:
    """Note what of the Office's history is on the screen; asked for at the end of a page."""
    st.session_state[_SEEN] = len(history)


def sent(of: UUID, write: Callable[[int], str]) -> bool:
    """Whether `write` recorded the event `of`, on the version that was seen; else why not is said here.

    What `write` gives is said by `say_done("office")` when the page is drawn again.
    """
    try:
        note_done("office", write(st.session_state.get(_SEEN, 0)))
    except RegisterError as error:
        say_refusal(error)
        return False
    except PolicyError as error:
        say_refusal(error)
    else:
        return True
    unsent(of)
    return False
