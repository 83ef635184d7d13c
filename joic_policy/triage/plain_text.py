"""A triage as plain text, to be copied into a note. It holds no notes and no names."""

from collections.abc import Iterator

from joic_policy.triage.evaluation import Triage
from joic_policy.triage.outcome import Outcome
from joic_policy.triage.words import route_title

__all__ = ["summary"]


def summary(triage: Triage) -> str:
    """What was answered, where it goes and why, in lines of plain text."""
    return "\n".join(_lines(triage)) + "\n"


def _lines(triage: Triage) -> Iterator[str]:
    yield "Answers"
    yield from (f"  {answered.question.wording} {answered.label}" for answered in triage.trace)
    for overlay in triage.overlays:
        yield f"Beside: {overlay.title}"
        yield from (f"  {action.who}: {action.what}" for action in overlay.do)
    if triage.outcome:
        yield from _outcome(triage.outcome)
    else:
        yield f"Still possible: {'; '.join(map(route_title, triage.possible))}"
    if triage.question:
        yield f"Next question: {triage.question.wording}"


def _outcome(outcome: Outcome) -> Iterator[str]:
    yield f"Route: {outcome.title}"
    if outcome.check_with:
        yield f"  Check with {outcome.check_with}"
    for heading, lines in (
        ("To do", [f"{action.who}: {action.what}" for action in outcome.do]),
        ("To say", outcome.say),
        ("To note", [f"{finding.what} ({finding.clause_id})" for finding in outcome.findings]),
        ("Rests on", [source.words for source in outcome.sources]),
    ):
        if lines:
            yield heading
            yield from (f"  {line}" for line in lines)
