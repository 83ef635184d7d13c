"""What a link holds, against what the fields made of it."""

from hypothesis import given
from hypothesis import strategies as st

from app.forms.findings import FieldFinding
from app.forms.links import Shown, left_out

RECEIVED = Shown(label="Received on", held=("2026-11-24",), expected="one day")
CHANNEL = Shown(label="Channel", held=("email",), expected="one of: letter; email")
ASKS = Shown(
    label="What is asked", held=("a question", "a concern"), expected="any of: a question; a concern"
)
CLOSED = Shown(label="Closed on", held=(), expected="one day")
SHOWN = {"received": RECEIVED, "channel": CHANNEL, "asks": ASKS, "closed": CLOSED}


@given(st.dictionaries(st.sampled_from([*SHOWN]) | st.text(max_size=80), st.lists(st.text(max_size=80))))
def test_every_value_is_in_its_field_or_told(link: dict[str, list[str]]) -> None:
    """Whatever an address holds; what a field holds as it was given is not spoken of."""
    findings = left_out(link, SHOWN)

    for name, values in link.items():
        field = SHOWN.get(name)
        if field is None or set(filter(None, values)) - set(field.held):
            assert (field.label if field else name[:60]) in {one.field for one in findings}
    assert left_out({name: field.held for name, field in SHOWN.items()}, SHOWN) == ()


def test_says_the_field_what_was_given_and_what_was_expected() -> None:
    """Of a value refused, of one given too often, of a name that is none; the others are not named."""
    link = {
        "received": ["2027-02-29"],
        "channel": ["letter", "pigeon", "email"],
        "asks": ["a question", "a concern"],
        "colour": ["green"],
    }

    assert left_out(link, SHOWN) == (
        FieldFinding(field="Received on", message="Given 2027-02-29: expected one day."),
        FieldFinding(
            field="Channel",
            message="Given letter, pigeon, email: expected one of: letter; email; kept: email.",
        ),
        FieldFinding(
            field="colour", message="Given green: expected the name of a field that is on this page."
        ),
    )


def test_a_value_that_is_none_is_told_only_where_something_else_stands() -> None:
    """An empty field may be empty in a link."""
    assert left_out({"closed": [""], "received": [""]}, SHOWN) == (
        FieldFinding(field="Received on", message="Nothing given: expected one day."),
    )


def test_how_a_value_is_spelt_makes_no_difference() -> None:
    """Strokes in a day, and capitals."""
    assert left_out({"received": ["2026/11/24"], "channel": ["EMAIL"]}, SHOWN) == ()
