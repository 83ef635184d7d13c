"""A letter or a slip as a document for a word processor, read again before it is handed out; or as text."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime, time
from itertools import groupby
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_BREAK, WD_COLOR_INDEX
from docx.text.paragraph import Paragraph

from app.documents.paper import DETAILS, Look, packed, sheet, style_name
from app.documents.texts import NotAsWrittenError, paragraphs, printable, squeezed
from joic_policy import POLICY, Format, Policy
from joic_policy.handling import Correspondence, Medium, Part, wording
from joic_policy.handling.correspondence.composition import GAP

if TYPE_CHECKING:
    from docx.document import Document as Sheet

__all__ = ["document_faults", "file_name", "letter_document", "letter_text"]

_HELD_TOGETHER = re.compile(r"\b\d{1,2} [A-Z][a-z]+ \d{4}\b")  # a day is not parted by the end of a line
_PARTS = {**{style_name(part): part for part in Part}, style_name(DETAILS): Part.HEADING}


def letter_document(letter: Correspondence, *, policy: Policy = POLICY) -> bytes:
    """The letter as a `.docx`, the same to the byte for the same letter; a gap in it is marked.

    Raises:
        NotAsWrittenError: Read again, it does not hold the letter.
    """
    look = _look(letter, policy)
    document = sheet(look)
    for part, lines in letter.parts.items():
        for style, text in _paragraphs(part, lines):
            paragraph = _next_paragraph(document, part, look)
            if part is Part.SUBJECT and look.thin:
                paragraph.add_run().add_break(WD_BREAK.COLUMN)
            _write(paragraph, style, text if look.plain else _held_together(text, style))
        if part is Part.BODY and not look.plain:
            paragraph.paragraph_format.keep_with_next = True  # no closing stands alone on a page
    _describe(document, letter, policy)
    made = _saved(document)
    if faults := document_faults(made, letter):
        raise NotAsWrittenError(faults)
    return made


def letter_text(letter: Correspondence) -> bytes:
    """The letter as plain text, with its heading: nothing but words (WRI-2)."""
    blocks = (text for part, lines in letter.parts.items() for _, text in _paragraphs(part, lines))
    return "\r\n\r\n".join(block.replace("\n", "\r\n") for block in (*blocks, "")).encode("utf-8-sig")


def document_faults(document: bytes, letter: Correspondence) -> tuple[str, ...]:
    """What a document lacks, has beside, or has in another order or too small, compared with its letter."""
    read = Document(io.BytesIO(document))
    header = read.sections[0].first_page_header
    there = [*(() if header.is_linked_to_previous else header.paragraphs), *read.paragraphs]
    return tuple(_faults(read, there, letter))


def file_name(letter: Correspondence, ending: str) -> str:
    """A name for its file that tells of nobody: what it is, and its day."""
    return f"{letter.template.value}_{letter.written_on.isoformat()}.{ending}"


def _look(letter: Correspondence, policy: Policy) -> Look:
    """What stands around the text is smaller, but never where the customer asked for another format."""
    usual = letter.needs.format is Format.STANDARD
    return Look(
        font=letter.font or policy.office.letter_font,
        points=letter.points,
        small=letter.points - 2 if usual else letter.points,
        slip=letter.medium is Medium.COMPLIMENT_SLIP,
        plain=letter.plain,
    )


def _paragraphs(part: Part, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The paragraphs of a part, each with the name of its style."""
    if part is Part.BODY:
        yield from ((style_name(part), text) for line in lines for text in paragraphs(line))
        return
    shown = [line for line in (" ".join(printable(each).split()) for each in lines) if line]
    if part is Part.HEADING:
        yield style_name(part), "\n".join(shown[:1])
        part_name, shown = DETAILS, shown[1:]
    else:
        part_name = part.value
    if shown:
        yield style_name(part_name), "\n".join(shown)


def _next_paragraph(document: "Sheet", part: Part, look: Look) -> Paragraph:
    """Where the next paragraph of a part stands: a heading on the paper, all else below it."""
    if part is not Part.HEADING or look.plain:
        return document.add_paragraph()
    header = document.sections[0].first_page_header
    first = header.paragraphs[0]
    return header.add_paragraph() if first.text else first


def _held_together(text: str, style: str) -> str:
    """The text with spaces that end no line, in days and in each detail of a heading."""
    if style == style_name(DETAILS):
        items = re.split(r"(, | \u00b7 )", text)
        return "".join(each if index % 2 else _joined(each) for index, each in enumerate(items))
    return _HELD_TOGETHER.sub(lambda day: _joined(day.group()), text)


def _joined(words: str) -> str:
    return words.replace(" ", "\u00a0")


def _write(paragraph: Paragraph, style: str, text: str) -> None:
    paragraph.style = style
    rest = 0
    for gap in GAP.finditer(text):
        paragraph.add_run(text[rest : gap.start()])
        paragraph.add_run(gap.group()).font.highlight_color = WD_COLOR_INDEX.YELLOW
        rest = gap.end()
    paragraph.add_run(text[rest:])


def _describe(document: "Sheet", letter: Correspondence, policy: Policy) -> None:
    """What the file says of itself: what it is and of which day; nothing of who made it or for whom."""
    about, at = document.core_properties, datetime.combine(letter.written_on, time.min)
    about.title = wording(letter.template).title
    about.author = policy.office.name if letter.from_office else ""
    about.language = "en-GB"
    about.last_modified_by = about.comments = about.keywords = about.subject = about.category = ""
    about.created = about.modified = at
    about.revision = 1


def _saved(document: "Sheet") -> bytes:
    file = io.BytesIO()
    document.save(file)
    with zipfile.ZipFile(file) as package:
        return packed({name: package.read(name) for name in package.namelist()})


def _faults(read: "Sheet", there: Iterable[Paragraph], letter: Correspondence) -> Iterator[str]:
    told = [(_PARTS.get(_style(each)), each.text) for each in there]
    found = {part: [text for _, text in some] for part, some in groupby(told, key=lambda each: each[0])}
    order = [part for part, _ in groupby(part for part, _ in told)]
    if order != [*letter.parts]:
        yield f"its parts are {', '.join(map(str, order))} instead of {', '.join(letter.parts)}"
    for part, lines in letter.parts.items():
        if squeezed(found.get(part, [])) != squeezed(lines):
            yield f"{part} is not as it was written"
    yield from _too_small(read, letter)


def _too_small(read: "Sheet", letter: Correspondence) -> Iterator[str]:
    if letter.needs.format is not Format.STANDARD:
        for style in read.styles:
            size = getattr(style, "font", None) and style.font.size
            if size and size.pt < letter.points:
                yield f"{style.name} is smaller than {letter.points} points"


def _style(paragraph: Paragraph) -> str:
    return paragraph.style.name if paragraph.style and paragraph.style.name else ""
