"""Policy."""

import streamlit as st

st.title("Policy", anchor=False)
