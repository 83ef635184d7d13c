"""Each clause and what stands for it: neither a promise without proof nor proof of what is not promised.

A test says which clauses it proves by `@pytest.mark.clause("WRI-10")`. The marks are read from the files, so
the answer is the same whichever tests run.
"""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import pytest
from attrs import frozen

from joic_policy.policy import POLICY, Clause, ClauseStatus, Proof

TESTS = Path(__file__).parent
TREE = TESTS.parent
ID = re.compile(r"\b[A-Z]{3}-[1-9][0-9]?\b")
MISSING = {
    Proof.RULE: "no number, duty or route in the data cites it",
    Proof.PROPERTY: "no test of the library is marked with it",
    Proof.APP: "no test of the application is marked with it",
}


@frozen
class Mark:
    """A test's claim to prove a clause."""

    clause_id: str
    file: str
    line: int

    @property
    def proof(self) -> Proof:
        """Which kind of proof it is: the tests of the application live in two folders."""
        return Proof.APP if self.file.startswith(("tests/app/", "tests/browser/")) else Proof.PROPERTY


def marks_in(text: str, file: str) -> Iterator[Mark]:
    """Every clause named by a mark in a module of tests."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Call(func=ast.Attribute(attr="clause", value=ast.Attribute(attr="mark")), args=args):
                yield from (Mark(ast.literal_eval(arg), file, arg.lineno) for arg in args)


def stands(clause: Clause, marks: Collection[Mark], cited: Collection[str]) -> bool:
    """Whether the kind of proof that a clause names is there."""
    if clause.proof is Proof.RULE:
        return clause.id in cited
    return any((mark.clause_id, mark.proof) == (clause.id, clause.proof) for mark in marks)


def faults(clauses: Mapping[str, Clause], marks: Collection[Mark], cited: Collection[str]) -> list[str]:
    """What does not fit, each with what to do about it."""
    found = []
    for mark in marks:
        if mark.clause_id not in clauses:
            found.append(f"{mark.file}:{mark.line}: no clause has the id {mark.clause_id}")
        elif clauses[mark.clause_id].proof is None:
            status = clauses[mark.clause_id].status
            found.append(f"{mark.file}:{mark.line}: {mark.clause_id} is {status}; change that with its proof")
    found += [
        f"the data cites {clause_id}, which no clause has" for clause_id in cited if clause_id not in clauses
    ]
    for clause in clauses.values():
        if clause.proof and not stands(clause, marks, cited):
            found.append(
                f"{clause.id} is {clause.status}, but {MISSING[clause.proof]}: prove it or say planned"
            )
    return found


MARKS = [
    mark
    for path in sorted(TESTS.rglob("*.py"))
    for mark in marks_in(path.read_text(encoding="utf-8"), path.relative_to(TREE).as_posix())
]
ROUTES = [
    tomllib.loads(path.read_text(encoding="utf-8")) for path in (TREE / "joic_policy/triage").glob("*.toml")
]
CITED = (
    {standard.clause_id for standard in POLICY.standards.values()}
    | {duty.clause_id for duty in POLICY.undated.values()}
    | set(ID.findall(str(ROUTES)))
)


def test_every_clause_stands_as_the_data_says(pytestconfig: pytest.Config) -> None:
    """What is modelled or shown has its proof, and no test claims to prove what is planned or unknown."""
    pytestconfig.pluginmanager.register(Tally())

    found = faults(POLICY.clauses, MARKS, CITED)

    assert not found, "\n".join(found)


def test_every_id_in_code_and_data_is_a_clause() -> None:
    """No comment, text or source in the product points to a clause that is not there."""
    parts = {clause_id[:4] for clause_id in POLICY.clauses}
    unknown = [
        f"{path.relative_to(TREE)}: {clause_id}"
        for folder in ("joic_policy", "app")
        for path in sorted((TREE / folder).rglob("*.*"))
        if path.suffix in {".py", ".toml"}
        for clause_id in ID.findall(path.read_text(encoding="utf-8"))
        if clause_id[:4] in parts and clause_id not in POLICY.clauses
    ]

    assert unknown == []


class TestFaults:
    """The check itself, on clauses and tests made for it."""

    RULE = Clause(
        id="WRI-1", section="s", summary="s", status=ClauseStatus.MODELLED, proof=Proof.RULE, how="h"
    )
    PROPERTY = Clause(
        id="WRI-2", section="s", summary="s", status=ClauseStatus.MODELLED, proof=Proof.PROPERTY, how="h"
    )
    SHOWN = Clause(id="WRI-3", section="s", summary="s", status=ClauseStatus.SHOWN, proof=Proof.APP, how="h")
    PLANNED = Clause(id="WRI-4", section="s", summary="s", status=ClauseStatus.PLANNED, how="h")
    OF_LIBRARY = """
import pytest

@pytest.mark.clause("WRI-2", "VAL-9")
def test_that_proves(): ...

class TestMore:
    @pytest.mark.slow
    @pytest.mark.clause("WRI-4")
    def test_that_promises_too_much(self): ...
"""

    def test_reads_every_mark_and_no_other(self) -> None:
        """Several ids in one mark, and a mark inside a class, with their places."""
        expected = {("WRI-2", 4), ("VAL-9", 4), ("WRI-4", 9)}

        assert expected == {(m.clause_id, m.line) for m in marks_in(self.OF_LIBRARY, "tests/test_a.py")}

    def test_is_content_when_each_has_its_own_kind_of_proof(self) -> None:
        """A rule is cited, a property tested in the library, what is shown tested in the application."""
        clauses = {c.id: c for c in (self.RULE, self.PROPERTY, self.SHOWN, self.PLANNED)}
        marks = [Mark("WRI-2", "tests/test_a.py", 1), Mark("WRI-3", "tests/app/test_b.py", 1)]

        assert faults(clauses, marks, {"WRI-1"}) == []

    @pytest.mark.parametrize("clause", [RULE, PROPERTY, SHOWN])
    def test_finds_a_clause_without_its_proof(self, clause: Clause) -> None:
        """Proof of another kind does not do."""
        others = [
            Mark(clause.id, "tests/test_a.py" if clause.proof is Proof.APP else "tests/app/test_b.py", 1)
        ]
        cited = set() if clause.proof is Proof.RULE else {clause.id}

        (fault,) = faults({clause.id: clause}, others, cited)

        assert fault.startswith(f"{clause.id} is {clause.status}, but no ")

    def test_finds_marks_of_planned_and_unknown_clauses(self) -> None:
        """Each is named with its file and line."""
        clauses = {c.id: c for c in (self.PROPERTY, self.PLANNED)}

        found = faults(clauses, list(marks_in(self.OF_LIBRARY, "tests/test_a.py")), set())

        assert found == [
            "tests/test_a.py:4: no clause has the id VAL-9",
            "tests/test_a.py:9: WRI-4 is planned; change that with its proof",
        ]

    def test_finds_a_citation_of_an_unknown_clause(self) -> None:
        """A number or a route cannot rest on a clause that is not there."""
        assert faults({}, [], {"WRI-99"}) == ["the data cites WRI-99, which no clause has"]


class Tally:
    """One line at the end of the run: how many clauses stand."""

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Counts by status, and of the modelled ones how many have their proof."""
        clauses = POLICY.clauses.values()
        of = Counter(clause.status for clause in clauses)
        proven = sum(c.status is ClauseStatus.MODELLED and stands(c, MARKS, CITED) for c in clauses)
        terminalreporter.write_line(
            f"clauses: {of[ClauseStatus.MODELLED]} modelled, {proven} proven;"
            f" {of[ClauseStatus.SHOWN]} shown; {of[ClauseStatus.PLANNED]} planned"
        )
