"""What is found in the queue, written down line by line: in memory, on SQLite and on PostgreSQL alike."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from attrs import frozen

from app.store import StoredRegister
from joic_policy import Channel, Duty, MatterKind, Status
from joic_policy.register import ContactRegister, InMemoryRegister, Wanted
from joic_policy.register.entries import Card, Entry, Owed
from tests.desks import NOON, a_letter

DAY, INSTANT = timedelta(days=1), timedelta(microseconds=1)
MIDNIGHT = datetime(2026, 11, 26, tzinfo=UTC)  # Jersey's too, in winter


@frozen
class Owing:
    """A contact that owes an answer, and how that stands at noon."""

    status: Status
    due_at: datetime | None
    waived_until: datetime | None = None
    owner: str = "Ann"
    kind: MatterKind = MatterKind.QUESTION
    channel: Channel = Channel.LETTER


# In the order of the queue.
OWING = {
    "late": Owing(Status.OVERDUE, NOON - DAY),
    "late, waived": Owing(Status.WAIVED, NOON - DAY, NOON + DAY, owner=""),
    "late, waived to this instant": Owing(Status.WAIVED, NOON - DAY, NOON, kind=MatterKind.CONCERN),
    "late, waived to the instant before": Owing(Status.OVERDUE, NOON - DAY, NOON - INSTANT, owner=""),
    "an instant late": Owing(Status.OVERDUE, NOON - INSTANT, channel=Channel.EMAIL),
    "now": Owing(Status.DUE_TODAY, NOON),
    "today, waived": Owing(Status.WAIVED, NOON, MIDNIGHT - INSTANT, channel=Channel.EMAIL),
    "tonight": Owing(Status.DUE_TODAY, MIDNIGHT - INSTANT, owner="", kind=MatterKind.CONCERN),
    "tomorrow": Owing(Status.WAITING, MIDNIGHT),
    "tomorrow, waived before": Owing(Status.WAITING, MIDNIGHT, NOON - DAY, kind=MatterKind.CONCERN),
    "undated": Owing(Status.WAITING, None),
    "undated, waived": Owing(Status.WAIVED, None, NOON + DAY, owner=""),
    "undated, waived before": Owing(Status.WAITING, None, NOON - INSTANT, channel=Channel.EMAIL),
}
WANTED = [
    (Wanted(), [*OWING]),
    (
        Wanted(statuses=frozenset({Status.WAIVED})),
        ["late, waived", "late, waived to this instant", "today, waived", "undated, waived"],
    ),
    (
        Wanted(statuses=frozenset({Status.OVERDUE})),
        ["late", "late, waived to the instant before", "an instant late"],
    ),
    (Wanted(statuses=frozenset({Status.DUE_TODAY})), ["now", "tonight"]),
    (
        Wanted(statuses=frozenset({Status.WAITING})),
        ["tomorrow", "tomorrow, waived before", "undated", "undated, waived before"],
    ),
    (
        Wanted(statuses=frozenset({Status.WAIVED, Status.DUE_TODAY}), owners=frozenset({""})),
        ["late, waived", "tonight", "undated, waived"],
    ),
    (
        Wanted(statuses=frozenset({Status.WAIVED}), kinds=frozenset({MatterKind.CONCERN})),
        ["late, waived to this instant"],
    ),
    (
        Wanted(statuses=frozenset({Status.WAIVED}), channels=frozenset({Channel.EMAIL})),
        ["today, waived"],
    ),
    (
        Wanted(statuses=frozenset({Status.WAIVED}), due_by=NOON - INSTANT),
        ["late, waived", "late, waived to this instant"],
    ),
    (Wanted(due_by=MIDNIGHT), [*OWING][:10]),
    (Wanted(due_by=MIDNIGHT - INSTANT), [*OWING][:8]),
    (Wanted(statuses=frozenset({Status.MET})), []),
    (Wanted(statuses=frozenset()), []),
    (Wanted(duties=frozenset({Duty.REPLY}), statuses=frozenset({Status.WAIVED})), []),
]


def filled(register: ContactRegister) -> ContactRegister:
    """With all that is owing, one contact each."""
    for name, owing in OWING.items():
        letter = a_letter(channel=owing.channel, subject=name)
        card = Card(
            contact=letter.id,
            version=1,
            channel=letter.channel,
            direction=letter.direction,
            received_on=letter.received_on,
            owner=owing.owner,
            subject=name,
        )
        owed = Owed(
            duty=Duty.FORMAL_RESPONSE,
            place=0,
            arose_at=NOON - 2 * DAY,
            due_on=owing.due_at.date() if owing.due_at else None,
            due_at=owing.due_at,
            waived_until=owing.waived_until,
        )
        entry = Entry(card=card, matters=frozenset({(owing.kind, "Ann")}), owed=(owed,))
        register.append(letter.id, letter, actor="Ann", expecting=0, entry=entry)
    return register


def test_what_is_waived_is_found_as_such_to_the_instant(register: StoredRegister) -> None:
    """Every filter finds its lines in their order, and counts them as they stand."""
    for queue in (filled(InMemoryRegister()), filled(register)):
        for wanted, expected in WANTED:
            lines = queue.queue(wanted, at=NOON)

            assert [line.card.subject for line in lines] == expected, wanted
            assert [line.owed.status(NOON) for line in lines] == [OWING[name].status for name in expected]
            assert queue.counts(wanted, at=NOON) == Counter(OWING[name].status for name in expected), wanted
