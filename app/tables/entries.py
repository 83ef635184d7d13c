"""A titled thing with what there is to say of it: the shape in which pages list what is written."""

from attrs import frozen

__all__ = ["Entry"]


@frozen(kw_only=True)
class Entry:
    """A title and its points; `caution` is a point that may not be overlooked."""

    title: str
    points: tuple[str, ...]
    caution: str = ""
