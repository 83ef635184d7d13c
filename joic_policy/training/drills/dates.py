"""Drills on dates: a written message, its last days, and notices of delay."""

from datetime import date, time
from itertools import count
from uuid import NAMESPACE_URL, UUID, uuid5

from joic_policy.contacts import Channel, Contact, Customer, CustomerKind, DelayTold, Received, contact_from
from joic_policy.policy import Duty
from joic_policy.training.drills.chance import Chance
from joic_policy.training.drills.drawn import Drawn
from joic_policy.training.drills.words import DrillWords
from joic_policy.training.subjects.dates import DueOn, Standing, ToldInTime, deadline_of
from joic_policy.training.task import Task
from joic_policy.units import day_words, instant_in_jersey
from joic_policy.working_days import JERSEY

__all__ = ["dates"]

_FIRST, _LAST = date(2024, 1, 2), date(2027, 10, 29)
_TOLD_AT, _LOOKED_AT = time(16), time(9)
_LATER = (3, 5, 10)


def dates(chance: Chance, level: int, words: DrillWords) -> Drawn:
    """The acknowledgement; then the response over a holiday; then with a delay, told in time or not."""
    channel = chance.one([channel for channel in Channel if channel.written])
    opening = _received(chance, channel, over_a_holiday=level > 1)
    story = [chance.one(words.received[channel]).replace("{on}", day_words(opening.received_on))]
    contact = contact_from([opening])
    match level:
        case 1:
            tasks = [_due_on(contact, Duty.ACKNOWLEDGEMENT)]
        case 2:
            tasks = [_due_on(contact, Duty.ACKNOWLEDGEMENT), _due_on(contact, Duty.FORMAL_RESPONSE)]
        case _:
            notice = _notice(chance, contact)
            story.append(_told(notice, words))
            tasks = _of_delay(contact_from([opening, notice]), notice)
    return Drawn(channel=channel, customer=opening.customer.kind, story=tuple(story), tasks=tuple(tasks))


def _received(chance: Chance, channel: Channel, *, over_a_holiday: bool) -> Received:
    """A receipt whose response is counted over a holiday, or over none."""
    customer = Customer(kind=chance.one([*CustomerKind]))
    drawn = (chance.day(_FIRST, _LAST) for _ in count())
    openings = (Received(id=_id(on), channel=channel, received_on=on, customer=customer) for on in drawn)
    return next(opening for opening in openings if _over_a_holiday(opening) is over_a_holiday)


def _over_a_holiday(opening: Received) -> bool:
    due_on = deadline_of(contact_from([opening]), Duty.FORMAL_RESPONSE).due_on or opening.received_on
    return any(
        day.why_not and day.on.weekday() < 5  # noqa: PLR2004  # Saturday
        for day in JERSEY.days(opening.received_on, due_on)
    )


def _id(on: date) -> UUID:
    return uuid5(NAMESPACE_URL, on.isoformat())


def _due_on(contact: Contact, duty: Duty) -> Task:
    return Task(id=f"due_on_{duty}", subject=DueOn(contact=contact, duty=duty))


def _notice(chance: Chance, contact: Contact) -> DelayTold:
    """A notice of delay on the last day, or the working day before or after it."""
    due_on = deadline_of(contact, Duty.FORMAL_RESPONSE).due_on or contact.received_on
    before = JERSEY.count(contact.received_on, due_on) - 1
    on = chance.one([JERSEY.add(contact.received_on, before), due_on, JERSEY.add(due_on, 1)])
    return DelayTold(
        id=uuid5(NAMESPACE_URL, f"notice of {on}"),
        happened_at=instant_in_jersey(on, _TOLD_AT),
        channel=chance.one([Channel.TELEPHONE, Channel.EMAIL]),
        revised_on=JERSEY.add(due_on, chance.one(_LATER)),
    )


def _told(notice: DelayTold, words: DrillWords) -> str:
    told_on, revised_on = day_words(notice.happened_at.date()), day_words(notice.revised_on)
    return words.delay[notice.channel].replace("{told}", told_on).replace("{revised}", revised_on)


def _of_delay(contact: Contact, notice: DelayTold) -> list[Task]:
    at = instant_in_jersey(notice.revised_on, _LOOKED_AT)
    standing = Standing(contact=contact, duty=Duty.FORMAL_RESPONSE, at=at)
    return [
        Task(id="told_in_time", subject=ToldInTime(contact=contact)),
        _due_on(contact, Duty.FORMAL_RESPONSE),
        Task(id=f"standing_{Duty.FORMAL_RESPONSE}", subject=standing),
    ]
