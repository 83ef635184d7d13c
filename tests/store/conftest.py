"""A register on each database, empty."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store import StoredRegister, open_register
from tests.postgres import SERVER, WITHOUT, new_postgresql_url


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of a file that is not there yet."""
    return f"sqlite:///{tmp_path / 'register.sqlite'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, sqlite_url: str) -> Iterator[str]:
    """The address of an empty database of each kind."""
    if request.param == "sqlite":
        yield sqlite_url
    elif SERVER:
        with new_postgresql_url() as address:
            yield address
    else:
        pytest.skip(WITHOUT)


@pytest.fixture
def register(url: str) -> Iterator[StoredRegister]:
    """An empty register."""
    opened = open_register(url)
    yield opened
    opened.close()
