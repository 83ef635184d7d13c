"""Text and values as they stand on a page."""

import re

__all__ = ["listed", "plain"]

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+.!|~$:-])")
#: What would turn round the words after it, which are ours.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
#: What names a picture, like :tiger: or :material/home:, is drawn as one even where it is escaped.
_NAMED = re.compile(r"(?<!\d):(?=[\w+-][\w+/-]*:)")
_JOINER = "\u2060"  # is not seen, and keeps the two colons apart


def plain(text: str) -> str:
    """Text that reads in markdown as it was written, on one line, whoever wrote it."""
    line = _TURNING.sub("", " ".join(text.split()))
    return _MARKUP.sub(r"\\\1", _NAMED.sub(f":{_JOINER}", line))


def listed(parts: tuple[str, ...]) -> str:
    """Several things in one sentence: "a, b and c"."""
    *first, last = parts or ("",)
    return f"{', '.join(first)} and {last}" if first else last
