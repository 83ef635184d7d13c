"""What learners and trainers both see: that nothing is live, how to join, and who is where."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from app.classroom import ClassroomError
from app.tables.classroom import LearnerRow, refusal
from app.tables.training import heard, setting
from app.tables.words import plain
from app.widgets.markup import Html, element
from joic_policy.training import Exercise

__all__ = ["joining", "learners", "live_nothing", "reached", "to_read"]

_LOOK = Path(__file__).with_name("classroom.css")


@contextmanager
def reached() -> Iterator[None]:
    """Say on the page that the training store cannot be used, where it cannot."""
    try:
        yield
    except ClassroomError as error:
        st.error(plain(refusal(error)), icon=None)


def live_nothing(words: str = "") -> None:
    """Draw the banner of training, and how the rest looks; asked for once a page."""
    st.html(_LOOK)
    said = "Training: nothing here is live, and nothing reaches the register."
    st.html(element("p", f"{said} {words}".strip(), class_="live"))


def joining(address: str, code: str) -> None:
    """Draw where learners go and what they type, large enough for a screen on the wall."""
    st.html(
        element(
            "div",
            _told("Open in a browser", address, "large"),
            _told("and type the join code", code, "large code"),
            class_="joining",
        )
    )


def to_read(shown: Exercise) -> None:
    """Draw an exercise for a trainer to read, or to read out: the story, what is said, and what is asked."""
    says = [element("p", heard(shown)), element("blockquote", shown.says)] if shown.says else []
    asked = (element("li", task.wording, element("div", task.exhibit)) for task in shown.tasks)
    story = (element("p", text) for text in shown.story)
    st.html(element("div", element("p", setting(shown)), *story, *says, class_="story"))
    st.html(element("ol", *asked, class_="asked"))


def learners(rows: Iterable[LearnerRow], *, with_marks: bool) -> None:
    """Draw where everybody is."""
    headings = ("Learner", "Done", "Now", *(["Marks"] if with_marks else []))
    heads = element("tr", *(element("th", text, scope="col") for text in headings))
    body = (_learner(row, with_marks=with_marks) for row in rows)
    st.html(element("table", element("thead", heads), element("tbody", *body), class_="learners"))


def _told(label: str, words: str, kind: str) -> Html:
    return element("div", element("p", label), element("p", words, class_=kind))


def _learner(row: LearnerRow, *, with_marks: bool) -> Html:
    done = str(row.done) if row.length is None else f"{row.done} of {row.length}"
    bar = (
        [element("progress", value=str(row.done), max=str(row.length), aria_label=f"{row.initials}: {done}")]
        if row.length
        else []
    )
    return element(
        "tr",
        element("th", row.initials, scope="row"),
        element("td", *bar, done),
        element("td", row.now),
        *([element("td", row.marks)] if with_marks else []),
    )
