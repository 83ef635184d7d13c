"""Who may do what is data: complete, strict, and open to whoever works alone."""

from pathlib import Path

import pytest

from joic_policy._table import Table
from joic_policy.contacts import EVENTS
from joic_policy.errors import DataFileError, InvalidError
from joic_policy.handling.staff import Colleague
from joic_policy.register import OFFICE_EVENTS, Actor, Deed, OfficeState, Role, permissions
from joic_policy.register.permissions import check_nobody_locked_out, check_permitted, permissions_from

TEXT = (Path(permissions.__file__).with_name("permissions.toml")).read_text(encoding="utf-8")
ACTS = [*(kind.__name__ for kind in (*EVENTS, *OFFICE_EVENTS)), *Deed]


def test_every_act_and_deed_has_somebody_who_may() -> None:
    """No row is missing, none is empty, and none is of something unknown."""
    read = permissions_from(Table.parsed(TEXT, "permissions.toml"))

    assert set(read) == set(map(str, ACTS))
    assert all(read.values())


@pytest.mark.parametrize("act", ACTS)
def test_alone_a_person_may_do_everything(act: str) -> None:
    """Working alone is having every role; having none is doing nothing."""
    with pytest.raises(PermissionError, match=act):
        check_permitted(Actor(name="Ann", roles=frozenset()), act)
    check_permitted(Actor.alone("Ann"), act)
    assert Actor.alone("Ann").may(act)
    assert not Actor(name="Ann", roles=frozenset()).may(act)


def test_a_staff_list_that_nobody_may_change_is_refused() -> None:
    """One of several has to have a role for it; whoever is alone has every role anyhow."""

    def listed(*roles: Role) -> OfficeState:
        names = [f"Colleague {place}" for place, _ in enumerate(roles)]
        return OfficeState(
            staff={name: Colleague(name=name) for name in names},
            roles={name: (role,) for name, role in zip(names, roles, strict=True)},
            holidays={},
        )

    for office in (listed(), listed(Role.STAFF), listed(Role.STAFF, Role.ADMINISTRATOR)):
        check_nobody_locked_out(office)
    with pytest.raises(InvalidError, match=r"given 'staff, trainer', expected somebody .* administrator or"):
        check_nobody_locked_out(listed(Role.STAFF, Role.TRAINER))


def test_staff_do_the_daily_work() -> None:
    """All that the policy asks of all staff, they may record."""
    staff = permissions_from(Table.parsed(TEXT, "permissions.toml"))

    assert all(
        Role.STAFF in staff[act]
        for act in (
            "Received",
            "Triaged",
            "Acknowledged",
            "DelayTold",
            "Responded",
            "Closed",
            "IncidentRecorded",
        )
    )


def test_whom_a_formal_letter_needs() -> None:
    """Who signs for the Commissioner answers for a team; whoever does the daily work may read it first."""
    may = permissions_from(Table.parsed(TEXT, "permissions.toml"))

    assert Role.STAFF not in may[Deed.SIGN_FORMALLY]
    assert may[Deed.SIGN_FORMALLY] <= may[Deed.READ_SECOND]
    assert may[Deed.READ_SECOND] == may["LetterSent"]


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ('Erased = ["senior_management"]\n', "", "Erased"),
        ('Erased = ["senior_management"]', 'Erased = ["nobody"]', "Erased"),
        ('Erased = ["senior_management"]', 'Erased = "senior_management"', "Erased"),
        ('Erased = ["senior_management"]', 'Erased = []\nBurnt = ["staff"]', "Burnt"),
    ],
)
def test_a_fault_in_the_file_is_refused(old: str, new: str, path: str) -> None:
    """With its path and what was expected."""
    assert old in TEXT

    with pytest.raises(DataFileError) as refused:
        permissions_from(Table.parsed(TEXT.replace(old, new), "permissions.toml"))

    assert refused.value.path == path
