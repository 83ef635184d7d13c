"""When everything goes wrong the register keeps what it confirmed, and nothing by half."""

import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Thread
from uuid import UUID

import pytest
from sqlalchemy import URL, make_url, text

from app.store import StoredRegister, open_register
from app.store.opening import opened
from app.store.recording import add
from app.store.transactions import writing
from app.store.verifying import verified
from joic_policy import Customer
from joic_policy.contacts import FeedbackGiven, FeedbackKind, MessageTaken
from joic_policy.errors import RegisterError, StaleVersionError
from joic_policy.register import Wanted
from tests.desks import NOON, a_letter, desk_on
from tests.postgres import needs_postgresql, new_postgresql_url

TREE = Path(__file__).parents[2]
WRITERS = 20
WRITES = int(os.environ.get("JOIC_TEST_WRITES", "1"))  # of each of them; more on demand
KILLS = int(os.environ.get("JOIC_TEST_KILLS", "3"))  # likewise

HOSTILE = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "control characters": "".join(map(chr, range(32))) + "\x7f\u0085\u2028",
    "formula": '=HYPERLINK("http://example.org";"x")',
    "sql": "'); DROP TABLE link; --",
    "right to left": "\u202egnp.exe\u2066 \u200f",
    "half a pair": "\ud800 and \udfff",
    "beyond the plane": "\U0001f980 \U0001d518\U0001d52b \ufdfd ß \u0130",
    "100 kB": "Ärger " * 17_000,
    "as SQL and JSON escape": "%s :name \\u0000 \\ \" ' ${x} {0}",
}

# A program that begins contacts as fast as it can, and says which were confirmed.
WRITER = """
import sys
from app.store import open_register
from joic_policy.contacts import FeedbackGiven
from tests.desks import NOON, a_letter, desk_on
desk = desk_on(open_register(sys.argv[1]))
while True:
    letter = a_letter()
    desk.record(letter.id, letter, expecting=0)
    desk.record(letter.id, FeedbackGiven(happened_at=NOON, kind="compliment"), expecting=1)
    print(letter.id, flush=True)
"""


class Door:
    """A way to the server that can be shut and opened: what goes on behind it is the server's own."""

    def __init__(self, server: URL) -> None:
        self._server = server
        self._ends: list[socket.socket] = []
        self._port = 0
        self.open()
        behind = server.set(host="127.0.0.1", port=self._port)
        self.url = behind.render_as_string(hide_password=False)

    def open(self) -> None:
        """Let everybody through."""
        self._listening = socket.create_server(("127.0.0.1", self._port))
        self._port = self._listening.getsockname()[1]
        Thread(target=self._let_in, args=(self._listening,), daemon=True).start()

    def shut(self) -> None:
        """Cut off who is in, and refuse who comes."""
        for end in (self._listening, *self._ends):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self._ends.clear()

    def _let_in(self, listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                near, _ = listening.accept()
                far = socket.create_connection((self._server.host or "", self._server.port or 5432))
                self._ends += [near, far]
                for here, there in ((near, far), (far, near)):
                    Thread(target=self._carry, args=(here, there), daemon=True).start()

    @staticmethod
    def _carry(here: socket.socket, there: socket.socket) -> None:
        with suppress(OSError):
            while told := here.recv(65536):
                there.sendall(told)
        with suppress(OSError):
            there.shutdown(socket.SHUT_RDWR)


def faults(url: str) -> tuple[str, ...]:
    """What does not fit in the history."""
    engine = opened(url)
    found = verified(engine)
    engine.dispose()
    return found.faults


@pytest.mark.parametrize("kill", range(KILLS))
def test_what_was_confirmed_outlives_a_kill(url: str, kill: int) -> None:
    """Two programs killed while writing: every confirmed contact is there whole, and the history verifies."""
    open_register(url).close()
    command = [sys.executable, "-c", WRITER, url]
    writers = [
        subprocess.Popen(command, cwd=TREE, stdout=subprocess.PIPE, text=True)  # noqa: S603 (this Python)
        for _ in range(2)
    ]
    lines = [writer.stdout.readline() for writer in writers if writer.stdout]
    time.sleep(0.2 + 0.13 * kill)
    for writer in writers:
        writer.send_signal(signal.SIGKILL)
    for writer in writers:
        lines.extend(writer.communicate()[0].splitlines(keepends=True))
    confirmed = [UUID(line.strip()) for line in lines if line.endswith("\n")]

    desk = desk_on(open_register(url))

    assert confirmed
    assert [desk.contact(contact).version for contact in confirmed] == [2] * len(confirmed)
    assert faults(url) == ()


def test_twenty_writers_lose_nothing(url: str, register: StoredRegister) -> None:
    """Twenty at once, on contacts of their own and on one they share: all is there, once, in one chain."""
    shared = a_letter()
    desk_on(register).record(shared.id, shared, expecting=0)

    def write(_: int) -> int:
        desk = desk_on(register)
        for _ in range(WRITES):
            own = a_letter()
            desk.record(own.id, own, expecting=0)
        event = FeedbackGiven(happened_at=NOON, kind=FeedbackKind.COMPLIMENT)
        tries = 0
        while True:
            tries += 1
            try:
                desk.record(shared.id, event, expecting=desk.contact(shared.id).version)
            except StaleVersionError:
                continue
            desk.record(shared.id, event, expecting=0)
            return tries

    with ThreadPoolExecutor(WRITERS) as pool:
        assert min(pool.map(write, range(WRITERS))) >= 1

    assert desk_on(register).contact(shared.id).version == WRITERS + 1
    count = WRITERS * WRITES + 1
    assert [card.number for card in register.found(("zoe",), size=count * 2)] == [*range(count, 0, -1)]
    assert faults(url) == ()


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_text_is_kept_as_typed(register: StoredRegister, what: str) -> None:
    """In every field: stored, found beside, shown as it was typed."""
    typed = HOSTILE[what]
    customer = Customer(name=typed, organisation=typed, address=typed, telephone=typed, email=typed)
    letter = a_letter(customer=customer, subject=typed, text=f"harmless {typed}", file=typed, owner=typed)
    desk = desk_on(register)
    desk.record(letter.id, letter, expecting=0)
    desk.record(letter.id, MessageTaken(happened_at=NOON, recipient=typed, text=typed, by=typed), expecting=1)

    held = desk.contact(letter.id)

    assert held.contact.opening.customer == customer
    assert [getattr(each.event, "text", None) for each in held.history] == [f"harmless {typed}", typed]
    assert [card.subject for card in desk.find("harmless")] == [typed]
    assert [card.name for card in register.on_file(typed)] == [typed]
    assert desk.find(typed) is not None


def test_a_register_in_use_elsewhere_is_said_so(sqlite_url: str) -> None:
    """Locked by another program: nothing is recorded, the refusal says try again, and trying again works."""
    register = open_register(f"{sqlite_url}?check_same_thread=false")  # as another program would write it
    desk = desk_on(register)
    letter = a_letter()
    with register._engine.connect() as connection:  # noqa: SLF001 (to make it impatient)
        connection.exec_driver_sql("PRAGMA busy_timeout=50")
    with writing(opened(sqlite_url)), pytest.raises(RegisterError, match="try again"):
        desk.record(letter.id, letter, expecting=0)

    assert desk.record(letter.id, letter, expecting=0).version == 1


def test_a_full_disk_is_said_so(sqlite_url: str) -> None:
    """Nothing is half written; with room again the same event is recorded."""
    register = open_register(sqlite_url)
    desk = desk_on(register)
    letter = a_letter(text="x" * 2_000_000)
    engine = register._engine  # noqa: SLF001 (to make its disk small)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=60")

    with pytest.raises(RegisterError, match="disk is full"):
        desk.record(letter.id, letter, expecting=0)

    engine.dispose()
    assert desk.record(letter.id, letter, expecting=0).version == 1
    assert faults(sqlite_url) == ()


@needs_postgresql
def test_a_server_that_goes_and_comes_back() -> None:
    """While it is gone each attempt is refused in words; once it is back the same one is recorded, once."""
    with new_postgresql_url() as url:
        door = Door(make_url(url))
        register = open_register(door.url)
        desk, letter, message = desk_on(register), a_letter(), MessageTaken(happened_at=NOON)
        desk.record(letter.id, letter, expecting=0)

        door.shut()
        for ask in (
            lambda: desk.record(letter.id, message, expecting=1),
            lambda: desk.contact(letter.id),
            lambda: register.queue(Wanted(), at=NOON),
            lambda: register.drafts.keep(letter.id, page="", actor="", body={}, at=NOON),
            lambda: open_register(door.url),
        ):
            with pytest.raises(RegisterError, match=r"cannot be reached.* try again"):
                ask()
        door.open()

        assert desk.record(letter.id, message, expecting=1).version == 2
        assert desk.record(letter.id, message, expecting=1).version == 2
        assert [each.version for each in register.history(letter.id)] == [1, 2]
        assert faults(url) == ()
        register.close()
        door.shut()


@needs_postgresql
def test_a_server_that_goes_during_a_write_has_nothing_by_half() -> None:
    """Cut off between the statements of one write, none of them counts; the retry is recorded."""
    with new_postgresql_url() as url:
        register, letter = open_register(url), a_letter()
        engine = opened(url)

        def cut_off() -> None:
            with writing(engine) as connection:
                add(connection, letter.id, letter, actor="", expecting=0, entry=None, erases=False)
                connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

        with pytest.raises(RegisterError, match="try again"):
            cut_off()

        assert register.history(letter.id) == ()
        assert desk_on(register).record(letter.id, letter, expecting=0).sequence == 1
        engine.dispose()
        register.close()


def test_a_server_that_is_gone_is_said_so() -> None:
    """An address at which nobody answers is refused in words."""
    with pytest.raises(RegisterError, match="cannot be reached"):
        open_register("postgresql://nobody@127.0.0.1:1/none")


def test_a_server_that_dropped_us_is_found_again(url: str, register: StoredRegister) -> None:
    """Connections cut while idle are made anew."""
    desk = desk_on(register)
    letter = a_letter()
    desk.record(letter.id, letter, expecting=0)
    if url.startswith("postgresql"):
        killer = opened(url)
        with killer.connect() as connection:
            connection.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE pid <> pg_backend_pid() AND state = 'idle' AND usename = current_user"
                )
            )
        killer.dispose()

    assert desk.contact(letter.id).version == 1


def test_what_is_no_register_is_refused(tmp_path: Path) -> None:
    """Neither another kind of address nor a file of another kind is taken."""
    other = tmp_path / "notes.txt"
    other.write_text("no database at all, though long enough to be looked at " * 30)

    for address in (f"sqlite:///{other}", f"sqlite:///{tmp_path}/no/such/folder/x.sqlite", "mysql://x/y"):
        with pytest.raises(RegisterError):
            open_register(address)
