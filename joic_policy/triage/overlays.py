"""What stands beside any route: abuse, risk, needs, spoken complaints, an officer's conflict of interest."""

from collections.abc import Iterator

from joic_policy.contacts import Abuse, Channel, Format
from joic_policy.triage.enquiry import Enquiry
from joic_policy.triage.facts import Language, Risk, Sure
from joic_policy.triage.routes import Overlay, Route

__all__ = ["overlays_of"]

_AT_RISK = {
    Risk.NOW: Overlay.DANGER_NOW,
    Risk.BY_CONTACT: Overlay.RISK_BY_CONTACT,
    Risk.NOT_SURE: Overlay.RISK_NOT_SURE,
}


def overlays_of(enquiry: Enquiry, route: Route | None) -> tuple[Overlay, ...]:
    """What is known to stand beside; nothing here asks, so that staff may say it at any moment."""
    return (
        *_risk(enquiry),
        *_abuse(enquiry),
        *_needs(enquiry),
        *_complaint(enquiry, route),
        *_conflict(enquiry),
    )


def _risk(enquiry: Enquiry) -> Iterator[Overlay]:
    if enquiry.risk in _AT_RISK:
        yield _AT_RISK[enquiry.risk]


def _abuse(enquiry: Enquiry) -> Iterator[Overlay]:
    """Every incident is logged (STD-5); what to do at the moment depends on where it happens."""
    if not enquiry.abuse:
        return
    yield Overlay.ABUSE
    if enquiry.channel is Channel.TELEPHONE:
        yield Overlay.ABUSE_ON_TELEPHONE
    if enquiry.channel is Channel.IN_PERSON or Abuse.PHYSICAL in enquiry.abuse:
        yield Overlay.ABUSE_IN_PERSON


def _needs(enquiry: Enquiry) -> Iterator[Overlay]:
    if enquiry.format not in {None, Format.STANDARD}:
        yield Overlay.OTHER_FORMAT
    if enquiry.language not in {None, Language.ENGLISH}:
        yield Overlay.OTHER_LANGUAGE


def _complaint(enquiry: Enquiry, route: Route | None) -> Iterator[Overlay]:
    """A complaint that is not yet in writing is guided there (CMP-5)."""
    if route is Route.ARTICLE_19_COMPLAINT and enquiry.complaint_written is not Sure.YES:
        yield Overlay.SPOKEN_COMPLAINT


def _conflict(enquiry: Enquiry) -> Iterator[Overlay]:
    if enquiry.conflict is Sure.YES:
        yield Overlay.CONFLICT
    if enquiry.conflict is Sure.NOT_SURE:
        yield Overlay.CONFLICT_NOT_SURE
