"""The register against the plain driver of its database that runs the same SQL on the same rows.

On a million contacts: JOIC_BENCHMARK_CONTACTS=1000000; fewer by default.
"""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import count
from statistics import median
from time import perf_counter, process_time
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from sqlalchemy import event, select

from app.store import StoredRegister, finding, open_register
from app.store.opening import opened
from app.store.rows import CARD
from app.store.schema import contact
from joic_policy import JERSEY, POLICY, Channel, Direction, Duty, Received, contact_from
from joic_policy.register import Entry, Wanted
from joic_policy.register.entries import entry_of
from tests.benchmarks.filling import filled_with, own_word
from tests.benchmarks.measure import least
from tests.desks import NOON, a_letter
from tests.postgres import SERVER, WITHOUT, new_postgresql_url

pytestmark = pytest.mark.benchmark

CONTACTS = int(os.environ.get("JOIC_BENCHMARK_CONTACTS", "100000"))
WRITES = 150
SINCE = datetime(1970, 1, 1, tzinfo=UTC)
CHANNELS, DIRECTIONS, DUTIES = ({each.value: each for each in kind} for kind in (Channel, Direction, Duty))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a register with many contacts."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('register') / 'register.sqlite'}"
        filled_with(url, CONTACTS)
        yield url
    elif SERVER:
        with new_postgresql_url(durable=True) as url:
            filled_with(url, CONTACTS)
            yield url
    else:
        pytest.skip(WITHOUT)


class Plain:
    """The driver itself, on a connection set as the register's are, with SQL that was made once."""

    def __init__(self, url: str) -> None:
        self.engine = opened(url)
        self.connection: Any = self.engine.raw_connection().driver_connection
        self.on_a_server = isinstance(self.connection, psycopg.Connection)
        if self.on_a_server:
            self.connection.prepare_threshold = 0

    def rows(self, sql: str, values: Any) -> list[Any]:
        """What it answers, within a transaction of its own as the register reads."""
        cursor = self.connection.cursor()
        if not self.on_a_server:
            cursor.execute("BEGIN")
        found = cursor.execute(sql, values).fetchall()
        self.connection.rollback()
        return list(found)

    def write(self, statements: list[tuple[str, Any]]) -> None:
        """All of it in one transaction, on disk."""
        cursor = self.connection.cursor()
        if not self.on_a_server:
            cursor.execute("BEGIN IMMEDIATE")
        for sql, values in statements:
            cursor.execute(sql, values)
        self.connection.commit()


def since(held: int) -> datetime:
    """An instant from whole microseconds."""
    return SINCE + timedelta(microseconds=held)


def lines_of(rows: list[Any], uuid: Any) -> list[tuple[Any, ...]]:
    """The rows of the queue as plain tuples of what they mean: ids, choices, days and instants."""
    return [
        (
            uuid(identity),
            number,
            version,
            CHANNELS[channel],
            DIRECTIONS[direction],
            date.fromisoformat(received_on),
            closed_on and date.fromisoformat(closed_on),
            owner,
            file,
            name,
            organisation,
            subject,
            DUTIES[duty],
            place,
            since(arose_at),
            due_on and date.fromisoformat(due_on),
            since(due_at),
            waived_until and since(waived_until),
        )
        for (
            identity,
            number,
            version,
            channel,
            direction,
            received_on,
            closed_on,
            owner,
            file,
            name,
            organisation,
            subject,
            duty,
            place,
            arose_at,
            due_on,
            due_at,
            waived_until,
        ) in rows
    ]


def against(url: str, ours: str, theirs: str, **names: Any) -> float:
    """How many times as long the register takes.

    SQLite works in this process, so that the time of the processor can be taken, which others do not stretch.
    A server works in its own.
    """
    names |= {"NOON": NOON, "ALL": Wanted()}
    clock = process_time if url.startswith("sqlite") else perf_counter
    seconds = least(20, 30, {"ours": ours, "theirs": theirs}, names, clock=clock)
    return seconds["ours"] / seconds["theirs"]


def where(url: str) -> str:
    """Against what."""
    return f"plain {'psycopg' if url.startswith('postgresql') else 'sqlite3'}, {CONTACTS} contacts"


def test_first_page_of_the_queue(filled: str, judged: Callable[..., None]) -> None:
    """Fifty lines, soonest first, against the same rows made into plain tuples."""
    plain, register = Plain(filled), open_register(filled)
    query = finding.queue_query(Wanted(), plain.engine.dialect, first=True)
    asked = query.asked(finding.instants(NOON) | {"size": 50})
    uuid = (lambda held: held) if plain.on_a_server else UUID
    lines, rows = register.queue(Wanted(), at=NOON), lines_of(plain.rows(*asked), uuid)
    assert [(*each.key, each.card.contact) for each in lines] == [
        (row[16], row[14], row[1], row[13], row[0]) for row in rows
    ]
    assert len(rows) == 50

    ratio = against(
        filled,
        "register.queue(ALL, at=NOON)",
        "lines_of(plain.rows(*asked), uuid)",
        register=register,
        plain=plain,
        asked=asked,
        lines_of=lines_of,
        uuid=uuid,
    )
    judged(f"first page of the queue / {where(filled)}", ratio, at_most=2)


def test_open_counts(filled: str, judged: Callable[..., None]) -> None:
    """How much stands how."""
    plain, register = Plain(filled), open_register(filled)
    asked = finding.counts_query(Wanted(), plain.engine.dialect).asked(finding.instants(NOON))
    assert {str(name): count for name, count in register.counts(Wanted(), at=NOON).items()} == dict(
        plain.rows(*asked)
    )

    ratio = against(
        filled,
        "register.counts(ALL, at=NOON)",
        "plain.rows(*asked)",
        register=register,
        plain=plain,
        asked=asked,
    )
    judged(f"open counts / {where(filled)}", ratio, at_most=2)


SEARCHES = {
    "a name and a beginning": ("renouf", "regis"),
    "what all have": ("registration",),
    "a letter": ("r",),
    "what one has": (own_word(CONTACTS // 2),),
    "what all have and what one has": ("registration", own_word(CONTACTS // 2)),
}


@pytest.mark.parametrize("what", SEARCHES)
def test_search(filled: str, judged: Callable[..., None], what: str) -> None:
    """The first fifty, against fifty cards read by their primary key in the same way."""
    register, words = open_register(filled), SEARCHES[what]
    page = select(*CARD).where(contact.c.number > CONTACTS - 50).order_by(contact.c.number.desc())
    assert register.found(words)
    assert len(register._cards(page)) == 50  # noqa: SLF001 (as the register itself reads)

    ratio = against(
        filled, "register.found(words)", "register._cards(page)", register=register, words=words, page=page
    )
    judged(f"search for {what} / by primary key, {where(filled)}", ratio, at_most=5)


@pytest.mark.parametrize("what", ["page", "next page", "counts"])
def test_what_is_not_owed_is_not_looked_at(filled: str, what: str) -> None:
    """A page goes along its index, however many contacts there are; counts go through what is owed alone."""
    plain, at = Plain(filled), finding.instants(NOON) | {"size": 50}
    dialect = plain.engine.dialect
    match what:
        case "page":
            asked = finding.queue_query(Wanted(), dialect, first=True).asked(at)
        case "next page":
            after = finding.place_in_queue((NOON, NOON, 1, 0))
            asked = finding.queue_query(Wanted(), dialect, first=False).asked(at | after)
        case _:
            asked = finding.counts_query(Wanted(), dialect).asked(at)
    how = "EXPLAIN" if plain.on_a_server else "EXPLAIN QUERY PLAN"
    plan = "; ".join(str(row[-1]) for row in plain.rows(f"{how} {asked[0]}", asked[1]))

    assert "owed" in plan
    assert not any(each in plan for each in ("SCAN contact", "Seq Scan on contact", "FOR ORDER BY"))
    if what == "counts":
        assert "contact" not in plan
    else:
        assert "owed_queue" in plan


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
