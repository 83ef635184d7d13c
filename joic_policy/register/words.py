"""The one way in which text is split into the words by which a contact is found."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import islice

__all__ = ["words_in"]

# Together less than a full-text index takes in any script, and more than anybody searches.
_MOST_WORDS, _LONGEST = 5000, 40
_MOST_READ = 200_000

_WORD = re.compile(r"[^\W_]+")


def words_in(*texts: str) -> tuple[str, ...]:
    """Each of the first words once, as met: letters and digits only, without case, accents and width.

    Text of any origin is safe: what is neither letter nor digit only separates. O'Brien is two words.
    """
    words = (word.group()[:_LONGEST] for text in texts for word in _WORD.finditer(_plain(text)))
    return tuple(islice(dict.fromkeys(islice(words, _MOST_READ)), _MOST_WORDS))


def _plain(text: str) -> str:
    return "".join(_without_marks(unicodedata.normalize("NFKD", text).casefold()))


def _without_marks(text: str) -> Iterable[str]:
    return (letter for letter in text if not unicodedata.combining(letter))
