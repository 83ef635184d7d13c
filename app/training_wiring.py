"""The composition root of training: the only place that opens its store. It never reaches the register."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import streamlit as st

from app.classroom import Classroom, classroom_url, fresh_code, open_classroom

__all__ = ["KEPT_DAYS", "classroom", "join_code", "opened_to_learners", "trainer_key"]

#: How long a session is kept once it was prepared.
KEPT_DAYS = 90

_KEY, _CODE = "JOIC_TRAINER_KEY", "JOIC_JOIN_CODE"
_KEY_LENGTH = 12


def classroom() -> Classroom:
    """The classroom at the address that is set, opened once.

    Raises:
        ClassroomError: It cannot be opened.
    """
    return _classroom(classroom_url())


def trainer_key() -> str | None:
    """What shows that somebody is the trainer; None in the ordinary application, where nobody can join."""
    return os.environ.get(_KEY)


def join_code() -> str:
    """The code that learners join with as long as this process runs."""
    return os.environ[_CODE]


@contextmanager
def opened_to_learners() -> Iterator[tuple[str, str]]:
    """Have a trainer's key and a join code, for this process; a session that was open keeps its code.

    Raises:
        ClassroomError: The store cannot be opened.
    """
    classroom = open_classroom(classroom_url(), clock=_now)
    held = classroom.open_session
    classroom.close()
    os.environ[_KEY] = fresh_code(_KEY_LENGTH)
    os.environ[_CODE] = held.code if held else fresh_code()
    try:
        yield os.environ[_KEY], os.environ[_CODE]
    finally:
        for name in (_KEY, _CODE):
            os.environ.pop(name, None)


def _now() -> datetime:
    return datetime.now(UTC)


@st.cache_resource(show_spinner="Opening the training store", on_release=Classroom.close)
def _classroom(url: str) -> Classroom:
    opened = open_classroom(url, clock=_now)
    opened.sweep(_now() - timedelta(days=KEPT_DAYS))
    return opened
