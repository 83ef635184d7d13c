"""The parts of a call in progress: how it began, whom it is for, the message, the call back."""

from collections.abc import Mapping
from datetime import datetime

import streamlit as st

from app import wiring
from app.tables.calls import decided_words, rang_words
from app.tables.words import plain
from app.widgets.drafts import DraftFields
from joic_policy.handling import Decision, greeting, safe_sentences

__all__ = ["beginning", "call_back", "for_whom", "message", "say", "speaker_phone"]


def beginning(fields: DraftFields) -> Mapping[str, datetime | None]:
    """Draw what to say first, and the two moments by which answering is measured, and give these (TEL-1)."""
    st.info(f"**{plain(greeting(wiring.now(), speaker=wiring.actor().name))}**", icon=None)
    rang_at, answered_at = (_instant(fields, name) for name in ("rang_at", "answered_at"))
    with st.container(horizontal=True, vertical_alignment="center"):
        if answered_at is None:
            st.button("It rings", key="call.ring", on_click=_note, args=(fields, "rang_at"), shortcut="Alt+I")
            st.button(
                "Answered",
                key="call.answer",
                type="primary",
                on_click=_note,
                args=(fields, "answered_at"),
                shortcut="Alt+A",
            )
        if rang_at and answered_at is None:
            st.write("Ringing.")
        st.write(rang_words(rang_at, answered_at, wiring.policy()))
    return {"rang_at": rang_at, "answered_at": answered_at}


def for_whom(fields: DraftFields) -> None:
    """Draw what the decision rests on: whom the caller asks for, and whether you can answer it (TEL-3)."""
    staff = wiring.office().staff
    left, right = st.columns(2)
    with left:
        fields.name("asked_for", "Asks for (if anybody)", _names())
        fields.flag("busy", "They cannot take a call just now")
    with right:
        subjects = sorted({subject for each in staff.values() for subject in each.subjects})
        fields.choice("call_about", "Who knows about", {each: each for each in subjects}, None, "Any subject")
        fields.flag("uninformed", "I do not have the information")


def say(fields: DraftFields, decided: Decision) -> None:
    """Draw the decision with what may be said, and whom it was put through to."""
    st.success(plain(decided_words(decided)), icon=None)
    for sentence in decided.say:
        st.markdown(f"> {plain(sentence)}")
    if decided.to:
        advised = (each.name for each in decided.to)
        fields.name("transferred_to", "Put through to", tuple(dict.fromkeys((*advised, *_names()))))
    with st.expander("What may be said of a colleague who is not there"):
        st.markdown(
            "\n".join(f"- {plain(one)}" for one in safe_sentences().about(fields.raw.get("asked_for") or ""))
        )


def message(fields: DraftFields) -> None:
    """Draw the message for a colleague; caller and subject are those of the call."""
    fields.name("recipient", "Message for", _names())
    fields.long_text("message", "Message", height=80)


def call_back(fields: DraftFields) -> None:
    """Draw what is agreed of a call back (TEL-4)."""
    with st.expander("A call back was agreed"):
        left, right = st.columns(2)
        with left:
            fields.name("back.owner", "Who calls back", _names())
            fields.text("back.number", "Number to call", "01534 716530")
        with right:
            fields.number("back.attempts", "How often we try", "Not agreed")
            fields.text("back.voicemail", "What may be left on voicemail")
        fields.moment("back.on", "Agreed for", "At")


def speaker_phone(fields: DraftFields) -> None:
    """Draw who hears the call (TEL-9)."""
    fields.flag("speaker", "On speaker phone")
    if fields.raw["speaker"]:
        fields.flag("speaker.told", "The caller was told")
        fields.flag("speaker.nobody", "Nobody else is in the room")
        fields.long_text("speaker.present", "Everyone present, one name a line", height=70)


def _names() -> tuple[str, ...]:
    return tuple(sorted(wiring.office().staff))


def _note(fields: DraftFields, name: str) -> None:
    fields.hold(name, wiring.now().isoformat())


def _instant(fields: DraftFields, name: str) -> datetime | None:
    kept = fields.hold(name)
    return datetime.fromisoformat(kept) if kept else None
