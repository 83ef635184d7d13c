"""Text as it stands on a page."""

from html import escape

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.tables.words import listed, plain

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
JOINER = "\u2060"


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters=TURNING + JOINER)
    )
)
def test_plain_text_reads_in_markdown_as_written(text: str) -> None:
    """Whatever people type, markup or not, is shown and never obeyed; only its spaces are joined."""
    rendered = MarkdownIt("commonmark").render(plain(text)).removeprefix("<p>").removesuffix("</p>\n")
    rendered = rendered.replace(JOINER, "")

    assert rendered == escape(" ".join(text.split()), quote=False).replace('"', "&quot;")


def test_a_name_between_colons_stays_text() -> None:
    """Such a name would be drawn as a picture, escaped or not, so something unseen keeps its colons apart."""
    told = [plain(text) for text in (":tiger:", ":material/home:", ":+1:", "14:30: b")]

    assert told == [
        rf"\:{JOINER}tiger\:",
        rf"\:{JOINER}material/home\:",
        rf"\:{JOINER}\+1\:",
        r"14\:30\: b",
    ]


def test_nothing_typed_turns_the_words_after_it_round() -> None:
    """Marks that turn the direction of text are left out; letters that run to the left are not."""
    assert [plain(f"{mark}Anna") for mark in TURNING] == ["Anna"] * len(TURNING)
    assert plain("\u0627\u0628") == "\u0627\u0628"


def test_several_things_are_listed_as_one_speaks() -> None:
    """Commas, and an "and" before the last."""
    assert [listed(parts) for parts in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
