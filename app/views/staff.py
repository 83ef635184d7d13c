"""Staff: who works here, as what, who is away, and what is new about it."""

import streamlit as st

from app import wiring
from app.tables.staff import staff_rows
from app.widgets.done import say_done
from app.widgets.office import saw
from app.widgets.permitted import permitted
from app.widgets.staff import staff_list, what_is_new
from joic_policy.register import OFFICE, Deed

desk = wiring.desk()
history = desk.register.history(OFFICE)

st.title("Staff", anchor=False)
say_done("office")
list_, new = st.columns([3, 2], gap="large")
with list_:
    st.caption(
        "The list says who may do what here. It proves nobody's name: whoever sits at this machine can give "
        "any name on it."
    )
    if permitted(desk.actor, Deed.SEE_STAFF_LIST):
        rows = staff_rows(desk.office, wiring.as_of_on())
        staff_list(rows)
        if not rows:
            st.write("Nobody is listed yet: whoever works here may do everything.")
with new:
    if desk.actor.may(Deed.SEE_STAFF_LIST):
        what_is_new(desk)
saw(history)
