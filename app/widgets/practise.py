"""An exercise as a learner sees it: the story and what is asked, then the marks, then what was missed."""

from datetime import date
from pathlib import Path

import streamlit as st

from app.forms.clocks import DAYS
from app.tables import training as tables
from app.tables.marked import MarkedRow, PartRow, marked_rows, marks_words
from app.tables.months import picture
from app.tables.words import plain
from app.widgets import dates
from app.widgets.markup import Html, element
from app.widgets.months import months
from joic_policy.training import Answers, Exercise, Marked, Marking, Practice, Review, Task, Turn
from joic_policy.triage import Kind

__all__ = ["by_clause", "exercise_form", "look", "marks", "progress"]

_LOOK = Path(__file__).with_name("practise.css")


def look() -> None:
    """How exercises and marks look, and keys for them; asked for once a page."""
    dates.look()
    st.html(_LOOK)
    st.html(
        '<script src="/practise.js"></script>', unsafe_allow_javascript=True
    )  # our own, and nothing typed


def exercise_form(turn: Turn, key: str) -> Answers | None:
    """Draw an exercise with what is asked; the answers, once the learner commits to them.

    `key` begins the key of every field: another for each turn, or what was given before stands in it again.
    """
    tasks = turn.exercise.tasks
    st.html(_head(turn.exercise.title, tables.setting(turn.exercise)))
    if turn.again:
        st.info("This is back because something in it was missed. Only that is asked again.", icon=None)
    st.html(_story(turn.exercise))
    with st.container(key=f"{key}.exercise"):
        for number, task in enumerate(tasks, 1):
            _asked(number, task, f"{key}.{task.id}")
    answers = {task.id: given for task in tasks if (given := _given(task, f"{key}.{task.id}")) is not None}
    st.caption(tables.counts(tasks, answers))
    shortcut = "Ctrl+Enter" if answers else None  # so that nothing is committed to by a key pressed twice
    committed = st.button("Commit", key=f"{key}.commit", type="primary", shortcut=shortcut)
    return answers if committed else None


def marks(marking: Marking) -> None:
    """Draw what was right and what was not, why, and where the reasoning parted."""
    exercise = marking.exercise
    st.html(_head(f"Marked: {exercise.title}", marks_words(marking.marks, marking.out_of)))
    for marked, row in zip(marking.tasks, marked_rows(marking), strict=True):
        st.html(_marked(row))
        _count(marked)
    st.html(element("p", element("strong", "To remember: "), exercise.lesson, class_="lesson"))
    with st.expander("The story again"):
        st.html(_story(exercise))
        for task in exercise.tasks:
            _exhibit(task)


def progress(practice: Practice) -> None:
    """Draw how far a learner is, the score so far, and what comes back later."""
    lines = [tables.done_so_far(practice), tables.score(practice), tables.level(practice)]
    drawn = [element("p", line) for line in lines if line]
    back = tables.coming_back(practice)
    if back:
        drawn.append(element("p", element("strong", "What was missed comes back later:")))
        drawn.append(element("ul", *(element("li", title) for title in back)))
    st.html(element("div", *drawn, class_="practised"))


def by_clause(review: Review) -> None:
    """Draw a review by clause: what was missed, the most missed first, then what was not."""
    rows = tables.clause_rows(review)
    missed = [row for row in rows if row.missed]
    if missed:
        heads = element("tr", *(element("th", text, scope="col") for text in tables.CLAUSE_HEADINGS))
        body = element("tbody", *map(_of_clause, missed))
        st.html(element("table", element("thead", heads), body, class_="reviewed"))
    never = [dates.clause_badge(row.clause_id, row.summary) for row in rows if not row.missed]
    if never:
        st.html(element("div", element("p", "Asked, and never missed:"), *never, class_="never-missed"))


def _of_clause(row: tables.ClauseRow) -> Html:
    what = element("th", element("strong", row.clause_id), element("p", row.summary), scope="row")
    return element("tr", what, *(element("td", cell) for cell in row.cells))


def _head(title: str, says: str) -> Html:
    return element("div", element("h2", title, class_="practise-head"), element("p", says), class_="practise")


def _story(exercise: Exercise) -> Html:
    told = [element("p", text) for text in exercise.story]
    if exercise.says:
        told.append(element("p", tables.heard(exercise), class_="heard"))
        told.append(element("blockquote", exercise.says))
    return element("div", *told, class_="story")


def _asked(number: int, task: Task, key: str) -> None:
    """One task: its wording, what there is to look at, how it is answered, and where."""
    st.subheader(plain(f"{number}. {task.wording}"), anchor=False)
    _exhibit(task)
    st.caption(task.hint)
    match task.kind:
        case Kind.SEVERAL:
            _several(task, key)
        case Kind.DAY:
            _day(task, key)
        case _:
            _one(task, key)


def _exhibit(task: Task) -> None:
    shown = tables.exhibit(task)
    if shown:
        facts = [part for fact in shown.facts for part in map(element, ("dt", "dd"), fact)]
        listed = [element("dl", *facts)] if facts else []
        st.html(element("div", *listed, element("div", shown.paper, class_="paper"), class_="exhibit"))


def _one(task: Task, key: str) -> None:
    labels = {option.value: option.label for option in task.options}
    st.radio(
        task.wording,
        list(labels),
        index=None,
        format_func=lambda value: plain(labels[value]),
        key=key,
        label_visibility="collapsed",
        persist_state="session",
    )


def _several(task: Task, key: str) -> None:
    """A line each; that none belongs is an answer too, and is no longer one when another is ticked."""
    boxes = [f"{key}.{place}" for place in range(len(task.options))]
    none = f"{key}.none"
    with st.container(gap="xsmall"):
        for box, option in zip(boxes, task.options, strict=True):
            st.checkbox(
                plain(option.label), key=box, on_change=_untick, args=(box, none), persist_state="session"
            )
        st.checkbox(
            tables.NONE_OF_THESE, key=none, on_change=_untick, args=(none, *boxes), persist_state="session"
        )


def _untick(ticked: str, *others: str) -> None:
    if st.session_state[ticked]:
        st.session_state.update(dict.fromkeys(others, False))


def _day(task: Task, key: str) -> None:
    none = f"{key}.none"
    st.date_input(
        task.wording,
        None,
        min_value=DAYS[0],
        max_value=DAYS[1],
        format="DD/MM/YYYY",
        key=key,
        label_visibility="collapsed",
        disabled=bool(st.session_state.get(none)),
        persist_state="session",
    )
    for option in task.options:
        st.checkbox(plain(option.label), key=none, persist_state="session")


def _given(task: Task, key: str) -> tuple[str, ...] | None:
    """What was chosen for a task; None while it is not answered."""
    given, none = st.session_state.get(key), bool(st.session_state.get(f"{key}.none"))
    if task.kind is Kind.SEVERAL:
        places = enumerate(task.options)
        ticked = tuple(option.value for place, option in places if st.session_state.get(f"{key}.{place}"))
        return ticked if ticked or none else None
    if task.kind is Kind.DAY and none:
        return _values(task)
    if given is None:
        return None
    return (given.isoformat() if isinstance(given, date) else str(given),)


def _marked(row: MarkedRow) -> Html:
    facts = [part for fact in row.facts for part in map(element, ("dt", "dd"), fact)]
    verdict = element("p", element("strong", _signed(row.verdict)), f" {row.marks}. {row.explained}")
    parted = element("p", element("strong", "Where it parted: "), row.parted, class_="parted")
    steps = element("ol", *(element("li", step) for step in row.why))
    return element(
        "section",
        element("h3", row.wording),
        verdict,
        element("dl", *facts) if facts else "",
        parted if row.parted else "",
        element("ul", *map(_part, row.parts)) if row.parts else "",
        *_badges(row.other_sources),
        element("details", element("summary", "How the answer comes about"), steps) if row.why else "",
        class_="marked" if row.is_right else "marked wrong",
    )


def _part(row: PartRow) -> Html:
    return element(
        "li",
        element("div", element("strong", _signed(row.verdict)), f" {row.label}"),
        element("div", row.says) if row.says else "",
        *_badges(row.sources),
        class_="" if row.is_right else "wrong",
    )


def _signed(verdict: str) -> str:
    return {"Right": "✓ Right", "Wrong": "✗ Wrong"}.get(verdict, verdict)


def _badges(sources: tuple[tuple[str, str], ...]) -> list[Html]:
    return [dates.clause_badge(clause_id, says) for clause_id, says in sources]


def _count(marked: Marked) -> None:
    """The count of a date on the calendar, with the day that was answered."""
    deadline = marked.key.deadline
    if deadline is None or deadline.due_on is None or marked.task.kind is not Kind.DAY:
        return
    wrong = not marked.is_right and marked.given not in {None, _values(marked.task)}
    with st.expander("The count on the calendar"):
        months(
            picture(
                deadline,
                (),
                as_of=None,
                calendar=deadline.ground.calendar,
                answered=date.fromisoformat(marked.given[0]) if wrong and marked.given else None,
            )
        )


def _values(task: Task) -> tuple[str, ...]:
    return tuple(option.value for option in task.options)
