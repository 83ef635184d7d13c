"""Markup that is made here stays markup, and all else stays text."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from app.widgets.markup import element


class Seen(HTMLParser):
    """What a reader of markup sees: the elements, their attributes and the text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


typed = st.text(st.characters(codec="utf-8", exclude_characters="\r\0")) | st.sampled_from(
    ["<script>alert(1)</script>", "</td><img src=x onerror=x>", '"><b>', "&amp;", "' onclick='x"]
)


@given(typed, typed)
def test_what_is_typed_is_only_text(text: str, value: str) -> None:
    """In an element and in an attribute it is read back as it was typed, and makes no element."""
    seen = Seen(element("div", element("span", text, title=f"-{value}"), text, class_="dates"))

    assert seen.tags == [("div", {"class": "dates"}), ("span", {"title": f"-{value}"})]
    assert seen.text == text * 2
