"""What happened to a contact, told line by line: what, when, by whom, and what was typed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from uuid import UUID

from attrs import fields, frozen, has

from app.tables.act_words import fact_words
from joic_policy import CallMade, Corrected, Event, Received, Triaged, Withdrawn
from joic_policy.contacts import Erased
from joic_policy.contacts.personal import is_personal
from joic_policy.register import Recorded
from joic_policy.units import day_words, instant_words

__all__ = ["PARTS", "TimelineRow", "texts_of", "timeline", "words_of"]

#: What each free text is called, by the name of its field.
PARTS: Mapping[str, str] = {
    "name": "Name",
    "organisation": "Organisation",
    "telephone": "Telephone",
    "email": "Email",
    "address": "Address",
    "safe_contact": "Safe contact",
    "subject": "Subject",
    "text": "What was said or written",
    "speaker_phone": "Speaker phone",
    "departed_because": "Another route because",
    "outcome": "Outcome",
    "why": "Why",
    "reason": "Reason",
    "number": "Number to call",
    "voicemail": "On voicemail",
    "place": "Where",
    "what": "What happened",
    "how": "How it was put right",
    "done": "What was done",
    "told": "Who was told",
    "enclosed": "Enclosed",
}

_AT_ONCE = timedelta(minutes=1)


@frozen(kw_only=True)
class TimelineRow:
    """One thing recorded. `texts` are what was typed, each under what it is; `remarks` may not be overlooked.

    `holds` says whether it still counts as it stands here.
    """

    id: UUID
    when: str
    who: str
    what: str
    texts: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    holds: bool
    can_be_corrected: bool
    can_be_withdrawn: bool


def words_of(event: Event, earlier: Mapping[UUID, Event] | None = None) -> str:
    """What happened, in one line; `earlier` is where an event that it is about can be looked up."""
    known = earlier or {}
    if isinstance(event, Corrected):
        return f"Corrected. It was: {words_of(event.to, known)}"
    if isinstance(event, Withdrawn):
        about = known.get(event.of)
        return f"Withdrawn: {words_of(about, known)}" if about else "Withdrawn: something recorded before."
    return fact_words(event, known)


def texts_of(event: Event) -> tuple[tuple[str, str], ...]:
    """Everything that was typed freely for an event and is still there, each under what it is."""
    return tuple(_texts(event))


def timeline(history: Iterable[Recorded]) -> tuple[TimelineRow, ...]:
    """Everything recorded of a contact or of the Office, the newest first."""
    recorded = tuple(history)
    events = {each.event.id: each.event for each in recorded}
    mended = _mended(recorded)
    rows = (_row(each, events, mended.get(each.event.id)) for each in recorded)
    return tuple(rows)[::-1]


def _mended(recorded: tuple[Recorded, ...]) -> Mapping[UUID, Event]:
    """For each event that no longer counts as recorded, the correction or withdrawal that holds."""
    mended: dict[UUID, Event] = {}
    for each in reversed(recorded):
        event = each.event
        gone = isinstance(mended.get(event.id), Withdrawn)
        if isinstance(event, Withdrawn) and not gone:
            mended[event.of] = event
        elif isinstance(event, Corrected) and not gone:
            mended.setdefault(event.of, event)
    return mended


def _row(recorded: Recorded, events: Mapping[UUID, Event], mended: Event | None) -> TimelineRow:
    event, gone = recorded.event, isinstance(mended, Withdrawn)
    return TimelineRow(
        id=event.id,
        when=_when(event),
        who=_who(recorded),
        what=words_of(event, events),
        texts=_told_texts(event, events),
        remarks=tuple(_remarks(recorded, mended)),
        holds=mended is None,
        can_be_corrected=not gone and not isinstance(event, Corrected | Withdrawn),
        can_be_withdrawn=not gone and not isinstance(event, Received | CallMade | Erased),
    )


def _told_texts(event: Event, events: Mapping[UUID, Event]) -> tuple[tuple[str, str], ...]:
    """Of a correction only what is otherwise now: the rest stands where it was recorded."""
    if not isinstance(event, Corrected):
        return texts_of(event)
    before = events.get(event.of)
    was = set(texts_of(before)) if before else set()
    why = tuple(("Why corrected", event.why) for _ in range(bool(event.why)))
    return (*why, *(text for text in texts_of(event.to) if text not in was))


def _remarks(recorded: Recorded, mended: Event | None) -> Iterator[str]:
    if isinstance(mended, Withdrawn):
        yield f"Withdrawn{_because(mended.why)}"
    elif isinstance(mended, Corrected):
        yield f"Corrected{_because(mended.why)}"
    if recorded.erased and _could_tell(type(recorded.event)):
        yield "What was personal in this was erased for good."


def _because(why: str) -> str:
    return f": {why}" if why.strip() else "."


def _could_tell(kind: type[Event]) -> bool:
    return issubclass(kind, Triaged) or any(map(is_personal, fields(kind)))


def _when(event: Event) -> str:
    if isinstance(event, Received) and event.received_at is None:
        when = day_words(event.received_on)
    else:
        when = instant_words(event.happened_at.replace(microsecond=0))
    if abs(event.recorded_at - event.happened_at) < _AT_ONCE:
        return when
    return f"{when}; written down {instant_words(event.recorded_at.replace(second=0, microsecond=0))}"


def _who(recorded: Recorded) -> str:
    by, actor = recorded.event.by, recorded.actor
    if by in {"", actor}:
        return actor or "nobody named"
    return f"{by}, written down by {actor}" if actor else by


def _texts(value: object) -> Iterator[tuple[str, str]]:
    """Every free text in a value, however deep, in the order of its fields."""
    if isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif has(kind := type(value)):
        for attribute in fields(kind):
            inner = getattr(value, attribute.name)
            if not is_personal(attribute) and attribute.name not in _REASONS:
                yield from _texts(inner)
            elif inner:
                yield PARTS[attribute.name], inner


#: Reasons of staff are free text, also where they tell of nobody.
_REASONS = frozenset({"why"})
