"""An enquiry: what it takes, what it refuses, and how it goes into a link and comes back."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given, settings

from joic_policy.contacts import Channel
from joic_policy.errors import InvalidError
from joic_policy.triage import Enquiry, answers_of, enquiry_from
from joic_policy.triage.enquiry import FACTS
from joic_policy.triage.facts import Ground, Sure
from joic_policy.triage.values import Value
from tests.strategies import enquiries


class TestEnquiry:
    """Facts, each unknown until it is told."""

    def test_knows_nothing_at_first(self) -> None:
        """Every fact is None."""
        assert {getattr(Enquiry(), name) for name in FACTS} == {None}

    def test_takes_values_and_their_text(self) -> None:
        """A link and a program say the same."""
        told = Enquiry(
            channel=Channel.EMAIL,
            grounds=(Ground.RIGHTS, Ground.OUTSIDE_LAW),
            asked_on=date(2026, 5, 4),
            aware_at=datetime(2026, 5, 4, 10, tzinfo=timezone(timedelta(hours=1))),
            authority="states_greffe",
            agreed_on=Sure.NOT_SURE,
        )
        read = Enquiry(
            channel="email",
            grounds="rights, outside_law",
            asked_on="2026-05-04",
            aware_at="2026-05-04T09:00+00:00",
            authority="states_greffe",
            agreed_on="not_sure",
        )

        assert told == read
        assert read.grounds == (Ground.OUTSIDE_LAW, Ground.RIGHTS)
        assert read.aware_at == datetime(2026, 5, 4, 9, tzinfo=UTC)

    @pytest.mark.parametrize("given", ["rights", Ground.RIGHTS, ["rights"], {"rights"}, ("rights", "rights")])
    def test_takes_several_choices_in_any_collection(self, given: object) -> None:
        """Each once."""
        assert Enquiry(grounds=given).grounds == (Ground.RIGHTS,)

    @pytest.mark.parametrize("given", ["", "none", (), []])
    def test_takes_none_of_several_choices(self, given: object) -> None:
        """That is an answer, unlike nothing known; as text it is a word, which no link drops."""
        none = Enquiry(grounds=given)

        assert none.grounds == ()
        assert answers_of(none) == {"grounds": "none"}

    @pytest.mark.parametrize(
        ("fact", "given", "expected"),
        [
            ("channel", "fax", "one of: telephone, letter"),
            ("channel", 3, "one of: telephone"),
            ("channel", ["email"], "one of: telephone"),
            ("grounds", "rights,luck", "any of: outside_law"),
            ("grounds", "rights,,outside_law", "any of: outside_law"),
            ("grounds", 3, "any of: outside_law"),
            ("grounds", [["rights"]], "any of: outside_law"),
            ("asked_on", "yesterday", "a day like 2026-12-18, or not_sure"),
            ("asked_on", "yes", "a day like"),
            ("asked_on", 20260504, "a day like"),
            ("asked_on", datetime(2026, 5, 4, tzinfo=UTC), "a day like"),
            ("today_on", "not_sure", "a day like 2026-12-18"),
            ("received_on", "not_sure", "a day like 2026-12-18"),
            ("aware_at", "2026-05-04T09:00", "a date and time with a zone"),
            ("aware_at", datetime(2026, 5, 4, 9), "a date and time with a zone"),  # noqa: DTZ001  # the point of it
            ("aware_at", 9, "a date and time with a zone"),
            ("authority", "Ports of Jersey", "the id of a body"),
            ("authority", 1, "the id of a body"),
        ],
    )
    def test_refuses_what_a_fact_cannot_be(self, fact: str, given: object, expected: str) -> None:
        """The error names the fact, what was given and what was expected."""
        with pytest.raises(InvalidError) as caught:
            Enquiry().answered(fact, given)

        assert (caught.value.field, caught.value.given) == (fact, given)
        assert expected in caught.value.expected

    def test_refuses_a_fact_that_there_is_not(self) -> None:
        """The facts that there are stand in the error; notes are none."""
        with pytest.raises(InvalidError, match="one of: channel, customer"):
            Enquiry().answered("notes", "x")

    def test_is_not_changed_by_an_answer(self) -> None:
        """It gives another enquiry."""
        before = Enquiry()

        after = before.answered("topic", "advice")

        assert before == Enquiry()
        assert after != before
        with pytest.raises(FrozenInstanceError):
            before.topic = None

    def test_keeps_its_notes_out_of_sight(self) -> None:
        """They may tell of a person."""
        assert "Ann" not in repr(Enquiry(notes="Ann called"))

    def test_leaves_making_a_value_to_each_kind_of_answer(self) -> None:
        """The base knows no value, and says any as text."""
        with pytest.raises(NotImplementedError):
            Value().value("channel", "email")
        assert Value().text("email") == "email"


class TestAnswers:
    """As plain text, for a link that reopens an enquiry."""

    @settings(deadline=None)
    @given(enquiries())
    def test_come_back_as_they_went(self, enquiry: Enquiry) -> None:
        """All but the notes, which never go."""
        assert evolve(enquiry, notes="") == enquiry_from(answers_of(enquiry))

    @settings(deadline=None)
    @given(enquiries())
    def test_are_texts_of_what_is_known_and_of_nothing_else(self, enquiry: Enquiry) -> None:
        """Compact, and without what was noted."""
        answers = answers_of(enquiry)

        assert set(answers) == {name for name in FACTS if getattr(enquiry, name) is not None}
        assert {type(text) for text in answers.values()} <= {str}
        assert answers == answers_of(evolve(enquiry, notes="secret"))

    @pytest.mark.parametrize(
        ("answers", "field"),
        [
            ({"colour": "red"}, "fact"),
            ({"notes": "Ann"}, "fact"),
            ({"topic": "chess"}, "topic"),
            ({"topic": 3}, "topic"),
            ({"topic": None}, "topic"),
            ({"grounds": ["rights"]}, "grounds"),
        ],
    )
    def test_are_read_strictly(self, answers: dict[str, object], field: str) -> None:
        """An unknown fact, another value, or anything but text is refused by name."""
        with pytest.raises(InvalidError) as caught:
            enquiry_from(answers)

        assert field == caught.value.field
