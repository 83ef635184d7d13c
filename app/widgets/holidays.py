"""A holiday, from what is typed to every date that it moves."""

from uuid import UUID, uuid5

import streamlit as st
from attrs import evolve
from streamlit.delta_generator import DeltaGenerator

from app import wiring
from app.forms.holidays import holiday
from app.tables.holidays import HolidayRow, found_words, moved_rows
from app.tables.words import plain
from app.widgets.drafts import DraftFields
from app.widgets.lists import moved
from app.widgets.office import sent, sent_at
from app.widgets.permitted import permitted
from joic_policy.contacts import Withdrawn
from joic_policy.register import OFFICE, ContactDesk, HolidayProclaimed
from joic_policy.register.holidays import Moved, Progress, moved_by, proclaim, withdraw
from joic_policy.units import day_words

__all__ = ["counted_anew", "holiday_form", "wrong"]

_TRIED, _WRITTEN = "holidays.tried", "holidays.written"
_AT_ONCE, _SHOWN = 100, 100


def holiday_form(desk: ContactDesk, below: DeltaGenerator) -> None:
    """Draw the form, and `below` it what the day would move: that is looked at before it is proclaimed."""
    fields = DraftFields("holidays")
    fields.day("on", "Day off")
    fields.text("name", "What it is called", "Day of mourning")
    fields.text("source", "Where it is proclaimed", "R&O 12/2026")
    fields.keep()
    pressed = st.button("See what it moves", key="holidays.try")
    event = _begun(desk, fields.id)
    if event is None:
        told = holiday(fields.raw, id=fields.id, at=wiring.now(), calendar=desk.calendar)
        event = told.event
        if pressed:
            fields.tell(told.findings)
    if event and pressed:
        st.session_state[_TRIED] = (event.on, _tried(desk, event))
    on, found = st.session_state.get(_TRIED, (None, ()))
    if event and event.on == on:
        with below:
            st.header(f"What {day_words(event.on)} would move", anchor=False)
            st.write(f"{found_words(found)} Nothing has changed yet.")
            if permitted(desk.actor, HolidayProclaimed.__name__):
                _proclaim(desk, event, fields)
            _drawn(found)
    elif _WRITTEN in st.session_state:
        with below:
            st.header("What moved", anchor=False)
            st.write("Tell whoever looks after these, and any customer who counts on the old day.")
            _drawn(st.session_state[_WRITTEN])


def counted_anew(desk: ContactDesk) -> None:
    """Have every list show the dates by the calendar in force, also where that broke off before."""
    done, words = 0, st.empty()
    while (size := desk.index_anew(size=_AT_ONCE)) == _AT_ONCE:
        done += size
        words.write(f"Counting dates anew: {done} contacts")
    words.empty()


def wrong(desk: ContactDesk, row: HolidayRow) -> None:
    """Draw the way to withdraw a holiday that was proclaimed wrongly."""
    with st.expander(f"Withdraw {plain(row.day)}: it was wrong", key=f"holidays.wrong.{row.id}"):
        if not permitted(desk.actor, Withdrawn.__name__):
            return
        why = st.text_input("Why it was wrong", key=f"holidays.why.{row.id}", persist_state="session")
        if st.button("Withdraw it", key=f"holidays.withdraw.{row.id}") and _why_given(why):
            _withdraw(desk, row, why)


def _drawn(found: tuple[Moved, ...]) -> None:
    moved(moved_rows(found)[:_SHOWN])
    if len(found) > _SHOWN:
        st.write(f"And {len(found) - _SHOWN} more.")


def _begun(desk: ContactDesk, of: UUID) -> HolidayProclaimed | None:
    """The same holiday, if it was proclaimed and broke off before all was written."""
    events = (each.event for each in desk.register.history(OFFICE))
    return next((event for event in events if event.id == of and isinstance(event, HolidayProclaimed)), None)


def _tried(desk: ContactDesk, event: HolidayProclaimed) -> tuple[Moved, ...]:
    found: list[Moved] = []
    with st.spinner("Looking through what is open"):
        found.extend(moved_by(desk, event))
    return tuple(found)


def _proclaim(desk: ContactDesk, event: HolidayProclaimed, fields: DraftFields) -> None:
    if not st.button("Proclaim it", key="holidays.proclaim", type="primary"):
        return
    bar = st.progress(0.0, "Writing it into every history that it moves")
    at = sent_at(event.id)

    def write(expecting: int) -> str:
        sending = _begun(desk, event.id) or evolve(event, happened_at=at, recorded_at=at)
        written = proclaim(desk, sending, expecting=expecting, progress=_shown_in(bar))
        counted_anew(desk)
        fields.done()
        st.session_state.pop(_TRIED, None)
        if written:
            st.session_state[_WRITTEN] = written
        return f"Proclaimed. {found_words(written)}"

    if sent(event.id, write):
        st.rerun()
    bar.empty()


def _withdraw(desk: ContactDesk, row: HolidayRow, why: str) -> None:
    bar = st.progress(0.0, "Taking it back from every history that it moved")
    id_ = uuid5(row.id, "withdrawn")  # once, however often it is pressed
    event = Withdrawn(id=id_, happened_at=sent_at(id_), of=row.id, why=why)

    def write(expecting: int) -> str:
        found = withdraw(desk, event, expecting=expecting, progress=_shown_in(bar))
        counted_anew(desk)
        return f"Withdrawn. Contacts whose dates moved back: {len(found)}."

    if sent(id_, write):
        st.rerun()
    bar.empty()


def _shown_in(bar: DeltaGenerator) -> Progress:
    def progress(done: int, of: int) -> None:
        bar.progress(done / of)

    return progress


def _why_given(why: str) -> bool:
    if why.strip():
        return True
    st.error("Nothing given: expected why it was wrong.", icon=None)
    return False
