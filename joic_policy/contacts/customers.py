"""Who is in contact with the Office, and what they need from it."""

from attrs import field, frozen
from attrs.converters import optional

from joic_policy._fields import Choice, is_a, is_flag, is_text
from joic_policy.contacts.channels import Channel
from joic_policy.contacts.personal import personal

__all__ = ["Customer", "CustomerKind", "Format", "Needs"]


class CustomerKind(Choice):
    """Everyone in contact is a customer (APP-1). The kind alone never changes an outcome (VAL-4)."""

    MEMBER_OF_PUBLIC = "member_of_public"
    VISITOR = "visitor"
    PRIVATE_ORGANISATION = "private_organisation"
    PUBLIC_ORGANISATION = "public_organisation"
    STAFF = "staff"


class Format(Choice):
    """The form in which a customer asked to be answered (WRI-2)."""

    STANDARD = "standard"
    LARGE_PRINT = "large_print"
    TEXT_ONLY = "text_only"
    AUDIO = "audio"
    EASY_READ = "easy_read"
    BRAILLE = "braille"


@frozen(kw_only=True)
class Needs:
    """What to heed in every reply: `language` as agreed (empty: English), how and where contact is safe."""

    language: str = field(default="", validator=is_text)
    format: Format = field(default=Format.STANDARD, converter=Format)
    preferred_channel: Channel | None = field(default=None, converter=optional(Channel))
    safe_contact: str = personal()


@frozen(kw_only=True)
class Customer:
    """A customer as far as they told us; every part but the kind may be unknown.

    `email_confirmed` says that the customer gave or confirmed this address for this file, which is what makes
    an acknowledgement by email possible (WRI-10).
    """

    kind: CustomerKind = field(default=CustomerKind.MEMBER_OF_PUBLIC, converter=CustomerKind)
    name: str = personal()
    organisation: str = personal()
    telephone: str = personal()
    email: str = personal()
    address: str = personal()
    email_confirmed: bool = field(default=False, validator=is_flag)
    needs: Needs = field(factory=Needs, validator=is_a(Needs))
