"""A letter as it will look, drawn beside what is filled in."""

from pathlib import Path

import streamlit as st

from app.widgets.markup import Html, element
from joic_policy.handling import Correspondence, Medium, Part

__all__ = ["page", "paper"]

_LOOK = Path(__file__).with_name("page.css")


def paper() -> None:
    """How a page looks; asked for once a page."""
    st.html(_LOOK)


def page(letter: Correspondence) -> None:
    """Draw every part in its order, in the font and size of the letter."""
    kind = "slip" if letter.medium is Medium.COMPLIMENT_SLIP else "sheet"
    font = "" if letter.plain else f"; font-family: {letter.font}, sans-serif"
    st.html(
        element(
            "article",
            *(_part(part, lines) for part, lines in letter.parts.items()),
            class_=f"letter {kind}",
            style=f"font-size: {letter.points}pt{font}",
        )
    )


def _part(part: Part, lines: tuple[str, ...]) -> Html:
    match part:
        case Part.HEADING:
            return element("header", *(element("div", line) for line in lines))
        case Part.SUBJECT:
            return element("p", *(element("strong", line) for line in lines))
        case Part.BODY:
            return Html("".join(element("p", *_lines(text.splitlines())) for text in lines))
        case _:
            return element("p", *_lines(lines))


def _lines(lines: tuple[str, ...] | list[str]) -> tuple[Html, ...]:
    return tuple(element("div", line) for line in lines)
