"""Who may do what, as it is said to whoever may not."""

from collections.abc import Iterable, Mapping

from app.tables.acts import DO
from joic_policy import Received
from joic_policy.errors import NotPermittedError
from joic_policy.register import Actor, Deed, Role, StaffListed
from joic_policy.register.permissions import who_may

__all__ = ["DOING", "ROLES", "not_permitted", "refusal"]

ROLES: Mapping[Role, str] = {
    Role.STAFF: "staff",
    Role.TEAM_MANAGER: "team manager",
    Role.SENIOR_MANAGEMENT: "senior management",
    Role.TRAINER: "trainer",
    Role.ADMINISTRATOR: "administrator",
}
#: What is done, by the name of the event or the deed.
DOING: Mapping[str, str] = {
    **{kind.__name__: f"{words[:1].lower()}{words[1:]}" for kind, words in DO.items()},
    Received.__name__: "record a contact",
    StaffListed.__name__: "change the staff list",
    Deed.SEE_CONTACTS: "see contacts",
    Deed.SEE_STAFF_LIST: "see the staff list",
    Deed.TRY_HOLIDAY: "see what a new holiday would move",
    Deed.DRAFT_SUBJECT_ACCESS: "gather what we hold of a person",
    Deed.REVIEW_RETENTION: "review what has been kept long enough",
    Deed.INDEX_ANEW: "have the dates counted anew",
    Deed.EXPORT_REGISTER: "take the whole register out",
    Deed.IMPORT_CONTACTS: "bring contacts in as a table",
    Deed.SIGN_FORMALLY: "sign a formal letter",
    Deed.READ_SECOND: "read a letter before it is sent",
}


def refusal(actor: Actor, act: str) -> str:
    """Why somebody may not do it, and who may."""
    may = _who_may(act)
    if not actor.name:
        return f"{may} {_UNNAMED}"
    if not actor.roles:
        return f"{may} {actor.name} is not on the staff list."
    return f"{may} On the staff list, {actor.name} is: {', '.join(_words(actor.roles))}."


def not_permitted(error: NotPermittedError) -> str:
    """The same of what was tried, where the roles of whoever tried are not at hand."""
    why = f"On the staff list, {error.actor} is none of these." if error.actor else _UNNAMED
    return f"{_who_may(error.act)} {why}"


_UNNAMED = "Choose your name under Who is working."


def _who_may(act: str) -> str:
    return f"Only {_either(who_may(act))} may {DOING[act]}."


def _either(roles: Iterable[Role]) -> str:
    *others, last = _words(roles)
    return f"{', '.join(others)} or {last}" if others else last


def _words(roles: Iterable[Role]) -> list[str]:
    held = set(roles)
    return [words for role, words in ROLES.items() if role in held]
