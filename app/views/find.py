"""Find: contacts by words, number or file; what we hold of a person; what was kept long enough."""

import streamlit as st

from app import wiring
from app.widgets.find import draft_of, found_by_words, of_file
from app.widgets.kept import kept_long_enough
from app.widgets.lists import look_of_lists
from app.widgets.permitted import permitted
from joic_policy.register import ContactDesk, Deed


def contacts(desk: ContactDesk) -> None:
    """Any contact, and all of one file."""
    if permitted(desk.actor, Deed.SEE_CONTACTS):
        words, file = st.columns([3, 2], gap="large")
        with words:
            found = found_by_words(desk)
        with file:
            of_file(desk, found)


def person(desk: ContactDesk) -> None:
    """A draft of everything that is held of one person."""
    if permitted(desk.actor, Deed.DRAFT_SUBJECT_ACCESS) and permitted(desk.actor, Deed.SEE_CONTACTS):
        st.write("Find the contacts of one person, choose those that are theirs, and read what they hold.")
        words, draft = st.columns(2, gap="large")
        with words:
            found = found_by_words(desk)
        with draft:
            draft_of(desk, found)


def kept(desk: ContactDesk) -> None:
    """What somebody should look at, since it has been kept for its years."""
    if permitted(desk.actor, Deed.REVIEW_RETENTION):
        kept_long_enough(desk)


_WAYS = {"A contact or a file": contacts, "What we hold of a person": person, "Kept long enough": kept}

st.title("Find", anchor=False)
look_of_lists()
way = st.radio("Look for", list(_WAYS), horizontal=True, key="find.way", persist_state="session")
_WAYS[way or "A contact or a file"](wiring.desk())
