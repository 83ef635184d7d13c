"""A message as it came in: an `.eml` file, or what was pasted. Read whatever it is, and nothing of it run."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parseaddr
from enum import StrEnum
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias, TypeVar
from uuid import NAMESPACE_URL, UUID, uuid5

from attrs import field, frozen

from app.documents.arrivals import Arrival, arrivals, instant_of
from app.documents.html_text import text_of_html
from joic_policy import InvalidError

__all__ = ["Automatic", "MessageIn", "contact_id", "message_in", "pasted"]

_MOST_BYTES = 10_000_000
_LONGEST_TEXT, _LONGEST_HEADER = 200_000, 4_000
_MOST_PARTS, _MOST_SERVERS = 500, 100
_Told = TypeVar("_Told")
_Part: TypeAlias = "Message[Any, Any]"


class Automatic(StrEnum):
    """What no person wrote."""

    REPLY = "reply"
    RETURNED = "returned"


@frozen(kw_only=True)
class MessageIn:
    """What a message says of itself; only `arrivals` is not the sender's word.

    `contact` is the id that the contact it begins is to have: the same message is one contact. `answers` are
    the ids of the contacts that the messages before it began, the last first. `dated_at` is the sender's own
    clock. `faults` say what could not be read, each a sentence.
    """

    file: str
    contact: UUID
    name: str = field(repr=False)
    address: str = field(repr=False)
    subject: str = field(repr=False)
    text: str = field(repr=False)
    attachments: tuple[str, ...] = field(repr=False)
    message_id: str = field(repr=False)
    answers: tuple[UUID, ...]
    arrivals: tuple[Arrival, ...]
    dated_at: datetime | None
    automatic: Automatic | None
    faults: tuple[str, ...]


def contact_id(message_id: str) -> UUID:
    """The id of the contact that a message begins, from what it says is its own: `<...@...>`."""
    return uuid5(NAMESPACE_URL, f"mid:{message_id.strip().strip('<>')}")


def message_in(data: bytes, *, file: str, hosts: Iterable[str]) -> MessageIn:
    """The message in a file; `hosts` are our own mail servers, or the domains they are in.

    Raises:
        InvalidError: There is nothing in it, or too much; `field` is the name of the file.
    """
    if not data.strip():
        raise InvalidError(file, None, "a message (the file is empty)")
    if len(data) > _MOST_BYTES:
        expected = f"at most {_MOST_BYTES // 1_000_000} MB: save it without its attachments"
        raise InvalidError(file, f"{len(data) // 1_000_000} MB", expected)
    return _Reading(data, file).message(hosts)


def pasted(text: str, *, hosts: Iterable[str], file: str = "pasted") -> MessageIn:
    """The message in a text: with its headers where it begins with some, else all of it is what was said.

    Raises:
        InvalidError: There is nothing in it, or too much.
    """
    begun = text.lstrip("\ufeff \t\r\n")
    head = begun if _HEADER.match(begun) else f"\n{text}"
    return message_in(_SENT.sub("Date:", head, count=1).encode("utf-8", "replace"), file=file, hosts=hosts)


_HEADER = re.compile(
    r"(?:from|to|cc|date|sent|subject|received|return-path|delivered-to|message-id|mime-version|x-[\w-]+):",
    re.IGNORECASE,
)
_SENT = re.compile(r"(?<=\n)sent:(?=[^\n]*\d{4})", re.IGNORECASE)  # as Outlook shows the date
_ADDRESSES = re.compile(r"<([^<>\s]{1,998})>")
_LONG_HEADER = re.compile(rb"(?im)^(content-[a-z-]+:(?:[^\n]|\n[ \t]){4000})(?:[^\n]|\n[ \t])+")
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class _Reading:
    """One message while it is read; what fails is said in `faults`, and the rest is read all the same.

    Headers are taken as they stand and decoded here, each up to a length: what the newer policies of the
    standard library make of them takes minutes, or all the memory, where somebody meant it to.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self._data = data
        self._file = file
        self._faults: list[str] = []
        short = _LONG_HEADER.sub(rb"\1", data.replace(b"\r\n", b"\n"))
        whole = self._try("its parts", lambda: message_from_bytes(short), None)
        self._nested_beyond_reason = whole is None
        self._parsed: _Part = BytesHeaderParser().parsebytes(data) if whole is None else whole

    def message(self, hosts: Iterable[str]) -> MessageIn:
        """All there is in it."""
        name, address = self._sender()
        subject = self._header("Subject")
        message_id = self._header("Message-ID")
        text, attachments = self._content()
        if len(text) > _LONGEST_TEXT:
            text = text[:_LONGEST_TEXT]
            self._faults.append(f"Only the first {_LONGEST_TEXT:,} characters of its text were taken.")
        earlier = (self._header("In-Reply-To"), *reversed(_ADDRESSES.findall(self._header("References"))))
        return MessageIn(
            file=self._file,
            contact=contact_id(message_id) if message_id else _id_of(self._data),
            name=name,
            address=address,
            subject=subject,
            text=_UNSAFE.sub("", text).strip(),
            attachments=attachments,
            message_id=message_id,
            answers=tuple(dict.fromkeys(contact_id(each) for each in earlier if each)),
            arrivals=arrivals(self._headers("Received", _MOST_SERVERS), hosts),
            dated_at=instant_of(self._header("Date")),
            automatic=self._automatic(subject, address),
            faults=tuple(dict.fromkeys(self._faults)),
        )

    def _sender(self) -> tuple[str, str]:
        """Told apart before it is decoded: a name may hold what looks like an address."""
        for told in filter(
            None, (self._header("From", decode=False), self._header("Reply-To", decode=False))
        ):
            name, address = parseaddr(told)
            if "@" not in address:
                found = _ADDRESSES.search(told)
                name, address = (told[: found.start()], found[1]) if found else (told, "")
            return self._decoded(name).strip(" \"'"), address if "@" in address else ""
        return "", ""

    def _header(self, name: str, *, decode: bool = True) -> str:
        return next(iter(self._headers(name, 1, decode=decode)), "")

    def _headers(self, name: str, most: int, *, decode: bool = True) -> list[str]:
        """The first of this name, each on one line."""
        raw = (str(value) for key, value in self._parsed.raw_items() if key.casefold() == name.casefold())
        lines = (" ".join(value[:_LONGEST_HEADER].split()) for value in islice(raw, most))
        return [self._decoded(line) if decode else _in_unicode(line) for line in lines]

    def _decoded(self, line: str) -> str:
        written = _in_unicode(line)
        told = self._try("a header", lambda: str(make_header(decode_header(written))), written)
        return " ".join(_UNSAFE.sub(" ", told).split())

    def _content(self) -> tuple[str, tuple[str, ...]]:
        """What is said, of the plain text if there is one; and what else came with it, by name."""
        if self._nested_beyond_reason:
            return self._raw(), ()
        plain, html, attached = [], [], []
        for number, part in enumerate(_parts(self._parsed)):
            if number == _MOST_PARTS:
                self._faults.append(f"Only the first {_MOST_PARTS} of its parts were looked at.")
                break
            kind = part.get_content_type()
            file = self._try("the name of an attachment", part.get_filename, None)
            if file or part.get_content_disposition() == "attachment" or kind not in _TEXTS:
                attached.append(self._named(file, kind))
            elif kind == "text/plain":
                plain.append(self._text(part))
            else:
                html.append(self._text(part))
        text = "\n\n".join(filter(None, plain))
        if not text.strip():
            text = "\n\n".join(map(text_of_html, html))
        return text, tuple(attached)

    def _named(self, file: str | None, kind: str) -> str:
        return self._decoded((file or "")[:_LONGEST_HEADER]) or (
            "a message" if kind == "message/rfc822" else f"unnamed ({kind})"
        )

    def _text(self, part: _Part) -> str:
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            return ""
        charset = self._try("its alphabet", part.get_content_charset, None) or "utf-8"
        for each in dict.fromkeys((charset if charset != "us-ascii" else "utf-8", "utf-8", "cp1252")):
            try:
                return content.decode(each).replace("\r\n", "\n").replace("\r", "\n")
            except (LookupError, ValueError):
                continue
        self._faults.append("Some letters of its text could not be read.")
        return content.decode("utf-8", "replace")

    def _raw(self) -> str:
        head, _, body = self._data.replace(b"\r\n", b"\n").partition(b"\n\n")
        return (body or head).decode("utf-8", "replace")

    def _automatic(self, subject: str, address: str) -> Automatic | None:
        phrases = _phrases()
        kind = self._try("what kind it is", self._parsed.get_content_type, "")
        begins = subject.casefold()
        if (
            kind == "multipart/report"
            or address.partition("@")[0].casefold() in phrases["postmasters"]
            or begins.startswith(tuple(phrases["returned"]))
        ):
            return Automatic.RETURNED
        told = self._header("Auto-Submitted").partition(";")[0].strip().casefold()
        if (
            (told and told != "no")
            or any(self._header(name) for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Reply"))
            or self._header("Precedence").casefold() == "auto_reply"
            or begins.startswith(tuple(phrases["automatic_reply"]))
        ):
            return Automatic.REPLY
        return None

    def _try(self, what: str, read: Callable[[], _Told], otherwise: _Told) -> _Told:
        """What is read, or something else and a fault: the parser promises no kind of error."""
        try:
            return read()
        except Exception:  # noqa: BLE001  # a message that nobody can read is still a message
            self._faults.append(f"It is not written as messages are: {what} could not be read in full.")
            return otherwise


_TEXTS = frozenset({"text/plain", "text/html"})


def _parts(message: _Part) -> Iterator[_Part]:
    """Every part that holds something itself, in order; a message within is one part, and not opened."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting.extend(each for each in reversed(inner) if isinstance(each, Message))
        else:
            yield part


def _id_of(data: bytes) -> UUID:
    return uuid5(NAMESPACE_URL, f"message:{sha256(data).hexdigest()}")


def _in_unicode(line: str) -> str:
    """Letters beyond ASCII that were sent as they are; the parser keeps their bytes in surrogates."""
    sent = line.encode("utf-8", "surrogateescape")
    try:
        return sent.decode("utf-8")
    except UnicodeDecodeError:
        return sent.decode("cp1252", "replace")


@cache
def _phrases() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
