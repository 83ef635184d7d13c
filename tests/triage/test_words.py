"""The words of triage: complete, in plain sentences, and refused with the place where a file is wrong."""

import re
import tomllib
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from joic_policy._table import Table
from joic_policy.errors import DataFileError
from joic_policy.policy import POLICY, Duty, Known
from joic_policy.triage import words
from joic_policy.triage.advice import Source
from joic_policy.triage.routes import Detail, Overlay, Route
from joic_policy.triage.words import Words, details, overlays, route_title, routes, sources_from, words_from

FOLDER = Path(words.__file__).parent
FILES = {"routes.toml": Route, "details.toml": Detail, "overlays.toml": Overlay}
SOURCES = sources_from(Table.parsed((FOLDER / "sources.toml").read_text(encoding="utf-8"), "sources.toml"))
CONTENT = {file: tomllib.loads((FOLDER / file).read_text(encoding="utf-8")) for file in FILES}
EVERY = [*routes().values(), *details().values(), *overlays().values()]
SMALL = """
title = "Raise it"
matter = "concern"
do = ["you: Explain."]
customer = ["Please write to them. Our number is {telephone}."]
clauses = ["CMP-4"]
"""


def content(file: str) -> dict[str, Any]:
    """A real file, afresh, to be spoilt."""
    return deepcopy(CONTENT[file])


def read(text: str) -> Words:
    """One route's words, in a file where all others are right."""
    others = {route.value: tomllib.loads(SMALL) for route in Route}
    others[Route.CHECK.value] = tomllib.loads(text)
    return words_from(Table("small.toml", others), Route, SOURCES)[Route.CHECK]


class TestFiles:
    """What the files say."""

    @pytest.mark.parametrize("route", [*Route])
    def test_say_of_every_route_what_to_do_and_what_it_rests_on(self, route: Route) -> None:
        """In that order: title, actions, a kind of matter, at least one source."""
        words = routes()[route]

        assert words.title == route_title(route)
        assert words.do
        assert words.matter
        assert words.sources

    @pytest.mark.clause("PRI-2")
    def test_have_a_text_for_the_customer_on_every_route_but_one(self) -> None:
        """Where there is nothing to answer, there is nothing to send."""
        assert [route for route, words in routes().items() if not words.customer] == [Route.NOTHING_TO_ANSWER]

    @pytest.mark.clause("PRI-7")
    def test_never_offer_only_an_online_form(self) -> None:
        """Wherever the customer reads of a form or the website, a letter, an email or a call is named too."""
        alone = [
            words.id
            for words in EVERY
            for text in words.customer
            if re.search(r"\b(form|website)\b", text) and not re.search(r"\b(letter|email|call us)\b", text)
        ]

        assert alone == []

    def test_are_whole_sentences(self) -> None:
        """What is done, said and sent ends as one does, and every place but the authority is filled."""
        unfit = [
            (words.id, text)
            for words in EVERY
            for text in (
                *(action.what for action in words.do),
                *words.say,
                *words.customer,
                *(finding.what for finding in words.findings),
            )
            if not re.fullmatch(r"[A-Z{'].*[.?!]", text, re.DOTALL) or "{" in text.replace("{authority}", "")
        ]

        assert unfit == []

    def test_say_something_of_every_detail_and_overlay(self) -> None:
        """None is only a title."""
        assert [words.id for words in EVERY if not (words.do or words.findings or words.customer)] == []

    def test_say_may_be_where_a_source_is_not_verified(self) -> None:
        """As shown; what is verified is shown as it is."""
        doubtful = Source(id="x", text="From memory", known=Known.UNVERIFIED)
        certain = Source(id="x", text="The law", known=Known.OFFICIAL)

        assert (doubtful.words, certain.words) == ("From memory (unverified: may be)", "The law")

    def test_name_no_number_of_a_statute_themselves(self) -> None:
        """A period is a place that the statute fills, so an amended one is amended everywhere."""
        written = "".join((FOLDER / file).read_text(encoding="utf-8") for file in FILES)

        assert not re.search(r"(?<![\d.])\d+ (working |calendar )?(day|week|hour)s\b", written)
        assert str(POLICY.statutes[Duty.FOI_APPEAL].duration) in routes()[Route.FOI_APPEAL].customer[0]


class TestFaults:
    """A file that is wrong is refused, and the refusal says where."""

    @pytest.mark.parametrize("file", [*FILES])
    @settings(deadline=None)
    @given(data=st.data())
    def test_miss_any_entry_that_is_gone(self, file: str, data: st.DataObject) -> None:
        """No route, detail or overlay can go without words."""
        gone = data.draw(st.sampled_from([*FILES[file]]))
        spoilt = content(file)
        del spoilt[gone]

        with pytest.raises(DataFileError, match="nothing is there") as caught:
            words_from(Table(file, spoilt), FILES[file], SOURCES)

        assert (caught.value.file, caught.value.path) == (file, gone)

    @pytest.mark.parametrize("file", [*FILES])
    @settings(deadline=None)
    @given(data=st.data())
    def test_find_any_key_that_does_not_belong(self, file: str, data: st.DataObject) -> None:
        """In any entry, or as an entry of its own."""
        where = data.draw(st.sampled_from([*FILES[file]]))
        inside, beside = content(file), content(file)
        inside[where]["colour"] = "red"
        beside["colour"] = {"title": "Red"}

        for spoilt, path in ((inside, f"{where}.colour"), (beside, "colour")):
            with pytest.raises(DataFileError) as caught:
                words_from(Table(file, spoilt), FILES[file], SOURCES)
            assert path == caught.value.path

    @pytest.mark.parametrize(
        ("written", "instead", "path", "expected"),
        [
            ('title = "Raise it"', "", "title", "text (nothing is there)"),
            ('title = "Raise it"', "title = 3", "title", "text that is not blank"),
            ('matter = "concern"', "", "matter", "something here"),
            ('matter = "concern"', 'matter = "chess"', "matter", "one of: question"),
            ('do = ["you: Explain."]', "", "do", "something here"),
            ("you: Explain.", "Explain.", "do", "who and what"),
            ("you: Explain.", "they: Explain.", "do", "who is one of: you"),
            ("you: Explain.", "you: ", "do", "who and what"),
            ("{telephone}", "{fax}", "customer", "places out of: "),
            ("{telephone}", "{}", "customer", "places out of: "),
            ("{telephone}", "{", "customer", "places out of: "),
            ('clauses = ["CMP-4"]', "nothing_to_send = 1", "nothing_to_send", "true or false"),
            ('clauses = ["CMP-4"]', "nothing_to_send = true", "customer", "nothing here"),
            ('clauses = ["CMP-4"]', "", "clauses", "something here"),
            ("CMP-4", "CMP-9", "clauses", "the id of a clause"),
            ("clauses = [", 'statutes = ["tea"]\nclauses = [', "statutes", "some of: answer_call"),
            ("clauses = [", 'statutes = ["reply"]\nclauses = [', "statutes", "one of: question_answer"),
            ("clauses = [", 'sources = ["tea"]\nclauses = [', "sources", "one of: article_19"),
            (
                "clauses = [",
                'findings = ["No name."]\nclauses = [',
                "findings",
                "a clause and what is missing",
            ),
            ("clauses = [", 'findings = ["FOI-9: No."]\nclauses = [', "findings", "a clause and what is"),
            ("clauses = [", 'letter = "love"\nclauses = [', "letter", "one of: acknowledgement"),
            ("clauses = [", 'check_with = "you two"\nclauses = [', "check_with", "one of: you"),
        ],
    )
    def test_say_where_and_what_was_expected(
        self, written: str, instead: str, path: str, expected: str
    ) -> None:
        """One fault planted in an entry that was right."""
        with pytest.raises(DataFileError) as caught:
            read(SMALL.replace(written, instead))

        assert caught.value.path == f"check.{path}"
        assert expected in caught.value.expected

    def test_take_an_entry_without_a_fault(self) -> None:
        """The one that the faults are planted in is itself right, and its places are filled."""
        kept = read(SMALL)

        assert kept.customer == (f"Please write to them. Our number is {POLICY.office.telephone}.",)

    @pytest.mark.parametrize(
        ("text", "path"),
        [
            ('[a]\nknown = "official"', "a.text"),
            ('[a]\ntext = "The law"\nknown = "well"', "a.known"),
            ('[a]\ntext = "The law"\nknown = "one"\nby = "me"', "a.by"),
            ('a = "The law"', "a"),
        ],
    )
    def test_are_found_in_sources(self, text: str, path: str) -> None:
        """Each source is whole, and says how well it is known."""
        with pytest.raises(DataFileError) as caught:
            sources_from(Table.parsed(text, "sources.toml"))

        assert path == caught.value.path
