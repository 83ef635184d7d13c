"""The splitter of words: one for whatever searches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joic_policy.register.words import words_in


@given(st.lists(st.text()))
def test_words_are_letters_and_digits_in_one_spelling(texts: list[str]) -> None:
    """Each once, no sign that a query could stumble over, and splitting again changes nothing."""
    words = words_in(*texts)

    assert len(set(words)) == len(words)
    assert all(word.isalnum() and len(word) <= 40 for word in words)
    assert words_in(*words) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zoë O'Brien-LE SUEUR", ("zoe", "o", "brien", "le", "sueur")),
        ("JOIC/2026/00123, ref_7", ("joic", "2026", "00123", "ref", "7")),
        ("Straße \ufb01le \uff12", ("strasse", "file", "2")),
        ("a.b@example.org", ("a", "b", "example", "org")),
        ("the the The", ("the",)),
        ("\x00 \ud800 * \" ' &", ()),
    ],
)
def test_words_as_people_type_them(text: str, words: tuple[str, ...]) -> None:
    """Accents, case, width and signs make no difference."""
    assert words_in(text) == words


def test_endless_text_has_an_end() -> None:
    """An index takes only so much of one contact."""
    assert len(words_in(" ".join(map(str, range(300_000))))) == 5000
    assert words_in("x" * 1000) == ("x" * 40,)
