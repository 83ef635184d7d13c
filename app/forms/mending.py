"""The forms of what mends or takes away something recorded."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from attrs import evolve

from app.forms.act_form import HAPPENED, ActField, ActForm, Scene, Shape
from joic_policy import CallMade, Corrected, Event, InvalidError, Received, Triaged, Withdrawn
from joic_policy.contacts import Erased
from joic_policy.register.port import retold

__all__ = ["ERASURE", "WITHDRAWAL", "correction"]


def _withdrawal(scene: Scene, _: Mapping[str, Any]) -> Iterator[ActField]:
    """Anything but the opening: without it there would be no contact."""
    opening = scene.contact.opening.id
    mending = (each.event for each in scene.history if isinstance(each.event, Corrected | Withdrawn))
    options = (*(event for event in scene.contact.events if event.id != opening), *mending)
    yield ActField(
        name="of",
        label="What never was",
        shape=Shape.EARLIER,
        options=tuple(str(event.id) for event in options),
        start=scene.about,
        expected="what is to be withdrawn",
    )
    yield ActField(name="why", label="Why it is withdrawn", expected="the reason")


def _erasure(scene: Scene, _: Mapping[str, Any]) -> Iterator[ActField]:
    yield ActField(
        name="by",
        label="Who decided it",
        shape=Shape.NAME,
        start=scene.who or None,
        expected="the name of who decided it",
    )
    yield ActField(
        name="why",
        label="Why, without naming the customer: this stays",
        expected="the reason, without naming the customer",
    )
    yield ActField(
        name="sure",
        label=f"Type {scene.number}, the number of this contact, to say that it is this one",
        shape=Shape.TEXT,
        expected=f"the number of this contact, {scene.number}",
        of_scene=True,
    )


def _erased(facts: dict[str, Any], scene: Scene) -> Event:
    sure = facts.pop("sure")
    if sure.strip() != str(scene.number):
        raise InvalidError("sure", sure, f"the number of this contact, {scene.number}")
    return Erased(**facts, happened_at=scene.at)


WITHDRAWAL = ActForm(
    kind=Withdrawn,
    asked=_withdrawal,
    made=lambda facts, scene: Withdrawn(**facts, happened_at=scene.at),
    timed=False,
    button="Withdraw it",
)
ERASURE = ActForm(
    kind=Erased,
    asked=_erasure,
    made=_erased,
    timed=False,
    button="Erase for good",
    caution=(
        "Names, addresses, numbers and every text that anybody typed go from this contact, from its whole "
        "history and from the search. Days, choices and counts stay. It is for good: nobody can bring them "
        "back, and a copy made before still holds them."
    ),
)


def correction(forms: Mapping[type[Event], ActForm]) -> ActForm:
    """The form that tells an event anew: it holds the one of that event's class, with its facts in it."""

    def asked(scene: Scene, raw: Mapping[str, Any]) -> Iterator[ActField]:
        yield ActField(
            name="of",
            label="What was told wrongly",
            shape=Shape.EARLIER,
            options=tuple(str(event.id) for event in scene.contact.events),
            start=scene.about,
            expected="what is to be corrected",
        )
        was = _told(scene, raw.get("of"))
        if was:
            prefix = _prefix(was.id)
            inner = evolve(forms[type(was)], was=was)
            for each in inner.fields(_before(scene, was), _Inner(raw, prefix)):
                yield evolve(each, name=f"{prefix}{each.name}")
        yield ActField(name="why", label="Why it is corrected", expected="the reason")

    def made(facts: dict[str, Any], scene: Scene) -> Event:
        of, why, id_ = facts.pop("of"), facts.pop("why"), facts.pop("id")
        was = _told(scene, of)
        if was is None:
            raise InvalidError("of", of, "something that still stands: this was withdrawn meanwhile")
        to = _anew(evolve(forms[type(was)], was=was), was, facts, scene)
        return Corrected(id=id_, happened_at=scene.at, of=of, to=to, why=why)

    return ActForm(kind=Corrected, asked=asked, made=made, timed=False, button="Correct it")


class _Inner(Mapping[str, Any]):
    """What was typed in the form within the form, by the names that its fields have there."""

    def __init__(self, raw: Mapping[str, Any], prefix: str) -> None:
        self._raw, self._prefix = raw, prefix

    def __getitem__(self, name: str) -> Any:
        return self._raw[f"{self._prefix}{name}"]

    def __iter__(self) -> Iterator[str]:
        return (name.removeprefix(self._prefix) for name in self._raw if name.startswith(self._prefix))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _anew(form: ActForm, was: Event, facts: Mapping[str, Any], scene: Scene) -> Event:
    """The event as it was; a refusal names the field as this form does."""
    prefix = _prefix(was.id)
    try:
        to = form.event(_Inner(facts, prefix), _before(scene, was), id=was.id)
    except InvalidError as error:
        name = HAPPENED.name if error.field == "happened_at" else error.field
        raise InvalidError(f"{prefix}{name}", error.given, error.expected) from None
    if not form.timed and _receipt(to) == _receipt(was):
        to = retold(to, happened_at=was.happened_at)
    return retold(to, recorded_at=was.recorded_at)


def _receipt(event: Event) -> object:
    return (event.received_on, event.received_at) if isinstance(event, Received) else None


def _told(scene: Scene, of: object) -> Event | None:
    """The event that is chosen, as it holds now."""
    return next((event for event in scene.contact.events if str(event.id) == str(of)), None)


def _before(scene: Scene, was: Event) -> Scene:
    """The scene with the matters as this event told them."""
    if not isinstance(was, Received | CallMade | Triaged):
        return scene
    return evolve(scene, contact=evolve(scene.contact, matters=was.matters))


def _prefix(id_: UUID) -> str:
    return f"{id_}."
