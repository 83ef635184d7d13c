"""A register of any size: some contacts made by the real code, and as many copies of their rows as wanted.

The copies have ids, numbers, dates due and a word of their own. The chain of a register so filled does not
verify; nothing else tells it from one that was worked in for years.
"""

import sqlite3
from contextlib import closing
from datetime import timedelta
from random import Random
from typing import Any

import psycopg
from sqlalchemy import make_url

from app.store import open_register
from joic_policy import Customer, Matter, MatterKind
from joic_policy.contacts import Closed, ClosedBecause
from tests.desks import NOON, a_letter, desk_on

__all__ = ["filled_with", "own_word"]

MADE = 200
OPEN = 4  # of those made, as an office has it that answers
NAMES = ("le sueur", "de gruchy", "renouf", "vibert", "amy", "bisson", "coutanche", "du feu")
DAY = timedelta(days=1) // timedelta(microseconds=1)

# What differs between the databases: whole numbers from 1 on, an id and a word from a number.
SQLITE = {
    "series": (
        "WITH RECURSIVE series (turn) AS (VALUES (1) UNION ALL SELECT turn + 1 FROM series LIMIT {turns})"
    ),
    "id": "printf('%032x', {n})",
    "own": "printf('%08x', {n} * 2654435761 % 4294967296)",
    "word": (
        "INSERT INTO word (rowid, words) {series} SELECT {n}, words || ' ' || {own} FROM series "
        "CROSS JOIN contact CROSS JOIN word WHERE number <= {made} AND word.rowid = number"
    ),
}
POSTGRESQL = {
    "series": "WITH series AS (SELECT generate_series(1, {turns}) AS turn)",
    "id": "CAST(lpad(to_hex({n}), 32, '0') AS uuid)",
    "own": "lpad(to_hex(CAST({n} AS bigint) * 2654435761 % 4294967296), 8, '0')",
    "word": (
        "INSERT INTO word {series} SELECT {n}, words || array_to_tsvector(ARRAY[{own}]) "
        "FROM series CROSS JOIN word WHERE number <= {made}"
    ),
}
# CROSS JOIN has SQLite go from turn to turn, so that each table and index grows at its end. Of the history
# only how each contact began is copied: what is asked of the index does not read it.
BEGUN = "number <= {made} AND link.contact = contact.contact AND link.version = 1"
COPIES = (
    (
        "INSERT INTO link {series} SELECT {n} + {made}, {id}, 1, {id}, actor, commitment, erasure, hash "
        "FROM series CROSS JOIN contact CROSS JOIN link WHERE {begun}"
    ),
    (
        "INSERT INTO payload {series} SELECT {n} + {made}, salt, body, erased_by "
        "FROM series CROSS JOIN contact CROSS JOIN link CROSS JOIN payload "
        "WHERE {begun} AND payload.sequence = link.sequence"
    ),
    (
        "INSERT INTO matter {series} SELECT {n}, place, kind, route "
        "FROM series CROSS JOIN matter WHERE number <= {made}"
    ),
    (
        "INSERT INTO owed {series} SELECT {n}, place, duty, due_on, due_at + (turn * 37 % 30 - 9) * {day}, "
        "arose_at - {n}, waived_until FROM series CROSS JOIN owed WHERE number <= {made}"
    ),
    "{word}",
    (
        "INSERT INTO contact {series} SELECT {n}, {id}, version, channel, direction, received_on, closed_on, "
        "owner, file || {n}, name, organisation, subject, ground "
        "FROM series CROSS JOIN contact WHERE number <= {made}"
    ),
)


def filled_with(url: str, contacts: int) -> None:
    """Fill an empty register with so many contacts."""
    register = open_register(_at_once(url))
    desk, random = desk_on(register), Random(1)  # noqa: S311 (the same contacts in every run)
    for number in range(MADE):
        customer = Customer(name=f"{random.choice(NAMES)} {random.choice(NAMES)}", email="a@example.org")
        letter = a_letter(
            customer=customer,
            owner="Ann",
            file="F/",
            subject="A question about registration",
            matters=(Matter(kind=MatterKind.REGISTRATION, route="registration"),),
        )
        desk.record(letter.id, letter, expecting=0)
        if number >= OPEN:
            end = Closed(happened_at=NOON, because=ClosedBecause.HANDLED_ELSEWHERE, by="Ann")
            desk.record(letter.id, end, expecting=1)
    register.close()
    turns = contacts // MADE - 1
    if url.startswith("sqlite"):
        _sqlite(url, turns)
    else:
        _postgresql(url, turns)


def own_word(number: int) -> str:
    """The word that only this contact has, as a telephone number or a reference."""
    return f"{number * 2654435761 % 2**32:08x}"


def _at_once(url: str) -> str:
    """The address at which no write waits for the disk, where there is such a one."""
    parsed = make_url(url)
    if "options" not in parsed.query:
        return url
    options = f"{parsed.query['options']} -csynchronous_commit=off"
    return parsed.update_query_dict({"options": options}).render_as_string(hide_password=False)


def _statements(words: dict[str, str], turns: int) -> list[str]:
    told: dict[str, Any] = {"made": MADE, "turns": turns, "day": DAY, "n": f"(number + turn * {MADE})"}
    for name, pattern in {"begun": BEGUN, **words}.items():
        told[name] = pattern.format(**told)
    return [copy.format(**told) for copy in COPIES]


def _sqlite(url: str, turns: int) -> None:
    with closing(sqlite3.connect(make_url(url).database or "", isolation_level=None)) as raw:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-200000"):
            raw.execute(f"PRAGMA {pragma}")
        raw.execute("BEGIN")
        for statement in _statements(SQLITE, turns):
            raw.execute(statement)
        raw.execute("COMMIT")


def _postgresql(url: str, turns: int) -> None:
    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as raw:
        raw.execute("SET session_replication_role = replica")  # no look at references while copying
        raw.execute("DROP INDEX word_words")
        for statement in _statements(POSTGRESQL, turns):
            raw.execute(statement)
        raw.execute("CREATE INDEX word_words ON word USING gin (words)")
        raw.execute(
            "VACUUM (ANALYZE) link, payload, contact, matter, owed, word"
        )  # as the server does in time
