"""One contact: what is known, what is owed, what to do next, and everything that happened."""

import streamlit as st

from app import wiring
from app.forms.numbers import contact_number
from app.tables.contacts import contact_line, known
from app.tables.words import plain
from app.widgets.act import Sight
from app.widgets.before import before
from app.widgets.contact import facts, file, history, look_of_contact, next_step, owed
from app.widgets.dates import look
from app.widgets.permitted import permitted
from joic_policy.register import Card, ContactDesk, Deed


def unknown(given: str) -> None:
    """Say that there is no such contact, and where to look."""
    asked = f"There is no contact with the number {plain(given[:20])}." if given else "Which contact?"
    st.write(f"{asked} Look for it by its number, a name, an organisation or words.")
    st.page_link("views/find.py", label="Find a contact")


def shown(desk: ContactDesk, card: Card) -> None:
    """The whole contact."""
    sight = Sight(desk=desk, held=desk.contact(card.contact), number=card.number)
    contact = sight.held.contact
    st.markdown(
        f"**{plain(card.name or card.organisation or 'Name not known')}**. {plain(contact_line(contact))}"
    )
    before(sight, card)
    left, right = st.columns(2, gap="medium")
    with left:
        next_step(sight, desk.deadlines(contact))
        st.page_link(
            "views/letters.py", label="Write a letter or an email", query_params={"number": str(card.number)}
        )
    with right:
        facts(known(contact))
        file(sight, card)
        owed(sight)
    history(sight)


look()
look_of_contact()
desk, given = wiring.desk(), st.query_params.get("number", "")
number = contact_number(given)
st.title(f"Contact {number}" if number else "Contact", anchor=False)
if permitted(desk.actor, Deed.SEE_CONTACTS):
    found = desk.register.numbered(number) if number else None
    if found:
        shown(desk, found)
    else:
        unknown(given)
