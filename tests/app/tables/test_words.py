"""Text as it stands on a page."""

from html import escape

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.tables.words import listed, plain


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_plain_text_reads_in_markdown_as_written(text: str) -> None:
    """Whatever people type, markup or not, is shown and never obeyed; only its spaces are joined."""
    rendered = MarkdownIt("commonmark").render(plain(text)).removeprefix("<p>").removesuffix("</p>\n")

    assert rendered == escape(" ".join(text.split()), quote=False).replace('"', "&quot;")


def test_several_things_are_listed_as_one_speaks() -> None:
    """Commas, and an "and" before the last."""
    assert [listed(parts) for parts in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
