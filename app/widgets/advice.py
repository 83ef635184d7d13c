"""What a check of our own work finds: where, what, how to mend it, and the clause. It never stops anybody."""

from collections.abc import Iterable

import streamlit as st

from app.tables.words import plain
from joic_policy.handling import Finding

__all__ = ["advice"]


def advice(findings: Iterable[Finding], none: str = "") -> None:
    """Draw each finding as a line; `none` is said where there is nothing to mend."""
    listed = tuple(dict.fromkeys(findings))
    for finding in listed:
        room = st.info if finding.advice else st.warning
        room(
            f"**{plain(finding.place)}:** {plain(finding.what)} {plain(finding.remedy)} "
            f"({plain(finding.clause_id)})",
            icon=None,
        )
    if none and not listed:
        st.caption(none)
