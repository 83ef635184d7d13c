"""What was typed and is not recorded yet outlives a reload, and leaves no trace once dropped."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.store import Draft, StoredRegister, open_register
from joic_policy import Customer
from joic_policy.contacts import Erased
from joic_policy.errors import RegisterError
from tests.desks import NOON, a_letter, desk_on

NAME = "Mistinguett Xylophone"
LATER = NOON + timedelta(minutes=5)

anything = st.text(st.characters(), max_size=20)  # NUL and halves of a pair included
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | anything,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(anything, inner, max_size=3),
    max_leaves=6,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(
    page=anything,
    actor=anything,
    body=st.dictionaries(anything, plain, max_size=4),
    contact=st.none() | st.uuids(),
)
def test_a_draft_is_given_back_as_typed(
    register: StoredRegister, page: str, actor: str, body: dict[str, Any], contact: UUID | None
) -> None:
    """Whatever was typed, by whomever, on whichever page."""
    draft = Draft(id=uuid4(), page=page, actor=actor, contact=contact, body=body, saved_at=NOON)

    register.drafts.keep(draft.id, page=page, actor=actor, body=body, at=NOON, contact=contact)

    assert register.drafts.of(draft.id) == draft
    assert draft in register.drafts.by(actor, page)


def test_a_draft_outlives_the_program(url: str) -> None:
    """Closed and opened again, the register still has it, as it was kept last."""
    register, typed = open_register(url), uuid4()
    register.drafts.keep(typed, page="log", actor="Ann", body={"subject": "A qu"}, at=NOON)
    register.drafts.keep(typed, page="log", actor="Ann", body={"subject": "A question"}, at=LATER)
    register.close()

    again = open_register(url)

    assert again.drafts.by("Ann", "log") == (
        Draft(id=typed, page="log", actor="Ann", body={"subject": "A question"}, saved_at=LATER),
    )
    again.close()


def test_each_is_offered_their_own_the_newest_first(register: StoredRegister) -> None:
    """Nobody is offered what another typed, nor what was typed on another page."""
    first, second = uuid4(), uuid4()
    register.drafts.keep(first, page="log", actor="Ann", body={}, at=NOON)
    register.drafts.keep(second, page="log", actor="Ann", body={}, at=LATER)
    register.drafts.keep(uuid4(), page="log", actor="Bea", body={}, at=NOON)
    register.drafts.keep(uuid4(), page="contact", actor="Ann", body={}, at=NOON)

    assert [draft.id for draft in register.drafts.by("Ann", "log")] == [second, first]
    assert register.drafts.by("Cyd", "log") == ()


def test_what_is_dropped_or_old_is_gone(register: StoredRegister) -> None:
    """One is dropped once its event is recorded, twice is as once; what was left lying is swept away."""
    kept, dropped, old = uuid4(), uuid4(), uuid4()
    for typed, at in ((kept, LATER), (dropped, LATER), (old, NOON)):
        register.drafts.keep(typed, page="log", actor="Ann", body={}, at=at)

    register.drafts.drop(dropped)
    register.drafts.drop(dropped)

    assert register.drafts.sweep(LATER) == 1
    assert register.drafts.sweep(LATER) == 0
    assert [draft.id for draft in register.drafts.by("Ann", "log")] == [kept]
    assert register.drafts.of(dropped) is None


def test_erasing_a_contact_drops_its_drafts(register: StoredRegister) -> None:
    """What was drafted for somebody is theirs too; drafts for others stay."""
    desk, letter = desk_on(register), a_letter()
    desk.record(letter.id, letter, expecting=0)
    theirs, another = uuid4(), uuid4()
    register.drafts.keep(theirs, page="contact", actor="Ann", body={"text": NAME}, at=NOON, contact=letter.id)
    register.drafts.keep(another, page="contact", actor="Ann", body={}, at=NOON, contact=uuid4())

    desk.record(letter.id, Erased(happened_at=NOON, by="Ann", why="asked"), expecting=1)

    assert register.drafts.of(theirs) is None
    assert register.drafts.of(another) is not None


@pytest.mark.parametrize("way", ["drop", "keep", "sweep", "erase"])
def test_what_is_dropped_leaves_the_file(sqlite_url: str, tmp_path: Path, way: str) -> None:
    """Not a byte of what was typed is left on disk, however it went."""
    register, typed, letter = open_register(sqlite_url), uuid4(), a_letter(customer=Customer())
    desk = desk_on(register)
    desk.record(letter.id, letter, expecting=0)
    long = {"text": f"{NAME} " * 900}
    register.drafts.keep(typed, page="log", actor=NAME, body=long, at=NOON, contact=letter.id)
    there = any(NAME.encode() in file.read_bytes() for file in tmp_path.iterdir())

    match way:
        case "drop":
            register.drafts.drop(typed)
        case "keep":
            register.drafts.keep(typed, page="log", actor="Ann", body={"text": ""}, at=NOON)
        case "sweep":
            register.drafts.sweep(LATER)
        case _:
            desk.record(letter.id, Erased(happened_at=NOON, by="Ann", why="asked"), expecting=1)
    if way in {"drop", "keep"}:  # the log is emptied on closing
        register.close()

    assert there
    assert not any(NAME.encode() in file.read_bytes() for file in tmp_path.iterdir())


def test_a_draft_that_cannot_be_kept_is_said_so(sqlite_url: str) -> None:
    """A full disk is named, and what was kept before still is."""
    register, typed = open_register(sqlite_url), uuid4()
    register.drafts.keep(typed, page="log", actor="Ann", body={"text": "before"}, at=NOON)
    with register._engine.connect() as connection:  # noqa: SLF001 (to make its disk small)
        connection.exec_driver_sql("PRAGMA max_page_count=60")

    with pytest.raises(RegisterError, match="disk is full"):
        register.drafts.keep(typed, page="log", actor="Ann", body={"text": "x" * 2_000_000}, at=LATER)

    held = register.drafts.of(typed)
    assert held is not None
    assert held.body == {"text": "before"}
