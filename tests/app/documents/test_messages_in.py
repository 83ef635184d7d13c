"""Messages as they come in: composed here, as real servers write them, and as nobody should."""

from datetime import UTC, datetime, timedelta, timezone
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from textwrap import dedent

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.documents.arrivals import arrivals, instant_of
from app.documents.html_text import text_of_html
from app.documents.messages_in import Automatic, MessageIn, contact_id, message_in, pasted
from joic_policy import InvalidError

OURS = ["jerseyoic.org"]
LINES = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=60).map(
    lambda text: " ".join(text.split()).replace("=?", "")
)
BODIES = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]) | st.just("\n"))
TOLD = st.builds(
    lambda at, hours: at.replace(tzinfo=timezone(timedelta(hours=hours))),
    st.datetimes(datetime(2018, 1, 1), datetime(2099, 1, 1)).map(lambda at: at.replace(microsecond=0)),  # noqa: DTZ001  # the zone is drawn apart
    st.integers(-11, 14),
)

EXCHANGE = """
    Received: from mx1.jerseyoic.org (10.0.0.5) by mail.jerseyoic.org (10.0.0.7)
     with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA) id 15.1.2507.39
     via Mailbox Transport; Tue, 24 Nov 2026 09:31:07 +0000
    Received: from LO0P265CU003.outbound.protection.outlook.com (40.93.67.2) by
     mx1.jerseyoic.org (10.0.0.5) with Microsoft SMTP Server id 15.1.2507.39; Tue, 24
     Nov 2026 09:31:05 +0000
    Received: from CWLP265MB1234.GBRP265.PROD.OUTLOOK.COM (2603:10a6:400:4d::11) by
     LO2P265MB4321.GBRP265.PROD.OUTLOOK.COM (2603:10a6:600:b3::6) with Microsoft SMTP
     Server id 15.20.8158.24; Tue, 24 Nov 2026 09:31:03 +0000
    From: "Le Sueur, Zoe" <zoe@harbour.example>
    To: JOIC Enquiries <enquiries@jerseyoic.org>
    Subject: RE: My request of
     2 November
    Date: Tue, 24 Nov 2026 09:31:01 +0000
    Message-ID: <CWLP265MB1234AA@CWLP265MB1234.GBRP265.PROD.OUTLOOK.COM>
    In-Reply-To: <second@jerseyoic.org>
    References: <first@harbour.example> <second@jerseyoic.org>
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary="_004_"

    --_004_
    Content-Type: multipart/alternative; boundary="_000_"

    --_000_
    Content-Type: text/plain; charset="Windows-1252"
    Content-Transfer-Encoding: quoted-printable

    When will I hear? It=92s urgent.
    --_000_
    Content-Type: text/html; charset="Windows-1252"

    <html><body><p>When will I hear?</p></body></html>
    --_000_--
    --_004_
    Content-Type: application/pdf; name="=?utf-8?Q?R=C3=A9sum=C3=A9.pdf?="
    Content-Disposition: attachment; filename*=utf-8''R%C3%A9sum%C3%A9.pdf
    Content-Transfer-Encoding: base64

    JVBERi0=
    --_004_
    Content-Type: message/rfc822

    Subject: what was forwarded

    Its words.
    --_004_--
"""
GMAIL = """
    Delivered-To: enquiries@jerseyoic.org
    Received: by 2002:a05:6402:1:b0:1 with SMTP id x1csp1;
            Tue, 24 Nov 2026 01:31:05 -0800 (PST)
    Received: from mail-sor-f41.google.com (mail-sor-f41.google.com. [209.85.220.41])
            by mx.jerseyoic.org. with SMTPS id y2 for <enquiries@jerseyoic.org>
            (Google Transport Security); Tue, 24 Nov 2026 01:31:04 -0800 (PST)
    Received: from evil (by mx.jerseyoic.org; Mon, 1 Jan 2018 00:00:00 +0000) by elsewhere.example;
            Tue, 24 Nov 2026 01:31:03 -0800
    From: =?UTF-8?B?Wm/Dqw==?= Le Sueur <zoe.lesueur@gmail.example>
    Date: Tue, 24 Nov 2026 09:30:58 +0000
    Message-ID: <CAH=abc@mail.gmail.com>
    Subject: =?UTF-8?Q?Question_about_caf=C3=A9s?=
    Content-Type: text/html; charset="UTF-8"
    Content-Transfer-Encoding: 8bit

    <div dir="ltr">Good morning,<br><br>may a <b>café</b> film us?
    <img src="https://tracker.example/x.gif"><a href="https://cafe.example/cctv">their notice</a></div>
"""


def written(text: str) -> bytes:
    """A message as a file has it."""
    return dedent(text).lstrip("\n").replace("\n", "\r\n").encode()


def read(text: str) -> MessageIn:
    """A message of a test."""
    return message_in(written(text), file="one.eml", hosts=OURS)


@given(st.tuples(LINES, LINES), BODIES, TOLD, st.lists(LINES.filter(bool), max_size=3), st.booleans())
@example(
    ("Le Sueur, Ann <x@y>", "a, b <c>"), "\nFrom: nobody", datetime(2026, 10, 25, 1, tzinfo=UTC), [], True
)
def test_what_is_composed_is_read_back(
    words: tuple[str, str],
    body: str,
    told: datetime,
    files: list[str],
    html: bool,  # noqa: FBT001  # drawn
) -> None:
    """Whoever wrote it, in whatever alphabet, with whatever attached."""
    name, subject = words
    message = EmailMessage()
    message["From"] = Address(name, "zoe", "harbour.example")
    message["Subject"] = subject
    message["Date"] = format_datetime(told)
    message["Message-ID"] = "<one@harbour.example>"
    message["Received"] = f"from x by mx.jerseyoic.org; {format_datetime(told)}"
    message.set_content(body)
    if html:
        message.add_alternative("<p>another</p>", subtype="html")
    for file in files:
        message.add_attachment(b"\x00", maintype="application", subtype="pdf", filename=file)
    found = message_in(message.as_bytes(), file="one.eml", hosts=OURS)

    assert (found.address, found.subject) == ("zoe@harbour.example", subject)
    assert found.name == name.strip(" \"'")
    assert found.text == ("\n".join(body.splitlines()).strip() or ("another" if html else ""))
    assert len(found.attachments) == len(files)
    assert found.dated_at == told
    assert [(each.host, each.at) for each in found.arrivals] == [("mx.jerseyoic.org", told)]
    assert found.contact == contact_id("<one@harbour.example>")
    assert found.automatic is None


@given(
    st.binary(min_size=1)
    | st.lists(
        st.sampled_from(
            [
                b"From: ",
                b"Subject: ",
                b"Content-Type: multipart/mixed; boundary=b",
                b"Content-Type: text/html; charset=x",
                b"Content-Transfer-Encoding: base64",
                b"--b",
                b"--b--",
                b"\r\n",
                b"=?utf-8?b?//8=?=",
                b"=?x?q?a?=",
                b"\x00",
                b"<",
                b">",
                b'"',
                b"(",
                b"\xff",
                b"Received: by mx.jerseyoic.org; ",
                b"Date: ",
                b"Tue, 24 Nov 2026",
                b" ",
            ]
        )
    ).map(b"".join)
)
def test_any_bytes_are_read_or_refused_by_name(data: bytes) -> None:
    """A broken message is a message too; only of nothing is there none."""
    if data.strip():
        assert message_in(data, file="one.eml", hosts=OURS).file == "one.eml"
    else:
        with pytest.raises(InvalidError, match=r"one\.eml"):
            message_in(data, file="one.eml", hosts=OURS)


def test_as_exchange_writes_it() -> None:
    """A reply with what was attached named, and what was forwarded not opened."""
    found = read(EXCHANGE)

    assert (found.name, found.address) == ("Le Sueur, Zoe", "zoe@harbour.example")
    assert found.subject == "RE: My request of 2 November"
    assert found.text == "When will I hear? It\u2019s urgent."
    assert found.attachments == ("Résumé.pdf", "a message")
    assert found.answers == (contact_id("second@jerseyoic.org"), contact_id("<first@harbour.example>"))
    assert [each.host for each in found.arrivals] == ["mail.jerseyoic.org", "mx1.jerseyoic.org"]
    assert found.arrivals[0].at == datetime(2026, 11, 24, 9, 31, 7, tzinfo=UTC)
    assert found.faults == ()


def test_as_gmail_writes_it() -> None:
    """In HTML alone: its words, where a link leads, and nothing fetched; what a sender forged is not ours."""
    found = read(GMAIL)

    assert (found.name, found.subject) == ("Zoë Le Sueur", "Question about cafés")
    assert found.text == ("Good morning,\n\nmay a café film us? their notice (https://cafe.example/cctv)")
    (arrival,) = found.arrivals
    assert (arrival.host, arrival.at) == ("mx.jerseyoic.org", datetime(2026, 11, 24, 9, 31, 4, tzinfo=UTC))


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("mx.jerseyoic.org", True),
        ("JERSEYOIC.ORG.", True),
        ("notjerseyoic.org", False),
        ("jerseyoic.org.evil.example", False),
    ],
)
def test_our_own_servers_alone_prove_a_receipt(host: str, ours: bool) -> None:  # noqa: FBT001  # of the table
    """By their whole name, whatever stands in a comment."""
    header = (
        f"from a (by mx.jerseyoic.org (x)) by {host} (by mx.jerseyoic.org); Tue, 24 Nov 2026 09:31:04 +0000"
    )

    assert bool(arrivals([header], OURS)) is ours
    assert not arrivals([header], [" ", "."])


@pytest.mark.parametrize(
    ("told", "at"),
    [
        ("Tue, 24 Nov 2026 09:31:04 +0000 (GMT)", datetime(2026, 11, 24, 9, 31, 4, tzinfo=UTC)),
        ("24 Jul 2026 09:31", datetime(2026, 7, 24, 8, 31, tzinfo=UTC)),
        ("24 Jul 2026 09:31:00 -0000", datetime(2026, 7, 24, 9, 31, tzinfo=UTC)),
        ("Tuesday, November 24, 2026 10:31 AM", datetime(2026, 11, 24, 10, 31, tzinfo=UTC)),
        ("Tuesday, November 24, 2026 10:31 PM", datetime(2026, 11, 24, 22, 31, tzinfo=UTC)),
        ("24 November 2026 12:05 am", datetime(2026, 11, 24, 0, 5, tzinfo=UTC)),
        ("24 November 2026 13:05 PM", None),
        ("yesterday", None),
        ("Fri, 31 Dec 9999 23:59:59 -1100", None),
        ("Tue, 99 Nov 2026 09:31:04 +0000", None),
        ("", None),
    ],
)
def test_dates_as_they_are_told(told: str, at: datetime | None) -> None:
    """Without a zone by Jersey's clocks, and none where it is none."""
    assert instant_of(told) == at


@pytest.mark.parametrize(
    ("header", "automatic"),
    [
        ("Auto-Submitted: auto-replied (vacation)", Automatic.REPLY),
        ("Auto-Submitted: no", None),
        ("X-Autoreply: yes", Automatic.REPLY),
        ("Precedence: auto_reply", Automatic.REPLY),
        ("Precedence: bulk", None),
        ("Subject: Automatic reply: your letter", Automatic.REPLY),
        ("Subject: RE: Automatic reply: your letter", None),
        ("Subject: Undeliverable: your letter", Automatic.RETURNED),
        ('Content-Type: multipart/report; report-type=delivery-status; boundary="x"', Automatic.RETURNED),
        ("From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example>", Automatic.RETURNED),
    ],
)
def test_what_no_person_wrote_is_known(header: str, automatic: Automatic | None) -> None:
    """By its headers, or by how its subject begins."""
    assert read(f"{header}\n\nI am away.").automatic is automatic


@pytest.mark.parametrize(
    ("text", "sender", "subject", "said"),
    [
        ("Just what was said.\n\nFrom: me", "", "", "Just what was said.\n\nFrom: me"),
        ("\n\nFrom: Zoë <zoe@x.example>\nSubject: Café\n\nWords: é", "zoe@x.example", "Café", "Words: é"),
        ("From: zoe@x.example\nSent: 24 November 2026 10:31\nTo: us\n\nHello", "zoe@x.example", "", "Hello"),
        ("Note: this is no header\nat all", "", "", "Note: this is no header\nat all"),
    ],
)
def test_what_is_pasted(text: str, sender: str, subject: str, said: str) -> None:
    """With its headers, or without any."""
    found = pasted(text, hosts=OURS)

    assert (found.address, found.subject, found.text) == (sender, subject, said)
    assert bool(found.dated_at) is ("Sent:" in text)


@pytest.mark.parametrize(
    ("headers", "body", "said"),
    [
        ("Content-Type: text/plain; charset=nonsense", "é".encode(), "é"),
        ("Content-Type: text/plain; charset=us-ascii", "é".encode(), "é"),
        ("Content-Type: text/plain; charset=utf-8", "é".encode("cp1252"), "é"),
        ("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64", b"w6k", "é"),
        ("Content-Type: text/plain", b"\x81", "\ufffd"),
        ("Content-Type: multipart/mixed", b"no boundary", ""),
        ("Subject: a\r\nSubject: b", b"\x00\x1bx\x07", "x"),
    ],
)
def test_broken_letters_are_read_as_far_as_they_can_be(headers: str, body: bytes, said: str) -> None:
    """And what could not be read is said."""
    found = message_in(headers.encode() + b"\r\n\r\n" + body, file="one.eml", hosts=OURS)

    assert found.text == said
    assert bool(found.faults) is (said == "\ufffd")


def test_a_header_cannot_bring_in_another() -> None:
    """What is encoded in a header stays in it, on one line."""
    found = read(
        "Subject: =?utf-8?q?Hello=0D=0AReceived=3A_by_mx=2Ejerseyoic=2Eorg?=\nFrom: x@y.example\n\nHi"
    )

    assert found.subject == "Hello Received: by mx.jerseyoic.org"
    assert found.arrivals == ()


def test_what_is_too_much_is_refused_or_cut_and_said() -> None:
    """A file that is too large, a text that is too long, parts nested beyond reason."""
    nested = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(2000))
    with pytest.raises(InvalidError, match=r"one\.eml: given '10 MB', expected at most 10 MB"):
        message_in(b"x" * 10_000_001, file="one.eml", hosts=OURS)

    assert "200,000" in message_in(b"\n" + b"x" * 300_000, file="one.eml", hosts=OURS).faults[0]
    deep = read(f"Subject: deep\n{nested}Content-Type: text/plain\n\nhello")
    assert deep.subject == "deep"
    assert deep.text.endswith("hello")
    assert "parts" in deep.faults[0]


def test_the_same_message_is_one_contact() -> None:
    """By what it calls itself; without that, by all there is in it."""
    again = read(EXCHANGE.replace("09:31:07", "09:45:00"))

    assert again.contact == read(EXCHANGE).contact
    assert (
        read("Subject: a\n\nb").contact == read("Subject: a\n\nb").contact != read("Subject: a\n\nc").contact
    )


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a<p>b", "a\n\nb".replace("\n\n", "\n")),
        ("a < b &amp; c &lt;b&gt;", "a < b & c <b>"),
        ("<script>alert(1)</script>x<style>p{}</style><!-- no -->y", "xy"),
        ("<script>never closed", ""),
        ("x<!-- never closed", "x"),
        ("x<b never closed", "x<b never closed"),
        ("<ul><li>one</li><li>two</li></ul>", "- one\n\n- two"),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "1 2"),
        ('<a href="https://a.example/x">https://a.example/x</a>', "https://a.example/x"),
        ('<a href="javascript:alert(1)">x</a>', "x"),
        (
            '<a href="https://a.example">one</a> <a href="https://b.example">two</a>.',
            "one (https://a.example) two (https://b.example).",
        ),
        ("<head><title>no</title></head><br/>yes", "yes"),
    ],
)
def test_the_words_of_a_page(html: str, text: str) -> None:
    """What a reader would see."""
    assert text_of_html(html) == text


@given(st.text(st.sampled_from("<>/!-ab &;=\"'\n"), max_size=200))
def test_any_text_is_a_page(html: str) -> None:
    """And its words are no longer than it, but for where links lead."""
    assert len(text_of_html(html)) <= 2 * len(html) + 2
