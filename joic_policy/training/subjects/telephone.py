"""Tasks on calls: how one is greeted and answered, who takes it, what is written down and what is said."""

from datetime import datetime, time
from typing import ClassVar

from attrs import frozen

from joic_policy.contacts import Received
from joic_policy.handling import (
    Call,
    CallBack,
    Colleague,
    Finding,
    SpeakerPhone,
    TelephoneMessage,
    answering,
    decision,
    disclosure_findings,
    greeting,
    message_findings,
    speaker_findings,
)
from joic_policy.training.subjects.findings import Found
from joic_policy.training.task import Asks, Key, Line, Subject
from joic_policy.training.words import only, options_of
from joic_policy.triage import Kind, Option
from joic_policy.units import day_in_jersey, instant_in_jersey

__all__ = ["Greeting", "Message", "Ringing", "Say", "Speaker", "Transfer", "TransferTo"]

_NOBODY = "not_transferred"


@frozen(kw_only=True)
class Greeting(Subject):
    """What is said on picking up."""

    asks: ClassVar[Asks] = Asks.GREETING
    kind: ClassVar[Kind] = Kind.ONE

    at: datetime
    external: bool
    speaker: str

    def key(self) -> Key:
        """The greeting for that caller at that time of day, among those for others."""
        right = greeting(self.at, speaker=self.speaker, external=self.external)
        on = day_in_jersey(self.at)
        all_day = (instant_in_jersey(on, clock) for clock in (time(9), time(15), time(20)))
        said = {
            greeting(at, speaker=self.speaker, external=external)
            for at in all_day
            for external in (True, False)
        }
        return Key(
            right=(right,),
            lines=tuple(
                Line(option=Option(value=text, label=text), right=text == right) for text in sorted(said)
            ),
            clause_ids=("TEL-2",),
        )


@frozen(kw_only=True)
class Ringing(Subject):
    """How a call stands against the seconds set for answering."""

    asks: ClassVar[Asks] = Asks.RING
    kind: ClassVar[Kind] = Kind.ONE

    call: Received

    def key(self) -> Key:
        """In time, late, given up, or not measured."""
        answered = answering(self.call)
        seconds = "" if answered.seconds is None else f"It rang for {answered.seconds:g} seconds."
        steps = answered.deadline.explanation.steps if answered.deadline else ()
        return Key(
            right=(answered.ring.value,),
            lines=tuple(
                Line(option=option, right=option.value == answered.ring) for option in options_of("ring")
            ),
            why=tuple(filter(None, (seconds, *steps))),
            clause_ids=("TEL-1",),
        )


@frozen(kw_only=True)
class Transfer(Subject):
    """What is done with a call, from the staff list."""

    asks: ClassVar[Asks] = Asks.TRANSFER
    kind: ClassVar[Kind] = Kind.ONE

    call: Call
    staff: tuple[Colleague, ...]

    def key(self) -> Key:
        """The next step, with the reason and what is safe to say."""
        decided = decision(self.call, self.staff)
        return Key(
            right=(decided.step.value,),
            lines=tuple(
                Line(option=option, right=option.value == decided.step) for option in options_of("step")
            ),
            why=(decided.why, *decided.say),
            clause_ids=decided.clause_ids,
        )


@frozen(kw_only=True)
class TransferTo(Subject):
    """Who takes a call that is put through."""

    asks: ClassVar[Asks] = Asks.TRANSFER_TO
    kind: ClassVar[Kind] = Kind.ONE

    call: Call
    staff: tuple[Colleague, ...]

    def key(self) -> Key:
        """The likeliest of those who can take it; nobody, where it is not put through."""
        decided = decision(self.call, self.staff)
        right = decided.to[0].name if decided.to else _NOBODY
        names = [each.name for each in self.staff if each.name != self.call.answered_by]
        options = (*(Option(value=name, label=name) for name in names), only(_NOBODY))
        return Key(
            right=(right,),
            lines=tuple(Line(option=option, right=option.value == right) for option in options),
            why=(decided.why,),
            clause_ids=decided.clause_ids,
        )


@frozen(kw_only=True)
class Say(Subject):
    """What may be said or written of a colleague who cannot take a call (TEL-6)."""

    asks: ClassVar[Asks] = Asks.SAY

    sentences: tuple[str, ...]

    def key(self) -> Key:
        """The sentences that tell no private reason."""
        found = {text: disclosure_findings(text) for text in self.sentences}
        return Key(
            right=tuple(text for text in self.sentences if not found[text]),
            lines=tuple(
                Line(
                    option=Option(value=text, label=text),
                    right=not findings,
                    why=" ".join(f"{each.what} {each.remedy}" for each in findings),
                    clause_ids=("TEL-6",),
                )
                for text, findings in found.items()
            ),
            clause_ids=("TEL-6",),
        )


@frozen(kw_only=True)
class Message(Found):
    """What a telephone message lacks."""

    asks: ClassVar[Asks] = Asks.MESSAGE

    message: TelephoneMessage

    @property
    def exhibit(self) -> str:
        """The message as the colleague would read it."""
        to = self.message.recipient
        return f"{to}\n{self.message.words}".strip()

    def found(self) -> tuple[Finding, ...]:
        """What the check finds in it."""
        return message_findings(self.message)

    def others(self) -> tuple[Finding, ...]:
        """What it finds in a message that lacks everything."""
        return message_findings(TelephoneMessage(call_back=CallBack()))


@frozen(kw_only=True)
class Speaker(Found):
    """What the record of a call on a speaker phone lacks (TEL-9)."""

    asks: ClassVar[Asks] = Asks.SPEAKER

    speaker: SpeakerPhone

    def found(self) -> tuple[Finding, ...]:
        """What the check finds in it."""
        return speaker_findings(self.speaker)

    def others(self) -> tuple[Finding, ...]:
        """What it can find."""
        return (*speaker_findings(SpeakerPhone()), *speaker_findings(SpeakerPhone(told=True, present=("",))))
