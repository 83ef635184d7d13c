"""A register that an earlier version made is brought forward, whole; one of a later version is refused."""

from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect, make_url, text

from app.store import StoredRegister, open_register
from app.store.migrating import bring_up_to_date
from app.store.opening import opened, opened_to_look
from app.store.schema import metadata
from app.store.transactions import writing
from app.store.verifying import verified
from joic_policy.errors import RegisterError
from tests.desks import NOON
from tests.store.made import begun, of_form, told

RELEASED = ["v1"]  # every form that somebody may have, but for the last


def kept_beside(folder: Path) -> list[str]:
    """The names of what was kept."""
    return sorted(each.name for each in folder.iterdir() if ".sqlite." in each.name)


def test_the_steps_lead_to_the_tables_that_are_used(url: str) -> None:
    """A register made step by step has exactly the tables that the code speaks of."""

    def ours(_: Any, name: str | None, kind: str, *__: Any) -> bool:
        return not (kind == "table" and (name or "").startswith(("word", "alembic")))

    engine = opened(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours})

        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_a_newer_register_is_refused_and_left_alone(url: str) -> None:
    """Whoever opens it with an older program is told so, and nothing is changed."""
    begun(url)
    engine = opened(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'v999'"))

    with pytest.raises(RegisterError, match="newer version"):
        open_register(url)

    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "v999"
    engine.dispose()


@pytest.mark.parametrize("form", RELEASED)
def test_every_released_form_is_brought_forward(url: str, form: str) -> None:
    """What was recorded is all there, whole, and the register takes what is new since."""
    history = of_form(url, form)

    register = open_register(url)
    register.drafts.keep(history[0].contact, page="log", actor="Ann", body={}, at=NOON)

    assert register.history(history[0].contact) == history
    assert register.drafts.of(history[0].contact) is not None
    assert verified(opened(url)).faults == ()
    register.close()


@pytest.mark.parametrize("form", RELEASED)
def test_a_file_is_kept_before_it_is_changed(sqlite_url: str, tmp_path: Path, form: str) -> None:
    """Beside it, named with its old form, in which it can still be read; once, and never written over."""
    history = of_form(sqlite_url, form)
    (tmp_path / f"register.sqlite.{form}").write_text("kept before")

    for _ in range(2):
        open_register(sqlite_url).close()

    assert kept_beside(tmp_path) == [f"register.sqlite.{form}", f"register.sqlite.{form}.1"]
    assert (tmp_path / f"register.sqlite.{form}").read_text() == "kept before"
    kept = opened_to_look(f"{sqlite_url}.{form}.1")
    assert StoredRegister(kept).history(history[0].contact) == history
    assert not inspect(kept).has_table("draft")


def test_a_new_file_has_nothing_to_keep(sqlite_url: str, tmp_path: Path) -> None:
    """A register that is begun leaves only itself."""
    begun(sqlite_url)

    assert [each.name for each in tmp_path.iterdir()] == ["register.sqlite"]


def test_a_file_that_cannot_be_kept_is_not_changed(sqlite_url: str, tmp_path: Path) -> None:
    """Where the copy cannot be made, the register stays in its old form, and says why."""
    of_form(sqlite_url, "v1")
    engine, moved = create_engine(make_url(sqlite_url)), tmp_path.with_name(f"{tmp_path.name}_moved")
    with writing(engine) as connection:
        tmp_path.rename(moved)  # the open file goes with it
        with pytest.raises(RegisterError, match="no folder"):
            bring_up_to_date(connection)
    engine.dispose()
    moved.rename(tmp_path)

    assert form_in(create_engine(make_url(sqlite_url))) == "v1"
    assert kept_beside(tmp_path) == []


def form_in(engine: Engine) -> str | None:
    """Which form a register has."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


@pytest.mark.parametrize("form", RELEASED)
def test_to_verify_is_only_to_look(url: str, tmp_path: Path, form: str) -> None:
    """An older register is verified as it is; nothing in it or beside it is changed."""
    of_form(url, form)

    assert told("--url", url, "verify")[0] == 0

    engine = create_engine(make_url(url))
    assert form_in(engine) == form
    assert kept_beside(tmp_path) == []
    engine.dispose()
