"""Answers as plain text, for a link that reopens an enquiry and for a terminal. Notes never go along."""

from collections.abc import Mapping
from typing import Any

from joic_policy.errors import InvalidError
from joic_policy.triage.enquiry import FACTS, Enquiry

__all__ = ["answers_of", "enquiry_from"]


def answers_of(enquiry: Enquiry) -> dict[str, str]:
    """What is known, each fact as text; several choices stand with commas between."""
    return {
        name: fact.value.text(value)
        for name, fact in FACTS.items()
        if (value := getattr(enquiry, name)) is not None
    }


def enquiry_from(answers: Mapping[str, str]) -> Enquiry:
    """The enquiry of which `answers_of` made these answers.

    Raises:
        InvalidError: A fact is unknown, or was given what it cannot be.
    """
    known: dict[str, Any] = {}
    for name, text in answers.items():
        if name not in FACTS:
            raise InvalidError("fact", name, f"one of: {', '.join(FACTS)}")
        if not isinstance(text, str):
            raise InvalidError(name, text, "text")
        known[name] = text
    return Enquiry(**known)
