"""A set of exercises from an address: whatever stands there, it is a set or a message, and never a crash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.forms.practise import LINK, Sitting, Stage, drills_of, link_of, opened
from joic_policy.training import Practice, right_answers, scenarios

IDS = tuple(scenarios())


@given(
    plan=st.lists(st.sampled_from(IDS), unique=True, max_size=6),
    seed=st.from_regex(r"[A-Za-z0-9_-]{1,40}", fullmatch=True),
    drills=st.none() | st.integers(1, 999),
)
def test_an_address_brings_the_same_set_back(plan: list[str], seed: str, drills: int | None) -> None:
    """Its scenarios in their order, and the drills of its seed."""
    practice = Practice(plan=tuple(plan), seed=seed, drills=drills)

    found = opened(link_of(practice))

    assert found.practice == practice
    assert found.findings == ()


@given(st.dictionaries(st.sampled_from([*LINK]), st.text(max_size=60)))
def test_a_manipulated_address_is_answered(link: dict[str, str]) -> None:
    """Something that holds words is taken, or a message says what cannot be."""
    found = opened(link)

    assert (
        found.practice
        or found.findings
        or not any(value.strip(",") for value in link.values())
        or (set(link) <= {"drills", *(name for name, value in link.items() if not value.strip(","))})
    )


@pytest.mark.parametrize(
    ("link", "plan", "field", "named"),
    [
        ({"scenarios": "doorbell,nowhere"}, ("doorbell",), "scenarios", "nowhere"),
        ({"scenarios": "doorbell,doorbell"}, ("doorbell",), None, ""),
        ({"scenarios": "doorbell", "seed": "a b"}, ("doorbell",), "seed", "a b"),
        ({"scenarios": "doorbell", "drills": "9" * 5000}, ("doorbell",), "drills", "from 1 to 999"),
        ({"scenarios": "doorbell", "drills": "-1"}, ("doorbell",), "drills", "Given -1"),
        ({"scenarios": "drill:sea:0:1"}, None, "scenarios", "drill:sea:0:1"),
        ({"scenarios": "drill:sea:1:1"}, ("drill:sea:1:1",), None, ""),
        ({"scenarios": "<script>"}, None, "scenarios", "<script>"),
    ],
)
def test_what_cannot_be_is_left_out_and_named(
    link: dict[str, str], plan: tuple[str, ...] | None, field: str | None, named: str
) -> None:
    """The rest of the address holds."""
    found = opened(link)

    assert (found.practice.plan if found.practice else None) == plan
    assert [one.field for one in found.findings] == ([field] if field else [])
    assert named in "".join(one.message for one in found.findings)


def test_a_seed_is_a_short_word() -> None:
    """Spaces round it do no harm; none, or one that cannot be, is a message."""
    assert drills_of(" sea ", 10).practice == Practice(seed="sea", drills=10)
    for wrong in ("", "  ", "a/b", "x" * 41):
        found = drills_of(wrong, None)
        assert found.practice is None
        assert [one.field for one in found.findings] == ["seed"]


def test_a_sitting_goes_from_exercise_to_marks_to_the_next_and_ends() -> None:
    """Each turn has keys of its own, so that no answer stands in the next one."""
    asked = Sitting(number=1, practice=Practice(plan=("rang_off", "doorbell"), returns=False))
    turn = asked.practice.next
    assert turn is not None
    marked = asked.committed(right_answers(turn.exercise))
    again = marked.gone_on()
    ended = again.committed({}).gone_on()

    assert [each.stage for each in (asked, marked, again, ended)] == [
        Stage.ASKED,
        Stage.MARKED,
        Stage.ASKED,
        Stage.ENDED,
    ]
    assert asked.key != again.key
    assert ended.missed == ("doorbell",)


def test_what_is_broken_off_brings_nothing_back() -> None:
    """Though something was missed."""
    ended = Sitting(number=1, practice=Practice(plan=("rang_off",))).committed({}).ended()

    assert ended.stage is Stage.ENDED
    assert ended.practice.coming_back == ()
