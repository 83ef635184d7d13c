"""Messages, call backs and speaker phones: what is missing is found, and saved all the same."""

from datetime import UTC, datetime
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from joic_policy import CallBackArranged, CallMade, InvalidError, MessageTaken
from joic_policy.handling import (
    CallBack,
    SpeakerPhone,
    TelephoneMessage,
    faults,
    message_findings,
    speaker_findings,
)

AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
BACK = CallBack(
    owner="Ann",
    agreed_at=datetime(2026, 7, 3, 13, 5, tzinfo=UTC),
    number="01534 716530",
    attempts=2,
    voicemail="name and number only",
)
WHOLE = TelephoneMessage(
    recipient="Ann",
    caller="J Vibert",
    details="by email",
    subject="a letter from his bank",
    text="He asks what to do next.",
    call_back=BACK,
)
PARTS = [
    ("caller", "caller", "TEL-6", False),
    ("details", "details", "TEL-6", False),
    ("recipient", "recipient", "TEL-8", False),
    ("owner", "call back: owner", "TEL-4", False),
    ("agreed_at", "call back: time", "TEL-4", True),
    ("number", "call back: number", "TEL-4", False),
    ("attempts", "call back: attempts", "TEL-4", True),
    ("voicemail", "call back: voicemail", "TEL-4", True),
]


def without(part: str, blank: str = "") -> TelephoneMessage:
    """The whole message less one part."""
    nothing: dict[str, Any] = {part: None if part in {"agreed_at", "attempts"} else blank}
    if hasattr(BACK, part):
        return evolve(WHOLE, call_back=evolve(BACK, **nothing))
    return evolve(WHOLE, **nothing)


class TestMessage:
    """What a message should hold."""

    def test_a_whole_one_is_in_order(self) -> None:
        """With or without a call back."""
        assert message_findings(WHOLE) == message_findings(evolve(WHOLE, call_back=None)) == ()

    @pytest.mark.parametrize(("part", "place", "clause_id", "advice"), PARTS)
    @pytest.mark.parametrize("blank", ["", " \n"])
    def test_any_part_that_is_missing_is_found(
        self, part: str, place: str, clause_id: str, blank: str, *, advice: bool
    ) -> None:
        """By its clause, in its place, with what to do, and nothing else with it."""
        (found,) = message_findings(without(part, blank))

        assert (found.place, found.clause_id, found.advice) == (place, clause_id, advice)
        assert found.remedy

    def test_what_it_is_about_may_stand_in_the_subject_or_the_text(self) -> None:
        """Only where both are blank the colleague has nothing to prepare from."""
        blank = evolve(WHOLE, subject="", text=" ")

        assert [each.place for each in message_findings(blank)] == ["subject"]
        assert message_findings(evolve(WHOLE, subject="")) == message_findings(evolve(WHOLE, text="")) == ()

    @pytest.mark.parametrize("answer", ["caller declined", "not known"])
    def test_declined_and_not_known_are_answers(self, answer: str) -> None:
        """Nobody is pressed for a name."""
        assert message_findings(evolve(WHOLE, caller=answer, details=answer)) == ()

    @pytest.mark.clause("TEL-6")
    def test_what_it_tells_of_a_colleague_is_advice(self) -> None:
        """In the subject and in the text, each in its place; that somebody is on leave is not found."""
        found = message_findings(evolve(WHOLE, subject="Ann is off sick", text="Told him she is at lunch"))

        assert [(each.clause_id, each.place) for each in found] == [("TEL-6", "subject"), ("TEL-6", "text")]
        assert faults(found) == ()
        assert message_findings(evolve(WHOLE, text="Told him that Ann is on leave")) == ()

    @settings(deadline=None)  # the first message reads the words
    @given(st.builds(TelephoneMessage, recipient=st.text(), caller=st.text(), text=st.text()))
    def test_can_always_be_saved(self, message: TelephoneMessage) -> None:
        """Whatever is missing or odd; nothing that was typed is lost."""
        taken = message.taken(at=AT, by="Eve")

        assert isinstance(taken, MessageTaken)
        assert (taken.recipient, taken.by, taken.happened_at) == (message.recipient, "Eve", AT)
        assert all(typed in taken.text for typed in (message.caller, message.text) if typed.strip())

    def test_is_passed_on_in_words(self) -> None:
        """Times are Jersey's; what is not known has no line."""
        assert WHOLE.taken(at=AT, by="Eve").text.splitlines() == [
            "Caller: J Vibert",
            "To reach them: by email",
            "About: a letter from his bank",
            "Message: He asks what to do next.",
            "Call back: 14:05 on Friday 3 July 2026 on 01534 716530, by Ann",
            "Attempts agreed: 2",
            "On voicemail: name and number only",
        ]
        assert TelephoneMessage(caller="J", call_back=CallBack()).words.splitlines() == [
            "Caller: J",
            "Call back: as soon as possible",
        ]

    def test_tells_nobody_by_its_repr(self) -> None:
        """Callers stay out of logs."""
        assert "Vibert" not in repr(WHOLE)
        assert "716530" not in repr(WHOLE)


class TestCallBack:
    """What was promised."""

    def test_is_recorded_with_what_was_agreed(self) -> None:
        """By whom, when, on which number, how often we try, and what may be left."""
        arranged = BACK.arranged(at=AT, by="Eve")

        assert isinstance(arranged, CallBackArranged)
        assert arranged == CallBackArranged(
            id=arranged.id,
            happened_at=AT,
            by="Eve",
            owner="Ann",
            agreed_at=datetime(2026, 7, 3, 13, 5, tzinfo=UTC),
            number="01534 716530",
            attempts=2,
            voicemail="name and number only",
        )

    def test_refuses_a_number_of_attempts_that_is_none(self) -> None:
        """Not known is None."""
        with pytest.raises(InvalidError, match="attempts"):
            CallBack(attempts=0)


class TestSpeakerPhone:
    """Who hears a call."""

    @pytest.mark.clause("TEL-9")
    @pytest.mark.parametrize(
        ("speaker", "places"),
        [
            (SpeakerPhone(told=True, present=()), []),
            (SpeakerPhone(told=True, present=("Ann", "Bea")), []),
            (SpeakerPhone(told=False, present=("Ann",)), ["speaker phone: caller told"]),
            (SpeakerPhone(told=True), ["speaker phone: who is present"]),
            (SpeakerPhone(told=True, present=("Ann", " ")), ["speaker phone: who is present"]),
            (SpeakerPhone(), ["speaker phone: caller told", "speaker phone: who is present"]),
        ],
    )
    def test_the_caller_is_told_and_everyone_is_named(self, speaker: SpeakerPhone, places: list[str]) -> None:
        """Nobody else in the room is an answer; not knowing is none, and neither is a blank name."""
        found = speaker_findings(speaker)

        assert places == [each.place for each in found]
        assert {each.clause_id for each in found} <= {"TEL-9"}
        assert faults(found) == found

    @pytest.mark.parametrize(
        ("speaker", "words"),
        [
            (
                SpeakerPhone(told=True, present=()),
                "On a speaker phone; the caller was told. Nobody else was there.",
            ),
            (
                SpeakerPhone(told=True, present=("Ann ", " ", "{names}")),
                "On a speaker phone; the caller was told. Named as present: Ann; {names}.",
            ),
            (SpeakerPhone(present=(" ",)), "On a speaker phone."),
            (SpeakerPhone(told=True), "On a speaker phone; the caller was told."),
        ],
    )
    def test_is_kept_with_the_call_as_it_was(self, speaker: SpeakerPhone, words: str) -> None:
        """Nothing is said of the room that is not known; a call received and a call made take it."""
        assert speaker.words == words
        assert CallMade(happened_at=AT, speaker_phone=words).speaker_phone == words
