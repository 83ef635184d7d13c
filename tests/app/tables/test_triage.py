"""What the triage page says, without a screen."""

from datetime import UTC, date, datetime

from app.forms.triage import Departure, Message, contact_of
from app.tables.labels import ASKS
from app.tables.triage import (
    answer_rows,
    authority_labels,
    copied,
    said,
    sources,
    what_if_link,
)
from joic_policy import POLICY, Channel, Matter, MatterKind, Received, contact_from, deadlines
from joic_policy.triage import AUTHORITIES, Outcome, Route, Triage, route_title
from joic_policy.triage.facts import Sure

TODAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 10, tzinfo=UTC)
ASKED_AGAIN = {
    "topic": "own_information",
    "risk": "none",
    "for_whom": "self",
    "holder": "jersey",
    "raised": "no_answer",
    "complaint_written": "no",
    "wish": "ask_again",
    "asked_on": "2026-10-01",
}


def told(**answers: str) -> Message:
    """A message with some facts answered."""
    message = Message()
    for fact, text in answers.items():
        message = message.answered(fact, text)
    return message


def triaged(**answers: str) -> Triage:
    """What these answers come to today."""
    return told(**answers).in_hand.triage(TODAY)


def outcome(**answers: str) -> Outcome:
    """Where these answers go."""
    found = triaged(**answers).outcome
    assert found
    return found


def test_days_and_instants_are_said_in_words() -> None:
    """By the clock in Jersey; a day that is not known says so."""
    assert said("asked_on", date(2026, 12, 4)) == "Friday 4 December 2026"
    assert said("aware_at", datetime(2026, 7, 1, 9, 30, tzinfo=UTC)) == "10:30 on Wednesday 1 July 2026"
    assert said("asked_on", Sure.NOT_SURE).lower().startswith("not")


def test_what_day_it_is_cannot_be_changed_among_the_answers() -> None:
    """The frame says it, for every page."""
    rows = {row.fact: row for row in answer_rows(triaged(**ASKED_AGAIN).trace)}

    assert rows["today_on"].answer == "Tuesday 24 November 2026"
    assert not rows["today_on"].can_change
    assert all(row.can_change for fact, row in rows.items() if fact != "today_on")


def test_the_day_of_receipt_cannot_be_changed_among_the_answers() -> None:
    """It has a field of its own, with the dates."""
    appeal = told(
        topic="public_information",
        authority="states_greffe",
        foi_stage="refused",
        refusal_reasons="cost",
        review="answered",
        review_answered_on="2026-10-06",
    )

    rows = {row.fact: row for row in answer_rows(appeal.in_hand.triage(TODAY, date(2026, 11, 16)).trace)}

    assert rows["received_on"].answer == "Monday 16 November 2026"
    assert not rows["received_on"].can_change


def test_every_route_has_a_title_in_words() -> None:
    """With every place in it filled, and no two alike."""
    titles = [route_title(route) for route in Route]

    assert not [title for title in titles if not title or "{" in title or "_" in title]
    assert len(set(titles)) == len(Route)


def test_a_body_is_found_by_any_of_its_names() -> None:
    """Each of them stands in what the field searches."""
    labels = authority_labels()

    assert labels.keys() == AUTHORITIES.keys()
    assert not [name for body in AUTHORITIES.values() for name in body.aliases if name not in labels[body.id]]


def test_sources_say_how_well_they_are_known() -> None:
    """A clause with what it asks; what is not verified says that it is to be checked."""
    found = (outcome(topic="advice"), outcome(topic="nothing", nothing="thanks"))
    rows = {row.badge: row for one in found for row in sources(one, POLICY)}
    clauses = {badge: POLICY.clauses[badge].summary for badge in rows if badge in POLICY.clauses}
    unverified = [row for row in rows.values() if not row.verified]

    assert clauses
    assert {badge: rows[badge].says for badge in clauses} == clauses
    assert unverified
    assert all("check it before you rely on it" in row.known for row in unverified)


def test_the_summary_holds_every_matter_departure_and_date() -> None:
    """In plain text, with its receipt, the departure's reason and name, and the minute of its dates."""
    message = told(**ASKED_AGAIN)
    departure = Departure(advised=Route.QUESTION, route=Route.CHECK, because="Unsure.", by="A. Renouf")
    contact = contact_of(message, channel=Channel.EMAIL, received_on=TODAY, today_on=TODAY)

    text = copied(
        [(triaged(**ASKED_AGAIN), None), (triaged(topic="advice"), departure)],
        deadlines(contact),
        datetime(2026, 11, 24, 0, 4, 29, 17, tzinfo=UTC),
        received_on=TODAY,
        channel=Channel.ONLINE_FORM,
    )

    assert text.startswith("Received: Tuesday 24 November 2026 (online form)\n")
    assert "Dates, as of 00:04 on Tuesday 24 November 2026\n" in text
    assert text.index("Matter 1") < text.index(route_title(Route.CHASE_ORGANISATION)) < text.index("Matter 2")
    assert f"Taken instead: {route_title(Route.CHECK)}\n  By A. Renouf, because: Unsure." in text
    assert "Wednesday 25 November 2026 (waiting; owed by the Office; WRI-11)" in text


def test_a_single_matter_needs_no_number() -> None:
    """And without a channel there are no dates to speak of."""
    text = copied([(triaged(topic="advice"), None)], (), AT, received_on=TODAY, channel=None)

    assert text.startswith("Received: Tuesday 24 November 2026\n")
    assert "Matter 1" not in text
    assert "Dates" not in text


def test_what_if_begins_with_the_same_facts() -> None:
    """Each as the Deadlines page calls it, instants as a day and a time of Jersey's clocks."""
    message = told(channel="email", topic="about_us", feedback="personal_data")
    message = message.answered("aware_at", "2026-07-01T09:30+00:00")
    contact = contact_of(message, channel=Channel.EMAIL, received_on=TODAY, today_on=TODAY)

    assert what_if_link(contact, POLICY) == {
        "channel": "email",
        "from": "outside",
        "received": "2026-11-24",
        "asks": [ASKS[MatterKind.OWN_BREACH]],
        "own_breach.aware_at": "2026-07-01",
        "own_breach.aware_at.time": "10:30",
    }


def test_what_if_leaves_out_a_fact_from_which_nothing_runs() -> None:
    """The Deadlines page has no field for it, and would say so."""
    asked = Matter(kind="concern", asked_on=TODAY)
    contact = contact_from([Received(channel="email", received_on=TODAY, matters=(asked,))])

    assert what_if_link(contact, POLICY) == {
        "channel": "email",
        "from": "outside",
        "received": "2026-11-24",
        "asks": [ASKS[MatterKind.CONCERN]],
    }
