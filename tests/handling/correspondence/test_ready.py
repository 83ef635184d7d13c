"""Answers at hand, and next steps after a refusal."""

from datetime import date, timedelta
from pathlib import Path

import pytest

import joic_policy.handling.correspondence as package
from joic_policy import DataFileError, InvalidError
from joic_policy._table import Table
from joic_policy.handling import Draft, Template, composed, ready_answers, refusal_reasons, refused
from joic_policy.handling.correspondence.ready import ready_answers_from
from joic_policy.triage import Route
from joic_policy.triage.facts import RefusalReason

ON = date(2026, 3, 2)
TEXT = Path(package.__file__).with_name("ready_answers.toml").read_text(encoding="utf-8")


def test_every_answer_belongs_to_a_route() -> None:
    """Each with a guide to follow, an owner, and no place left open."""
    answers = ready_answers()

    assert set(answers) <= {route.value for route in Route}
    assert all(key == answer.route for key, answer in answers.items())
    assert all(answer.guide.startswith("https://www.jerseyoic.org") for answer in answers.values())
    assert all(answer.owner and answer.clause_ids for answer in answers.values())
    assert not any("{" in text for answer in answers.values() for text in (*answer.text, answer.guide))


def test_is_read_again_from_its_day_on() -> None:
    """Not before."""
    answer = ready_answers()["foi_refused"]

    assert not answer.is_due(answer.review_on - timedelta(days=1))
    assert answer.is_due(answer.review_on)


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("{breach_report}", "{breach}", "breach_report.text"),
        ('guide = "https://{website}"', 'guide = "{site}"', "raise_with_organisation.guide"),
        ("review_on = 2027-06-30", 'review_on = "soon"', "raise_with_organisation.review_on"),
        ('["MOR-4", "MOR-2"]', '["MOR-9"]', "service_complaint.clauses"),
    ],
)
def test_a_fault_in_the_file_is_refused(old: str, new: str, path: str) -> None:
    """With the file and the path."""
    assert old in TEXT

    with pytest.raises(DataFileError, match=rf"^ready_answers\.toml: {path}: "):
        ready_answers_from(Table.parsed(TEXT.replace(old, new, 1), "ready_answers.toml"))


class TestRefused:
    """What can be done after a refusal (FOI-6)."""

    DRAFT = Draft(
        template=Template.REFUSAL_NEXT_STEPS, written_on=ON, facts={"authority": "the States Greffe"}
    )

    def test_every_reason_that_triage_knows_has_a_next_step(self) -> None:
        """In the same order, the five of the policy first."""
        assert refusal_reasons() == tuple(reason.value for reason in RefusalReason)

    @pytest.mark.parametrize("reason", RefusalReason)
    def test_the_letter_names_the_reason_and_the_step(self, reason: RefusalReason) -> None:
        """And what was known before stays."""
        draft = refused(self.DRAFT, reason.value)

        text = composed(draft).text

        assert "to fill in" not in text
        assert f"The reason given was: {draft.facts['reason']}." in text
        assert f"do next: {draft.facts['next_step']}" in text
        assert "to the States Greffe" in text

    def test_another_reason_is_refused(self) -> None:
        """With those that there are."""
        with pytest.raises(InvalidError, match="reason: given 'mood', expected one of: already_available"):
            refused(self.DRAFT, "mood")
