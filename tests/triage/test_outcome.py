"""Outcomes: what they hold, what stands beside them, and how they read as text."""

import subprocess
import sys
from datetime import date, timedelta
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from joic_policy import POLICY, Duty, InvalidError, MatterKind, Received, contact_from, deadlines
from joic_policy.triage import Enquiry, Overlay, Route, summary, triage
from tests.strategies import enquiries

package = import_module("joic_policy.triage")  # the name in its parent is the function
SPOKEN = {
    "topic": "concern", "risk": "none", "for_whom": "self", "holder": "jersey", "complaint_written": "no",
    "raised": "unhappy", "wish": "complain", "grounds": "rights", "rights_affected": "yes",
}  # fmt: skip


def beside(**facts: object) -> list[object]:
    """The overlays of an enquiry."""
    return [overlay.id for overlay in triage(Enquiry(**facts)).overlays]


class TestOutcome:
    """One matter's way, in words."""

    @settings(deadline=None)
    @given(enquiries())
    @pytest.mark.clause("MOR-3", "PRI-2")
    def test_has_a_text_for_the_customer_with_the_details_of_the_office(self, enquiry: Enquiry) -> None:
        """Name, telephone, email, address and website, as they stand in the data."""
        outcome = triage(enquiry).outcome
        if outcome and outcome.route is not Route.NOTHING_TO_ANSWER:
            office = POLICY.office
            for detail in (office.name, office.telephone, office.email, office.website, *office.address):
                assert detail in outcome.customer_text

    @settings(deadline=None)
    @given(enquiries())
    def test_rests_on_something_and_leaves_no_place_unfilled(self, enquiry: Enquiry) -> None:
        """Every outcome has a source, something to do, and whole texts."""
        outcome = triage(enquiry).outcome
        if outcome:
            assert outcome.sources
            assert outcome.do
            texts = (outcome.customer_text, *outcome.say, *(action.what for action in outcome.do))
            assert not any("{" in text or "}" in text for text in texts)

    @settings(deadline=None)
    @given(enquiries(), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
    def test_names_the_duties_of_the_law_that_its_contact_has(
        self, enquiry: Enquiry, received_on: date
    ) -> None:
        """Those of `deadlines`, which tells their dates."""
        outcome = triage(enquiry).outcome
        if outcome:
            contact = contact_from(
                [Received(channel="letter", received_on=received_on, matters=(outcome.matter,))]
            )
            by_law = [one.duty for one in deadlines(contact) if one.matter is not None]

            assert sorted(outcome.duties) == sorted(by_law)

    def test_gives_the_last_day_of_an_appeal_through_deadlines(self) -> None:
        """Six weeks from the authority's answer, whatever day the appeal came."""
        appeal = triage(
            Enquiry(
                topic="public_information", authority="states_greffe", foi_stage="refused",
                refusal_reasons="cost", review="answered",
                review_answered_on="2026-05-01", today_on="2026-05-20",
            )
        ).outcome  # fmt: skip
        assert appeal
        contact = contact_from(
            [Received(channel="email", received_on=date(2026, 5, 20), matters=(appeal.matter,))]
        )

        (due_on,) = (one.due_on for one in deadlines(contact) if one.duty is Duty.FOI_APPEAL)

        assert due_on == date(2026, 5, 1) + timedelta(weeks=6)

    def test_keeps_what_staff_did_instead(self) -> None:
        """The route taken with its kind of matter, the one advised, and the reason."""
        outcome = triage(Enquiry(topic="advice")).outcome
        assert outcome

        departed = outcome.departed(Route.REGISTRATION, because="They want to register.")

        assert (departed.route, departed.advised_route, departed.departed_because) == (
            "registration",
            "question",
            "They want to register.",
        )
        assert departed.kind is MatterKind.REGISTRATION

    def test_names_the_authority_that_it_is_about(self) -> None:
        """In what is done and sent; without one it is just the authority."""
        outcome = triage(Enquiry(topic="public_information", authority="jersey_post")).outcome
        assert outcome

        assert "Jersey Post" in outcome.customer_text


class TestOverlays:
    """What stands beside any route, and at any moment."""

    @pytest.mark.parametrize(
        ("facts", "overlays"),
        [
            ({}, []),
            (
                {"risk": "none", "format": "standard", "language": "english", "conflict": "no", "abuse": ""},
                [],
            ),
            ({"risk": "now"}, [Overlay.DANGER_NOW]),
            ({"risk": "by_contact"}, [Overlay.RISK_BY_CONTACT]),
            ({"risk": "not_sure"}, [Overlay.RISK_NOT_SURE]),
            ({"abuse": "verbal"}, [Overlay.ABUSE]),
            ({"abuse": "verbal", "channel": "telephone"}, [Overlay.ABUSE, Overlay.ABUSE_ON_TELEPHONE]),
            ({"abuse": "threat", "channel": "in_person"}, [Overlay.ABUSE, Overlay.ABUSE_IN_PERSON]),
            ({"abuse": "physical"}, [Overlay.ABUSE, Overlay.ABUSE_IN_PERSON]),
            ({"abuse": "verbal", "channel": "email"}, [Overlay.ABUSE]),
            ({"format": "braille", "language": "polish"}, [Overlay.OTHER_FORMAT, Overlay.OTHER_LANGUAGE]),
            ({"conflict": "yes"}, [Overlay.CONFLICT]),
            ({"conflict": "not_sure"}, [Overlay.CONFLICT_NOT_SURE]),
            (SPOKEN, [Overlay.SPOKEN_COMPLAINT]),
            (SPOKEN | {"complaint_written": "yes"}, []),
        ],
    )
    def test_follow_from_what_is_known(self, facts: dict[str, str], overlays: list[Overlay]) -> None:
        """None of them asks."""
        assert overlays == beside(**facts)

    @settings(deadline=None)
    @given(enquiries(), st.sampled_from(["", "threat", "verbal,physical"]))
    def test_let_abuse_change_no_route_and_no_date(self, enquiry: Enquiry, abuse: str) -> None:
        """It is logged, and the matter goes on."""
        calm, abusive = (triage(enquiry.answered("abuse", kinds)) for kinds in (None, abuse))

        assert (calm.outcome, calm.question) == (abusive.outcome, abusive.question)

    def test_take_a_complaint_away_from_the_officer_it_names(self) -> None:
        """It is reassigned, and closed to them."""
        complaint = Enquiry(topic="about_us", feedback="complaint", channel="letter")
        assert triage(complaint).question.fact == "conflict"

        named = triage(complaint.answered("conflict", "yes"))

        assert [overlay.id for overlay in named.overlays] == [Overlay.CONFLICT]
        assert "close the contact to the officer" in named.overlays[0].do[0].what


class TestSummary:
    """As plain text, to be copied."""

    @pytest.mark.parametrize("known", [{}, {"topic": "concern"}, {"topic": "advice"}])
    def test_never_tells_what_was_noted(self, known: dict[str, str]) -> None:
        """Answers, route and words only, before and after the outcome."""
        assert "Ann of Gorey" not in summary(triage(Enquiry(**known, notes="Ann of Gorey")))

    def test_says_what_to_ask_next_and_what_is_possible(self) -> None:
        """Before there is an outcome."""
        assert summary(triage(Enquiry(topic="breach", risk="now"))).splitlines()[:3] == [
            "Answers",
            "  What is it about? A breach of personal data",
            "Beside: Somebody may be in danger now",
        ]
        assert summary(triage(Enquiry(topic="business"))).splitlines()[2:] == [
            "Still possible: Other business of the Office; A team manager, today",
            "Next question: What kind of business is it?",
        ]

    def test_says_where_it_goes_and_what_that_rests_on(self) -> None:
        """Once there is one: route, actions, words, findings, sources, and whom to check with."""
        lines = summary(
            triage(Enquiry(topic="existing", identity_checked="no", anything_else="no"))
        ).splitlines()

        assert "Route: A matter that we may have already" in lines
        assert "  I can't say whether we hold anything." in lines
        assert "  Identity and authority have not been checked. (PRI-3)" in lines
        assert [line for line in lines if not line.startswith(" ")][-4:] == [
            "To do",
            "To say",
            "To note",
            "Rests on",
        ]
        assert "  Check with a colleague" in summary(triage(Enquiry(topic="not_sure"))).splitlines()

    def test_is_short_where_there_is_little_to_say(self) -> None:
        """No empty headings."""
        assert "To say" not in summary(triage(Enquiry(topic="nothing", nothing="spam")))


class TestPackage:
    """The names of the package, most of them loaded when first asked for."""

    @pytest.mark.parametrize("name", package.__all__)
    def test_has_every_name(self, name: str) -> None:
        """Each that it promises."""
        assert getattr(package, name) is not None

    def test_has_no_other(self) -> None:
        """As any module says it."""
        with pytest.raises(AttributeError, match="no attribute 'tea'"):
            package.tea  # noqa: B018  # the point of it

    def test_costs_nothing_until_it_is_used(self) -> None:
        """Importing it reads no file of words and makes none of its classes."""
        ours = "[name for name in sys.modules if name.startswith('joic_policy.triage.')]"
        code = f"import sys, joic_policy; print({ours})"

        loaded = subprocess.run(  # noqa: S603  # our own interpreter and text
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout

        assert loaded.strip() == "[]"

    def test_refuses_bad_input_like_the_rest_of_the_library(self) -> None:
        """One error, with field, value and what was expected."""
        with pytest.raises(InvalidError, match="topic: given 'chess', expected one of: concern"):
            Enquiry(topic="chess")
