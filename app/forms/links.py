"""What a link to a form holds, against what the fields made of it: nothing is dropped in silence."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from app.forms.findings import FieldFinding, Findings
from joic_policy import InvalidError

__all__ = ["Shown", "left_out"]

_LONGEST = 60


@frozen(kw_only=True)
class Shown:
    """A field once a link is opened: what is in it, as a link holds it, and what it can hold."""

    label: str
    held: tuple[str, ...]
    expected: str


def left_out(link: Mapping[str, Sequence[str]], shown: Mapping[str, Shown]) -> tuple[FieldFinding, ...]:
    """What the fields, by the name that a link has for each, did not take as it stands in the link.

    A finding names the field by its label; where there is no such field, by the name in the link.
    """
    findings = Findings(())
    for name, values in link.items():
        field, given = shown.get(name), [value for value in values if value]
        if field is None:
            with findings.about(name[:_LONGEST]):
                raise InvalidError(name, ", ".join(given), "the name of a field that is on this page")
        elif _alike(given) != _alike(field.held):
            with findings.about(field.label):
                raise InvalidError(name, ", ".join(given), f"{field.expected}{_kept(given, field)}")
    return tuple(findings.found)


def _alike(values: Sequence[str]) -> list[str]:
    """Values without what makes no difference in a link: 2026/12/01 is 2026-12-01, and TRUE is true."""
    return [value.replace("/", "-").casefold() for value in values]


def _kept(given: Sequence[str], field: Shown) -> str:
    kept = [value for value in field.held if value in given]
    return f"; kept: {', '.join(kept)}" if kept else ""
