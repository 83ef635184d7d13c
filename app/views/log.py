"""Log a contact: a routine call in a few seconds, with what is known of the caller beside it."""

import streamlit as st

from app.forms.callers import sought
from app.forms.carried import kept_triage
from app.forms.log import logged
from app.widgets.caller import caller
from app.widgets.dates import look
from app.widgets.log import begun_at, draw_form
from app.widgets.logged import draft, files, just_logged, record, still_wrong, triaged_in, unfinished, wrong

st.title("Log a contact", anchor=False)
look()
st.html('<script src="/log.js"></script>', unsafe_allow_javascript=True)  # our own file, and nothing typed
if not just_logged():
    fields = draft()
    form, beside = st.columns([5, 3], gap="large")
    with form:
        unfinished(fields)
        triaged = kept_triage(fields.hold("triage"))
        triaged_in(triaged)
        draw_form(fields, wrong=[one.field for one in wrong(fields)])
        reading = logged(fields.raw, id=fields.id, at=begun_at(fields), triaged=triaged)
        if fields.raw["begun"]:
            fields.keep()
        if st.button("Record", key="log.record", type="primary", shortcut="Ctrl+Enter"):
            record(fields, reading)
        still_wrong(fields, wrong(fields, reading))
    with beside:
        proposed = st.container()
        known = caller(sought(fields.raw))
        with proposed:
            files(fields, known)
