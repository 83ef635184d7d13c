"""The caller card: what to know of a customer before speaking to them or sending anything."""

from collections.abc import Iterable
from uuid import UUID

import streamlit as st

from app import wiring
from app.forms.callers import Sought
from app.tables.caller import CallerCard, FlagRow, Known, caller_card, known_by
from app.tables.words import plain

__all__ = ["caller", "drawn_caller"]

_REMINDER = (
    '**Check identity and authority first.** Until then say only: "I can\'t say whether we hold anything."'
)


def caller(wanted: Iterable[Sought], *, but: UUID | None = None) -> tuple[Known, ...]:
    """Look for a customer and draw what is known of them; `but` leaves out the contact that is looked at.

    Raises:
        RegisterError: The register cannot be read.
        NotPermittedError: The actor may not see contacts.
    """
    listed = tuple(wanted)
    known = known_by(wiring.desk(), listed, but=but)
    if listed:
        drawn_caller(caller_card(known, wiring.as_of()))
    return known


def drawn_caller(card: CallerCard) -> None:
    """Draw the card; where nothing is found, that is said."""
    with st.container(key="caller", border=True):
        st.subheader("Before you speak or send", anchor=False)
        for flag in card.flags:
            _flag(flag)
        st.info(_REMINDER, icon=None)
        if card.heed:
            st.markdown(
                "\n".join(
                    f"- **{plain(what)}:** {plain(text)} ({plain(where)})" for what, text, where in card.heed
                )
            )
        if card.owed:
            st.markdown("**Still open**\n\n" + "\n".join(f"- {plain(line)}" for line in card.owed))
        _earlier(card)


def _flag(flag: FlagRow) -> None:
    reason = plain(flag.reason) or "No reason is held any more."
    st.error(f"**Take care.** {reason}\n\n{plain(flag.rest)}", icon=None)


def _earlier(card: CallerCard) -> None:
    if not card.earlier:
        st.caption("No earlier contact is found by what is typed so far.")
        return
    st.markdown("**Earlier contacts** (look whether it is the same person)")
    for row in card.earlier:
        with st.container(gap=None):
            st.page_link("views/contact.py", label=plain(row.title), query_params={"number": str(row.number)})
            st.caption(plain(row.words))
