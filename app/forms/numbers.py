"""The short number of a contact, as it stands in a link or is typed."""

__all__ = ["contact_number"]

_MOST_DIGITS = 18  # more than any number has, less than a database holds


def contact_number(given: str) -> int | None:
    """The number, if it is one."""
    digits = given.strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS):
        return None
    return int(digits) or None
