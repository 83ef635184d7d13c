"""Going away: whether an automatic reply is needed, its text, who takes the calls; the staff list is told."""

import streamlit as st

from app import wiring
from app.forms.absence import away
from app.tables.words import listed, plain
from app.widgets.advice import advice
from app.widgets.drafts import DraftFields
from joic_policy.errors import StaleVersionError
from joic_policy.register import OFFICE
from joic_policy.units import day_words

__all__ = ["absence"]


def absence() -> None:
    """Draw the form and what follows from it (WRI-9, TEL-5).

    Raises:
        RegisterError: The register cannot be reached.
    """
    staff = wiring.office().staff
    fields = DraftFields("staff", of="absence")
    fields.name(
        "who", "Who is away", tuple(staff), wiring.actor().name if wiring.actor().name in staff else ""
    )
    first, back = st.columns(2)
    with first:
        fields.day("first", "First day away", wiring.today())
    with back:
        fields.day("back", "Back at work on (leave empty if not known)")
    with st.expander("Whom to contact meanwhile (the Office itself, unless you name a colleague)"):
        fields.name("point", "Colleague", tuple(staff))
        fields.text("point.telephone", "Telephone", wiring.policy().office.telephone)
        fields.text("point.email", "Email")
    with st.expander("Your own words for the automatic reply, to have them checked"):
        fields.long_text("reply", "Automatic reply")
    answer = away(
        fields.raw,
        staff.values(),
        event_id=fields.id,
        at=wiring.now(),
        calendar=wiring.calendar(),
    )
    fields.tell(answer.findings)
    if not (answer.reply and answer.cover and answer.told):
        fields.keep()
        return
    st.markdown(f"**{plain(_needed(answer.reply.away, answer.reply.limit.n, needed=answer.reply.needed))}**")
    st.code(answer.reply.text, language=None, wrap_lines=True)
    if answer.reply.review_on:
        st.caption(f"Look again on {day_words(answer.reply.review_on)}: the day of return is not known.")
    names = tuple(each.name for each in answer.cover.colleagues)
    st.write(f"Calls go to {plain(listed(names))}." if names else "Nobody of the same team is there.")
    advice(answer.advice, "Nothing to mend.")
    fields.keep()
    if st.button("Put it on the staff list", key="staff.absence.record", type="primary"):
        desk = wiring.desk()
        try:
            desk.record(OFFICE, answer.told, expecting=len(desk.register.history(OFFICE)))
        except StaleVersionError:
            st.error("Somebody changed the staff list at the same moment: press again.", icon=None)
        else:
            fields.done()
            st.rerun()


def _needed(away: int | None, limit: int, *, needed: bool) -> str:
    if away is None:
        return "An automatic reply is needed: the day of return is not known."
    days = f"{away} working day{'' if away == 1 else 's'} away"
    if needed:
        return f"An automatic reply is needed: {days}, more than {limit}."
    return f"No automatic reply is needed: {days}, not more than {limit}. This is one, if you wish."
