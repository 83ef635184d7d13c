"""A letter, an email or a slip as it will be sent: every part by itself, so that each can be checked."""

from datetime import date

from attrs import field, frozen

from joic_policy._fields import Choice, is_a, is_day, is_text
from joic_policy.contacts import Needs, personal
from joic_policy.handling.finding import Finding
from joic_policy.units import day_words

__all__ = ["Correspondence", "Medium", "Sender", "Stated", "Template"]


class Medium(Choice):
    """On what it is written."""

    LETTER = "letter"
    EMAIL = "email"
    COMPLIMENT_SLIP = "compliment_slip"


class Template(Choice):
    """What is written. Their words are in `templates.toml`."""

    ACKNOWLEDGEMENT = "acknowledgement"
    FORMAL_RESPONSE = "formal_response"
    DELAY_NOTICE = "delay_notice"
    COMPLIMENT_SLIP = "compliment_slip"
    REFUSAL_NEXT_STEPS = "refusal_next_steps"
    CONCERN_TO_ORGANISATION = "concern_to_organisation"
    FOI_REQUEST = "foi_request"
    COMPLAINT_ABOUT_US = "complaint_about_us"


@frozen(kw_only=True)
class Sender:
    """Who of the Office writes (WRI-6). What is missing is found by the check."""

    first_name: str = field(default="", validator=is_text)
    surname: str = field(default="", validator=is_text)
    title: str = field(default="", validator=is_text)
    telephone: str = field(default="", validator=is_text)
    email: str = field(default="", validator=is_text)

    @property
    def name(self) -> str:
        """First name and surname."""
        return " ".join(f"{self.first_name} {self.surname}".split())


@frozen(kw_only=True)
class Stated:
    """A fact that the text cannot do without, as it stands there, and what to say where it does not."""

    words: str = field(repr=False)
    finding: Finding


@frozen(kw_only=True)
class Correspondence:
    """What will be sent. `signed` are the lines below the closing, `stated` what the text has to say.

    A customer's own letter is not `from_office`, and has no sender of ours. `plain` is text without any
    layout. `needs` travel with the customer to every reply (WRI-2).
    """

    template: Template
    medium: Medium
    written_on: date = field(validator=is_day)
    from_office: bool = True
    formal: bool = False
    informal: bool = False
    headed: bool = False
    plain: bool = False
    font: str
    points: int
    sender: Sender = field(factory=Sender, validator=is_a(Sender))
    needs: Needs = field(factory=Needs, validator=is_a(Needs))
    enclosures: tuple[str, ...] = ()
    recipient: tuple[str, ...] = field(repr=False)
    salutation: str = personal()
    subject: str = personal()
    paragraphs: tuple[str, ...] = field(repr=False)
    closing: str = field(default="", validator=is_text)
    signed: tuple[str, ...] = field(repr=False)
    stated: tuple[Stated, ...] = ()

    @property
    def body(self) -> str:
        """Subject and paragraphs."""
        return "\n\n".join((self.subject, *self.paragraphs))

    @property
    def text(self) -> str:
        """All of it as plain text, in the order of the page."""
        salutation, closing = (
            f"{phrase}," if phrase[-1:].isalpha() else phrase for phrase in (self.salutation, self.closing)
        )
        blocks = (
            "\n".join(self.recipient),
            day_words(self.written_on),
            salutation,
            self.body,
            closing,
            "\n".join(self.signed),
            "\n".join(("Enclosed:", *self.enclosures)) if self.enclosures else "",
        )
        return "\n\n".join(block for block in blocks if block.strip())
