"""The benchmarks' table of ratios, printed at the end of a run: `python -m pytest -m benchmark`."""

from collections.abc import Callable

import pytest

ROWS = pytest.StashKey[list[str]]()


@pytest.fixture
def judged(pytestconfig: pytest.Config) -> Callable[..., None]:
    """Take a ratio into the table, then hold it to its bound."""

    def judge(what: str, ratio: float, *, at_least: float = 0, at_most: float = float("inf")) -> None:
        bound = f"at least {at_least:g}" if at_least else f"at most {at_most:g}"
        kept = at_least <= ratio <= at_most
        row = f"{what:<72} {ratio:8.2f}  {bound:<14} {'' if kept else 'BROKEN'}".rstrip()
        pytestconfig.stash.setdefault(ROWS, []).append(row)
        assert kept, row

    return judge


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table where something was measured."""
    if rows := config.stash.get(ROWS, []):
        terminalreporter.section("ratios")
        terminalreporter.write_line("\n".join(rows))
