"""Fields of a form that are kept: over a change of page, in the address, and with room for what is wrong."""

from collections.abc import Iterable, Mapping
from datetime import date
from math import isfinite
from typing import Any, Literal, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app.forms.clocks import DAYS
from app.forms.findings import FieldFinding
from app.forms.links import Shown
from app.tables.words import plain

__all__ = ["Fields"]

_Choice = TypeVar("_Choice", bound=str)


class Fields:
    """The fields of one form, by name; `raw` holds what was typed, `shown` the same as a link holds it.

    What is typed here goes into the address of the page, so that a link opens it again: nothing personal may
    (`app.widgets.drafts` keeps that). A second form of the same fields has a `suffix`, and is `like` what was
    typed in the first: each field follows the first form's until it is given something else.
    """

    #: Where each field is kept beside the session.
    _bind: Literal["query-params"] | None = "query-params"

    def __init__(self, suffix: str = "", like: Mapping[str, Any] | None = None) -> None:
        self.raw: dict[str, Any] = {}
        self.shown: dict[str, Shown] = {}
        self._suffix = suffix
        self._like = like or {}
        self._was_like: Mapping[str, Any] = st.session_state.get(f"fields.like{suffix}", {})
        st.session_state[f"fields.like{suffix}"] = dict(self._like)
        self._labels: dict[str, str] = {}
        self._rooms: dict[str, DeltaGenerator] = {}

    def day(self, name: str, label: str, start: date | None = None) -> None:
        """A day, typed or picked."""
        value = st.date_input(
            label,
            self._start(name, start),
            min_value=DAYS[0],
            max_value=DAYS[1],
            format="DD/MM/YYYY",
            key=self._key(name),
            bind=self._bind,
            persist_state="session",
        )
        self._drawn(name, label, value, _held(value), f"one day from {DAYS[0]} to {DAYS[1]}")

    def text(self, name: str, label: str, placeholder: str = "") -> None:
        """A line of text."""
        value = st.text_input(
            label,
            self._start(name, ""),
            placeholder=placeholder,
            key=self._key(name),
            bind=self._bind,
            persist_state="session",
        )
        self._drawn(name, label, value, _held(value), "one line of text")

    def long_text(self, name: str, label: str, placeholder: str = "", height: int = 120) -> None:
        """Text of any length."""
        value = st.text_area(
            label,
            self._start(name, ""),
            placeholder=placeholder,
            height=height,
            key=self._key(name),
            bind=self._bind,
            persist_state="session",
        )
        self._drawn(name, label, value, _held(value), "text")

    def moment(self, name: str, on: str, at: str, start: date | None = None) -> None:
        """A day, and beside it a time of that day where it is known; each has a label of its own."""
        day, clock = st.columns([3, 2], vertical_alignment="bottom")
        with day:
            self.day(name, on, start)
        with clock:
            self.text(f"{name}.time", at, "14:30")
        self._rooms |= {name: st.container(), f"{name}.time": st.container()}  # as wide as both

    def number(self, name: str, label: str, placeholder: str) -> None:
        """A whole number."""
        value = st.number_input(
            label,
            value=self._start(name, None),
            step=1,
            placeholder=placeholder,
            key=self._key(name),
            bind=self._bind if self._finite(name) else None,
            persist_state="session",
        )
        self._drawn(name, label, value, _held(value), "one whole number")

    def flag(self, name: str, label: str) -> None:
        """Yes or no."""
        value = st.checkbox(
            label,
            value=self._start(name, start=False),
            key=self._key(name),
            bind=self._bind,
            persist_state="session",
        )
        self._drawn(name, label, value, _held(value), "true or false, once")

    def choice(
        self,
        name: str,
        label: str,
        words: Mapping[_Choice, str],
        start: _Choice | None,
        placeholder: str = "",
    ) -> None:
        """One of several, by their words; without a start, nothing is chosen at first."""
        options = list(words)
        first = self._start(name, start)
        value = st.selectbox(
            label,
            options,
            index=options.index(first) if first in options else None,
            format_func=lambda option: words[option],
            placeholder=placeholder or None,
            key=self._key(name),
            bind=self._bind,
            persist_state="session",
        )
        held = () if value is None else (words[value],)
        self._drawn(name, label, value, held, f"one of: {'; '.join(words.values())}")

    def choices(self, name: str, label: str, words: Mapping[_Choice, str], placeholder: str) -> None:
        """Any of several, by their words."""
        value = st.multiselect(
            label,
            list(words),
            default=self._start(name, []),
            format_func=lambda option: words[option],
            placeholder=placeholder,
            key=self._key(name),
            bind=self._bind,
            persist_state="session",
        )
        self._drawn(
            name,
            label,
            value,
            tuple(words[one] for one in value),
            f"any of, each once: {'; '.join(words.values())}",
        )

    def known(self, name: str) -> bool:
        """Whether there is something in a field, drawn or not."""
        key = self._key(name)
        return bool(st.session_state.get(key) or st.query_params.get(key) or self._like.get(name))

    def tell(self, findings: Iterable[FieldFinding]) -> None:
        """Say what is wrong, under the field that it is about."""
        for finding in findings:
            self._rooms[finding.field].error(plain(finding.message), icon=None)

    def label(self, name: str) -> str:
        """What a field is called on the page."""
        return self._labels[name]

    def _key(self, name: str) -> str:
        return f"{name}{self._suffix}"

    def _finite(self, name: str) -> bool:
        """Whether a number in the address has an end: Streamlit breaks off the page at one that has none."""
        try:
            return isfinite(float(st.query_params.get(self._key(name)) or 0))
        except ValueError:
            return True

    def _start(self, name: str, start: Any) -> Any:
        """What a field begins with; one that is still as the first form was follows it."""
        if name not in self._like:
            return start
        key, now = self._key(name), self._like[name]
        was = self._was_like.get(name, now)
        if was != now and key in st.session_state and st.session_state[key] == was:
            st.session_state[key] = now
        return now

    def _drawn(self, name: str, label: str, value: Any, held: tuple[str, ...], expected: str) -> None:
        self.raw[name] = value
        which = f"{label} ({self._suffix.strip('.')})" if self._suffix else label
        self.shown[self._key(name)] = Shown(label=which, held=held, expected=expected)
        self._labels[name] = label
        self._rooms[name] = st.container()


def _held(value: object) -> tuple[str, ...]:
    """A value as a link holds it."""
    if value in {None, ""}:
        return ()
    return (str(value).lower() if isinstance(value, bool) else str(value),)
