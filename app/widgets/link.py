"""The link that a page was opened with, and what its fields could not take of it."""

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app.forms.links import Shown, left_out
from app.tables.words import plain
from app.widgets.fields import Fields

__all__ = ["opened_link", "tell_left_out"]

_OPENED, _LEFT_OUT = "link.opened", "link.left_out"


def opened_link() -> dict[str, Sequence[str]]:
    """Every value in the address when the page is opened first; nothing later, when the fields write it.

    To be asked for before a field is drawn: the fields take out of the address what they cannot hold.
    """
    if st.session_state.get(_OPENED):
        return {}
    st.session_state[_OPENED] = True
    return {name: st.query_params.get_all(name) for name in st.query_params}


def tell_left_out(
    room: DeltaGenerator,
    link: Mapping[str, Sequence[str]],
    scenarios: Iterable[Fields],
    others: Mapping[str, Shown],
) -> None:
    """Say what of the link was not taken, until something is changed in the fields."""
    drawn = tuple(scenarios)
    now = [fields.raw for fields in drawn]
    if link:
        shown = dict(others)
        for fields in drawn:
            shown |= fields.shown
        st.session_state[_LEFT_OUT] = left_out(link, shown), now
    findings, then = st.session_state.get(_LEFT_OUT, ((), now))
    if findings and then == now:
        wrong = (f"- **{plain(one.field)}:** {plain(one.message)}" for one in findings)
        room.error(
            "\n".join(
                ("This link could not be read in full. All but what is named here was taken from it.", *wrong)
            ),
            icon=None,
        )
