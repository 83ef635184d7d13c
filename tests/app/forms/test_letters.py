"""A letter as it is filled in."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.forms.letters import FIELDS, Letter, asks, letter
from joic_policy import (
    Acknowledged,
    Channel,
    Contact,
    Customer,
    DelayTold,
    Received,
    Responded,
    contact_from,
    deadlines,
)
from joic_policy.contacts import LetterSent
from joic_policy.handling import Template, faults, wording
from joic_policy.units import day_words
from tests.app.frame import NOW

ID = UUID(int=9)
SENDER = {
    "sender.first_name": "Ann",
    "sender.surname": "Du Feu",
    "sender.title": "Caseworker",
    "sender.telephone": "01534 716530",
}
CONTACT = contact_from(
    [
        Received(
            channel="letter",
            received_on=date(2026, 11, 20),
            customer=Customer(name="Zoë Le Sueur", address="1 High Street\nSt Helier"),
        )
    ]
)


def filled(template: Template, contact: Contact | None = CONTACT, **raw: Any) -> Letter:
    """What the form makes of these fields, on Tuesday 24 November 2026."""
    owed = deadlines(contact) if contact else ()
    return letter({"template": template, **SENDER, **raw}, contact, owed, draft_id=ID, at=NOW)


def facts(template: Template) -> dict[str, str]:
    """Something for everything that a template asks."""
    return {f"fact.{key}": f"what is said of {key}" for key in wording(template).asks}


def test_the_dates_are_those_of_the_deadline() -> None:
    """Nobody types a date that is known, and it is the same date as on any other page."""
    (_, response) = deadlines(CONTACT)
    assert response.due_on is not None

    written = filled(Template.ACKNOWLEDGEMENT, **{"fact.about": "a camera"})

    assert f"by {day_words(response.due_on)}" in written.letter.text
    assert "received" not in asks(Template.ACKNOWLEDGEMENT, dated=True)
    assert faults(written.advice) == tuple(each for each in written.advice if each.clause_id == "WRI-1")


@pytest.mark.parametrize(
    ("template", "raw", "act"),
    [
        (Template.ACKNOWLEDGEMENT, {}, Acknowledged),
        (Template.FORMAL_RESPONSE, {"answer_gives": "plan"}, Responded),
        (Template.DELAY_NOTICE, {"revised": date(2026, 12, 18)}, DelayTold),
        (Template.COMPLIMENT_SLIP, {"enclosures": "A guide"}, None),
        (Template.REFUSAL_NEXT_STEPS, {"reason": "not_held"}, None),
    ],
)
def test_sending_is_recorded_with_what_it_does(
    template: Template, raw: dict[str, Any], act: type[object] | None
) -> None:
    """Each act has an id of its own that stays; together they can have happened."""
    acts = filled(template, **facts(template), **raw).acts

    assert [type(each) for each in acts] == [*([act] if act else []), LetterSent]
    assert acts == filled(template, **facts(template), **raw).acts
    assert len({each.id for each in acts}) == len(acts)
    assert contact_from([CONTACT.opening, *acts]).acts(LetterSent)


def test_an_email_is_recorded_as_one() -> None:
    """By the channel that it took."""
    act, sent = filled(Template.ACKNOWLEDGEMENT, medium="email").acts

    assert isinstance(act, Acknowledged)
    assert isinstance(sent, LetterSent)
    assert act.channel is sent.channel is Channel.EMAIL


@pytest.mark.parametrize("revised", [None, date(2026, 12, 11), date(2026, 12, 19), date(2026, 12, 25)])
def test_a_delay_needs_a_later_working_day(revised: date | None) -> None:
    """The letter is shown all the same, with a gap; there is nothing to record."""
    written = filled(Template.DELAY_NOTICE, revised=revised, **{"fact.why": "we wait for a reply"})

    assert [finding.field for finding in written.findings] == ["revised"]
    assert "[to fill in" in written.letter.text
    assert written.acts == ()


def test_the_delay_that_is_recorded_is_the_one_that_is_written() -> None:
    """The revised target and the reason are typed once."""
    written = filled(Template.DELAY_NOTICE, revised=date(2026, 12, 18), **{"fact.why": "we wait for a reply"})

    told = written.acts[0]
    assert isinstance(told, DelayTold)
    assert (told.revised_on, told.why) == (date(2026, 12, 18), "we wait for a reply")
    assert "Friday 18 December 2026" in written.letter.text


def test_without_a_contact_there_is_a_letter_and_nothing_to_record() -> None:
    """A customer's own letter, for one."""
    written = filled(
        Template.CONCERN_TO_ORGANISATION,
        None,
        **facts(Template.CONCERN_TO_ORGANISATION),
        recipient="Shop Ltd",
    )

    assert written.acts == ()
    assert faults(written.advice) == tuple(each for each in written.advice if each.clause_id == "WRI-1")
    assert written.letter.recipient == ("Shop Ltd",)


def test_confirming_takes_its_finding_away() -> None:
    """What is left to confirm is said before sending."""
    open_ones = filled(Template.FORMAL_RESPONSE, **facts(Template.FORMAL_RESPONSE))
    done = filled(
        Template.FORMAL_RESPONSE,
        **facts(Template.FORMAL_RESPONSE),
        recipient_confirmed=True,
        second_reader="Bob",
    )

    assert [each.place for each in faults(open_ones.advice)] == [
        "sending: recipient",
        "sending: second reader",
    ]
    assert faults(done.advice) == ()


RAW = st.fixed_dictionaries(
    {},
    optional={name: st.text(max_size=30) for name in FIELDS if name not in {"template", "medium", "revised"}}
    | {"medium": st.sampled_from(["letter", "email"]), "revised": st.none() | st.dates()},
)


@given(template=st.sampled_from(Template), raw=RAW, known=st.booleans())
def test_any_form_becomes_a_letter(template: Template, raw: dict[str, Any], *, known: bool) -> None:
    """What cannot be so is said at a field of the form; what was typed is never a reason to break off."""
    written = letter(
        {"template": template, **raw},
        CONTACT if known else None,
        deadlines(CONTACT) if known else (),
        draft_id=ID,
        at=NOW,
    )

    assert written.letter.text
    assert all(finding.field in FIELDS for finding in written.findings)
