"""Triage."""

import streamlit as st

st.title("Triage", anchor=False)
