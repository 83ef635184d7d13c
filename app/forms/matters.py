"""What a contact asks, as it is told on a form: kinds, and for each the facts that a period runs from."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from attrs import evolve

from app.forms.act_form import ActField, Scene, Shape
from app.forms.contacts import start_facts
from joic_policy import Matter, MatterKind, Policy
from joic_policy.triage import Route

__all__ = ["matter_fields", "matters_from"]

_ASKS = "asks"


def matter_fields(scene: Scene, raw: Mapping[str, Any]) -> Iterator[ActField]:
    """What is asked, then the facts of each matter; they begin with what is known."""
    kinds = tuple(dict.fromkeys(matter.kind for matter in scene.contact.matters))
    yield ActField(
        name=_ASKS,
        label="What it asks",
        shape=Shape.CHOICES,
        options=tuple(MatterKind),
        start=kinds,
        of_scene=True,
    )
    for name, matter in _matters(scene, raw.get(_ASKS) or ()):
        yield from _facts(name, matter, scene.policy)


def matters_from(facts: dict[str, Any], scene: Scene) -> tuple[Matter, ...]:
    """The matters told of; their facts are taken out of `facts`. What has no field stays as it was."""
    matters = []
    for name, matter in _matters(scene, facts.pop(_ASKS)):
        told = {each.name: facts.pop(each.name, None) for each in _facts(name, matter, scene.policy)}
        changes = {part.removeprefix(f"{name}."): value for part, value in told.items()}
        matters.append(evolve(matter, **changes | {"route": changes["route"] or ""}))
    return tuple(matters)


def _matters(scene: Scene, kinds: Collection[str]) -> Iterator[tuple[str, Matter]]:
    """Each matter of these kinds under the name of its fields: those there are, then new ones."""
    there = Counter[MatterKind]()
    for matter in scene.contact.matters:
        if matter.kind in kinds:
            yield f"{matter.kind}.{there[matter.kind]}", matter
        there[matter.kind] += 1
    for kind in map(MatterKind, kinds):
        if not there[kind]:
            yield f"{kind}.0", Matter(kind=kind)


def _facts(name: str, matter: Matter, policy: Policy) -> Iterator[ActField]:
    routes = tuple(Route) if matter.route in {"", *Route} else (matter.route, *Route)
    parts = {"route": Shape.CHOICE}
    if matter.advised_route:
        parts["departed_because"] = Shape.LONG_TEXT
    for fact in start_facts(policy, matter.kind):
        parts[fact] = Shape.MOMENT if fact.endswith("_at") else Shape.DAY
    for part, shape in parts.items():
        yield ActField(
            name=f"{name}.{part}",
            shape=shape,
            options=routes if part == "route" else (),
            start=getattr(matter, part) or None,
            asked=matter.kind,
            of_scene=True,
        )
