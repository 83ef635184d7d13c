"""The policy page, through the frame."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from app.wiring import AS_OF_KEY
from joic_policy.policy import POLICY


def page(frame: AppTest) -> AppTest:
    """The policy page."""
    return frame.switch_page("views/policy.py").run()


def words_on(frame: AppTest) -> str:
    """Everything that the page says, as markdown without its escapes."""
    return "\n".join(part.value for part in frame.main.markdown).replace("\\", "")


@pytest.mark.clause("INT-1", "INT-2", "VAL-1", "VAL-2", "VAL-5", "CON-1", "MOR-1")
def test_every_clause_is_shown(frame: AppTest) -> None:
    """With its id and what it asks, also where there is nothing for software to do."""
    said = words_on(page(frame))

    missing = [
        clause.id for clause in POLICY.clauses.values() if f"**{clause.id}** {clause.summary}" not in said
    ]

    assert missing == []


def test_a_search_narrows_the_clauses(frame: AppTest) -> None:
    """To those that hold the words, and the page counts them."""
    page(frame).text_input(key="policy.words").set_value("wri-10").run()

    said = words_on(frame)

    assert "**WRI-10**" in said
    assert "**TEL-1**" not in said
    assert f"of {len(POLICY.clauses)} clauses" in said


def test_the_numbers_are_those_of_the_as_of_day(frame: AppTest) -> None:
    """The heading says which day that is."""
    frame.date_input(key=AS_OF_KEY).set_value(date(2027, 3, 1))
    page(frame)

    assert "In force on Monday 1 March 2027" in [heading.value for heading in frame.header]
    number = POLICY.standards["formal_response"].on(date(2027, 3, 1))
    assert f"| Respond formally to correspondence | {number} | WRI-12 |" in words_on(frame)
