"""The staff list as it is read: who works here, as what, and who is away."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from app.tables.permissions import ROLES
from app.tables.words import listed
from joic_policy.handling.staff import Colleague
from joic_policy.register import OfficeState, Role
from joic_policy.units import day_words

__all__ = ["ColleagueRow", "away_words", "staff_rows"]


@frozen(kw_only=True)
class ColleagueRow:
    """One colleague; `away` says since or until when they are away, and who takes their calls."""

    name: str
    roles: str
    details: str
    away: str
    is_away: bool


def staff_rows(office: OfficeState, on: date) -> tuple[ColleagueRow, ...]:
    """Everybody on the list, by name, as it stands on a day."""
    return tuple(
        ColleagueRow(
            name=name,
            roles=listed(tuple(_roles(office.roles[name]))),
            details=" · ".join(_details(colleague)),
            away=away_words(colleague, on),
            is_away=colleague.away_on(on),
        )
        for name, colleague in sorted(office.staff.items(), key=lambda each: each[0].casefold())
    )


def away_words(colleague: Colleague, on: date) -> str:
    """When a colleague is away, if they are on that day or will be."""
    first, last = colleague.away_from, colleague.away_until
    if first is None or (last and last < on):
        return ""
    when = f"to {day_words(last)}" if last else "until they are back"
    begins = f"Away from {day_words(first)} {when}" if first > on else f"Away {when}"
    return f"{begins}; {colleague.cover} covers" if colleague.cover else f"{begins}; nobody covers"


def _roles(roles: tuple[Role, ...]) -> Iterator[str]:
    return (words for role, words in ROLES.items() if role in roles)


def _details(colleague: Colleague) -> Iterator[str]:
    if colleague.team:
        yield colleague.team
    if colleague.extension:
        yield f"extension {colleague.extension}"
    if colleague.subjects:
        yield f"knows about {listed(colleague.subjects)}"
    if colleague.languages:
        yield f"speaks {listed(colleague.languages)}"
    if colleague.cover:
        yield f"covered by {colleague.cover}"
