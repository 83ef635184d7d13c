"""Chance that is the same for everyone with the same seed, on any machine."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

__all__ = ["Chance"]

_T = TypeVar("_T")


class Chance:
    """Draws from a seed. It asks only for `random()`, whose sequence Python promises never to change."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)  # noqa: S311  # exercises, not secrets

    def one(self, options: Sequence[_T]) -> _T:
        """One of some options."""
        return options[int(self._random.random() * len(options))]

    def holds(self, out_of: int = 2) -> bool:
        """Whether something holds that does once in so many times."""
        return self._random.random() * out_of < 1

    def day(self, first: date, last: date) -> date:
        """A day from the first to the last, both included."""
        return first + timedelta(days=int(self._random.random() * ((last - first).days + 1)))
