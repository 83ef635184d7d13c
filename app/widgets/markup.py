"""HTML put together so that text stays text: whatever is not made here is escaped."""

from html import escape

__all__ = ["Html", "element"]


class Html(str):
    """Markup that `element` made."""

    __slots__ = ()


def element(tag: str, /, *content: str, **attributes: str) -> Html:
    """An element with its content; `class_` is the attribute class, and text in content is escaped."""
    names = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value
    )
    inside = "".join(part if isinstance(part, Html) else escape(part) for part in content)
    return Html(f"<{tag}{names}>{inside}</{tag}>")
