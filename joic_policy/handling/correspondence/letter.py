"""A letter, an email or a slip as it will be sent: every part by itself, so that each can be checked."""

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from joic_policy._fields import Choice, is_a, is_day, is_text
from joic_policy.contacts import Needs, personal
from joic_policy.handling.finding import Finding
from joic_policy.units import day_words

__all__ = ["Correspondence", "Medium", "Part", "Sender", "Stated", "Template"]


class Medium(Choice):
    """On what it is written."""

    LETTER = "letter"
    EMAIL = "email"
    COMPLIMENT_SLIP = "compliment_slip"


class Part(Choice):
    """What stands on a page, in the order of the page."""

    HEADING = "heading"
    RECIPIENT = "recipient"
    DATE = "date"
    REFERENCE = "reference"
    SALUTATION = "salutation"
    SUBJECT = "subject"
    BODY = "body"
    CLOSING = "closing"
    SIGNED = "signed"
    ENCLOSED = "enclosed"
    NOTE = "note"


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

    A customer's own letter is not `from_office`, and has no sender of ours. `heading` are the lines of the
    headed paper, blank where there is none. `plain` is text without any layout. `needs` travel with the
    customer to every reply, and `note` says so (WRI-2).
    """

    template: Template
    medium: Medium
    written_on: date = field(validator=is_day)
    from_office: bool = True
    formal: bool = False
    informal: bool = False
    heading: tuple[str, ...] = ()
    plain: bool = False
    font: str
    points: int
    sender: Sender = field(factory=Sender, validator=is_a(Sender))
    needs: Needs = field(factory=Needs, validator=is_a(Needs))
    enclosures: tuple[str, ...] = ()
    recipient: tuple[str, ...] = field(repr=False)
    reference: str = field(default="", validator=is_text)
    salutation: str = personal()
    subject: str = personal()
    paragraphs: tuple[str, ...] = field(repr=False)
    closing: str = field(default="", validator=is_text)
    signed: tuple[str, ...] = field(repr=False)
    note: str = field(default="", validator=is_text)
    stated: tuple[Stated, ...] = ()

    @property
    def headed(self) -> bool:
        """Whether it is on headed paper (WRI-3)."""
        return any(line.strip() for line in self.heading)

    @property
    def body(self) -> str:
        """Subject and paragraphs."""
        return "\n\n".join((self.subject, *self.paragraphs))

    @property
    def parts(self) -> Mapping[Part, tuple[str, ...]]:
        """Every part that is there, in the order of the page: lines, or paragraphs of the body."""
        goes_with = "Attached:" if self.medium is Medium.EMAIL else "Enclosed:"
        parts = {
            Part.HEADING: self.heading,
            Part.RECIPIENT: self.recipient,
            Part.DATE: (day_words(self.written_on),),
            Part.REFERENCE: (f"Our reference: {self.reference}",) if self.reference.strip() else (),
            Part.SALUTATION: (_with_comma(self.salutation),),
            Part.SUBJECT: (self.subject,),
            Part.BODY: self.paragraphs,
            Part.CLOSING: (_with_comma(self.closing),),
            Part.SIGNED: self.signed,
            Part.ENCLOSED: (goes_with, *self.enclosures) if self.enclosures else (),
            Part.NOTE: (self.note,),
        }
        return {part: lines for part, lines in parts.items() if any(map(str.strip, lines))}

    @property
    def text(self) -> str:
        """All of it below the heading as plain text, in the order of the page."""
        blocks = (
            ("\n\n" if part is Part.BODY else "\n").join(lines)
            for part, lines in self.parts.items()
            if part is not Part.HEADING
        )
        return "\n\n".join(blocks)


def _with_comma(phrase: str) -> str:
    """A comma after a salutation or closing, unless it ends in a mark already."""
    return f"{phrase}," if phrase[-1:].isalpha() else phrase
