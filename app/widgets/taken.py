"""A letter to be taken along as a document."""

import streamlit as st

from joic_policy.handling import Correspondence

__all__ = ["taken_along"]


def taken_along(letter: Correspondence) -> None:
    """Draw the downloads of a letter."""
    st.download_button(
        "Plain text (.txt)",
        letter.text,
        file_name=f"{letter.template}.txt",
        mime="text/plain",
        on_click="ignore",
        key="letters.txt",
    )
