"""The written policy in words: nothing is left out, and what it says follows the data."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.tables import policy as tables
from joic_policy.policy import POLICY, ClauseStatus, Known, OwedBy, StandardId
from joic_policy.policy.interpretations import ReceiptDay
from joic_policy.units import WorkingDays


def ids(found: tables.Mapping[str, tuple[tuple[str, str, str], ...]]) -> set[str]:
    """The clauses in a search's answer."""
    return {row[0] for rows in found.values() for row in rows}


def test_a_search_for_nothing_finds_every_clause() -> None:
    """In the policy's own order of sections."""
    found = tables.clauses_found(POLICY, words="", section=None, statuses=())

    assert ids(found) == set(POLICY.clauses)
    assert tuple(found) == tables.sections(POLICY)


@given(st.data())
def test_a_clause_is_found_by_its_id_and_by_any_of_its_words(data: st.DataObject) -> None:
    """In any order and in either case."""
    clause = data.draw(st.sampled_from(list(POLICY.clauses.values())))
    words = data.draw(st.lists(st.sampled_from([clause.id, *clause.summary.split()]), min_size=1))

    found = tables.clauses_found(
        POLICY, words=" ".join(words).swapcase(), section=clause.section, statuses=()
    )

    assert clause.id in ids(found)
    assert set(found) == {clause.section}


def test_statuses_divide_the_clauses() -> None:
    """Each clause has exactly one."""
    found = [ids(tables.clauses_found(POLICY, words="", section=None, statuses=[s])) for s in ClauseStatus]

    assert set().union(*found) == set(POLICY.clauses)
    assert sum(map(len, found)) == len(POLICY.clauses)


def test_a_word_that_no_clause_has_finds_none() -> None:
    """Not everything."""
    assert tables.clauses_found(POLICY, words="zebra", section=None, statuses=()) == {}


def test_an_amended_number_is_in_force_from_its_day() -> None:
    """The old one the day before, and the change is told on both."""
    standard = POLICY.standards[StandardId.FORMAL_RESPONSE].amended(WorkingDays(15))
    amended = POLICY.with_standard(standard.amended(WorkingDays(10), from_on=date(2027, 1, 1)))

    rows = [
        row
        for day in (date(2026, 12, 31), date(2027, 1, 1))
        for row in tables.numbers_on(amended, day)
        if row[2] == "WRI-12"
    ]

    assert [row[1] for row in rows] == ["15 working days", "10 working days"]
    assert {row[3] for row in rows} == {"10 working days from Friday 1 January 2027"}


def test_every_question_is_told_with_the_reading_in_force() -> None:
    """Open or settled; another reading changes what is in force."""
    other = POLICY.with_readings(receipt_day=ReceiptDay.COUNTED)

    told = {entry.title: entry.points for entry in tables.open_questions(other)}
    both = [*tables.open_questions(POLICY), *tables.settled_questions(POLICY)]

    assert {entry.title for entry in both} == {asked.question for asked in POLICY.unsaid.values()}
    assert told["Is the day of receipt counted?"][0].startswith("In force: Yes")


def test_every_statute_is_told_once_and_marked_where_it_is_not_verified() -> None:
    """By who owes it; what is known from memory or one source says to check."""
    told = {entry.title: entry.caution for owed_by in OwedBy for entry in tables.statutes_by(POLICY, owed_by)}

    assert set(told) == {statute.title for statute in POLICY.statutes.values()}
    for statute in POLICY.statutes.values():
        unsure = statute.known in {Known.ONE_SOURCE, Known.UNVERIFIED}
        assert ("check it before you rely on it" in told[statute.title]) is unsure


def test_what_a_statute_displaces_is_named_with_its_clause() -> None:
    """Subject access to the Office takes the place of the formal response."""
    told = {entry.title: entry.points for entry in tables.statutes_by(POLICY, OwedBy.OFFICE)}

    points = told["Answer a subject access request made to the Office"]

    assert "Takes the place of: respond formally to correspondence (WRI-12)" in points


def test_the_offices_details_hold_its_hours() -> None:
    """As published, in Jersey time."""
    assert dict(tables.office_rows(POLICY))["Open"] == "Monday to Friday, 08:45 to 17:00"
