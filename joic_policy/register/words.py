"""The one way in which text is split into the words by which a contact is found."""

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["LONGEST", "words_in"]

LONGEST = 40
"""Letters of a word that are kept: more than anybody types, and what an index can hold in any script."""

_WORD = re.compile(r"[^\W_]+")


def words_in(*texts: str) -> tuple[str, ...]:
    """Every word once, in order: letters and digits only, without case, accents and width.

    Text of any origin is safe: what is neither letter nor digit only separates. O'Brien is two words.
    """
    return tuple(sorted({word[:LONGEST] for text in texts for word in _WORD.findall(_plain(text))}))


def _plain(text: str) -> str:
    return "".join(_without_marks(unicodedata.normalize("NFKD", text).casefold()))


def _without_marks(text: str) -> Iterable[str]:
    return (letter for letter in text if not unicodedata.combining(letter))
