"""Log a contact."""

import streamlit as st

st.title("Log a contact", anchor=False)
