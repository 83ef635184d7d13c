"""What the policy has to say of an act while its form is filled in."""

from typing import Any

import pytest

from app.forms.guidance import guidance, outstanding
from joic_policy import Channel, Contact, Event, MessageTaken, Received, Triaged, contact_from
from joic_policy.contacts import Abuse, HazardFound, IncidentRecorded, MistakeCorrected, MistakeFound
from tests.app.frame import NOW


def contact(channel: Channel, *events: Event) -> Contact:
    """A contact of today by a channel."""
    return contact_from([Received(channel=channel, received_on=NOW.date(), received_at=NOW), *events])


@pytest.mark.parametrize("channel", Channel)
def test_abuse_has_steps_by_channel_and_by_how_far_it_went(channel: Channel) -> None:
    """Until the call was ended, or staff withdrew, the officer is asked to judge it."""
    told = {
        ended: IncidentRecorded(happened_at=NOW, by="Ann", kinds=(Abuse.VERBAL,), what="Words", ended=ended)
        for ended in (False, True)
    }
    found = {ended: guidance(event, contact(channel)) for ended, event in told.items()}

    assert found[False].steps.ask
    assert not found[True].steps.ask
    assert found[True].steps.do
    assert found[True].advice == ()


def test_an_incident_that_says_nothing_is_found_wanting() -> None:
    """It can be recorded all the same."""
    found = guidance(IncidentRecorded(happened_at=NOW, kinds=()), contact(Channel.TELEPHONE))

    assert {each.clause_id for each in found.advice} == {"STD-2", "STD-5"}


@pytest.mark.parametrize("personal_data", [False, True])
def test_a_mistake_has_steps_and_more_where_personal_data_is_concerned(*, personal_data: bool) -> None:
    """What the law asks comes first."""
    told = MistakeFound(happened_at=NOW, what="A letter to the wrong house", personal_data=personal_data)
    plain = guidance(MistakeFound(happened_at=NOW), contact(Channel.LETTER)).steps

    found = guidance(told, contact(Channel.LETTER)).steps

    assert set(found.do) >= set(plain.do)
    assert (found.do != plain.do) is personal_data


@pytest.mark.parametrize(
    ("told", "clauses"),
    [
        (HazardFound(happened_at=NOW), {"PRI-9"}),
        (MessageTaken(happened_at=NOW, text="Bob is off sick"), {"TEL-6"}),
        (MessageTaken(happened_at=NOW, text="Bob is on leave"), set()),
        (None, set()),
    ],
)
def test_what_a_check_finds_is_said(told: Any, clauses: set[str]) -> None:
    """And nothing where there is nothing."""
    assert {each.clause_id for each in guidance(told, contact(Channel.TELEPHONE)).advice} == clauses


def test_the_office_s_own_house_is_put_in_order() -> None:
    """An abusive contact wants its incident; a mistake its correction, and the law's clock where it runs."""
    abusive = Triaged(happened_at=NOW, matters=(), abusive=True)
    incident = IncidentRecorded(happened_at=NOW, kinds=(Abuse.THREAT,))
    mistake = MistakeFound(happened_at=NOW, personal_data=True)
    corrected = MistakeCorrected(happened_at=NOW, of=mistake.id)

    def found(*events: Event) -> list[str]:
        return [each.clause_id for each in outstanding(contact(Channel.EMAIL, *events))]

    assert found() == []
    assert found(abusive) == ["STD-5"]
    assert found(abusive, incident) == []
    assert found(mistake) == ["STD-3", "STD-3"]
    assert found(mistake, corrected) == ["STD-3"]
