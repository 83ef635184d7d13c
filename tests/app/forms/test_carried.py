"""What triage has found out goes along to the form for logging, and comes back as it was from a draft."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.forms.carried import carried, kept_triage
from app.forms.log import logged
from app.forms.triage import Asked, Departure, Message
from joic_policy import MatterKind, Triaged, contact_from
from joic_policy.contacts import Channel, Format
from joic_policy.contacts.records import record_of
from joic_policy.triage import Enquiry, Route
from tests.desks import NOON, a_letter
from tests.strategies import enquiries

ON = NOON.date()


def message(departure: Departure | None = None, **facts: object) -> Message:
    """A message that asks one thing."""
    return Message(asked=(Asked(enquiry=Enquiry(**facts), departure=departure),))  # type: ignore[arg-type]  # answers as typed


@given(enquiries(), st.text(max_size=10))
def test_whatever_was_answered_can_be_logged(enquiry: Enquiry, notes: str) -> None:
    """Every matter with an outcome is asked by the contact; a draft holds it as JSON."""
    asked = Message(asked=(Asked(enquiry=enquiry),))
    brought = carried(asked, received_on=ON, today_on=ON, at=NOON, notes=notes)
    triaged = kept_triage(json.loads(json.dumps(brought.triage)))
    raw = {"how": Channel.LETTER, "name": "Mary", **brought.raw, "received": ON}
    contact = contact_from(logged(raw, id=a_letter().id, at=NOON, triaged=triaged).events)

    outcome = asked.in_hand.triage(ON, ON).outcome
    assert contact.matters == ((outcome.matter,) if outcome else ())
    assert contact.abusive is bool(enquiry.abuse)


def test_what_staff_and_the_next_caller_need_goes_along() -> None:
    """How and when it came, who, in what form and language, what is at risk, the route as subject, notes."""
    brought = carried(
        message(
            topic="registration", channel="email", customer="private_organisation", risk="by_contact",
            format="braille", language="polish", abuse="threat",
        ),
        received_on=date(2026, 11, 20), today_on=ON, at=NOON, notes="Mrs Marett",
    )  # fmt: skip

    assert brought.raw.pop("safe_contact").endswith("Yes, if the organisation were contacted")  # type: ignore[attr-defined]
    assert brought.raw == {
        "how": "email",
        "kind": "private_organisation",
        "format": Format.BRAILLE,
        "language": "Polish",
        "subject": "Registration and charges",
        "text": "Mrs Marett",
        "received": date(2026, 11, 20),
    }
    triaged = kept_triage(brought.triage)
    assert triaged is not None
    assert triaged.abusive
    assert "Mrs Marett" not in repr(brought)


def test_a_departure_goes_along_with_its_reason_and_name() -> None:
    """The matter is of the route taken, and the act says who took it."""
    gone = Departure(advised=Route.REGISTRATION, route=Route.QUESTION, because="Known to us", by="Bea")
    triaged = kept_triage(
        carried(message(gone, topic="registration"), received_on=ON, today_on=ON, at=NOON).triage
    )

    assert triaged is not None
    (matter,) = triaged.matters
    assert (triaged.by, matter.route, matter.advised_route) == ("Bea", "question", "registration")
    assert (matter.departed_because, matter.kind) == ("Known to us", MatterKind.QUESTION)


@pytest.mark.parametrize("record", [None, {}, {"event": "Triaged"}, "text", record_of(a_letter())])
def test_what_is_no_triage_is_none(record: object) -> None:
    """A draft of an earlier version, or none at all, takes nothing away from what is typed."""
    assert kept_triage(record) is None


def test_english_is_what_is_usual() -> None:
    """It is no language agreed."""
    brought = carried(message(topic="registration", language="english"), received_on=ON, today_on=ON, at=NOON)

    assert "language" not in brought.raw
    assert isinstance(kept_triage(brought.triage), Triaged)
