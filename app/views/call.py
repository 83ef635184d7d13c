"""Call: one screen to keep open all day, from the ring to the logged message, with nothing typed twice."""

from pathlib import Path

import streamlit as st
from attrs import evolve

from app import widgets, wiring
from app.forms.call import decided, taken
from app.forms.callers import sought
from app.forms.carried import kept_triage
from app.forms.log import logged
from app.widgets.advice import advice
from app.widgets.call import beginning, call_back, for_whom, message, say, speaker_phone
from app.widgets.caller import caller
from app.widgets.dates import look
from app.widgets.drafts import DraftFields
from app.widgets.log import begun_at, draw_form
from app.widgets.logged import just_logged, record, still_wrong, wrong
from app.widgets.message import start_again
from app.widgets.triage_beside import brought, triage_beside

st.title("Call", anchor=False)
look()
st.html(Path(widgets.__file__).with_name("triage.css"))
if not just_logged():
    fields, told = DraftFields("call"), brought()
    form, beside = st.columns([5, 3], gap="large")
    with form:
        rung = beginning(fields)
        if told:
            fields.fill({name: told.raw.get(name) for name in ("format", "language", "safe_contact")})
        draw_form(fields, wrong=[one.field for one in wrong(fields)])
        for_whom(fields)
        staff, by = wiring.office().staff.values(), wiring.actor().name
        say(fields, decided(fields.raw, staff, at=wiring.now(), by=by))
        message(fields)
        call_back(fields)
        speaker_phone(fields)
        at = begun_at(fields)
        call = taken(fields.raw, staff, draft_id=fields.id, at=at, by=by)
        advice(call.advice)
        reading = logged(
            {**fields.raw, **rung, "speaker_phone": call.speaker_phone},
            id=fields.id,
            at=at,
            triaged=kept_triage(told.triage) if told else None,
        )
        if reading.events and not call.findings:
            reading = evolve(reading, events=(*reading.events, *call.acts))
        if fields.raw["begun"]:
            fields.keep()
        if st.button("Log the call", key="call.record", type="primary", shortcut="Ctrl+Enter"):
            record(fields, evolve(reading, events=() if call.findings else reading.events), start_again)
        still_wrong(fields, (*wrong(fields, reading), *call.findings))
    with beside:
        caller(sought(fields.raw))
        triage_beside()
