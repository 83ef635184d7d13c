"""Today: what the Office owes, soonest first, and what would be overlooked."""

import streamlit as st

from app import wiring
from app.forms.queue import wanted_lines
from app.tables.queue import as_of_note, standings
from app.widgets.lists import look_of_lists
from app.widgets.permitted import permitted
from app.widgets.queue import PAGE, after, drawn, narrowed, narrowing, overlooked, pages, shortcuts, standing
from app.widgets.reminders import away, first_contact, search, unfinished
from joic_policy.register import ContactDesk, Deed


def queue(desk: ContactDesk) -> None:
    """The counts, what they are narrowed by, and a page of lines."""
    at, on, office, me = wiring.as_of(), wiring.as_of_on(), desk.office, desk.actor.name
    shortcuts(overlooked(desk, at))
    with st.expander(narrowing(), key="today.narrow"):
        raw = narrowed(office, me)
    counts = standings(desk.counts(wanted_lines(raw, office=office, me=me), at=at))
    wanted = wanted_lines({**raw, "status": standing(counts)}, office=office, me=me)
    found = desk.queue(wanted, at=at, after=after(wanted, on), size=PAGE + 1)
    drawn(desk, found[:PAGE], at, of="queue")
    if not found:
        st.write("Nothing here is left to do.")
    pages(found[:PAGE], more=len(found) > PAGE)


st.title("Today", anchor=False)
look_of_lists()
desk = wiring.desk()
if permitted(desk.actor, Deed.SEE_CONTACTS):
    st.write(as_of_note(wiring.as_of_on(), wiring.today()))
    unfinished(desk)
    if desk.register.numbered(1):
        search()
        away(desk, wiring.as_of())
        queue(desk)
    else:
        first_contact()
