"""How a ratio is taken: what is compared takes turns in one run, and the least of many turns counts."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter
from timeit import Timer
from typing import Any

import joic_policy

TREE = Path(joic_policy.__file__).parent.parent


def least(
    rounds: int,
    calls: int,
    statements: Mapping[str, str],
    names: Mapping[str, Any],
    clock: Callable[[], float] = perf_counter,
) -> dict[str, float]:
    """Seconds that each statement takes, over `names`; a slower one is called less often in its turn."""
    timers = {
        name: Timer(statement, timer=clock, globals=dict(names)) for name, statement in statements.items()
    }
    once = {name: min(timer.repeat(3, 1)) for name, timer in timers.items()}
    turns = {name: max(1, int(calls * min(once.values()) / once[name])) for name in timers}
    best = dict.fromkeys(timers, float("inf"))
    for _ in range(rounds):
        for name, timer in timers.items():
            best[name] = min(best[name], timer.timeit(turns[name]) / turns[name])
    return best


def interpreters(rounds: int, programs: Mapping[str, str], cache: Path) -> dict[str, float]:
    """Processor seconds that each program takes in a new interpreter, beyond what starting that takes.

    Each finds its bytecode ready in `cache`. A busy machine stretches the clock on the wall, not these.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(cache)

    def run(program: str) -> None:
        subprocess.run([sys.executable, "-c", program], env=environment, cwd=TREE, check=True)  # noqa: S603 (our own)

    statements = {name: f"run({program!r})" for name, program in {"": "pass", **programs}.items()}
    seconds = least(rounds, 1, statements, {"run": run}, clock=_spent_by_children)
    return {name: seconds[name] - seconds[""] for name in programs}


def _spent_by_children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime
