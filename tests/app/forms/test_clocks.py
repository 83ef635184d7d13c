"""Times of day as people type them."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.forms.clocks import clock, instant
from joic_policy import InvalidError


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_a_time_is_read_in_each_way_of_writing_it(at: time) -> None:
    """With a colon, a full stop or nothing between, with or without a leading zero, with room around."""
    hour, minute = at.hour, f"{at.minute:02}"

    assert {clock(text) for text in (f"{hour:02}:{minute}", f" {hour}.{minute} ", f"{hour}{minute}")} == {at}


@given(st.text().filter(lambda text: not text.strip().isascii() or not any(map(str.isdigit, text))))
def test_what_is_no_time_is_refused_by_the_name_of_its_field(text: str) -> None:
    """Whatever it is; only nothing at all is no time given."""
    if not text.strip():
        assert clock(text) is None
        return

    with pytest.raises(InvalidError, match=r"^received\.time: given .*, expected a time of day like 14:30$"):
        clock(text, field="received.time")


@pytest.mark.parametrize("text", ["24:00", "12:60", "1:2:3", "9", "12345", "14-30", "-1:30", "٠٩:٣٠"])
def test_times_that_no_clock_shows_are_refused(text: str) -> None:
    """Also those with too few or too many digits."""
    with pytest.raises(InvalidError, match="a time of day like 14:30"):
        clock(text)


@pytest.mark.parametrize(("on", "hour"), [(date(2026, 1, 15), 14), (date(2026, 7, 15), 13)])
def test_an_instant_is_by_the_clocks_of_jersey(on: date, hour: int) -> None:
    """In summer half past two is half past one in UTC."""
    assert instant(on, "14:30") == datetime(on.year, on.month, on.day, hour, 30, tzinfo=UTC)
    assert instant(on, "") is None
