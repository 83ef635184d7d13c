"""The Office's own history: who works here, who is away, and which holidays were proclaimed since."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NoReturn

from attrs import evolve, field, frozen
from attrs.validators import optional

from joic_policy._fields import all_are, is_day, is_text, names
from joic_policy.contacts import Event, Withdrawn
from joic_policy.errors import HistoryError, InvalidError
from joic_policy.handling.staff import Colleague
from joic_policy.register.roles import Role
from joic_policy.units import day_words

if TYPE_CHECKING:
    from joic_policy.contacts import Contact

__all__ = [
    "OFFICE_EVENTS",
    "HolidayProclaimed",
    "OfficeEvent",
    "OfficeState",
    "StaffAway",
    "StaffBack",
    "StaffLeft",
    "StaffListed",
    "office_state",
]

_texts = all_are(str)


@frozen(kw_only=True, eq=False, repr=False)
class OfficeEvent(Event):
    """Something that happened to the Office, not to a contact."""

    def applied(self, contact: "Contact") -> "NoReturn":
        """Refused: it belongs to no contact."""
        raise HistoryError(self, f"it belongs to the Office, not to the contact {contact.opening.id}")


@frozen(kw_only=True, eq=False, repr=False)
class StaffListed(OfficeEvent):
    """Somebody works here; it replaces what was listed under the same name. `cover` takes their calls."""

    name: str = field(validator=names("the name of the colleague"))
    team: str = field(default="", validator=is_text)
    extension: str = field(default="", validator=is_text)
    subjects: tuple[str, ...] = field(default=(), validator=_texts)
    languages: tuple[str, ...] = field(default=(), validator=_texts)
    roles: tuple[Role, ...] = field(default=(Role.STAFF,), validator=all_are(Role))
    cover: str = field(default="", validator=is_text)


@frozen(kw_only=True, eq=False, repr=False)
class StaffLeft(OfficeEvent):
    """Somebody no longer works here."""

    name: str = field(validator=names("the name of the colleague"))


@frozen(kw_only=True, eq=False, repr=False)
class StaffAway(OfficeEvent):
    """Somebody is away from a day on, `until` their last day away where it is known."""

    name: str = field(validator=names("the name of the colleague"))
    from_on: date = field(validator=is_day)
    until: date | None = field(default=None, validator=optional(is_day))

    @until.validator
    def _not_before(self, _: object, value: date | None) -> None:
        if value is not None and value < self.from_on:
            raise InvalidError("until", value, f"a day not before {day_words(self.from_on)}")


@frozen(kw_only=True, eq=False, repr=False)
class StaffBack(OfficeEvent):
    """Somebody is here again."""

    name: str = field(validator=names("the name of the colleague"))


@frozen(kw_only=True, eq=False, repr=False)
class HolidayProclaimed(OfficeEvent):
    """A day off that the calendar did not know; `source` says where it is proclaimed."""

    on: date = field(validator=is_day)
    name: str = field(validator=names("the name of the holiday"))
    source: str = field(validator=names("where it is proclaimed"))


OFFICE_EVENTS: tuple[type[Event], ...] = (StaffListed, StaffLeft, StaffAway, StaffBack, HolidayProclaimed)


@frozen(kw_only=True)
class OfficeState:
    """What the Office's history comes to."""

    staff: Mapping[str, Colleague]
    roles: Mapping[str, tuple[Role, ...]]
    holidays: Mapping[date, str]

    def team(self, team: str) -> frozenset[str]:
        """The names in a team."""
        return frozenset(name for name, colleague in self.staff.items() if colleague.team == team)


def office_state(events: Iterable[Event]) -> OfficeState:
    """What was recorded of the Office, in sequence, comes to this.

    Raises:
        HistoryError: Somebody is away, back or gone who is not on the staff list; a holiday is proclaimed
            twice; or an event belongs to a contact.
    """
    recorded = list(events)
    withdrawn = {event.of for event in recorded if isinstance(event, Withdrawn)}
    staff: dict[str, Colleague] = {}
    roles: dict[str, tuple[Role, ...]] = {}
    holidays: dict[date, str] = {}
    for event in recorded:
        if isinstance(event, HolidayProclaimed) and event.id not in withdrawn:
            if event.on in holidays:
                raise HistoryError(
                    event, f"{day_words(event.on)} was proclaimed already: {holidays[event.on]}"
                )
            holidays[event.on] = event.name
        elif isinstance(event, Withdrawn):
            _check_withdrawal(event, recorded)
        elif event.id not in withdrawn:
            _heed(event, staff, roles)
    return OfficeState(staff=staff, roles=roles, holidays=holidays)


def _heed(event: Event, staff: dict[str, Colleague], roles: dict[str, tuple[Role, ...]]) -> None:
    match event:
        case StaffListed():
            staff[event.name] = _listed(event, staff.get(event.name))
            roles[event.name] = event.roles
        case StaffLeft() | StaffAway() | StaffBack():
            if event.name not in staff:
                raise HistoryError(event, f"{event.name} is not on the staff list")
            if isinstance(event, StaffLeft):
                del staff[event.name], roles[event.name]
            elif isinstance(event, StaffAway):
                before = staff[event.name]
                staff[event.name] = evolve(before, away_from=event.from_on, away_until=event.until)
            else:
                staff[event.name] = evolve(staff[event.name], away_from=None, away_until=None)
        case _:
            raise HistoryError(event, "it belongs to a contact, not to the Office")


def _listed(event: StaffListed, before: Colleague | None) -> Colleague:
    """As listed now; listing somebody anew does not bring them back."""
    return Colleague(
        name=event.name,
        team=event.team,
        extension=event.extension,
        subjects=event.subjects,
        languages=event.languages,
        cover=event.cover,
        away_from=before.away_from if before else None,
        away_until=before.away_until if before else None,
    )


def _check_withdrawal(event: Withdrawn, recorded: list[Event]) -> None:
    earlier = recorded[: recorded.index(event)]
    if not any(each.id == event.of and isinstance(each, HolidayProclaimed) for each in earlier):
        raise HistoryError(event, "only a proclaimed holiday is withdrawn; list a colleague again instead")
