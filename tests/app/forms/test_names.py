"""Names of colleagues, typed in part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.forms.names import name_meant

STAFF = ("Bob Le Brun", "Bea Renouf", "Beatrice Renouf", "Li")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Bob", "Bob Le Brun"),
        ("bo le", "Bob Le Brun"),
        (" BOB  le brun ", "Bob Le Brun"),
        ("b br", "Bob Le Brun"),
        ("bea renouf", "Bea Renouf"),
        ("Bea", "Bea"),
        ("B", "B"),
        ("Brun", "Brun"),
        ("Bob Smith", "Bob Smith"),
        ("l", "Li"),
        ("", ""),
        (" ", " "),
    ],
)
def test_the_first_letters_of_a_name_are_enough(typed: str, meant: str) -> None:
    """Where they are those of one colleague alone; anything else stays as it was typed."""
    assert name_meant(typed, STAFF) == meant


@given(st.text(), st.lists(st.text()))
def test_a_name_is_never_made_up(typed: str, names: list[str]) -> None:
    """It is what was typed, or one that is known."""
    assert name_meant(typed, names) in {typed, *names}
