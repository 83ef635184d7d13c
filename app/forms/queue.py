"""Which part of the queue is looked at: what is chosen on the page, as the register takes it."""

from collections.abc import Iterable, Mapping
from typing import Any

from joic_policy.register import OfficeState, Wanted

__all__ = [
    "EVERYBODY",
    "MINE",
    "NOBODY",
    "colleagues",
    "wanted_lines",
    "whose_is",
]

EVERYBODY, MINE, NOBODY = "everybody", "mine", "nobody"
_COLLEAGUE = "colleague: "


def colleagues(names: Iterable[str], me: str) -> tuple[str, ...]:
    """Whose contacts can be chosen: everybody's, one's own, nobody's, or a colleague's."""
    others = (f"{_COLLEAGUE}{name}" for name in sorted(names) if name != me)
    return (EVERYBODY, *((MINE,) if me else ()), NOBODY, *others)


def whose_is(choice: str) -> str:
    """The colleague whose contacts are chosen; "" if no one colleague's are."""
    return choice.removeprefix(_COLLEAGUE) if choice.startswith(_COLLEAGUE) else ""


def wanted_lines(raw: Mapping[str, Any], *, office: OfficeState, me: str) -> Wanted:
    """The part of the queue that was chosen; nothing chosen is all of it."""
    return Wanted(
        duties=_one(raw.get("duty")),
        channels=_one(raw.get("channel")),
        kinds=_one(raw.get("kind")),
        routes=_one(raw.get("route")),
        statuses=_one(raw.get("status")),
        owners=_owners(raw.get("whose") or EVERYBODY, raw.get("team") or "", office, me),
    )


def _one(chosen: Any) -> frozenset[Any] | None:
    return frozenset({chosen}) if chosen else None


def _owners(whose: str, team: str, office: OfficeState, me: str) -> frozenset[str] | None:
    """A team's contacts are those of its members; with a name as well, that member's alone."""
    members = office.team(team) if team else None
    names = {EVERYBODY: None, MINE: frozenset({me}), NOBODY: frozenset({""})}
    owners = names[whose] if whose in names else frozenset({whose_is(whose)})
    if members is None or owners is None:
        return members if owners is None else owners
    return owners & members
