"""Being away: whether an automatic reply is needed, its text, and who takes the calls (WRI-9, TEL-5)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from attrs import field, frozen
from attrs.validators import optional

from joic_policy._fields import is_day, is_text, names
from joic_policy._table import Table
from joic_policy.deadlines.clocks import calendar_in_force
from joic_policy.errors import InvalidError
from joic_policy.handling.disclosure import disclosure_findings
from joic_policy.handling.finding import Finding, findings_from
from joic_policy.handling.phrases import plain
from joic_policy.handling.staff import Colleague, is_same_name, team_of
from joic_policy.policy import POLICY, Policy, StandardId
from joic_policy.units import Duration, day_words
from joic_policy.working_days import JERSEY, WorkingDayCalendar

__all__ = [
    "Absence",
    "AutomaticReply",
    "ContactPoint",
    "Cover",
    "automatic_reply",
    "reply_findings",
    "telephone_cover",
]

_DAY = timedelta(days=1)


@frozen(kw_only=True)
class Absence:
    """Days away, from the first one to the day before the return, which may not be known yet."""

    first_on: date = field(validator=is_day)
    back_on: date | None = field(default=None, validator=optional(is_day))

    @back_on.validator
    def _after_the_first(self, _: object, value: date | None) -> None:
        if value is not None and value <= self.first_on:
            raise InvalidError("back_on", value, f"a day after {day_words(self.first_on)}")

    @property
    def last_on(self) -> date | None:
        """The last day away, until which the staff list says so."""
        return self.back_on - _DAY if self.back_on else None

    def working_days(self, calendar: WorkingDayCalendar) -> int | None:
        """How many working days of the Office are missed, whatever days the person works; None: unknown."""
        last_on = self.last_on
        if last_on is None:
            return None
        return calendar.count(self.first_on, last_on) + calendar.is_working_day(self.first_on)


@frozen(kw_only=True)
class ContactPoint:
    """Whom to contact meanwhile: a colleague or the Office itself, with a telephone number or an address.

    Raises:
        InvalidError: The name is missing, or every detail: it would help nobody.
    """

    name: str = field(validator=names("the name of a colleague, or of the Office"))
    telephone: str = field(default="", validator=is_text)
    email: str = field(default="", validator=is_text)

    def __attrs_post_init__(self) -> None:
        if not self.details:
            raise InvalidError(
                "telephone", self.telephone, "a telephone number, or an email address beside it"
            )

    @classmethod
    def of_office(cls, policy: Policy = POLICY) -> "ContactPoint":
        """The Office's own number and address."""
        office = policy.office
        return cls(name=f"the {office.name}", telephone=office.telephone, email=office.email)

    @property
    def details(self) -> tuple[str, ...]:
        """What there is to reach it by."""
        return tuple(detail.strip() for detail in (self.telephone, self.email) if detail.strip())

    @property
    def words(self) -> str:
        """As it stands in a text."""
        return f"{self.name.strip()} ({', '.join(self.details)})"


@frozen(kw_only=True)
class AutomaticReply:
    """Whether an absence needs a reply, the text of one, and what is to be looked at.

    `away` counts working days, None if the return is not known; `limit` is the number above which a reply is
    needed. `review_on` is the day to look again where the return is not known.
    """

    needed: bool
    away: int | None
    limit: Duration
    text: str
    review_on: date | None
    findings: tuple[Finding, ...]


@frozen(kw_only=True)
class Cover:
    """Who of the same team takes the calls, who covers first; and what to see to."""

    colleagues: tuple[Colleague, ...]
    findings: tuple[Finding, ...]


def automatic_reply(
    absence: Absence,
    point: ContactPoint,
    *,
    policy: Policy = POLICY,
    calendar: WorkingDayCalendar = JERSEY,
) -> AutomaticReply:
    """The reply for an absence. Without a date of return one is needed, for nobody can say that it is not.

    Raises:
        OutsideCalendarError: A day lies outside the years that the calendar knows.
    """
    counted = calendar_in_force(policy, calendar)
    limit = policy.standards[StandardId.ABSENCE_WITHOUT_REPLY].on(absence.first_on)
    away = absence.working_days(counted)
    back = day_words(absence.back_on) if absence.back_on else ""
    text = _words()["known" if back else "unknown"].format(
        back=back, point=point.words, office=policy.office.name
    )
    return AutomaticReply(
        needed=away is None or away > limit.n,
        away=away,
        limit=limit,
        text=text,
        review_on=None if absence.back_on else counted.add(absence.first_on, _review()),
        findings=tuple(_of_absence(absence, counted)),
    )


def reply_findings(text: str, absence: Absence, point: ContactPoint) -> tuple[Finding, ...]:
    """What an automatic reply lacks, as it was changed or written by hand, and what it tells too much of."""
    return tuple(_of_text(text, absence, point))


def telephone_cover(colleague: Colleague, staff: Iterable[Colleague], absence: Absence) -> Cover:
    """Who of the same team is there all along; where the return is not known, on the first day."""
    listed = tuple(staff)
    last_on = absence.last_on or absence.first_on
    team = team_of(colleague, listed)
    there = tuple(each for each in team if not each.away_between(absence.first_on, last_on))
    elsewhere = bool(colleague.cover.strip()) and not any(
        is_same_name(each.name, colleague.cover) for each in team
    )
    wrong = {"nobody": not there, "other_team": elsewhere}
    return Cover(colleagues=there, findings=tuple(_missing()[key] for key, holds in wrong.items() if holds))


def _of_absence(absence: Absence, calendar: WorkingDayCalendar) -> Iterator[Finding]:
    if absence.back_on is None:
        yield _missing()["return_unknown"]
    elif not calendar.is_working_day(absence.back_on):
        yield _missing()["rest_day"]


def _of_text(text: str, absence: Absence, point: ContactPoint) -> Iterator[Finding]:
    read = plain(text)
    named = plain(point.name) in read
    if not (named and any(plain(detail) in read for detail in point.details)):
        yield _missing()["contact"]
    if absence.back_on is None:
        if plain(_words()["not_yet_known"]) not in read:
            yield _missing()["unknown"]
    elif not any(
        re.search(rf"(?<!\w){re.escape(plain(day))}(?!\w)", read) for day in _written(absence.back_on)
    ):
        yield _missing()["back"]
    yield from disclosure_findings(text, place="automatic reply")


def _written(day: date) -> tuple[str, ...]:
    return (
        f"{day.day} {day:%B}",
        f"{day.day} {day:%b} {day.year}",
        f"{day:%d %B}",
        f"{day:%d/%m/%Y}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%d.%m.%Y}",
        day.isoformat(),
    )


def _words() -> Mapping[str, str]:
    return _read()[0]


def _review() -> int:
    return _read()[1]


def _missing() -> Mapping[str, Finding]:
    return _read()[2]


@cache
def _read() -> tuple[Mapping[str, str], int, Mapping[str, Finding]]:
    top = Table.beside(__file__, "absence.toml")
    words = {key: top.text(key) for key in ("known", "unknown", "not_yet_known")}
    read = words, top.number("review_working_days"), findings_from(top.table("missing"))
    top.done()
    return read
