"""An email as a draft that a mail program opens, to be looked at and sent by a person (RFC 5322)."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage, Message
from email.policy import SMTP
from html import escape
from html.parser import HTMLParser

from email_validator import EmailNotValidError, validate_email

from app.documents.texts import NotAsWrittenError, paragraphs, printable, squeezed
from joic_policy.handling import Correspondence, Part
from joic_policy.handling.correspondence.signature import signature_html

__all__ = ["email_draft", "email_faults"]

_NOTHING: Mapping[str, bytes] = {}
_WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"
_KINDS = {"docx": ("application", _WORD), "pdf": ("application", "pdf"), "txt": ("text", "plain")}


def email_draft(
    letter: Correspondence, *, to: str = "", attachments: Mapping[str, bytes] = _NOTHING
) -> bytes:
    """The letter as an `.eml` that opens as a draft: text, and the same in the font of the Office.

    The same letter makes the same draft to the byte. Nothing that was typed can become a header, or anything
    but words in the page. Where `to` is no address, as what was kept as typed may be, the mail program asks
    for one. `attachments` are files by name.

    Raises:
        NotAsWrittenError: Read again, it does not hold the letter.
    """
    message = EmailMessage(policy=SMTP)
    sender, recipient = letter.sender, next(iter(letter.recipient), "")
    if letter.from_office and (own := _address_of(sender.email)):
        message["From"] = Address(_line(sender.name), addr_spec=own)
    if theirs := _address_of(to):
        message["To"] = Address(_line(recipient), addr_spec=theirs)
    message["Subject"] = _line(letter.subject)
    message["X-Unsent"] = "1"
    message.set_content("\n\n".join(_blocks(letter)), cte="quoted-printable")
    if not letter.plain:
        message.add_alternative(_page(letter), subtype="html", cte="quoted-printable")
    for name, file in attachments.items():
        maintype, subtype = _KINDS.get(name.rpartition(".")[2].lower(), ("application", "octet-stream"))
        message.add_attachment(file, maintype=maintype, subtype=subtype, filename=_file_name(name))
    made = _with_own_boundaries(message)
    if faults := email_faults(made, letter, tuple(attachments)):
        raise NotAsWrittenError(faults)
    return made


def email_faults(draft: bytes, letter: Correspondence, attachments: Iterable[str] = ()) -> tuple[str, ...]:
    """What a draft lacks or has beside, compared with its letter and the names of what goes with it."""
    return tuple(_faults(message_from_bytes(draft, policy=SMTP), letter, attachments))


def _parts(letter: Correspondence) -> Mapping[Part, tuple[str, ...]]:
    """What stands in the message itself: day and subject are headers, and so is who gets what we write."""
    headers = {Part.HEADING, Part.DATE, Part.SUBJECT, *([Part.RECIPIENT] if letter.from_office else [])}
    return {part: lines for part, lines in letter.parts.items() if part not in headers}


def _blocks(letter: Correspondence) -> Iterator[str]:
    for part, lines in _parts(letter).items():
        if part is Part.BODY:
            yield from (text for line in lines for text in paragraphs(line))
        else:
            yield "\n".join(filter(None, map(_line, lines)))


def _page(letter: Correspondence) -> str:
    look = escape(f"font-family: {letter.font}, sans-serif; font-size: {letter.points}pt")
    blocks = []
    for part, lines in _parts(letter).items():
        if part is Part.SIGNED:
            shown = filter(None, map(_line, lines))
            blocks.append(signature_html(shown, font=letter.font, points=letter.points))
            blocks.append("<br>")
            continue
        texts = (
            [text for line in lines for text in paragraphs(line)] if part is Part.BODY else ["\n".join(lines)]
        )
        blocks += [f'<p style="margin: 0 0 1em">{_shown(text)}</p>' for text in texts]
    return (
        '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        f"<title>{escape(_line(letter.subject))}</title></head>\n"
        f'<body style="{look}">\n{chr(10).join(blocks)}\n</body></html>'
    )


def _shown(text: str) -> str:
    return "<br>".join(map(escape, printable(text).splitlines()))


def _line(text: str) -> str:
    """The text on one line."""
    return " ".join(printable(text).split())


def _file_name(name: str) -> str:
    return _line(name).replace("/", "_").replace("\\", "_").lstrip(".") or "attachment"


def _address_of(typed: str) -> str:
    """The address as a header can hold it, or nothing if it is none."""
    try:
        return validate_email(typed.strip(), check_deliverability=False).ascii_email or ""
    except EmailNotValidError:
        return ""


def _with_own_boundaries(message: EmailMessage) -> bytes:
    """The message with boundaries made from what it holds, where the standard library takes chance ones."""
    for number, part in enumerate(each for each in message.walk() if each.is_multipart()):
        leaves = (leaf.get_payload(decode=True) for leaf in part.walk() if not leaf.is_multipart())
        inside = hashlib.sha256(b"".join(leaf for leaf in leaves if isinstance(leaf, bytes)))
        part.set_boundary(f"=_{number}_{inside.hexdigest()[:32]}")
    return message.as_bytes()


def _faults(read: Message, letter: Correspondence, attachments: Iterable[str]) -> Iterator[str]:
    if not isinstance(read, EmailMessage):
        raise TypeError(type(read))
    words = squeezed(line for lines in _parts(letter).values() for line in lines)
    if squeezed([str(read["Subject"])]) != squeezed([letter.subject]):
        yield "its subject is another one"
    if read["X-Unsent"] != "1":
        yield "it would not open as a draft"
    text, page = (read.get_body((kind,)) for kind in ("plain", "html"))
    if text is None or squeezed([text.get_content()]) != words:
        yield "its text is not as it was written"
    if (page is None) is not letter.plain or (page and _Words.of(page.get_content()) != words):
        yield "its page is not as it was written"
    if [part.get_filename() for part in read.iter_attachments()] != list(map(_file_name, attachments)):
        yield "something else goes with it"


class _Words(HTMLParser):
    """What a page says, without its title."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._in_head = False

    @classmethod
    def of(cls, page: str) -> str:
        """The words of a page, squeezed."""
        reader = cls()
        reader.feed(page)
        reader.close()
        return squeezed(reader.said)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # theirs
        """Nothing before the body is said."""
        self._in_head = self._in_head or tag == "head"
        if tag == "body":
            self._in_head = False

    def handle_data(self, data: str) -> None:
        """Keep what is said."""
        if not self._in_head:
            self.said.append(data)
