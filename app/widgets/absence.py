"""Going away: whether an automatic reply is needed, its text, who takes the calls; the staff list is told."""

from collections.abc import Collection

import streamlit as st

from app import wiring
from app.forms.absence import Away, away
from app.tables.words import listed, plain
from app.widgets.advice import advice
from app.widgets.drafts import DraftFields
from joic_policy.handling import AutomaticReply, Colleague, Cover
from joic_policy.units import day_words

__all__ = ["absence"]


def absence(fields: DraftFields, colleague: Colleague, staff: Collection[Colleague]) -> Away:
    """Draw the form and what follows from it (WRI-9, TEL-5), and give what it comes to."""
    first, back = st.columns(2)
    with first:
        fields.day("first", "First day away", wiring.today())
    with back:
        fields.day("back", "Back on, if known")
    with st.expander("Whom to contact meanwhile (the Office itself, unless you name a colleague)"):
        fields.name("point", "Colleague", tuple(each.name for each in staff if each != colleague))
        fields.text("point.telephone", "Telephone", wiring.policy().office.telephone)
        fields.text("point.email", "Email")
    with st.expander("Your own words for the automatic reply, to have them checked"):
        fields.long_text("reply", "Automatic reply")
    fields.keep()
    answer = away(fields.raw, colleague, staff, on=wiring.today(), calendar=wiring.calendar())
    fields.tell(answer.findings)
    if answer.reply and answer.cover:
        _answer(answer.reply, answer.cover)
        advice(answer.advice)
    return answer


def _answer(reply: AutomaticReply, cover: Cover) -> None:
    st.markdown(f"**{plain(_needed(reply))}**")
    st.code(reply.text, language=None, wrap_lines=True)
    if reply.review_on:
        st.caption(f"Look again on {day_words(reply.review_on)}: the day of return is not known.")
    names = tuple(each.name for each in cover.colleagues)
    st.write(f"Calls go to {plain(listed(names))}." if names else "Nobody of the same team is there.")


def _needed(reply: AutomaticReply) -> str:
    if reply.away is None:
        return "An automatic reply is needed: the day of return is not known."
    days = f"{reply.away} working day{'' if reply.away == 1 else 's'} away"
    if reply.needed:
        return f"An automatic reply is needed: {days}, more than {reply.limit}."
    return f"No automatic reply is needed: {days}, not more than {reply.limit}. This is one, if you wish."
