"""Letters as documents: what is in the file, read with other eyes than those that wrote it."""

import io
import re
import zipfile
from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from docx import Document
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.letters import document_faults, file_name, letter_document, letter_text
from app.documents.texts import NotAsWrittenError, printable, squeezed
from joic_policy import (
    POLICY,
    Channel,
    Customer,
    DelayTold,
    Duty,
    Format,
    Received,
    contact_from,
    deadlines,
)
from joic_policy.contacts import Needs
from joic_policy.handling import (
    Correspondence,
    Draft,
    Medium,
    Part,
    Sender,
    Template,
    composed,
    delayed,
    reply_draft,
    wording,
)
from joic_policy.handling.correspondence.style import style
from tests.strategies import letter_drafts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ON = date(2026, 3, 16)
ANN = Sender(
    first_name="Ann", surname="Le Brun", title="Officer", telephone="01534 716530", email="ann@example.org"
)


def letter(template: Template = Template.FORMAL_RESPONSE, **facts: Any) -> Correspondence:
    """A letter with everything in it."""
    whole: dict[str, Any] = {
        "written_on": ON,
        "sender": ANN,
        "addressed_as": "Ms Vibert",
        "recipient": ("Ms J Vibert", "1 High Street"),
        "reference": "CMP/7",
        "facts": {key: f"what stands for {key}" for key in wording(template).asks},
        "enclosures": ("a leaflet",),
    }
    return composed(Draft(template=template, **(whole | facts)))


def in_format(shape: Format, **facts: Any) -> Correspondence:
    """A letter in a format agreed with the customer."""
    return letter(needs=Needs(format=shape), **facts)


def opened(document: bytes) -> dict[str, ET.Element]:
    """Every part of a package as its elements."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return {name: ET.fromstring(package.read(name)) for name in package.namelist()}  # noqa: S314  # ours


def words(document: bytes) -> str:
    """What its page says, from the heading down."""
    parts = opened(document)
    pages = [parts[name] for name in ("word/header1.xml", "word/document.xml") if name in parts]
    return squeezed(each.text or "" for page in pages for each in page.iter() if each.tag == f"{W}t")


def values(part: ET.Element, tag: str) -> set[str]:
    """Every value of an element, wherever it stands."""
    return {each.get(f"{W}val") or "" for each in part.iter(f"{W}{tag}")}


def style_of(paragraph: Paragraph) -> str | None:
    """The name of its style."""
    return paragraph.style.name if paragraph.style else None


def remove(paragraph: Paragraph) -> None:
    """Take it out of its document."""
    element = paragraph._element  # noqa: SLF001  # a document is not meant to lose a paragraph
    element.getparent().remove(element)


def change(paragraph: Paragraph) -> None:
    """Add to it."""
    paragraph.add_run("!")


class TestDocument:
    """Every letter there can be."""

    @pytest.mark.clause("WRI-3")
    @settings(max_examples=60)
    @given(letter_drafts())
    def test_says_all_of_the_letter_and_nothing_else(self, one: Draft) -> None:
        """In the order of the page, whatever was typed; the same letter is the same file."""
        written = composed(one)
        document = letter_document(written)

        assert words(document) == squeezed([*written.heading, written.text])
        assert document_faults(document, written) == ()
        assert document == letter_document(written)

    @pytest.mark.parametrize("template", Template)
    def test_is_in_the_font_of_the_office_and_in_british_english(self, template: Template) -> None:
        """For every kind of script, so that no program takes another font for some of them."""
        parts = opened(letter_document(letter(template)))
        fonts = [each.attrib for part in parts.values() for each in part.iter(f"{W}rFonts")]

        assert fonts
        assert all(
            font == {f"{W}{script}": "Verdana" for script in ("ascii", "hAnsi", "eastAsia", "cs")}
            for font in fonts
        )
        assert values(parts["word/styles.xml"], "lang") == {"en-GB"}

    def test_no_closing_stands_alone_on_a_page(self) -> None:
        """The last of the text, the closing and the signature are kept with what follows, or in one piece."""
        read = Document(io.BytesIO(letter_document(letter())))
        by_style = {style_of(each): each for each in read.paragraphs}
        styles = {each.name: each for each in read.styles if isinstance(each, ParagraphStyle)}

        assert by_style["Letter body"].paragraph_format.keep_with_next
        assert read.paragraphs[5].paragraph_format.keep_with_next is None
        assert styles["Letter closing"].paragraph_format.keep_with_next
        assert styles["Letter signed"].paragraph_format.keep_together

    def test_tells_of_nobody_who_made_it(self) -> None:
        """Its title, its day and the Office: no other author, no picture, no time of making."""
        document = letter_document(letter(facts={"about": "a secret", "received": "x", "answer": "y"}))
        about = Document(io.BytesIO(document)).core_properties

        assert (about.title, about.author, about.language) == (
            "Formal response",
            "Jersey Office of the Information Commissioner",
            "en-GB",
        )
        assert (about.last_modified_by, about.comments, about.subject, about.keywords) == ("", "", "", "")
        assert about.created == about.modified == datetime(2026, 3, 16, tzinfo=UTC)
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert not [name for name in package.namelist() if re.search("thumb|theme|custom|app", name)]
            assert package.namelist()[0] == "[Content_Types].xml"

    def test_of_a_customer_has_no_author(self) -> None:
        """It is theirs."""
        about = Document(io.BytesIO(letter_document(letter(Template.FOI_REQUEST)))).core_properties

        assert about.author == ""

    def test_a_gap_is_marked(self) -> None:
        """Whoever opens it sees what is still to be filled in."""
        document = opened(letter_document(letter(facts={})))["word/document.xml"]
        marked = [
            "".join(text.text or "" for text in run.iter(f"{W}t"))
            for run in document.iter(f"{W}r")
            if run.find(f"{W}rPr/{W}highlight") is not None
        ]

        assert marked[0] == "[to fill in: what they wrote about]"
        assert len(marked) == len(wording(Template.FORMAL_RESPONSE).asks) + 1  # one stands in the subject too

    def test_another_font_of_the_office_is_the_font(self) -> None:
        """It is data."""
        policy = evolve(POLICY, office=evolve(POLICY.office, letter_font='A & "B"'))
        written = composed(Draft(template=Template.DELAY_NOTICE, written_on=ON), policy=policy)

        fonts = opened(letter_document(written, policy=policy))["word/styles.xml"].iter(f"{W}rFonts")
        assert {font.get(f"{W}ascii") for font in fonts} == {'A & "B"'}

    @given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(1, 60))
    @settings(max_examples=10)
    def test_a_notice_of_delay_gives_the_dates_of_the_deadline(self, on: date, n: int) -> None:
        """The day that is told is the day by which the contact is then owed an answer."""
        contact = contact_from(
            [Received(channel=Channel.LETTER, received_on=on, customer=Customer(name="J Vibert"))]
        )
        formal = next(each for each in deadlines(contact) if each.duty is Duty.FORMAL_RESPONSE)
        told_at = datetime.combine(formal.due_on or on, datetime.min.time(), UTC)
        revised_on = formal.ground.calendar.add(formal.due_on or on, n)
        draft = reply_draft(contact, Template.DELAY_NOTICE, written_on=on, sender=ANN)
        document = letter_document(composed(delayed(draft, formal, revised_on=revised_on, told_at=told_at)))

        told = DelayTold(happened_at=told_at, revised_on=revised_on, channel=Channel.LETTER)
        owed = [each.due_on for each in deadlines(contact_from([*contact.events, told]))]
        assert revised_on in owed
        assert f"{revised_on:%A}{revised_on.day}{revised_on:%B%Y}" in words(document)


class TestFormats:
    """What was agreed with the customer (WRI-2)."""

    @pytest.mark.clause("WRI-2")
    @pytest.mark.parametrize("template", [Template.FORMAL_RESPONSE, Template.COMPLIMENT_SLIP])
    @pytest.mark.parametrize("shape", [Format.LARGE_PRINT, Format.EASY_READ])
    def test_larger_means_everything_on_the_page(self, shape: Format, template: Template) -> None:
        """The heading, the page numbers and the note too; usually those are smaller than the text."""
        least = style().larger(shape) or 0
        usual = opened(letter_document(letter(template)))["word/styles.xml"]
        large = opened(letter_document(letter(template, needs=Needs(format=shape))))["word/styles.xml"]

        assert min(map(int, values(large, "sz"))) == least * 2
        assert min(map(int, values(usual, "sz"))) < style().letter_points * 2 < least * 2

    @pytest.mark.clause("WRI-2")
    @pytest.mark.parametrize("template", [Template.FORMAL_RESPONSE, Template.COMPLIMENT_SLIP])
    def test_text_only_has_nothing_but_text(self, template: Template) -> None:
        """One font in one size: no header, no footer, no line, no colour, nothing bold, no columns."""
        parts = opened(letter_document(letter(template, needs=Needs(format=Format.TEXT_ONLY))))
        tags = {each.tag.removeprefix(W) for part in parts.values() for each in part.iter()}

        assert not tags & {
            "b",
            "color",
            "pBdr",
            "jc",
            "cols",
            "headerReference",
            "footerReference",
            "highlight",
        }
        assert values(parts["word/styles.xml"], "sz") == {str(style().letter_points * 2)}

    def test_text_only_is_a_text_too(self) -> None:
        """With its heading, line by line, as any program reads it."""
        text = letter_text(in_format(Format.TEXT_ONLY)).decode("utf-8-sig")

        assert text.startswith(
            "Jersey Office of the Information Commissioner\r\n\r\n2nd Floor, 5 Castle Street, St Helier,"
        )
        assert "\r\n\r\nMs J Vibert\r\n1 High Street\r\n\r\nMonday 16 March 2026\r\n\r\n" in text
        assert "\n" not in text.replace("\r\n", "")
        assert text.endswith("Please tell us if this is not what you need.\r\n\r\n")

    @settings(max_examples=30)
    @given(letter_drafts())
    def test_every_letter_is_a_text(self, one: Draft) -> None:
        """All of it, and nothing that no page shows."""
        written = composed(one)
        text = letter_text(written).decode("utf-8-sig")

        assert squeezed([text]) == squeezed([*written.heading, written.text])
        assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", text.replace("\r\n", ""))


class TestFaults:
    """A document is read again before it is handed out."""

    WRITTEN = letter()

    @pytest.mark.parametrize("part", [part for part in Part if part is not Part.HEADING])
    def test_a_part_that_is_gone_or_changed_is_found(self, part: Part) -> None:
        """By its name."""
        for spoil in (remove, change):
            read = Document(io.BytesIO(letter_document(self.WRITTEN)))
            spoil(next(each for each in read.paragraphs if style_of(each) == f"Letter {part}"))
            file = io.BytesIO()
            read.save(file)

            assert f"{part} is not as it was written" in document_faults(file.getvalue(), self.WRITTEN)

    def test_a_heading_that_is_another_one_is_found(self) -> None:
        """Headed paper is a part of the letter."""
        other = evolve(self.WRITTEN, heading=("Another Office",))
        none = evolve(self.WRITTEN, heading=())

        assert document_faults(letter_document(other), self.WRITTEN) == ("heading is not as it was written",)
        assert len(document_faults(letter_document(none), self.WRITTEN)) == 2
        assert len(document_faults(letter_document(self.WRITTEN), none)) == 1

    def test_another_order_is_found(self) -> None:
        """Though every part is there."""
        read = Document(io.BytesIO(letter_document(self.WRITTEN)))
        read.paragraphs[-1]._element.addnext(read.paragraphs[0]._element)  # noqa: SLF001  # to spoil it
        file = io.BytesIO()
        read.save(file)

        (fault,) = document_faults(file.getvalue(), self.WRITTEN)
        assert fault.startswith("its parts are heading, date, ")

    def test_letters_that_are_too_small_are_found(self) -> None:
        """Where larger ones were agreed."""
        large = in_format(Format.LARGE_PRINT)
        read = Document(io.BytesIO(letter_document(large)))
        read.styles["Letter note"].font.size = Pt(9)
        file = io.BytesIO()
        read.save(file)

        assert document_faults(file.getvalue(), large) == ("Letter note is smaller than 18 points",)

    def test_what_was_found_is_said(self) -> None:
        """To whoever looks for the cause."""
        assert str(NotAsWrittenError(["a", "b"])) == "the document is not as it was written: a; b"


def test_a_file_is_named_for_what_it_is() -> None:
    """And for nobody."""
    assert file_name(letter(Template.DELAY_NOTICE), "docx") == "delay_notice_2026-03-16.docx"


def test_a_slip_is_a_third_of_a_page() -> None:
    """Larger letters have a whole one."""

    def size(written: Correspondence) -> tuple[int, int]:
        section = Document(io.BytesIO(letter_document(written))).sections[0]
        return round((section.page_width or 0) / 36000), round((section.page_height or 0) / 36000)

    slip = letter(Template.COMPLIMENT_SLIP)
    assert slip.medium is Medium.COMPLIMENT_SLIP
    assert size(slip) == (210, 99)
    assert size(letter(Template.COMPLIMENT_SLIP, needs=Needs(format=Format.LARGE_PRINT))) == (210, 297)
    assert size(letter()) == (210, 297)


@given(st.text())
def test_what_is_printable_stays(text: str) -> None:
    """Nothing is added, nothing is changed, and a second time nothing more is taken."""
    shown = printable(text)

    assert shown == printable(shown)
    assert "".join(filter(str.isalnum, shown)) == "".join(filter(str.isalnum, text))
