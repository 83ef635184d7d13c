"""Emails as drafts, read again as a mail program reads them."""

import re
from collections.abc import Mapping
from datetime import date
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from html.parser import HTMLParser
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.emails import email_draft, email_faults
from app.documents.texts import squeezed
from joic_policy import Format
from joic_policy.contacts import Needs
from joic_policy.handling import (
    Correspondence,
    Draft,
    Medium,
    Sender,
    Template,
    composed,
    signature,
    signature_findings,
    wording,
)
from tests.strategies import letter_drafts

ANN = Sender(
    first_name="Ann", surname="Le Brun", title="Officer", telephone="01534 716530", email="ann@example.org"
)
OURS = {"From", "To", "Subject", "X-Unsent", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
INJECTED = "Ann\r\nBcc: x@example.org\r\n\r\n<script>"


def email(template: Template = Template.ACKNOWLEDGEMENT, **facts: Any) -> Correspondence:
    """An email with everything in it."""
    whole: dict[str, Any] = {
        "medium": Medium.EMAIL,
        "written_on": date(2026, 3, 16),
        "sender": ANN,
        "addressed_as": "Ms Vibert",
        "recipient": ("Ms J Vibert", "1 High Street"),
        "facts": {key: f"what stands for {key}" for key in wording(template).asks},
    }
    return composed(Draft(template=template, **(whole | facts)))


def read(draft: bytes) -> EmailMessage:
    """A draft, read."""
    message = BytesParser(policy=policy.default).parsebytes(draft)
    assert isinstance(message, EmailMessage)
    assert not [part.defects for part in message.walk() if part.defects]
    return message


def content(message: EmailMessage, kind: str) -> str:
    """Its text or its page."""
    body = message.get_body((kind,))
    return "" if body is None else str(body.get_content()).replace("\r\n", "\n")


class Page(HTMLParser):
    """A page as a mail program takes it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.said: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # theirs
        """Keep the tag."""
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        """Keep what is said."""
        self.said.append(data)


class TestDraft:
    """Every email there can be."""

    @settings(max_examples=60)
    @given(letter_drafts(), st.sampled_from(["", "j@example.org", " j@example.org "]))
    def test_says_all_of_the_letter_and_does_nothing(self, one: Draft, to: str) -> None:
        """In text and in the page; no header and no tag comes from what was typed."""
        written = composed(one)
        draft = email_draft(written, to=to)
        message = read(draft)
        page = Page(content(message, "html"))

        assert set(message.keys()) <= OURS
        assert page.tags <= {"html", "head", "meta", "title", "body", "p", "br"}
        assert written.plain is (not page.said)
        assert squeezed([written.subject]) == squeezed([str(message["Subject"])])
        for paragraph in (*written.paragraphs, written.closing, *written.signed, written.note):
            assert squeezed([paragraph]) in squeezed([content(message, "plain")])
            assert written.plain or squeezed([paragraph]) in squeezed(page.said)
        assert email_faults(draft, written) == ()
        assert draft == email_draft(written, to=to)

    def test_opens_as_a_draft_to_the_customer(self) -> None:
        """From who writes, to who is written to, unsent."""
        message = read(email_draft(email(), to="j@example.org"))

        assert (message["X-Unsent"], message["Date"]) == ("1", None)
        assert (message["From"], message["To"]) == (
            "Ann Le Brun <ann@example.org>",
            "Ms J Vibert <j@example.org>",
        )
        assert message["Subject"] == "We have received your message of what stands for received"

    def test_ends_with_the_signature_of_the_office(self) -> None:
        """In Verdana 10, as the page and as text (WRI-8)."""
        message = read(email_draft(email()))
        signed = signature(ANN)

        assert signed.html in content(message, "html")
        assert signed.text in content(message, "plain")
        assert signature_findings(content(message, "html")) == ()

    def test_what_a_customer_sends_is_from_nobody_of_ours(self) -> None:
        """Its addressee stands in it; neither our sender nor our signature does."""
        message = read(email_draft(email(Template.COMPLAINT_ABOUT_US)))

        assert message["From"] is None
        assert "The Data Protection Authority" in content(message, "plain")
        assert "Le Brun" not in content(message, "plain") + content(message, "html")

    def test_a_sender_without_a_proper_address_is_left_to_the_mail_program(self) -> None:
        """It knows whose mailbox it is."""
        assert read(email_draft(email(sender=evolve(ANN, email="ann at home"))))["From"] is None

    @pytest.mark.parametrize(
        "to",
        [
            "j",
            "j@",
            "zo\u00e9@example.org",
            "a@example.org, b@example.org",
            "a@example.org\r\nBcc: b@example.org",
        ],
    )
    def test_what_is_no_address_is_left_to_the_mail_program(self, to: str) -> None:
        """A detail that was kept as it was typed keeps nobody from the letter."""
        message = read(email_draft(email(), to=to))

        assert (message["To"], message["Bcc"]) == (None, None)

    def test_an_address_of_another_script_is_written_as_every_server_takes_it(self) -> None:
        """Where that can be."""
        assert b"xn--" in email_draft(email(), to="j@b\u00fccher.example.org")

    @pytest.mark.parametrize("place", ["sender", "recipient", "facts", "subject"])
    def test_nothing_typed_becomes_a_header(self, place: str) -> None:
        """Nor a part of the page."""
        typed: Mapping[str, Correspondence] = {
            "sender": email(sender=evolve(ANN, surname=INJECTED)),
            "recipient": email(recipient=(INJECTED,)),
            "facts": email(facts={"about": INJECTED, "received": INJECTED, "answer_by": "x"}),
            "subject": evolve(email(), subject=INJECTED),
        }
        draft = email_draft(typed[place], to="j@example.org", attachments={INJECTED: b"x"})

        assert set(read(draft).keys()) <= OURS
        assert not re.search(rb"(?m)^Bcc", draft.partition(b"\r\n\r\n")[0])
        assert b"<script>" not in draft.partition(b"text/html")[2].partition(b"Content-Disposition")[0]


class TestFormats:
    """What was agreed with the customer (WRI-2)."""

    def test_text_only_has_no_page(self) -> None:
        """Only text."""
        message = read(email_draft(email(needs=Needs(format=Format.TEXT_ONLY))))

        assert message.get_content_type() == "text/plain"

    def test_large_print_is_larger_down_to_the_signature(self) -> None:
        """Every size on the page."""
        large = email(needs=Needs(format=Format.LARGE_PRINT))
        page = content(read(email_draft(large)), "html")

        assert set(re.findall(r"font-size: (\d+)pt", page)) == {str(large.points)}


class TestAttachments:
    """What goes with it."""

    def test_are_files_by_name(self) -> None:
        """Whole, of their kind, and with a name that leads nowhere."""
        files = {"a.docx": b"PK\x00", "b.PDF": b"%PDF", "../c\\d.eml": b"x", "...": b"", "e.txt": b"\xff"}
        found = [*read(email_draft(email(), attachments=files)).iter_attachments()]

        assert [each.get_filename() for each in found] == [
            "a.docx",
            "b.PDF",
            "_c_d.eml",
            "attachment",
            "e.txt",
        ]
        assert [each.get_payload(decode=True) for each in found] == [*files.values()]
        assert [each.get_content_subtype() for each in found][1:4] == ["pdf", "octet-stream", "octet-stream"]


class TestFaults:
    """A draft is read again before it is handed out."""

    @pytest.mark.parametrize(
        ("old", "new", "fault"),
        [
            (b"X-Unsent: 1\r\n", b"", "it would not open as a draft"),
            (b"Subject: We", b"Subject: They", "its subject is another one"),
            (b"\r\nThank you for", b"\r\nNo thanks for", "its text is not as it was written"),
            (b">Thank you for", b">No thanks for", "its page is not as it was written"),
            (b"text/plain", b"text/html", "its text is not as it was written"),
            (b'filename="a.pdf"', b'filename="b.pdf"', "something else goes with it"),
        ],
    )
    def test_each_is_found(self, old: bytes, new: bytes, fault: str) -> None:
        """By what is wrong with it."""
        draft = email_draft(email(), attachments={"a.pdf": b""})
        assert draft.count(old) == 1

        assert fault in email_faults(draft.replace(old, new), email(), ["a.pdf"])
        assert email_faults(draft, email(), ["a.pdf"]) == ()
        assert email_faults(draft, email()) == ("something else goes with it",)
