"""The words of letters: what the files say, and that a fault in them is refused."""

import re
from pathlib import Path

import pytest

import joic_policy.handling.correspondence as package
from joic_policy import POLICY, DataFileError
from joic_policy._table import Table
from joic_policy.handling import Template, wording
from joic_policy.handling.correspondence.wording import wording_from
from joic_policy.triage import Letter

TEXT = Path(package.__file__).with_name("templates.toml").read_text(encoding="utf-8")


def test_every_letter_that_triage_offers_can_be_written() -> None:
    """By the same name."""
    assert {letter.value for letter in Letter} <= {template.value for template in Template}


@pytest.mark.parametrize("template", Template)
def test_every_template_asks_for_what_it_uses(template: Template) -> None:
    """Each fact asked for has a place, in the text or in the signature; each clause is there."""
    words = wording(template)
    used = set(re.findall(r"\{(\w+)\}", " ".join((words.subject, *words.paragraphs))))
    signed = set() if words.from_office else {"name", "address"}

    assert set(words.asks) <= used | signed
    assert set(words.clause_ids) <= set(POLICY.clauses)


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ('about = "what they wrote about"\n', "", "acknowledgement.paragraphs"),
        ('["WRI-4"]', '["WRI-99"]', "compliment_slip.clauses"),
        ("[formal_response.states.answer]", "[formal_response.states.other]", "formal_response.states"),
        ('name = "the customer\'s full name"\n', "", "concern_to_organisation.states"),
        ("formal = true", "formal = 1", "formal_response.formal"),
        ("[compliment_slip]", "[slip]", "compliment_slip"),
        ("[acknowledgement]", "[more]\n[acknowledgement]", "more"),
    ],
)
def test_a_fault_in_the_file_is_refused(old: str, new: str, path: str) -> None:
    """With the file and the path."""
    assert old in TEXT
    spoilt = Table.parsed(TEXT.replace(old, new, 1), "templates.toml")

    with pytest.raises(DataFileError, match=rf"^templates\.toml: {re.escape(path)}: "):
        wording_from(spoilt)


def test_a_customer_has_to_be_able_to_sign() -> None:
    """A letter for a customer asks for a name and an address."""
    unsigned = TEXT.replace('from_office = false\nclauses = ["MOR-4"', 'clauses = ["MOR-4"')
    made_theirs = unsigned.replace("[acknowledgement]\n", "[acknowledgement]\nfrom_office = false\n", 1)

    with pytest.raises(DataFileError, match=r"acknowledgement\.asks: .* name and address too"):
        wording_from(Table.parsed(made_theirs, "templates.toml"))
