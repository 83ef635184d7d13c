"""The staff list as it is typed."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from app.forms.absence import Away
from app.forms.findings import FieldFinding
from app.forms.staff import Told, as_listed, away, listing
from joic_policy.handling import Absence
from joic_policy.handling.staff import Colleague
from joic_policy.register import OfficeState, Role, StaffAway, StaffListed
from joic_policy.register.staff import office_state
from tests.desks import NOON

ID = UUID(int=5)
EMPTY = OfficeState(staff={}, roles={}, holidays={})
OFFICE = OfficeState(
    staff={"Ann Renouf": Colleague(name="Ann Renouf")},
    roles={"Ann Renouf": (Role.TEAM_MANAGER,)},
    holidays={},
)
RAW = {
    "name": " Zoë  Le Sueur ",
    "team": "East",
    "extension": "101",
    "subjects": "cameras, schools; cameras,",
    "languages": "French",
    "roles": ["staff", "trainer"],
    "cover": "Ann Renouf",
}


def told(raw: dict[str, Any], *, office: OfficeState = OFFICE, **rest: str) -> Told:
    """What a form tells."""
    return listing(raw, id=ID, at=NOON, office=office, **rest)


def test_what_is_typed_becomes_the_event() -> None:
    """Things with commas are several, each once."""
    event = told(RAW).event

    assert event == StaffListed(
        id=ID,
        happened_at=NOON,
        name="Zoë Le Sueur",
        team="East",
        extension="101",
        subjects=("cameras", "schools"),
        languages=("French",),
        roles=(Role.STAFF, Role.TRAINER),
        cover="Ann Renouf",
    )


def test_what_is_listed_is_what_its_form_begins_with() -> None:
    """Sent again without a change, it changes nothing."""
    event = told(RAW).event
    assert event
    office = office_state([event])
    begun = dict(as_listed(office.staff["Zoë Le Sueur"], office.roles["Zoë Le Sueur"]))

    assert told(begun, office=office, changing="Zoë Le Sueur").event == event


@pytest.mark.parametrize(
    ("changes", "office", "field", "words"),
    [
        ({"name": " "}, OFFICE, "name", "expected the colleague's name"),
        ({"name": "ann  renouf", "cover": ""}, OFFICE, "name", "Ann Renouf is on the list already"),
        ({}, EMPTY, "name", "Begin with yourself, Ann Renouf"),
        ({"roles": []}, OFFICE, "roles", "expected at least one role"),
        ({"cover": "zoë le sueur"}, OFFICE, "cover", "Nobody covers for themselves"),
    ],
)
def test_what_is_wrong_is_said_of_its_field(
    changes: dict[str, Any], office: OfficeState, field: str, words: str
) -> None:
    """And nothing else is."""
    wrong = told({**RAW, **changes}, office=office, me="Ann Renouf")

    (finding,) = wrong.findings
    assert (wrong.event, finding.field) == (None, field)
    assert words in finding.message


def test_whoever_begins_the_list_begins_with_themselves() -> None:
    """In whatever spelling; where nobody said who is at work, anybody may be the first."""
    assert told({**RAW, "name": "ANN renouf", "cover": ""}, office=EMPTY, me="Ann Renouf").event
    assert told(RAW, office=EMPTY).event


def test_an_absence_is_told_with_its_first_and_last_day() -> None:
    """As it was read; what was wrong with it is said instead."""
    absence = Absence(first_on=date(2026, 12, 1), back_on=date(2026, 12, 4))
    wrong = FieldFinding(field="back", message="Given Friday: expected a later day.")

    assert away(Away(absence=absence), name="Bea", id=ID, at=NOON).event == StaffAway(
        id=ID, happened_at=NOON, name="Bea", from_on=date(2026, 12, 1), until=date(2026, 12, 3)
    )
    assert away(Away(findings=(wrong,)), name="Bea", id=ID, at=NOON) == Told(findings=(wrong,))
