"""Contacts brought in as a table: what is in it, what is wrong with it, and then all of it at one press."""

import streamlit as st

from app import wiring
from app.documents.contacts_in import Checked, checked, recorded
from app.documents.register_csv import READ_AGAIN
from app.documents.register_json import read_back
from app.documents.sheets import sheet_from
from app.forms.findings import file_refusal
from app.tables.exchange import fault_rows
from app.tables.words import listed, plain
from app.widgets.done import note_done, say_done
from app.widgets.entries import rows
from app.widgets.permitted import permitted
from app.widgets.refusals import refusals_said, say_refusal
from joic_policy import InvalidError, PolicyError
from joic_policy.register import Deed

__all__ = ["contacts_in"]

_MOST_FAULTS = 50


def contacts_in() -> None:
    """Draw where the table is dropped, and what it comes to."""
    if not permitted(wiring.actor(), Deed.IMPORT_CONTACTS):
        return
    st.caption("A table as it was taken out here, or with some of its columns: one row a contact.")
    with st.expander("Its columns"):
        st.write(plain(f"{listed(READ_AGAIN)}."))
        st.write("A row needs a channel and the day on which it was received. Every other may be left out.")
    if wiring.register().numbered(1) is None:
        _whole()
    file = st.file_uploader("Drop the table here, as CSV", type=["csv", "txt"], key="exchange.table")
    say_done("exchange.table")
    if file is None:
        return
    try:
        with st.spinner("Checking every row"):
            found = checked(wiring.desk(), sheet_from(file.getvalue(), file=file.name))
    except InvalidError as error:
        st.error(plain(file_refusal(error)), icon=None)
        return
    _found(found)


def _whole() -> None:
    """Where nothing is recorded yet, everything that was taken out of another register can be put in."""
    with st.expander("Or a whole register, as JSON"):
        file = st.file_uploader("Drop everything recorded here, as JSON", type=["json"], key="exchange.whole")
        if file is None or not st.button("Put it all in", key="exchange.read_back"):
            return
        with refusals_said("What is in stays: press again to go on."):
            done = 0
            with st.spinner("Recording"):
                try:
                    for number in read_back(wiring.desk(), file.getvalue(), file=file.name):
                        done = number
                except InvalidError as error:
                    st.error(plain(file_refusal(error)), icon=None)
                    return
            note_done("exchange.table", f"{done} {'event' if done == 1 else 'events'} put in.")
            st.rerun()


def _found(found: Checked) -> None:
    if found.passed_over:
        st.caption(plain(f"Not read, since they follow from the rest: {listed(found.passed_over)}."))
    st.write(_summary(found))
    if found.faults:
        st.error(
            "Nothing is recorded until every row is right. Mend these and drop the table again.", icon=None
        )
        rows(("Line", "Column", "Given", "Expected"), fault_rows(found.faults[:_MOST_FAULTS]))
        if len(found.faults) > _MOST_FAULTS:
            st.caption(f"And {len(found.faults) - _MOST_FAULTS} more.")
    elif found.new and st.button(f"Record all {len(found.new)}", key="exchange.import", type="primary"):
        _record(found)


def _summary(found: Checked) -> str:
    parts = [f"{len(found.new)} new"]
    if found.here:
        parts.append(f"{len(found.here)} in the register already, left as they are")
    if found.twice:
        parts.append(f"{len(found.twice)} that repeat another row, left out")
    if found.faults:
        parts.append(f"{len({fault.line for fault in found.faults})} rows with something wrong")
    return f"{'; '.join(parts)}."


def _record(found: Checked) -> None:
    bar = st.progress(0.0, "Recording")
    count = len(found.new)
    try:
        for done in recorded(wiring.desk(), found):
            bar.progress(done / count, f"{done} of {count} recorded")
    except PolicyError as error:
        say_refusal(error, then="")
        st.write("What was recorded stays: drop the same table again to go on.")
        return
    note_done("exchange.table", f"{count} {'contact' if count == 1 else 'contacts'} recorded.")
    st.rerun()
