"""The name of a colleague, of which the first letters are enough."""

from collections.abc import Iterable

from joic_policy.handling.staff import is_same_name

__all__ = ["name_meant"]


def name_meant(typed: str, names: Iterable[str]) -> str:
    """The one of these names that was typed, or of which the first letters were; else what was typed.

    "bo le" is Bob Le Brun, unless a second name begins so.
    """
    known = tuple(names)
    same = [name for name in known if is_same_name(name, typed)]
    alike = same or [name for name in known if _begins(name.casefold().split(), typed.casefold().split())]
    return alike[0] if len(alike) == 1 else typed


def _begins(name: list[str], typed: list[str]) -> bool:
    """Whether each word typed begins a word of the name, the first one its first."""
    if not (name and typed and name[0].startswith(typed[0])):
        return False
    return all(any(part.startswith(word) for part in name) for word in typed)
