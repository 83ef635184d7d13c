"""The fields of a what-if: what happened, how it is read, which numbers and days off hold."""

from datetime import date

import streamlit as st

from app.forms.contacts import legal_acts, start_facts
from app.forms.deadlines import NUMBERS, questions
from app.tables.labels import ANSWERS, ASKS, BECAUSE, CHANNELS, FACTS
from app.widgets.fields import Fields
from joic_policy import Answer, Channel, ClosedBecause, MatterKind, Policy

__all__ = ["what_if_fields"]

_SIDES = {"external": "outside", "internal": "inside"}
_SENT = {channel: channel.words for channel in CHANNELS}


def what_if_fields(fields: Fields, policy: Policy, received_on: date) -> None:
    """Draw every field of a scenario. `received_on` is what the day of receipt begins with."""
    channel, side = st.columns([3, 2], vertical_alignment="bottom")
    with channel:
        fields.choice("channel", "Channel", CHANNELS, Channel.LETTER)
    with side:
        fields.choice("from", "From", _SIDES, "external")
    fields.moment("received", "Received on", "Received at", received_on)
    fields.choices("asks", "What is asked", ASKS, "Nothing with a date of its own")
    _start_facts(fields, policy)
    with st.expander("What has been done so far"):
        _done(fields)
        _done_by_law(fields, policy)
        fields.moment("closed", "Closed on", "Closed at")
        fields.choice("because", "Closed because", BECAUSE, ClosedBecause.ANSWERED)
    with st.expander("Other readings, numbers, holidays"):
        _changed(fields, policy, fields.raw["received"] or received_on)


def _start_facts(fields: Fields, policy: Policy) -> None:
    for kind in fields.raw["asks"]:
        for fact in start_facts(policy, MatterKind(kind)):
            name, asked = f"{kind}.{fact}", ASKS[kind]
            if fact.endswith("_at"):
                fields.moment(name, f"{FACTS[fact]} ({asked})", f"At ({asked})")
            else:
                fields.day(name, f"{FACTS[fact]} ({asked})")


def _done(fields: Fields) -> None:
    _act(fields, "acknowledged", "Acknowledged")
    fields.flag("automatic", "It was a receipt that the mailbox or form sent by itself")
    expected, recorded = st.columns(2, vertical_alignment="bottom")
    with expected:
        fields.day("expected", "Full response expected by")
    with recorded:
        fields.day("expected.recorded", "Recorded on")
    number = 1
    while True:
        told, revised = f"told.{number}", f"revised.{number}"
        again = " again" if number > 1 else ""
        _act(fields, told, f"Told{again} of a delay")
        fields.day(revised, f"Revised{again} to")
        number += 1
        told_next, revised_next = f"told.{number}", f"revised.{number}"
        filled = fields.raw[told] and fields.raw[revised]
        if not (filled or fields.known(told_next) or fields.known(revised_next)):
            break
    _act(fields, "responded", "Responded")
    fields.choice("answer", "The response gave", ANSWERS, Answer.EVERY_POINT)
    fields.moment("noted", "File note made on", "File note made at")


def _done_by_law(fields: Fields, policy: Policy) -> None:
    """An acknowledgement or a response does some of it; the rest is told here."""
    for kind in fields.raw["asks"]:
        for statute in legal_acts(policy, MatterKind(kind)):
            fields.day(f"done.{statute.id}", f"Done on: {statute.title.lower()}")


def _act(fields: Fields, name: str, label: str) -> None:
    fields.moment(name, f"{label} on", f"{label} at")
    fields.choice(f"{name}.channel", f"{label}, how", _SENT, Channel.EMAIL)


def _changed(fields: Fields, policy: Policy, on: date) -> None:
    for number in NUMBERS:
        standard = policy.standards[number]
        fields.number(f"days.{number}", f"{standard.title}: working days", str(standard.on(on).n))
    day, name = st.columns(2)
    with day:
        fields.day("holiday", "Extra holiday on")
    with name:
        fields.text("holiday.name", "Its name", "Extra holiday")
    for question in questions(policy):
        start = getattr(policy.interpretations, question.id)
        fields.choice(f"reading.{question.id}", question.question, question.readings, start)
