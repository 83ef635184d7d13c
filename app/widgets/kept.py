"""What has been kept long enough: a list for a person, and nothing is removed by it."""

from itertools import islice

import streamlit as st

from app import wiring
from app.tables.cards import card_row
from app.tables.retention import kept_rows
from app.widgets.entries import rows
from app.widgets.lists import cards
from joic_policy.register import Card, ContactDesk
from joic_policy.register.retention import due_for_review, kept_years
from joic_policy.units import day_words

__all__ = ["kept_long_enough"]

_MOST, _LISTED = 200, "find.kept"


def kept_long_enough(desk: ContactDesk) -> None:
    """Draw the list, once it is asked for: it takes a look into every history that could be on it."""
    on = wiring.as_of_on()
    st.write(
        "Closed contacts that have been kept for their years. Nothing is removed from here: open one, look "
        "whether it still has to be kept, and erase what is personal there if not."
    )
    with st.expander("How long is each kind kept after closing?"):
        rows(("Kind of matter", "Kept"), kept_rows(kept_years()))
    if st.button("List them", key="find.list_kept"):
        with st.spinner("Looking through what is closed"):
            st.session_state[_LISTED] = (on, tuple(islice(due_for_review(desk, on), _MOST + 1)))
    listed: tuple[object, tuple[Card, ...]] | None = st.session_state.get(_LISTED)
    if listed is None or listed[0] != on:
        return
    found = listed[1]
    many = f"more than {_MOST}, of which the first" if len(found) > _MOST else str(len(found))
    st.write(f"Kept long enough by {day_words(on)}: {many}")
    cards(map(card_row, found[:_MOST]), of="kept")
