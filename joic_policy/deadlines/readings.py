"""Would another reading of the policy have changed this answer? Each is tried, one at a time."""

from collections.abc import Iterator
from datetime import date

from attrs import fields, frozen

from joic_policy.deadlines.deadline import Deadline
from joic_policy.deadlines.owed import deadlines
from joic_policy.errors import OutsideCalendarError
from joic_policy.policy import Interpretation, Interpretations, Statute
from joic_policy.policy.interpretations import WorkingDay, readings_in
from joic_policy.units import day_words

__all__ = ["LAW_CLAUSES", "OtherReading", "Reading", "readings"]

#: Statutes are touched by what is read into the clauses that give the law its place.
LAW_CLAUSES = frozenset({"APP-2", "APP-3"})


@frozen(kw_only=True)
class OtherReading:
    """What another reading would have made of the same facts.

    `changes` is None where it cannot be computed, for want of the data that it needs.
    """

    reading: str
    text: str
    changes: bool | None
    due_on: date | None = None
    same_day: bool = False
    adds: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What it would have made, in a sentence."""
        if self.changes is None:
            return f"{self.text} Not computable: its data is not known."
        if not self.changes:
            return f"{self.text} The same answer."
        if self.adds:
            return f"{self.text} Then also: {', '.join(self.adds)}."
        if self.due_on is None:
            return f"{self.text} Then without a date."
        return (
            f"{self.text} Then {day_words(self.due_on)}{', but judged otherwise' if self.same_day else ''}."
        )


@frozen(kw_only=True)
class Reading:
    """An interpretation that this answer used: the reading in force, and what the others would have made."""

    interpretation: Interpretation
    in_force: str
    others: tuple[OtherReading, ...]

    @property
    def text(self) -> str:
        """The reading in force, in words."""
        return self.interpretation.readings[self.in_force]

    @property
    def matters(self) -> bool:
        """Whether some other reading would have changed this answer."""
        return any(other.changes for other in self.others)

    @property
    def makes_no_difference(self) -> bool:
        """Whether every other reading is known to give this answer."""
        return all(other.changes is False for other in self.others)


def readings(deadline: Deadline) -> tuple[Reading, ...]:
    """Every reading that touches the source of a deadline, and any other that would change it."""
    policy = deadline.ground.policy
    clause_ids = LAW_CLAUSES if isinstance(deadline.rule, Statute) else {deadline.citation}
    found = []
    for attribute in fields(Interpretations):
        interpretation = policy.unsaid[attribute.name]
        touched = not clause_ids.isdisjoint(interpretation.clause_ids)
        in_force = getattr(policy.interpretations, attribute.name)
        others = tuple(
            _other(deadline, interpretation, reading, touched=touched)
            for reading in readings_in(attribute)
            if reading is not in_force
        )
        if touched or any(other.changes for other in others):
            found.append(Reading(interpretation=interpretation, in_force=in_force, others=others))
    return tuple(found)


def _other(
    deadline: Deadline, interpretation: Interpretation, reading: str, *, touched: bool
) -> OtherReading:
    text = interpretation.readings[reading]
    policy = deadline.ground.policy
    if reading == WorkingDay.OFFICE_CLOSURES and not policy.office.closures:
        return OtherReading(reading=reading, text=text, changes=None)
    try:
        answers = deadlines(
            deadline.ground.contact,
            policy=policy.with_readings(**{interpretation.id: reading}),
            calendar=deadline.ground.given,
        )
    except OutsideCalendarError:
        return OtherReading(reading=reading, text=text, changes=None)
    same = next((answer for answer in answers if answer.identity == deadline.identity), None)
    adds = tuple(_added(deadline, interpretation, answers)) if touched else ()
    return OtherReading(
        reading=reading,
        text=text,
        changes=bool(adds) or same is None or _answer(same) != _answer(deadline),
        due_on=same.due_on if same else None,
        same_day=same is not None and same.due_on == deadline.due_on,
        adds=adds,
    )


def _added(
    deadline: Deadline, interpretation: Interpretation, answers: tuple[Deadline, ...]
) -> Iterator[str]:
    """The duties that another reading would add under a clause that it touches."""
    ground = deadline.ground
    now = {
        answer.identity for answer in deadlines(ground.contact, policy=ground.policy, calendar=ground.given)
    }
    for answer in answers:
        if answer.identity not in now and answer.citation in interpretation.clause_ids:
            yield answer.title


def _answer(deadline: Deadline) -> tuple[object, ...]:
    """What is answered: the day, the instant, and how it was met."""
    met = deadline.status(deadline.met_at) if deadline.met_at else None
    return deadline.due_on, deadline.due_at, deadline.met_at, met, deadline.waivers, deadline.targets
