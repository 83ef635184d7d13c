"""All contacts: the register's port, one in memory, and the desk that says what may be recorded."""

from joic_policy.register.desk import ContactDesk, Held
from joic_policy.register.entries import Card, Entry, Line, Owed, Wanted
from joic_policy.register.in_memory import InMemoryRegister
from joic_policy.register.permissions import Actor, Deed
from joic_policy.register.port import OFFICE, ContactRegister, Recorded
from joic_policy.register.roles import Role
from joic_policy.register.staff import (
    OFFICE_EVENTS,
    HolidayProclaimed,
    OfficeState,
    StaffAway,
    StaffBack,
    StaffLeft,
    StaffListed,
)

__all__ = [
    "OFFICE",
    "OFFICE_EVENTS",
    "Actor",
    "Card",
    "ContactDesk",
    "ContactRegister",
    "Deed",
    "Entry",
    "Held",
    "HolidayProclaimed",
    "InMemoryRegister",
    "Line",
    "OfficeState",
    "Owed",
    "Recorded",
    "Role",
    "StaffAway",
    "StaffBack",
    "StaffLeft",
    "StaffListed",
    "Wanted",
]
