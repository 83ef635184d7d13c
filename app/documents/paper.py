"""The paper that letters are written on: made here, so that no other author's leftovers are in it.

A sheet is a document without a word, in the Office's look: its size and margins, and one style for each part
of a letter. On plain paper every style is the same, and nothing is on the page but the text.
"""

import io
import zipfile
from collections.abc import Mapping
from html import escape

from attrs import frozen
from docx import Document
from docx.document import Document as Sheet

from joic_policy.handling import Part

__all__ = ["DETAILS", "Look", "packed", "sheet", "style_name"]

#: The lines of a heading below its first one.
DETAILS = "details"

_INK, _GREY = "1A4A73", "404040"  # both are dark enough on white for anybody's eyes
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MM = 56.6929  # twentieths of a point in a millimetre
_FEET = ("default", "first")
_RULE = f'<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="6" w:color="{_INK}"/></w:pBdr>'
_OUTLINE = '<w:outlineLvl w:val="0"/>'  # a heading to whoever listens to the page


@frozen(kw_only=True)
class Look:
    """How a page looks: `points` is the size of the text, `small` that of what stands around it."""

    font: str
    points: int
    small: int
    slip: bool = False
    plain: bool = False

    @property
    def roomy(self) -> bool:
        """Whether it is set larger than usual, with more room between the lines."""
        return self.small == self.points and not self.plain

    @property
    def thin(self) -> bool:
        """Whether it is on a third of a page, in two columns; larger letters need a whole one."""
        return self.slip and not self.roomy and not self.plain


def sheet(look: Look) -> Sheet:
    """A document without a word, in this look."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": _document(look),
        "word/_rels/document.xml.rels": _relations(
            {
                "rId1": ("styles", "styles.xml"),
                "rId2": ("settings", "settings.xml"),
                **{f"rId_{foot}": ("footer", f"footer_{foot}.xml") for foot in _FEET},
            }
        ),
        "word/styles.xml": _styles(look),
        "word/settings.xml": _SETTINGS,
        **{f"word/footer_{foot}.xml": _FOOTER for foot in _FEET},
    }
    return Document(io.BytesIO(packed({name: text.encode() for name, text in parts.items()})))


def style_name(part: Part | str) -> str:
    """The name of the style of a part."""
    return f"Letter {part}"


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A package whose bytes depend on nothing but its parts: no file in it has a time of its own."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in sorted(parts.items(), key=lambda each: (each[0] != "[Content_Types].xml", each[0])):
            package.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _content_types() -> str:
    kinds = {
        "document": f"{_WORD}.document.main+xml",
        "styles": f"{_WORD}.styles+xml",
        "settings": f"{_WORD}.settings+xml",
        **{f"footer_{foot}": f"{_WORD}.footer+xml" for foot in _FEET},
    }
    listed = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    return (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{key}" Type="{_KIND}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_XML}<Relationships xmlns="{space}">{listed}</Relationships>'


def _document(look: Look) -> str:
    """A body of nothing but the page: a slip has two columns, one for the address."""
    high, top, side, bottom, header = (99, 10, 12, 6, 8) if look.thin else (297, 22, 25, 22, 14)
    orient = ' w:orient="landscape"' if look.thin else ""
    columns = (
        f'<w:cols w:num="2" w:equalWidth="0"><w:col w:w="{_mm(75)}" w:space="{_mm(8)}"/>'
        f'<w:col w:w="{_mm(103)}"/></w:cols>'
        if look.thin
        else ""
    )
    feet = (
        ""
        if look.plain or look.slip
        else "".join(f'<w:footerReference w:type="{foot}" r:id="rId_{foot}"/>' for foot in _FEET)
    )
    return (
        f"{_XML}<w:document {_W} {_R}><w:body><w:sectPr>{feet}"
        f'<w:pgSz w:w="{_mm(210)}" w:h="{_mm(high)}"{orient}/>'
        f'<w:pgMar w:top="{_mm(top)}" w:right="{_mm(side)}" w:bottom="{_mm(bottom)}" w:left="{_mm(side)}"'
        f' w:header="{_mm(header)}" w:footer="{_mm(10)}" w:gutter="0"/>{columns}'
        f"{'' if look.plain else '<w:titlePg/>'}</w:sectPr></w:body></w:document>"
    )


def _styles(look: Look) -> str:
    font = escape(look.font)
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    lines = 336 if look.roomy else 240 if look.thin else 276  # 240 is single
    parts = _PLAIN if look.plain else _slip(look) if look.slip else _letter(look)
    return (
        f"{_XML}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_size(look.points)}"
        '<w:lang w:val="en-GB" w:eastAsia="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        f'<w:spacing w:after="0" w:line="{lines}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:rPr>{fonts}{_size(look.points)}</w:rPr></w:style>"
        + _style("Header", "header", "", "")
        + _style("Footer", "footer", *_foot(look))
        + "".join(
            _style(f"Letter{part}", style_name(part), *parts.get(part, ("", ""))) for part in (*Part, DETAILS)
        )
        + "</w:styles>"
    )


def _style(style_id: str, name: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _letter(look: Look) -> Mapping[str, tuple[str, str]]:
    """Each part's paragraph and letters; what belongs to a signature is never parted from it by a page."""
    bold, grey = "<w:b/><w:bCs/>", _shade(_GREY) + _size(look.small)
    apart = 10 if look.roomy else 8
    return {
        Part.HEADING: (_gap(after=3), bold + _shade(_INK) + _size(look.points + 4)),
        DETAILS: (_RULE + _gap(after=40), grey),
        Part.RECIPIENT: ("<w:keepLines/>" + _gap(after=14), ""),
        Part.DATE: (_gap(after=3), ""),
        Part.REFERENCE: (_gap(after=3), ""),
        Part.SALUTATION: ("<w:keepNext/>" + _gap(before=12, after=apart), ""),
        Part.SUBJECT: ("<w:keepNext/>" + _gap(after=apart) + _OUTLINE, bold),
        Part.BODY: ("<w:widowControl/>" + _gap(after=apart), ""),
        Part.CLOSING: ("<w:keepNext/><w:keepLines/>" + _gap(before=4), ""),
        Part.SIGNED: ("<w:keepLines/>" + _gap(before=44), ""),
        Part.ENCLOSED: ("<w:keepLines/>" + _gap(before=14), ""),
        Part.NOTE: ("<w:keepLines/>" + _gap(before=14), grey),
    }


def _slip(look: Look) -> Mapping[str, tuple[str, str]]:
    """What stands on a slip: little, and on a third of a page close together."""
    large = "<w:b/><w:bCs/>" + _shade(_INK) + _size(look.points + 4)
    letter = _letter(look)
    near, far = (0, 5) if look.thin else (14, 18)
    return {
        **letter,
        DETAILS: (_RULE + _gap(after=5 + far), letter[DETAILS][1]),
        Part.SUBJECT: (_gap(before=near, after=5) + _OUTLINE, large),
        Part.SIGNED: ("<w:keepLines/>" + _gap(before=near), ""),
        Part.ENCLOSED: (_gap(before=6 + near), ""),
    }


def _foot(look: Look) -> tuple[str, str]:
    return ("", "") if look.plain else ('<w:jc w:val="right"/>', _shade(_GREY) + _size(look.small))


def _gap(*, before: int = 0, after: int = 0) -> str:
    """Room above and below, in points."""
    return f'<w:spacing w:before="{before * 20}" w:after="{after * 20}"/>'


def _size(points: int) -> str:
    return f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>'


def _shade(colour: str) -> str:
    return f'<w:color w:val="{colour}"/>'


def _mm(length: float) -> int:
    return round(length * _MM)


def _field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _said(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


_PLAIN: Mapping[str, tuple[str, str]] = {part: (_gap(after=11), "") for part in (*Part, DETAILS)}
_FOOTER = (
    f'{_XML}<w:ftr {_W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
    f"{_said('Page ')}{_field('PAGE')}{_said(' of ')}{_field('NUMPAGES')}</w:p></w:ftr>"
)
_SETTINGS = (
    f'{_XML}<w:settings {_W}><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/></w:settings>'
)
