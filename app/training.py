"""The frame of training mode: what learners see, and what their trainer sees. Nothing else is there."""

from pathlib import Path

import streamlit as st

from app.widgets.classroom import reached
from joic_policy.policy import POLICY

st.set_page_config(page_icon=Path(__file__).with_name("favicon.svg"), layout="wide")
page = st.navigation(
    [
        st.Page("views/join.py", title="Practise", default=True),
        st.Page("views/train.py", title="Train others"),
    ],
    position="hidden",  # a learner who went to and fro would lose their seat
)
st.caption(f"{POLICY.office.name}")
with reached():
    page.run()
