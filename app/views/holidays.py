"""Holidays."""

import streamlit as st

st.title("Holidays", anchor=False)
