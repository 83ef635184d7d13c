"""What the README shows is what happens."""

import doctest
import re
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def test_every_example_of_the_readme_gives_what_it_shows() -> None:
    """The examples run in order, in one session, as a reader would type them."""
    blocks = re.findall(r"```pycon\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "README.md", None, 0)

    results = doctest.DocTestRunner().run(examples)

    assert results.attempted > 10
    assert results.failed == 0
