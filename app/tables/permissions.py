"""Who may do what, as it is said to whoever may not."""

from collections.abc import Iterable, Mapping

from joic_policy import Received
from joic_policy.register import (
    Actor,
    Deed,
    HolidayProclaimed,
    Role,
    StaffAway,
    StaffBack,
    StaffLeft,
    StaffListed,
)
from joic_policy.register.permissions import who_may

__all__ = ["DOING", "ROLES", "refusal"]

ROLES: Mapping[Role, str] = {
    Role.STAFF: "staff",
    Role.TEAM_MANAGER: "team manager",
    Role.SENIOR_MANAGEMENT: "senior management",
    Role.TRAINER: "trainer",
    Role.ADMINISTRATOR: "administrator",
}
#: What is done, by the name of the event or the deed.
DOING: Mapping[str, str] = {
    Deed.SEE_CONTACTS: "see contacts",
    Deed.SEE_STAFF_LIST: "see the staff list",
    Deed.TRY_HOLIDAY: "see what a new holiday would move",
    Deed.DRAFT_SUBJECT_ACCESS: "gather what we hold of a person",
    Deed.REVIEW_RETENTION: "review what has been kept long enough",
    Deed.EXPORT_REGISTER: "take the whole register out",
    Deed.IMPORT_CONTACTS: "bring contacts in as a table",
    Received.__name__: "record a contact",
    HolidayProclaimed.__name__: "proclaim a holiday",
    "Withdrawn": "withdraw a holiday",
    StaffListed.__name__: "change the staff list",
    StaffLeft.__name__: "take somebody off the staff list",
    StaffAway.__name__: "say who is away",
    StaffBack.__name__: "say who is back",
}


def refusal(actor: Actor, act: str) -> str:
    """Why somebody may not do it, and who may."""
    may = f"Only {_either(who_may(act))} may {DOING[act]}."
    if not actor.name:
        return f"{may} Choose your name under Who is working."
    if not actor.roles:
        return f"{may} {actor.name} is not on the staff list."
    return f"{may} On the staff list, {actor.name} is: {', '.join(_words(actor.roles))}."


def _either(roles: Iterable[Role]) -> str:
    *others, last = _words(roles)
    return f"{', '.join(others)} or {last}" if others else last


def _words(roles: Iterable[Role]) -> list[str]:
    held = set(roles)
    return [words for role, words in ROLES.items() if role in held]
