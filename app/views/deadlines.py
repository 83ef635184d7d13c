"""Deadlines."""

import streamlit as st

st.title("Deadlines", anchor=False)
