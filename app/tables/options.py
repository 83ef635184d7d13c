"""The choices of a form in words, whatever they are choices of."""

from collections.abc import Callable, Mapping
from typing import Any

from app.tables.labels import (
    ABUSE,
    ANSWERS,
    ASKS,
    BECAUSE,
    CUSTOMERS,
    FACTS,
    FEEDBACK,
    FORMATS,
    PASSED_ON,
)
from joic_policy import Answer, Channel, ClosedBecause, CustomerKind, Duty, Format, MatterKind, Policy
from joic_policy.contacts import Abuse, FeedbackKind, TransferBecause
from joic_policy.triage import Route, route_title

__all__ = ["matter_label", "option_words"]

_WORDS: Mapping[type, Callable[[Any], str]] = {
    Channel: lambda channel: channel.words,
    Answer: ANSWERS.__getitem__,
    ClosedBecause: BECAUSE.__getitem__,
    CustomerKind: CUSTOMERS.__getitem__,
    Format: FORMATS.__getitem__,
    MatterKind: ASKS.__getitem__,
    Abuse: ABUSE.__getitem__,
    TransferBecause: PASSED_ON.__getitem__,
    FeedbackKind: FEEDBACK.__getitem__,
    Route: route_title,
}
_PARTS = {**FACTS, "route": "Route taken", "departed_because": "Another route than advised, because"}


def option_words(option: Any, policy: Policy) -> str:
    """What a choice is called; a clause is told with what it asks."""
    if type(option) in _WORDS:
        return _WORDS[type(option)](option)
    if isinstance(option, Duty):
        return policy.statutes[option].title
    if option in policy.clauses:
        return f"{option}: {policy.clauses[option].summary}"
    return str(option)


def matter_label(asked: str, part: str) -> str:
    """What a fact of a matter is called; several matters may ask for the same fact."""
    return f"{_PARTS[part]} ({ASKS[MatterKind(asked)]})"
