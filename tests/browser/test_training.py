"""Training mode as learners and their trainer have it, and that it leads to nothing else."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from attrs import frozen
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from websockets.exceptions import InvalidStatus

from app.classroom import Classroom, Pace, open_classroom
from tests.browser.conftest import ROOT
from tests.browser.screen import WCAG, Windows
from tests.browser.test_server import answer
from tests.browser.wire import wired

MAIN = (ROOT / "app" / "main.py").read_text(encoding="utf-8")
PAGES = sorted(set(re.findall(r'"views/(\w+)\.py"', MAIN)) - {"train"})


@frozen(kw_only=True)
class Training:
    """Training mode as its terminal tells it, and where it keeps what."""

    address: str
    code: str
    key: str
    folder: Path
    room: Classroom


@contextmanager
def trained(folder: Path, *arguments: str) -> Iterator[Training]:
    """Training mode in a process of its own; whatever was done there, its register was never made."""
    kept = f"sqlite:///{folder / 'training.sqlite'}"
    environment = os.environ | {
        "JOIC_TRAINING_URL": kept,
        "JOIC_REGISTER_URL": f"sqlite:///{folder / 'register.sqlite'}",
    }
    command = [sys.executable, "-X", "importtime", "-m", "app", "--training", "--port", "0", *arguments]
    with (
        (folder / "log").open("w") as log,
        subprocess.Popen(  # noqa: S603  # our own command
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=log, text=True
        ) as process,
    ):
        assert process.stdout
        told = "".join(
            iter(process.stdout.readline, "Training only; the register is not opened. Ctrl+C ends it.\n")
        )
        found = re.fullmatch(
            r"Learners open +(\S+)\nand the code is (\S+)\n"
            r"The trainer opens \1/train\nand the key is +(\S+)\n",
            told,
        )
        assert found, told
        room = open_classroom(kept, clock=lambda: datetime.now(UTC))
        yield Training(address=found[1], code=found[2], key=found[3], folder=folder, room=room)
        room.close()
        process.terminate()
    assert not list(folder.glob("register*"))
    imported = {line.rpartition("|")[2].strip() for line in (folder / "log").read_text().splitlines()}
    assert "app.training_wiring" in imported
    assert not [
        name for name in imported if name.startswith(("app.store", "app.wiring", "joic_policy.register"))
    ]


@pytest.fixture(scope="module")
def training(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Training]:
    """Training mode for the tests of this module, on this machine alone."""
    with trained(tmp_path_factory.mktemp("training")) as training:
        yield training


@pytest.fixture
def address(training: Training) -> str:
    """Where the windows of this module open."""
    return training.address


def test_a_trainer_and_two_learners_go_through_a_session(windows: Windows, training: Training) -> None:
    """Three browsers: joined with initials, answered, revealed once both have, and reviewed by clause."""
    with ExitStack() as stack:
        lead, *learners = (stack.enter_context(windows()) for _ in range(3))
        page = lead.open("train")
        page.get_by_role("textbox", name="Trainer's key").fill(training.key)
        page.get_by_role("button", name="Go on").click()
        scenarios = page.get_by_role("combobox", name="Written scenarios")
        scenarios.fill("She rang off")
        scenarios.press("Enter")
        expect(page.get_by_text("She rang off (level 1, telephone)")).to_be_visible()
        scenarios.press("Escape")
        page.get_by_role("button", name="Let learners join").click()
        expect(page.get_by_text(training.code)).to_be_visible()
        for initials, each in zip(("ab", "cd"), learners, strict=True):
            joining = each.open()
            joining.get_by_role("textbox", name="Join code").fill(training.code)
            joining.get_by_role("textbox", name="Your initials").fill(initials)
            joining.get_by_role("button", name="Join", exact=True).click()
            expect(joining.get_by_text(f"You are in, {initials.upper()}")).to_be_visible()
        expect(page.get_by_text("2 joined so far.")).to_be_visible()
        page.get_by_role("button", name="Begin").click()

        first, second = (each.page for each in learners)
        first.get_by_role("radio").first.locator("xpath=ancestor::label").click()
        expect(first.get_by_text("Everything is answered.")).to_be_visible()
        first.get_by_role("button", name="Commit").click()
        expect(first.get_by_text("1 of 2 have")).to_be_visible()
        expect(page.get_by_text("1 of 2 have answered.")).to_be_visible()
        first.reload()
        expect(first.get_by_text("1 of 2 have")).to_be_visible()
        expect(first.get_by_text("Marked:")).not_to_be_visible()
        expect(second.get_by_role("button", name="Commit")).to_be_visible()
        second.get_by_role("button", name="Commit").click()
        for each in (first, second):
            expect(each.get_by_text("Marked: She rang off")).to_be_visible()
        expect(page.get_by_text("To talk about: She rang off")).to_be_visible()
        for each in (lead, learners[0]):
            each.settle()
            found = Axe().run(each.page, options={"runOnly": WCAG})
            assert found.violations_count == 0, found.generate_report()
        page.get_by_role("button", name="End the session").click()
        page.get_by_role("button", name="End it for everybody").click()

        expect(page.get_by_role("rowheader", name="TEL-1")).to_be_visible()
        with page.expect_download() as table:
            page.get_by_role("button", name="Table (CSV)").click()
        assert "TEL-1" in table.value.path().read_text(encoding="utf-8-sig")
        first.get_by_role("button", name="See how it went").click()
        expect(first.get_by_text("That was the last one")).to_be_visible()
        assert not [url for each in learners for url in each.asked if re.search(r"initials|=ab\b", url)]


def learn(address: str, code: str, initials: str) -> list[str]:
    """What a learner of a session at their own pace is shown, from joining to the last marks."""
    with wired(address) as window:
        window.type("Join code", code)
        window.type("Your initials", initials)
        window.press("Join")
        shown = [window.html]
        for on in ("Next exercise", "See how it went"):
            window.pick_first()
            window.press("Commit")
            shown.append(window.html)
            if on in window.labels("button"):
                window.press(on)
        return shown


def test_twenty_learners_at_once_lose_nothing(training: Training) -> None:
    """Each has their own window, joins, answers and is marked; all of it is kept."""
    plan = ("rang_off", "call_from_upstairs")
    held = training.room.open(training.room.prepare(plan=plan, pace=Pace.OWN).id, code=training.code)
    names = [f"L{number}" for number in range(20)]
    with ThreadPoolExecutor(len(names)) as threads:
        shown = list(threads.map(lambda name: learn(training.address, training.code, name), names))
    seats = training.room.seats(held.id)
    training.room.end(held.id)

    assert sorted(seat.initials for seat in seats) == sorted(names)
    assert {tuple(each.exercise_id for each in seat.practice.committed) for seat in seats} == {plan}
    assert all(each.answered for seat in seats for each in seat.practice.committed)
    for name, (joined, *marked) in zip(names, shown, strict=True):
        assert f"You are {name}." in joined
        assert [re.findall(r"Marked: ([^<]+)", each)[0] for each in marked] == [
            "She rang off",
            "A call from upstairs",
        ]


@pytest.mark.parametrize(
    "path",
    [
        *(f"/{page}" for page in PAGES),
        "/contact?number=1",
        "/today/",
        "/join",
        "/train/",
        "/../contact",
        "/%2e%2e/contact",
        "//contact",
        "/keys.js",
        "/log.js",
        "/who.js",
        "/media",
        "/_stcore/metrics",
        "/_stcore/upload_file/a/b",
        "/_stcore/agent/openapi.json",
        "/_stcore/health/../metrics",
        "/_stcore/script-health-check",
        "/app/static/register.sqlite",
        "/component/x",
    ],
)
def test_nothing_else_is_there(training: Training, path: str) -> None:
    """No page of the ordinary application, none of its scripts, and no way to send a file."""
    assert answer(training.address, path).status == 404


def test_a_page_of_the_ordinary_application_cannot_be_asked_for_over_the_wire(training: Training) -> None:
    """Whatever a program says that it has open, it is given the way in, and no data."""
    with wired(training.address, page="contact") as window:
        assert window.labels("text_input") == ["Join code", "Your initials"]
    with wired(training.address, query="number=1&seat=x") as window:
        assert window.labels("text_input") == ["Join code", "Your initials"]


def test_a_download_that_is_not_of_training_is_not_there(training: Training) -> None:
    """Files are told apart by what is in them; no name leads to another."""
    for name in ("register.csv", "register.json", "training.sqlite", "../register.sqlite"):
        assert answer(training.address, f"/media/{name}").status == 404


def test_a_page_of_another_host_cannot_speak_for_a_learner(training: Training) -> None:
    """Its websocket is refused before Streamlit asks anybody who we are."""
    with (
        pytest.raises(InvalidStatus, match="403"),
        wired(training.address, origin="http://elsewhere.example"),
    ):
        pass


def test_learners_reach_the_one_address_that_was_named(tmp_path: Path) -> None:
    """By that name alone; the pages of this machine's own address are not among them."""
    with trained(tmp_path, "--host", "127.0.0.2") as training, wired(training.address) as window:
        assert training.address.startswith("http://127.0.0.2:")
        assert "Join" in window.labels("button")
        assert answer(training.address, "/", Host="127.0.0.1").status == 400
        assert answer(training.address, "/", Host="localhost").status == 400


def test_another_hosts_name_is_refused(training: Training) -> None:
    """As in the ordinary application."""
    assert answer(training.address, "/", Host="elsewhere.example").status == 400
    assert json.loads(answer(training.address, "/_stcore/host-config").read())
