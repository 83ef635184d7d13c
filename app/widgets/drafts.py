"""Fields of a form that is kept while it is filled in: over a change of page, a reload, or an outage."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import streamlit as st

from app import wiring
from app.forms.names import name_meant
from app.store.drafts import Draft
from app.widgets.fields import Fields
from joic_policy.errors import RegisterError

__all__ = ["DraftFields", "drafted"]

_IN_ADDRESS = "draft"


class DraftFields(Fields):
    """The fields of one form of a page, kept in the register's drafts until the form is done with.

    `id` names the draft and, once it is recorded, the event: a form that is sent twice is one event. It alone
    stands in the address, so that a reload finds what was typed. A page shows one such form at a time; `of`
    says which it is where there are several.
    """

    _bind = None

    def __init__(self, page: str, *, of: str = "", contact: UUID | None = None) -> None:
        super().__init__()
        self._page = f"{page}.{of}" if of else page
        self._begun: dict[str, Any] = {}
        self._contact = contact
        self.id = self._found()
        st.query_params[_IN_ADDRESS] = str(self.id)

    def name(self, name: str, label: str, names: tuple[str, ...], start: str = "") -> None:
        """Somebody's name: one of those known here, of which the first letters are enough, or any other."""
        first, key = self._start(name, start), self._key(name)
        if first:  # not as the index: a field that begins with one could not be cleared
            st.session_state.setdefault(key, first)
        typed = st.session_state.get(key)
        if typed and typed != first:
            st.session_state[key] = name_meant(typed, names)
        value = st.selectbox(
            label,
            [*names, first] if first and first not in names else [*names],
            index=None,
            accept_new_options=True,
            placeholder="A name",
            key=key,
            persist_state="session",
        )
        self._drawn(name, label, value or "", (), "a name")

    def fill(self, values: Mapping[str, Any]) -> None:
        """Put values into fields that are not drawn yet, such as what is known; what is typed stays."""
        for name, value in values.items():
            if value and not st.session_state.get(self._key(name)):
                self._kept.setdefault(name, value)
                st.session_state[self._key(name)] = value

    def put(self, name: str, value: Any) -> None:
        """Put a value into a field, over what is in it; asked for before the page is drawn again."""
        st.session_state[self._key(name)] = value

    def begin(self, values: Mapping[str, Any]) -> None:
        """Say what fields begin with that are not drawn yet; a field that is then cleared is kept empty."""
        for name, value in values.items():
            self._begun[name] = value
            self._kept.setdefault(name, value)

    def known(self, name: str) -> bool:
        """Whether there is something in a field, drawn or not, or is kept of it."""
        return super().known(name) or bool(self._kept.get(name))

    def hold(self, name: str, value: Any = None) -> Any:
        """A value that has no field and is kept with what is typed: this one, or without it the one kept."""
        if value is not None:
            self._kept[name] = value
        self.raw[name] = self._kept.get(name)
        return self.raw[name]

    def leave(self, other: UUID | None = None) -> None:
        """Leave what is typed unfinished, and go on with another draft the next time, or begin a new one."""
        st.session_state.pop(self._current, None)
        st.query_params.pop(_IN_ADDRESS, None)
        if other:
            st.query_params[_IN_ADDRESS] = str(other)

    def keep(self) -> None:
        """Keep what is in the fields now; asked for after all of them are drawn."""
        begun = {name: value for name, value in self._begun.items() if value and name in self.raw}
        body = {name: _plain(value) for name, value in self.raw.items() if value or name in begun}
        if body == st.session_state.get(self._last, {name: _plain(value) for name, value in begun.items()}):
            return  # nothing new was typed
        try:
            wiring.register().drafts.keep(
                self.id,
                page=self._page,
                actor=wiring.actor().name,
                body=body,
                at=wiring.now(),
                contact=self._contact,
            )
        except RegisterError as error:
            st.warning(f"What you type is kept in this window alone for the moment: {error}", icon=None)
        else:
            st.session_state[self._last] = body

    def done(self) -> None:
        """The form was sent or given up: it is empty the next time."""
        st.session_state.pop(self._current, None)
        st.query_params.pop(_IN_ADDRESS, None)
        wiring.register().drafts.drop(self.id)

    def _found(self) -> UUID:
        """The draft in hand, the one in the address, or a new one."""
        given = _uuid(st.query_params.get(_IN_ADDRESS, ""))
        current: UUID | None = st.session_state.get(self._current)
        self._kept: dict[str, Any] = {}
        if current is None and given is not None:
            draft = wiring.register().drafts.of(given)
            of_here = draft and draft.page == self._page and draft.contact == self._contact
            if draft and of_here and draft.actor in {"", wiring.actor().name}:  # else it would be taken over
                current = given
                self._kept = {name: _read(value) for name, value in draft.body.items()}
                st.session_state[f"{self._page}.{given}"] = self._kept
        if current is None:
            current = uuid4()
        st.session_state[self._current] = current
        self._kept = st.session_state.setdefault(f"{self._page}.{current}", self._kept)
        return current

    @property
    def _current(self) -> str:
        return f"draft.{self._page}.{self._contact or ''}"

    @property
    def _last(self) -> str:
        return f"draft.kept.{self.id}"

    def _key(self, name: str) -> str:
        return f"{self._page}.{self.id}.{name}"

    def _start(self, name: str, start: Any) -> Any:
        return self._kept.get(name, start)


def drafted(page: str, contact: UUID) -> Draft | None:
    """The draft in the address, if it is one of this contact's on a page that has several forms."""
    given = _uuid(st.query_params.get(_IN_ADDRESS, ""))
    draft = wiring.register().drafts.of(given) if given else None
    return draft if draft and draft.contact == contact and draft.page.startswith(f"{page}.") else None


def _plain(value: Any) -> Any:
    """As JSON has it: a day is told from a text."""
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _read(value: Any) -> Any:
    match value:
        case {"day": str(day)}:
            return date.fromisoformat(day)
        case _:
            return value


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
