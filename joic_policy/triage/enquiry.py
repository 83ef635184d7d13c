# ruff: noqa: RUF009  # what these calls give is a field of attrs, new at each call
"""An enquiry: what is known of one matter so far. What nobody has said yet is None."""

from datetime import date, datetime
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from attrs import Attribute, Converter, evolve, field, fields, frozen

from joic_policy._fields import Choice
from joic_policy.contacts import Abuse, Channel, CustomerKind, Format, personal
from joic_policy.errors import InvalidError
from joic_policy.triage import facts as of
from joic_policy.triage.values import Authority, Day, Instant, OneOf, SomeOf, Value

__all__ = ["FACTS", "Enquiry", "Fact", "Facts"]

#: None in an enquiry, where a fact may be unknown; Never where routing reads it, since an unknown fact stops
#: the reading. So each fact is declared once, and `match` over it is checked to be exhaustive.
_Unknown = TypeVar("_Unknown")

_Day: TypeAlias = date | Literal[of.Sure.NOT_SURE]
_Instant: TypeAlias = datetime | Literal[of.Sure.NOT_SURE]


@frozen(kw_only=True)
class Fact:
    """How one fact is answered.

    A shared one is of the contact, so that it holds for its other matters too. One of detail may change what
    an outcome says or what stands beside it, never its route.
    """

    name: str = ""
    value: Value
    shared: bool = False
    detail: bool = False


def _fact(value: Value, *, shared: bool = False, detail: bool = False) -> Any:
    def converted(given: object, attribute: "Attribute[Any]") -> object:
        return None if given is None else value.value(attribute.name, given)

    return field(
        default=None,
        converter=Converter(converted, takes_field=True),
        metadata={Fact: Fact(value=value, shared=shared, detail=detail)},
    )


def _one(options: type[Choice], *, shared: bool = False, detail: bool = False) -> Any:
    return _fact(OneOf(options), shared=shared, detail=detail)


def _some(options: type[Choice], *, shared: bool = False, detail: bool = False) -> Any:
    return _fact(SomeOf(options), shared=shared, detail=detail)


@frozen(kw_only=True)
class Facts(Generic[_Unknown]):
    """Every fact that triage knows of. Their wording is in `questions.toml`."""

    channel: Channel | _Unknown = _one(Channel, shared=True, detail=True)
    customer: CustomerKind | _Unknown = _one(CustomerKind, shared=True, detail=True)
    risk: of.Risk | _Unknown = _one(of.Risk, shared=True)
    abuse: tuple[Abuse, ...] | _Unknown = _some(Abuse, shared=True, detail=True)
    format: Format | _Unknown = _one(Format, shared=True, detail=True)
    language: of.Language | _Unknown = _one(of.Language, shared=True, detail=True)
    conflict: of.Sure | _Unknown = _one(of.Sure, shared=True, detail=True)
    today_on: date | _Unknown = _fact(Day(may_be_unknown=False), shared=True)
    received_on: date | _Unknown = _fact(Day(may_be_unknown=False), shared=True)

    topic: of.Topic | _Unknown = _one(of.Topic)
    for_whom: of.ForWhom | _Unknown = _one(of.ForWhom)
    acting_by: of.ActingBy | _Unknown = _one(of.ActingBy)
    holder: of.Holder | _Unknown = _one(of.Holder)
    household: of.Sure | _Unknown = _one(of.Sure)
    complaint_written: of.Sure | _Unknown = _one(of.Sure)
    raised: of.Raised | _Unknown = _one(of.Raised)
    wish: of.Wish | _Unknown = _one(of.Wish)
    right_asked: of.Sure | _Unknown = _one(of.Sure, detail=True)
    asked_on: _Day | _Unknown = _fact(Day())
    agreed_on: _Day | _Unknown = _fact(Day(), detail=True)
    grounds: tuple[of.Ground, ...] | _Unknown = _some(of.Ground, detail=True)
    rights_affected: of.Sure | _Unknown = _one(of.Sure, detail=True)
    concerns: tuple[of.ConcernGround, ...] | _Unknown = _some(of.ConcernGround, detail=True)

    foi_stage: of.FoiStage | _Unknown = _one(of.FoiStage)
    authority: str | _Unknown = _fact(Authority())
    request_has: tuple[of.RequestPart, ...] | _Unknown = _some(of.RequestPart)
    recorded_as: tuple[of.RecordedAs, ...] | _Unknown = _some(of.RecordedAs, detail=True)
    refusal_reasons: tuple[of.RefusalReason, ...] | _Unknown = _some(of.RefusalReason, detail=True)
    own_information: of.Sure | _Unknown = _one(of.Sure, detail=True)
    review: of.Review | _Unknown = _one(of.Review)
    review_answered_on: _Day | _Unknown = _fact(Day())

    breach_by: of.BreachBy | _Unknown = _one(of.BreachBy)
    aware_at: _Instant | _Unknown = _fact(Instant(), detail=True)
    feedback: of.Feedback | _Unknown = _one(of.Feedback)
    complains: of.Sure | _Unknown = _one(of.Sure)
    decision_about: of.DecisionAbout | _Unknown = _one(of.DecisionAbout)
    decided_on: _Day | _Unknown = _fact(Day())
    identity_checked: of.Sure | _Unknown = _one(of.Sure, detail=True)
    business: of.Business | _Unknown = _one(of.Business)
    nothing: of.Nothing | _Unknown = _one(of.Nothing, detail=True)
    outside: of.Outside | _Unknown = _one(of.Outside)
    anything_else: of.AnythingElse | _Unknown = _one(of.AnythingElse)


@frozen(kw_only=True)
class Enquiry(Facts[None]):
    """One matter as far as it is known. `notes` are kept, and never read by routing.

    Every fact takes its value, or the text of it as in a link or on a terminal.

    Raises:
        InvalidError: A fact was given what it cannot be; the error names the fact.
    """

    notes: str = personal()

    def answered(self, fact: str, value: object) -> "Enquiry":
        """This enquiry with one fact answered, or with None unknown again. Every other answer stays.

        Raises:
            InvalidError: There is no such fact, or it cannot be this.
        """
        if fact not in FACTS:
            raise InvalidError("fact", fact, f"one of: {', '.join(FACTS)}")
        changes: dict[str, Any] = {fact: value}
        return evolve(self, **changes)

    def another(self) -> "Enquiry":
        """Another matter of the same message: what is known of the contact holds, nothing else does."""
        shared: dict[str, Any] = {name: getattr(self, name) for name, fact in FACTS.items() if fact.shared}
        return Enquiry(**shared)


#: Every fact by name, in the order declared.
FACTS = {
    attribute.name: evolve(attribute.metadata[Fact], name=attribute.name)
    for attribute in fields(Enquiry)
    if Fact in attribute.metadata
}
