"""What can be taken along from a triage: a summary in plain text, and a link that opens the same answers."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from app.forms.triage import Message, link_of
from app.tables.triage import copied
from app.wiring import as_of
from joic_policy import Deadline
from joic_policy.triage import Triage

__all__ = ["copies"]


def copies(current: Message, triages: Sequence[Triage], owed: Sequence[Deadline], received_on: date) -> None:
    """Draw both, to be copied; neither holds notes, and the link no name or reason either."""
    departed = (
        one.departed(triage.outcome) if triage.outcome else None
        for one, triage in zip(current.matters, triages, strict=True)
    )
    with st.expander("Copy a summary, or a link"):
        with st.container(key="triage-summary"):
            st.code(
                copied(
                    list(zip(triages, departed, strict=True)),
                    owed,
                    as_of(),
                    received_on=received_on,
                    channel=current.in_hand.enquiry.channel,
                ),
                language=None,
                wrap_lines=True,
            )
        link = link_of(current, received_on)
        if link:
            st.caption("A link to these answers. It holds no notes and no names.")
            st.code(f"{st.context.url or ''}?{urlencode(link)}", language=None, wrap_lines=True)
