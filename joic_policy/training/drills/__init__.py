"""Generated exercises: endless, the same for everyone with the same seed, never from real contacts."""

import re
from collections.abc import Callable, Mapping

from joic_policy.errors import InvalidError
from joic_policy.training.drills.chance import Chance
from joic_policy.training.drills.dates import dates
from joic_policy.training.drills.drawn import Drawn
from joic_policy.training.drills.papers import letters, messages
from joic_policy.training.drills.routes import routes
from joic_policy.training.drills.words import KINDS, DrillWords, words
from joic_policy.training.exercise import LEVELS, Exercise

__all__ = ["drill", "drill_id", "drilled"]

_ID = re.compile(r"drill:([\w-]{1,40}):([1-9][0-9]{0,8}):([1-9])", re.ASCII)
_DRAWN: Mapping[str, Callable[[Chance, int, DrillWords], Drawn]] = {
    "dates": dates,
    "routes": routes,
    "messages": messages,
    "letters": letters,
}


def drill(seed: str, number: int, level: int = LEVELS[0]) -> Exercise:
    """The so-many-th exercise of a seed on a level.

    Raises:
        InvalidError: The seed is no short word of letters, digits, `-` and `_`; the number is below 1 or
            beyond any use; or there is no such level.
    """
    drilled_id = drill_id(seed, number, level)
    chance = Chance(drilled_id)
    kind = chance.one(KINDS)
    drawn = _DRAWN[kind](chance, level, words())
    return Exercise(
        id=drilled_id,
        title=words().titles[kind],
        level=level,
        channel=drawn.channel,
        customer=drawn.customer,
        story=drawn.story,
        lesson=words().lessons[kind],
        tasks=drawn.tasks,
    )


def drill_id(seed: str, number: int, level: int) -> str:
    """The id of a drill, which `drilled` makes it again from.

    Raises:
        InvalidError: As `drill`.
    """
    lowest, highest = LEVELS
    if type(level) is not int or not lowest <= level <= highest:
        raise InvalidError("level", level, f"a level from {lowest} to {highest}")
    if type(number) is not int or not _ID.fullmatch(f"drill:a:{number}:{level}"):
        raise InvalidError("number", number, "a whole number of at least 1, of at most nine digits")
    found = f"drill:{seed}:{number}:{level}"
    if not isinstance(seed, str) or not _ID.fullmatch(found):
        raise InvalidError("seed", seed, "up to 40 letters without accents, digits, - and _")
    return found


def drilled(drilled_id: str) -> Exercise | None:
    """The drill with an id; None where the id is none of a drill."""
    found = _ID.fullmatch(drilled_id)
    if found is None or int(found[3]) > LEVELS[1]:
        return None
    return drill(found[1], int(found[2]), int(found[3]))
