"""What can happen to a contact once it has begun. Each class is one act."""

from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from attrs import evolve, field, frozen
from attrs.validators import optional

from joic_policy._fields import (
    Choice,
    all_are,
    is_a,
    is_day,
    is_flag,
    is_instant,
    is_number,
    is_text,
    maybe_in_utc,
    names,
)
from joic_policy.contacts.channels import Channel
from joic_policy.contacts.event import Event, after
from joic_policy.contacts.matters import Matter
from joic_policy.contacts.personal import personal
from joic_policy.errors import HistoryError, InvalidError
from joic_policy.policy import Duty
from joic_policy.units import day_words

if TYPE_CHECKING:
    from joic_policy.contacts.contact import Contact

__all__ = [
    "Acknowledged",
    "Answer",
    "Assigned",
    "CallBackArranged",
    "CallBackAttempted",
    "Closed",
    "ClosedBecause",
    "DelayTold",
    "FileNoteNotNeeded",
    "FileNoted",
    "FullResponseExpected",
    "MessageDelivered",
    "MessageTaken",
    "Reopened",
    "Responded",
    "StatutoryActDone",
    "Triaged",
]

_SATURDAY = 5


class Answer(Choice):
    """How far a response goes."""

    EVERY_POINT = "every_point"
    PLAN = "plan"
    PART = "part"


class ClosedBecause(Choice):
    """Why a contact was closed. All but `ANSWERED` end what is still owed without its being met."""

    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    DUPLICATE = "duplicate"
    NEEDS_NO_REPLY = "needs_no_reply"
    UNREACHABLE = "unreachable"
    HANDLED_ELSEWHERE = "handled_elsewhere"


@frozen(kw_only=True, eq=False, repr=False)
class Triaged(Event):
    """What the contact asks was told apart; replaces what was thought before.

    `abusive` says that staff were abused in it (STD-2). It stays so whatever is thought later, unless this
    event is corrected.
    """

    matters: tuple[Matter, ...] = field(validator=all_are(Matter))
    abusive: bool = field(default=False, validator=is_flag)

    def applied(self, contact: "Contact") -> "Contact":
        """The contact with these matters."""
        return evolve(contact, matters=self.matters, abusive=contact.abusive or self.abusive)


@frozen(kw_only=True, eq=False, repr=False)
class Acknowledged(Event):
    """The customer was told that we have it (WRI-10, WRI-11); `automatic` when no person did."""

    channel: Channel = field(converter=Channel)
    automatic: bool = field(default=False, validator=is_flag)


@frozen(kw_only=True, eq=False, repr=False)
class FullResponseExpected(Event):
    """A named person expects to respond in full by a day, instead of acknowledging first."""

    expected_on: date = field(validator=is_day)
    by: str = field(validator=names("the name of who expects it"))


@frozen(kw_only=True, eq=False, repr=False)
class Responded(Event):
    """The customer was answered, in any way (WRI-12, WRI-13)."""

    channel: Channel = field(converter=Channel)
    answer: Answer = field(default=Answer.EVERY_POINT, converter=Answer)


@frozen(kw_only=True, eq=False, repr=False)
class FileNoted(Event):
    """A note of an answer given in conversation was placed on the file (WRI-13); `of` None: of all so far."""

    of: UUID | None = field(default=None, validator=optional(is_a(UUID)))
    outcome: str = personal()

    def applied(self, contact: "Contact") -> "Contact":
        """The same contact, if it was answered so."""
        return after(self, self.of, Responded, contact) if self.of else contact


@frozen(kw_only=True, eq=False, repr=False)
class FileNoteNotNeeded(Event):
    """A named person found a file note not appropriate, and says why (WRI-13)."""

    of: UUID | None = field(default=None, validator=optional(is_a(UUID)))
    by: str = field(validator=names("the name of who decided it"))
    why: str = field(validator=names("the reason"))

    def applied(self, contact: "Contact") -> "Contact":
        """The same contact, if it was answered so."""
        return after(self, self.of, Responded, contact) if self.of else contact


@frozen(kw_only=True, eq=False, repr=False)
class DelayTold(Event):
    """The customer was told, by any channel, that the answer is late and when it will come (WRI-12)."""

    revised_on: date = field(validator=is_day)
    channel: Channel = field(converter=Channel)
    why: str = personal()

    @revised_on.validator
    def _a_weekday(self, _: object, value: date) -> None:
        if value.weekday() >= _SATURDAY:
            raise InvalidError("revised_on", value, "a working day")

    def applied(self, contact: "Contact") -> "Contact":
        """The same contact, if the target moves on from the one told before."""
        for told in contact.acts(DelayTold):
            if told.revised_on >= self.revised_on:
                raise HistoryError(
                    self,
                    f"the customer was already told {day_words(told.revised_on)}; a revised target is later",
                )
        return contact


@frozen(kw_only=True, eq=False, repr=False)
class MessageTaken(Event):
    """A message was taken for a colleague (TEL-6)."""

    recipient: str = field(default="", validator=is_text)
    text: str = personal()


@frozen(kw_only=True, eq=False, repr=False)
class MessageDelivered(Event):
    """The message `of` reached its recipient (TEL-8)."""

    of: UUID = field(validator=is_a(UUID))

    def applied(self, contact: "Contact") -> "Contact":
        """The same contact, if that message was taken."""
        return after(self, self.of, MessageTaken, contact)


@frozen(kw_only=True, eq=False, repr=False)
class CallBackArranged(Event):
    """A call back was promised (TEL-4): by whom, and for when if a time was agreed.

    `attempts` is how often we try, `voicemail` what may be left there, as far as the caller said.
    """

    owner: str = field(default="", validator=is_text)
    agreed_at: datetime | None = field(default=None, converter=maybe_in_utc, validator=optional(is_instant))
    number: str = personal()
    attempts: int | None = field(default=None, validator=optional(is_number))
    voicemail: str = personal()


@frozen(kw_only=True, eq=False, repr=False)
class CallBackAttempted(Event):
    """The promised call back `of` was tried; it is made once the customer was reached."""

    of: UUID = field(validator=is_a(UUID))
    reached: bool = field(validator=is_flag)

    def applied(self, contact: "Contact") -> "Contact":
        """The same contact, if that call back was arranged."""
        return after(self, self.of, CallBackArranged, contact)


@frozen(kw_only=True, eq=False, repr=False)
class StatutoryActDone(Event):
    """What a statute asks of the Office was done, where no other act says so."""

    duty: Duty = field(converter=Duty)

    @duty.validator
    def _set_by_law(self, _: object, value: Duty) -> None:
        if not value.by_law:
            raise InvalidError(
                "duty", value.value, "a duty that the law sets; the policy's have acts of their own"
            )


@frozen(kw_only=True, eq=False, repr=False)
class Assigned(Event):
    """Somebody is to look after it."""

    owner: str = field(validator=names("who is to look after it"))

    def applied(self, contact: "Contact") -> "Contact":
        """The contact with this owner."""
        return evolve(contact, owner=self.owner)


@frozen(kw_only=True, eq=False, repr=False)
class Closed(Event):
    """Nothing more is to be done, says a named person."""

    because: ClosedBecause = field(default=ClosedBecause.ANSWERED, converter=ClosedBecause)
    by: str = field(validator=names("the name of who closed it"))

    #: The reasons that end what is owed without its being met.
    WITHOUT: ClassVar = frozenset(ClosedBecause) - {ClosedBecause.ANSWERED}

    def applied(self, contact: "Contact") -> "Contact":
        """The contact, closed."""
        if contact.closed:
            raise HistoryError(self, "it is closed already")
        return evolve(contact, closed=self)


@frozen(kw_only=True, eq=False, repr=False)
class Reopened(Event):
    """There is more to do after all."""

    why: str = personal()

    def applied(self, contact: "Contact") -> "Contact":
        """The contact, open."""
        if not contact.closed:
            raise HistoryError(self, "it is not closed")
        return evolve(contact, closed=None)
