"""The register against the plain driver of its database that runs the same SQL and makes the same values.

On a million contacts: JOIC_BENCHMARK_CONTACTS=1000000; fewer by default.
"""

import os
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from random import Random
from statistics import median
from time import perf_counter
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from sqlalchemy import event, insert, select

from app.store import StoredRegister, finding, open_register
from app.store.opening import opened
from app.store.rows import CARD, card_of, line_of, microseconds
from app.store.schema import contact, link, owed, payload
from app.store.transactions import writing
from joic_policy import JERSEY, POLICY, Received, contact_from
from joic_policy.register import Entry, Wanted
from joic_policy.register.entries import entry_of
from tests.benchmarks.measure import least
from tests.desks import NOON, a_letter
from tests.postgres import SERVER, WITHOUT, new_postgresql_url

pytestmark = pytest.mark.benchmark

CONTACTS = int(os.environ.get("JOIC_BENCHMARK_CONTACTS", "20000"))
WRITES = 100
OPEN = 0.02  # of all contacts, as an office has it that answers
BATCH = 10_000
NAMES = ("le sueur", "de gruchy", "renouf", "vibert", "amy", "bisson", "coutanche", "du feu")


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a register with many contacts."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('register') / 'register.sqlite'}"
        fill(url)
        yield url
    elif SERVER:
        with new_postgresql_url(durable=True) as url:
            fill(url)
            yield url
    else:
        pytest.skip(WITHOUT)


def fill(url: str) -> None:
    """Contacts in bulk, with an index and links of the usual size; they are not meant to verify."""
    engine = opened(url)
    random = Random(1)  # noqa: S311 (the same contacts in every run)
    with writing(engine) as connection:
        for start in range(1, CONTACTS + 1, BATCH):
            numbers = range(start, min(start + BATCH, CONTACTS + 1))
            ids = {number: UUID(int=random.getrandbits(128)) for number in numbers}
            names = {number: f"{random.choice(NAMES)} number{number}" for number in numbers}
            connection.execute(insert(link), [link_row(number, ids[number]) for number in numbers])
            connection.execute(
                insert(payload),
                [
                    {"sequence": number, "salt": "5" * 64, "body": "{}" * 300, "erased_by": None}
                    for number in numbers
                ],
            )
            connection.execute(
                insert(contact), [contact_row(number, ids[number], names[number]) for number in numbers]
            )
            rows = [row for number in numbers if random.random() < OPEN for row in owed_rows(number, random)]
            connection.execute(insert(owed), rows)
            words = [
                {"number": number, "words": as_kept(engine.dialect.name, names[number])} for number in numbers
            ]
            connection.execute(finding.put_words(engine.dialect.name), words)
    with engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()
    engine.dispose()


def as_kept(dialect: str, name: str) -> object:
    """The words of a name."""
    return finding.words_as_kept(tuple(name.split()), dialect)


def link_row(number: int, identity: UUID) -> dict[str, Any]:
    """A link."""
    hashed = f"{number:064x}"
    return {
        "sequence": number,
        "contact": identity,
        "version": 1,
        "event_id": identity,
        "actor": "Ann",
        "commitment": hashed,
        "erasure": hashed,
        "hash": hashed,
    }


def contact_row(number: int, identity: UUID, name: str) -> dict[str, Any]:
    """A contact in the index."""
    return {
        "number": number,
        "contact": identity,
        "version": 1,
        "channel": "letter",
        "direction": "in",
        "received_on": "2026-11-23",
        "closed_on": None,
        "owner": "Ann",
        "file": f"F/{number}",
        "name": name,
        "organisation": "",
        "subject": "A question about registration",
        "ground": "0" * 64,
    }


def owed_rows(number: int, random: Random) -> Iterator[dict[str, Any]]:
    """What an open letter owes."""
    day = 86_400_000_000
    for place, duty in enumerate(("acknowledgement", "formal_response")):
        yield {
            "number": number,
            "place": place,
            "duty": duty,
            "due_on": "2026-12-14",
            "due_at": microseconds(NOON) + random.randrange(-9, 20) * day,
            "arose_at": microseconds(NOON) - number,
            "waived_until": 0,
        }


class Plain:
    """The driver itself, with SQL that was prepared once."""

    def __init__(self, url: str) -> None:
        self.engine = opened(url)
        self.connection = self.engine.raw_connection().driver_connection
        if isinstance(self.connection, psycopg.Connection):
            self.connection.prepare_threshold = 0

    def prepared(self, query: Any, asked: dict[str, Any] | None = None) -> tuple[str, Any]:
        """The SQL and the parameters of a query, as the register sends them."""
        compiled = query.compile(self.engine, compile_kwargs={"render_postcompile": True})
        values = compiled.construct_params(asked)
        return str(compiled), [
            values[name] for name in compiled.positiontup
        ] if compiled.positional else values

    def rows(self, sql: str, values: Any) -> list[Any]:
        """What it answers, within a transaction of its own as the register reads."""
        cursor = self.connection.cursor()
        if not isinstance(self.connection, psycopg.Connection):
            cursor.execute("BEGIN")
        found = cursor.execute(sql, values).fetchall()
        self.connection.rollback()
        return list(found)

    def write(self, statements: list[tuple[str, Any]]) -> None:
        """All of it in one transaction, on disk."""
        cursor = self.connection.cursor()
        if not isinstance(self.connection, psycopg.Connection):
            cursor.execute("BEGIN IMMEDIATE")
        for sql, values in statements:
            cursor.execute(sql, values)
        self.connection.commit()


def against(ours: str, plain: str, names: dict[str, Any]) -> float:
    """How many times as long the register takes."""
    seconds = least(12, 60, {"ours": ours, "plain": plain}, names)
    return seconds["ours"] / seconds["plain"]


def test_first_page_of_the_queue(filled: str, judged: Callable[..., None]) -> None:
    """Fifty lines, soonest first, as rows made into lines on either side."""
    plain, register = Plain(filled), open_register(filled)
    sql, values = plain.prepared(*finding.queue_query(Wanted(), NOON, None, 50))
    names = {
        "register": register,
        "plain": plain,
        "sql": sql,
        "values": values,
        "NOON": NOON,
        "Wanted": Wanted,
    }
    names["made"] = as_lines(filled)
    assert len(register.queue(Wanted(), at=NOON)) == len(plain.rows(sql, values)) == 50

    ratio = against("register.queue(Wanted(), at=NOON)", "made(plain.rows(sql, values))", names)
    judged(f"first page of the queue / {where(filled)}", ratio, at_most=2)


def test_open_counts(filled: str, judged: Callable[..., None]) -> None:
    """How much stands how."""
    plain, register = Plain(filled), open_register(filled)
    sql, values = plain.prepared(*finding.counts_query(Wanted(), NOON))
    names = {
        "register": register,
        "plain": plain,
        "sql": sql,
        "values": values,
        "NOON": NOON,
        "Wanted": Wanted,
    }
    assert sum(register.counts(Wanted(), at=NOON).values()) == sum(row[1] for row in plain.rows(sql, values))

    ratio = against("register.counts(Wanted(), at=NOON)", "plain.rows(sql, values)", names)
    judged(f"open counts / {where(filled)}", ratio, at_most=2)


def test_search(filled: str, judged: Callable[..., None]) -> None:
    """Fifty of many that bear a name, against fifty read by their primary key."""
    plain, register = Plain(filled), open_register(filled)
    page = select(*CARD).where(contact.c.number > CONTACTS - 50).order_by(contact.c.number.desc())
    sql, values = plain.prepared(page)
    names = {"register": register, "plain": plain, "sql": sql, "values": values, "made": as_cards(filled)}
    assert len(register.found(("renouf", "num"))) == len(plain.rows(sql, values)) == 50

    ratio = against("register.found(('renouf', 'num'))", "made(plain.rows(sql, values))", names)
    judged(f"search / a page by primary key, {where(filled)}", ratio, at_most=5)


def where(url: str) -> str:
    """Against what."""
    return f"plain {'psycopg' if url.startswith('postgresql') else 'sqlite3'}, {CONTACTS} contacts"


def as_lines(url: str) -> Callable[[list[Any]], list[Any]]:
    """How the rows of a plain driver are made into lines: SQLite's has no type for a UUID."""
    return lambda rows: [line_of(row) for row in identified(url, rows)]


def as_cards(url: str) -> Callable[[list[Any]], list[Any]]:
    """How the rows of a plain driver are made into cards."""
    return lambda rows: [card_of(row) for row in identified(url, rows)]


def identified(url: str, rows: list[Any]) -> list[Any]:
    """The rows, with the id of the contact as one."""
    return rows if url.startswith("postgresql") else [(UUID(row[0]), *row[1:]) for row in rows]


def test_one_durable_write(filled: str, judged: Callable[..., None]) -> None:
    """A letter with its link and all its index rows, on disk; the plain driver sends the same statements."""
    register, plain = open_register(filled), Plain(filled)
    sent, was = statements_of(filled)
    numbers = count(CONTACTS * 2, 2)
    spent: dict[str, list[float]] = {"ours": [], "plain": []}
    for _ in range(WRITES):
        letter = a_letter()
        told = {"actor": "Ann", "expecting": 0, "entry": indexed(letter)}
        spent["ours"].append(seconds(partial(register.append, letter.id, letter, **told)))
        number, fresh_id = next(numbers), uuid4()
        fresh = {was["sequence"]: number, was["number"]: number}
        fresh |= {was["id"]: fresh_id, was["id"].hex: fresh_id.hex}
        again = [(sql, renewed(values, fresh)) for sql, values in sent]
        spent["plain"].append(seconds(partial(plain.write, again)))

    ratio = median(spent["ours"]) / median(spent["plain"])
    judged(f"one durable write / {where(filled)}", ratio, at_most=2.5)


def indexed(letter: Received) -> Entry:
    """How a letter is indexed."""
    return entry_of(contact_from([letter]), version=1, policy=POLICY, calendar=JERSEY, ground="0" * 64)


def seconds(do: Callable[[], object]) -> float:
    """How long it takes."""
    started = perf_counter()
    do()
    return perf_counter() - started


def statements_of(url: str) -> tuple[list[tuple[str, Any]], dict[str, Any]]:
    """What the register sends to record a letter, and the numbers that it had."""
    engine = opened(url)
    sent: list[tuple[str, Any]] = []

    @event.listens_for(engine, "before_cursor_execute")
    def _(*given: Any) -> None:
        _, _, sql, values, _, many = given
        sent.extend((sql, each) for each in (values if many else [values]))

    letter, register = a_letter(), StoredRegister(engine)
    recorded = register.append(letter.id, letter, actor="Ann", expecting=0, entry=indexed(letter))
    written = list(sent)
    card = register.card(letter.id)
    engine.dispose()
    assert card
    return written, {"id": letter.id, "sequence": recorded.sequence, "number": card.number}


def renewed(values: Any, fresh: dict[Any, Any]) -> Any:
    """The same parameters for another letter."""
    if isinstance(values, dict):
        return {name: renewed(value, fresh) for name, value in values.items()}
    if isinstance(values, tuple):
        return tuple(renewed(value, fresh) for value in values)
    return fresh.get(values, values) if isinstance(values, int | str | UUID) else values
