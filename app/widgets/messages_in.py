"""Messages dropped or pasted: each checked against what it says of itself, and recorded once."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import streamlit as st

from app import wiring
from app.documents.messages_in import Automatic, MessageIn, message_in, pasted
from app.forms.exchange import begun, files_for, message_logged, receipts
from app.forms.findings import FieldFinding, Findings, file_refusal
from app.forms.log import recorded
from app.tables.cards import title
from app.tables.words import plain
from app.widgets.lists import link
from app.widgets.refusals import refusals_said, say_still_wrong
from joic_policy import HistoryError, InvalidError

__all__ = ["messages_in"]

_HELD, _DROPPED, _REFUSED = "exchange.messages", "exchange.dropped", "exchange.refused"
_AUTOMATIC = {
    Automatic.REPLY: "An automatic reply. It answers nothing, and acknowledges nothing of ours.",
    Automatic.RETURNED: "A message that could not be delivered, or a report of one: "
    "see whether ours reached the customer.",
}
_LABELS = {
    "received": "Received on",
    "received.time": "Received at",
    "name": "Name",
    "email": "Email",
    "subject": "Subject",
    "text": "What was written",
    "file": "File or number it belongs to",
    "nothing": "Nothing to answer",
}


def messages_in() -> None:
    """Draw where they are dropped or pasted, and each that is waiting."""
    _dropped()
    _pasted()
    for refused in st.session_state.get(_REFUSED, ()):
        st.error(plain(refused), icon=None)
    held = _held()
    left = [each for each in held.values() if wiring.register().card(each.contact) is None]
    if held:
        st.subheader(f"{len(left)} to record" if left else "All recorded", anchor=False)
    for message in held.values():
        _message(message, opened=bool(left) and message is left[0])


def _held() -> dict[UUID, MessageIn]:
    held: dict[UUID, MessageIn] = st.session_state.setdefault(_HELD, {})
    return held


def _dropped() -> None:
    number = st.session_state.setdefault(_DROPPED, 0)
    files = st.file_uploader(
        "Drop emails here",
        type=["eml", "txt"],
        accept_multiple_files=True,
        key=f"exchange.drop.{number}",
        help="Files as a mail program saves them, several at once. They are read here and not kept.",
    )
    if not files:
        return
    st.session_state[_REFUSED] = refused = []
    with st.spinner("Reading"):
        for file in files:
            try:
                _hold(message_in(file.getvalue(), file=file.name, hosts=wiring.mail_hosts()))
            except InvalidError as error:
                refused.append(file_refusal(error))
    st.session_state[_DROPPED] = number + 1  # an empty place for the next ones
    st.rerun()


def _pasted() -> None:
    with st.expander("Or paste one"):
        st.text_area(
            "The message, with its headers or without", key="exchange.pasted", persist_state="session"
        )
        st.button("Read it", key="exchange.read", on_click=_read)


def _read() -> None:
    text = st.session_state["exchange.pasted"]
    st.session_state[_REFUSED] = []
    try:
        _hold(pasted(text, hosts=wiring.mail_hosts()))
    except InvalidError as error:
        st.session_state[_REFUSED] = [file_refusal(error)]
    else:
        st.session_state["exchange.pasted"] = ""


def _hold(message: MessageIn) -> None:
    _held().setdefault(message.contact, message)


def _leave(contact: UUID) -> None:
    _held().pop(contact, None)


def _message(message: MessageIn, *, opened: bool) -> None:
    card = wiring.register().card(message.contact)
    who = message.name or message.address or "nobody named"
    if card:
        with st.container(horizontal=True, vertical_alignment="center", key=f"exchange-{card.number}"):
            (seen,) = wiring.desk().seen([card])
            st.markdown(f"**{plain(message.subject or 'No subject')}** is recorded as contact")
            link(card.number, title(seen))
            st.button(
                "Take off this list",
                key=f"exchange.off.{card.number}",
                on_click=_leave,
                args=(message.contact,),
            )
        return
    with st.expander(
        f"{plain(message.subject or 'No subject')}: {plain(who)}",
        expanded=opened,
        key=f"exchange-message-{message.contact}-{opened}",
    ):
        _marks(message)
        raw = _fields(message)
        _buttons(message, raw)


def _marks(message: MessageIn) -> None:
    if message.automatic:
        st.warning(_AUTOMATIC[message.automatic], icon=None)
    for fault in message.faults:
        st.warning(plain(f"{message.file}: {fault}"), icon=None)


def _fields(message: MessageIn) -> Mapping[str, Any]:
    """What was read, to be mended where it is not so."""
    first, key = begun(message, ours=wiring.mail_hosts()), f"exchange.{message.contact}"
    raw: dict[str, Any] = {}

    def field(name: str, draw: Any, **given: Any) -> None:
        given.setdefault("value", first[name])
        raw[name] = draw(_LABELS.get(name, name), key=f"{key}.{name}", persist_state="session", **given)

    left, right = st.columns(2)
    with left:
        field("name", st.text_input)
    with right:
        field("email", st.text_input)
    field("subject", st.text_input)
    field("text", st.text_area, height=160)
    if message.attachments:
        names = ", ".join(message.attachments)
        st.caption(plain(f"Attached, and not kept: {names}"))
    day, clock, file = st.columns([2, 1, 2], vertical_alignment="bottom")
    with day:
        field("received", st.date_input, format="DD/MM/YYYY")
    with clock:
        field("received.time", st.text_input, placeholder="14:30")
    with file:
        field("file", st.text_input)
    _proof(message)
    _proposals(message, f"{key}.file")
    raw["internal"] = st.checkbox(
        "It comes from inside the Office", first["internal"], key=f"{key}.internal", persist_state="session"
    )
    raw["nothing"] = st.checkbox(
        "Nothing to answer: close it at once", first["nothing"], key=f"{key}.nothing", persist_state="session"
    )
    return raw


def _proof(message: MessageIn) -> None:
    found = receipts(message)
    if not found:
        st.warning("It does not say when it reached us: give the day, and the time if known.", icon=None)
        return
    head = "Received, by the message" if found[0].proved else "Received, but nothing of ours proves it"
    st.caption("  \n".join((f"{head}:", *(f"• {plain(each.words)}" for each in found))))


def _proposals(message: MessageIn, key: str) -> None:
    if st.session_state.get(key):
        return
    with st.container(horizontal=True):
        for place, each in enumerate(files_for(wiring.desk(), message)[:3]):
            st.button(
                plain(f"Put it on file {each.file}: {each.because}"),
                key=f"{key}.{place}",
                on_click=_put,
                args=(key, each.file),
            )


def _put(key: str, file: str) -> None:
    st.session_state[key] = file


def _buttons(message: MessageIn, raw: Mapping[str, Any]) -> None:
    key, me = f"exchange.{message.contact}", wiring.actor().name
    with st.container(horizontal=True):
        plainly = st.button("Record", key=f"{key}.record", type="primary")
        mine = st.button("I have this one", key=f"{key}.mine", help="Record it, and look after it.")
        st.button("Leave it", key=f"{key}.leave", on_click=_leave, args=(message.contact,))
    if not (plainly or mine):
        return
    if mine and not me:
        st.error("Choose your name first, under Who is working.", icon=None)
        return
    at = st.session_state.setdefault(f"{key}.at", wiring.now())  # pressed again, it is the same event
    read = message_logged(raw, message, by=me, owner=me if mine else "", at=at)
    _tell(read.findings)
    if read.events and _recorded(message, read.events):
        st.rerun()
    if read.findings:
        st.session_state.pop(f"{key}.at")


def _recorded(message: MessageIn, events: Any) -> bool:
    """Whether it is recorded now, or was before: then what was mended since is not."""
    found = Findings(_LABELS)
    with refusals_said(), found.about("received", {"happened_at": "received"}):
        try:
            recorded(wiring.desk(), events)
        except HistoryError:
            if wiring.register().card(message.contact) is None:
                raise
        return True
    _tell(found.found)
    if found.found:
        st.session_state.pop(f"exchange.{message.contact}.at", None)
    return False


def _tell(findings: Sequence[FieldFinding]) -> None:
    for finding in findings:
        label = _LABELS.get(finding.field, finding.field)
        st.error(plain(f"{label}: {finding.message}"), icon=None)
    say_still_wrong(_LABELS.get(each.field, each.field) for each in findings)
