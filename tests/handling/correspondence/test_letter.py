"""A letter as plain text."""

from datetime import date

import pytest
from attrs import evolve

from joic_policy.handling import Draft, Medium, Part, Sender, Template, composed

SENDER = Sender(
    first_name=" Ann ", surname="Le  Brun", title="Officer", telephone="01534 716530", email="a@b.org"
)
DRAFT = Draft(
    template=Template.FORMAL_RESPONSE,
    written_on=date(2026, 3, 2),
    sender=SENDER,
    addressed_as="Ms Vibert",
    recipient=("Ms J Vibert", "1 High Street"),
    facts={"about": "a letter", "received": "Monday 16 February 2026", "answer": "Yes."},
    enclosures=("A leaflet",),
    reference="CMP/7",
)


def test_stands_in_the_order_of_the_page() -> None:
    """Recipient, day, salutation, subject, text, closing, who signs, and what is enclosed."""
    assert composed(DRAFT).text == (
        "Ms J Vibert\n1 High Street\n\n"
        "Monday 2 March 2026\n\n"
        "Our reference: CMP/7\n\n"
        "Dear Ms Vibert,\n\n"
        "Our response: a letter\n\n"
        "You wrote to The Jersey Office of the Information Commissioner about a letter, and we received it on"
        " Monday 16 February 2026.\n\n"
        "Yes.\n\n"
        "If anything in this letter is unclear, please get in touch with me.\n\n"
        "Yours sincerely,\n\n"
        "For and on behalf of the Information Commissioner\nAnn Le Brun\nOfficer\n"
        "The Jersey Office of the Information Commissioner\nTelephone: 01534 716530\nEmail: a@b.org\n\n"
        "Enclosed:\nA leaflet\n\n"
        "If another format or language would suit you better, please tell us."
    )


@pytest.mark.clause("WRI-3")
def test_headed_paper_says_who_we_are_and_how_to_reach_us() -> None:
    """The Office's name, address, telephone, email and website, as the data has them; an email has none."""
    assert composed(DRAFT).parts[Part.HEADING] == (
        "Jersey Office of the Information Commissioner",
        "2nd Floor, 5 Castle Street, St Helier, Jersey, JE2 3BT",
        "Telephone: +44 1534 716530 \u00b7 Email: enquiries@jerseyoic.org \u00b7 www.jerseyoic.org",
    )
    assert Part.HEADING not in composed(evolve(DRAFT, medium=Medium.EMAIL)).parts


@pytest.mark.parametrize("medium", [Medium.LETTER, Medium.EMAIL])
def test_the_parts_that_are_there_are_in_the_order_of_the_page(medium: Medium) -> None:
    """The text is the parts one after another, but for the heading; what is blank is no part."""
    written = composed(evolve(DRAFT, medium=medium))
    parts = [part for part in Part if part is not Part.HEADING or medium is Medium.LETTER]

    assert [*written.parts] == parts
    assert "".join(written.text.split()) == "".join(
        "".join(line.split()) for part, lines in written.parts.items() for line in lines if part != "heading"
    )
    assert Part.SALUTATION not in evolve(written, salutation=" ").parts
    assert Part.BODY not in evolve(written, paragraphs=("", " ")).parts


def test_a_comma_that_was_typed_is_not_doubled() -> None:
    """And where nothing was typed, none stands alone."""
    written = evolve(composed(DRAFT), salutation="Dear Ms Vibert,", closing="Yours sincerely,")
    silent = evolve(written, salutation="", closing="")

    assert ",," not in written.text
    assert "\n,\n" not in silent.text
    assert "Yours" not in silent.text


def test_tells_nobody_by_its_repr() -> None:
    """What customers and staff wrote stays out of logs."""
    assert "Vibert" not in repr(composed(DRAFT)) + repr(DRAFT)
    assert "a letter" not in repr(composed(DRAFT)) + repr(DRAFT)
