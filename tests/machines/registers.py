"""A machine that drives every register at once: in memory, on SQLite and on PostgreSQL."""

import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from attrs import evolve, fields
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.store import StoredRegister, open_register
from app.store.opening import opened
from app.store.verifying import verified
from joic_policy import (
    Channel,
    Corrected,
    Duty,
    Event,
    FileNoted,
    MatterKind,
    OwedBy,
    PolicyError,
    Received,
    Status,
    Withdrawn,
)
from joic_policy.contacts import (
    EVENTS,
    CallBackArranged,
    CallBackAttempted,
    CallMade,
    Closed,
    ConductFlagged,
    ConductFlagLifted,
    DelayTold,
    Erased,
    FeedbackActedOn,
    FeedbackGiven,
    FileNoteNotNeeded,
    FullResponseExpected,
    MessageDelivered,
    MessageTaken,
    MistakeCorrected,
    MistakeFound,
    Reopened,
    Responded,
    Triaged,
)
from joic_policy.register import (
    OFFICE,
    OFFICE_EVENTS,
    Actor,
    ContactDesk,
    InMemoryRegister,
    Role,
    Wanted,
)
from tests.postgres import SERVER, new_postgresql_url
from tests.strategies import events, received, texts

__all__ = ["ACTORS", "DRAWN", "Registers"]

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
LATELY, SOON = st.dates(date(2026, 2, 26), date(2026, 3, 3)), st.dates(date(2026, 3, 2), date(2026, 5, 1))
OFTEN = [
    FullResponseExpected,
    DelayTold,
    Responded,
    FileNoted,
    Closed,
    Reopened,
    MistakeFound,
    Erased,
    Triaged,
]
FOLLOWS: dict[type[Event], type[Event]] = {
    FileNoted: Responded,
    FileNoteNotNeeded: Responded,
    MessageDelivered: MessageTaken,
    CallBackAttempted: CallBackArranged,
    MistakeCorrected: MistakeFound,
    FeedbackActedOn: FeedbackGiven,
    ConductFlagLifted: ConductFlagged,
    Reopened: Closed,
}
BEGINNINGS = (Received, CallMade)
ACTS = [*OFTEN * 2, *(kind for kind in EVENTS if kind not in BEGINNINGS)]
OPENINGS = LATELY.flatmap(lambda on: received(received_on=on)) | events(CallMade, happened_at=START)
DRAWN = {*BEGINNINGS, *ACTS, *OFFICE_EVENTS}
STILL_OPEN = {Status.WAIVED, Status.OVERDUE, Status.DUE_TODAY, Status.WAITING}
ACTORS = [
    Actor.alone("Ann"),
    Actor(name="Bea", roles=frozenset({Role.STAFF})),
    Actor(name="", roles=frozenset()),
]


def some(values: list[Any]) -> st.SearchStrategy[Any]:
    """Some of what there is, or none."""
    return st.frozensets(st.sampled_from(values), max_size=max(3, len(values) // 2))


def filters() -> st.SearchStrategy[Wanted]:
    """Filters by one thing mostly, sometimes by two."""
    parts: dict[str, st.SearchStrategy[Any]] = {
        "duties": some([duty for duty in Duty if not duty.by_law]),
        "channels": some(list(Channel)),
        "kinds": some(list(MatterKind)),
        "routes": some(["Ann", "Bea", ""]),
        "owners": some(["Ann", "Bea", ""]),
        "statuses": some(list(Status)),
        "due_by": st.integers(-9, 60).map(lambda n: START + timedelta(days=n)),
    }
    chosen = st.sets(st.sampled_from(sorted(parts)), min_size=1, max_size=2)
    return chosen.flatmap(lambda names: st.builds(Wanted, **{name: parts[name] for name in names}))


class Registers(RuleBasedStateMachine):
    """Whatever is asked of all registers, they answer alike, refusals and their words included."""

    def __init__(self, *, stored: bool = True) -> None:
        super().__init__()
        self.now = START
        self.contacts: list[UUID] = []
        self.recorded: list[tuple[UUID, Event]] = []
        self.ends = ExitStack()
        folder = self.ends.enter_context(tempfile.TemporaryDirectory())
        self.urls = {"sqlite": f"sqlite:///{Path(folder) / 'register.sqlite'}"} if stored else {}
        if stored and SERVER:
            self.urls["postgresql"] = self.ends.enter_context(new_postgresql_url())
        self.stored: dict[str, StoredRegister] = {}
        self.desks: dict[str, ContactDesk] = {"in memory": self._desk(InMemoryRegister())}
        self.open_again()

    def _desk(self, register: Any) -> ContactDesk:
        return ContactDesk(register, actor=ACTORS[0], clock=lambda: self.now)

    def alike(self, ask: Callable[[ContactDesk], Any]) -> Any:
        """What every register answers."""
        answers = {name: _answer(ask, desk) for name, desk in self.desks.items()}
        expected = answers["in memory"]
        for name, answer in answers.items():
            assert answer == expected, name
        return expected

    def version(self, contact: UUID) -> int:
        """At which version it is."""
        return len(self.desks["in memory"].register.history(contact))

    def record(self, contact: UUID, event: Event, expecting: int, actor: Actor = ACTORS[0]) -> None:
        """Record it everywhere."""

        def ask(desk: ContactDesk) -> Any:
            desk.actor = actor
            try:
                return desk.record(contact, event, expecting=expecting)
            finally:
                desk.actor = ACTORS[0]

        answer = self.alike(ask)
        if not isinstance(answer, tuple):
            self.recorded.append((contact, event))
            if contact not in {OFFICE, *self.contacts}:
                self.contacts.append(contact)

    @rule()
    def open_again(self) -> None:
        """Close what is on disk, and open it again."""
        for name, url in self.urls.items():
            if name in self.stored:
                self.stored[name].close()
            self.stored[name] = open_register(url)
            self.desks[name] = self._desk(self.stored[name])

    @rule(hours=st.integers(1, 24 * 20))
    def wait(self, hours: int) -> None:
        """Time passes."""
        self.now += timedelta(hours=hours)

    @rule(data=st.data(), kinds=st.lists(st.sampled_from(ACTS), min_size=3, max_size=12))
    def act(self, data: st.DataObject, kinds: list[type[Event]]) -> None:
        """A contact begins or goes on, mostly seen at its version and mostly by somebody who may."""
        contact = data.draw(st.sampled_from([*self.contacts[-2:], None]))
        if contact is None:
            opening = data.draw(OPENINGS)
            self.record(opening.id, opening, 0)
            contact = opening.id
        acts = [act for kind in kinds for act in (FOLLOWS.get(kind), kind) if act]
        for kind in acts if contact in self.contacts else ():
            history = [each.event for each in self.desks["in memory"].register.history(contact)]
            before = [each for each in history if type(each) is FOLLOWS.get(kind)]
            facts = self.facts(
                data, kind, data.draw(st.sampled_from([*before[-1:] * 9, history[0]] if before else history))
            )
            event = data.draw(events(kind, **facts))
            off_by = data.draw(st.sampled_from([0] * 9 + [-1, 1]))
            actor = data.draw(st.sampled_from([ACTORS[0]] * 8 + ACTORS))
            self.record(contact, event, max(0, len(history) + off_by), actor)

    def facts(self, data: st.DataObject, kind: type[Event], earlier: Event) -> dict[str, Any]:
        """What makes it likely that this can have happened."""
        ago = timedelta(hours=data.draw(st.sampled_from([0, 0, 0, 0, 2, -1])))
        facts: dict[str, Any] = {"happened_at": self.now - ago}
        names = {attribute.name for attribute in fields(kind)}
        if "of" in names:
            facts["of"] = earlier.id
        if kind is Corrected:
            mended = isinstance(earlier, Corrected | Withdrawn)
            facts["to"] = FileNoted(happened_at=START) if mended else evolve(earlier, by="Bea")
        for name in names & {"revised_on", "expected_on"}:
            on = self.now.date() + timedelta(days=data.draw(st.sampled_from([0, 1, 2, 9, 20, 40])))
            facts[name] = on + timedelta(days=2) if on.weekday() > 4 else on
        return facts

    @rule(data=st.data(), kind=st.sampled_from(OFFICE_EVENTS))
    def happen_to_the_office(self, data: st.DataObject, kind: type[Event]) -> None:
        """Somebody is listed, away, back or gone, or a holiday is proclaimed."""
        facts: dict[str, Any] = {"happened_at": self.now}
        names = {attribute.name for attribute in fields(kind)}
        for name in names & {"on", "from_on"}:
            facts[name] = data.draw(SOON)
        if "until" in names:
            facts["until"] = facts["from_on"] + timedelta(days=data.draw(st.integers(0, 30)))
        self.record(OFFICE, data.draw(events(kind, **facts)), self.version(OFFICE))

    @precondition(lambda self: self.recorded)
    @rule(data=st.data())
    def retry(self, data: st.DataObject) -> None:
        """The same event again is recorded once, whatever version is expected."""
        contact, event = data.draw(st.sampled_from(self.recorded))
        before = self.version(contact)

        self.record(contact, event, 0)

        assert self.version(contact) == before

    @precondition(lambda self: self.recorded)
    @rule(data=st.data())
    def take_its_id(self, data: st.DataObject) -> None:
        """Another event under the id of one that is there is refused, in its contact and in another."""
        contact, event = data.draw(st.sampled_from(self.recorded))
        other = data.draw(st.sampled_from([contact, *self.contacts]))
        self.record(other, evolve(event, by="Somebody else"), self.version(other))

    @precondition(lambda self: self.contacts)
    @rule(what=filters(), size=st.integers(1, 4))
    def queue(self, what: Wanted, size: int) -> None:
        """Page by page the queue is the whole queue, and its counts add up to it."""

        def ask(desk: ContactDesk) -> Any:
            pages = [desk.register.queue(what, at=self.now, size=size)]
            while pages[-1]:
                pages.append(desk.register.queue(what, at=self.now, after=pages[-1][-1].key, size=size))
            return [line for page in pages for line in page]

        lines = self.alike(ask)
        counts = self.alike(lambda desk: dict(desk.register.counts(what, at=self.now)))

        assert counts == Counter(line.owed.status(self.now) for line in lines)

    @precondition(lambda self: self.contacts)
    @rule(text=texts(personal=True) | st.sampled_from(["ann zoe", "ANN", "1", "2", "zo pri", "é", "'\"*&|"]))
    def find(self, text: str) -> None:
        """Contacts are found by words, whatever is typed."""
        found = self.alike(lambda desk: desk.find(text))
        self.alike(lambda desk: desk.find(text, size=1))
        if found:
            self.alike(lambda desk: desk.find(text, before=found[0].number))

    @rule(
        file=st.sampled_from(["Ann", "Bea", "", "\x00"]), kind=st.none() | st.sampled_from(list(MatterKind))
    )
    def look_up(self, file: str, kind: MatterKind | None) -> None:
        """By file, by number, by what was closed."""
        self.alike(lambda desk: desk.register.on_file(file))
        self.alike(lambda desk: [desk.register.numbered(number) for number in (0, 1, 2, 2**40)])
        self.alike(lambda desk: desk.register.closed_by(kind, self.now.date()))
        self.alike(lambda desk: desk.register.card(uuid4()))

    @precondition(lambda self: self.contacts)
    @rule(size=st.integers(1, 3))
    def index_anew(self, size: int) -> None:
        """What rests on another calendar is indexed anew, open contacts first."""
        self.alike(lambda desk: desk.register.outdated("", size=size))
        self.alike(lambda desk: desk.index_anew(size=size))

    @rule()
    def hold_the_queue_against_the_deadlines(self) -> None:
        """Once all is indexed, the queue is what the deadlines of all contacts say is open."""
        while self.alike(ContactDesk.index_anew):
            pass
        desk = self.desks["in memory"]
        expected = Counter(
            (contact, deadline.duty, deadline.due_at, deadline.status(self.now))
            for contact in self.contacts
            for deadline in desk.deadlines(desk.contact(contact).contact)
            if deadline.owed_by is OwedBy.OFFICE and deadline.status(self.now) in STILL_OPEN
        )

        lines = desk.register.queue(Wanted(), at=self.now, size=1000)

        assert expected == Counter(
            (line.card.contact, line.owed.duty, line.owed.due_at, line.owed.status(self.now))
            for line in lines
        )

    @invariant()
    def all_is_alike(self) -> None:
        """What was recorded last, what is owed and how it stands are the same everywhere."""
        for contact in [OFFICE, *self.contacts][-2:]:
            self.alike(lambda desk, contact=contact: desk.register.history(contact))
        for what in (Wanted(), *(Wanted(owners=frozenset({name})) for name in ("Ann", "Bea"))):
            self.alike(lambda desk, what=what: desk.register.queue(what, at=self.now))
            self.alike(lambda desk, what=what: desk.register.counts(what, at=self.now))

    def teardown(self) -> None:
        """At the end every chain is whole."""
        try:
            for contact in self.contacts:
                self.alike(lambda desk, contact=contact: desk.contact(contact))
            for name, url in self.urls.items():
                self.stored[name].close()
                engine = opened(url)
                found = verified(engine)
                engine.dispose()
                assert found.faults == (), name
                assert found.links == sum(map(self.version, [OFFICE, *self.contacts]))
        finally:
            self.ends.close()


def _answer(ask: Callable[[ContactDesk], Any], desk: ContactDesk) -> Any:
    try:
        return ask(desk)
    except PolicyError as error:
        return type(error), str(error), getattr(error, "since", None)
