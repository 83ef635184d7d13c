"""Contact."""

import streamlit as st

st.title("Contact", anchor=False)
