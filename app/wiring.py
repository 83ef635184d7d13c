"""The composition root: the only place that reads the clock and opens things."""

import os
from datetime import UTC, date, datetime

import streamlit as st

from app.store import StoredRegister, open_register, register_url
from joic_policy.errors import RegisterError
from joic_policy.policy import POLICY, Policy
from joic_policy.register import OFFICE, Actor, ContactDesk
from joic_policy.register.staff import OfficeState, office_state
from joic_policy.units import day_in_jersey, end_of_day
from joic_policy.working_days import JERSEY, WorkingDayCalendar

__all__ = [
    "AS_OF_KEY",
    "WHO_KEY",
    "actor",
    "as_of",
    "as_of_on",
    "calendar",
    "desk",
    "mail_hosts",
    "now",
    "office",
    "policy",
    "register",
    "today",
]

AS_OF_KEY = "frame.as_of"
WHO_KEY = "frame.who"


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


def mail_hosts() -> tuple[str, ...]:
    """Our own mail servers, or the domains they are in: `JOIC_MAIL_HOSTS`, or else that of our address.

    Several have commas between them. What these wrote of a message proves when it reached us.
    """
    given = os.environ.get("JOIC_MAIL_HOSTS") or policy().office.email.rpartition("@")[2]
    return tuple(host.strip() for host in given.split(",") if host.strip())


def calendar() -> WorkingDayCalendar:
    """The working days that every page counts with: with the holidays proclaimed in the register.

    Where the register cannot be reached, without them; the frame says so.
    """
    try:
        return _desk(_REGISTER_ITSELF).calendar
    except RegisterError:
        return JERSEY


def register() -> StoredRegister:
    """The register at the address that is set, opened once and indexed by the policy and calendar in force.

    Raises:
        RegisterError: It cannot be opened.
    """
    return _register(register_url())


def desk() -> ContactDesk:
    """The desk of whoever is at work.

    Raises:
        RegisterError: The register cannot be opened.
    """
    return _desk(actor())


def office() -> OfficeState:
    """Who works here, and the holidays proclaimed.

    Raises:
        RegisterError: The register cannot be read.
    """
    return office_state(each.event for each in register().history(OFFICE))


def actor() -> Actor:
    """Who is at work, by the name chosen in the frame, with their roles from the staff list.

    Whoever works alone (nobody else is on the list) may do everything.

    Raises:
        RegisterError: The register cannot be read.
    """
    name = str(st.session_state.get(WHO_KEY) or "").strip()
    roles = office().roles
    if not roles.keys() - {name}:
        return Actor.alone(name)
    return Actor(name=name, roles=frozenset(roles.get(name, ())))


_REGISTER_ITSELF = Actor.alone("the register")
_INDEXED_AT_ONCE = 100


def _desk(actor: Actor) -> ContactDesk:
    return ContactDesk(register(), actor=actor, clock=now, policy=policy())


@st.cache_resource(show_spinner="Opening the register", on_release=StoredRegister.close)
def _register(url: str) -> StoredRegister:
    opened = open_register(url)
    desk = ContactDesk(opened, actor=_REGISTER_ITSELF, clock=now, policy=policy())
    while desk.index_anew(size=_INDEXED_AT_ONCE) == _INDEXED_AT_ONCE:
        pass
    return opened
