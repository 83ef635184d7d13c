"""Find."""

import streamlit as st

st.title("Find", anchor=False)
