"""The text of an HTML message: what a reader would see, and nothing fetched, run or drawn.

One pass from front to back: the parser of the standard library takes minutes over what is made to be slow.
"""

import re
from collections.abc import Iterator
from html import unescape

__all__ = ["text_of_html"]

_UNSEEN = frozenset({"head", "noscript", "object", "script", "style", "template", "title"})
_BREAKS = frozenset(
    {"blockquote", "br", "div", "dl", "dt", "footer", "form", "header", "hr", "li", "ol", "p"}
)
_BREAKS |= {"address", "article", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "section", "table", "tr", "ul"}
_NAME = re.compile(r"/?[a-z][a-z0-9]*", re.IGNORECASE)
_ENDS = {name: re.compile(f"</{name}\\b", re.IGNORECASE) for name in _UNSEEN}
_HREF = re.compile(r"""\shref\s*=\s*["']?([^\s"'<>]{1,2000})""", re.IGNORECASE)
_LEADS = ("http://", "https://", "mailto:")
_LONGEST_TAG = 10_000
_SPACES, _LINES = re.compile(r"[^\S\n]+"), re.compile(r"\n{3,}")


def text_of_html(html: str) -> str:
    """The words of a page, a line for each of its blocks; a link says where it leads if its words do not."""
    lines = (line.strip() for line in _SPACES.sub(" ", "".join(_seen(html))).split("\n"))
    return _LINES.sub("\n\n", "\n".join(lines)).strip()


def _seen(html: str) -> Iterator[str]:
    lead, words = "", ""
    for tag, text in _pieces(html):
        found = _NAME.match(tag)
        name = found[0].casefold() if found else ""
        if name in {"a", "/a"}:
            if lead and lead.partition(":")[2].lstrip("/") not in words:
                yield f" ({lead})"
            led = _HREF.search(tag) if name == "a" else None
            lead, words = unescape(led[1]) if led else "", ""
            lead = lead if lead.casefold().startswith(_LEADS) else ""
        elif name.removeprefix("/") in _BREAKS:
            yield "\n- " if name == "li" else "\n"
        elif name in {"td", "th"}:
            yield " "
        shown = " ".join(re.split(r"\s+", unescape(text)))
        words += shown if lead else ""
        yield shown


def _pieces(html: str) -> Iterator[tuple[str, str]]:
    """Each tag, without its brackets, and the text up to the next; what nobody sees is left out."""
    at, tag = 0, ""
    while True:
        begins = html.find("<", at)
        yield tag, html[at : None if begins < 0 else begins]
        if begins < 0:
            return
        comment = html.startswith("<!--", begins)
        ends = html.find("-->" if comment else ">", begins + 1)
        if ends < 0:
            if not comment:
                yield "", html[begins:]
            return
        tag = "" if comment else html[begins + 1 : min(ends, begins + _LONGEST_TAG)]
        at = ends + (3 if comment else 1)
        if not comment and not (_NAME.match(tag) or tag[:1] in {"!", "?"}):
            yield "", "<"  # as in "a < b"
            tag, at = "", begins + 1
        unseen = _ENDS.get(tag.split(maxsplit=1)[0].casefold().rstrip("/")) if tag.strip() else None
        if unseen and not tag.endswith("/"):
            found = unseen.search(html, at)
            at = found.start() if found else len(html)
