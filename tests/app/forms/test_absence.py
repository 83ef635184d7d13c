"""Being away, as it is typed."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.forms.absence import FIELDS, Away, away
from joic_policy import JERSEY
from joic_policy.handling import Colleague
from tests.app.frame import NOW

STAFF = (
    Colleague(name="Ann", team="Casework", cover="Bob"),
    Colleague(name="Bob", team="Casework"),
    Colleague(name="Cleo", team="Front desk"),
)


def read(who: str = "Ann", **raw: Any) -> Away:
    """What the form makes of these fields, on Tuesday 24 November 2026."""
    colleague = next(each for each in STAFF if each.name == who)
    return away(raw, colleague, STAFF, on=NOW.date(), calendar=JERSEY)


@pytest.mark.parametrize(
    ("first", "back", "needed"),
    [
        (date(2026, 11, 24), date(2026, 11, 25), False),
        (date(2026, 11, 24), date(2026, 11, 26), True),
        (date(2026, 11, 27), date(2026, 11, 30), False),
        (date(2026, 12, 24), date(2026, 12, 29), False),
        (date(2026, 12, 24), date(2026, 12, 30), True),
        (date(2026, 11, 24), None, True),
    ],
)
def test_a_reply_is_needed_for_more_than_one_working_day(
    first: date, back: date | None, *, needed: bool
) -> None:
    """Weekends and holidays are no absence; an unknown return always needs one."""
    answer = read(who="Ann", first=first, back=back)

    assert answer.findings == ()
    assert answer.reply is not None
    assert answer.reply.needed is needed


def test_the_staff_list_is_told_the_last_day_away() -> None:
    """The day before the return; without a return none, and from today where no day is given."""
    known, unknown = read(first=date(2026, 12, 1), back=date(2026, 12, 4)).absence, read().absence

    assert known is not None
    assert (known.first_on, known.last_on) == (date(2026, 12, 1), date(2026, 12, 3))
    assert unknown is not None
    assert (unknown.first_on, unknown.last_on) == (NOW.date(), None)


def test_the_same_team_takes_the_calls() -> None:
    """Nobody of another team does; with nobody there, that is a finding."""
    of_ann, of_cleo = read(who="Ann"), read(who="Cleo")

    assert of_ann.cover is not None
    assert [each.name for each in of_ann.cover.colleagues] == ["Bob"]
    assert of_cleo.cover is not None
    assert of_cleo.cover.colleagues == ()
    assert any(advice.clause_id == "TEL-5" for advice in of_cleo.advice)


def test_own_words_are_looked_at_in_place_of_the_proposed_ones() -> None:
    """Why somebody is away is told to nobody."""
    proposed = read(who="Ann", back=date(2026, 12, 4))
    telling = read(who="Ann", back=date(2026, 12, 4), reply="I am off sick until 4 December.")

    assert [each for each in proposed.advice if each.place == "automatic reply"] == []
    assert any(each.place == "automatic reply" for each in telling.advice)


def test_a_colleague_as_contact_point_needs_a_number_or_an_address() -> None:
    """The finding is beside the number, and nothing else is said."""
    answer = read(who="Ann", point="Bob")

    assert [finding.field for finding in answer.findings] == ["point.telephone"]
    assert answer.absence is None
    named = read(who="Ann", **{"point": "Bob", "point.telephone": "01534 716530"}).reply
    assert named is not None
    assert "Bob (01534 716530)" in named.text


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        ({"first": date(2026, 12, 4), "back": date(2026, 12, 4)}, "back"),
        ({"first": date(2150, 1, 4), "back": date(2150, 2, 4)}, "first"),
    ],
)
def test_what_cannot_be_so_is_said_at_its_field(raw: dict[str, Any], field: str) -> None:
    """With what was given and what was expected."""
    answer = read(**raw)

    assert [finding.field for finding in answer.findings] == [field]
    assert answer.absence is None


DAYS = st.none() | st.dates(date(2018, 1, 1), date(2099, 12, 1))
TEXTS = st.none() | st.text(max_size=20)


@given(
    who=st.sampled_from(["Ann", "Bob", "Cleo"]),
    first=DAYS,
    back=DAYS,
    rest=st.fixed_dictionaries(dict.fromkeys(FIELDS[2:], TEXTS)),
)
def test_any_form_is_answered(who: str, first: date | None, back: date | None, rest: dict[str, Any]) -> None:
    """With findings or with an answer, and never with both or neither."""
    answer = read(who=who, first=first, back=back, **rest)

    assert bool(answer.findings) != bool(answer.absence)
    assert all(finding.field in FIELDS for finding in answer.findings)
