"""The number of a contact as it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.forms.numbers import contact_number


@given(st.integers(1, 10**18 - 1))
def test_a_number_is_taken(number: int) -> None:
    """With room around it."""
    assert contact_number(f" {number} ") == number


@pytest.mark.parametrize(
    "typed", ["", " ", "0", "000", "-1", "1.0", "1e3", "٣", "²", "1" * 19, "one", "\x00"]
)
def test_what_is_none_is_none(typed: str) -> None:
    """Whatever else stands in an address."""
    assert contact_number(typed) is None


@given(st.text())
def test_nothing_breaks_it(typed: str) -> None:
    """A number comes out, or none."""
    number = contact_number(typed)

    assert number is None or number > 0
