"""Contact details are checked for their form, and kept as people read them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.forms.details import email, telephone
from joic_policy import InvalidError


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("01534 716530", "+44 1534 716530"),
        ("+44 (0) 1534 716530", "+44 1534 716530"),
        ("07797 712345", "+44 7797 712345"),
        ("+33 2 33 12 34 56", "+33 2 33 12 34 56"),
        ("0044 1481 742074", "+44 1481 742074"),
        ("  ", ""),
    ],
)
def test_a_telephone_number_is_kept_with_its_country(typed: str, kept: str) -> None:
    """One without a country is Jersey's."""
    assert telephone(typed) == kept


@pytest.mark.parametrize("typed", ["716530 or so", "01534", "+999 1234567", "ask reception", "0" * 100_000])
def test_what_is_no_telephone_number_is_refused_by_name(typed: str) -> None:
    """The refusal has what was typed, so that nothing is lost."""
    with pytest.raises(InvalidError, match="expected a number like") as refusal:
        telephone(typed)

    assert (refusal.value.field, refusal.value.given) == ("telephone", typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" ann@example.org ", "ann@example.org"),
        ("Ann.O'Neill+info@EXAMPLE.org", "Ann.O'Neill+info@example.org"),
        ("zoé@exämple.org", "zoé@exämple.org"),
        ("", ""),
    ],
)
def test_an_email_address_is_kept_as_it_is_written(typed: str, kept: str) -> None:
    """Only its domain is made alike."""
    assert email(typed) == kept


@pytest.mark.parametrize(
    "typed", ["ann", "ann@", "ann@@example.org", "<script>@example.org", "a b@example.org"]
)
def test_what_is_no_email_address_is_refused_by_name(typed: str) -> None:
    """As for a telephone number."""
    with pytest.raises(InvalidError, match="expected an address like") as refusal:
        email(typed)

    assert (refusal.value.field, refusal.value.given) == ("email", typed)


@given(typed=st.text(max_size=60))
def test_whatever_is_typed_is_kept_or_refused(typed: str) -> None:
    """There is no third way, such as a crash; and what is kept would be kept again."""
    for check in (email, telephone):
        with suppress(InvalidError):
            kept = check(typed)
            assert check(kept) == kept
