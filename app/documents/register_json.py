"""The whole register as JSON: every event of the Office and of every contact; and back into an empty one."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import count
from typing import Any
from uuid import UUID

from app.documents.register_csv import is_open_to
from joic_policy import Event, HistoryError, InvalidError, contact_from
from joic_policy.contacts import Erased
from joic_policy.contacts.records import event_from, record_of
from joic_policy.errors import ConflictOfInterestError
from joic_policy.register import OFFICE, OFFICE_EVENTS, ContactDesk, Deed, Entry, Recorded
from joic_policy.register.entries import entry_of, ground_digest
from joic_policy.register.permissions import check_permitted

__all__ = ["read_back", "register_json"]

_FORM = "joic_policy register 1"
_TYPES = {"sequence": int, "contact": str, "actor": str, "record": dict}


def register_json(desk: ContactDesk, at: datetime) -> Iterator[bytes]:
    """One JSON document, an event a line: those of the Office first, then those of each contact in sequence.

    Each says its sequence in the whole register. No more than one contact is held at once.

    Raises:
        NotPermittedError: The actor may not export the register.
        ConflictOfInterestError: A contact is closed to the actor, so that the whole is not theirs to take.
    """
    check_permitted(desk.actor, Deed.EXPORT_REGISTER)
    return _lines(desk, at)


def read_back(desk: ContactDesk, data: bytes, *, file: str) -> Iterator[int]:
    """Put such a document into an empty register, and tell after each event how many there were.

    Who recorded what, when, and in which sequence stays. What broke off is gone on with by asking again.

    Raises:
        NotPermittedError: The actor may not import contacts.
        InvalidError: It is no such document, or the register holds something else; `field` says where.
        RegisterError: The register could not be written; what was told of is in it.
    """
    check_permitted(desk.actor, Deed.IMPORT_CONTACTS)
    told = [_read(each, f"{file}, event {place}") for place, each in enumerate(_events(data, file), 1)]
    told.sort(key=lambda each: each.sequence)
    _check_empty(desk, {each.event.id for each in told}, file)
    before: dict[UUID, list[Event]] = defaultdict(list)
    index = _Index(desk)
    for number, each in enumerate(told, 1):
        history = before[each.contact]
        history.append(each.event)
        entry = index.entry(each.contact, history, f"{file}, sequence {each.sequence}")
        write = desk.register.erase if isinstance(each.event, Erased) else desk.register.append
        write(each.contact, each.event, actor=each.actor, expecting=len(history) - 1, entry=entry)
        if each.contact == OFFICE:
            index = _Index(desk)  # the calendar may be another now
        yield number


def _lines(desk: ContactDesk, at: datetime) -> Iterator[bytes]:
    head = json.dumps({"form": _FORM, "at": at.isoformat()})
    yield f'{head[:-1]}, "events": ['.encode()
    between = "\n"
    for history in _histories(desk):
        for each in history:
            yield f"{between}{json.dumps(_written(each), separators=(',', ':'))}".encode()
            between = ",\n"
    yield b"\n]}\n"


def _histories(desk: ContactDesk) -> Iterator[tuple[Recorded, ...]]:
    yield desk.register.history(OFFICE)
    for number in count(1):
        card = desk.register.numbered(number)
        if card is None:
            return
        history = desk.register.history(card.contact)
        if not is_open_to(desk, contact_from(each.event for each in history)):
            raise ConflictOfInterestError(desk.actor.name, Deed.EXPORT_REGISTER)
        yield history


def _written(recorded: Recorded) -> dict[str, Any]:
    return {
        "sequence": recorded.sequence,
        "contact": str(recorded.contact),
        "actor": recorded.actor,
        "record": record_of(recorded.event),
    }


def _events(data: bytes, file: str) -> Iterable[object]:
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict) or told.get("form") != _FORM or not isinstance(told.get("events"), list):
        raise InvalidError(file, None, f"a whole register as JSON, in the form {_FORM!r}")
    events: list[object] = told["events"]
    return events


def _read(told: object, where: str) -> Recorded:
    if not isinstance(told, dict) or any(type(told.get(key)) is not kind for key, kind in _TYPES.items()):
        raise InvalidError(where, None, f"{', '.join(_TYPES)}, each of its type")
    try:
        event = event_from(told["record"], also=OFFICE_EVENTS)
        contact = UUID(told["contact"])
        sequence = told["sequence"]
        return Recorded(sequence=sequence, contact=contact, version=1, actor=told["actor"], event=event)
    except InvalidError as error:
        raise InvalidError(f"{where}, {error.field}", error.given, error.expected) from None
    except ValueError:
        raise InvalidError(f"{where}, contact", told["contact"], "a UUID") from None


def _check_empty(desk: ContactDesk, told: set[UUID], file: str) -> None:
    """Nothing is in the register, or some of this very document."""
    card = desk.register.numbered(1)
    held = (*desk.register.history(OFFICE), *(desk.register.history(card.contact) if card else ()))
    if any(each.event.id not in told for each in held):
        raise InvalidError(file, "a register in use", "a register in which nothing is recorded yet")


class _Index:
    """How contacts are indexed, by the policy and the calendar of a desk as they stand."""

    def __init__(self, desk: ContactDesk) -> None:
        self._policy, self._calendar = desk.policy, desk.calendar
        self._ground = ground_digest(self._policy, self._calendar)

    def entry(self, contact: UUID, history: list[Event], where: str) -> Entry | None:
        """The entry of a contact; the Office has none."""
        if contact == OFFICE:
            return None
        try:
            folded = contact_from(history)
        except HistoryError as error:
            expected = f"what can have happened: {error.why}"
            raise InvalidError(where, type(error.event).__name__, expected) from None
        if folded.opening.id != contact:
            raise InvalidError(where, str(contact), f"the id of its opening, {folded.opening.id}")
        version = len(history)
        return entry_of(
            folded, version=version, policy=self._policy, calendar=self._calendar, ground=self._ground
        )
