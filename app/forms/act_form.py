"""A form for one act: its fields, what they begin with, and what was typed as an event or as findings."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, assert_never
from uuid import UUID

from attrs import evolve, field, frozen

from app.forms.clocks import instant
from app.forms.findings import FieldFinding, Findings
from joic_policy import JERSEY_ZONE, POLICY, Contact, Event, InvalidError, Policy
from joic_policy.register import Recorded

__all__ = ["BY", "HAPPENED", "ActField", "ActForm", "Scene", "Shape", "Told", "as_typed"]


class Shape(StrEnum):
    """What a field looks like, and so what is typed in it."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DAY = "day"
    MOMENT = "moment"
    RECEIPT = "receipt"  # a day, and a time of it where that is known
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    CHOICES = "choices"
    NAME = "name"
    EARLIER = "earlier"


@frozen(kw_only=True)
class Scene:
    """Where a form is filled in: the contact as it stands, who is at work, whom they know, and when it is.

    `about` is the event that the form was opened from, if it was.
    """

    contact: Contact
    history: tuple[Recorded, ...] = field(default=(), repr=False)
    number: int = 0
    who: str = ""
    names: tuple[str, ...] = ()
    at: datetime
    about: UUID | None = None
    policy: Policy = POLICY


@frozen(kw_only=True)
class ActField:
    """One field, by the name of the event's, with a full stop between a value and its parts.

    `expected` makes it required, and says what it waits for. What can be chosen is in `options`, ids of
    events for what came earlier. `aside` is for what is seldom told. A fact of a matter has its kind in
    `asked` in place of a label; `of_scene` says that the start is right whatever event is corrected.
    """

    name: str
    label: str = ""
    shape: Shape = Shape.LONG_TEXT
    expected: str = ""
    options: tuple[Any, ...] = ()
    start: Any = field(default=None, repr=False)
    aside: bool = False
    asked: str = ""
    of_scene: bool = False

    def typed(self, raw: Mapping[str, Any]) -> Any:
        """The value of what was typed; what is as it began is exactly what it was.

        Raises:
            InvalidError: It is required and not there, or it is no time of day.
        """
        value = self._value(raw)
        if self.expected and not value:
            raise InvalidError(self.name, None, self.expected)
        return value

    def _value(self, raw: Mapping[str, Any]) -> Any:
        given = raw.get(self.name)
        match self.shape:
            case Shape.TEXT | Shape.LONG_TEXT | Shape.NAME:
                return given or ""
            case Shape.DAY | Shape.NUMBER | Shape.CHOICE:
                return given
            case Shape.FLAG:
                return bool(given)
            case Shape.CHOICES:
                return tuple(given or ())
            case Shape.EARLIER:
                return UUID(given) if given else None
            case Shape.MOMENT | Shape.RECEIPT:
                return self._moment(given, raw.get(f"{self.name}.time") or "")
            case never:
                assert_never(never)

    def _moment(self, on: date | None, clock: str) -> Any:
        receipt = self.shape is Shape.RECEIPT
        if self.start is not None and as_typed(self) == {self.name: on, f"{self.name}.time": clock}:
            return self.start
        if on is None:
            if clock.strip():
                raise InvalidError(self.name, None, "the day as well as the time")
            return None
        at = instant(on, clock, field=f"{self.name}.time")
        if at is None and not receipt:
            raise InvalidError(f"{self.name}.time", None, "a time like 14:30")
        return (on, at) if receipt else at


def as_typed(each: ActField) -> dict[str, Any]:
    """What a field begins with, as it would be typed: by the names of what is drawn for it."""
    start = each.start
    match each.shape:
        case Shape.MOMENT:
            return _clocked(each.name, start.astimezone(JERSEY_ZONE).date() if start else None, start)
        case Shape.RECEIPT:
            return _clocked(each.name, *(start or (None, None)))
        case Shape.EARLIER:
            start = str(start) if start else None
        case Shape.CHOICES:
            start = list(start or ())
        case Shape.TEXT | Shape.LONG_TEXT | Shape.NAME:
            start = start or ""
        case Shape.FLAG:
            start = bool(start)
        case Shape.DAY | Shape.NUMBER | Shape.CHOICE:
            pass
        case never:
            assert_never(never)
    return {each.name: start}


def _clocked(name: str, on: date | None, at: datetime | None) -> dict[str, Any]:
    there = at.astimezone(JERSEY_ZONE) if at else None
    clock = f"{there:%H:%M:%S}".removesuffix(":00") if there else ""
    return {name: on, f"{name}.time": clock}


@frozen(kw_only=True)
class Told:
    """What a form comes to: an event, or what stands in its way."""

    event: Event | None
    findings: tuple[FieldFinding, ...] = ()


#: When it happened, if not just now.
HAPPENED = ActField(name="happened", label="Happened on", shape=Shape.MOMENT, aside=True)
#: Who did it.
BY = ActField(name="by", label="Who did it", shape=Shape.NAME, aside=True)

Asked = Callable[[Scene, Mapping[str, Any]], Iterable[ActField]]
Made = Callable[[dict[str, Any], Scene], Event]


@frozen(kw_only=True)
class ActForm:
    """The form of an event class. `asked` gives its own fields, each by what was typed in those before it.

    `made` puts the event together from the values; without it, the names of fields are those of the event.
    `timed` forms also ask when it happened and who did it; the others say so by themselves. A form that
    tells an event anew begins with the facts of what it `was`.
    """

    kind: type[Event]
    asked: Asked
    made: Made | None = None
    timed: bool = True
    was: Event | None = None
    button: str = "Record"
    caution: str = ""

    def fields(self, scene: Scene, raw: Mapping[str, Any]) -> Iterator[ActField]:
        """The fields in order; what is typed in one may be put into `raw` before the next is asked for."""
        return map(self._begun, self._fields(scene, raw))

    def told(self, raw: Mapping[str, Any], scene: Scene, *, id: UUID) -> Told:  # noqa: A002 (the event's)
        """What was typed, as an event with this id that happened at the time typed, or else now."""
        findings, values = Findings(raw.keys()), {}
        first = ""
        for each in self.fields(scene, raw):
            first = first or each.name
            with findings.about(each.name):
                values[each.name] = each.typed(raw)
        if findings.found:
            return Told(event=None, findings=tuple(findings.found))
        with findings.about(first, {"happened_at": HAPPENED.name}):
            return Told(event=self.event(values, scene, id=id))
        return Told(event=None, findings=tuple(findings.found))

    def event(self, values: Mapping[str, Any], scene: Scene, *, id: UUID) -> Event:  # noqa: A002 (as above)
        """The event of these values of its fields.

        Raises:
            InvalidError: There is no such event.
        """
        facts = {name: value for name, value in values.items() if value is not None}
        if self.timed:
            facts["happened_at"] = facts.pop(HAPPENED.name, scene.at)
        facts["id"] = id
        return self.made(facts, scene) if self.made else self.kind(**facts)

    def _fields(self, scene: Scene, raw: Mapping[str, Any]) -> Iterator[ActField]:
        names = set()
        for each in self.asked(scene, raw):
            names.add(each.name)
            yield each
        if self.timed:
            yield HAPPENED
            if "by" not in names:
                yield evolve(BY, start=scene.who)

    def _begun(self, each: ActField) -> ActField:
        if self.was is None or each.of_scene:
            return each
        return evolve(each, start=_fact(self.was, each), aside=False)


def _fact(event: Any, each: ActField) -> Any:
    """What an event says where a field asks."""
    if each.shape is Shape.RECEIPT:
        return event.received_on, event.received_at
    if each.name == HAPPENED.name:
        return event.happened_at
    for part in each.name.split("."):
        event = getattr(event, part)
    return event
