"""A letter as it will look, drawn beside what is filled in."""

import streamlit as st

from app.widgets.markup import Html, element
from joic_policy.handling import Correspondence, Medium
from joic_policy.policy import Office
from joic_policy.units import day_words

__all__ = ["page"]


def page(letter: Correspondence, office: Office) -> None:
    """Draw it; an email without its headers, a slip without what a letter has."""
    heading = (element("strong", office.name), *(element("div", line) for line in office.address))
    blocks = (
        element("header", *heading) if letter.headed else Html(),
        _lines(letter.recipient),
        element("p", day_words(letter.written_on)),
        element("p", f"{letter.salutation},") if letter.salutation else Html(),
        element("p", element("strong", letter.subject)),
        *(_paragraph(text) for text in letter.paragraphs),
        element("p", f"{letter.closing},") if letter.closing else Html(),
        _lines(letter.signed),
        _lines(("Enclosed:", *letter.enclosures)) if letter.enclosures else Html(),
    )
    kind = "slip" if letter.medium is Medium.COMPLIMENT_SLIP else "sheet"
    look = f"font-size: {letter.points}pt" + (
        "" if letter.plain else f"; font-family: {letter.font}, sans-serif"
    )
    st.html(element("article", *blocks, class_=f"joic-page {kind}", style=look))


def _lines(lines: tuple[str, ...]) -> Html:
    return element("p", Html("<br>".join(element("span", line) for line in lines)))


def _paragraph(text: str) -> Html:
    return _lines(tuple(text.splitlines()))
