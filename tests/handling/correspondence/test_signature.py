"""The standard signature of an email."""

from html.parser import HTMLParser

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from joic_policy import POLICY
from joic_policy.handling import Sender, signature, signature_findings
from joic_policy.handling.correspondence.signature import email_lines

ANN = Sender(
    first_name="Ann", surname="Le Brun", title="Officer", telephone="01534 716530", email="ann@example.org"
)


class Reader(HTMLParser):
    """Reads a page as a browser does: which tags there are, and what text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.lines: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # theirs
        """Keep the tag."""
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.lines.append(data)


def read(html: str) -> Reader:
    """A page, read."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def test_is_in_verdana_ten_and_in_plain_text() -> None:
    """Name, title, the Office and how to reach the sender, where the Office is, and its website."""
    signed = signature(ANN)

    assert signed.html.startswith('<p style="font-family: Verdana, sans-serif; font-size: 10pt; margin: 0">')
    assert signed.text.splitlines() == [
        "Ann Le Brun",
        "Officer",
        "Jersey Office of the Information Commissioner",
        "Telephone: 01534 716530",
        "Email: ann@example.org",
        "2nd Floor, 5 Castle Street, St Helier, Jersey, JE2 3BT",
        "www.jerseyoic.org",
    ]
    assert read(signed.html).lines == signed.text.splitlines()
    assert signed.text.splitlines() == [*email_lines(ANN)]


def test_of_formal_writing_is_on_behalf_of_the_commissioner() -> None:
    """And gives the full name."""
    lines = signature(ANN, formal=True).text.splitlines()

    assert lines[0] == "For and on behalf of the Information Commissioner"
    assert "The Jersey Office of the Information Commissioner" in lines


@given(
    st.builds(
        Sender,
        **dict.fromkeys(["first_name", "surname", "title"], st.text(st.characters(exclude_categories=["C"]))),
    )
)
def test_what_was_typed_is_shown_as_typed_and_does_nothing(sender: Sender) -> None:
    """No tag comes from a name; the composed signature passes its own check."""
    signed = signature(sender)

    assert set(read(signed.html).tags) == {"p", "br"}
    assert sender.name in " ".join(read(signed.html).lines)
    assert signature_findings(signed.html) == ()


@pytest.mark.clause("WRI-8")
@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("Verdana", "Arial", ["signature: font"]),
        ("10pt", "11pt", ["signature: size"]),
        ("font-family: Verdana, sans-serif; ", "", ["signature: font"]),
        ("font-size: 10pt; ", "", ["signature: size"]),
        (
            "<br>",
            "<br><span style='font-family: Arial; font-size: 8pt'>",
            ["signature: font", "signature: size"],
        ),
        ("Verdana", "verdana", []),
        ("Verdana", "'Verdana'", []),
    ],
)
def test_another_font_or_size_is_found(old: str, new: str, places: list[str]) -> None:
    """As it is set up in a mailbox; a part in another font counts."""
    found = signature_findings(signature(ANN).html.replace(old, new))

    assert places == [each.place for each in found]
    assert {each.clause_id for each in found} <= {"WRI-8"}


def test_the_font_is_data() -> None:
    """Another one in the Office's details is the standard then."""
    policy = evolve(POLICY, office=evolve(POLICY.office, email_font="Arial", email_font_points=12))

    assert signature_findings(signature(ANN, policy=policy).html, policy=policy) == ()
    assert len(signature_findings(signature(ANN).html, policy=policy)) == 2
