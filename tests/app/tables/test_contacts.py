"""A contact in words."""

from datetime import UTC, date, datetime

import pytest

from app.tables.contacts import contact_line, known, matter_words
from app.tables.options import matter_label, option_words
from joic_policy import (
    POLICY,
    CallMade,
    Channel,
    Contact,
    Customer,
    Format,
    Matter,
    MatterKind,
    Needs,
    Received,
    contact_from,
)
from joic_policy.triage import Route
from tests.desks import a_letter

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def facts(contact: Contact) -> dict[str, str]:
    """What is known, by its label."""
    return {fact.label: fact.text for fact in known(contact)}


def test_how_it_began_names_no_customer() -> None:
    """It stands under the title, whoever looks over a shoulder."""
    assert contact_line(contact_from([a_letter(owner="Ann")])) == (
        "Received by letter on Monday 23 November 2026. Looked after by Ann."
    )
    assert contact_line(contact_from([CallMade(happened_at=AT)])) == (
        "We called on Monday 23 November 2026. Nobody looks after it yet."
    )


def test_only_what_is_known_is_listed() -> None:
    """A customer of whom nothing is known has no lines but what is asked."""
    assert facts(contact_from([CallMade(happened_at=AT)])) == {"Asks": "not said yet"}


def test_what_is_to_be_heeded_is_listed() -> None:
    """Format, language, how and where contact is safe, and whether the address may be used."""
    needs = Needs(
        language="Polish", format=Format.BRAILLE, preferred_channel="telephone", safe_contact="Mornings"
    )
    customer = Customer(kind="staff", email="a@b.je", needs=needs)
    letter = a_letter(customer=customer, received_at=AT, external=False)
    told = facts(contact_from([letter]))

    assert told["Who it is"] == "one of our staff"
    assert told["This address is"] == "not confirmed (WRI-10)"
    assert (told["Language"], told["Replies in"], told["Safe contact"]) == ("Polish", "Braille", "Mornings")
    assert told["Would rather be reached"] == "by telephone"
    assert told["Reached us at"] == "09:30 on Monday 23 November 2026"
    assert told["From"] == "inside the Office"


@pytest.mark.parametrize(
    ("matter", "words"),
    [
        (Matter(kind=MatterKind.QUESTION), "a question: not triaged yet"),
        (
            Matter(kind=MatterKind.CONCERN, route=Route.RAISE_WITH_ORGANISATION, asked_on=date(2026, 11, 2)),
            (
                "a concern about an organisation: Raise it with the organisation first; "
                "organisation asked on Monday 2 November 2026"
            ),
        ),
        (
            Matter(kind=MatterKind.OWN_BREACH, route="of old", aware_at=AT),
            "our own breach: of old; became aware at 09:30 on Monday 23 November 2026",
        ),
    ],
)
def test_a_matter_says_its_route_and_its_facts(matter: Matter, words: str) -> None:
    """A route that is not known any more is shown as it is."""
    assert matter_words(matter) == words


def test_every_choice_has_words() -> None:
    """A clause is told with what it asks, a duty of the law by its title; anything else as it is."""
    assert option_words(Channel.IN_PERSON, POLICY) == "in person"
    assert option_words("WRI-10", POLICY).startswith("WRI-10: ")
    assert (
        option_words(next(iter(POLICY.statutes.values())).id, POLICY)
        == next(iter(POLICY.statutes.values())).title
    )
    assert option_words("of old", POLICY) == "of old"
    assert matter_label("own_breach", "aware_at") == "Became aware on (our own breach)"
    assert matter_label("question", "route") == "Route taken (a question)"


def test_abuse_and_conflict_are_listed() -> None:
    """As what to heed, and whom it is closed to."""
    opening = Received(channel="email", received_on=date(2026, 11, 23))
    contact = Contact(opening=opening, events=(opening,), abusive=True, closed_to=frozenset({"Bea", "Ann"}))

    assert facts(contact)["Heed"] == "staff were abused in it (STD-2)"
    assert facts(contact)["Closed to"] == "Ann, Bea"
