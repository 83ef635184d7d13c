"""The clock and the as-of instant, as the composition root gives them."""

from datetime import UTC, date, datetime, timedelta

import pytest
import streamlit as st

from app import wiring
from joic_policy.register import OFFICE, Actor, ContactDesk, HolidayProclaimed, Role, StaffListed
from joic_policy.working_days import JERSEY
from tests.app.frame import NOW, at_the_time, opened


def test_the_clock_is_read_where_no_time_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Now is now, as an aware instant."""
    monkeypatch.delenv("JOIC_NOW", raising=False)

    assert abs(datetime.now(UTC) - wiring.now()) < timedelta(minutes=1)


@pytest.mark.parametrize("given", ["2026-11-24T10:00", "today"])
def test_a_time_that_is_no_instant_is_refused(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an offset nobody knows when it is; the message says what was given."""
    monkeypatch.setenv("JOIC_NOW", given)

    with pytest.raises(ValueError, match=given):
        wiring.now()


def test_as_of_is_now_today_and_the_end_of_any_other_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Earlier and later days are judged when they are over, by Jersey's clocks."""
    at_the_time(NOW, monkeypatch)
    found = []
    for on in (None, date(2026, 11, 24), date(2026, 11, 23), date(2026, 7, 1)):
        st.session_state[wiring.AS_OF_KEY] = on
        found.append(wiring.as_of())
    del st.session_state[wiring.AS_OF_KEY]

    assert found == [
        NOW,
        NOW,
        datetime(2026, 11, 23, 23, 59, 59, 999_999, tzinfo=UTC),
        datetime(2026, 7, 1, 22, 59, 59, 999_999, tzinfo=UTC),
    ]


def test_every_page_counts_with_jerseys_calendar() -> None:
    """Liberation Day is no working day in Jersey alone."""
    assert wiring.calendar() is JERSEY
    assert wiring.calendar().holiday(date(2028, 5, 9)) == "Liberation Day"


def test_every_page_counts_with_the_holidays_proclaimed_in_the_register() -> None:
    """A date on the Deadlines page is the date in the queue."""
    day = date(2027, 3, 10)
    proclaimed = HolidayProclaimed(happened_at=NOW, on=day, name="A visit", source="Order")
    ContactDesk(wiring.register(), actor=Actor.alone("Ann"), clock=lambda: NOW).record(
        OFFICE, proclaimed, expecting=0
    )

    assert wiring.calendar().holiday(day) == "A visit"


def test_a_register_out_of_reach_leaves_the_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dates are counted all the same; the frame says what is missing."""
    monkeypatch.setenv("JOIC_REGISTER_URL", "mysql://nowhere")

    assert wiring.calendar() is JERSEY
    (told,) = (error.value for error in opened().error)

    assert "expected an address with sqlite or postgresql" in told
    assert "without the holidays that were proclaimed in it" in told


@pytest.mark.parametrize(
    ("staff", "name", "may"),
    [
        ({}, "Ann", frozenset(Role)),
        ({"Ann": (Role.STAFF,)}, "Ann", frozenset(Role)),
        ({"Ann": (Role.STAFF,), "Bob": (Role.ADMINISTRATOR,)}, "Ann", {Role.STAFF}),
        ({"Bob": (Role.TRAINER,)}, "Ann", frozenset()),
    ],
)
def test_roles_are_those_of_the_staff_list(
    staff: dict[str, tuple[Role, ...]], name: str, may: frozenset[Role]
) -> None:
    """Whoever is alone on it, or the first to come, may do everything; a stranger nothing."""
    desk = ContactDesk(wiring.register(), actor=Actor.alone("Ann"), clock=lambda: NOW)
    for version, (each, roles) in enumerate(staff.items()):
        desk.record(OFFICE, StaffListed(happened_at=NOW, name=each, roles=roles), expecting=version)
    st.session_state[wiring.WHO_KEY] = name
    actor = wiring.actor()
    del st.session_state[wiring.WHO_KEY]

    assert (actor.name, actor.roles) == (name, may)


def test_our_mail_servers_are_in_the_domain_of_our_address_unless_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Several have commas between them."""
    monkeypatch.delenv("JOIC_MAIL_HOSTS", raising=False)
    assert wiring.mail_hosts() == ("jerseyoic.org",)

    monkeypatch.setenv("JOIC_MAIL_HOSTS", "mx.example, ,prod.outlook.com")
    assert wiring.mail_hosts() == ("mx.example", "prod.outlook.com")
