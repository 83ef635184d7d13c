"""A session, a learner's seat in it, and what follows from the two: what may be answered and seen."""

import secrets
from datetime import datetime
from enum import StrEnum, unique
from uuid import UUID

from attrs import evolve, field, frozen

from joic_policy.training import Commitment, Practice, Turn

__all__ = ["Pace", "Place", "Seat", "Session", "Stage", "fresh_code", "fresh_token"]

_UNMISTAKABLE = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that is misheard or misread for another
_CODE_LENGTH = 6


def fresh_code(length: int = _CODE_LENGTH) -> str:
    """Letters and digits that are easily read out; nobody guesses them."""
    return "".join(secrets.choice(_UNMISTAKABLE) for _ in range(length))


def fresh_token() -> str:
    """What a learner's address has in it, and nobody else knows."""
    return secrets.token_urlsafe(16)


@unique
class Pace(StrEnum):
    """How a group goes on: each as they can, or step by step, where marks are seen once all have answered."""

    OWN = "own"
    TOGETHER = "together"


@unique
class Stage(StrEnum):
    """Where a session stands. Learners join from `JOINING` on; at their own pace they begin at once."""

    PREPARED = "prepared"
    JOINING = "joining"
    UNDER_WAY = "under_way"
    ENDED = "ended"


@frozen(kw_only=True)
class Session:
    """What a group practises. `plan` are ids of exercises; at their own pace drills of `seed` come after.

    `revealed` is how many exercises of the plan have been revealed to a group that goes together. `code` is
    blank until learners may join.
    """

    id: UUID
    title: str
    plan: tuple[str, ...]
    seed: str
    drills: int | None
    pace: Pace
    stage: Stage
    code: str
    revealed: int
    prepared_at: datetime
    ended_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether learners can be in it now."""
        return self.stage in {Stage.JOINING, Stage.UNDER_WAY}

    @property
    def length(self) -> int | None:
        """How many exercises there are; None where they have no end."""
        if self.seed and self.drills is None:
            return None
        return len(self.plan) + (self.drills or 0 if self.seed else 0)

    def practice(self) -> Practice:
        """The practice of whoever joins now: a group that goes together is joined where it is."""
        if self.pace is Pace.TOGETHER:
            return Practice(plan=self.plan[self.revealed :], returns=False)
        return Practice(plan=self.plan, seed=self.seed, drills=self.drills)


@frozen(kw_only=True)
class Seat:
    """A learner in a session, known by initials; `token` is the way back to it, and theirs alone.

    `first` is the exercise of the plan, from 0, at which they came into a group that goes together. `seen` is
    how many of their turns they have looked at the marks of, and left behind.
    """

    token: str = field(repr=False)
    session: UUID
    initials: str
    first: int
    seen: int
    practice: Practice

    @property
    def answered(self) -> int:
        """How many turns were committed to."""
        return len(self.practice.committed)

    @property
    def at(self) -> int:
        """The exercise of the plan, from 0, that they have not answered yet."""
        return self.first + self.answered


@frozen(kw_only=True)
class Place:
    """Where a learner is: their seat in a session, as both stand now."""

    session: Session
    seat: Seat

    @property
    def turn(self) -> Turn | None:
        """What they may answer now; None where they wait, or nothing is left."""
        if self.session.stage is not Stage.UNDER_WAY or self._is_ahead:
            return None
        return self.seat.practice.next

    @property
    def is_waiting(self) -> bool:
        """Whether what they answered last waits for the others, or for the trainer."""
        return self.session.stage is Stage.UNDER_WAY and self._is_ahead

    @property
    def last(self) -> Commitment | None:
        """What they committed to last, once its marks may be seen and as long as they look at them."""
        if self.is_waiting or self.seat.answered <= self.seat.seen:
            return None
        return self.seat.practice.committed[-1]

    @property
    def revealed(self) -> Practice:
        """Their practice as far as its marks may be seen."""
        committed = self.seat.practice.committed
        return evolve(self.seat.practice, committed=committed[:-1] if self.is_waiting else committed)

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do, or the trainer has ended it."""
        return self.session.stage is Stage.ENDED or (not self._is_ahead and self.seat.practice.next is None)

    @property
    def _is_ahead(self) -> bool:
        return self.session.pace is Pace.TOGETHER and self.seat.at > self.session.revealed
