"""Practising alone: a set chosen or taken from the address, and the way through it, kept in this window."""

import secrets
from collections.abc import Mapping

import streamlit as st

from app.forms.findings import FieldFinding
from app.forms.practise import LINK, Opened, Sitting, drills_of, link_of, opened
from app.tables import training as tables
from app.tables.words import plain
from joic_policy.training import LEVELS, Answers, Practice

__all__ = [
    "another",
    "begin",
    "choose",
    "commit",
    "end",
    "follow_address",
    "go_on",
    "sitting",
    "write_address",
]

_SITTING, _NUMBER, _UNREAD = "practise.sitting", "practise.number", "practise.unread"
_LINK, _ACTED, _FRESH = "practise.link", "practise.acted", "practise.fresh"
_MANY = {"10": 10, "20": 20, "No end": None}
_ORDER = secrets.SystemRandom()


def sitting() -> Sitting | None:
    """The set in hand, and where the learner is in it."""
    found: Sitting | None = st.session_state.get(_SITTING)
    return found


def begin(practice: Practice) -> None:
    """Take a set from its beginning."""
    number = st.session_state[_NUMBER] = st.session_state.get(_NUMBER, 0) + 1
    st.session_state[_UNREAD] = ()
    _take(Sitting(number=number, practice=practice))


def commit(now: Sitting, answers: Answers) -> None:
    """Mark what the learner has committed to."""
    _take(now.committed(answers))


def go_on(now: Sitting) -> None:
    """Go on from the marks, to the next exercise or the end."""
    _take(now.gone_on())


def end(now: Sitting) -> None:
    """Break off here."""
    _take(now.ended())


def another() -> None:
    """Leave the set in hand for another one."""
    _take(None)


def follow_address() -> None:
    """Take the set of the address, where it is another than the one in hand, and say what it has amiss.

    Right after a step the browser may not have heard of its new address yet: then its old one is let pass.
    """
    link = {name: value for name in LINK if (value := st.query_params.get(name)) is not None}
    acted = st.session_state.pop(_ACTED, False)
    if link and not acted and link != st.session_state.get(_LINK):
        st.session_state[_LINK] = link
        found = opened(link)
        if found.practice:
            begin(found.practice)
            st.session_state[_ACTED] = False
        st.session_state[_UNREAD] = found.findings
    _say(st.session_state.get(_UNREAD, ()), "This link could not be read in full. What is named is left out.")


def write_address() -> None:
    """Let the address hold the set in hand, so that it brings the same one anywhere."""
    now = sitting()
    link = link_of(now.practice) if now else {}
    st.session_state[_LINK] = dict(link)
    for name in LINK:
        if name in link and st.query_params.get(name) != link[name]:
            st.query_params[name] = link[name]
        elif name not in link and name in st.query_params:
            del st.query_params[name]


def choose() -> None:
    """Draw what there is to choose a set from: written scenarios, or a seed of drills."""
    written, drills = st.tabs(["Written scenarios", "Drills"])
    with written:
        _written()
    with drills:
        _drills()


def _written() -> None:
    st.write("Short stories from the Office's day, each with what is asked of you. The easy ones come first.")
    chosen = _found()
    only = _only(chosen)
    mixed = st.checkbox("In a mixed order", key="practise.mixed", persist_state="session")
    plan = [each for each in chosen if not only or each in only]
    label = f"Begin with {len(plan)} scenario{'' if len(plan) == 1 else 's'}" if plan else "Begin"
    if not plan:
        st.write("No scenario is on this level, about this and on this clause: choose something wider.")
    st.button(
        label,
        key="practise.begin",
        type="primary",
        on_click=lambda: begin(Practice(plan=_ordered(plan, mixed=mixed))),
        disabled=not plan,
    )


def _found() -> Mapping[str, str]:
    """What fits the level, the subject and the clause that are chosen."""
    level, subject = st.columns(2)
    clauses = tables.clauses()
    return tables.found(
        level.selectbox(
            "Level",
            range(LEVELS[0], LEVELS[1] + 1),
            index=None,
            placeholder="Any",
            key="practise.level",
            persist_state="session",
        ),
        subject.selectbox(
            "About",
            list(tables.SUBJECTS),
            index=None,
            placeholder="Anything",
            key="practise.subject",
            persist_state="session",
        ),
        st.selectbox(
            "Clause",
            list(clauses),
            index=None,
            format_func=lambda clause_id: f"{clause_id}: {clauses[clause_id]}",
            placeholder="Any",
            key="practise.clause",
            persist_state="session",
        ),
    )


def _only(chosen: Mapping[str, str]) -> list[str]:
    key = "practise.only"
    st.session_state[key] = [each for each in st.session_state.get(key, []) if each in chosen]
    return st.multiselect(
        "Only these",
        list(chosen),
        format_func=lambda exercise_id: chosen.get(exercise_id, exercise_id),
        placeholder=f"All {len(chosen)} that were found",
        key=key,
        persist_state="session",
    )


def _ordered(plan: list[str], *, mixed: bool) -> tuple[str, ...]:
    return tuple(_ORDER.sample(plan, len(plan)) if mixed else plan)


def _drills() -> None:
    st.write("Made afresh, and harder as you succeed. The same seed brings the same drills to everybody.")
    fresh = st.session_state.setdefault(_FRESH, secrets.token_hex(3))
    seed = st.text_input(
        "Seed", fresh, max_chars=40, key="practise.seed", persist_state="session", help="Any short word."
    )
    many = st.selectbox("How many", list(_MANY), key="practise.many", persist_state="session")
    found: Opened = drills_of(seed, _MANY[many])
    _say(found.findings, "")
    st.button(
        "Begin the drills",
        key="practise.begin_drills",
        type="primary",
        on_click=lambda: begin(found.practice or Practice()),
        disabled=found.practice is None,
    )


def _say(findings: tuple[FieldFinding, ...], first: str) -> None:
    if findings:
        wrong = (f"- {LINK[one.field]}: {plain(one.message)}" for one in findings)
        st.error("\n".join((first, *wrong)), icon=None)


def _take(now: Sitting | None) -> None:
    st.session_state[_SITTING] = now
    st.session_state[_ACTED] = True
