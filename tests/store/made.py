"""Registers made in some way, and what `python -m app.store` shows of them."""

from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from sqlalchemy import create_engine, make_url

from app.store import StoredRegister, open_register
from app.store.__main__ import main
from app.store.migrating import bring_up_to_date
from joic_policy.register import Recorded
from tests.desks import a_letter, desk_on

__all__ = ["TREE", "begun", "of_form", "told"]

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


def of_form(url: str, form: str) -> tuple[Recorded, ...]:
    """A register in a form as released, with a letter in it: the history of that."""
    engine = create_engine(make_url(url))
    with engine.begin() as connection:
        bring_up_to_date(connection, to=form)
    register, letter = StoredRegister(engine), a_letter()
    desk_on(register).record(letter.id, letter, expecting=0)
    history = register.history(letter.id)
    register.close()
    return history
