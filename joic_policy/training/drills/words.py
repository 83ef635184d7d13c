"""The words that generated drills are told with, read from `drills.toml`."""

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from joic_policy._table import Table
from joic_policy.contacts import Channel

__all__ = ["KINDS", "DrillWords", "words", "words_from"]

KINDS = ("dates", "routes", "messages", "letters")
_WRITTEN = tuple(channel for channel in Channel if channel.written)
_TOLD_BY = (Channel.TELEPHONE, Channel.EMAIL)
_OF_MESSAGES = ("recipients", "callers", "details", "subjects", "texts", "numbers", "voicemails")


@frozen(kw_only=True)
class DrillWords:
    """Titles and lessons by kind of drill, and what each kind is told with."""

    titles: Mapping[str, str]
    lessons: Mapping[str, str]
    received: Mapping[Channel, tuple[str, ...]]
    delay: Mapping[Channel, str]
    routes: tuple[str, str]
    day: str
    message_story: str
    messages: Mapping[str, tuple[str, ...]]
    letter_story: str
    abouts: tuple[str, ...]
    addressees: tuple[str, ...]


@cache
def words() -> DrillWords:
    """The words in the file beside this code."""
    return words_from(Table.beside(__file__, "drills.toml"))


def words_from(top: Table) -> DrillWords:
    """The words of a file.

    Raises:
        DataFileError: Something in it is missing or unknown.
    """
    titles, lessons, received, delay, routes, messages, letters = parts = [
        top.table(key) for key in ("title", "lesson", "received", "delay", "routes", "messages", "letters")
    ]
    read = DrillWords(
        titles={kind: titles.text(kind) for kind in KINDS},
        lessons={kind: lessons.text(kind) for kind in KINDS},
        received={channel: received.texts(channel, at_least=1) for channel in _WRITTEN},
        delay={channel: delay.text(channel) for channel in _TOLD_BY},
        routes=(routes.text("opening"), routes.text("second")),
        day=routes.text("day"),
        message_story=messages.text("story"),
        messages={key: messages.texts(key, at_least=1) for key in _OF_MESSAGES},
        letter_story=letters.text("story"),
        abouts=letters.texts("abouts", at_least=1),
        addressees=letters.texts("addressees", at_least=1),
    )
    for part in (*parts, top):
        part.done()
    return read
