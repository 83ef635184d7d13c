"""Who may do what: roles (ROL-1 to ROL-3), and the act or deed that each may do, from data."""

from collections.abc import Mapping
from functools import cache

from attrs import field, frozen

from joic_policy._fields import Choice, is_text
from joic_policy._table import Table
from joic_policy.contacts import EVENTS
from joic_policy.errors import InvalidError, NotPermittedError
from joic_policy.register.roles import Role
from joic_policy.register.staff import OFFICE_EVENTS, OfficeState, StaffListed

__all__ = ["Actor", "Deed", "check_nobody_locked_out", "check_permitted", "permissions_from", "who_may"]


class Deed(Choice):
    """What is done with the register beside recording an event."""

    SEE_CONTACTS = "see_contacts"
    SEE_STAFF_LIST = "see_staff_list"
    TRY_HOLIDAY = "try_holiday"
    DRAFT_SUBJECT_ACCESS = "draft_subject_access"
    REVIEW_RETENTION = "review_retention"
    INDEX_ANEW = "index_anew"
    EXPORT_REGISTER = "export_register"
    IMPORT_CONTACTS = "import_contacts"
    SIGN_FORMALLY = "sign_formally"
    READ_SECOND = "read_second"


@frozen(kw_only=True)
class Actor:
    """Who is at work, and as what. Where names are not proved, this is what the person said."""

    name: str = field(validator=is_text)
    roles: frozenset[Role]

    @classmethod
    def alone(cls, name: str) -> "Actor":
        """Whoever works alone may do everything."""
        return cls(name=name, roles=frozenset(Role))

    def may(self, act: str) -> bool:
        """Whether one of the roles may do it; `act` is the name of an event class or a deed."""
        return bool(self.roles & who_may(act))


def who_may(act: str) -> frozenset[Role]:
    """The roles that may do it, of which there is at least one."""
    return _permissions()[act]


def check_permitted(actor: Actor, act: str) -> None:
    """Refuse what none of the roles may do.

    Raises:
        NotPermittedError: None may.
    """
    if not actor.may(act):
        raise NotPermittedError(actor.name, act)


def check_nobody_locked_out(office: OfficeState) -> None:
    """Refuse a staff list that nobody on it may change; whoever is alone on it may do everything.

    Raises:
        InvalidError: There are two or more, and none has such a role.
    """
    may = who_may(StaffListed.__name__)
    if len(office.roles) > 1 and not any(may.intersection(roles) for roles in office.roles.values()):
        given = ", ".join(
            sorted({role.replace("_", " ") for roles in office.roles.values() for role in roles})
        )
        may_words = " or ".join(sorted(role.replace("_", " ") for role in may))
        raise InvalidError("roles", given, f"somebody on the staff list who may change it: {may_words}")


def permissions_from(top: Table) -> Mapping[str, frozenset[Role]]:
    """The roles for every event class and every deed of a file.

    Raises:
        DataFileError: One is missing or unknown.
    """
    permissions = {}
    for act in (*(kind.__name__ for kind in (*EVENTS, *OFFICE_EVENTS)), *Deed):
        if act not in top:
            raise top.refusal(act, None, "who may do it (nothing is there)")
        permissions[str(act)] = frozenset(top.some_of(act, Role))
    top.done()
    return permissions


@cache
def _permissions() -> Mapping[str, frozenset[Role]]:
    return permissions_from(Table.beside(__file__, "permissions.toml"))
