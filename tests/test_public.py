"""What `import joic_policy` offers, and what its three entries say to the wrong thing."""

from collections.abc import Callable
from datetime import date
from importlib import import_module

import pytest

import joic_policy
from joic_policy import Enquiry, InvalidError, Received, contact_from, deadlines, triage

PACKAGES = [
    "joic_policy",
    *(f"joic_policy.{name}" for name in ("policy", "contacts", "deadlines", "handling")),
]
LETTER = Received(channel="letter", received_on=date(2026, 12, 1))


@pytest.mark.parametrize("package", [*PACKAGES, "joic_policy.triage"])
def test_every_public_name_is_there_and_listed(package: str) -> None:
    """Also those that are loaded when they are first asked for; `dir` shows them and nothing else."""
    module = import_module(package)

    assert dir(module) == sorted(module.__all__)
    assert all(getattr(module, name) is not None for name in module.__all__)


@pytest.mark.parametrize("package", PACKAGES)
def test_an_unknown_name_is_refused_as_python_does(package: str) -> None:
    """So that a typing error is seen at once."""
    with pytest.raises(AttributeError, match=f"module '{package}' has no attribute 'acknowlegded'"):
        _ = import_module(package).acknowlegded


@pytest.mark.parametrize(
    ("asked", "complaint"),
    [
        (
            lambda: deadlines(LETTER),
            "contact: given 'Received', expected a Contact, as contact_from makes one",
        ),
        (lambda: contact_from(LETTER), "events: given 'Received', expected several events"),
        (lambda: contact_from([LETTER, "acknowledged"]), "events: given 'str', expected events"),
        (lambda: triage({"topic": "advice"}), "enquiry: given 'dict', expected an Enquiry"),
    ],
)
def test_the_wrong_thing_is_refused_with_the_right_one(asked: Callable[[], object], complaint: str) -> None:
    """The message says what to pass instead, and shows nothing of what was passed."""
    with pytest.raises(InvalidError) as refusal:
        asked()

    assert complaint in str(refusal.value)


def test_the_policy_is_short_to_look_at() -> None:
    """A default argument shows itself in every help text."""
    assert "standards=<standards.toml>" in repr(joic_policy.POLICY)
    assert " at 0x" not in repr(joic_policy.POLICY)


def test_an_enquiry_is_there_to_be_triaged() -> None:
    """The value that `triage` takes stands beside it."""
    assert triage(Enquiry()).question.fact == "topic"
