"""What a letter can be, in words: templates, how it goes, reasons of a refusal, answers at hand."""

from collections.abc import Mapping
from datetime import date

from joic_policy import Contact
from joic_policy.handling import Medium, ReadyAnswer, Template, ready_answers, refusal_reasons, wording
from joic_policy.units import day_words

__all__ = ["MEDIA", "REASONS", "TEMPLATES", "answer_at_hand", "answers_at_hand", "guide_line"]

TEMPLATES: Mapping[Template, str] = {template: wording(template).title for template in Template}
MEDIA: Mapping[Medium, str] = {Medium.LETTER: "a letter", Medium.EMAIL: "an email"}
REASONS: Mapping[str, str] = {reason: reason.replace("_", " ").capitalize() for reason in refusal_reasons()}


def answers_at_hand(contact: Contact | None) -> Mapping[str, str]:
    """The titles of the answers at hand by route, those for the contact's own routes first."""
    routes = {matter.route for matter in contact.matters} if contact else set()
    listed = sorted(ready_answers().values(), key=lambda answer: (answer.route not in routes, answer.title))
    return {answer.route: answer.title for answer in listed}


def answer_at_hand(route: str) -> str:
    """The text of one, in paragraphs."""
    return "\n\n".join(ready_answers()[route].text)


def guide_line(route: str, on: date) -> str:
    """Where our guide is, who looks after the answer, and when it is read again."""
    answer: ReadyAnswer = ready_answers()[route]
    due = "was to be read again" if answer.is_due(on) else "is read again"
    return (
        f"Guide: {answer.guide} · {answer.owner} looks after it; it {due} on {day_words(answer.review_on)}."
    )
