"""What an outcome is made of: actions, sources, and the places in texts that data fills."""

from collections.abc import Mapping

from attrs import frozen

from joic_policy._fields import Choice
from joic_policy.policy import POLICY, Known
from joic_policy.policy.texts import places

__all__ = ["PLACES", "Action", "Letter", "Source", "Who", "about", "filled"]

_AUTHORITY = "{authority}"


class Who(Choice):
    """Who acts, or is asked."""

    YOU = "you"
    COLLEAGUE = "a colleague"
    TEAM_MANAGER = "a team manager"
    LEGAL_ADVISER = "the legal adviser"
    OWNER = "the owner"
    REGISTER = "the register"


class Letter(Choice):
    """A letter that goes with an outcome: ours, or one that the customer can send."""

    ACKNOWLEDGEMENT = "acknowledgement"
    CONCERN_TO_ORGANISATION = "concern_to_organisation"
    FOI_REQUEST = "foi_request"
    COMPLAINT_ABOUT_US = "complaint_about_us"


@frozen(kw_only=True)
class Action:
    """One thing to do, and who does it."""

    who: Who
    what: str


@frozen(kw_only=True)
class Source:
    """What an answer rests on: a clause by its id, a statute by its duty, or a marked source by its name."""

    id: str
    text: str
    known: Known

    @property
    def words(self) -> str:
        """The source as it is shown; what is not verified says so."""
        doubt = "" if self.known.verified else f" ({self.known}: may be)"
        return f"{self.text}{doubt}"


#: What stands for each place in a text.
PLACES: Mapping[str, str] = {
    **places(),
    "address": ", ".join(POLICY.office.address),
    "complaints_address": ", ".join(POLICY.office.complaints_address),
    "authority": _AUTHORITY,
}


def filled(text: str) -> str:
    """A text with its places filled, but for the authority: which one it is only an enquiry tells.

    Raises:
        KeyError: A place is none of `PLACES`.
        ValueError: The braces do not match.
    """
    return text.format_map(PLACES)


def about(text: str, authority: str) -> str:
    """A filled text, with the name of the public body that it is about."""
    return text.replace(_AUTHORITY, authority)
