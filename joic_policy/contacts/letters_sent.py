"""What went out in writing."""

from attrs import field, frozen

from joic_policy._fields import is_text, names
from joic_policy.contacts.channels import Channel
from joic_policy.contacts.event import Event
from joic_policy.contacts.personal import personal

__all__ = ["LetterSent"]


@frozen(kw_only=True, eq=False, repr=False)
class LetterSent(Event):
    """A letter, an email or a compliment slip was sent (WRI-3, WRI-4), written on a `template`.

    What it did, such as answering, is an act of its own beside it. `second_reader` read it before, where it
    is formal; `enclosed` is what went with it.
    """

    template: str = field(validator=names("what was sent"))
    channel: Channel = field(converter=Channel)
    second_reader: str = field(default="", validator=is_text)
    subject: str = personal()
    enclosed: str = personal()
