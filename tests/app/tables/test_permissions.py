"""What is said to whoever may not do something."""

import pytest

from app.tables.permissions import DOING, ROLES, not_permitted, refusal
from joic_policy.contacts import EVENTS
from joic_policy.errors import NotPermittedError
from joic_policy.register import OFFICE_EVENTS, Actor, Deed, Role


@pytest.mark.parametrize(
    ("actor", "words"),
    [
        (Actor(name="", roles=frozenset()), "Choose your name under Who is working."),
        (Actor(name="Zoë", roles=frozenset()), "Zoë is not on the staff list."),
        (
            Actor(name="Zoë", roles=frozenset({Role.TRAINER, Role.STAFF})),
            "On the staff list, Zoë is: staff, trainer.",
        ),
    ],
)
def test_it_says_who_may_and_why_this_person_may_not(actor: Actor, words: str) -> None:
    """So that one knows whom to ask."""
    assert refusal(actor, "HolidayProclaimed") == (
        f"Only senior management or administrator may proclaim a holiday. {words}"
    )
    assert refusal(actor, Deed.SEE_CONTACTS).startswith(
        "Only staff, team manager or senior management may see contacts. "
    )


@pytest.mark.parametrize(
    ("actor", "words"),
    [
        ("", "Choose your name under Who is working."),
        ("Zoë", "On the staff list, Zoë is none of these."),
    ],
)
def test_what_was_tried_says_the_same(actor: str, words: str) -> None:
    """Where somebody got as far as trying, such as after a change of the staff list."""
    assert not_permitted(NotPermittedError(actor, "Erased")) == (
        f"Only senior management may erase what is personal. {words}"
    )


def test_every_role_act_and_deed_has_its_words() -> None:
    """None is shown by the name it has in code."""
    assert set(ROLES) == set(Role)
    assert set(DOING) == {kind.__name__ for kind in (*EVENTS, *OFFICE_EVENTS)} | set(Deed)
