"""Every exercise by its id, written or generated."""

from joic_policy.errors import InvalidError
from joic_policy.training.drills import drilled
from joic_policy.training.exercise import Exercise
from joic_policy.training.scenario import scenarios

__all__ = ["exercise"]


def exercise(exercise_id: str) -> Exercise:
    """The exercise with an id: that of a scenario, or one that `drill` gave.

    Raises:
        InvalidError: There is none.
    """
    found = drilled(exercise_id)
    if found:
        return found
    if exercise_id not in scenarios():
        raise InvalidError("exercise", exercise_id, f"one of: {', '.join(scenarios())}; or the id of a drill")
    return scenarios()[exercise_id].exercise
