"""The clock and the as-of instant, as the composition root gives them."""

from datetime import UTC, date, datetime, timedelta

import pytest
import streamlit as st

from app import wiring
from joic_policy.working_days import JERSEY
from tests.app.frame import NOW, at_the_time


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
