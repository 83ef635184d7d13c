"""One what-if answer, around its dates: what was left out, and one deadline looked at closely."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial

import streamlit as st

from app.documents.calendar import calendar_file
from app.forms.deadlines import WhatIf
from app.tables.acts import DONE
from app.tables.deadlines import by_name, explained, longest, still_owed
from app.tables.months import picture
from app.tables.scenarios import other_readings
from app.tables.words import listed, plain
from app.widgets.fields import Fields
from app.widgets.months import months
from joic_policy import Deadline, Event
from joic_policy.units import day_in_jersey, day_words

__all__ = ["closer", "notices", "save"]


def notices(told: Mapping[str, tuple[Fields, WhatIf]], at: datetime) -> None:
    """Say what keeps the dates of each scenario, by its title, from being the whole answer."""
    of: dict[str, list[str]] = {}
    for title, (_, answer) in told.items():
        for notice in _notices(answer, day_words(day_in_jersey(at))):
            of.setdefault(notice, []).append(title)
    for title, (fields, answer) in told.items():
        if answer.findings:
            wrong = [f"- {plain(fields.label(one.field))}: {plain(one.message)}" for one in answer.findings]
            which = f"{title}: there is a problem." if title else "There is a problem."
            st.error("\n".join((f"{which} What is named here is left out of the dates.", *wrong)), icon=None)
    for notice, titles in of.items():
        st.info(notice if len(titles) == len(told) else f"{titles[0]}: {notice}", icon=None)


def closer(answer: WhatIf, at: datetime) -> None:
    """One deadline of an answer: its count on the calendar, other readings, and how it came about."""
    owed = by_name(answer.deadlines)
    if not owed:
        return
    st.header("Look closer", anchor=False)
    name = st.selectbox(
        "Deadline",
        list(owed),
        index=list(owed).index(longest(owed)),
        format_func=lambda name: owed[name].title if name in owed else "",
        key="closer",
        persist_state="session",
    )
    deadline = owed.get(name) or owed[longest(owed)]
    others = tuple(owed.values())
    months(picture(deadline, others, as_of=day_in_jersey(at), calendar=answer.calendar))
    for caution in deadline.explanation.cautions:
        st.caption(plain(caution))
    _readings(deadline)
    with st.expander("How it came about, as text to copy"):
        st.code(explained(deadline, at), language=None, wrap_lines=True)


def save(answer: WhatIf, at: datetime) -> None:
    """The Office's dates that are still to come, as a calendar file."""
    owed = still_owed(answer.deadlines, at)
    if owed:
        received_on = owed[0].ground.contact.received_on
        st.download_button(
            "Save to a calendar (.ics)",
            partial(calendar_file, owed, at),
            file_name=f"deadlines-received-{received_on}.ics",
            mime="text/calendar",
            on_click="ignore",
            key="save",
        )


def _notices(answer: WhatIf, as_of: str) -> Iterator[str]:
    if answer.deadlines and not answer.begun:
        yield f"Not received yet as of {as_of}: these are the dates that it will have."
    if answer.later:
        acts = listed(tuple(map(_act, answer.later)))
        yield f"Left out, as it lies after {as_of}: {acts}. A later as-of day counts it."


def _act(act: Event) -> str:
    return f"{DONE[type(act)]} ({day_words(day_in_jersey(act.happened_at))})"


def _readings(deadline: Deadline) -> None:
    """The readings that would change the answer first, then those that cannot be computed."""
    found = other_readings(deadline)
    st.markdown(
        f"**Would another reading change it?** {'Yes.' if found.changing else 'None that can be computed.'}"
    )
    lines = [
        f"- {plain(question)} {plain(words)}" for question, words in (*found.changing, *found.not_computable)
    ]
    if lines:
        st.markdown("\n".join(lines))
    if found.same:
        st.caption(f"The same answer under {found.same} other reading{'s' if found.same > 1 else ''}.")
