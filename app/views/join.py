"""Practise in a session: join with the code and initials, then go through it; a reload comes back here."""

import streamlit as st

from app.tables.words import plain
from app.widgets.classroom import live_nothing
from app.widgets.practise import look
from app.widgets.seat import join_form, place_now, seat

place = place_now()
st.title(plain(place.session.title) if place else "Practise", anchor=False)
look()
live_nothing(f"You are {place.seat.initials}." if place else "")
if place:
    seat(place)
else:
    join_form()
    st.page_link("views/train.py", label="You are the trainer? Train others")
