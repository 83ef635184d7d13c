"""The questions: one for every fact, with an option for every answer, and refused where the file is wrong."""

import tomllib
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from joic_policy._table import Table
from joic_policy.errors import DataFileError
from joic_policy.triage import AUTHORITIES, Kind, questions, words
from joic_policy.triage.enquiry import FACTS
from joic_policy.triage.question import questions_from

TEXT = (Path(words.__file__).parent / "questions.toml").read_text(encoding="utf-8")
CONTENT = tomllib.loads(TEXT)
WITH_OPTIONS = sorted(name for name, question in CONTENT.items() if "options" in question)


def content() -> dict[str, Any]:
    """The real file, afresh, to be spoilt."""
    return deepcopy(CONTENT)


class TestQuestions:
    """What the file says."""

    def test_ask_for_every_fact(self) -> None:
        """In the order of the facts."""
        assert list(FACTS) == [question.fact for question in questions().values()]

    @pytest.mark.parametrize("fact", [*FACTS])
    def test_offer_only_answers_that_the_fact_takes(self, fact: str) -> None:
        """Each is taken back as itself, and no two have the same words."""
        question = questions()[fact]

        texts = [option.value for option in question.options]
        assert texts == [FACTS[fact].value.text(FACTS[fact].value.value(fact, text)) for text in texts]
        assert len(texts) == len({option.label for option in question.options})

    def test_offer_a_day_nothing_but_that_nobody_knows_it(self) -> None:
        """Today and the day of receipt are always known to somebody, or not told."""
        by_kind = {
            name: [option.value for option in question.options]
            for name, question in questions().items()
            if question.kind in {Kind.DAY, Kind.INSTANT}
        }

        assert by_kind.pop("today_on") == by_kind.pop("received_on") == []
        assert set(map(tuple, by_kind.values())) == {("not_sure",)}

    def test_offer_every_body_by_its_name(self) -> None:
        """As the list has them."""
        labels = [option.label for option in questions()["authority"].options]

        assert [body.name for body in AUTHORITIES.values()] == labels

    def test_are_questions(self) -> None:
        """Each asks, or leaves it open after asking, and says why as a sentence."""
        unfit = [
            question.fact
            for question in questions().values()
            if "?" not in question.wording or not question.why.endswith(".")
        ]

        assert unfit == []

    @pytest.mark.clause("FOI-5")
    def test_want_no_reason_for_a_request(self) -> None:
        """What is asked about public information never asks the customer why they want it."""
        asked = [questions()[fact] for fact in ("authority", "request_has", "recorded_as", "foi_stage")]

        assert [question.fact for question in asked if "why" in f"{question.wording} {question.say}"] == []


class TestFaults:
    """A file that is wrong is refused, and the refusal says where."""

    @settings(deadline=None)
    @given(st.sampled_from([*FACTS]))
    def test_miss_any_question_that_is_gone(self, gone: str) -> None:
        """A fact without its question cannot be asked for."""
        spoilt = content()
        del spoilt[gone]

        with pytest.raises(DataFileError, match="nothing is there") as caught:
            questions_from(Table("questions.toml", spoilt))

        assert gone == caught.value.path

    @settings(deadline=None)
    @given(st.data(), st.sampled_from(WITH_OPTIONS))
    def test_miss_any_option_that_is_gone_and_find_any_that_is_new(
        self, data: st.DataObject, fact: str
    ) -> None:
        """The options are exactly the answers that there are."""
        less, more = content(), content()
        gone = data.draw(st.sampled_from(sorted(less[fact]["options"])))
        del less[fact]["options"][gone]
        more[fact]["options"]["colour"] = "Red"

        for spoilt, key in ((less, gone), (more, "colour")):
            with pytest.raises(DataFileError) as caught:
                questions_from(Table("questions.toml", spoilt))
            assert caught.value.path == f"{fact}.options.{key}"

    @pytest.mark.parametrize(
        ("where", "key", "value", "path"),
        [
            ("topic", "wording", "", "topic.wording"),
            ("topic", "why", 3, "topic.why"),
            ("topic", "clauses", ["CMP-99"], "topic.clauses"),
            ("topic", "clauses", "CMP-4", "topic.clauses"),
            ("topic", "optional", "no", "topic.optional"),
            ("topic", "colour", "red", "topic.colour"),
            ("topic", "options", [], "topic.options"),
            ("asked_on", "options", {"not_sure": "Who knows"}, "asked_on.options"),
            ("authority", "options", {}, "authority.options"),
            ("sure", "maybe", "Maybe", "sure.maybe"),
        ],
    )
    def test_say_where(self, where: str, key: str, value: object, path: str) -> None:
        """One fault planted in the file."""
        spoilt = content()
        spoilt[where][key] = value

        with pytest.raises(DataFileError) as caught:
            questions_from(Table("questions.toml", spoilt))

        assert path == caught.value.path

    @pytest.mark.parametrize("key", ["unknown_day", "sure"])
    def test_miss_the_words_that_questions_share(self, key: str) -> None:
        """They are needed once, at the top."""
        spoilt = content()
        del spoilt[key]

        with pytest.raises(DataFileError) as caught:
            questions_from(Table("questions.toml", spoilt))

        assert key == caught.value.path

    def test_find_a_question_for_no_fact(self) -> None:
        """Nobody would ever ask it."""
        with pytest.raises(DataFileError, match="no such key here"):
            questions_from(Table("questions.toml", content() | {"colour": {"wording": "Which?"}}))

    def test_let_a_question_have_its_own_words_for_yes_and_no(self) -> None:
        """Instead of those that questions share."""
        own = content()
        own["household"]["options"] = {"yes": "Only at home", "no": "Beyond it", "not_sure": "Cannot tell"}

        read = questions_from(Table("questions.toml", own))["household"]

        assert [option.label for option in read.options] == ["Only at home", "Beyond it", "Cannot tell"]
