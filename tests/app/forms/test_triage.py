"""A message in triage, without a screen: answers, matters, departures, links."""

import json
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from app.forms.clocks import DAYS
from app.forms.findings import Findings
from app.forms.triage import (
    ANY_TIME,
    Asked,
    Departure,
    Message,
    contact_of,
    departure,
    link_of,
    reopened,
)
from joic_policy import Channel, InvalidError, MatterKind, deadlines
from joic_policy.triage import Enquiry, Route
from joic_policy.triage.facts import AnythingElse
from tests.strategies import enquiries

TODAY = date(2026, 11, 24)
COMPLAINT = {
    "topic": "concern",
    "risk": "none",
    "for_whom": "self",
    "holder": "jersey",
    "complaint_written": "yes",
    "raised": "refused",
    "grounds": "rights",
    "rights_affected": "yes",
}
APPEAL = {
    "topic": "public_information",
    "authority": "states_greffe",
    "foi_stage": "refused",
    "refusal_reasons": "cost",
    "review": "answered",
    "review_answered_on": "2026-10-06",
}
PRIVATE = "Mrs Marett of 4 Hill Street, 07797 712345"


def told(message: Message, **answers: str) -> Message:
    """A message with some facts answered, one after the other."""
    for fact, text in answers.items():
        message = message.answered(fact, text)
    return message


def two_matters() -> Message:
    """A complaint, and a second matter that nothing is known of yet."""
    return told(Message(), **COMPLAINT, anything_else="yes")


def route_of(message: Message) -> Route | None:
    """Where the matter in hand goes, if that is known."""
    outcome = message.in_hand.triage(TODAY).outcome
    return outcome.route if outcome else None


def messages() -> st.SearchStrategy[Message]:
    """Messages as they can be typed: matters that share what is of the whole message."""

    def sharing(found: list[Enquiry]) -> Message:
        first, *others = (evolve(one, today_on=None, received_on=None, notes="") for one in found)
        shared = {name: getattr(first, name) for name in ANY_TIME}
        message = Message(
            asked=tuple(Asked(enquiry=one) for one in (first, *(evolve(o, **shared) for o in others)))
        )
        return evolve(message, current=len(message.matters) - 1)

    return st.lists(enquiries(), min_size=1, max_size=3).map(sharing)


@given(message=messages(), received_on=st.dates(*DAYS))
def test_a_link_opens_the_same_answers(message: Message, received_on: date) -> None:
    """Whatever was answered, in every matter; an empty message has no link."""
    link = link_of(message, received_on)

    found = reopened(link)

    if link:
        assert found.message == message
        assert found.received_on == received_on
        assert found.findings == ()
    else:
        assert message.asked == (Asked(),)


@given(message=messages())
def test_a_link_holds_nothing_personal(message: Message) -> None:
    """No notes, no names, no reason for a departure, and not the day on which it was made.

    The day of receipt stands there once, beside the answers.
    """
    left = Departure(advised=Route.QUESTION, route=Route.CHECK, because=PRIVATE, by=PRIVATE)
    asked = tuple(
        Asked(enquiry=evolve(one.enquiry, notes=PRIVATE, today_on=TODAY, received_on=TODAY), departure=left)
        for one in message.asked
    )

    assert link_of(evolve(message, asked=asked), TODAY) == link_of(message, TODAY)


@given(text=st.text() | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(json.dumps))
def test_any_text_for_a_link_is_read_or_refused_by_name(text: str) -> None:
    """It never fails, and what it cannot read it tells."""
    found = reopened({"answers": text, "received": text})

    assert {finding.field for finding in found.findings} == {"answers", "received"}
    assert found.message == Message()


def test_what_a_link_holds_is_kept_as_far_as_it_can_be_read() -> None:
    """An unknown fact, a wrong answer and a day that is none are named; the rest holds."""
    answers = {"topic": "concern", "risk": "maybe", "pet": "cat", "today_on": "2026-01-01", "raised": 3}
    answers["received_on"] = "2026-01-01"

    found = reopened({"answers": json.dumps([answers]), "received": "yesterday"})

    assert found.message.in_hand.enquiry == Enquiry(topic="concern")
    assert [finding.field for finding in found.findings] == [
        "risk", "pet", "today_on", "raised", "received_on", "received"
    ]  # fmt: skip
    assert "maybe" in found.findings[0].message


@pytest.mark.parametrize(
    "text", ["[]", "{}", "[1]", '[{"topic": "concern", "topic": "breach"}]', "[" * 100_000, str([{}] * 21)]
)
def test_a_link_of_another_shape_is_refused(text: str) -> None:
    """Nothing, no list, no answers, an answer given twice, depth without end, too many matters."""
    assert [finding.field for finding in reopened({"answers": text}).findings] == ["answers"]


@pytest.mark.parametrize("on", ["0001-01-01", "1899-12-31", "9999-12-31"])
def test_a_day_that_no_field_takes_is_refused(on: str) -> None:
    """Of receipt as of anything else; the answers beside it hold."""
    found = reopened({"answers": json.dumps([{"topic": "concern", "asked_on": on}]), "received": on})

    assert [finding.field for finding in found.findings] == ["asked_on", "received"]
    assert found.message.in_hand.enquiry == Enquiry(topic="concern")


def test_changing_an_answer_back_restores_every_other() -> None:
    """What an answer sets aside is kept in the meantime."""
    message = told(Message(), **COMPLAINT)
    assert route_of(message) is Route.ARTICLE_19_COMPLAINT

    elsewhere = message.answered("holder", "guernsey")

    assert route_of(elsewhere) is Route.ORGANISATION_ELSEWHERE
    assert {one.question.fact for one in elsewhere.in_hand.triage(TODAY).set_aside} >= {"raised", "grounds"}
    assert elsewhere.answered("holder", "jersey") == message


def test_another_matter_keeps_what_is_of_the_whole_message() -> None:
    """Channel, risk and needs hold for it; its topic and its route are its own."""
    message = told(Message(), channel="email", **COMPLAINT, anything_else="yes")

    assert message.current == 1
    assert message.in_hand.enquiry == Enquiry(channel="email", risk="none")
    assert len(message.matters) == 2


def test_what_is_of_the_whole_message_holds_for_every_matter_of_it() -> None:
    """Told late, it holds for the matters before as well."""
    message = told(two_matters(), topic="advice", risk="now")

    assert [one.enquiry.risk for one in message.asked] == ["now", "now"]
    assert [one.enquiry.topic for one in message.asked] == ["concern", "advice"]


def test_a_matter_that_is_taken_back_is_kept() -> None:
    """Saying that there is nothing else sets the next matter aside; saying that there is brings it back."""
    message = told(two_matters(), topic="advice").looked_at(0)

    without = message.answered("anything_else", "no")
    again = without.answered("anything_else", "yes")

    assert len(without.matters) == 1
    assert len(again.matters) == 2
    assert again.in_hand.enquiry.topic == "advice"


def test_an_answer_that_cannot_be_is_refused_by_name() -> None:
    """And so is a fact that there is not."""
    with pytest.raises(InvalidError, match="topic"):
        Message().answered("topic", "weather")
    with pytest.raises(InvalidError, match="pet"):
        Message().answered("pet", "cat")


def test_the_dates_are_those_of_all_matters() -> None:
    """A complaint and our own mistake in one email: the law's dates of both stand beside the policy's."""
    message = told(two_matters(), topic="about_us", feedback="personal_data")
    message = message.answered("aware_at", "2026-11-23T14:30+00:00")

    contact = contact_of(message, channel=Channel.EMAIL, received_on=TODAY, today_on=TODAY)

    assert [matter.kind for matter in contact.matters] == [
        MatterKind.ARTICLE_19_COMPLAINT,
        MatterKind.OWN_BREACH,
    ]
    assert {"article_19_decision", "own_breach_report"} <= {one.duty for one in deadlines(contact)}


@pytest.mark.parametrize(
    ("received_on", "route"),
    [(date(2026, 11, 16), Route.FOI_APPEAL), (date(2026, 11, 18), Route.FOI_APPEAL_LATE)],
)
def test_an_appeal_that_came_in_time_is_in_time_when_it_is_triaged_later(
    received_on: date, route: Route
) -> None:
    """Six weeks from 6 October end on 17 November; the contact says the same as the page."""
    message = told(Message(), **APPEAL)

    outcome = message.in_hand.triage(TODAY, received_on).outcome
    contact = contact_of(message, channel=Channel.EMAIL, received_on=received_on, today_on=TODAY)

    assert outcome
    assert outcome.route is route
    assert [matter.route for matter in contact.matters] == [route]


def test_staff_within_the_house_are_not_external() -> None:
    """An email of a colleague needs no acknowledgement."""
    message = told(Message(), customer="staff", topic="advice")

    contact = contact_of(message, channel=Channel.EMAIL, received_on=TODAY, today_on=TODAY)

    assert "acknowledgement" not in {one.duty for one in deadlines(contact)}


def test_a_departure_needs_route_reason_and_name() -> None:
    """Each that is missing is told, and nothing is taken."""
    findings = Findings(("route", "because", "by"))

    assert departure({"because": " ", "by": None}, Route.QUESTION, findings) is None
    assert [finding.field for finding in findings.found] == ["route", "because", "by"]


def test_a_departure_is_kept_with_the_advice() -> None:
    """The matter holds the route taken, the one advised and why; its kind is that of the route taken."""
    message = told(Message(), topic="advice")
    raw = {"route": "service_complaint", "because": "They ask for it.", "by": "A. Renouf"}
    taken = departure(raw, Route.QUESTION, Findings(raw))
    message = message.departed(taken)
    outcome = message.in_hand.triage(TODAY).outcome
    assert outcome

    matter = message.in_hand.matter(outcome)

    assert (matter.route, matter.advised_route) == ("service_complaint", "question")
    assert matter.departed_because == "They ask for it."
    assert matter.kind is MatterKind.SERVICE_COMPLAINT
    assert "They ask for it." not in repr(message)


def test_a_departure_holds_for_its_advice_only() -> None:
    """Where another answer changes the advice it is set aside, and is back with the advice."""
    left = Departure(advised=Route.QUESTION, route=Route.CHECK, because="Unsure.", by="A. Renouf")
    message = told(Message(), topic="advice").departed(left)
    changed = message.answered("topic", "registration")

    def departed(one: Message) -> Departure | None:
        outcome = one.in_hand.triage(TODAY).outcome
        return one.in_hand.departed(outcome) if outcome else None

    assert departed(message) == left
    assert departed(changed) is None
    assert departed(changed.answered("topic", "advice")) == left


def test_an_empty_message_follows_with_a_number_of_its_own() -> None:
    """So that what was typed for the one before is not taken for its own."""
    message = told(Message(), **COMPLAINT)

    assert message.following() == Message(number=2)
    assert message.in_hand.enquiry.anything_else is not AnythingElse.YES
