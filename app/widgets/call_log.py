"""The telephone system's log: its columns as they were understood, and its calls to take or leave."""

from collections.abc import Mapping, Sequence

import streamlit as st

from app import wiring
from app.documents.call_log import Call, Fault, Part, calls, columns_guessed
from app.documents.sheets import Sheet, sheet_from
from app.forms.findings import file_refusal
from app.tables.exchange import call_rows, fault_rows
from app.tables.words import plain
from app.widgets.done import note_done, say_done
from app.widgets.entries import rows
from app.widgets.refusals import say_refusal
from joic_policy import InvalidError, PolicyError

__all__ = ["call_log"]

_PARTS: Mapping[str, str] = {
    Part.RANG_AT: "When it rang",
    Part.RANG_TIME: "Its time, if apart",
    Part.ANSWERED_AT: "When it was answered",
    Part.ENDED_AT: "When it ended",
    Part.WAITED: "How long it rang",
    Part.NUMBER: "The caller's number",
    Part.EXTENSION: "The extension",
    Part.ABANDONED: "Whether it was given up",
}
_FEW = 10


def call_log() -> None:
    """Draw where it is dropped, and what is in it."""
    st.caption("Calls by Jersey's clocks, as the telephone system exports them. A call is taken once only.")
    file = st.file_uploader("Drop the call log here, as CSV", type=["csv", "txt"], key="exchange.calls")
    say_done("exchange.calls")
    if file is None:
        return
    try:
        sheet = sheet_from(file.getvalue(), file=file.name)
        columns = _columns(sheet)
        owners = {each.extension: name for name, each in wiring.office().staff.items() if each.extension}
        read = tuple(calls(sheet, columns, owners=owners))
    except InvalidError as error:
        st.error(plain(file_refusal(error, _PARTS)), icon=None)
        return
    _faults([each for each in read if isinstance(each, Fault)])
    _calls([each for each in read if isinstance(each, Call)])


def _columns(sheet: Sheet) -> Mapping[Part, str]:
    guessed = columns_guessed(sheet)
    headings = [heading for heading in sheet.headings if heading]
    with st.expander("What its columns tell", expanded=Part.RANG_AT not in guessed):
        left, right = st.columns(2)
        chosen: dict[Part, str] = {}
        for place, part in enumerate(Part):
            with (left, right)[place % 2]:
                start = guessed.get(part)
                heading = st.selectbox(
                    _PARTS[part],
                    headings,
                    index=headings.index(start) if start else None,
                    placeholder="No such column",
                    key=f"exchange.column.{part}.{hash(sheet.headings)}",
                )
            if heading:
                chosen[part] = heading
    return chosen


def _faults(faults: Sequence[Fault]) -> None:
    if faults:
        st.warning(f"Rows that could not be read, and so cannot be taken: {len(faults)}.", icon=None)
        with st.expander("Which, and why"):
            rows(("Line", "Column", "Given", "Expected"), fault_rows(faults))


def _calls(read: Sequence[Call]) -> None:
    register, now = wiring.register(), wiring.now()
    new = [
        each for each in read if register.card(each.received.id) is None and each.received.happened_at <= now
    ]
    ahead = sum(each.received.happened_at > now for each in read)
    here = len(read) - len(new) - ahead
    st.write(
        f"{len(new)} to take; {here} taken already{f'; {ahead} still to come, left out' if ahead else ''}."
    )
    if not new:
        return
    shown = call_rows(new)
    chosen = st.dataframe(
        shown,
        key=f"exchange.calls.chosen.{new[0].received.id}.{len(new)}",  # another list, another choice
        on_select="rerun",
        selection_mode="multi-row",
        hide_index=True,
        height="auto" if len(new) <= _FEW else 400,
    )
    picked = [new[place] for place in chosen["selection"]["rows"] if place < len(new)]
    with st.container(horizontal=True):
        some = st.button("Take those chosen", key="exchange.calls.take", disabled=not picked)
        every = st.button(f"Take all {len(new)}", key="exchange.calls.all")
    if some or every:
        _take(picked if some else new)


def _take(taken: Sequence[Call]) -> None:
    desk, of = wiring.desk(), len(taken)
    bar = st.progress(0.0, "Recording")
    for before, each in enumerate(taken):
        try:
            desk.record(each.received.id, each.received, expecting=0)
        except PolicyError as error:
            say_refusal(error, then="")
            st.write(f"That is line {each.line}. Recorded before it: {before}; take the others again.")
            return
        bar.progress((before + 1) / of, f"{before + 1} of {of} recorded")
    note_done("exchange.calls", f"{of} {'call' if of == 1 else 'calls'} recorded.")
    st.rerun()
