"""Marks in words: what was right and what was not, where it parted, and why."""

from app.tables.marked import marked_rows
from joic_policy.training import exercise, marking, right_answers


def test_a_right_answer_is_told_with_its_clauses_and_derivation() -> None:
    """There is nothing else to say."""
    route, *_ = marked_rows(marking(exercise("loyalty_card"), right_answers(exercise("loyalty_card"))))

    assert (route.verdict, route.is_right, route.marks) == ("Right", True, "3 of 3 marks")
    assert route.facts == (("Your answer", "Raise it with the organisation first"),)
    assert "CMP-4" in dict(route.sources)
    assert route.why[0].startswith("What is it about?")
    assert not route.parted


def test_a_wrong_day_is_told_with_the_right_one_and_where_it_parted() -> None:
    """Good Friday does not count: whoever counts it is a day early."""
    answers = {"due_on_formal_response": ("2026-04-17",)}
    *_, row = marked_rows(marking(exercise("loyalty_card"), answers))

    assert row.verdict == "Wrong"
    assert row.facts == (
        ("Your answer", "Friday 17 April 2026"),
        ("The right answer", "Monday 20 April 2026"),
    )
    assert row.parted


def test_what_was_not_answered_is_told_without_an_answer() -> None:
    """And earns nothing."""
    route, duties, *_ = marked_rows(marking(exercise("loyalty_card"), {}))

    assert (route.verdict, route.marks) == ("Not answered", "0 of 3 marks")
    assert route.facts == (("The right answer", "Raise it with the organisation first"),)
    assert {part.verdict for part in duties.parts} == {"It belongs", "It does not belong"}
    assert "earns nothing" in duties.explained


def test_each_line_of_several_says_what_was_done_with_it() -> None:
    """Partial credit is explained, and only what speaks for the answer has its reason and clause."""
    _, duties, *_ = marked_rows(
        marking(exercise("loyalty_card"), {"duties": ("acknowledgement", "call_back")})
    )
    said = {part.label: part for part in duties.parts}

    assert duties.verdict == "Partly right"
    assert duties.explained == "6 of 8 lines are right, and each counts by itself."
    assert said["Acknowledge it"].says.startswith("Ticked, and it belongs.")
    assert [clause_id for clause_id, _ in said["Acknowledge it"].sources] == ["WRI-11"]
    assert said["Respond formally"].says.startswith("It belongs, but was left out.")
    assert said["Call back"].says == "Ticked, but it does not belong."
    assert said["Answer a question put to the Office"].says == "Left out, as it should be."
    assert duties.other_sources == ()
