"""Lists and tables of words that wrap, read well aloud and load nothing."""

from collections.abc import Iterable, Sequence

import streamlit as st

from app.tables.entries import Entry
from app.tables.words import plain

__all__ = ["definitions", "entries", "rows"]


def definitions(listed: Iterable[tuple[str, str, str]]) -> None:
    """Draw a list: a term in bold, what it says, and a remark on a line of its own."""
    lines = (f"- **{plain(term)}** {plain(text)}  \n  *{plain(remark)}*" for term, text, remark in listed)
    st.markdown("\n".join(lines))


def entries(listed: Iterable[Entry]) -> None:
    """Draw each title with its points under it."""
    for entry in listed:
        points = [f"**{plain(entry.caution)}**"] if entry.caution else []
        points += map(plain, entry.points)
        st.markdown("\n- ".join([f"**{plain(entry.title)}**", *points]))


def rows(headings: Sequence[str], cells: Iterable[Sequence[str]]) -> None:
    """Draw a table of plain text."""
    lines = [map(plain, headings), ["---"] * len(headings), *(map(plain, row) for row in cells)]
    st.markdown("\n".join(f"| {' | '.join(line)} |" for line in lines))
