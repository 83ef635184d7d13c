"""Letters as another program shows them: LibreOffice makes pages of the documents, and the pages are read."""

import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from app.documents.letters import letter_document
from app.documents.texts import squeezed
from joic_policy import POLICY, Format
from joic_policy.contacts import Needs
from joic_policy.handling import (
    Correspondence,
    Draft,
    Part,
    Sender,
    Template,
    composed,
    ready_answers,
    wording,
)
from joic_policy.handling.correspondence.style import style

ANN = Sender(
    first_name="Ann",
    surname="Le Brun",
    title="Senior Officer",
    telephone="01534 716530",
    email="a.lebrun@example.org",
)
ANSWER = "\n\n".join(ready_answers()["raise_with_organisation"].text)
TYPED = {"address": "1 High Street\nSt Helier\nJE2 4QP", "answer": ANSWER, "due": "Monday 23 March 2026"}
AGREED = [Format.LARGE_PRINT, Format.EASY_READ, Format.TEXT_ONLY]
PROGRAMS = {"soffice": "libreoffice-writer-nogui", "pdftotext": "poppler-utils"}
# Verdana itself, or what stands in for it where it is not installed: it has the same ancestor and widths.
FONTS = ("Verdana", "DejaVuSans")


def letter(template: Template, shape: Format = Format.STANDARD, **facts: Any) -> Correspondence:
    """A letter as long as most are, with everything in it."""
    known = {key: TYPED.get(key, f"what is to be said of the {key} of it") for key in wording(template).asks}
    slip = template is Template.COMPLIMENT_SLIP
    enclosed = ("Our leaflet on your rights", "Your passport", "A form") if slip else ("Our leaflet",)
    return composed(
        Draft(
            template=template,
            written_on=date(2026, 3, 16),
            sender=ANN,
            addressed_as="Ms Vibert",
            recipient=("Ms Jeanne Vibert", "Vibert & Sons", "1 High Street", "St Helier", "JE2 4QP"),
            reference="CMP/2026/0117",
            facts=known | facts,
            needs=Needs(format=shape),
            enclosures=enclosed if wording(template).from_office else (),
        )
    )


LETTERS: Mapping[str, Correspondence] = {
    **{template.value: letter(template) for template in Template},
    **{
        f"{template}_{shape}": letter(template, shape)
        for template in (Template.FORMAL_RESPONSE, Template.COMPLIMENT_SLIP)
        for shape in AGREED
    },
    "long": letter(Template.FORMAL_RESPONSE, answer="\n\n".join([ANSWER] * 8)),
}
ON_ONE_PAGE = [
    name for name, one in LETTERS.items() if name != "long" and one.points <= style().letter_points
]


@frozen
class Page:
    """A document as it was printed."""

    path: Path

    def told(self, program: str, *options: str) -> str:
        """What a program says of it."""
        return printed(program, *options, str(self.path), *(["-"] if program == "pdftotext" else []))

    @property
    def words(self) -> str:
        """What stands on it in reading order, without its page numbers."""
        text = unicodedata.normalize("NFKC", self.told("pdftotext", "-raw"))
        return re.sub(r"Page\d+of\d+", "", squeezed([text]))

    @property
    def heights(self) -> list[float]:
        """How high each word on it stands, in points."""
        lines = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', self.told("pdftotext", "-bbox"))
        return [float(low) - float(high) for high, low in lines]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return int(re.findall(r"Pages: +(\d+)", self.told("pdfinfo"))[0])


def printed(*command: str) -> str:
    """What a program prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603  # ours


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Page]:
    """Every letter as pages, made by LibreOffice at one go."""
    for program, package in PROGRAMS.items():
        if shutil.which(program) is None:
            pytest.skip(f"no {program} here: install Debian's package {package}")
    folder = tmp_path_factory.mktemp("letters")
    for name, one in LETTERS.items():
        (folder / f"{name}.docx").write_bytes(letter_document(one))
    command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    subprocess.run(  # noqa: S603  # our own files
        [*command, "--convert-to", "pdf", "--outdir", folder, *sorted(folder.glob("*.docx"))],
        check=True,
        capture_output=True,
        env={**os.environ, "HOME": str(folder)},
        timeout=120,
    )
    return {name: Page(folder / f"{name}.pdf") for name in LETTERS}


@pytest.mark.parametrize("name", LETTERS)
def test_every_part_is_there_and_in_order(name: str, pages: Mapping[str, Page]) -> None:
    """All that was written, from the heading to the note, and nothing beside it but the page numbers."""
    parts = [squeezed(lines) for lines in LETTERS[name].parts.values()]

    assert pages[name].words == unicodedata.normalize("NFKC", "".join(parts))


@pytest.mark.parametrize("name", ON_ONE_PAGE)
def test_a_usual_letter_is_on_one_page(name: str, pages: Mapping[str, Page]) -> None:
    """A slip on its third of a page too, with three things named."""
    assert pages[name].pages == 1


@pytest.mark.parametrize("name", LETTERS)
def test_it_is_in_the_font_of_the_office(name: str, pages: Mapping[str, Page]) -> None:
    """In nothing else, and the font is in the file."""
    rows = pages[name].told("pdffonts").splitlines()[2:]

    assert POLICY.office.letter_font == FONTS[0]
    assert rows
    assert all(row.partition("+")[2].startswith(FONTS) for row in rows)
    assert all(row.split()[-5] == "yes" for row in rows)


@pytest.mark.clause("WRI-2")
@pytest.mark.parametrize("shape", [Format.LARGE_PRINT, Format.EASY_READ])
@pytest.mark.parametrize("template", [Template.FORMAL_RESPONSE, Template.COMPLIMENT_SLIP])
def test_larger_is_larger_on_paper(template: Template, shape: Format, pages: Mapping[str, Page]) -> None:
    """The smallest word of it, by as much as the sizes say; and plain text is of one size."""
    usual = pages[f"{template}_{Format.TEXT_ONLY}"].heights
    larger = min(pages[f"{template}_{shape}"].heights) / max(usual)

    assert max(usual) == pytest.approx(min(usual), rel=0.02)
    assert larger == pytest.approx((style().larger(shape) or 0) / style().letter_points, rel=0.02)


def test_no_closing_stands_alone(pages: Mapping[str, Page]) -> None:
    """On the last page of a long letter, some of its text stands above the signature."""
    long = pages["long"]
    last = squeezed([long.told("pdftotext", "-raw", "-f", str(long.pages))])

    assert long.pages > 1
    assert f"Page{long.pages}of{long.pages}" in last
    assert squeezed(LETTERS["long"].paragraphs[-1:]) in last
    assert squeezed(LETTERS["long"].parts[Part.SIGNED]) in last


@pytest.mark.parametrize("name", LETTERS)
def test_there_is_something_to_see(name: str, pages: Mapping[str, Page], tmp_path: Path) -> None:
    """In the picture of its first page: dark on white, within the margins."""
    printed("pdftoppm", "-gray", "-r", "30", "-singlefile", str(pages[name].path), str(tmp_path / "page"))
    header, points = re.split(rb"(?<=\s255)\s", (tmp_path / "page.pgm").read_bytes(), maxsplit=1)
    width, height = map(int, header.split()[1:3])
    rows = [points[start : start + width] for start in range(0, width * height, width)]
    dark = sum(point < 200 for point in points) / len(points)

    assert 0.005 < dark < 0.3
    assert all(min(row[:8] + row[-8:]) > 200 for row in rows)
    assert min(map(min, rows[:4] + rows[-4:])) > 200
