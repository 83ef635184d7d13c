"""The written policy: its clauses, numbers, open questions, the law beside it, and the Office's details."""

import streamlit as st

from app import wiring
from app.tables import policy as tables
from app.widgets.entries import definitions, entries, rows
from joic_policy.policy import ClauseStatus, OwedBy
from joic_policy.units import day_words

policy, on = wiring.policy(), wiring.as_of_on()


def clauses() -> None:
    """Every clause, and what becomes of it here."""
    st.write("In our own words and with ids of our own; what counts is the policy's text.")
    search, section, statuses = st.columns(3)
    found = tables.clauses_found(
        policy,
        words=search.text_input("Words or id", key="policy.words", persist_state="session"),
        section=section.selectbox(
            "Section",
            tables.sections(policy),
            index=None,
            placeholder="Any",
            key="policy.section",
            persist_state="session",
        ),
        statuses=statuses.multiselect(
            "What becomes of it",
            list(ClauseStatus),
            format_func=lambda status: tables.STATUSES[status],
            placeholder="Anything",
            key="policy.statuses",
            persist_state="session",
        ),
    )
    st.write(f"{sum(map(len, found.values()))} of {len(policy.clauses)} clauses")
    for title, listed in found.items():
        st.header(title, anchor=False)
        definitions(listed)


st.title("Policy", anchor=False)
written, numbers, questions, law, office = st.tabs(
    ["Clauses", "Numbers", "Open questions", "Law beside it", "The Office"]
)
with written:
    clauses()
with numbers:
    st.header(f"In force on {day_words(on)}", anchor=False)
    rows(tables.NUMBER_HEADINGS, tables.numbers_on(policy, on))
    st.header("Owed without a number", anchor=False)
    rows(["What", "Clause"], tables.undated_rows(policy))
with questions:
    st.header("Read one way, could be read another", anchor=False)
    entries(tables.open_questions(policy))
    st.header("Settled", anchor=False)
    entries(tables.settled_questions(policy))
with law:
    st.write("No legal advice. Only verified law that the Office itself owes takes the place of a number.")
    for title, owed_by in (
        ("What the Office owes", OwedBy.OFFICE),
        ("What an organisation owes", OwedBy.ORGANISATION),
        ("The customer's own time limits", OwedBy.CUSTOMER),
    ):
        st.header(title, anchor=False)
        entries(tables.statutes_by(policy, owed_by))
with office:
    st.header(policy.office.name, anchor=False)
    rows(["Detail", "Value"], tables.office_rows(policy))
