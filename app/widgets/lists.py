"""Lists of contacts: each a link to its page, and under it what there is to say."""

from collections.abc import Iterable
from pathlib import Path

import streamlit as st

from app.tables.cards import CardRow
from app.tables.holidays import MovedRow
from app.tables.queue import QueueRow
from app.tables.words import plain
from app.widgets.markup import Html, element
from joic_policy import Status

__all__ = ["cards", "lines", "link", "look_of_lists", "moved"]

_LOOK = Path(__file__).with_name("lists.css")
_WEIGHTS = {Status.OVERDUE: "urgent", Status.DUE_TODAY: "urgent", Status.WAIVED: "quiet"}


def look_of_lists() -> None:
    """How the lists look; asked for once a page."""
    st.html(_LOOK)


def link(number: int, title: str) -> None:
    """A way to a contact's page; only its number stands in the address."""
    st.page_link("views/contact.py", label=plain(title), query_params={"number": str(number)})


def lines(rows: Iterable[QueueRow], *, of: str) -> None:
    """Draw lines of the queue; `of` tells one list on a page from another."""
    with st.container(gap="xxsmall"):
        for place, row in enumerate(rows):
            weight = _WEIGHTS.get(row.standing, "plain")
            with st.container(key=f"listed-{weight}-{of}-{place}", gap=None):
                link(row.number, row.title)
                st.html(_line(row, weight))


def cards(rows: Iterable[CardRow], *, of: str) -> None:
    """Draw contacts that were found."""
    with st.container(gap="xxsmall"):
        for place, row in enumerate(rows):
            weight = "plain" if row.is_open else "quiet"
            with st.container(key=f"listed-{weight}-{of}-{place}", gap=None):
                link(row.number, row.title)
                st.html(_card(row))


def moved(rows: Iterable[MovedRow]) -> None:
    """Draw contacts that a holiday touches."""
    with st.container(gap="xxsmall"):
        for row in rows:
            weight = "urgent" if row.promise else "plain"
            with st.container(key=f"listed-{weight}-moved-{row.number}", gap=None):
                link(row.number, row.title)
                st.html(_moves(row, weight))


def _moves(row: MovedRow, weight: str) -> Html:
    lines = (
        element(
            "div",
            element("span", what, class_="what"),
            element("span", f"{before} becomes ", element("b", after), class_="when"),
            element("span", row.owner or "Nobody's yet", class_="whose"),
            class_="line",
        )
        for what, before, after in row.moves
    )
    promise = (element("p", row.promise, class_="subject"),) if row.promise else ()
    return element("div", *lines, *promise, class_=f"listed moves {weight}")


def _line(row: QueueRow, weight: str) -> Html:
    what = element(
        "div",
        element("div", row.duty, *_subject(row.subject), class_="what"),
        element("span", element("b", row.when), f" ({row.far})", class_="when"),
        element("span", row.owner or "Nobody's yet", class_="whose"),
        element("span", row.status, class_="status"),
        class_="line",
    )
    return element("div", what, class_=f"listed {weight}")


def _card(row: CardRow) -> Html:
    what = element(
        "div",
        element("div", row.came, *_subject(row.subject), class_="what"),
        element("span", f"File {row.file}" if row.file else "No file", class_="when"),
        element("span", row.owner or "Nobody's yet", class_="whose"),
        element("span", row.standing, class_="status"),
        class_="line",
    )
    return element("div", what, class_="listed wide")


def _subject(subject: str) -> Iterable[Html]:
    return (element("div", subject, class_="subject"),) if subject.strip() else ()
