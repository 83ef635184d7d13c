"""How an answer came about, in words and day by day."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from joic_policy.contacts import FullResponseExpected, Received
from joic_policy.deadlines.deadline import Deadline, Status
from joic_policy.deadlines.readings import Reading, readings
from joic_policy.deadlines.targets import Target, in_force
from joic_policy.policy import OwedBy, Standard, Statute
from joic_policy.policy.interpretations import ReceiptDay
from joic_policy.units import Duration, WorkingDays, day_words, instant_words
from joic_policy.working_days import CalendarDay

__all__ = ["NO_ADVICE", "Explanation", "explanation"]

#: Said wherever a date of the law is shown.
NO_ADVICE = "A date from the law is shown to help; it is no legal advice."


@frozen(kw_only=True)
class Explanation:
    """The derivation of one deadline.

    `steps` tell it in order. `days` are the calendar days from the start to the day first due, none where the
    period is not counted in working days. `cautions` say what the answer leans on.
    """

    title: str
    source: str
    steps: tuple[str, ...]
    days: tuple[CalendarDay, ...]
    readings: tuple[Reading, ...]
    cautions: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it, as plain text."""
        lines = [f"{self.title} ({self.source})", *self.steps]
        lines += [f"  {day.number or '-':>3}  {day_words(day.on)}{_reason(day)}" for day in self.days]
        lines += _would_change(self.readings)
        return "\n".join((*lines, *self.cautions))


def _would_change(used: tuple[Reading, ...]) -> Iterator[str]:
    """First what another reading would have changed, then what cannot be said, then what would stay."""
    for reading in used:
        if reading.matters:
            yield f"{reading.interpretation.question} {reading.text}"
            yield from (f"  Or: {other.words}" for other in reading.others)
    for reading in used:
        if not reading.matters:
            yield from (f"Or: {other.words}" for other in reading.others if other.changes is None)
    same = [each.interpretation.question for each in used if each.makes_no_difference]
    if same:
        yield f"Read otherwise, these give the same answer: {' '.join(same)}"


def explanation(deadline: Deadline) -> Explanation:
    """The derivation of a deadline."""
    return Explanation(
        title=deadline.title,
        source=deadline.citation,
        steps=tuple(_steps(deadline)),
        days=_days(deadline),
        readings=readings(deadline),
        cautions=tuple(_cautions(deadline)),
    )


def _steps(deadline: Deadline) -> Iterator[str]:
    yield _beginning(deadline)
    yield _period(deadline)
    if deadline.start_on and deadline.start_on != deadline.ground.contact.received_on:
        yield f"Counted from {day_words(deadline.start_on)}."
    first_on = _first_due_on(deadline)
    if deadline.exactly_at:
        yield f"In time until {instant_words(deadline.exactly_at)}, Jersey time."
    elif first_on:
        yield f"Due on {day_words(first_on)}."
    for position, target in enumerate(deadline.targets[1:], start=1):
        yield _told(target, in_force(deadline.targets[:position]))
    yield from (_expected(waiver) for waiver in deadline.waivers)
    if deadline.displaced_by:
        displacer = deadline.displaced_by
        yield f"The law sets another date, which holds instead: {displacer.title} ({displacer.source})."
    if deadline.met_at:
        late = deadline.status(deadline.met_at) is Status.MET_LATE
        yield f"Done at {instant_words(deadline.met_at)}, {'late' if late else 'in time'}."
    if deadline.closed:
        yield f"Closed at {instant_words(deadline.closed.happened_at)} by {deadline.closed.by}."


def _beginning(deadline: Deadline) -> str:
    opening = deadline.ground.contact.opening
    if deadline.cause:
        return f"Owed since {instant_words(deadline.arose_at)}."
    if isinstance(opening, Received):
        when = instant_words(opening.received_at) if opening.received_at else day_words(opening.received_on)
        return f"Received {opening.channel.words} {'at' if opening.received_at else 'on'} {when}."
    return f"The Office called at {instant_words(opening.happened_at)}."


def _period(deadline: Deadline) -> str:
    rule, duration = deadline.rule, _duration(deadline)
    if isinstance(rule, Statute):
        if duration is None:
            return "The law is known to ask for it, but no period is known."
        if deadline.start_on is None:
            return f"{duration} from {rule.starts_from.words}, which is not known yet: so there is no date."
        return f"{duration} from {rule.starts_from.words}."
    if duration is None:
        return "The policy sets no number of days for it."
    return f"The standard is {duration} ({deadline.citation}), as in force on the day of receipt."


def _duration(deadline: Deadline) -> Duration | None:
    if isinstance(deadline.rule, Standard):
        return deadline.rule.on(deadline.ground.contact.received_on)
    return deadline.rule.duration if isinstance(deadline.rule, Statute) else None


def _told(target: Target, before: Target) -> str:
    told = f"Told at {instant_words(target.told_at)}" if target.told_at else "Told"
    who = f" by {target.by}" if target.by else ""
    if target.in_time:
        return f"{told}{who}, in time: the target is now {day_words(target.on)}."
    if target.on <= before.on:
        return f"{told}{who}: {day_words(target.on)} is not after {day_words(before.on)}, which stands."
    return f"{told}{who}, not in time: {day_words(target.on)} is a promise, and the date before it stands."


def _expected(waiver: FullResponseExpected) -> str:
    return f"{waiver.by} expects to respond in full by {day_words(waiver.expected_on)}."


def _days(deadline: Deadline) -> tuple[CalendarDay, ...]:
    first_on = _first_due_on(deadline)
    if not (first_on and deadline.start_on and isinstance(_duration(deadline), WorkingDays)):
        return ()
    counted = deadline.ground.policy.interpretations.receipt_day is ReceiptDay.COUNTED
    inclusive = counted and isinstance(deadline.rule, Standard)
    start = deadline.start_on - timedelta(days=1) if inclusive else deadline.start_on
    return tuple(deadline.ground.calendar.days(start, first_on))


def _first_due_on(deadline: Deadline) -> date | None:
    """The day before any revision."""
    return deadline.targets[0].on if deadline.targets else deadline.due_on


def _cautions(deadline: Deadline) -> Iterator[str]:
    calendar, contact = deadline.ground.calendar, deadline.ground.contact
    if deadline.due_on and deadline.due_on > calendar.known_through and _days(deadline):
        known = day_words(calendar.known_through)
        yield f"By rule: holidays are known through {known}; more may be proclaimed."
    if deadline.targets[1:] and deadline.due_on and not calendar.is_working_day(deadline.due_on):
        yield f"{day_words(deadline.due_on)} is no working day any more; the promise stands."
    yield from _on_a_rest_day(deadline)
    if contact.corrected:
        yield "The history was corrected; every notice is judged by the true dates."
    if isinstance(deadline.rule, Statute):
        if deadline.rule.note:
            yield deadline.rule.note
        if not deadline.rule.verified:
            yield "Unverified: this may be so; check it before you rely on it."
        if deadline.owed_by is OwedBy.CUSTOMER and deadline.due_on:
            yield f"The customer's last day is {day_words(deadline.due_on)}; do not leave it to the last day."
        yield NO_ADVICE


def _on_a_rest_day(deadline: Deadline) -> Iterator[str]:
    """A hint where a period beside the policy ends on a day on which nobody is in the Office."""
    calendar, start_on, due_on = deadline.ground.calendar, deadline.start_on, deadline.due_on
    if not (isinstance(deadline.rule, Statute) and start_on and due_on):
        return
    if not calendar.first <= due_on <= calendar.last or calendar.is_working_day(due_on):
        return
    stays = f"{day_words(due_on)} is no working day, and this period is not moved to one"
    since = max(start_on, calendar.first)
    before = (due_on - timedelta(days=back) for back in range(1, (due_on - since).days + 1))
    last_on = next(filter(calendar.is_working_day, before), None)
    if last_on:
        yield f"{stays}: the last working day before it is {day_words(last_on)}."
    else:
        yield f"{stays}: it has no working day before it."


def _reason(day: CalendarDay) -> str:
    """The name of a holiday; a weekend says so by its own name."""
    return f": {day.why_not}" if day.why_not and day.why_not != f"{day.on:%A}" else ""
