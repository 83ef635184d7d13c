"""The history can be trusted: any change to it is found."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from app.store import StoredRegister, open_register
from app.store.opening import opened
from app.store.verifying import Verified, verified
from joic_policy import Customer
from joic_policy.contacts import Erased, MessageTaken
from joic_policy.errors import StaleVersionError
from tests.desks import NOON, a_letter, desk_on

NAME = "Mistinguett Xylophone"
UNGUARDED = {
    "sqlite": [
        f"DROP TRIGGER {name}" for name in ("link_update", "link_delete", "payload_update", "payload_delete")
    ],
    "postgresql": ["SET session_replication_role = replica"],  # neither triggers nor references
}
TAMPERING = {
    "an event is edited": "UPDATE payload SET body = replace(body, 'Harbour', 'Airport') WHERE sequence = 2",
    "an event says who else did it": "UPDATE link SET actor = 'Somebody else' WHERE sequence = 3",
    "an event goes to another contact": (
        "UPDATE link SET version = 4, contact = (SELECT contact FROM link WHERE sequence = 4) "
        "WHERE sequence = 3"
    ),
    "a contact is deleted": "DELETE FROM link WHERE sequence IN (2, 3)",
    "an event is deleted": "DELETE FROM payload WHERE sequence = 2",
    "two events change places": "UPDATE link SET version = version + 10 WHERE sequence = 2",
    "an event is passed off as erased": "UPDATE payload SET body = '{}', erased_by = 6 WHERE sequence = 2",
    "what an erasure left is edited": "UPDATE payload SET body = body || ' ' WHERE sequence = 4",
    "the last events are cut off": "DELETE FROM link WHERE sequence = 6",
    "a contact leaves the index": "DELETE FROM contact WHERE number = 1",
    "a contact is indexed as older": "UPDATE contact SET version = 1 WHERE number = 1",
}


def found_in(url: str) -> Verified:
    """What verifying says."""
    engine = opened(url)
    try:
        return verified(engine)
    finally:
        engine.dispose()


def changed(url: str, change: Callable[[Connection], object]) -> None:
    """Change a database behind the register's back."""
    engine = opened(url)
    if engine.dialect.name == "sqlite":
        engine.dispose()
        with closing(sqlite3.connect(engine.url.database or "")) as raw:
            change(raw)  # type: ignore[arg-type]
            raw.commit()
        return
    with engine.begin() as connection:
        change(connection)
    engine.dispose()


@pytest.fixture
def six_events(register: StoredRegister) -> None:
    """Two contacts, one of them erased, and one more event: sequences 1 to 6."""
    desk = desk_on(register)
    first, second = a_letter(text="Harbour"), a_letter(customer=Customer(name=NAME))
    desk.record(first.id, first, expecting=0)
    desk.record(first.id, MessageTaken(happened_at=NOON, text="Harbour"), expecting=1)
    desk.record(first.id, MessageTaken(happened_at=NOON, text="Harbour"), expecting=2)
    desk.record(second.id, second, expecting=0)
    desk.record(second.id, Erased(happened_at=NOON, by="Ann", why="asked"), expecting=1)
    desk.record(second.id, MessageTaken(happened_at=NOON), expecting=2)


@pytest.mark.usefixtures("six_events")
@pytest.mark.clause("VAL-3")
@pytest.mark.parametrize("change", TAMPERING)
def test_tampering_is_found(url: str, register: StoredRegister, change: str) -> None:
    """Whoever gets past the triggers still cannot change what is recorded unseen."""
    before = found_in(url)
    register.close()

    def tamper(connection: Connection) -> None:
        kind = "postgresql" if url.startswith("postgresql") else "sqlite"
        for statement in (*UNGUARDED[kind], TAMPERING[change]):
            if kind == "postgresql":
                connection.execute(text(statement))
            else:
                connection.execute(statement)  # type: ignore[call-overload]

    changed(url, tamper)
    after = found_in(url)

    assert before.faults == ()
    assert after.faults or after.head != before.head


@pytest.mark.usefixtures("six_events")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE link SET actor = 'Bea'",
        "DELETE FROM link",
        "UPDATE payload SET body = '{}'",
        "UPDATE payload SET erased_by = NULL",
        "DELETE FROM payload",
    ],
)
def test_the_database_itself_refuses_changes(url: str, statement: str) -> None:
    """What happened is only ever added to."""
    engine = opened(url)

    with pytest.raises(SQLAlchemyError, match="only ever added to"), engine.begin() as connection:
        connection.execute(text(statement))

    assert found_in(url).faults == ()


def test_a_second_person_sees_what_changed(register: StoredRegister) -> None:
    """Two people on one contact: the later is told what the earlier recorded, and nothing is recorded."""
    desk = desk_on(register)
    letter, message = a_letter(), MessageTaken(happened_at=NOON, recipient="Bea")
    desk.record(letter.id, letter, expecting=0)
    desk.record(letter.id, message, expecting=1)

    with pytest.raises(StaleVersionError) as refused:
        desk.record(letter.id, MessageTaken(happened_at=NOON), expecting=1)

    assert [each.event.id for each in refused.value.since] == [message.id]  # type: ignore[attr-defined]
    with pytest.raises(StaleVersionError):
        register.append(letter.id, MessageTaken(happened_at=NOON), actor="", expecting=1, entry=None)
    with pytest.raises(StaleVersionError):
        register.erase(
            letter.id, Erased(happened_at=NOON, by="A", why="b"), actor="", expecting=1, entry=None
        )


def test_what_is_stored_is_plain_text(sqlite_url: str) -> None:
    """The history can be read without this program: one JSON object an event."""
    register = open_register(sqlite_url)
    letter = a_letter()
    desk_on(register).record(letter.id, letter, expecting=0)
    register.close()

    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as raw:
        bodies = [json.loads(body) for (body,) in raw.execute("SELECT body FROM payload")]

    assert bodies[0]["event"] == "Received"
    assert bodies[0]["customer"]["name"] == "Zoë Le Sueur"
