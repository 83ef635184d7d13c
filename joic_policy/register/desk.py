"""The desk: who may record what, on which version, and whether it can have happened."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from uuid import UUID

from attrs import evolve, field, frozen

from joic_policy.contacts import Contact, Corrected, Erased, Event, contact_from, erased
from joic_policy.deadlines import Deadline, Status, deadlines
from joic_policy.errors import (
    HistoryError,
    InvalidError,
    StaleVersionError,
    UnknownContactError,
)
from joic_policy.policy import POLICY, Policy
from joic_policy.register.closing import check_recordable
from joic_policy.register.conflicts import check_conflict, closed_to, closed_to_actor
from joic_policy.register.entries import (
    Card,
    Entry,
    Key,
    Line,
    Wanted,
    entry_of,
    ground_digest,
)
from joic_policy.register.permissions import Actor, Deed, check_nobody_locked_out, check_permitted
from joic_policy.register.port import OFFICE, ContactRegister, Recorded, retold, same_event
from joic_policy.register.staff import OfficeState, office_state
from joic_policy.register.words import words_in
from joic_policy.units import day_in_jersey, end_of_day, instant_words
from joic_policy.working_days import JERSEY, WorkingDayCalendar

__all__ = ["ContactDesk", "Held", "every_line"]


@frozen(kw_only=True)
class Held:
    """A contact as the register holds it: what it comes to, its version, and everything recorded of it."""

    contact: Contact
    version: int
    history: tuple[Recorded, ...] = field(repr=False)


class ContactDesk:
    """One person's way to the register. `clock` gives the present instant; the desk itself has none.

    A contact is known by the id of the event that it began with.
    """

    def __init__(
        self,
        register: ContactRegister,
        *,
        actor: Actor,
        clock: Callable[[], datetime],
        policy: Policy = POLICY,
        calendar: WorkingDayCalendar = JERSEY,
    ) -> None:
        self.register = register
        self.actor = actor
        self.clock = clock
        self.policy = policy
        self._given = calendar
        self._made: tuple[Mapping[date, str], WorkingDayCalendar, str] | None = None

    def record(self, contact: UUID, event: Event, *, expecting: int) -> Recorded:
        """Record an event of a contact that was seen at version `expecting`; 0 begins a contact.

        When it is recorded, and by whom where it names nobody, is put in here. The same event again is
        recorded once. `Erased` takes away what is personal in everything before it. `OFFICE` in place of a
        contact takes the events of the Office itself.

        Raises:
            NotPermittedError: No role of the actor may do it.
            ConflictOfInterestError: The contact is closed to the actor, and they do not work alone.
            StaleVersionError: Somebody else recorded something first; it says what.
            HistoryError: It cannot have happened.
            StandsInTheWayError: A contact is closed with something left to do.
            InvalidError: It lies in the future, or a revised target is no later working day.
            RegisterError: The register could not be written.
        """
        check_permitted(self.actor, type(event).__name__)
        now = self.clock()
        event = retold(event, recorded_at=now, by=event.by or self.actor.name)
        history = self.register.history(contact)
        held = next((each for each in history if each.event.id == event.id), None)
        if held:
            if not same_event(held, event):
                raise HistoryError(event, f"another event has its id {event.id}")
            return held
        before = tuple(each.event for each in history)
        check_conflict(self.register, self.actor, closed_to(before))
        if len(history) != expecting:
            raise StaleVersionError(expecting, len(history), history[expecting:])
        _check_told(event, before, now)
        entry = self._entry(contact, before, event)
        write = self.register.append
        if isinstance(event, Erased):
            write = self.register.erase
        return write(contact, event, actor=self.actor.name, expecting=expecting, entry=entry)

    def contact(self, contact: UUID) -> Held:
        """A contact, to be shown or gone on with.

        Raises:
            UnknownContactError: There is none.
            ConflictOfInterestError: It is closed to the actor, and they do not work alone.
        """
        check_permitted(self.actor, Deed.SEE_CONTACTS)
        history = self.register.history(contact)
        if contact == OFFICE or not history:
            raise UnknownContactError(contact)
        folded = contact_from(each.event for each in history)
        check_conflict(self.register, self.actor, folded.closed_to)
        return Held(contact=folded, version=len(history), history=history)

    def deadlines(self, contact: Contact) -> tuple[Deadline, ...]:
        """What is owed for a contact, by the policy and the calendar of this desk."""
        return deadlines(contact, policy=self.policy, calendar=self.calendar)

    @property
    def office(self) -> OfficeState:
        """The staff list and the proclaimed holidays."""
        check_permitted(self.actor, Deed.SEE_STAFF_LIST)
        return office_state(each.event for each in self.register.history(OFFICE))

    @property
    def calendar(self) -> WorkingDayCalendar:
        """The working days, with the holidays proclaimed in this register."""
        return self._basis()[0]

    def find(self, text: str, *, before: int | None = None, size: int = 50) -> tuple[Card, ...]:
        """Contacts by their number, or by words that begin with those typed, the newest first."""
        check_permitted(self.actor, Deed.SEE_CONTACTS)
        words = words_in(text)
        if not words:
            return ()
        numbered = None
        if text.strip().isdecimal() and before is None and len(text.strip()) <= _DIGITS:
            numbered = self.register.numbered(int(text))
        found = self.register.found(words, before=before, size=size)
        return self.seen((numbered, *(card for card in found if card != numbered)) if numbered else found)

    def queue(
        self, wanted: Wanted, *, at: datetime, after: Key | None = None, size: int = 50
    ) -> tuple[Line, ...]:
        """What the Office owes, as `ContactRegister.queue` has it, with its cards as `seen`."""
        check_permitted(self.actor, Deed.SEE_CONTACTS)
        return self._lines_seen(self.register.queue(wanted, at=at, after=after, size=size))

    def seen(self, cards: Iterable[Card]) -> tuple[Card, ...]:
        """Cards as the actor may see them: what is closed to them names nobody (PRI-3).

        To whoever may not see contacts at all, none does.
        """
        sees, closed = self.actor.may(Deed.SEE_CONTACTS), closed_to_actor(self.register, self.actor)
        return tuple(
            card
            if sees and card.contact not in closed
            else evolve(card, name="", organisation="", subject="")
            for card in cards
        )

    def counts(self, wanted: Wanted, *, at: datetime) -> Mapping[Status, int]:
        """How much of the queue stands how, as `ContactRegister.counts` has it."""
        check_permitted(self.actor, Deed.SEE_CONTACTS)
        return self.register.counts(wanted, at=at)

    def falling_due_while_away(self, at: datetime) -> Iterator[Line]:
        """What falls due for somebody who is away then, and so is nobody's unless it is passed on.

        Whoever was back by the day of `at` looks after their own again.
        """
        check_permitted(self.actor, Deed.SEE_CONTACTS)
        for name, colleague in sorted(self.office.staff.items()):
            until = colleague.away_until
            if colleague.away_from and (until is None or until >= day_in_jersey(at)):
                wanted = Wanted(owners=frozenset({name}), due_by=end_of_day(until) if until else None)
                lines = every_line(self.register, wanted, at=at)
                yield from self._lines_seen(
                    line for line in lines if line.owed.due_on and line.owed.due_on >= colleague.away_from
                )

    def index_anew(self, *, size: int = 100) -> int:
        """Index up to `size` contacts by the policy and calendar now in force; how many there were to do.

        Open contacts come first. Done when it gives less than `size`.
        """
        check_permitted(self.actor, Deed.INDEX_ANEW)
        outdated = self.register.outdated(self._basis()[1], size=size)
        for contact in outdated:
            history = self.register.history(contact)
            entry = self._indexed(contact_from(each.event for each in history), len(history))
            self.register.index(entry, expecting=len(history))
        return len(outdated)

    def _lines_seen(self, lines: Iterable[Line]) -> tuple[Line, ...]:
        listed = tuple(lines)
        cards = self.seen(line.card for line in listed)
        return tuple(evolve(line, card=card) for line, card in zip(listed, cards, strict=True))

    def _entry(self, contact: UUID, before: tuple[Event, ...], event: Event) -> Entry | None:
        """How the contact is to be indexed with the event, if it can have happened."""
        if contact == OFFICE:
            office = office_state((*before, event))
            _with_new(self._given, office)
            check_nobody_locked_out(office)
            return None
        folded = contact_from((*before, event))
        if folded.opening.id != contact:
            raise HistoryError(event, f"a contact is known by the id of its opening, not by {contact}")
        check_recordable(event, before, policy=self.policy, calendar=self.calendar)
        if isinstance(event, Erased):
            folded = contact_from((*erased(before), event))
        return self._indexed(folded, len(before) + 1)

    def _indexed(self, contact: Contact, version: int) -> Entry:
        calendar, ground = self._basis()
        return entry_of(contact, version=version, policy=self.policy, calendar=calendar, ground=ground)

    def _basis(self) -> tuple[WorkingDayCalendar, str]:
        """The calendar in force and the digest of what dates rest on; made anew after a holiday."""
        office = office_state(each.event for each in self.register.history(OFFICE))
        if self._made is None or self._made[0] != office.holidays:
            calendar = _with_new(self._given, office)
            self._made = office.holidays, calendar, ground_digest(self.policy, calendar)
        return self._made[1:]


def every_line(register: ContactRegister, wanted: Wanted, *, at: datetime) -> Iterator[Line]:
    """The whole of the queue, read page by page."""
    page = register.queue(wanted, at=at)
    while page:
        yield from page
        page = register.queue(wanted, at=at, after=page[-1].key)


_DIGITS = 18  # more than any number has, less than a database holds


def _with_new(calendar: WorkingDayCalendar, office: OfficeState) -> WorkingDayCalendar:
    """The calendar and what was proclaimed since.

    Raises:
        InvalidError: A day was a holiday already.
    """
    return calendar.with_holidays(office.holidays) if office.holidays else calendar


def _check_told(event: Event, before: tuple[Event, ...], now: datetime) -> None:
    """Nothing is told of the future, and a correction leaves when the event was recorded."""
    told = event.to if isinstance(event, Corrected) else event
    if told.happened_at > now:
        raise InvalidError(
            "happened_at", told.happened_at, f"an instant not after now ({instant_words(now)})"
        )
    if isinstance(event, Corrected):
        for held in before:
            if held.id == event.of and told.recorded_at != held.recorded_at:
                raise HistoryError(event, f"the event put in place was recorded at {held.recorded_at}")
