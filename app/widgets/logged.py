"""Around the form for logging: what comes from triage, what was left unfinished, and what was recorded."""

from collections.abc import Callable, Sequence
from uuid import UUID

import streamlit as st

from app import wiring
from app.forms.callers import Proposal, named_in, proposed_files
from app.forms.carried import Carried, carried
from app.forms.findings import FieldFinding, Findings
from app.forms.log import FIELDS, Logged, recorded, typed_in
from app.store.drafts import Draft
from app.tables.caller import Known
from app.tables.deadlines import groups
from app.tables.words import plain
from app.widgets.dates import dates
from app.widgets.drafts import DraftFields
from app.widgets.message import message
from app.widgets.receipt import received_on
from app.widgets.refusals import refusals_said, say_still_wrong
from joic_policy import HistoryError, Triaged
from joic_policy.triage import Route, route_title
from joic_policy.units import instant_words

__all__ = [
    "draft",
    "files",
    "just_logged",
    "log_it",
    "record",
    "still_wrong",
    "triaged_in",
    "unfinished",
    "wrong",
]

_PAGE, _CARRIED, _LAST = "log", "log.carried", "log.last"
_LONGEST = 60  # characters of a name


def log_it() -> None:
    """Draw the way from an outcome of triage to the form, with all that was told."""
    if st.button("Log it", key="triage.log", type="primary", help="Everything told so far goes along."):
        st.session_state[_CARRIED] = carried(
            message(),
            received_on=received_on(),
            today_on=wiring.as_of_on(),
            at=wiring.now(),
            notes=st.session_state.get(f"triage.{message().number}.notes") or "",
        )
        st.session_state.pop(_LAST, None)
        st.switch_page("views/log.py")


def draft() -> DraftFields:
    """The form in hand; what comes from triage begins one of its own."""
    fields = DraftFields(_PAGE)
    brought: Carried | None = st.session_state.pop(_CARRIED, None)
    if brought:
        fields.leave()
        fields = DraftFields(_PAGE)
        fields.begin(brought.raw)
        fields.hold("triage", dict(brought.triage))
    return fields


def triaged_in(triaged: Triaged | None) -> None:
    """Say what triage has found out, which is recorded with what is typed."""
    if triaged is None:
        return
    routes = [route_title(Route(one.route)) for one in triaged.matters if one.route in set(Route)]
    abuse = (
        " Staff were abused in it, so an incident is recorded before it is closed." if triaged.abusive else ""
    )
    st.success(plain(f"From triage: {'; '.join(routes) or 'no route yet'}.{abuse}"), icon=None)


def unfinished(fields: DraftFields) -> None:
    """Offer what whoever is at work has begun and not recorded, by when it was last kept."""
    left = [
        one
        for one in wiring.register().drafts.by(wiring.actor().name, _PAGE)
        if one.id != fields.id and typed_in(one.body)
    ]
    if not left:
        return
    with st.expander(f"Not recorded yet: {len(left)}"):
        for one in left:
            with st.container(horizontal=True, vertical_alignment="center"):
                minute = one.saved_at.replace(second=0, microsecond=0)
                st.write(plain(f"{_who(one)}, last kept at {instant_words(minute)}"))
                st.button("Go on with it", key=f"log.go_on.{one.id}", on_click=fields.leave, args=(one.id,))
                st.button("Drop it", key=f"log.drop.{one.id}", on_click=_drop, args=(one.id,))


def _who(left: Draft) -> str:
    """Enough to know it again by."""
    return str(left.body.get("name") or left.body.get("subject") or "No name")[:_LONGEST]


def _drop(id_: UUID) -> None:
    wiring.register().drafts.drop(id_)


def files(fields: DraftFields, known: tuple[Known, ...]) -> None:
    """Propose the file on which it belongs, to be put there with one press."""
    if fields.raw.get("file"):
        return
    texts = (fields.raw.get(name) or "" for name in ("subject", "text"))
    named = named_in(wiring.register(), *texts)
    address = [one.card for one in known if "the same email address" in one.same]
    for place, one in enumerate(proposed_files(named=named, same_address=address)[:3]):
        _proposal(fields, one, place)


def _proposal(fields: DraftFields, proposal: Proposal, place: int) -> None:
    st.button(
        plain(f"Put it on file {proposal.file}: {proposal.because}"),
        key=f"log.file.{place}",
        on_click=fields.put,
        args=("file", proposal.file),
        width="stretch",
    )


def record(fields: DraftFields, reading: Logged, then: Callable[[], None] | None = None) -> None:
    """Record it, once however often it is pressed; what stands against it is said, and all typed is kept.

    `then` is done once it is recorded, before the page is drawn again.
    """
    found = Findings(FIELDS)
    st.session_state[_tried(fields)] = reading.events, found.found
    if not reading.events:
        wrong(fields, reading)
        st.rerun()  # what is folded away opens where something in it is wrong
    with refusals_said(), found.about("received", {"happened_at": "received"}):
        try:
            number = recorded(wiring.desk(), reading.events)
        except HistoryError:
            _recorded_before(fields.id)
            return
        fields.done()
        if then:
            then()
        st.session_state[_LAST] = (fields.id, number)
        st.rerun()


def wrong(fields: DraftFields, reading: Logged | None = None) -> tuple[FieldFinding, ...]:
    """What is wrong with a form once it was pressed: as it reads now, and what the register said of it."""
    if _tried(fields) not in st.session_state:
        return ()
    events, refused = st.session_state[_tried(fields)]
    if reading is None:
        seen: tuple[FieldFinding, ...] = st.session_state.get(f"{_tried(fields)}.wrong", ())
        return seen
    now = reading.findings or (tuple(refused) if reading.events == events else ())
    st.session_state[f"{_tried(fields)}.wrong"] = now
    return now


def still_wrong(fields: DraftFields, findings: Sequence[FieldFinding]) -> None:
    """Say what is wrong under each field, and beside the button which fields those are."""
    fields.tell(findings)
    say_still_wrong(fields.label(each.field) for each in findings)


def _recorded_before(contact: UUID) -> None:
    """An earlier press had got through, and something was typed since."""
    card = wiring.register().card(contact)
    if card:
        st.error(
            f"It was recorded already, as contact {card.number}, without what you changed since.", icon=None
        )
        st.page_link(
            "views/contact.py",
            label=f"Open contact {card.number} to put it right",
            query_params={"number": str(card.number)},
        )


def _tried(fields: DraftFields) -> str:
    return f"log.tried.{fields.id}"


def just_logged() -> bool:
    """Draw what was recorded last, if the form is not wanted yet: its number, route, duties and dates."""
    if _LAST not in st.session_state:
        return False
    contact, number = st.session_state[_LAST]
    desk = wiring.desk()
    held = desk.contact(contact)
    st.header(f"Logged: contact {number}", anchor=False)
    routes = [matter.route for matter in held.contact.matters if matter.route in set(Route)]
    for route in dict.fromkeys(routes):
        st.write(f"**Route:** {plain(route_title(Route(route)))}")
    owner = held.contact.owner
    st.write(f"**Looked after by:** {plain(owner)}" if owner else "**Nobody looks after it yet.**")
    owed = desk.deadlines(held.contact)
    if owed:
        dates(groups(owed, wiring.as_of()))
    else:
        st.write("Nothing is owed for it.")
    with st.container(horizontal=True):
        st.button("Log another", key="log.another", type="primary", on_click=_another, shortcut="Ctrl+Enter")
        st.page_link("views/contact.py", label=f"Open contact {number}", query_params={"number": str(number)})
    return True


def _another() -> None:
    st.session_state.pop(_LAST, None)
