"""What it costs to begin, each time in a new interpreter."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.measure import interpreters

pytestmark = pytest.mark.benchmark

FIRST_DEADLINE = """
from datetime import date
from joic_policy import Channel, Customer, Received, contact_from, deadlines
received = Received(channel=Channel.LETTER, customer=Customer(), received_on=date(2026, 5, 1), external=True)
assert deadlines(contact_from([received]))[0].due_on == date(2026, 5, 7)
"""
WORKALENDARS_FIRST = """
from datetime import date
from workalendar.europe import Guernsey
assert Guernsey().add_working_days(date(2026, 5, 1), 15) == date(2026, 5, 26)
"""


def test_import(judged: Callable[..., None], tmp_path: Path) -> None:
    """`import joic_policy` against `import cattrs`."""
    programs = {"ours": "import joic_policy", "cattrs": "import cattrs"}
    seconds = interpreters(25, programs, tmp_path)

    judged("import joic_policy / import cattrs", seconds["ours"] / seconds["cattrs"], at_most=2)


def test_import_and_first_deadline(judged: Callable[..., None], tmp_path: Path) -> None:
    """From nothing to the dates of a letter, against workalendar from nothing to one date."""
    programs = {"ours": FIRST_DEADLINE, "workalendar": WORKALENDARS_FIRST}
    seconds = interpreters(25, programs, tmp_path)

    judged(
        "import and first deadline / workalendar's import and first answer",
        seconds["ours"] / seconds["workalendar"],
        at_most=1.2,
    )
