"""What tells in writing why a colleague is away, and what does not."""

from collections.abc import Sequence
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from joic_policy.handling import disclosure_findings, safe_sentences

TOLD = {
    "unwell": [
        "Ann is off sick", "Ann is off sick today, please ring back", "She is ill", "he's poorly",
        "She\u2019s not well.", "She isn't very well", "Off ill until Friday", "He has called in sick",
        "He phoned in sick", "on sick leave", "Bea was taken ill", "under the weather", "has got a cold",
        "has the flu", "she has covid", "He had a migraine", "at the dentist", "at the doctor's",
        "has a hospital appointment", "she's in hospital", "signed off by her doctor", "gone home sick",
        "has been feeling unwell", "Ann went down with a bug", "she's having an operation", "OFF  SICK",
        "off\nsick", "not feeling too well", "taking a sick day",
    ],
    "at lunch": [
        "Ann is at lunch", "She's on her lunch", "out to lunch", "gone for lunch", "he is having his lunch",
        "lunch break", "on her lunch hour", "still at lunch", "back from lunch at two",
        "popped out for lunch", "just grabbing a sandwich", "having a bite to eat", "taking a late lunch",
        "will ring you back after lunch",
    ],
    "on a break": [
        "on a break", "Ann is on her break", "he is taking a short break", "on a tea break", "coffee break",
        "gone for a smoke", "out for a cigarette", "having a cuppa", "making a coffee", "she has popped out",
        "nipped out for a minute", "in the loo", "stepped out for some fresh air", "in the canteen",
        "went for a walk",
    ],
    "merely busy": [
        "she is just busy", "he's busy", "Ann is too busy to talk", "is very busy today",
        "tied up all morning", "snowed under", "has too much on", "swamped with work", "rushed off her feet",
        "up to his eyes in it", "has no time", "he hasn't got time", "does not want to be disturbed",
    ],
}  # fmt: skip

NEVER = [
    "Ann is on leave", "on annual leave until Monday", "on maternity leave", "She is in a meeting",
    "in another meeting", "not available", "unavailable at the moment", "out of the office",
    "away from her desk", "on another call", "on the other line", "her line is busy",
    "the number was engaged", "a busy tone", "The caller is sick and tired of waiting",
    "He is sick of letters that never come", "The caller was unwell last year",
    "the customer is busy until four", "Please ring her after lunch-time", "asks about a breach",
    "his employer's break-in", "wants the sick leave records that they keep", "the firm broke its word",
    "Complains of a busy street", "asks who may see hospital files",
    "The restaurant keeps his lunch bookings", "The shop breaks the law", "on a breakdown of the figures",
    "It will be dealt with well", "an illness certificate", "", "   ",
]  # fmt: skip


def words(findings: Sequence[object]) -> str:
    """What was found, for a message that fails."""
    return "; ".join(map(str, findings))


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in TOLD.items() for text in texts])
def test_everyday_ways_of_telling_it_are_found(kind: str, text: str) -> None:
    """As advice, under its clause, with what not to tell and what to write instead."""
    found = disclosure_findings(f"Spoke to the customer. {text}. And so on", place="notes")

    assert found, f"not found: {text}"
    assert all((each.clause_id, each.place, each.advice) == ("TEL-6", "notes", True) for each in found)
    assert any(kind.rsplit(maxsplit=1)[-1] in each.what for each in found)
    assert all("not available" in each.remedy for each in found)


@pytest.mark.parametrize("text", NEVER)
def test_what_may_be_told_is_never_found(text: str) -> None:
    """That somebody is on leave, in a meeting or not available, and what is said of the caller."""
    found = disclosure_findings(text)

    assert not found, words(found)


@settings(deadline=None)  # the first text reads the phrases
@given(
    st.lists(st.sampled_from(["on leave", "in a meeting", "not available"]), min_size=1),
    st.sampled_from([" ", ", ", "; she is ", "\n", " and "]),
)
def test_what_may_be_told_may_be_told_together(texts: list[str], between: str) -> None:
    """However it is joined."""
    assert disclosure_findings(between.join(texts)) == ()


@settings(deadline=None)
@given(st.sampled_from([text for texts in TOLD.values() for text in texts]), st.sampled_from(NEVER))
def test_what_may_be_told_hides_nothing(told: str, never: str) -> None:
    """On leave, and off sick: the second is found beside the first."""
    assert disclosure_findings(f"{never}; {told}")
    assert disclosure_findings(f"{told}. {never}")


def test_each_wording_is_found_once() -> None:
    """A text that says the same twice gets one finding, and another for what it says besides."""
    found = disclosure_findings("at lunch. At  Lunch! And off sick")

    assert [each.what.partition(":")[0] for each in found] == ["\u201coff sick\u201d", "\u201cAt Lunch\u201d"]


def test_long_hostile_text_takes_no_time() -> None:
    """A hundred thousand spaces, or half phrases without end, are read in an instant."""
    texts = ["is" + " " * 100_000, "is off " * 15_000, "on a " * 20_000, "'" * 100_000, "gone out " * 12_000]
    before = perf_counter()

    found = [disclosure_findings(text) for text in texts]

    assert found == [()] * len(texts)
    assert perf_counter() - before < 5


class TestSafeSentences:
    """The card for speaking."""

    def test_names_the_colleague(self) -> None:
        """Where a sentence speaks of them."""
        said = safe_sentences().about(" Ann ")

        assert "I am afraid Ann is not available at the moment. Can I help you myself?" in said
        assert not any("{" in sentence for sentence in said)

    def test_goes_without_a_name(self) -> None:
        """A sentence may begin with it."""
        assert safe_sentences().sentence("on_leave").startswith("My colleague is on leave.")

    def test_is_safe(self) -> None:
        """It passes the check that it is there to spare."""
        assert [
            each for sentence in safe_sentences().about("Ann") for each in disclosure_findings(sentence)
        ] == []
