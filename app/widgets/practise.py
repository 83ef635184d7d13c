"""An exercise as a learner sees it: the story and what is asked, then the marks, then what was missed."""

from datetime import date
from pathlib import Path

import streamlit as st

from app.forms.clocks import DAYS
from app.tables.training import (
    CLAUSE_HEADINGS,
    NONE_OF_THESE,
    MarkedRow,
    PartRow,
    clause_rows,
    coming_back,
    done_so_far,
    heard,
    marked_rows,
    marks_words,
    score,
    setting,
    unanswered,
)
from app.tables.words import plain
from app.widgets.dates import clause_badge
from app.widgets.markup import Html, element
from joic_policy.training import Answers, Exercise, Marking, Practice, Review, Task, Turn
from joic_policy.triage import Kind

__all__ = ["by_clause", "exercise_form", "look", "marks", "progress"]

_LOOK = Path(__file__).with_name("practise.css")


def look() -> None:
    """How exercises and marks look; asked for once a page."""
    st.html(_LOOK)


def exercise_form(turn: Turn, key: str) -> Answers | None:
    """Draw an exercise with what is asked; the answers, once the learner commits to them.

    `key` begins the key of every field: another for each turn, or what was given before stands in it again.
    """
    _story(turn.exercise, again=turn.again)
    for number, task in enumerate(turn.exercise.tasks, 1):
        _asked(number, task)
        _field(task, f"{key}.{task.id}")
    answers = _given(turn, key)
    left = unanswered(turn.exercise.tasks, answers)
    if left:
        st.caption(f"{len(answers)} of {len(turn.exercise.tasks)} answered.")
    return answers if st.button("Commit", key=f"{key}.commit", type="primary") else None


def marks(marking: Marking) -> None:
    """Draw what was right and what was not, why, and where the reasoning parted."""
    exercise = marking.exercise
    st.header(plain(exercise.title), anchor=False)
    st.write(plain(marks_words(marking.marks, marking.out_of)))
    for row in marked_rows(marking):
        st.html(_marked(row))
    st.html(element("p", exercise.lesson, class_="lesson"))


def progress(practice: Practice) -> None:
    """Draw how far a learner is, the score so far, and what comes back later."""
    st.write(plain(f"{done_so_far(practice)}. {score(practice)}."))
    for title in coming_back(practice):
        st.caption(plain(title))


def by_clause(review: Review) -> None:
    """Draw a review by clause, the most missed first."""
    heads = element("tr", *(element("th", text, scope="col") for text in CLAUSE_HEADINGS))
    body = (
        element(
            "tr",
            *(
                element("td", str(cell))
                for cell in (row.clause_id, row.summary, row.asked, row.missed, row.put_right)
            ),
        )
        for row in clause_rows(review)
    )
    st.html(element("table", element("thead", heads), element("tbody", *body), class_="reviewed"))


def _story(exercise: Exercise, *, again: bool) -> None:
    st.header(plain(f"{exercise.title}{' (once more)' if again else ''}"), anchor=False)
    said = [element("p", heard(exercise)), element("blockquote", exercise.says)] if exercise.says else []
    st.html(
        element(
            "div",
            element("p", setting(exercise)),
            *(element("p", text) for text in exercise.story),
            *said,
            class_="story",
        )
    )


def _asked(number: int, task: Task) -> None:
    st.subheader(plain(f"{number}. {task.wording}"), anchor=False)
    if task.exhibit:
        st.html(element("div", task.exhibit, class_="exhibit"))


def _field(task: Task, key: str) -> None:
    labels = {option.value: option.label for option in task.options}
    match task.kind:
        case Kind.ONE:
            st.radio(
                task.hint,
                list(labels),
                index=None,
                format_func=lambda value: plain(labels[value]),
                key=key,
                persist_state="session",
            )
        case Kind.SEVERAL:
            st.caption(task.hint)
            for place, label in enumerate(labels.values()):
                st.checkbox(plain(label), key=f"{key}.{place}", persist_state="session")
            st.checkbox(NONE_OF_THESE, key=f"{key}.none", persist_state="session")
        case Kind.DAY:
            st.date_input(
                task.hint,
                None,
                min_value=DAYS[0],
                max_value=DAYS[1],
                format="DD/MM/YYYY",
                key=key,
                persist_state="session",
            )
            for label in labels.values():
                st.checkbox(plain(label), key=f"{key}.none", persist_state="session")
        case _:
            raise AssertionError(task.kind)


def _given(turn: Turn, key: str) -> Answers:
    found = ((task.id, _answer(task, f"{key}.{task.id}")) for task in turn.exercise.tasks)
    return {task_id: given for task_id, given in found if given is not None}


def _answer(task: Task, key: str) -> tuple[str, ...] | None:
    values = [option.value for option in task.options]
    given = st.session_state.get(key)
    none = bool(st.session_state.get(f"{key}.none"))
    if task.kind is Kind.SEVERAL:
        ticked = tuple(value for place, value in enumerate(values) if st.session_state.get(f"{key}.{place}"))
        return ticked if ticked or none else None
    if task.kind is Kind.DAY and none:
        return (values[0],)
    if given is None:
        return None
    return (given.isoformat() if isinstance(given, date) else str(given),)


def _marked(row: MarkedRow) -> Html:
    parted = [element("p", row.parted, class_="parted")] if row.parted else []
    badges = [clause_badge(clause_id, says) for clause_id, says in row.sources]
    derivation = element(
        "details",
        element("summary", "How the answer comes about"),
        element("ol", *(element("li", step) for step in row.why)),
    )
    return element(
        "section",
        element("h3", row.wording),
        element("p", f"{row.verdict}: {row.marks}. {row.explained}"),
        *parted,
        element("ul", *map(_part, row.parts)),
        *badges,
        derivation,
        class_="marked",
    )


def _part(row: PartRow) -> Html:
    return element("li", element("strong", row.verdict), f" {row.says}", f" {row.why}" if row.why else "")
