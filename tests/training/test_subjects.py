"""What is shown beside a story, and tasks that cannot be asked."""

from datetime import date
from typing import Any

import pytest

from joic_policy import Channel, DataFileError, Duty, InvalidError, Received, contact_from
from joic_policy._table import Table
from joic_policy.training import Kind, Task, scenarios
from joic_policy.training.scenario import scenarios_from
from joic_policy.training.subjects.dates import DueAt, deadline_of
from joic_policy.training.subjects.near import outcome_of
from joic_policy.training.subjects.talking import WhatToSay
from joic_policy.training.words import words_from
from joic_policy.triage import Enquiry

BARE = """
[card]
title = "A card"
level = 1
story = ["A card is lost."]
lesson = "Look under the mat."
[card.enquiry]
channel = "telephone"
customer = "visitor"
{contact}
[[card.tasks]]
{task}
[card.author_says]
{asked} = {note}
"""


def asked(task: str, *, several: bool = True, contact: str = "") -> Task:
    """The one task of a scenario."""
    name = task.partition('"')[2].partition('"')[0]
    note = '["anything"]' if several else '"anything"'
    text = BARE.format(task=task, asked=name, note=note, contact=contact)
    (scenario,) = scenarios_from([Table.parsed(text, "x.toml")]).values()
    return scenario.exercise.tasks[0]


@pytest.mark.parametrize(
    ("scenario_id", "task_id", "shown"),
    [
        (
            "signed_in_a_hurry",
            "letter",
            ["On headed paper: no", "Font: Verdana", "to JOIC"],
        ),
        (
            "before_it_goes",
            "sending",
            ["Enclosed: Our guide, A copy", "confirmed: yes", "Robin Hamon"],
        ),
        (
            "back_soon",
            "reply",
            ["away: Wednesday 1 July 2026", "Back on: Monday 6 July 2026", "knee"],
        ),
        ("message_for_jo", "message", ["Jo Renouf", "Caller: A man", "14:00 on Wednesday 15 April 2026"]),
        ("raised_hand", "incident", ["Kind of abuse: ", "banged on the counter", "Recorded by: Alex Bisson"]),
        ("slippery_step", "hazard", ["Where: Entrance", "slippery when wet", "Who was told: "]),
        ("loyalty_card", "route", []),
    ],
)
def test_there_is_something_to_look_at(scenario_id: str, task_id: str, shown: list[str]) -> None:
    """What a task turns on and the story does not hold stands beside it."""
    exhibit = scenarios()[scenario_id].exercise.task(task_id).exhibit

    assert [each for each in shown if each not in exhibit] == []
    assert bool(exhibit) is bool(shown)


def test_what_is_not_known_is_said_so() -> None:
    """An automatic reply without a day of return, and a letter that goes alone and unread."""
    reply = asked(
        'ask = "reply"\nfirst_on = 2026-07-01\npoint = "Jo"\nemail = "jo@example.org"\ntext = "I am away."'
    )
    sending = asked('ask = "sending"\ntemplate = "formal_response"\nwritten_on = 2026-03-12')

    assert "Back on: not known" in reply.exhibit
    assert "Enclosed: none" in sending.exhibit
    assert "Read by somebody else: nobody" in sending.exhibit


def test_a_message_without_a_call_back_promises_none() -> None:
    """And one with nothing agreed says so."""
    alone = asked('ask = "message"\ncaller = "Mr Picot"')
    promised = asked('ask = "message"\ncaller = "Mr Picot"\ncall_back = {owner = "Jo"}')

    assert not [value for value in alone.key.right if value.startswith("TEL-4")]
    assert len([value for value in promised.key.right if value.startswith("TEL-4")]) > 2


def test_nobody_can_say_how_long_an_absence_without_a_return_is() -> None:
    """So a reply is needed, and the reason is said."""
    task = asked('ask = "reply_needed"\nfirst_on = 2026-07-01', several=False)

    assert task.key.right == ("yes",)
    assert "Nobody can say how many" in task.key.why[0]


def test_a_call_that_cannot_be_put_through_has_nobody_to_take_it() -> None:
    """Who is asked for is alone in the house."""
    task = asked(
        'ask = "transfer_to"\non = 2026-06-17\nat = 12:30:00\nanswered_by = "Alex"\nasked_for = "Sam"\n'
        'not_free = ["Sam"]\nstaff = [{name = "Sam"}]',
        several=False,
    )

    assert task.kind is Kind.ONE
    assert task.key.right == ("not_transferred",)


def test_a_call_without_an_answer_is_not_measured() -> None:
    """There is nothing to count, and nothing is said of seconds."""
    task = asked('ask = "ring"', several=False, contact="[card.contact]\nreceived_on = 2026-03-02")

    assert task.key.right == ("not_measured",)
    assert task.key.why == ()


def test_a_call_of_ours_needs_its_time() -> None:
    """Without one it cannot have been made."""
    with pytest.raises(DataFileError, match="the time of our call"):
        asked('ask = "duties"', contact="[card.contact]\nreceived_on = 2026-03-02\nwe_called = true")


@pytest.mark.parametrize(
    "task",
    [
        'ask = "say"\nsentences = ["Sam is out.", "Sam is out."]',
        'ask = "say"\nsentences = ["Sam is out."]',
        'ask = "conduct"\njudged = "perhaps"',
        'ask = "message"\ncaller = 7',
        'ask = "letter"\ntemplate = "formal_response"\nwritten_on = 2026-03-12\nfacts = {weather = "fine"}',
        'ask = "letter"\ntemplate = "compliment_slip"\nwritten_on = 2026-03-12\nmedium = "email"',
        'ask = "reply"\nfirst_on = 2026-07-01\nback_on = 2026-06-01\nemail = "x"\npoint = "Jo"\ntext = "."',
        'ask = "due_at"\nduty = "reply"',
    ],
)
def test_what_cannot_be_asked_is_refused(task: str) -> None:
    """Whatever it is about, with the file and the task."""
    with pytest.raises(DataFileError) as refused:
        asked(task, contact="[card.contact]\nreceived_on = 2026-03-02")

    assert refused.value.path.startswith("card.tasks[0]")


def test_a_duty_without_a_last_instant_cannot_be_asked_for_one() -> None:
    """Nor one that does not arise."""
    contact = contact_from([Received(channel=Channel.TELEPHONE, received_on=date(2026, 3, 2))])

    with pytest.raises(InvalidError, match="a last instant"):
        DueAt(contact=contact, duty=Duty.REPLY).key()
    with pytest.raises(InvalidError, match="one of: reply"):
        deadline_of(contact, Duty.FORMAL_RESPONSE)


def test_an_enquiry_that_is_not_at_its_end_has_no_route() -> None:
    """The question that is still open is named."""
    with pytest.raises(InvalidError, match="topic"):
        outcome_of(Enquiry(channel="email"))


def test_a_route_without_words_to_speak_cannot_be_asked_for_them() -> None:
    """What needs no answer needs no words either."""
    with pytest.raises(InvalidError, match="a route with words to speak"):
        WhatToSay(enquiry=Enquiry(channel="email", topic="nothing", nothing="spam")).key()


@pytest.mark.parametrize("broken", ["[asks]", "[marks]\none = 0", "[labels]"])
def test_wording_that_is_missing_is_refused(broken: str) -> None:
    """With its entry."""
    with pytest.raises(DataFileError):
        words_from(Table.parsed(broken, "x.toml"))


def test_every_option_has_words_that_fit_on_a_line() -> None:
    """Nothing is empty, and nothing is as long as a letter."""
    options: list[Any] = [
        option
        for scenario in scenarios().values()
        for task in scenario.exercise.tasks
        for option in task.options
    ]

    assert all(0 < len(option.label) <= 220 for option in options)
