"""The register in memory, asked without a desk."""

import pytest
from attrs import evolve

from joic_policy import FileNoted, HistoryError
from joic_policy.contacts import Erased
from joic_policy.errors import StaleVersionError
from joic_policy.register import OFFICE, InMemoryRegister
from tests.desks import NOON, a_letter, desk_on


def test_it_keeps_versions_and_ids_itself() -> None:
    """Two desks that write at once cannot both be right; the register says which was first."""
    register = InMemoryRegister()
    letter = a_letter()
    desk_on(register).record(letter.id, letter, expecting=0)
    note = FileNoted(happened_at=NOON)

    first = register.append(letter.id, note, actor="Ann", expecting=1, entry=None)

    assert register.append(letter.id, note, actor="Bea", expecting=7, entry=None) == first
    with pytest.raises(StaleVersionError, match="version 2"):
        register.append(letter.id, FileNoted(happened_at=NOON), actor="Ann", expecting=1, entry=None)
    with pytest.raises(HistoryError, match=str(note.id)):
        register.append(letter.id, evolve(note, outcome="other"), actor="Ann", expecting=2, entry=None)
    with pytest.raises(HistoryError, match=str(note.id)):
        register.append(OFFICE, note, actor="Ann", expecting=0, entry=None)


def test_erasing_twice_is_erasing_once() -> None:
    """A retry of the decision changes nothing; other contacts are left alone."""
    register = InMemoryRegister()
    letter, other = a_letter(), a_letter()
    for each in (letter, other):
        desk_on(register).record(each.id, each, expecting=0)
    erasure = Erased(happened_at=NOON, by="Ann", why="asked")

    once = register.erase(letter.id, erasure, actor="Ann", expecting=1, entry=None)

    assert register.erase(letter.id, erasure, actor="Ann", expecting=1, entry=None) == once
    assert [each.version for each in register.history(letter.id)] == [1, 2]
    assert "Le Sueur" in str([each.event.customer.name for each in register.history(other.id)])  # type: ignore[attr-defined]


def test_what_is_not_there_is_not_found() -> None:
    """An empty register has nothing to show and nothing to do."""
    register = InMemoryRegister()

    assert register.history(OFFICE) == ()
    assert (register.card(OFFICE), register.numbered(1)) == (None, None)
    assert register.outdated("") == ()
