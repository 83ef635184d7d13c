"""Fields of a form that are kept: over a change of page, in the address, and with room for what is wrong."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app.forms.findings import Finding
from app.tables.words import plain

__all__ = ["Fields"]

_Choice = TypeVar("_Choice", bound=str)
_FIRST, _LAST = date(1900, 1, 1), date(2199, 12, 31)  # wider than any calendar: a wrong year is kept, and told


class Fields:
    """The fields of one form, by name; `raw` holds what was typed.

    What is typed here goes into the address of the page, so that a link opens it again: nothing personal may.
    `suffix` tells two forms of the same fields apart.
    """

    def __init__(self, suffix: str = "") -> None:
        self.raw: dict[str, Any] = {}
        self._suffix = suffix
        self._labels: dict[str, str] = {}
        self._rooms: dict[str, DeltaGenerator] = {}

    def day(self, name: str, label: str, start: date | None = None) -> None:
        """A day, typed or picked."""
        value = st.date_input(
            label,
            start,
            min_value=_FIRST,
            max_value=_LAST,
            format="DD/MM/YYYY",
            key=self._key(name),
            bind="query-params",
            persist_state="session",
        )
        self._drawn(name, label, value)

    def text(self, name: str, label: str, placeholder: str = "") -> None:
        """A line of text."""
        value = st.text_input(
            label,
            placeholder=placeholder,
            key=self._key(name),
            bind="query-params",
            persist_state="session",
        )
        self._drawn(name, label, value)

    def moment(self, name: str, label: str, start: date | None = None) -> None:
        """A day, and beside it a time of that day where it is known."""
        day, clock = st.columns([3, 2])
        with day:
            self.day(name, label, start)
        with clock:
            self.text(f"{name}.time", "Time, if known", "14:30")

    def number(self, name: str, label: str, placeholder: str) -> None:
        """A whole number."""
        value = st.number_input(
            label,
            value=None,
            step=1,
            placeholder=placeholder,
            key=self._key(name),
            bind="query-params",
            persist_state="session",
        )
        self._drawn(name, label, value)

    def flag(self, name: str, label: str) -> None:
        """Yes or no."""
        value = st.checkbox(label, key=self._key(name), bind="query-params", persist_state="session")
        self._drawn(name, label, value)

    def choice(self, name: str, label: str, words: Mapping[_Choice, str], start: _Choice | None = None) -> None:
        """One of several, by their words; the first one unless another is to start with."""
        options = list(words)
        value = st.selectbox(
            label,
            options,
            index=options.index(start) if start else 0,
            format_func=lambda option: words[option],
            key=self._key(name),
            bind="query-params",
            persist_state="session",
        )
        self._drawn(name, label, value)

    def choices(self, name: str, label: str, words: Mapping[_Choice, str], placeholder: str) -> None:
        """Any of several, by their words."""
        value = st.multiselect(
            label,
            list(words),
            format_func=lambda option: words[option],
            placeholder=placeholder,
            key=self._key(name),
            bind="query-params",
            persist_state="session",
        )
        self._drawn(name, label, value)

    def known(self, name: str) -> bool:
        """Whether there is something in a field, drawn or not."""
        return bool(st.session_state.get(self._key(name)) or st.query_params.get(self._key(name)))

    def tell(self, findings: Iterable[Finding]) -> None:
        """Say what is wrong, under the field that it is about."""
        for finding in findings:
            self._rooms[finding.field].error(plain(finding.message), icon=None)

    def label(self, name: str) -> str:
        """What a field is called on the page."""
        return self._labels[name]

    def begin_copy(self, suffix: str) -> None:
        """Let the same form with another suffix begin with what is typed here; to be called from a callback."""
        for name in self.raw:
            if f"{name}{suffix}" not in st.session_state:
                st.session_state[f"{name}{suffix}"] = st.session_state[self._key(name)]

    def _key(self, name: str) -> str:
        return f"{name}{self._suffix}"

    def _drawn(self, name: str, label: str, value: Any) -> None:
        self.raw[name] = value
        self._labels[name] = label
        self._rooms[name] = st.container()
