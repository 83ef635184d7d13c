"""The data files: what they say today, and that a fault planted in any of them is refused where it stands."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, fields

import joic_policy.policy
from joic_policy import POLICY, DataFileError, UnknownClauseError, clause
from joic_policy._table import Table
from joic_policy.policy import Interpretations, StandardId
from joic_policy.policy.citations import check_citations
from joic_policy.policy.duties import Duty, undated_from
from joic_policy.policy.interpretations import interpretations_from, readings_in
from joic_policy.policy.office import office_from
from joic_policy.policy.standards import standards_from
from joic_policy.policy.statutes import statutes_from

READERS: Mapping[str, Callable[[Table], Any]] = {
    "standards.toml": standards_from,
    "statutes.toml": statutes_from,
    "interpretations.toml": interpretations_from,
    "office.toml": office_from,
    "duties.toml": undated_from,
}
TEXTS = {
    file: Path(joic_policy.policy.__file__).with_name(file).read_text(encoding="utf-8") for file in READERS
}
GONE = object()


def read(file: str, content: Mapping[str, Any]) -> Any:
    """What the file's own reader makes of some content."""
    return READERS[file](Table(file, content))


def spoilt(file: str, path: str, value: object) -> dict[str, Any]:
    """The real content with one thing in it changed, added or gone."""
    content = tomllib.loads(TEXTS[file])
    *way, last = path.split("/")
    place: Any = content
    for step in way:
        place = place[int(step)] if step.isdigit() else place[step]
    if value is GONE:
        del place[last]
    else:
        place[last] = value
    return content


@pytest.mark.parametrize("file", READERS)
def test_the_real_file_is_right(file: str) -> None:
    """The one in which faults are planted below."""
    assert read(file, tomllib.loads(TEXTS[file]))


@pytest.mark.parametrize(
    ("file", "path", "value", "refused_at", "expected"),
    [
        ("standards.toml", "tea_break", {"clause": "TEL-1"}, "tea_break", "no such key here"),
        ("standards.toml", "answer_call", GONE, "answer_call", "nothing is there"),
        ("standards.toml", "answer_call", 20, "answer_call", "a table"),
        ("standards.toml", "answer_call/clause", GONE, "answer_call.clause", "nothing is there"),
        ("standards.toml", "answer_call/clause", 1, "answer_call.clause", "text that is not blank"),
        ("standards.toml", "answer_call/title", " ", "answer_call.title", "text that is not blank"),
        ("standards.toml", "answer_call/colour", "red", "answer_call.colour", "no such key here"),
        ("standards.toml", "answer_call/amendments", GONE, "answer_call.amendments", "at least one entry"),
        ("standards.toml", "answer_call/amendments", 20, "answer_call.amendments", "a list of tables"),
        ("standards.toml", "answer_call/amendments", [20], "answer_call.amendments[0]", "a table"),
        (
            "standards.toml",
            "answer_call/amendments",
            [{}],
            "answer_call.amendments[0].(unit)",
            "exactly one of",
        ),
        (
            "standards.toml",
            "answer_call/amendments/0/seconds",
            "20",
            "answer_call.amendments[0].seconds",
            "at least 1",
        ),
        (
            "standards.toml",
            "answer_call/amendments/0/seconds",
            True,
            "answer_call.amendments[0].seconds",
            "at least 1",
        ),
        (
            "standards.toml",
            "answer_call/amendments/0/seconds",
            0,
            "answer_call.amendments[0].seconds",
            "at least 1",
        ),
        (
            "standards.toml",
            "answer_call/amendments/0/seconds",
            20.0,
            "answer_call.amendments[0].seconds",
            "at least 1",
        ),
        (
            "standards.toml",
            "answer_call/amendments/0/hours",
            1,
            "answer_call.amendments[0].(unit)",
            "exactly one of",
        ),
        (
            "standards.toml",
            "answer_call/amendments/0/until",
            1,
            "answer_call.amendments[0].until",
            "no such key",
        ),
        ("standards.toml", "answer_call/amendments", [{"weeks": 1}], "answer_call.amendments[0]", "seconds"),
        (
            "standards.toml",
            "formal_response/amendments",
            [{"weeks": 3}],
            "formal_response.amendments[0]",
            "working days",
        ),
        (
            "standards.toml",
            "formal_response/amendments",
            [{"working_days": 15}, {"from": date(2027, 1, 1), "days": 10}],
            "formal_response.amendments[1]",
            "working days",
        ),
        (
            "standards.toml",
            "formal_response/amendments",
            [{"from": date(2027, 1, 1), "working_days": 10}],
            "formal_response.amendments[0].from",
            "the first entry is open",
        ),
        (
            "standards.toml",
            "formal_response/amendments",
            [{"working_days": 15}, {"working_days": 10}],
            "formal_response.amendments[1].from",
            "a date after the first",
        ),
        (
            "standards.toml",
            "formal_response/amendments",
            [
                {"working_days": 15},
                {"from": date(2028, 1, 1), "working_days": 10},
                {"from": date(2028, 1, 1), "working_days": 5},
            ],
            "formal_response.amendments[2].from",
            "a date after 2028-01-01",
        ),
        (
            "standards.toml",
            "formal_response/amendments",
            [{"working_days": 15}, {"from": "2027-01-01", "working_days": 10}],
            "formal_response.amendments[1].from",
            "without quotes",
        ),
        ("statutes.toml", "subject_access", GONE, "subject_access", "nothing is there"),
        ("statutes.toml", "title", "Law", "title", "a table"),
        ("statutes.toml", "tea_break", {}, "tea_break.(name)", "the name of a duty"),
        ("statutes.toml", "subject_access/shade", 1, "subject_access.shade", "no such key here"),
        ("statutes.toml", "subject_access/matter", "access", "subject_access.matter", "one of: question"),
        ("statutes.toml", "subject_access/owed_by", "us", "subject_access.owed_by", "one of: office"),
        ("statutes.toml", "subject_access/owed_by", GONE, "subject_access.owed_by", "nothing is there"),
        (
            "statutes.toml",
            "subject_access/starts_from",
            "noon",
            "subject_access.starts_from",
            "one of: received_on",
        ),
        (
            "statutes.toml",
            "subject_access/starts_from",
            "aware_at",
            "subject_access.starts_from",
            "a moment for",
        ),
        (
            "statutes.toml",
            "breach_report/starts_from",
            "told_on",
            "breach_report.starts_from",
            "a moment for",
        ),
        ("statutes.toml", "subject_access/known", "surely", "subject_access.known", "one of: official"),
        ("statutes.toml", "subject_access/source", "", "subject_access.source", "text that is not blank"),
        ("statutes.toml", "subject_access/weeks", GONE, "subject_access.(unit)", "exactly one of"),
        ("statutes.toml", "subject_access/weeks", "4", "subject_access.weeks", "at least 1"),
        ("statutes.toml", "subject_access/days", 28, "subject_access.(unit)", "exactly one of"),
        ("statutes.toml", "subject_access/without_period", True, "subject_access.weeks", "no such key here"),
        (
            "statutes.toml",
            "subject_access/without_period",
            "yes",
            "subject_access.without_period",
            "true or false",
        ),
        ("statutes.toml", "subject_access/displaces", "reply", "subject_access.displaces", "a list of texts"),
        (
            "statutes.toml",
            "subject_access/displaces",
            ["tea"],
            "subject_access.displaces",
            "some of: answer_call",
        ),
        (
            "statutes.toml",
            "subject_access/displaces",
            ["reply"],
            "subject_access.displaces",
            "some of: acknowledg",
        ),
        ("statutes.toml", "subject_access/known", "unverified", "subject_access.displaces", "not verified"),
        (
            "statutes.toml",
            "subject_access/owed_by",
            "organisation",
            "subject_access.displaces",
            "not the Office's",
        ),
        (
            "statutes.toml",
            "foi_answer/displaces",
            ["formal_response"],
            "foi_answer.displaces",
            "not the Office's",
        ),
        (
            "statutes.toml",
            "article_19_decision/displaces",
            ["formal_response"],
            "article_19_decision.displaces",
            "not verified",
        ),
        ("interpretations.toml", "receipt_day", GONE, "receipt_day", "nothing is there"),
        ("interpretations.toml", "receipt_day", "no", "receipt_day", "a table"),
        ("interpretations.toml", "receipt_day/shade", 1, "receipt_day.shade", "no such key here"),
        ("interpretations.toml", "receipt_day/question", GONE, "receipt_day.question", "nothing is there"),
        ("interpretations.toml", "receipt_day/clauses", GONE, "receipt_day.clauses", "at least 1"),
        ("interpretations.toml", "receipt_day/clauses", [10], "receipt_day.clauses", "a list of texts"),
        ("interpretations.toml", "receipt_day/default", "counted", "receipt_day.default", "the code's own"),
        ("interpretations.toml", "receipt_day/readings/both", "Both.", "receipt_day.readings", "exactly"),
        ("interpretations.toml", "receipt_day/readings/counted", GONE, "receipt_day.readings", "exactly"),
        ("interpretations.toml", "receipt_day/readings/counted", 1, "receipt_day.readings.counted", "text"),
        ("interpretations.toml", "pause/default", "sometimes", "pause.readings", "exactly"),
        ("interpretations.toml", "pause/readings/sometimes", "Yes.", "pause.readings", "exactly"),
        ("office.toml", "name", GONE, "name", "nothing is there"),
        ("office.toml", "fax", "+44 1534 716531", "fax", "no such key here"),
        ("office.toml", "address", GONE, "address", "at least 1"),
        ("office.toml", "address", ["Jersey", " "], "address", "none blank"),
        ("office.toml", "complaints_address", [], "complaints_address", "at least 1"),
        ("office.toml", "opens", "08:45", "opens", "a time of day"),
        ("office.toml", "closes", time(8, 45), "closes", "a time after 08:45:00"),
        ("office.toml", "posting_working_days", 0, "posting_working_days", "at least 1"),
        ("office.toml", "email_font_points", "10", "email_font_points", "at least 1"),
        ("office.toml", "closures", [{"on": "2026-12-24"}], "closures[0].on", "without quotes"),
        (
            "office.toml",
            "closures",
            [{"on": date(2026, 12, 24), "name": "Eve"}],
            "closures[0].name",
            "no such key",
        ),
        ("duties.toml", "reply", GONE, "reply", "nothing is there"),
        ("duties.toml", "tea_break", {"clause": "TEL-7"}, "tea_break", "no such key here"),
        ("duties.toml", "reply/clause", GONE, "reply.clause", "nothing is there"),
        ("duties.toml", "reply/title", ["Reply"], "reply.title", "text that is not blank"),
        ("duties.toml", "reply/days", 5, "reply.days", "no such key here"),
    ],
)
def test_a_planted_fault_is_refused(
    file: str, path: str, value: object, refused_at: str, expected: str
) -> None:
    """With the file, the path to it, what stands there and what was expected."""
    with pytest.raises(DataFileError) as caught:
        read(file, spoilt(file, path, value))

    assert (caught.value.file, caught.value.path) == (file, refused_at)
    assert expected in caught.value.expected
    assert str(caught.value).startswith(f"{file}: {refused_at}: given ")


def test_a_duty_of_the_policy_is_no_statute() -> None:
    """It has its number in another file."""
    content = tomllib.loads(TEXTS["statutes.toml"])

    with pytest.raises(DataFileError, match="a duty that the policy does not set itself") as caught:
        read("statutes.toml", {**content, "reply": content["question_answer"]})
    assert caught.value.path == "reply.(name)"


def test_a_statute_counts_no_seconds() -> None:
    """No law is as quick as that."""
    content = spoilt("statutes.toml", "breach_report/seconds", 20)
    del content["breach_report"]["hours"]

    with pytest.raises(DataFileError, match="hours, or whole days of some kind"):
        read("statutes.toml", content)


@pytest.mark.parametrize("file", READERS)
@pytest.mark.parametrize("fault", ["[twice]\n[twice]\n", "name = \n", "\x00"])
def test_what_is_no_toml_is_refused_whole(file: str, fault: str) -> None:
    """A table that stands twice is none either."""
    with pytest.raises(DataFileError, match=r"\(the whole file\)"):
        READERS[file](Table.parsed(TEXTS[file] + fault, file))


class TestCitations:
    """A clause that is cited is there."""

    @pytest.mark.parametrize(
        ("part", "key", "planted", "file", "path"),
        [
            ("standards", "answer_call", {"clause_id": "TEL-99"}, "standards.toml", "answer_call.clause"),
            ("undated", "reply", {"clause_id": "TEL-99"}, "duties.toml", "reply.clause"),
            (
                "unsaid",
                "pause",
                {"clause_ids": ("WRI-12", "TEL-99")},
                "interpretations.toml",
                "pause.clauses",
            ),
        ],
    )
    def test_an_unknown_clause_is_refused(
        self, part: str, key: str, planted: dict[str, Any], file: str, path: str
    ) -> None:
        """With the file that cites it."""
        entries = {name: getattr(POLICY, name) for name in ("standards", "undated", "unsaid")}
        entries[part] = {**entries[part], key: evolve(entries[part][key], **planted)}

        with pytest.raises(DataFileError, match="given 'TEL-99', expected the id of a clause") as caught:
            check_citations(POLICY.clauses, **entries)
        assert (caught.value.file, caught.value.path) == (file, path)

    def test_the_real_ones_are_checked_when_the_clauses_are_first_read(self) -> None:
        """So every clause that is ever shown stands in files that agree."""
        cited = {each.clause_id for each in (*POLICY.standards.values(), *POLICY.undated.values())}

        assert cited <= set(POLICY.clauses)
        assert len(POLICY.clauses) == len(list(POLICY.clauses))


class TestContents:
    """What the files say, held against the policy and what was found out about the law."""

    def test_the_numbers_of_the_policy(self) -> None:
        """As it states them; one that is amended for later days leaves these."""
        today = {key: str(standard.on(date(2026, 11, 2))) for key, standard in POLICY.standards.items()}

        assert today == {
            "answer_call": "20 seconds",
            "acknowledge_letter": "3 working days",
            "acknowledge_email": "1 working day",
            "formal_response": "15 working days",
            "absence_without_reply": "1 working day",
        }
        assert set(StandardId) == set(POLICY.standards)

    def test_every_open_question_has_its_reading(self) -> None:
        """The default of the code is the default that the data describes; the settled ones have one only."""
        for attribute in fields(Interpretations):
            described = POLICY.unsaid[attribute.name]
            assert getattr(POLICY.interpretations, attribute.name) == described.default
            assert set(described.readings) == set(readings_in(attribute))
            assert len(described.readings) > 1
        settled = set(POLICY.unsaid) - {attribute.name for attribute in fields(Interpretations)}
        assert settled == {
            "receipt_moment", "full_answer_acknowledges", "expected_response", "out_of_office", "revisions",
            "pause", "further_message", "nothing_to_answer", "amendment", "waiting_for_organisation",
            "absence_pattern", "return_unknown",
        }  # fmt: skip
        assert all(list(POLICY.unsaid[key].readings) == [POLICY.unsaid[key].default] for key in settled)

    def test_how_well_each_statute_is_known(self) -> None:
        """What only memory says is marked so, and displaces nothing."""
        unverified = {key for key, statute in POLICY.statutes.items() if not statute.verified}

        assert unverified == {
            "article_19_acknowledgement", "article_19_decision", "article_19_progress", "article_19_appeal",
        }  # fmt: skip
        assert {key: [*s.displaces] for key, s in POLICY.statutes.items() if s.displaces} == {
            "subject_access": [Duty.FORMAL_RESPONSE]
        }
        assert POLICY.statutes["foi_answer"].known == "two"

    @pytest.mark.clause("MOR-3")
    def test_the_office_says_where_it_is_and_how_it_is_reached(self) -> None:
        """Address, telephone, email and website, one place for every text that names them."""
        office = POLICY.office

        assert office.address[-2:] == ("Jersey", "JE2 3BT")
        assert (office.telephone, office.website) == ("+44 1534 716530", "www.jerseyoic.org")
        assert office.email.endswith("@jerseyoic.org")
        assert office.complaints_address[:2] == ("Complaints", "The Data Protection Authority")
        assert (office.opens, office.closes) == (time(8, 45), time(17))

    def test_a_clause_is_found_by_its_id(self) -> None:
        """And what is none is refused with the shape of one."""
        assert clause("WRI-10") is POLICY.clauses["WRI-10"]
        for unknown in ("WRI-99", "wri-10", ""):
            with pytest.raises(UnknownClauseError, match=f"no clause has the id '{unknown}'; ids look like"):
                clause(unknown)
