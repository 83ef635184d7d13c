"""The picture of a calendar: a table a month, read well aloud, told apart without colour."""

import streamlit as st

from app.tables.months import Day, Month, Picture
from app.tables.words import plain
from app.widgets.markup import Html, element

__all__ = ["months"]

_LEGEND = (
    "Bold numbers count the working days. Hatched: weekends and holidays (hol). In: the day of receipt. "
    "Thick frame: a due day."
)
_MARKED = {"now": "Dashed frame, now: the as-of day.", "you": "You: the day that you answered."}
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def months(picture: Picture) -> None:
    """Draw the months, after the same in words."""
    st.write(plain(picture.words))
    st.html(element("div", *map(_month, picture.months), class_="months"))
    drawn = {
        mark for month in picture.months for week in month.weeks for day in week if day for mark in day.marks
    }
    legend = [_LEGEND, *(words for mark, words in _MARKED.items() if mark in drawn)]
    st.caption(" ".join((*legend, *(["Later months are not drawn."] if picture.cut else []))))


def _month(month: Month) -> Html:
    names = (element("th", name[:2], scope="col", abbr=name) for name in _WEEK)
    weeks = (element("tr", *map(_cell, week)) for week in month.weeks)
    table = element(
        "table",
        element("caption", month.title),
        element("thead", element("tr", *names)),
        element("tbody", *weeks),
    )
    notes = element("ul", *(element("li", note) for note in month.notes)) if month.notes else Html()
    return element("section", table, notes)


def _cell(day: Day | None) -> Html:
    if day is None:
        return element("td", class_="none")
    inside = [str(day.on.day)]
    if day.number:
        spoken = element("span", ", day ", class_="seen-by-readers")
        inside.append(element("span", spoken, str(day.number), class_="number"))
    marks = [*(["hol"] if day.holiday else []), *day.marks]
    inside += [element("span", mark, class_="mark") for mark in marks]
    classes = (
        ("rest", day.weekend or day.holiday),
        ("due", "due" in day.marks),
        ("now", "now" in day.marks),
    )
    return element("td", *inside, class_=" ".join(name for name, holds in classes if holds))
