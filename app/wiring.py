"""The composition root: the only place that reads the clock and opens things."""

import os
from datetime import UTC, date, datetime

import streamlit as st

from joic_policy.policy import POLICY, Policy
from joic_policy.units import day_in_jersey, end_of_day
from joic_policy.working_days import JERSEY, WorkingDayCalendar

__all__ = ["AS_OF_KEY", "as_of", "as_of_on", "calendar", "now", "policy", "today"]

AS_OF_KEY = "frame.as_of"


def now() -> datetime:
    """This instant, in UTC.

    `JOIC_NOW`, an instant with its offset, is taken instead where it is set: for demonstrations and tests.

    Raises:
        ValueError: `JOIC_NOW` is no instant.
    """
    fixed = os.environ.get("JOIC_NOW")
    if fixed is None:
        return datetime.now(UTC)
    instant = datetime.fromisoformat(fixed)
    if instant.utcoffset() is None:
        raise ValueError(
            f"JOIC_NOW: given {fixed!r}, expected an instant with its offset, like 2026-11-24T10:00+00:00"
        )
    return instant.astimezone(UTC)


def today() -> date:
    """The day it is in Jersey."""
    return day_in_jersey(now())


def as_of_on() -> date:
    """The day that the person at the screen has chosen in the frame; today unless they chose another."""
    chosen = st.session_state.get(AS_OF_KEY)
    return chosen if isinstance(chosen, date) else today()


def as_of() -> datetime:
    """The instant at which statuses are judged: now if the day chosen is today, else the end of that day."""
    on = as_of_on()
    return now() if on == today() else end_of_day(on)


def policy() -> Policy:
    """The policy that every page answers from."""
    return POLICY


def calendar() -> WorkingDayCalendar:
    """The working days that every page counts with."""
    return JERSEY
