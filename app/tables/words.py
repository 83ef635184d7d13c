"""Text and values as they stand on a page."""

import re

__all__ = ["listed", "plain"]

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+.!|~$:-])")


def plain(text: str) -> str:
    """Text that reads in markdown as it was written, on one line, whoever wrote it."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def listed(parts: tuple[str, ...]) -> str:
    """Several things in one sentence: "a, b and c"."""
    *first, last = parts or ("",)
    return f"{', '.join(first)} and {last}" if first else last
