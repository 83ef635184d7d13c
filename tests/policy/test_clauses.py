"""The clauses: what the file says, and that a file with a fault in it is refused."""

import re
import tomllib
from collections import Counter
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import joic_policy.policy.clauses
from joic_policy._table import Table
from joic_policy.errors import DataFileError, InvalidError
from joic_policy.policy.clauses import Clause, ClauseStatus, Proof, clauses_from

TEXT = Path(joic_policy.policy.clauses.__file__).with_suffix(".toml").read_text(encoding="utf-8")
CLAUSES = clauses_from(Table.parsed(TEXT, "clauses.toml"))

# How many things each part of the policy asks, counted on its pages.
ASKED = {
    "INT": 3, "CUL": 3, "VAL": 5, "OBJ": 3, "APP": 3, "ROL": 3, "PRI": 9, "TEL": 10,
    "WRI": 13, "STD": 6, "INF": 3, "CMP": 5, "CON": 4, "FOI": 6, "MOR": 4,
}  # fmt: skip

SMALL = """
[[sections]]
title = "Written Communication"
clauses = ["WRI-1", "WRI-2"]

[WRI-1]
summary = "Write with care."
status = "modelled"
proof = "rule"
how = "It checks."

[WRI-2]
summary = "Other formats can be asked for."
status = "planned"
how = "It will carry them."
"""


def content() -> dict[str, Any]:
    """The real file, afresh, to be spoilt."""
    return tomllib.loads(TEXT)


class TestFile:
    """What `clauses.toml` says."""

    def test_holds_every_clause_in_the_order_of_the_policy(self) -> None:
        """No part of the policy has more, fewer or other entries than it asks things."""
        expected = [f"{part}-{position}" for part, n in ASKED.items() for position in range(1, n + 1)]

        assert expected == list(CLAUSES)

    def test_keeps_each_section_together(self) -> None:
        """Read in order, every heading comes once."""
        headings = [clause.section for clause in CLAUSES.values()]

        assert len(set(headings)) == 1 + sum(a != b for a, b in pairwise(headings))

    def test_puts_each_part_under_one_heading(self) -> None:
        """The first three letters of an id never stand in two sections."""
        pairs = {(clause_id[:3], clause.section) for clause_id, clause in CLAUSES.items()}

        assert dict.fromkeys(ASKED, 1) == Counter(part for part, _ in pairs)

    def test_files_each_clause_under_its_own_id(self) -> None:
        """The key is the clause's id."""
        assert list(CLAUSES) == [clause.id for clause in CLAUSES.values()]

    def test_speaks_in_short_whole_sentences(self) -> None:
        """A summary is one or two sentences of up to forty words, and every text ends as a sentence does."""
        unfit = [
            clause.id
            for clause in CLAUSES.values()
            if len(re.findall(r"[.?!](?= |$)", clause.summary)) not in {1, 2}
            or len(clause.summary.split()) > 40
            or any(
                text and not re.fullmatch(r"\S.*\.", text)
                for text in (clause.summary, clause.how, clause.reason)
            )
        ]

        assert unfit == []


class TestClause:
    """One clause by itself."""

    @pytest.mark.parametrize(
        "given", ["", "WRI10", "wri-10", "WRI-0", "WRI-010", "WRIT-1", "WRI-10 ", "WRI-٣"]
    )
    def test_refuses_an_id_of_another_shape(self, given: str) -> None:
        """Three capitals, a dash, a number that begins with no nought."""
        with pytest.raises(InvalidError, match="an id like WRI-10") as caught:
            Clause(id=given, section="s", summary="s", status=ClauseStatus.PLANNED, how="h")

        assert (caught.value.field, caught.value.given) == ("id", given)

    @pytest.mark.parametrize(
        ("status", "proof", "how", "reason"),
        list(product(ClauseStatus, (None, *Proof), ("", "It does."), ("", "Nothing to do."))),
    )
    def test_has_what_its_status_calls_for_and_no_more(
        self, status: ClauseStatus, proof: Proof | None, how: str, reason: str
    ) -> None:
        """Proof for what stands, how for what software does, a reason for what it does not."""
        legal = {
            (ClauseStatus.MODELLED, True, True, False),
            (ClauseStatus.SHOWN, True, True, False),
            (ClauseStatus.PLANNED, False, True, False),
            (ClauseStatus.NOT_SOFTWARE, False, False, True),
        }
        fields: dict[str, Any] = {"status": status, "proof": proof, "how": how, "reason": reason}

        if (status, bool(proof), bool(how), bool(reason)) in legal:
            assert proof is Clause(id="WRI-1", section="s", summary="s", **fields).proof
        else:
            with pytest.raises(InvalidError, match=f"the clause is {status}"):
                Clause(id="WRI-1", section="s", summary="s", **fields)


class TestFaults:
    """A file that is wrong is refused, and the refusal says where."""

    @given(gone=st.sampled_from(sorted(CLAUSES)))
    def test_misses_any_entry_that_is_gone(self, gone: str) -> None:
        """The contents name every clause, so none can vanish."""
        spoilt = content()
        del spoilt[gone]

        with pytest.raises(DataFileError, match="nothing is there") as caught:
            clauses_from(Table("clauses.toml", spoilt))

        assert (caught.value.file, caught.value.path) == ("clauses.toml", gone)

    @given(stray=st.sampled_from(sorted(CLAUSES)))
    def test_finds_any_entry_outside_the_contents(self, stray: str) -> None:
        """An entry that no section names is refused under its id."""
        spoilt = content()
        for section in spoilt["sections"]:
            section["clauses"] = [clause_id for clause_id in section["clauses"] if clause_id != stray]

        with pytest.raises(DataFileError) as caught:
            clauses_from(Table("clauses.toml", spoilt))

        assert stray == caught.value.path

    @given(twice=st.sampled_from(sorted(CLAUSES)), section=st.integers(0, 12))
    def test_finds_any_id_that_the_contents_name_twice(self, twice: str, section: int) -> None:
        """The second time, its entry is already taken."""
        spoilt = content()
        spoilt["sections"][section]["clauses"].append(twice)

        with pytest.raises(DataFileError) as caught:
            clauses_from(Table("clauses.toml", spoilt))

        assert twice == caught.value.path

    @pytest.mark.parametrize(
        ("written", "instead", "path", "expected"),
        [
            ('title = "Written Communication"', "", "sections[0].title", "text (nothing is there)"),
            ('clauses = ["WRI-1", "WRI-2"]', "clauses = 2", "sections[0].clauses", "a list of texts"),
            ("[[sections]]", "[sections]", "sections", "a list of tables"),
            (
                'title = "Written',
                'colour = "red"\ntitle = "Written',
                "sections[0].colour",
                "no such key here",
            ),
            ('summary = "Write with care."', "", "WRI-1.summary", "text (nothing is there)"),
            ('summary = "Write with care."', "summary = 3", "WRI-1.summary", "text that is not blank"),
            (
                'status = "modelled"',
                'status = "done"',
                "WRI-1.status",
                "one of: modelled, shown, planned, not software",
            ),
            ('proof = "rule"', "", "WRI-1.proof", "something here, for the clause is modelled"),
            ('proof = "rule"', 'proof = "hope"', "WRI-1.proof", "one of: rule, property, app"),
            ('how = "It checks."', "", "WRI-1.how", "something here, for the clause is modelled"),
            ('how = "It checks."', 'how = " "', "WRI-1.how", "text that is not blank"),
            ('status = "planned"', 'status = "planned"\nproof = "app"', "WRI-2.proof", "nothing here"),
            ('status = "planned"', 'status = "not software"', "WRI-2.how", "nothing here"),
            ('how = "It will carry them."', 'why = "?"', "WRI-2.why", "no such key here"),
            ("[WRI-2]", "[WRI-1]", "(the whole file)", "TOML"),
            ("WRI-2", "wri-2", "wri-2.id", "an id like WRI-10"),
        ],
    )
    def test_says_where_and_what_was_expected(
        self, written: str, instead: str, path: str, expected: str
    ) -> None:
        """One fault planted in a file that was right."""
        with pytest.raises(DataFileError) as caught:
            clauses_from(Table.parsed(SMALL.replace(written, instead), "small.toml"))

        assert ("small.toml", path) == (caught.value.file, caught.value.path)
        assert expected in caught.value.expected

    def test_needs_a_reason_where_there_is_nothing_for_software_to_do(self) -> None:
        """With neither `how` nor `reason` the entry says nothing."""
        text = SMALL.replace('"planned"\nhow = "It will carry them."', '"not software"')

        with pytest.raises(DataFileError, match="something here, for the clause is not software") as caught:
            clauses_from(Table.parsed(text, "small.toml"))

        assert caught.value.path == "WRI-2.reason"

    def test_takes_a_file_without_a_fault(self) -> None:
        """The file that the faults are planted in is itself right."""
        clauses = clauses_from(Table.parsed(SMALL, "small.toml"))

        assert clauses["WRI-2"] == Clause(
            id="WRI-2",
            section="Written Communication",
            summary="Other formats can be asked for.",
            status=ClauseStatus.PLANNED,
            how="It will carry them.",
        )
