"""All contacts: the register's port, one in memory, and the desk that says what may be recorded."""

from joic_policy.register.entries import Card, Entry, Line, Owed, Wanted
from joic_policy.register.in_memory import InMemoryRegister
from joic_policy.register.port import OFFICE, ContactRegister, Recorded

__all__ = [
    "OFFICE",
    "Card",
    "ContactRegister",
    "Entry",
    "InMemoryRegister",
    "Line",
    "Owed",
    "Recorded",
    "Wanted",
]
