"""What exercises cover, and that a gap is seen."""

import pytest

from joic_policy import DataFileError
from joic_policy._table import Table
from joic_policy.training import Edge, coverage, not_acted_on, scenarios
from joic_policy.training.coverage import not_acted_on_from
from joic_policy.training.edges import edges_of
from joic_policy.training.subjects.dates import Dated

EXERCISES = {each: scenario.exercise for each, scenario in scenarios().items()}
WHOLE = coverage(EXERCISES.values())


def test_nothing_covers_nothing() -> None:
    """Every kind of thing is then missing."""
    missing = coverage([]).missing

    assert {each.partition(":")[0] for each in missing} == {
        *("channels", "customers", "routes", "duties", "clauses", "tasks", "edges"),
    }


@pytest.mark.parametrize("removed", ["routes: person_has_died", "clauses: TEL-5", "edges: over_leap_day"])
def test_a_gap_is_named(removed: str) -> None:
    """Without a scenario that covers something it is missing, with one it is not."""
    kind, _, thing = removed.partition(": ")
    ids = WHOLE.of[kind][thing]
    others = [EXERCISES["doorbell"], EXERCISES["back_soon"]]

    assert ids
    assert removed in coverage(each for each in others if each.id not in ids).missing
    assert removed not in coverage([*others, EXERCISES[ids[0]]]).missing


def test_what_is_excepted_is_not_asked_for() -> None:
    """Each exception has its reason; nothing that staff act on is among them."""
    clauses = coverage([]).of["clauses"]

    assert not set(clauses) & set(not_acted_on())
    assert all(not_acted_on().values())
    assert {"TEL-1", "WRI-12", "STD-5", "FOI-4", "CMP-5"} <= set(clauses)


def test_an_exception_that_is_no_clause_is_refused() -> None:
    """With its entry."""
    with pytest.raises(DataFileError, match=r"not_acted_on\.TEL-99"):
        not_acted_on_from(Table.parsed('[not_acted_on]\nTEL-99 = "It is not there."', "x.toml"))


@pytest.mark.parametrize(
    ("scenario_id", "task_id", "edges"),
    [
        (
            "saturday_email",
            "due_on_acknowledgement",
            {Edge.RECEIVED_ON_REST_DAY, Edge.OVER_BANK_HOLIDAY_MONDAY},
        ),
        ("late_in_the_evening", "due_on_acknowledgement", {Edge.RECEIVED_AFTER_HOURS}),
        ("wrong_envelope", "due_at_own_breach_report", {Edge.CLOCKS_CHANGE, Edge.HOURS_OVER_WEEKEND}),
        ("leap_february", "due_on_formal_response", {Edge.OVER_LEAP_DAY}),
        ("royal_visit", "due_on_formal_response", {Edge.OVER_PROCLAIMED_DAY}),
        ("gym_copy", "due_on_reply", {Edge.NO_DATE}),
        ("told_on_the_day", "due_on_formal_response", {Edge.TARGET_REVISED}),
    ],
)
def test_edges_are_told_from_the_deadline(scenario_id: str, task_id: str, edges: set[Edge]) -> None:
    """Apart from the years for which days may still be proclaimed, these and no others."""
    subject = EXERCISES[scenario_id].task(task_id).subject

    assert isinstance(subject, Dated)
    assert set(edges_of(subject.deadline)) - {Edge.BY_RULE} == edges
