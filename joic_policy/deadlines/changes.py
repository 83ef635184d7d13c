"""What-if: two evaluations, and what differs between them."""

from collections.abc import Iterator

from attrs import evolve, frozen

from joic_policy.deadlines.deadline import Deadline
from joic_policy.errors import OutsideCalendarError
from joic_policy.policy import Standard, Statute
from joic_policy.units import day_words, instant_words

__all__ = ["Change", "compare"]


@frozen(kw_only=True)
class Change:
    """One deadline that differs; `before` or `after` is None where it is owed only once.

    `working_days` is by how much the due day moved, later being positive; None without two dates, or where
    the calendar does not know them. A day of the law may move over days that are none of these: that is 0.
    """

    before: Deadline | None
    after: Deadline | None
    working_days: int | None
    why: tuple[str, ...]

    @property
    def title(self) -> str:
        """What is owed."""
        deadline = self.after or self.before
        return deadline.title if deadline else ""

    @property
    def words(self) -> str:
        """What moved, in a sentence."""
        return f"{self.title}: {self.moved}"

    @property
    def moved(self) -> str:
        """The same without saying of what."""
        if self.before is None:
            return f"now owed, {_by(self.after)}."
        if self.after is None:
            return "no longer owed."
        if self.before.due_on == self.after.due_on:
            return f"{_by(self.after)} as before, but reached or judged otherwise."
        if not self.working_days:
            return f"{_by(self.before)} before, {_by(self.after)} now."
        size = abs(self.working_days)
        way = "later" if self.working_days > 0 else "earlier"
        return f"{_by(self.after)}, {size} working day{'s' if size > 1 else ''} {way}."


def compare(before: tuple[Deadline, ...], after: tuple[Deadline, ...]) -> tuple[Change, ...]:
    """What differs between two evaluations, in the order of `after`; what vanished comes last."""
    old = {deadline.identity: deadline for deadline in before}
    new = {deadline.identity: deadline for deadline in after}
    pairs = [(old.pop(identity, None), deadline) for identity, deadline in new.items()]
    return tuple(
        Change(before=was, after=is_now, working_days=_moved(was, is_now), why=tuple(_why(was, is_now)))
        for was, is_now in (*pairs, *((gone, None) for gone in old.values()))
        if was is None or is_now is None or _differ(was, is_now)
    )


def _differ(before: Deadline, after: Deadline) -> bool:
    """Whether anything but the wording of the source, or of the matter, is another."""
    alike = evolve(after, rule=before.rule, matter=before.matter)
    return alike != before or after.due_at != before.due_at or _number(after) != _number(before)


def _moved(before: Deadline | None, after: Deadline | None) -> int | None:
    if before is None or after is None or before.due_on is None or after.due_on is None:
        return None
    try:
        return after.ground.calendar.count(before.due_on, after.due_on)
    except OutsideCalendarError:
        return None


def _why(before: Deadline | None, after: Deadline | None) -> Iterator[str]:
    """Each fact, number, reading or day off that differs and that this deadline rests on."""
    if before is None or after is None:
        for one in filter(None, (before, after)):
            yield f"{one.title} rests on {one.citation}."
        return
    yield from _facts(before, after)
    yield from _acts(before, after)
    yield from _rules(before, after)
    yield from _readings(before, after)
    yield from _days_off(before, after)


def _facts(before: Deadline, after: Deadline) -> Iterator[str]:
    old, new = before.ground.contact.opening, after.ground.contact.opening
    if old.channel is not new.channel:
        yield f"It came {new.channel.words}, not {old.channel.words}."
    if old.received_on != new.received_on:
        yield f"Received on {day_words(new.received_on)}, not on {day_words(old.received_on)}."
    elif old.happened_at != new.happened_at:
        yield f"Received at {instant_words(new.happened_at)}, not at {instant_words(old.happened_at)}."
    elif before.arose_at != after.arose_at:
        yield f"It is owed since {instant_words(after.arose_at)}, not since {instant_words(before.arose_at)}."
    if isinstance(after.rule, Statute) and before.start_on != after.start_on:
        yield f"It runs from {_from(after)}, not from {_from(before)}."


def _acts(before: Deadline, after: Deadline) -> Iterator[str]:
    if before.cause != after.cause:
        yield "What gave rise to it was told otherwise."
    if before.targets[1:] != after.targets[1:]:
        yield "The customer was told otherwise of a delay."
    if before.waivers != after.waivers:
        yield "A full response is expected otherwise."
    if before.met_at != after.met_at:
        yield f"It was done at {instant_words(after.met_at)}." if after.met_at else "It is not done."
    if before.closed != after.closed:
        yield (
            f"The contact is closed: {_spaced(after.closed.because)}."
            if after.closed
            else "It is not closed."
        )


def _rules(before: Deadline, after: Deadline) -> Iterator[str]:
    old, new = _number(before), _number(after)
    if old != new:
        yield f"The number is {new}, not {old}."
    if before.owed_by is not after.owed_by:
        yield f"It is owed by the {after.owed_by}, not by the {before.owed_by}."
    if before.displaced_by != after.displaced_by:
        displacer = after.displaced_by
        yield f"The law holds instead: {displacer.title}." if displacer else "No law holds instead of it."


def _readings(before: Deadline, after: Deadline) -> Iterator[str]:
    old, new = before.ground.policy.interpretations, after.ground.policy.interpretations
    if old == new:
        return
    for reading in after.interpretations:
        if reading.in_force != getattr(old, reading.interpretation.id):
            yield f"{reading.interpretation.question} {reading.text}"


def _days_off(before: Deadline, after: Deadline) -> Iterator[str]:
    old, new = before.ground.calendar.holidays, after.ground.calendar.holidays
    starts = [deadline.start_on for deadline in (before, after) if deadline.start_on]
    ends = [deadline.due_on for deadline in (before, after) if deadline.due_on]
    if old is new or not (starts and ends):
        return
    for day in sorted(old.keys() ^ new.keys()):
        if min(starts) < day <= max(ends):
            name = new.get(day, old.get(day))
            yield f"{day_words(day)} is {'a holiday' if day in new else 'no holiday'}: {name}."


def _number(deadline: Deadline) -> str:
    rule = deadline.rule
    if isinstance(rule, Standard):
        return str(rule.on(deadline.ground.contact.received_on))
    return str(rule.duration or "none") if isinstance(rule, Statute) else ""


def _from(deadline: Deadline) -> str:
    return day_words(deadline.start_on) if deadline.start_on else "a day that is not known"


def _spaced(choice: str) -> str:
    return choice.replace("_", " ")


def _by(deadline: Deadline | None) -> str:
    return f"due on {day_words(deadline.due_on)}" if deadline and deadline.due_on else "without a date"
