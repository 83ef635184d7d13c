"""What should not happen on the premises or to staff, written down when it does (PRI-9, STD-5)."""

from attrs import field, frozen

from joic_policy._fields import Choice, all_are, is_flag
from joic_policy.contacts.event import Event
from joic_policy.contacts.personal import personal

__all__ = ["Abuse", "HazardFound", "IncidentRecorded"]


class Abuse(Choice):
    """What nobody at the Office has to bear (STD-2)."""

    THREAT = "threat"
    PHYSICAL = "physical"
    VERBAL = "verbal"


def _some_abuse(values: object) -> object:
    return tuple(map(Abuse, values)) if isinstance(values, tuple | list) else values


@frozen(kw_only=True, eq=False, repr=False)
class IncidentRecorded(Event):
    """Abuse by whatever channel (STD-5). It never closes a contact and never stops a date (STD-4).

    `ended` says that the call was ended or that staff withdrew.
    """

    kinds: tuple[Abuse, ...] = field(converter=_some_abuse, validator=all_are(Abuse))
    ended: bool = field(default=False, validator=is_flag)
    place: str = personal()
    what: str = personal()


@frozen(kw_only=True, eq=False, repr=False)
class HazardFound(Event):
    """A hazard or an injury on the premises (PRI-9). Medical detail belongs in the accident record."""

    injury: bool = field(default=False, validator=is_flag)
    place: str = personal()
    what: str = personal()
    told: str = personal()
