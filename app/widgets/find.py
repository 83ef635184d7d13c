"""Finding contacts: by words, page by page; all on a file; and what those of one person hold of them."""

import streamlit as st

from app import wiring
from app.documents.sheets import sheet_lines
from app.tables.cards import card_row, title
from app.tables.subject_access import HEADINGS, PassageRow, cells, passage_rows, plain_draft
from app.tables.words import plain
from app.widgets.lists import cards
from app.widgets.markup import element
from joic_policy.errors import ConflictOfInterestError
from joic_policy.register import Card, ContactDesk
from joic_policy.register.subject_access import subject_access_draft

__all__ = ["draft_of", "found_by_words", "of_file"]

_PAGE, _PAGES, _CHOSEN = 50, "find.pages", "find.chosen"


def found_by_words(desk: ContactDesk) -> tuple[Card, ...]:
    """Draw the search and one page of what it finds, and give that page."""
    typed = st.text_input(
        "Name, number, organisation or words",
        key="find.words",
        persist_state="session",
        help="Words may be cut short, and accents left out: zoe sueu finds Zoë Le Sueur.",
    )
    words = (typed or "").strip()
    if st.session_state.get(_PAGES, (None,))[0] != words:
        st.session_state[_PAGES] = (words, [])
    before: list[int] = st.session_state[_PAGES][1]
    found = desk.find(words, before=before[-1] if before else None, size=_PAGE + 1)
    shown = found[:_PAGE]
    if words and not shown:
        st.write("No contact has all of these. Try fewer words, or the beginning of one.")
    cards(map(card_row, shown), of="found")
    with st.container(horizontal=True):
        if before:
            st.button("Newer", key="find.newer", on_click=_back, args=(before,))
        if len(found) > _PAGE:
            st.button("Older", key="find.older", on_click=before.append, args=(shown[-1].number,))
    return shown


def of_file(desk: ContactDesk, found: tuple[Card, ...]) -> None:
    """Draw the choice of a file, of those found or any other, and all its contacts."""
    files = list(dict.fromkeys(card.file for card in found if card.file))
    file = st.selectbox(
        "File",
        files,
        index=None,
        accept_new_options=True,
        placeholder="A reference",
        key="find.file",
        persist_state="session",
    )
    if file:
        held = desk.seen(desk.register.on_file(file.strip()))
        st.write(f"Contacts on file {plain(file)}, the oldest first: {len(held)}")
        cards(map(card_row, held), of="file")


def draft_of(desk: ContactDesk, found: tuple[Card, ...]) -> None:
    """Draw the choice of the contacts that are one person's, and what they hold of them."""
    chosen: dict[int, Card] = st.session_state.setdefault(_CHOSEN, {})
    offered = chosen | {card.number: card for card in found}
    numbers = st.multiselect(
        "Which of these are this person's",
        sorted(offered),
        format_func=lambda number: title(offered[number]),
        placeholder="Choose each contact that is theirs",
        key="find.person",
        persist_state="session",
    )
    chosen.clear()
    chosen.update((number, offered[number]) for number in numbers)
    if not numbers:
        return
    ids = {offered[number].contact: number for number in numbers}
    try:
        rows = passage_rows(subject_access_draft(desk, tuple(ids)), ids)
    except ConflictOfInterestError:
        st.error("One of these is closed to you: a colleague has to gather this.", icon=None)
        return
    _downloads(rows, desk.actor.name)
    _passages(rows)


def _downloads(rows: tuple[PassageRow, ...], by: str) -> None:
    marked = sum(row.is_marked for row in rows)
    st.warning(
        f"A draft of {len(rows)} texts, {marked} of them marked. Somebody reads it all and takes out what is "
        "others' before any of it is given out. What you download leaves this register: keep it safe.",
        icon=None,
    )
    with st.container(horizontal=True):
        for name, data, mime in (
            ("text", plain_draft(rows, at=wiring.now(), by=by), "text/plain"),
            ("csv", b"".join(sheet_lines(HEADINGS, cells(rows))), "text/csv"),
        ):
            st.download_button(
                f"Draft as {name if name == 'text' else 'CSV'}",
                data,
                file_name=f"draft-what-we-hold.{'txt' if name == 'text' else name}",
                mime=mime,
                on_click="ignore",
                key=f"find.draft.{name}",
            )


def _passages(rows: tuple[PassageRow, ...]) -> None:
    drawn = (
        element(
            "li",
            element("div", element("b", row.part), f" · contact {row.number}, {row.what}, {row.day}"),
            element("div", row.heed, class_="heed" if row.is_marked else ""),
            element("blockquote", row.text),
        )
        for row in rows
    )
    st.html(element("ul", *drawn, class_="passages"))


def _back(before: list[int]) -> None:
    before.pop()
