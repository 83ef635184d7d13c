"""Sessions, learners and what a group missed, in words and rows."""

from collections.abc import Iterable

from attrs import frozen

from app.classroom import Pace, Place, Seat, Session, Stage
from app.tables.marked import marks_words
from joic_policy.training import Exercise, Review, exercise
from joic_policy.units import day_in_jersey

__all__ = [
    "PACES",
    "LearnerRow",
    "day",
    "exercise_label",
    "group_words",
    "learner_rows",
    "missed_tasks",
    "refusal",
    "session_words",
    "where_it_is",
]

PACES = {
    Pace.TOGETHER: "Together: marks are seen once all have answered",
    Pace.OWN: "Each at their own pace",
}
_STAGES = {
    Stage.PREPARED: "prepared on",
    Stage.JOINING: "learners are joining, prepared on",
    Stage.UNDER_WAY: "under way, prepared on",
    Stage.ENDED: "over, prepared on",
}


@frozen(kw_only=True)
class LearnerRow:
    """A learner in a session: how many exercises are done, of how many (None: no end), and what now."""

    initials: str
    done: int
    length: int | None
    marks: str
    now: str


def day(session: Session) -> str:
    """The day on which a session was prepared."""
    on = day_in_jersey(session.prepared_at)
    return f"{on.day} {on:%B %Y}"


def session_words(session: Session) -> str:
    """What a session is and how it stands, in a line."""
    length = session.length
    how_many = "drills without end" if length is None else f"{length} exercise{'' if length == 1 else 's'}"
    pace = "together" if session.pace is Pace.TOGETHER else "own pace"
    return f"{how_many}, {pace}, {_STAGES[session.stage]} {day(session)}"


def where_it_is(session: Session) -> str:
    """Which exercise a group that goes together is at."""
    return f"Exercise {session.revealed + 1} of {len(session.plan)}"


def exercise_label(shown: Exercise) -> str:
    """An exercise in a list to choose from."""
    return f"{shown.title} (level {shown.level}, {shown.channel.value.replace('_', ' ')})"


def learner_rows(session: Session, seats: Iterable[Seat]) -> tuple[LearnerRow, ...]:
    """Where everybody is."""
    return tuple(
        LearnerRow(
            initials=seat.initials,
            done=seat.first + len(seat.practice.first),
            length=session.length,
            marks=_marks(Place(session=session, seat=seat)),
            now=_now(Place(session=session, seat=seat)),
        )
        for seat in seats
    )


def group_words(review: Review) -> str:
    """How a group did, in a sentence."""
    marks = sum(each.marks for each in review.exercises)
    out_of = sum(each.out_of for each in review.exercises)
    learners = f"{review.learners} learner{'' if review.learners == 1 else 's'}"
    if not out_of:
        return f"{learners}, nothing answered"
    return f"{learners}, {marks_words(marks, out_of)} at first attempts ({100 * marks // out_of} %)"


def missed_tasks(review: Review, exercise_id: str) -> tuple[str, ...]:
    """What was missed in an exercise, the most missed first, and by how many."""
    found = next((each for each in review.exercises if each.exercise_id == exercise_id), None)
    if found is None:
        return ()
    whole = exercise(exercise_id)
    return tuple(
        f"{whole.task(task_id).wording} Missed by {times} of {found.learners}."
        for task_id, times in found.missed
    )


def refusal(error: Exception) -> str:
    """What was refused and what was expected, as a sentence."""
    words = str(error)
    return f"{words[:1].upper()}{words[1:]}."


def _marks(place: Place) -> str:
    """What was earned, as far as it was revealed."""
    seen = place.revealed
    return marks_words(seen.marks, seen.out_of) if seen.committed else "no marks yet"


def _now(place: Place) -> str:
    if place.session.stage is Stage.JOINING:
        return "has joined"
    if place.is_over:
        return "has done all" if place.seat.practice.next is None else "was still at it"
    if place.is_waiting:
        return "has answered"
    return "looks at the marks" if place.last else "is answering"
