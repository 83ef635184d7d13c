"""An outcome as staff read it: what stands beside it, what to do, say and send, what it rests on."""

from collections.abc import Iterable, Iterator

import streamlit as st

from app.forms.triage import Asked, Departure
from app.tables.triage import because_of, sources
from app.tables.words import plain
from app.widgets.dates import clause_badge
from app.widgets.markup import Html, element
from app.widgets.message import depart, findings, key, message, take
from joic_policy import Policy
from joic_policy.triage import Action, Outcome, Overlay, Route, Words, route_title

__all__ = ["AT_RISK", "another_route", "outcome", "overlays", "rests_on", "text_to_send"]

#: What comes even before the next question.
AT_RISK = frozenset({Overlay.DANGER_NOW, Overlay.RISK_BY_CONTACT, Overlay.RISK_NOT_SURE})


def overlays(beside: Iterable[Words], policy: Policy, which: frozenset[Overlay]) -> None:
    """Those of some overlays that stand beside the route, so that they are not overlooked."""
    for words in (one for one in beside if one.id in which):
        badges = [
            clause_badge(one.id, because_of(one.id, policy))
            for one in words.sources
            if one.id in policy.clauses
        ]
        says = [element("p", element("strong", "Say: "), text) for text in words.say]
        notes = [element("p", one.what) for one in words.findings]
        st.html(
            element(
                "section",
                element("h2", words.title),
                _actions(words.do, "ul"),
                *says,
                *notes,
                *badges,
                class_="beside outcome",
            )
        )


def outcome(found: Outcome, policy: Policy, departure: Departure | None) -> None:
    """Where it goes, what to do in order, what is missing, and words to say."""
    with st.container(key="triage-outcome"):
        if departure:
            _taken(departure)
            st.subheader(plain(f"Advised: {found.title}"), anchor=False)
        else:
            st.header(plain(found.title), anchor=False)
        st.html(element("div", *_parts(found, policy), class_="outcome"))


def _taken(departure: Departure) -> None:
    st.header(plain(f"Taken instead: {route_title(departure.route)}"), anchor=False)
    st.write(plain(f"By {departure.by}, because: {departure.because}"))
    st.button("Take the route advised", key="triage.advised", on_click=lambda: take(message().departed(None)))


def _parts(found: Outcome, policy: Policy) -> Iterator[Html]:
    if found.check_with:
        yield element("p", element("strong", f"Check with {found.check_with}."))
    yield element("h3", "What to do")
    yield _actions(found.do, "ol")
    if found.findings:
        yield element("h3", "Missing, or to be noted")
        missing = (
            element("li", one.what, " ", clause_badge(one.clause_id, because_of(one.clause_id, policy)))
            for one in found.findings
        )
        yield element("ul", *missing)
    if found.say:
        yield element("h3", "What to say")
        yield from (element("blockquote", text) for text in found.say)


def text_to_send(found: Outcome, departure: Departure | None) -> None:
    """The text that the customer can be sent, to copy."""
    st.subheader("Text for the customer", anchor=False)
    if found.customer_text:
        if departure:
            title = plain(route_title(departure.route))
            st.warning(f'This is for the route advised: make it fit "{title}" before you send it.', icon=None)
        with st.container(key="triage-text"):
            st.code(found.customer_text, language=None, wrap_lines=True)
    else:
        st.caption("Nothing is to be sent.")


def rests_on(found: Outcome, policy: Policy) -> None:
    """The sources, each with how well it is known."""
    st.subheader("What it rests on", anchor=False)
    listed = (
        element(
            "li",
            clause_badge(one.badge, one.says),
            element("span", one.known) if one.verified else element("strong", one.known),
        )
        for one in sources(found, policy)
    )
    st.html(element("div", element("ul", *listed), class_="outcome"))


def another_route(asked: Asked, found: Outcome) -> None:
    """Staff may take another route: which, why, and who."""
    names = {name: key("depart", name) for name in ("route", "because", "by")}
    with st.expander("Take another route"):
        st.selectbox(
            "Route",
            [route for route in Route if route is not found.route],
            index=None,
            format_func=route_title,
            placeholder="Choose",
            key=names["route"],
            persist_state="session",
        )
        st.text_input("Reason", key=names["because"], persist_state="session")
        st.text_input("Your name", key=names["by"], persist_state="session")
        for finding in findings():
            if finding.field in names:
                st.error(f"{plain(_LABELS[finding.field])}: {plain(finding.message)}", icon=None)
        st.button(
            "Take this route",
            key="triage.depart",
            on_click=lambda: depart(found.route, names),
            disabled=asked.departed(found) is not None,
        )


def _actions(do: Iterable[Action], tag: str) -> Html:
    return element(
        tag, *(element("li", element("strong", f"{one.who.capitalize()}: "), one.what) for one in do)
    )


_LABELS = {"route": "Route", "because": "Reason", "by": "Your name"}
