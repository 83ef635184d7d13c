"""The form in which a contact is logged: what every call needs first, everything else folded away."""

from collections.abc import Collection, Mapping
from datetime import datetime

import streamlit as st

from app import wiring
from app.forms.log import CALL_MADE, SPOKEN, typed_in
from app.tables.labels import CUSTOMERS, FORMATS
from app.widgets.drafts import DraftFields
from joic_policy import Channel, CustomerKind, Format

__all__ = ["begun_at", "draw_form"]

_HOW: Mapping[str, str] = {
    Channel.TELEPHONE: "They telephoned us",
    CALL_MADE: "We telephoned them",
    Channel.IN_PERSON: "They came in person",
    Channel.LETTER: "A letter reached us",
    Channel.EMAIL: "An email reached us",
    Channel.ONLINE_FORM: "The online form reached us",
}
_REACHED = {
    Channel.TELEPHONE: "by telephone",
    Channel.EMAIL: "by email",
    Channel.LETTER: "by letter",
    Channel.IN_PERSON: "in person",
}
_FIRST = frozenset({"how", "name", "telephone", "subject", "answered", "outcome"})


def draw_form(fields: DraftFields, *, wrong: Collection[str] = ()) -> None:
    """Draw the fields; what is folded away opens once one of its fields is `wrong`, and stays so."""
    opened = f"log.opened.{fields.id}"
    st.session_state[opened] = st.session_state.get(opened, False) or bool(set(wrong) - _FIRST)
    with st.container(key=f"log-first-{fields.id}"):  # a new form gets the focus, by `log.js`
        left, right = st.columns(2)
        with left:
            fields.text("name", "Name")
        with right:
            fields.text("telephone", "Telephone", "01534 716530")
        fields.text("subject", "What it is about")
        fields.choice("how", "How", _HOW, Channel.TELEPHONE)
        if fields.raw["how"] in SPOKEN:
            fields.flag("answered", "Answered now: put a note on the file")
        if fields.raw.get("answered"):
            fields.long_text("outcome", "What you told them", height=80)
    with st.expander(
        "More: what was said, when, who, how to reach them, file, owner", expanded=st.session_state[opened]
    ):
        _more(fields)
    if fields.known("as_typed") or {"telephone", "email"}.intersection(wrong):
        fields.flag("as_typed", "Keep the number and the address as typed")


def begun_at(fields: DraftFields) -> datetime:
    """When the first thing was typed; a call is taken to have come then. Asked for after all are drawn."""
    kept = fields.hold("begun")
    if kept:
        return datetime.fromisoformat(kept)
    now = wiring.now()
    if typed_in(fields.raw):
        fields.hold("begun", now.isoformat())
    return now


def _more(fields: DraftFields) -> None:
    spoken = fields.raw["how"] in SPOKEN
    fields.long_text("text", "What was said or written")
    fields.moment("received", "On", "At (now, if left blank)" if spoken else "At", wiring.today())
    left, right = st.columns(2)
    with left:
        fields.choice("kind", "The customer is", CUSTOMERS, CustomerKind.MEMBER_OF_PUBLIC)
        fields.text("email", "Email")
        fields.text("language", "Language agreed, if not English")
        fields.text("file", "File or number it belongs to")
    with right:
        fields.text("organisation", "Organisation")
        fields.choice("preferred_channel", "Would rather be reached", _REACHED, None, "No preference")
        fields.choice("format", "Form of our replies", FORMATS, Format.STANDARD)
        _owner(fields)
    fields.text("safe_contact", "How and where contact is safe")
    fields.long_text("address", "Address", height=80)
    if fields.raw["how"] == Channel.TELEPHONE:
        fields.number("waited", "Seconds until it was answered", "Not counted")
    fields.flag("email_confirmed", "They gave or confirmed this email address for this file")
    fields.flag("internal", "It comes from inside the Office")


def _owner(fields: DraftFields) -> None:
    """Whoever logs it looks after it, unless another is named; also where they say so only later."""
    me = wiring.actor().name
    if me and not fields.hold("mine"):
        fields.hold("mine", value=True)
        fields.begin({"owner": me})
        if fields.hold("unnamed"):
            fields.put("owner", me)
    fields.hold("unnamed", value=not me)
    fields.name("owner", "Who looks after it", tuple(sorted(wiring.office().staff)), me)
