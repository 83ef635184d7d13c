"""A PostgreSQL server for tests: `JOIC_TEST_POSTGRES_URL` names it, and each test has a schema of its own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest
from sqlalchemy import NullPool, create_engine, make_url, text

__all__ = ["SERVER", "WITHOUT", "needs_postgresql", "new_postgresql_url"]

SERVER = os.environ.get("JOIC_TEST_POSTGRES_URL", "")
WITHOUT = "JOIC_TEST_POSTGRES_URL names no PostgreSQL server to try the register on"

needs_postgresql = pytest.mark.skipif(not SERVER, reason=WITHOUT)


@contextmanager
def new_postgresql_url(*, durable: bool = False) -> Iterator[str]:
    """The address of an empty schema, gone afterwards; no write waits for the disk unless `durable`."""
    schema = f"joic_test_{uuid4().hex}"
    server = make_url(SERVER).set(drivername="postgresql+psycopg")
    engine = create_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    try:
        options = f"-csearch_path={schema}" + ("" if durable else " -csynchronous_commit=off")
        within = server.update_query_dict({"options": options})
        yield within.render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
