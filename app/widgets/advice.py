"""What a check of our own work finds: where, what, how to mend it, and the clause. It never stops anybody."""

from collections.abc import Iterable

import streamlit as st

from app.tables.words import plain
from joic_policy.handling import Finding

__all__ = ["advice"]


def advice(findings: Iterable[Finding], none: str = "") -> None:
    """Draw faults, then mere advice; `none` is said where there is neither."""
    listed = tuple(dict.fromkeys(findings))
    for room, advice_only in ((st.warning, False), (st.info, True)):
        lines = [
            f"- **{plain(each.place)}:** {plain(each.what)} {plain(each.remedy)} ({plain(each.clause_id)})"
            for each in listed
            if each.advice is advice_only
        ]
        if lines:
            room("\n".join(lines), icon=None)
    if none and not listed:
        st.caption(none)
