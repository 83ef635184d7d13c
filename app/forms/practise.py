"""Practising alone: where the learner is, and a set as an address holds it, with nothing of the learner."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from attrs import evolve, frozen

from app.forms.findings import FieldFinding, Findings
from joic_policy import InvalidError
from joic_policy.training import Answers, Practice, exercise

__all__ = ["LINK", "Opened", "Sitting", "Stage", "drills_of", "link_of", "opened"]

#: What an address may hold of a set, each with what it is called on the page.
LINK: Mapping[str, str] = {"scenarios": "Scenarios", "seed": "Seed", "drills": "Number of drills"}
_BETWEEN = ","
_NUMBER = re.compile("[1-9][0-9]{0,2}")


class Stage(StrEnum):
    """Where a learner is with an exercise: it is asked, or marked; or the set is at its end."""

    ASKED = "asked"
    MARKED = "marked"
    ENDED = "ended"


@frozen(kw_only=True)
class Sitting:
    """One learner at one set of exercises; `number` tells it from those before it in the same window."""

    number: int
    practice: Practice
    stage: Stage = Stage.ASKED

    @property
    def key(self) -> str:
        """What the key of every field of this turn begins with."""
        return f"practise.{self.number}.{len(self.practice.committed)}"

    def committed(self, answers: Answers) -> "Sitting":
        """After the learner has committed to answers: these are marked.

        Raises:
            InvalidError: An answer cannot be given.
        """
        return evolve(self, practice=self.practice.after(answers), stage=Stage.MARKED)

    def gone_on(self) -> "Sitting":
        """After a look at the marks: the next exercise, or the end."""
        return evolve(self, stage=Stage.ASKED if self.practice.next else Stage.ENDED)

    def ended(self) -> "Sitting":
        """Broken off here: nothing comes back any more."""
        return evolve(self, practice=evolve(self.practice, returns=False), stage=Stage.ENDED)

    @property
    def missed(self) -> tuple[str, ...]:
        """The ids of the exercises in which something was missed at first, in order."""
        return tuple(each.exercise_id for each in self.practice.first if each.marking.missed)


@frozen(kw_only=True)
class Opened:
    """The set of an address, as far as there is one, and what could not be read of it."""

    practice: Practice | None
    findings: tuple[FieldFinding, ...]


def link_of(practice: Practice) -> Mapping[str, str]:
    """A set as an address holds it."""
    held = {
        "scenarios": _BETWEEN.join(practice.plan),
        "seed": practice.seed,
        "drills": "" if practice.drills is None else str(practice.drills),
    }
    return {name: value for name, value in held.items() if value}


def opened(link: Mapping[str, str]) -> Opened:
    """The set that an address holds, from its beginning; what cannot be is left out, and told."""
    findings = Findings(LINK)
    plan = tuple(_plan(link.get("scenarios", ""), findings))
    seed = ""
    with findings.about("seed"):
        seed = Practice(seed=link.get("seed", "")).seed
    drills = None
    with findings.about("drills"):
        drills = _number(link.get("drills", ""))
    if not plan and not seed:
        return Opened(practice=None, findings=tuple(findings.found))
    return Opened(
        practice=Practice(plan=plan, seed=seed, drills=drills if seed else None),
        findings=tuple(findings.found),
    )


def drills_of(seed: str, drills: int | None) -> Opened:
    """A set of drills from what was typed."""
    findings = Findings(LINK)
    with findings.about("seed"):
        if not seed.strip():
            raise InvalidError("seed", seed, "a short word, such as the name of a place")
        return Opened(practice=Practice(seed=seed.strip(), drills=drills), findings=())
    return Opened(practice=None, findings=tuple(findings.found))


def _plan(held: str, findings: Findings) -> Iterator[str]:
    for exercise_id in dict.fromkeys(filter(None, held.split(_BETWEEN))):
        if _is_there(exercise_id):
            yield exercise_id
            continue
        with findings.about("scenarios"):
            raise InvalidError("scenarios", exercise_id, "the id of an exercise that there is")


def _is_there(exercise_id: str) -> bool:
    try:
        exercise(exercise_id)
    except InvalidError:
        return False
    return True


def _number(held: str) -> int | None:
    if not held:
        return None
    if not _NUMBER.fullmatch(held):
        raise InvalidError("drills", held, "a whole number from 1 to 999")
    return int(held)
