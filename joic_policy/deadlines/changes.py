"""What-if: two evaluations, and what differs between them."""

from collections.abc import Iterator

from attrs import fields, frozen

from joic_policy.contacts import Matter
from joic_policy.deadlines.deadline import Deadline
from joic_policy.policy import Interpretations, Standard, Statute
from joic_policy.units import day_words, instant_words

__all__ = ["Change", "compare"]


@frozen(kw_only=True)
class Change:
    """One deadline that differs; `before` or `after` is None where it is owed only once.

    `working_days` is by how much the due day moved, later being positive; None without two dates.
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
        if self.before is None:
            return f"{self.title}: now owed, {_by(self.after)}."
        if self.after is None:
            return f"{self.title}: no longer owed."
        if self.working_days is None:
            return f"{self.title}: {_by(self.before)} before, {_by(self.after)} now."
        if self.working_days == 0:
            return f"{self.title}: {_by(self.after)} as before, but reached or judged otherwise."
        size = abs(self.working_days)
        way = "later" if self.working_days > 0 else "earlier"
        return f"{self.title}: {_by(self.after)}, {size} working day{'s' if size > 1 else ''} {way}."


def compare(before: tuple[Deadline, ...], after: tuple[Deadline, ...]) -> tuple[Change, ...]:
    """What differs between two evaluations, in the order of `after`; what vanished comes last."""
    old = {deadline.identity: deadline for deadline in before}
    new = {deadline.identity: deadline for deadline in after}
    pairs = [(old.pop(identity, None), deadline) for identity, deadline in new.items()]
    return tuple(
        Change(before=was, after=is_now, working_days=_moved(was, is_now), why=tuple(_why(was, is_now)))
        for was, is_now in (*pairs, *((gone, None) for gone in old.values()))
        if was is None or is_now is None or was != is_now or was.due_at != is_now.due_at
    )


def _moved(before: Deadline | None, after: Deadline | None) -> int | None:
    if before is None or after is None or before.due_on is None or after.due_on is None:
        return None
    if before.due_on == after.due_on:
        return 0
    days = after.ground.calendar.count(before.due_on, after.due_on)
    return days or (1 if after.due_on > before.due_on else -1)


def _why(before: Deadline | None, after: Deadline | None) -> Iterator[str]:
    """Each fact, number, reading or day off that differs and that this deadline rests on."""
    if before is None or after is None:
        one = before or after
        if one:
            yield f"{one.title} rests on {one.source.id}."
        return
    yield from _facts(before, after)
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
    if before.matter != after.matter or bool(before.displaced_by) is not bool(after.displaced_by):
        yield f"It asks otherwise: {_asked(after.ground.contact.matters)}."
    if before.targets[1:] != after.targets[1:]:
        yield "The customer was told otherwise of a delay."
    if before.waivers != after.waivers:
        yield "A full response is expected otherwise."
    if before.met_at != after.met_at:
        yield f"It was done at {instant_words(after.met_at)}." if after.met_at else "It is not done."


def _rules(before: Deadline, after: Deadline) -> Iterator[str]:
    old, new = _number(before), _number(after)
    if old != new:
        yield f"The number is {new}, not {old}."


def _readings(before: Deadline, after: Deadline) -> Iterator[str]:
    old, new = before.ground.policy.interpretations, after.ground.policy.interpretations
    for attribute in fields(Interpretations):
        reading = getattr(new, attribute.name)
        if getattr(old, attribute.name) is not reading:
            interpretation = after.ground.policy.unsaid[attribute.name]
            yield f"{interpretation.question} {interpretation.readings[reading]}"


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
    return str(rule.duration) if isinstance(rule, Statute) else ""


def _asked(matters: tuple[Matter, ...]) -> str:
    return ", ".join(matter.kind.replace("_", " ") for matter in matters) or "nothing in particular"


def _by(deadline: Deadline | None) -> str:
    return f"due on {day_words(deadline.due_on)}" if deadline and deadline.due_on else "without a date"
