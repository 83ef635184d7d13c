"""What people typed, as a document can hold it; and what to do where a document does not hold it."""

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["NotAsWrittenError", "paragraphs", "printable", "squeezed"]

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNPRINTABLE = {"Cc", "Cs", "Cn"}
# These turn the reading direction of what follows, so that a page would not say what was checked.
_TURNS = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))


class NotAsWrittenError(Exception):
    """A document that was made does not hold its letter. It is not handed out."""

    def __init__(self, faults: Iterable[str]) -> None:
        super().__init__(f"the document is not as it was written: {'; '.join(faults)}")


def printable(text: str) -> str:
    """The text without what no page shows and no file takes; every end of a line is the same one."""
    return "".join(letter for letter in _LINE_ENDS.sub("\n", text) if letter in "\n\t" or _shows(letter))


def paragraphs(text: str) -> list[str]:
    """A text at its blank lines; a line that was ended by hand stays a line."""
    return [each.strip() for each in re.split(r"\n\s*\n", printable(text)) if each.strip()]


def squeezed(texts: Iterable[str]) -> str:
    """All that can be seen of some texts, one after another, without any space between: to compare them."""
    return "".join("".join(printable(text).split()) for text in texts)


def _shows(letter: str) -> bool:
    return letter not in _TURNS and unicodedata.category(letter) not in _UNPRINTABLE
