"""Contacts out as a table and in again: nothing lost, nothing doubled, nothing half."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.contacts_in import checked, recorded
from app.documents.register_csv import contacts_csv
from app.documents.sheets import sheet_from
from joic_policy import (
    Acknowledged,
    CallMade,
    Channel,
    Closed,
    Customer,
    InvalidError,
    Matter,
    MatterKind,
    PolicyError,
    Received,
)
from joic_policy.contacts import Transferred
from joic_policy.errors import NotPermittedError, RegisterError
from joic_policy.register import OFFICE, Actor, ContactDesk, InMemoryRegister, Role, StaffListed
from tests.desks import NOON, a_letter, desk_on
from tests.strategies import TYPED

TEXTS = st.sampled_from(TYPED) | st.text(st.characters(codec="utf-8"), max_size=10)
PARTS = ("name", "organisation", "telephone", "email", "address")
BEGUN = st.builds(
    lambda who, what, on, exactly, kinds, channel: Received(
        channel=channel,
        customer=Customer(**dict(zip(PARTS, who, strict=True))),
        received_on=on,
        received_at=datetime(on.year, on.month, on.day, 11, 59, 59, 123456, tzinfo=UTC) if exactly else None,
        subject=what[0],
        text=what[1],
        file=what[2],
        matters=tuple(Matter(kind=kind) for kind in sorted(kinds)),
    ),
    st.tuples(*[TEXTS] * 5),
    st.tuples(*[TEXTS] * 3),
    st.dates(date(2018, 1, 3), date(2026, 11, 24)),
    st.booleans(),
    st.sets(st.sampled_from(MatterKind), max_size=2),
    st.sampled_from(Channel),
)


def table(desk: ContactDesk) -> bytes:
    """The register as a table."""
    return b"".join(contacts_csv(desk, NOON))


def read(desk: ContactDesk, text: str | bytes) -> Any:
    """A table, checked."""
    return checked(desk, sheet_from(text.encode() if isinstance(text, str) else text, file="in.csv"))


def cells(desk: ContactDesk) -> list[dict[str, str]]:
    """The rows of the table by their columns."""
    return [row.cells for row in sheet_from(table(desk), file="out.csv").rows]


@settings(deadline=None, max_examples=60)  # the first answer reads the files
@given(st.lists(BEGUN, max_size=4))
def test_what_goes_out_comes_in_as_it_was(begun: list[Received]) -> None:
    """Whatever was typed: in another register it begins the same contacts, in the same one nothing new."""
    one, other = desk_on(InMemoryRegister()), desk_on(InMemoryRegister())
    for event in begun:
        one.record(event.id, event, expecting=0)
    found = read(other, table(one))
    assert found.faults == ()
    assert list(recorded(other, found)) == list(range(1, len(begun) + 1))

    again = read(one, table(other))
    assert (again.new, list(again.here.values())) == ((), list(range(1, len(begun) + 1)))
    for event in begun:
        assert other.contact(event.id).contact.opening == one.contact(event.id).contact.opening
    assert table(one) == table(other)


def test_a_row_stands_as_its_contact_does() -> None:
    """Dates and how they stand, by the deadlines of the contact; what it is next, and whose."""
    desk = desk_on(InMemoryRegister())
    letter, call = (
        a_letter(owner="Ann", matters=(Matter(kind="registration", route="advice"),)),
        CallMade(happened_at=NOON),
    )
    for event in (letter, call):
        desk.record(event.id, event, expecting=0)
    desk.record(letter.id, Acknowledged(happened_at=NOON, channel="email"), expecting=1)
    desk.record(call.id, Closed(happened_at=NOON, because="duplicate", by="Ann"), expecting=1)
    first, second = cells(desk)

    assert first["acknowledge by"] == "2026-11-26"
    assert (first["acknowledgement"], first["respond by"], first["response"]) == (
        "met",
        "2026-12-14",
        "waiting",
    )
    assert first["next by"] == "2026-12-14"
    assert (first["next"], first["next status"]) == ("Respond formally to correspondence", "waiting")
    assert (first["kinds"], first["routes"], first["owner"], first["number"]) == (
        "registration",
        "advice",
        "Ann",
        "1",
    )
    assert (second["closed on"], second["closed because"], second["next"]) == ("2026-11-25", "duplicate", "")
    assert (second["direction"], second["received at"]) == ("out", "2026-11-25 12:00:00+00:00")


@pytest.mark.parametrize(
    ("headings", "row", "where", "expected"),
    [
        ("channel,received on", "pigeon,2026-11-24", "channel", "one of: telephone, letter"),
        ("channel,received on", "letter,soon", "received on", "a day like"),
        ("channel,received on", "letter,2026-11-26", "received on", "not after now"),
        ("channel,received on", "letter,1999-11-24", "received on", "a day from 2018"),
        ("channel,received on,received at", "letter,2026-11-24,late", "received at", "like 09:31"),
        (
            "channel,received on,received at",
            "letter,2026-11-24,2026-11-23 10:00",
            "received at",
            "2026-11-24",
        ),
        ("channel,received on,kinds", "letter,2026-11-24,question; gossip", "kinds", "foi request"),
        ("channel,received on,external", "letter,2026-11-24,perhaps", "external", "yes or no"),
        ("channel,received on,customer kind", "letter,2026-11-24,alien", "customer kind", "visitor"),
        ("channel,received on,direction", "telephone,2026-11-24,out", "received at", "the time of our call"),
        (
            "channel,received on,direction,received at",
            "letter,2026-11-24,out,09:31",
            "direction",
            "by telephone",
        ),
    ],
)
def test_what_is_wrong_is_said_by_line_and_field_and_nothing_is_recorded(
    headings: str, row: str, where: str, expected: str
) -> None:
    """Not even the rows that are right."""
    desk = desk_on(InMemoryRegister())
    good = ",".join(
        {"channel": "letter", "received on": "24/11/2026"}.get(name, "") for name in headings.split(",")
    )
    found = read(desk, f"{headings}\n{good}\n{row}")
    (fault,) = found.faults

    assert (fault.line, fault.column) == (3, where)
    assert expected in fault.expected
    assert fault.given in row
    assert [each.line for each in found.new] == [2]
    with pytest.raises(InvalidError, match="without any"):
        next(recorded(desk, found))
    assert desk.register.numbered(1) is None


def test_a_column_no_contact_can_be_without() -> None:
    """Is asked for by its name; one that nobody reads is passed over, and said."""
    desk = desk_on(InMemoryRegister())
    with pytest.raises(InvalidError, match="'received on'"):
        read(desk, "channel,name\nletter,Ann")

    assert read(desk, "Channel,Received_On,shoe size\nletter,2026-11-24,9").passed_over == ("shoe size",)


def test_rows_alike_are_one_contact() -> None:
    """Without an id by all that is in them; with one, a second row of it that says otherwise is a fault."""
    desk = desk_on(InMemoryRegister())
    row = "letter,2026-11-24,Ann"
    found = read(desk, f"channel,received on,name\n{row}\n{row}")
    list(recorded(desk, found))

    assert (len(found.new), found.twice) == (1, {3: 2})
    assert read(desk, "name,channel,received on\nAnn,letter,2026-11-24").here == {2: 1}
    (fault,) = read(desk, "id,channel,received on\n7,letter,2026-11-24\n7,email,2026-11-24").faults
    assert (fault.line, fault.column, fault.given) == (3, "id", "7")
    nobody = read(desk, f"id,channel,received on\n{OFFICE},letter,2026-11-24")
    assert nobody.new[0].event.id != OFFICE


class BreaksOff(InMemoryRegister):
    """A register whose disk is full after two contacts, until there is room."""

    room = False

    def append(self, *given: Any, **told: Any) -> Any:
        if self.numbered(2) and not self.room:
            raise RegisterError("the disk is full")
        return super().append(*given, **told)


def test_what_broke_off_is_gone_on_with() -> None:
    """By the same file again: what was recorded stays, and nothing is doubled."""
    register = BreaksOff()
    desk = desk_on(register)
    file = "channel,received on,name\n" + "\n".join(f"letter,2026-11-24,{name}" for name in "ABCD")
    with pytest.raises(RegisterError):
        list(recorded(desk, read(desk, file)))
    register.room = True
    again = read(desk, file)

    assert (len(again.here), len(again.new)) == (2, 2)
    assert list(recorded(desk, again)) == [1, 2]
    assert [row["name"] for row in cells(desk)] == ["A", "B", "C", "D"]


@pytest.mark.parametrize(
    ("role", "exports", "imports"),
    [
        (Role.STAFF, False, False),
        (Role.TRAINER, False, False),
        (Role.ADMINISTRATOR, True, False),
        (Role.TEAM_MANAGER, False, True),
        (Role.SENIOR_MANAGEMENT, True, True),
    ],
)
def test_who_may(role: Role, exports: bool, imports: bool) -> None:  # noqa: FBT001  # of the table
    """The whole register is not for everybody to carry away, nor to fill."""
    desk = desk_on(InMemoryRegister(), actor=Actor(name="Ann", roles=frozenset({role})))

    def may(act: Any) -> bool:
        try:
            act()
        except NotPermittedError:
            return False
        return True

    assert may(lambda: table(desk)) is exports
    assert may(lambda: read(desk, "channel,received on\n")) is imports


def test_what_is_closed_to_somebody_does_not_leave_with_them() -> None:
    """A conflict of interest holds for the table too."""
    register = InMemoryRegister()
    bea = desk_on(register, actor=Actor.alone("Bea"))
    for version, name in enumerate(("Ann", "Bea")):
        bea.record(OFFICE, StaffListed(happened_at=NOON, name=name, roles=tuple(Role)), expecting=version)
    for letter in (first := a_letter(owner="Ann"), a_letter(subject="another")):
        bea.record(letter.id, letter, expecting=0)
    passed_on = Transferred(happened_at=NOON, owner="Bea", because="conflict_of_interest", conflicted="Ann")
    bea.record(first.id, passed_on, expecting=1)

    assert [row["number"] for row in cells(desk_on(register))] == ["2"]
    assert [row["number"] for row in cells(bea)] == ["1", "2"]


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_rows_or_faults(data: bytes) -> None:
    """Under the right headings, nothing breaks."""
    desk = desk_on(InMemoryRegister())
    try:
        found = read(desk, b"channel,received on,received at,kinds,id\nletter," + data)
    except PolicyError as error:
        told = str(error)
    else:
        told = str(len(found.new) + len(found.faults) + len(found.twice))
    assert told
