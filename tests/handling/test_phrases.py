"""Words kept as data for checks: phrases and findings, and that a fault in them is refused."""

import pytest

from joic_policy import DataFileError
from joic_policy._table import Table
from joic_policy.handling.finding import Finding, faults, findings_from
from joic_policy.handling.phrases import phrasebook_from

PHRASES = """
never = ["red tape"]

[colour]
clause = "WRI-1"
what = "a colour."
remedy = "Leave it out."
phrases = ["red( hot)?", "'s blue"]
"""
FINDINGS = """
[heading]
clause = "WRI-3"
place = "heading"
what = "There is none."
remedy = "Add it."

[both]
clause = "WRI-6"
place = "sender"
what = "There is one detail."
remedy = "Give two."
advice = true
"""


def spoilt(text: str, old: str, new: str) -> Table:
    """A file with a fault."""
    assert old in text
    return Table.parsed(text.replace(old, new), "words.toml")


class TestPhrases:
    """What is looked for in a text."""

    @pytest.mark.parametrize(
        ("text", "wordings"),
        [
            ("a RED door", ["RED"]),
            ("red\n  hot iron", ["red hot"]),
            ("It\u2019s blue", ["blue"]),
            ("red tape", []),
            ("red tape and red ink", ["red"]),
            ("reddish; bored", []),
            ("red, Red, RED", ["RED"]),
        ],
    )
    def test_whole_words_are_found_once_each(self, text: str, wordings: list[str]) -> None:
        """In any case, over any space and apostrophe, but never within what is never found."""
        book = phrasebook_from(Table.parsed(PHRASES, "words.toml"))

        assert [
            Finding(
                clause_id="WRI-1",
                place="body",
                what=f"\u201c{wording}\u201d: a colour.",
                remedy="Leave it out.",
                advice=True,
            )
            for wording in wordings
        ] == list(book.findings(text, place="body"))

    @pytest.mark.parametrize(
        ("old", "new", "path"),
        [
            ('"WRI-1"', '"WRI-99"', "colour.clause"),
            ('"red( hot)?"', '"red( hot?"', "colour.phrases"),
            ('["red tape"]', "[]", "never"),
            ("[colour]", '[colour]\ntint = "x"', "colour.tint"),
        ],
    )
    def test_a_fault_in_the_file_is_refused(self, old: str, new: str, path: str) -> None:
        """With the file and the path."""
        with pytest.raises(DataFileError, match=rf"^words\.toml: {path}: "):
            phrasebook_from(spoilt(PHRASES, old, new))


class TestFindings:
    """What is said of something missing."""

    def test_advice_is_no_fault(self) -> None:
        """The judgement stays with the writer."""
        read = findings_from(Table.parsed(FINDINGS, "words.toml"))

        assert faults(tuple(read.values())) == (
            Finding(clause_id="WRI-3", place="heading", what="There is none.", remedy="Add it."),
        )

    @pytest.mark.parametrize(
        ("old", "new", "path"),
        [
            ('"WRI-3"', '"WRI-99"', "heading.clause"),
            ('remedy = "Add it."', "", "heading.remedy"),
            ("advice = true", "advise = true", "both.advise"),
        ],
    )
    def test_a_fault_in_the_file_is_refused(self, old: str, new: str, path: str) -> None:
        """With the file and the path."""
        with pytest.raises(DataFileError, match=rf"^words\.toml: {path}: "):
            findings_from(spoilt(FINDINGS, old, new))
