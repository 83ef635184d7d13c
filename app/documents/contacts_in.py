"""Contacts that come in as a table: every row is checked before any is recorded, each once."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from attrs import field, frozen

from app.documents.clock_times import day_told, instants_told
from app.documents.register_csv import READ_AGAIN
from app.documents.sheets import Row, Sheet, column
from joic_policy import (
    CallMade,
    Channel,
    Customer,
    CustomerKind,
    Direction,
    InvalidError,
    Matter,
    MatterKind,
    OutsideCalendarError,
    Received,
    contact_from,
)
from joic_policy.register import OFFICE, ContactDesk, Deed
from joic_policy.register.permissions import check_permitted
from joic_policy.units import day_in_jersey, instant_words

__all__ = ["Checked", "Fault", "New", "checked", "recorded"]


@frozen(kw_only=True)
class New:
    """A row as the event with which its contact begins."""

    line: int
    event: Received | CallMade


@frozen(kw_only=True)
class Fault:
    """What is wrong in a row: in which column, what was given, what was expected."""

    line: int
    column: str
    given: str = field(repr=False)
    expected: str


@frozen(kw_only=True)
class Checked:
    """What a table comes to. `here` are the numbers of contacts that are in the register, by line.

    `twice` are the lines that repeat another, with that line. With any fault, nothing is to be recorded.
    """

    new: tuple[New, ...]
    here: dict[int, int]
    twice: dict[int, int]
    faults: tuple[Fault, ...]
    passed_over: tuple[str, ...]


def checked(desk: ContactDesk, sheet: Sheet) -> Checked:
    """Every row, held against the register; nothing is recorded.

    A row is known by its column `id`, or else by all that is in it: the same again is the same contact. A
    contact that is here already is left as it is.

    Raises:
        NotPermittedError: The actor may not import contacts.
        InvalidError: A column is missing that no contact can be without.
    """
    check_permitted(desk.actor, Deed.IMPORT_CONTACTS)
    names = [column(heading) for heading in sheet.headings]
    for name in ("channel", "received on"):
        if name not in names:
            raise InvalidError("headings", ", ".join(sheet.headings), f"a column with the name {name!r}")
    new: list[New] = []
    here, twice, faults, lines = dict[int, int](), dict[int, int](), list[Fault](), dict[UUID, Row]()
    for row in sheet.rows:
        contact = _contact_id(row)
        first = lines.setdefault(contact, row)
        card = desk.register.card(contact)
        if first is not row and first.cells == row.cells:
            twice[row.line] = first.line
        elif first is not row:
            faults.append(_fault(row, "id", f"an id of its own: line {first.line} has it"))
        elif card:
            here[row.line] = card.number
        else:
            found = _Reading(row, desk)
            event = found.event(contact)
            faults += found.faults
            new += [New(line=row.line, event=event)] if event else []
    unread = (heading for heading in sheet.headings if heading and column(heading) not in READ_AGAIN)
    return Checked(new=tuple(new), here=here, twice=twice, faults=tuple(faults), passed_over=tuple(unread))


def recorded(desk: ContactDesk, found: Checked) -> Iterator[int]:
    """Record what is new, and tell after each how many there were so far.

    What broke off is gone on with by asking again: what is there already is passed over.

    Raises:
        NotPermittedError: The actor may not import contacts.
        InvalidError: There is a fault in it, and nothing was recorded.
        RegisterError: The register could not be written; what was told of is recorded.
    """
    check_permitted(desk.actor, Deed.IMPORT_CONTACTS)
    if found.faults:
        raise InvalidError("faults", len(found.faults), "a table without any")
    for number, each in enumerate(found.new, 1):
        if desk.register.card(each.event.id) is None:
            desk.record(each.event.id, each.event, expecting=0)
        yield number


_NAMESPACE = uuid5(NAMESPACE_URL, "joic_policy/contacts_in")
_CUSTOMER = ("name", "organisation", "telephone", "email", "address")
_YES, _NO = ("yes", "y", "true", "1"), ("no", "n", "false", "0")


class _Reading:
    """One row while it is read; every fault in it is told."""

    def __init__(self, row: Row, desk: ContactDesk) -> None:
        self.faults: list[Fault] = []
        self._row = row
        self._desk = desk

    def event(self, contact: UUID) -> Received | CallMade | None:
        """The event, or none and the faults."""
        on: Any = self._day()
        at: Any = self._at(on) if on else None
        channel = self._one_of("channel", Channel, None)
        out = self._one_of("direction", Direction, Direction.IN) is Direction.OUT
        if out and at is None and not self.faults:
            self._refuse("received at", "the time of our call, like 09:31")
        if out and channel not in {None, Channel.TELEPHONE}:
            self._refuse("direction", "in: only by telephone does the Office begin a contact")
        facts = self._facts()
        if self.faults:
            return None
        event: Received | CallMade
        try:
            if out:
                event = CallMade(id=contact, happened_at=at, **facts)
            else:
                event = Received(id=contact, channel=channel, received_on=on, received_at=at, **facts)
            self._desk.deadlines(contact_from([event]))
        except OutsideCalendarError as error:
            self._refuse("received on", f"a day from {error.first} to {error.last}")
            return None
        except InvalidError as error:
            self._refuse(column(error.field), error.expected)
            return None
        if event.happened_at > self._desk.clock():
            self._refuse("received on", f"a time not after now, {instant_words(self._desk.clock())}")
            return None
        return event

    def _facts(self) -> dict[str, Any]:
        told = self._told
        who: dict[str, Any] = {name: told(name) for name in _CUSTOMER}
        who["kind"] = self._one_of("customer kind", CustomerKind, CustomerKind.MEMBER_OF_PUBLIC)
        return {
            "customer": Customer(**who),
            "external": self._yes("external", otherwise=True),
            **{name: told(name) for name in ("subject", "text", "file", "owner")},
            "matters": tuple(Matter(kind=kind) for kind in self._kinds()),
        }

    def _told(self, name: str) -> str:
        return self._row.cells.get(name, "")

    def _day(self) -> date | None:
        on = day_told(self._told("received on"))
        if on is None:
            self._refuse("received on", "a day like 2026-11-24 or 24/11/2026")
        return on

    def _at(self, on: date) -> datetime | None:
        told = self._told("received at")
        found = instants_told(told, on=on)
        if told.strip() and (not found or day_in_jersey(found[0]) != on):
            self._refuse("received at", f"a time of {on} by Jersey's clocks, like 09:31")
            return None
        return found[0] if found else None

    def _one_of(self, name: str, kind: type[StrEnum], otherwise: StrEnum | None) -> Any:
        told = column(self._told(name))
        if not told and otherwise:
            return otherwise
        found = next((each for each in kind if column(each) == told), None)
        if found is None:
            self._refuse(name, f"one of: {', '.join(map(column, kind))}")
        return found or otherwise

    def _yes(self, name: str, *, otherwise: bool) -> bool:
        told = column(self._told(name))
        if told and told not in {*_YES, *_NO}:
            self._refuse(name, "yes or no")
        return told in _YES if told else otherwise

    def _kinds(self) -> Iterator[MatterKind]:
        for told in filter(None, map(column, self._told("kinds").split(";"))):
            found = next((each for each in MatterKind if column(each) == told), None)
            if found is None:
                self._refuse("kinds", f"some of, with ; between: {', '.join(map(column, MatterKind))}")
            else:
                yield found

    def _refuse(self, name: str, expected: str) -> None:
        self.faults.append(_fault(self._row, name, expected))


def _fault(row: Row, name: str, expected: str) -> Fault:
    return Fault(line=row.line, column=name, given=row.cells.get(name, ""), expected=expected)


def _contact_id(row: Row) -> UUID:
    told = row.cells.get("id", "").strip()
    try:
        if UUID(told) != OFFICE:
            return UUID(told)
    except ValueError:
        pass
    if told:
        return uuid5(_NAMESPACE, f"id|{told}")
    return uuid5(_NAMESPACE, "|".join(f"{name}={row.cells.get(name, '')!r}" for name in READ_AGAIN[1:]))
