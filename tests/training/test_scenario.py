"""The written scenarios: what they cover, what their authors make of them, and files that are refused."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

import joic_policy
from joic_policy import DataFileError
from joic_policy._table import Table
from joic_policy.training import Exercise, Kind, Scenario, Task, coverage, scenarios
from joic_policy.training.scenario import scenarios_from
from joic_policy.training.subjects.dates import Dated

FOLDER = Path(joic_policy.__file__).parent / "training/scenarios"
EVERY = [*scenarios().values()]
EXERCISES = [scenario.exercise for scenario in EVERY]

WHOLE = """
[card]
title = "A card"
level = 1
story = ["A card is lost."]
lesson = "Look under the mat."
[card.enquiry]
channel = "email"
customer = "visitor"
topic = "about_us"
feedback = "compliment"
[card.also]
topic = "registration"
[card.contact]
received_on = 2026-03-02
[[card.contact.since]]
did = "mistake_found"
name = "the mistake"
on = 2026-03-03
at = 09:00:00
[[card.contact.since]]
did = "mistake_corrected"
of = "the mistake"
on = 2026-03-04
at = 09:00:00
[[card.tasks]]
ask = "route"
[[card.tasks]]
ask = "due_on"
duty = "formal_response"
[[card.tasks]]
ask = "questions"
told = ["topic"]
[card.author_says]
route = "compliment"
due_on_formal_response = "2026-03-23"
questions = ["about ourselves"]
"""


def read(text: str) -> dict[str, Exercise]:
    """The exercises of a file."""
    return {key: each.exercise for key, each in scenarios_from([Table.parsed(text, "x.toml")]).items()}


def meant(task: Task, text: str) -> list[str]:
    """The options that an author's words name: exactly, or by a part of what they say; a day is itself."""
    if task.kind is Kind.DAY and text[:1].isdigit():
        return [text]
    exactly = [option.value for option in task.options if text in {option.value, option.label}]
    return exactly or [option.value for option in task.options if text in f"{option.value}\n{option.label}"]


@pytest.mark.parametrize("scenario", EVERY, ids=lambda scenario: scenario.exercise.id)
def test_the_library_agrees_with_the_author(scenario: Scenario) -> None:
    """Each note names options by words that no other has, and they are the right ones."""
    for task in scenario.exercise.tasks:
        named = [meant(task, text) for text in scenario.author_says[task.id]]

        assert all(len(each) == 1 for each in named), (task.id, named)
        assert {each[0] for each in named} == set(task.key.right), task.id


def test_there_are_many_of_every_level() -> None:
    """At least forty in all, and some for whoever begins."""
    levels = [exercise.level for exercise in EXERCISES]

    assert len(levels) >= 40
    assert all(levels.count(level) >= 10 for level in (1, 2, 3))


@pytest.mark.clause("OBJ-2")
def test_all_that_staff_act_on_is_practised() -> None:
    """Every channel, customer, route, duty, task, edge of the calendar, and clause but those excepted."""
    assert coverage(EXERCISES).missing == ()


def test_no_answer_stands_in_a_file() -> None:
    """But for the author's note, whose removal leaves every key as it is."""
    for path in FOLDER.glob("*.toml"):
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        for scenario_id, facts in content.items():
            known = scenarios()[scenario_id].exercise
            note = {
                task.id: ["anything"] if task.kind is Kind.SEVERAL else "anything" for task in known.tasks
            }
            again = scenarios_from([Table(path.name, {scenario_id: {**facts, "author_says": note}})])

            keys = [task.key.right for task in again[scenario_id].exercise.tasks]
            assert keys == [task.key.right for task in known.tasks]


def test_stories_say_who_where_and_why() -> None:
    """Each has a story of some length and a lesson, and no two have a title in common."""
    assert all(sum(map(len, exercise.story)) > 60 for exercise in EXERCISES)
    assert all(len(exercise.lesson) > 40 for exercise in EXERCISES)
    assert len({exercise.title for exercise in EXERCISES}) == len(EXERCISES)


def test_a_whole_file_is_read() -> None:
    """What the other tests break is whole at first."""
    assert [task.id for task in read(WHOLE)["card"].tasks] == ["route", "due_on_formal_response", "questions"]


@pytest.mark.parametrize(
    ("before", "after", "path", "expected"),
    [
        ('title = "A card"', "", "card.title", "text"),
        ("level = 1", "level = 4", "card.level", "a level from 1 to 3"),
        ("level = 1", 'level = 1\nanswer = "compliment"', "card.answer", "no such key"),
        ('story = ["A card is lost."]', "", "card.story", "at least 1"),
        ('channel = "email"', "", "card.enquiry.channel", "an answer"),
        ('customer = "visitor"', "", "card.enquiry.customer", "an answer"),
        ('customer = "visitor"', 'customer = "ghost"', "card.enquiry.customer", "one of"),
        ('feedback = "compliment"', "", "card.enquiry.feedback", "the route turns on it"),
        ('feedback = "compliment"', 'mood = "good"', "card.enquiry.fact", "one of"),
        ('topic = "registration"', 'topic = "horses"', "card.also.topic", "one of"),
        ("received_on = 2026-03-02", "received_on = 1999-03-02", "card.tasks[1].ask", "outside the calendar"),
        ('did = "mistake_found"', 'did = "danced"', "card.contact.since[0].did", "one of"),
        ('of = "the mistake"', 'of = "the dance"', "card.contact.since[1].of", "something before it"),
        ("on = 2026-03-03", "on = 2026-03-01", "card.contact.since", "what can have happened"),
        ('ask = "route"', 'ask = "weather"', "card.tasks[0].ask", "one of"),
        ('duty = "formal_response"', 'duty = "reply"', "card.tasks[1].ask", "what can be asked here"),
        ('ask = "questions"', 'ask = "route"', "card.tasks[2].told", "no such key"),
        ('told = ["topic"]', 'told = ["mood"]', "card.tasks[2].told", "one of"),
        ('ask = "questions"\ntold = ["topic"]', 'ask = "route"', "card.tasks[2].id", "no other task"),
        ('ask = "questions"\ntold = ["topic"]', 'ask = "ring"', "card.tasks[2].ask", "a call that came in"),
        ('route = "compliment"', "", "card.author_says.route", "the author's own answer"),
        ('route = "compliment"', 'route = ["compliment"]', "card.author_says.route", "text"),
        ('route = "compliment"', 'route = "compliment"\nmore = "x"', "card.author_says.more", "no such key"),
    ],
)
def test_a_bad_file_is_refused(before: str, after: str, path: str, expected: str) -> None:
    """With its name, the entry, what stands there and what was expected."""
    assert before in WHOLE

    with pytest.raises(DataFileError) as refused:
        read(WHOLE.replace(before, after))

    assert refused.value.file == "x.toml"
    assert refused.value.path == path
    assert expected in str(refused.value)


def test_a_day_is_put_on_the_first_matter() -> None:
    """The day on which an authority was told belongs to what was asked first."""
    told = WHOLE.replace("received_on = 2026-03-02", "received_on = 2026-03-02\ntold_on = 2026-03-05")

    subject = read(told)["card"].task("due_on_formal_response").subject

    assert isinstance(subject, Dated)
    assert [matter.told_on for matter in subject.contact.matters] == [date(2026, 3, 5), None]


BARE = """
[card]
title = "A card"
level = 1
story = ["A card is lost."]
lesson = "Look under the mat."
[card.enquiry]
channel = "telephone"
customer = "visitor"
"""


@pytest.mark.parametrize(
    ("more", "path"),
    [
        ("", "card.tasks"),
        ('[[card.tasks]]\nask = "duties"', "card.tasks[0].ask"),
        ('[[card.tasks]]\nask = "words"', "card.tasks[0].ask"),
        ("[card.contact]\nreceived_on = 2026-03-02\ntold_on = 2026-03-02", "card.contact.told_on"),
        (
            """
[card.contact]
received_on = 2026-03-02
received_at = 09:00:00
we_called = true
[[card.tasks]]
ask = "ring"
""",
            "card.tasks[0].ask",
        ),
    ],
)
def test_a_task_needs_its_facts(more: str, path: str) -> None:
    """What is asked of a contact, an enquiry or a call that is not there is refused."""
    with pytest.raises(DataFileError) as refused:
        read(f"{BARE}\n{more}")

    assert refused.value.path == path


def test_an_id_stands_once_in_all_files() -> None:
    """Two scenarios of one id would hide one another."""
    files = [Table.parsed(WHOLE, "x.toml"), Table.parsed(WHOLE, "y.toml")]

    with pytest.raises(DataFileError) as refused:
        scenarios_from(files)

    assert (refused.value.file, refused.value.path) == ("y.toml", "card")
