"""Who works at the Office, as far as calls and absences go: teams, subjects, and who is away."""

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen
from attrs.validators import optional

from joic_policy._fields import all_are, is_day, is_text, names
from joic_policy.errors import InvalidError
from joic_policy.handling.phrases import plain

__all__ = ["Colleague", "is_same_name", "team_of"]

_texts = all_are(str)


@frozen(kw_only=True)
class Colleague:
    """One line of the staff list. `cover` takes their calls while they are away.

    They are away from `away_from` to `away_until`, both included; without the last day, until they are back.
    """

    name: str = field(validator=names("the name of the colleague"))
    team: str = field(default="", validator=is_text)
    extension: str = field(default="", validator=is_text)
    subjects: tuple[str, ...] = field(default=(), validator=_texts)
    languages: tuple[str, ...] = field(default=(), validator=_texts)
    cover: str = field(default="", validator=is_text)
    away_from: date | None = field(default=None, validator=optional(is_day))
    away_until: date | None = field(default=None, validator=optional(is_day))

    @away_until.validator
    def _not_before(self, _: object, value: date | None) -> None:
        if value is not None and (self.away_from is None or value < self.away_from):
            raise InvalidError("away_until", value, f"a day not before {self.away_from or 'away_from'}")

    def away_on(self, day: date) -> bool:
        """Whether they are away on a day, by what is known."""
        return self.away_between(day, day)

    def away_between(self, first_on: date, last_on: date) -> bool:
        """Whether they are away on some day of these, the last one included, by what is known."""
        return (
            self.away_from is not None
            and self.away_from <= last_on
            and (self.away_until is None or self.away_until >= first_on)
        )


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for case and spaces; a blank one is nobody's."""
    return bool(plain(one)) and plain(one) == plain(other)


def team_of(colleague: Colleague, staff: Iterable[Colleague]) -> tuple[Colleague, ...]:
    """The others of the same team in the order of the list, who covers for the colleague first (TEL-5)."""
    others = [
        other
        for other in staff
        if is_same_name(other.team, colleague.team)
        if not is_same_name(other.name, colleague.name)
    ]
    return tuple(sorted(others, key=lambda other: not is_same_name(other.name, colleague.cover)))
