"""Tasks on what is written: letters and what is sent with them, risky sentences, automatic replies."""

from typing import ClassVar

from attrs import evolve, frozen

from joic_policy.handling import (
    Absence,
    ContactPoint,
    Correspondence,
    Finding,
    Sending,
    automatic_reply,
    disclosure_findings,
    letter_findings,
    reply_findings,
    sending_findings,
)
from joic_policy.handling.correspondence.style import style, wrong
from joic_policy.training.subjects.findings import Found
from joic_policy.training.task import Asks, Key, Line, Subject
from joic_policy.training.words import exhibit_of, options_of
from joic_policy.triage import Kind, Option
from joic_policy.units import day_words

__all__ = ["Letter", "Reply", "ReplyNeeded", "SendingIt", "Sentences"]

_OF_SENDING = ("recipient", "attachments", "second_reader")
_OF_SIGNATURE = ("signature_font", "signature_size")


@frozen(kw_only=True)
class Letter(Found):
    """What is wrong with a letter, an email or a slip, or missing from it."""

    asks: ClassVar[Asks] = Asks.LETTER

    letter: Correspondence

    @property
    def exhibit(self) -> str:
        """How it looks, then the text as it would be sent."""
        letter = self.letter
        looks = exhibit_of(
            {
                "medium": letter.medium.value.replace("_", " "),
                "headed": "yes" if letter.headed else "no",
                "font": f"{letter.font} {letter.points}".strip(),
                "format": letter.needs.format.value.replace("_", " "),
            }
        )
        return f"{looks}\n\n{letter.text}"

    def found(self) -> tuple[Finding, ...]:
        """What the check finds in it."""
        return letter_findings(self.letter)

    def others(self) -> tuple[Finding, ...]:
        """Whatever the check can say of a letter."""
        elsewhere = {*_OF_SENDING, *_OF_SIGNATURE}
        return tuple(finding for name, finding in wrong().items() if name not in elsewhere)


@frozen(kw_only=True)
class SendingIt(Found):
    """What is still to be done before a letter is sent."""

    asks: ClassVar[Asks] = Asks.SENDING

    letter: Correspondence
    sending: Sending

    @property
    def exhibit(self) -> str:
        """What goes with it, and what was confirmed."""
        sending = self.sending
        return exhibit_of(
            {
                "enclosures": ", ".join(self.letter.enclosures) or "none",
                "recipient_confirmed": "yes" if sending.recipient_confirmed else "no",
                "attachments_confirmed": "yes" if sending.attachments_confirmed else "no",
                "second_reader": sending.second_reader or "nobody",
            }
        )

    def found(self) -> tuple[Finding, ...]:
        """What is to be confirmed."""
        return sending_findings(self.letter, self.sending)

    def others(self) -> tuple[Finding, ...]:
        """All that there is to confirm."""
        return tuple(wrong()[name] for name in _OF_SENDING)


@frozen(kw_only=True)
class Sentences(Subject):
    """Which sentences are risky to send, or tell too much of a colleague (WRI-1, TEL-6)."""

    asks: ClassVar[Asks] = Asks.SENTENCES

    sentences: tuple[str, ...]

    def key(self) -> Key:
        """The sentences in which the check finds something."""
        found = {text: _risky(text) for text in self.sentences}
        return Key(
            right=tuple(text for text in self.sentences if found[text]),
            lines=tuple(
                Line(
                    option=Option(value=text, label=text),
                    right=bool(findings),
                    why=" ".join(f"{each.what} {each.remedy}" for each in findings),
                    clause_ids=tuple(dict.fromkeys(each.clause_id for each in findings)),
                )
                for text, findings in found.items()
            ),
            clause_ids=("WRI-1",),
        )


@frozen(kw_only=True)
class ReplyNeeded(Subject):
    """Whether an absence needs an automatic reply (WRI-9)."""

    asks: ClassVar[Asks] = Asks.REPLY_NEEDED
    kind: ClassVar[Kind] = Kind.ONE

    absence: Absence

    def key(self) -> Key:
        """Yes or no, by the working days away."""
        reply = automatic_reply(self.absence, ContactPoint.of_office())
        right = "yes" if reply.needed else "no"
        away = "Nobody can say how many." if reply.away is None else str(reply.away)
        return Key(
            right=(right,),
            lines=tuple(Line(option=option, right=option.value == right) for option in options_of("yes_no")),
            why=(exhibit_of({"away": away, "limit": str(reply.limit)}),),
            clause_ids=("WRI-9",),
        )


@frozen(kw_only=True)
class Reply(Found):
    """What an automatic reply lacks, or tells too much of."""

    asks: ClassVar[Asks] = Asks.REPLY

    text: str
    absence: Absence
    point: ContactPoint

    @property
    def exhibit(self) -> str:
        """The reply, and what it should hold."""
        back_on = self.absence.back_on
        facts = exhibit_of(
            {
                "first_on": day_words(self.absence.first_on),
                "back_on": day_words(back_on) if back_on else "not known",
                "point": self.point.words,
            }
        )
        return f"{facts}\n\n{self.text}"

    def found(self) -> tuple[Finding, ...]:
        """What the check finds in it."""
        return reply_findings(self.text, self.absence, self.point)

    def others(self) -> tuple[Finding, ...]:
        """What it finds in an empty one, whether or not the return is known."""
        unknown = evolve(self.absence, back_on=None)
        return tuple(
            finding
            for absence in (self.absence, unknown)
            for finding in reply_findings("", absence, self.point)
        )


def _risky(text: str) -> tuple[Finding, ...]:
    return (*style().risky.findings(text, place="text"), *disclosure_findings(text))
