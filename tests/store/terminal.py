"""`python -m app.store` as from a terminal, and something for it to look at."""

from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from app.store import open_register
from app.store.__main__ import main
from tests.desks import a_letter, desk_on

__all__ = ["TREE", "begun", "told"]

TREE = Path(__file__).parents[2]


def told(*arguments: str) -> tuple[int, str, str]:
    """What it exits with, and what it shows where; a traceback would be raised here."""
    with redirect_stdout(StringIO()) as shown, redirect_stderr(StringIO()) as errors:
        code = main(list(arguments))
    return code, shown.getvalue(), errors.getvalue()


def begun(url: str, count: int = 3) -> None:
    """A register with some contacts."""
    register = open_register(url)
    desk = desk_on(register)
    for _ in range(count):
        letter = a_letter()
        desk.record(letter.id, letter, expecting=0)
    register.close()
