"""How a contact is made."""

from joic_policy._fields import Choice

__all__ = ["Channel", "Direction"]


class Channel(Choice):
    """The five ways to reach the Office (PRI-4)."""

    TELEPHONE = "telephone"
    LETTER = "letter"
    EMAIL = "email"
    IN_PERSON = "in_person"
    ONLINE_FORM = "online_form"

    @property
    def written(self) -> bool:
        """Whether what comes this way is correspondence."""
        return self not in {Channel.TELEPHONE, Channel.IN_PERSON}

    @property
    def words(self) -> str:
        """How it is said of a contact: by letter, in person."""
        return _WORDS[self]


class Direction(Choice):
    """Whether the customer reached the Office or the Office the customer (TEL-10)."""

    IN = "in"
    OUT = "out"


_WORDS = {
    Channel.TELEPHONE: "by telephone",
    Channel.LETTER: "by letter",
    Channel.EMAIL: "by email",
    Channel.IN_PERSON: "in person",
    Channel.ONLINE_FORM: "by the online form",
}
