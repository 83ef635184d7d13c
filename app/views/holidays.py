"""Holidays: a day off that was proclaimed, what it moves, and whom to tell."""

import streamlit as st

from app import wiring
from app.tables.holidays import proclaimed
from app.tables.words import plain
from app.widgets.done import say_done
from app.widgets.holidays import counted_anew, holiday_form, wrong
from app.widgets.lists import look_of_lists
from app.widgets.office import saw
from app.widgets.permitted import permitted
from joic_policy.register import OFFICE, Deed

desk = wiring.desk()
history = desk.register.history(OFFICE)

st.title("Holidays", anchor=False)
look_of_lists()
say_done("office")
if desk.actor.may(Deed.INDEX_ANEW):
    counted_anew(desk)
form, list_ = st.columns(2, gap="large")
below = st.container()
with form:
    st.header("A new holiday", anchor=False)
    st.write("When a day off is proclaimed, every date that is counted over it moves.")
    if permitted(desk.actor, Deed.TRY_HOLIDAY):
        holiday_form(desk, below)
with list_:
    st.header("Proclaimed here", anchor=False)
    rows = proclaimed(history)
    if not rows:
        st.write("None yet. The regular public and bank holidays are counted anyhow.")
    for row in rows:
        st.markdown(f"**{plain(row.day)}: {plain(row.name)}**  \n{plain(row.source)}. {plain(row.told)}.")
        wrong(desk, row)
saw(history)
