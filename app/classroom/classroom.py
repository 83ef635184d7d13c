"""The classroom: sessions are prepared, joined, gone through and ended; answers are kept as they come.

Each act is one transaction and may come twice, as a double click does: the second changes nothing.
"""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from attrs import evolve
from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from app.classroom.rows import instant, kept_practice, seat_from, session_from, session_row
from app.classroom.schema import seat, session
from app.classroom.transactions import reading, writing
from app.classroom.values import Pace, Place, Seat, Session, Stage
from joic_policy.errors import InvalidError
from joic_policy.training import LEVELS, Answers, drill

__all__ = ["Classroom"]

_INITIALS = re.compile(r"[^\W_]{1,6}")
_OPEN = session.c.stage.in_([Stage.JOINING.value, Stage.UNDER_WAY.value])
_LONGEST_TITLE = 80


class Classroom:
    """All sessions of a training store; safe to share between threads. One session is open at a time.

    Every method may raise `ClassroomError`: the store could not be reached, and nothing was changed.
    """

    def __init__(self, engine: Engine, *, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def prepare(  # noqa: PLR0913 (what a session is)
        self,
        *,
        title: str = "",
        plan: Sequence[str] = (),
        seed: str = "",
        drills: int | None = None,
        pace: Pace,
        session_id: UUID | None = None,
    ) -> Session:
        """A session to be opened later: written scenarios, drills of a seed after them, or both.

        With the id of one that was prepared before, it is that one.

        Raises:
            InvalidError: There is nothing in it, or an exercise, the seed or the number is none that can be.
        """
        if not plan and not seed:
            raise InvalidError("exercises", "none", "at least one scenario, or a seed of drills")
        if pace is Pace.TOGETHER and seed:
            plan, seed, drills = (*plan, *_rising(seed, drills)), "", None
        prepared_at = self._clock()
        new = Session(
            id=session_id or uuid4(),
            title=" ".join(title.split())[:_LONGEST_TITLE]
            or f"Session of {prepared_at.day} {prepared_at:%B %Y}",
            plan=tuple(plan),
            seed=seed,
            drills=drills,
            pace=pace,
            stage=Stage.PREPARED,
            code="",
            revealed=0,
            prepared_at=prepared_at,
        )
        new.practice()  # refuses what cannot be
        with writing(self._engine) as connection:
            row = connection.execute(select(session).where(session.c.id == new.id)).first()
            if row is None:
                connection.execute(insert(session).values(session_row(new)))
        return session_from(row) if row else new

    def open(self, session_id: UUID, *, code: str) -> Session:
        """Let learners join with a code. At their own pace they begin at once.

        Raises:
            InvalidError: Another session is open, or this one was before.
        """
        with writing(self._engine) as connection:
            held = _session(connection, session_id)
            if held.is_open:
                return held
            other = connection.execute(select(session).where(_OPEN)).first()
            if other or held.stage is not Stage.PREPARED:
                raise InvalidError(
                    "session", other.title if other else held.title, "one that is not open or over"
                )
            stage = Stage.JOINING if held.pace is Pace.TOGETHER else Stage.UNDER_WAY
            return _changed(connection, evolve(held, stage=stage, code=code))

    def begin(self, session_id: UUID) -> Session:
        """Show those who have joined the first exercise."""
        with writing(self._engine) as connection:
            held = _session(connection, session_id)
            return (
                _changed(connection, evolve(held, stage=Stage.UNDER_WAY))
                if held.stage is Stage.JOINING
                else held
            )

    def reveal(self, session_id: UUID, step: int) -> Session:
        """Show the marks of an exercise of the plan, from 0, whoever has not answered it yet."""
        with writing(self._engine) as connection:
            held = _session(connection, session_id)
            if held.stage is not Stage.UNDER_WAY or step != held.revealed or step >= len(held.plan):
                return held
            return _changed(connection, evolve(held, revealed=step + 1))

    def end(self, session_id: UUID) -> Session:
        """End a session: nothing more is answered, and every learner sees what they have."""
        with writing(self._engine) as connection:
            held = _session(connection, session_id)
            if held.stage is Stage.ENDED:
                return held
            return _changed(connection, evolve(held, stage=Stage.ENDED, ended_at=self._clock()))

    def drop(self, session_id: UUID) -> None:
        """Drop a session and all who were in it."""
        with writing(self._engine) as connection:
            connection.execute(delete(session).where(session.c.id == session_id))

    def sweep(self, older_than: datetime) -> int:
        """Drop what was prepared before an instant and is not open now; how many sessions there were."""
        old = session.c.prepared_at < instant(older_than)
        with writing(self._engine) as connection:
            return connection.execute(delete(session).where(old, ~_OPEN)).rowcount

    def sessions(self) -> tuple[Session, ...]:
        """Every session, the newest first."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(session).order_by(session.c.prepared_at.desc(), session.c.id))
            return tuple(map(session_from, rows))

    @property
    def open_session(self) -> Session | None:
        """The session that learners can be in now."""
        with reading(self._engine) as connection:
            row = connection.execute(select(session).where(_OPEN)).first()
        return session_from(row) if row else None

    def join(self, *, code: str, initials: str, token: str) -> Place:
        """A seat in the session of a code; the same token again is the same seat.

        Raises:
            InvalidError: No open session has this code, or the initials are none, or somebody else's.
        """
        with writing(self._engine) as connection:
            held = _place(connection, token)
            if held:
                return held
            row = connection.execute(select(session).where(_OPEN, session.c.code == code)).first()
            if row is None:
                raise InvalidError("join code", code, "the code of a session that is open: ask the trainer")
            joined = session_from(row)
            new = _seat(joined, token, _checked(initials))
            taken = select(func.count()).where(seat.c.session == joined.id)
            if connection.scalar(taken.where(seat.c.initials == new.initials)):
                raise InvalidError(
                    "initials", new.initials, "initials that nobody has yet: add a letter or a digit to yours"
                )
            connection.execute(
                insert(seat).values(
                    token=token,
                    session=joined.id,
                    number=connection.scalar(taken),
                    initials=new.initials,
                    first=new.first,
                    seen=0,
                    **kept_practice(new.practice),
                )
            )
            return Place(session=joined, seat=new)

    def place(self, token: str) -> Place | None:
        """Where a learner is; None where no seat has this token, or no longer."""
        with reading(self._engine) as connection:
            return _place(connection, token)

    def commit(self, token: str, turn: int, answers: Answers) -> Place:
        """Keep the answers to a learner's turn, from 0; of two for one turn, the first counts.

        Raises:
            InvalidError: There is no such seat, the turn may not be answered now, or an answer is none that
                can be given.
        """
        with writing(self._engine) as connection:
            held = _place(connection, token)
            if held is None:
                raise InvalidError("token", "one of no session", "that of a learner")
            if turn < held.seat.answered:
                return held
            if turn > held.seat.answered or held.turn is None:
                raise InvalidError("turn", turn + 1, "the turn that is open now")
            changed = evolve(held.seat, practice=held.seat.practice.after(answers))
            _keep(connection, token, **kept_practice(changed.practice))
            return Place(session=_gone_on(connection, held.session), seat=changed)

    def leave_behind(self, token: str, turn: int) -> None:
        """Remember that a learner has looked at the marks of a turn, from 0, and goes on."""
        with writing(self._engine) as connection:
            held = _place(connection, token)
            if held and held.last and turn + 1 == held.seat.answered:
                _keep(connection, token, seen=turn + 1)

    def seats(self, session_id: UUID) -> tuple[Seat, ...]:
        """Everybody in a session, as they joined."""
        with reading(self._engine) as connection:
            rows = connection.execute(
                select(seat).where(seat.c.session == session_id).order_by(seat.c.number)
            )
            return tuple(map(seat_from, rows))

    def answered(self, session_id: UUID) -> tuple[int, int]:
        """How many of a group that goes together have answered where it is, and how many are in it."""
        with reading(self._engine) as connection:
            held = _session(connection, session_id)
            ats = connection.scalars(
                select(seat.c.first + seat.c.answered).where(seat.c.session == session_id)
            )
            done = [at > held.revealed for at in ats]
        return sum(done), len(done)


def _rising(seed: str, drills: int | None) -> list[str]:
    """Drills that are the same for all of a group, from the easiest to the hardest."""
    if not drills:
        raise InvalidError("drills", drills, "how many, for a group that goes together")
    lowest, highest = LEVELS
    levels = [lowest + number * (highest - lowest + 1) // drills for number in range(drills)]
    return [drill(seed, number, level).id for number, level in enumerate(levels, 1)]


def _checked(initials: str) -> str:
    found = initials.strip().upper()
    if not _INITIALS.fullmatch(found):
        raise InvalidError("initials", initials, "one to six letters or digits, like AB")
    return found


def _seat(joined: Session, token: str, initials: str) -> Seat:
    first = joined.revealed if joined.pace is Pace.TOGETHER else 0
    return Seat(
        token=token, session=joined.id, initials=initials, first=first, seen=0, practice=joined.practice()
    )


def _session(connection: Connection, session_id: UUID) -> Session:
    row = connection.execute(select(session).where(session.c.id == session_id)).first()
    if row is None:
        raise InvalidError("session", str(session_id), "one that has not been dropped")
    return session_from(row)


def _place(connection: Connection, token: str) -> Place | None:
    row = connection.execute(select(seat).where(seat.c.token == token)).first()
    return Place(session=_session(connection, row.session), seat=seat_from(row)) if row else None


def _changed(connection: Connection, changed: Session) -> Session:
    connection.execute(update(session).where(session.c.id == changed.id).values(session_row(changed)))
    return changed


def _keep(connection: Connection, token: str, **values: object) -> None:
    connection.execute(update(seat).where(seat.c.token == token).values(**values))


def _gone_on(connection: Connection, held: Session) -> Session:
    """The session, with the exercise revealed that the last of a group has just answered."""
    least = connection.scalar(
        select(func.min(seat.c.first + seat.c.answered)).where(seat.c.session == held.id)
    )
    if held.pace is not Pace.TOGETHER or least is None or least <= held.revealed:
        return held
    return _changed(connection, evolve(held, revealed=held.revealed + 1))
