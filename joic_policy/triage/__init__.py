"""Where an enquiry goes: facts, questions, routes, and the words for them.

`triage` is all that most callers need. The rest is loaded when it is first asked for: its many small classes
and its files of words would otherwise double the time of `import joic_policy`, which often only wants a date.
"""

from typing import TYPE_CHECKING

from joic_policy._later import found_later

if TYPE_CHECKING:
    from joic_policy.policy.texts import Finding
    from joic_policy.triage.advice import Action, Letter, Source, Who
    from joic_policy.triage.answers import answers_of, enquiry_from
    from joic_policy.triage.authorities import AUTHORITIES, PublicBody, Standing, authority_named
    from joic_policy.triage.enquiry import Enquiry
    from joic_policy.triage.evaluation import Answered, Triage
    from joic_policy.triage.outcome import Outcome
    from joic_policy.triage.plain_text import summary
    from joic_policy.triage.question import Option, Question, questions
    from joic_policy.triage.routes import Detail, Overlay, Route
    from joic_policy.triage.values import Kind
    from joic_policy.triage.words import Words, route_title

__all__ = [
    "AUTHORITIES",
    "Action",
    "Answered",
    "Detail",
    "Enquiry",
    "Finding",
    "Kind",
    "Letter",
    "Option",
    "Outcome",
    "Overlay",
    "PublicBody",
    "Question",
    "Route",
    "Source",
    "Standing",
    "Triage",
    "Who",
    "Words",
    "answers_of",
    "authority_named",
    "enquiry_from",
    "questions",
    "route_title",
    "summary",
    "triage",
]


def triage(enquiry: "Enquiry") -> "Triage":
    """What an enquiry comes to: the next question, the routes still possible, or the outcome and why."""
    from joic_policy.triage.evaluation import evaluated  # noqa: PLC0415  # see above

    return evaluated(enquiry)


__getattr__, __dir__ = found_later(
    __name__,
    __all__,
    {
        "advice": ("Action", "Letter", "Source", "Who"),
        "answers": ("answers_of", "enquiry_from"),
        "authorities": ("AUTHORITIES", "PublicBody", "Standing", "authority_named"),
        "enquiry": ("Enquiry",),
        "evaluation": ("Answered", "Triage"),
        "outcome": ("Finding", "Outcome"),
        "question": ("Option", "Question", "questions"),
        "routes": ("Detail", "Overlay", "Route"),
        "plain_text": ("summary",),
        "values": ("Kind",),
        "words": ("Words", "route_title"),
    },
)
