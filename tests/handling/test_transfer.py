"""What to do with a call, over everything that can be known of it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import product

import pytest
from attrs import frozen

from joic_policy import POLICY, InvalidError
from joic_policy.contacts import TransferBecause
from joic_policy.handling import Call, Colleague, NextStep, decision, disclosure_findings

AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
TODAY, TOMORROW = date(2026, 3, 2), date(2026, 3, 3)
STATES = ("here", "not free", "away", "back today", "nobody")


@frozen
class Situation:
    """Eve answers; Ann may be asked for, Bea is in Ann's team, Cat knows the subject."""

    asked_for: str
    informed: bool
    ann: str
    bea: str
    cat: str
    eve_in_team: bool
    cover: str

    def listed(self, name: str, state: str, **facts: str | tuple[str, ...]) -> Iterator[Colleague]:
        """A line of the staff list, unless nobody of that name works here."""
        if state != "nobody":
            away = {"away": (TODAY, None), "back today": (date(2026, 2, 2), date(2026, 3, 1))}
            from_on, until = away.get(state, (None, None))
            yield Colleague(name=name, away_from=from_on, away_until=until, **facts)  # type: ignore[arg-type]

    @property
    def staff(self) -> list[Colleague]:
        """The staff list."""
        return [
            *self.listed("Ann", self.ann, team="Complaints", cover=self.cover),
            *self.listed("Dee", "here", team="Complaints" if self.cover == "Dee" else "Registration"),
            *self.listed("Bea", self.bea, team="Complaints"),
            *self.listed("Cat", self.cat, team="Registration", subjects=("breaches",)),
            *self.listed("Eve", "here", team="Complaints" if self.eve_in_team else ""),
        ]

    @property
    def call(self) -> Call:
        """The call."""
        states = {"Ann": self.ann, "Bea": self.bea, "Cat": self.cat}
        return Call(
            at=AT,
            answered_by="Eve",
            asked_for=self.asked_for,
            informed=self.informed,
            subject="Breaches",
            not_free=tuple(name for name, state in states.items() if state == "not free"),
        )


SPACE = [
    Situation(*facts)
    for facts in product(
        ("", "ann ", "Eve", "Nemo"),
        (True, False),
        STATES,
        STATES,
        STATES,
        (True, False),
        ("", "Bea", "Dee", "Cat"),
    )
]
THERE = ("here", "back today")


def expected(one: Situation) -> tuple[NextStep, str, TransferBecause | None]:
    """The step, to whom first and why, by the words of the policy, rule by rule."""
    deal, transfer, offer = NextStep.DEAL_WITH_IT, NextStep.TRANSFER, NextStep.HELP_OR_MESSAGE
    if one.asked_for == "Eve" or (not one.asked_for and one.informed):
        return deal, "", None
    if not one.asked_for:
        knows = one.cat in THERE
        lacking = transfer, "Cat", TransferBecause.INFORMATION_LACKING
        return lacking if knows else (NextStep.TAKE_MESSAGE, "", None)
    if one.asked_for == "Nemo" or one.ann in {"nobody", "not free"}:
        return offer, "", None
    if one.ann in THERE:
        return transfer, "Ann", TransferBecause.PERSON_ASKED_FOR
    if one.eve_in_team and one.informed:
        return deal, "", None
    team = (["Dee"] if one.cover == "Dee" else []) + (["Bea"] if one.bea in THERE else [])
    return (transfer, team[0], TransferBecause.ON_LEAVE) if team else (offer, "", None)


@pytest.mark.clause("TEL-3")
def test_is_what_the_policy_says_over_the_whole_space() -> None:
    """Every caller, every state of everyone: deal with it, transfer with a reason, or help or a message."""
    found = [decision(one.call, one.staff) for one in SPACE]

    assert [expected(one) for one in SPACE] == [
        (each.step, each.to[0].name if each.to else "", each.because) for each in found
    ]


def test_only_a_transfer_names_colleagues_and_a_reason() -> None:
    """Nobody is ever sent to who answered, who is away or who is not free."""
    for one in SPACE:
        made = decision(one.call, one.staff)

        assert (made.step is NextStep.TRANSFER) == bool(made.to) == bool(made.because)
        assert all(
            each.name not in {"Eve", *one.call.not_free} and not each.away_on(TODAY) for each in made.to
        )


def test_every_step_says_why_by_which_clause_and_what_is_safe_to_say() -> None:
    """No place is left open in a text, every clause is there, and nothing is said that discloses."""
    found = [decision(one.call, one.staff) for one in SPACE]
    texts = {text for made in found for text in (made.why, *made.say)}

    assert all(made.clause_ids for made in found)
    assert {clause_id for made in found for clause_id in made.clause_ids} <= set(POLICY.clauses)
    assert [text for text in texts if "{" in text or disclosure_findings(text)] == []


@pytest.mark.clause("TEL-5")
def test_leave_is_met_in_the_same_team() -> None:
    """Whoever asks for somebody on leave goes to that team while anyone of it is there, by that clause."""
    on_leave = [one for one in SPACE if one.asked_for == "ann " and one.ann == "away"]
    found = [decision(one.call, one.staff) for one in on_leave]

    assert all("TEL-5" in made.clause_ids for made in found)
    assert {team.team for made in found for team in made.to} == {"Complaints"}
    assert {made.why for made in found if made.step is NextStep.DEAL_WITH_IT} == {
        "ann is on leave and you are of the same team: try to settle it."
    }


@pytest.mark.clause("TEL-4")
@pytest.mark.parametrize(
    ("asked_for", "why"),
    [
        (
            "Ann",
            (
                "Ann is not available: ask whether you can help; "
                "if not, take a message and agree on a call back."
            ),
        ),
        (
            "{to}",
            (
                "{to} is not on the staff list: ask how it is spelt and what it is about; then offer to "
                "help, or take a message."
            ),
        ),
    ],
)
def test_who_is_not_free_leaves_help_or_a_message(asked_for: str, why: str) -> None:
    """Help comes first; names are shown as they were typed."""
    staff = [Colleague(name="Ann")]

    made = decision(Call(at=AT, answered_by="Eve", asked_for=asked_for, not_free=("Ann",)), staff)

    assert (made.step, made.why, "TEL-4" in made.clause_ids) == (NextStep.HELP_OR_MESSAGE, why, True)
    assert "May I take a message? I will see that" in " ".join(made.say)


def test_a_call_has_an_instant_and_somebody_who_answered() -> None:
    """The rest may be unknown."""
    with pytest.raises(InvalidError, match="answered_by"):
        Call(at=AT, answered_by=" ")
    with pytest.raises(InvalidError, match="at: "):
        Call(at=datetime(2026, 3, 2, 10), answered_by="Eve")  # noqa: DTZ001  # that is the fault
