"""What the running application answers to anybody on this machine, and what it keeps to itself."""

import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

ROOT = Path(__file__).parents[2]
WORDS = "Jane Doe, 1 Royal Square"


def answer(address: str, path: str, **headers: str) -> HTTPResponse:
    """What one request is answered with."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request("GET", path, headers=headers)
    return connection.getresponse()


@pytest.mark.parametrize("path", ["/", "/policy", "/favicon.png", "/_stcore/health", "/_stcore/metrics"])
def test_every_answer_is_guarded(address: str, path: str) -> None:
    """No script but the application's own, no frame around it, no address passed on."""
    headers = answer(address, path).headers

    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert "unsafe" not in policy["script-src"]
    assert policy["frame-ancestors"] == "'none'"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json"])
def test_what_nobody_here_needs_is_not_there(address: str, path: str) -> None:
    """Neither figures of the server nor a way in for programs."""
    assert answer(address, path).status == 404


def test_another_hosts_name_is_refused(address: str) -> None:
    """A page elsewhere cannot reach the application by pointing its own name here."""
    assert answer(address, "/", Host="elsewhere.example").status == 400


def test_a_port_that_is_taken_is_said_in_one_line(address: str) -> None:
    """With exit 2, and what to do instead."""
    port = str(urlsplit(address).port)
    ended = subprocess.run(  # noqa: S603  # our own command
        [sys.executable, "-m", "app", "--port", port], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert ended.returncode == 2
    assert f"port {port} cannot be had" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.fixture
def failing(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of an application whose page fails with words about a person in it, and its log."""
    script, log = tmp_path / "main.py", tmp_path / "log"
    script.write_text(f"import streamlit as st\nst.title('Page')\nraise ValueError({WORDS[::-1]!r}[::-1])\n")
    code = (
        "import sys; from pathlib import Path; from app.server import listening, serve; bound = listening(0);"
        "print(bound.getsockname()[1], flush=True); serve(bound, script=Path(sys.argv[1]))"
    )
    with (
        log.open("w") as written,
        subprocess.Popen(  # noqa: S603  # our own command
            [sys.executable, "-c", code, script], cwd=ROOT, stdout=subprocess.PIPE, stderr=written, text=True
        ) as process,
    ):
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}", log
        process.terminate()


def test_an_error_shows_a_reference_and_not_its_words(chromium: Browser, failing: tuple[str, Path]) -> None:
    """An error's words may name people: page and log share a reference, the log says where."""
    address, log = failing
    page = chromium.new_page()
    page.goto(address)
    told = page.get_by_role("alert")
    expect(told).to_contain_text("Reference: ")
    reference = told.inner_text().rpartition("Reference: ")[2].strip()
    shown, logged = page.content(), log.read_text()
    page.close()

    assert reference in logged
    assert "ValueError" in logged
    assert "main.py" in logged
    assert WORDS not in shown
    assert WORDS not in logged
