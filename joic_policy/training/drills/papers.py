"""Drills on what is written: messages and letters from which something is missing."""

from datetime import date, time

from attrs import evolve

from joic_policy.contacts import Channel, CustomerKind
from joic_policy.handling import (
    CallBack,
    Correspondence,
    Draft,
    Medium,
    Sender,
    TelephoneMessage,
    Template,
    composed,
)
from joic_policy.training.drills.chance import Chance
from joic_policy.training.drills.drawn import Drawn
from joic_policy.training.drills.words import DrillWords
from joic_policy.training.subjects.telephone import Message
from joic_policy.training.subjects.writing import Letter
from joic_policy.training.task import Task
from joic_policy.units import day_words, instant_in_jersey
from joic_policy.working_days import JERSEY

__all__ = ["letters", "messages"]

_FIRST, _LAST = date(2025, 1, 2), date(2027, 10, 29)
_FULL = {
    "first_name": "Robin",
    "surname": "Hamon",
    "telephone": "+44 1534 000000",
    "email": "robin@example.org",
}
_OTHER_CLOSINGS = ("Yours faithfully", "Kind regards", "Cheers")
_OTHER_FONTS = ("Comic Sans MS", "Courier")
_AGREED_AT = time(14)
_ATTEMPTS = 2
_ANSWERED_AFTER = 12


def messages(chance: Chance, level: int, words: DrillWords) -> Drawn:
    """A telephone message from which parts are missing; above the first level with a call back."""
    drawn = words.messages
    recipient = chance.one(drawn["recipients"])

    def part(key: str) -> str:
        text = chance.one(drawn[key])
        return "" if chance.holds(out_of=4) else text

    parts = {"caller": part("callers"), "details": part("details"), "subject": part("subjects")}
    text = part("texts").replace("{name}", recipient.partition(" ")[0])
    back = None
    if level > 1:
        on = chance.day(_FIRST, _LAST)
        back = CallBack(
            owner="" if chance.holds(out_of=3) else recipient,
            agreed_at=None if chance.holds(out_of=3) else instant_in_jersey(JERSEY.add(on, 1), _AGREED_AT),
            number=part("numbers"),
            attempts=None if chance.holds(out_of=3) else _ATTEMPTS,
            voicemail=part("voicemails"),
        )
    message = TelephoneMessage(
        recipient="" if chance.holds(out_of=5) else recipient, **parts, text=text, call_back=back
    )
    return Drawn(
        channel=Channel.TELEPHONE,
        customer=chance.one([*CustomerKind]),
        story=(words.message_story,),
        tasks=(Task(id="message", subject=Message(message=message)),),
    )


def letters(chance: Chance, level: int, words: DrillWords) -> Drawn:
    """A letter or an email with faults, more of them possible on higher levels."""
    email = chance.holds()
    on = JERSEY.add(chance.day(_FIRST, _LAST), 1)
    sender = {key: "" if chance.holds(out_of=4) else value for key, value in _FULL.items()}
    draft = Draft(
        template=Template.ACKNOWLEDGEMENT,
        medium=Medium.EMAIL if email else Medium.LETTER,
        written_on=on,
        sender=Sender(**sender),
        addressed_as=chance.one(words.addressees),
        facts={
            "about": chance.one(words.abouts),
            "received": day_words(on),
            "answer_by": day_words(JERSEY.add(on, _ANSWERED_AFTER)),
        },
    )
    letter = _spoilt(chance, composed(draft), most=level)
    return Drawn(
        channel=Channel.EMAIL if email else Channel.LETTER,
        customer=chance.one([*CustomerKind]),
        story=(words.letter_story,),
        tasks=(Task(id="letter", subject=Letter(letter=letter)),),
    )


def _spoilt(chance: Chance, letter: Correspondence, *, most: int) -> Correspondence:
    """The letter with some changes of a hurried hand."""
    changes: list[dict[str, object]] = [
        {"closing": chance.one(_OTHER_CLOSINGS)},
        {"font": chance.one(_OTHER_FONTS)},
        {"heading": ()},
        {"salutation": ""},
    ]
    for _ in range(most):
        letter = evolve(letter, **chance.one(changes))  # type: ignore[arg-type]  # each is a field and its value
    return letter
