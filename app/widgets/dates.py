"""Dates as lines: what is owed, by when, how it stands, and a badge that says where it is written."""

from collections.abc import Iterable
from pathlib import Path

import streamlit as st

from app.tables.deadlines import DateRow, Group
from app.tables.scenarios import MovedRow
from app.widgets.markup import Html, element
from joic_policy import Status

__all__ = ["clause_badge", "dates", "look", "moves"]

_HEADINGS = ("What", "First", "Second", "What moved")
_LOOK = Path(__file__).with_name("dates.css")
_CLASSES = {
    Status.OVERDUE: "urgent",
    Status.DUE_TODAY: "urgent",
    Status.DISPLACED: "quiet displaced",
    Status.BESIDE: "quiet",
    Status.WAIVED: "quiet",
    Status.MET: "quiet",
    Status.MET_LATE: "quiet",
    Status.CLOSED_WITHOUT: "quiet",
}


def look() -> None:
    """How dates, moves and months look; asked for once a page."""
    st.html(_LOOK)


def clause_badge(source: str, says: str, before: str = "") -> Html:
    """Where it is written; opened, by mouse or keyboard, it says what is written there."""
    return element(
        "details", element("summary", before, element("b", source)), element("p", says, class_="source")
    )


def dates(groups: Iterable[Group]) -> None:
    """Draw deadlines, each group under its title."""
    drawn = (
        element("h2", group.title) + element("ul", *map(_line, group.rows), class_="rows") for group in groups
    )
    st.html(element("div", Html("".join(drawn)), class_="dates"))


def moves(rows: Iterable[MovedRow]) -> None:
    """Draw two scenarios side by side, with what moved."""
    headings = element("tr", *(element("th", text, scope="col") for text in _HEADINGS))
    body = (
        element(
            "tr",
            element("th", row.title, scope="row"),
            element("td", row.first),
            element("td", row.second),
            element("td", element("strong" if row.differs else "span", row.moved), *_because(row.why)),
        )
        for row in rows
    )
    table = element("table", element("thead", headings), element("tbody", *body))
    st.html(element("div", element("h2", "What moved"), table, class_="moved"))


def _line(row: DateRow) -> Html:
    far = f" ({row.distance})" if row.distance else ""
    return element(
        "li",
        element(
            "div", element("span", row.title), element("span", row.status, class_="status"), class_="line"
        ),
        element("div", element("span", row.when, class_="when"), far),
        *(element("p", mark, class_="mark") for mark in row.marks),
        clause_badge(row.source, row.says, before=f"Owed by {row.owed_by}: "),
        class_=_CLASSES.get(row.standing, ""),
    )


def _because(why: Iterable[str]) -> Iterable[Html]:
    return (element("div", reason) for reason in why)
