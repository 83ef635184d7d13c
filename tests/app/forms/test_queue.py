"""Which part of the queue is looked at."""

from typing import Any

import pytest

from app.forms.queue import EVERYBODY, MINE, NOBODY, colleagues, wanted_lines, whose_is
from joic_policy import Channel, Duty, MatterKind, Status
from joic_policy.handling.staff import Colleague
from joic_policy.register import OfficeState, Wanted

STAFF = {name: Colleague(name=name, team=team) for name, team in (("Ann", "A"), ("Bea", "A"), ("Cy", "B"))}
OFFICE = OfficeState(staff=STAFF, roles={}, holidays={})
CY = colleagues(STAFF, "Ann")[-1]


def test_whose_can_be_chosen() -> None:
    """One's own are mine; a colleague is one of the others, also one who is called as a choice is."""
    assert colleagues(STAFF, "Ann")[:3] == (EVERYBODY, MINE, NOBODY)
    assert [whose_is(choice) for choice in colleagues(STAFF, "Ann")] == ["", "", "", "Bea", "Cy"]
    assert MINE not in colleagues(STAFF, "")
    assert [whose_is(choice) for choice in colleagues(["mine"], "Ann")][-1] == "mine"


@pytest.mark.parametrize(
    ("raw", "owners"),
    [
        ({}, None),
        ({"whose": None}, None),
        ({"whose": EVERYBODY}, None),
        ({"whose": MINE}, {"Ann"}),
        ({"whose": NOBODY}, {""}),
        ({"whose": CY}, {"Cy"}),
        ({"team": "A"}, {"Ann", "Bea"}),
        ({"team": "A", "whose": MINE}, {"Ann"}),
        ({"team": "A", "whose": CY}, set()),
        ({"team": "gone"}, set()),
    ],
)
def test_owners_are_those_chosen(raw: dict[str, Any], owners: set[str] | None) -> None:
    """A team is its members, and with a name that member alone."""
    assert wanted_lines(raw, office=OFFICE, me="Ann").owners == owners


def test_each_choice_narrows_the_queue() -> None:
    """What is chosen is wanted, and nothing else is narrowed."""
    raw = {
        "duty": Duty.MESSAGE,
        "channel": Channel.EMAIL,
        "kind": MatterKind.FEEDBACK,
        "route": "check",
        "status": Status.OVERDUE,
    }

    assert wanted_lines({}, office=OFFICE, me="Ann") == Wanted()
    assert wanted_lines(raw, office=OFFICE, me="Ann") == Wanted(
        duties=frozenset({Duty.MESSAGE}),
        channels=frozenset({Channel.EMAIL}),
        kinds=frozenset({MatterKind.FEEDBACK}),
        routes=frozenset({"check"}),
        statuses=frozenset({Status.OVERDUE}),
    )
