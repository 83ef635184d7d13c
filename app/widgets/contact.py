"""What is shown of one contact: its facts, what to do next, and its history line by line."""

from collections.abc import Iterable
from pathlib import Path

import streamlit as st

from app import wiring
from app.documents.calendar import calendar_file
from app.forms.next_step import offered, pressing
from app.tables.acts import DO
from app.tables.cards import title
from app.tables.contacts import Fact
from app.tables.deadlines import groups, still_owed
from app.tables.timeline import TimelineRow, timeline
from app.tables.words import plain
from app.widgets.act import Sight, act, opened_act
from app.widgets.dates import dates
from app.widgets.done import say_done
from app.widgets.lists import link
from app.widgets.markup import Html, element
from joic_policy import Corrected, Deadline, Event, Withdrawn, contact_from
from joic_policy.register import Card

__all__ = ["facts", "file", "history", "look_of_contact", "next_step", "owed"]

_LOOK = Path(__file__).with_name("contact.css")
_MENDS: dict[str, type[Event]] = {kind.__name__: kind for kind in (Corrected, Withdrawn)}
_LONG, _MANY = 600, 3  # characters, and texts, that are read at a glance; more are folded


def look_of_contact() -> None:
    """How a contact looks; asked for once a page."""
    st.html(_LOOK)


def facts(known: Iterable[Fact]) -> None:
    """Draw what is known, each under what it is."""
    parts = (
        part
        for fact in known
        for part in (
            element("dt", fact.label),
            element("dd", _text(fact.text), class_="typed" if fact.typed else ""),
        )
    )
    st.html(element("dl", *parts, class_="contact-facts"))


def file(sight: Sight, card: Card) -> None:
    """Draw the file that a contact is on, and the way to the others on it."""
    if card.file:
        st.markdown(f"File: **{plain(card.file)}**")
        for other in sight.desk.register.on_file(card.file):
            if other.contact != card.contact:
                link(other.number, title(other))


def owed(sight: Sight) -> None:
    """Draw what is owed as of the day chosen in the frame, with its calendar file."""
    at = wiring.as_of()
    if sight.held.contact.opening.happened_at > at:
        st.info("It had not begun by the day chosen.", icon=None)
        return
    found = sight.desk.deadlines(contact_from((each.event for each in sight.held.history), until=at))
    dates(groups(found, at))
    left = still_owed(found, at)
    if left:
        file_name, kind = f"contact-{sight.number}.ics", "text/calendar"
        st.download_button(
            "Save the dates (.ics)", calendar_file(left, at), file_name, kind, key="contact.ics"
        )


def next_step(sight: Sight, owed: tuple[Deadline, ...]) -> None:
    """Draw what is to be done next with its form, and the way to every other act."""
    say_done("contact")
    opened = opened_act(sight)
    if opened.about:
        st.info("The form stands in the history below, under the line that it is about.", icon=None)
        st.button("Back to the next step", key="contact.back", on_click=opened.leave)
        return
    may = sight.desk.actor.may
    acts = {kind.__name__: kind for kind in offered(sight.held.contact, owed, wiring.now())}
    acts = {name: kind for name, kind in acts.items() if may(name) and name not in _MENDS}
    if not acts:
        st.info("You have no role that may record anything on a contact.", icon=None)
        return
    first = next(iter(acts))
    _why(acts[first], owed)
    chosen = opened.name if opened.name in acts else first
    st.session_state["contact.act"] = chosen
    st.selectbox(
        "What happened",
        list(acts),
        format_func=lambda name: DO[acts[name]],
        key="contact.act",
        on_change=lambda: opened.open(st.session_state["contact.act"]),
    )
    opened.open(chosen)
    if act(sight, acts[chosen]):
        opened.leave()
        st.rerun()


def history(sight: Sight) -> None:
    """Draw everything recorded, the newest first; each line can be corrected or withdrawn."""
    st.subheader("History", anchor=False)
    opened = opened_act(sight)
    for row in timeline(sight.held.history):
        with st.container(key=f"contact-line-{row.id}", gap=None):
            st.html(_line(row))
            if opened.about == row.id:
                with st.container(border=True):
                    st.markdown(f"**{DO[_MENDS[opened.name]]}**")
                    if act(sight, _MENDS[opened.name], about=row.id):
                        opened.leave()
                        st.rerun()
                    st.button(
                        "Leave it as it is", key="contact.leave", type="tertiary", on_click=opened.leave
                    )
            else:
                _mends(sight, row)


def _why(first: type[Event], owed: tuple[Deadline, ...]) -> None:
    """What is most pressing, with its date and where it is written."""
    st.subheader(f"Next: {DO[first][:1].lower()}{DO[first][1:]}", anchor=False)
    at = wiring.now()
    for deadline in pressing(owed, at)[:1]:
        row = groups([deadline], at)[0].rows[0]
        parts = (row.when if deadline.due_on else "", row.distance, row.status.lower(), row.source)
        st.markdown(f"{plain(row.title)}: **{plain(', '.join(filter(None, parts)))}**")


def _mends(sight: Sight, row: TimelineRow) -> None:
    opened, may = opened_act(sight), sight.desk.actor.may
    offers = {
        "Correct": Corrected.__name__ if row.can_be_corrected else "",
        "Withdraw": Withdrawn.__name__ if row.can_be_withdrawn else "",
    }
    with st.container(horizontal=True, gap="small"):
        for label, name in offers.items():
            if name and may(name):
                st.button(
                    label,
                    key=f"contact.{label.lower()}.{row.id}",
                    help=f"{label}: {plain(row.what)}",
                    type="tertiary",
                    on_click=opened.open,
                    args=(name, row.id),
                )


def _line(row: TimelineRow) -> Html:
    texts = [part for label, text in row.texts for part in (element("dt", label), element("dd", _text(text)))]
    typed = [element("dl", *texts)] if texts else []
    if len(row.texts) > _MANY:
        typed = [element("details", element("summary", "All that was typed"), *typed)]
    return element(
        "div",
        element("p", row.what, class_="what"),
        element("p", f"{row.when}, {row.who}"),
        *(element("p", remark, class_="remark") for remark in row.remarks),
        *typed,
        class_="contact-event" if row.holds else "contact-event gone",
    )


def _text(text: str) -> Html:
    """A text as it was typed; a long one is folded behind its beginning."""
    if len(text) <= _LONG:
        return element("span", text)
    return element(
        "details",
        element("summary", f"{text[:60]}… (all {len(text):,} characters)"),
        element("div", text),
    )
