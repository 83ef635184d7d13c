"""Staff."""

import streamlit as st

st.title("Staff", anchor=False)
