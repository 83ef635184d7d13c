"""Going away: whether an automatic reply is needed, its text, who takes the calls; the staff list is told."""

import streamlit as st

from app import wiring
from app.forms.absence import away
from app.tables.words import listed, plain
from app.widgets.advice import advice
from app.widgets.drafts import DraftFields
from joic_policy.errors import StaleVersionError
from joic_policy.handling import AutomaticReply, Cover
from joic_policy.register import OFFICE, StaffAway
from joic_policy.units import day_words

__all__ = ["absence"]


def absence() -> None:
    """Draw the form and what follows from it (WRI-9, TEL-5).

    Raises:
        RegisterError: The register cannot be reached.
    """
    staff = wiring.office().staff
    fields = DraftFields("staff", of="absence")
    _fields(fields, tuple(staff))
    answer = away(fields.raw, staff.values(), event_id=fields.id, at=wiring.now(), calendar=wiring.calendar())
    fields.tell(answer.findings)
    if answer.reply and answer.cover and answer.told:
        _answer(answer.reply, answer.cover)
        advice(answer.advice, "Nothing to mend.")
        _record(fields, answer.told)
    fields.keep()


def _fields(fields: DraftFields, names: tuple[str, ...]) -> None:
    me = wiring.actor().name
    fields.name("who", "Who is away", names, me if me in names else "")
    first, back = st.columns(2)
    with first:
        fields.day("first", "First day away", wiring.today())
    with back:
        fields.day("back", "Back at work on (leave empty if not known)")
    with st.expander("Whom to contact meanwhile (the Office itself, unless you name a colleague)"):
        fields.name("point", "Colleague", names)
        fields.text("point.telephone", "Telephone", wiring.policy().office.telephone)
        fields.text("point.email", "Email")
    with st.expander("Your own words for the automatic reply, to have them checked"):
        fields.long_text("reply", "Automatic reply")


def _answer(reply: AutomaticReply, cover: Cover) -> None:
    st.markdown(f"**{plain(_needed(reply))}**")
    st.code(reply.text, language=None, wrap_lines=True)
    if reply.review_on:
        st.caption(f"Look again on {day_words(reply.review_on)}: the day of return is not known.")
    names = tuple(each.name for each in cover.colleagues)
    st.write(f"Calls go to {plain(listed(names))}." if names else "Nobody of the same team is there.")


def _record(fields: DraftFields, told: StaffAway) -> None:
    """Once, however often it is pressed."""
    if not st.button("Put it on the staff list", key="staff.absence.record", type="primary"):
        return
    desk = wiring.desk()
    try:
        desk.record(OFFICE, told, expecting=len(desk.register.history(OFFICE)))
    except StaleVersionError:
        st.error("Somebody changed the staff list at the same moment: press again.", icon=None)
    else:
        fields.done()
        st.rerun()


def _needed(reply: AutomaticReply) -> str:
    if reply.away is None:
        return "An automatic reply is needed: the day of return is not known."
    days = f"{reply.away} working day{'' if reply.away == 1 else 's'} away"
    if reply.needed:
        return f"An automatic reply is needed: {days}, more than {reply.limit}."
    return f"No automatic reply is needed: {days}, not more than {reply.limit}. This is one, if you wish."
