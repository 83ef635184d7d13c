"""How the Office signs: the lines below a letter, and the standard signature of an email (WRI-5 to WRI-8)."""

import re
from collections.abc import Iterable
from html import escape

from attrs import frozen

from joic_policy.handling.correspondence.letter import Sender
from joic_policy.handling.correspondence.style import wrong
from joic_policy.handling.finding import Finding
from joic_policy.policy import POLICY, Policy

__all__ = ["Signature", "email_lines", "signature", "signature_findings", "signature_html", "signed_lines"]


@frozen(kw_only=True)
class Signature:
    """The standard signature of an email, with its font and as plain text."""

    html: str
    text: str


def signed_lines(sender: Sender, *, formal: bool = False, policy: Policy = POLICY) -> tuple[str, ...]:
    """The lines below a closing; formal writing says for whom it is signed, and gives the full name."""
    office = policy.office
    lines = (
        office.signed_for if formal else "",
        sender.name,
        sender.title.strip(),
        office.formal_name if formal else office.name,
        f"Telephone: {sender.telephone.strip()}" if sender.telephone.strip() else "",
        f"Email: {sender.email.strip()}" if sender.email.strip() else "",
    )
    return tuple(line for line in lines if line)


def signature(sender: Sender, *, formal: bool = False, policy: Policy = POLICY) -> Signature:
    """The standard signature of an email. What was typed into it is shown as typed."""
    office = policy.office
    lines = email_lines(sender, formal=formal, policy=policy)
    html = signature_html(lines, font=office.email_font, points=office.email_font_points)
    return Signature(html=html, text="\n".join(lines))


def email_lines(sender: Sender, *, formal: bool = False, policy: Policy = POLICY) -> tuple[str, ...]:
    """The lines below an email: it has no heading, so they say too where the Office is."""
    office = policy.office
    return (
        *signed_lines(sender, formal=formal, policy=policy),
        ", ".join(office.address),
        office.website,
    )


def signature_html(lines: Iterable[str], *, font: str, points: int) -> str:
    """The lines of a signature in their font and size."""
    look = f"font-family: {font}, sans-serif; font-size: {points}pt; margin: 0"
    return f'<p style="{escape(look)}">{"<br>".join(map(escape, lines))}</p>'


def signature_findings(html: str, *, policy: Policy = POLICY) -> tuple[Finding, ...]:
    """Whether a signature as it is set up in a mailbox keeps to the standard font and size (WRI-8)."""
    office = policy.office
    fonts = {
        font.strip(" '\"").casefold() for font in re.findall(r"font-family:\s{0,9}([^,;\"]{1,80})", html)
    }
    sizes = set(re.findall(r"font-size:\s{0,9}([\w.]{1,20})", html))
    found = {
        "signature_font": fonts != {office.email_font.casefold()},
        "signature_size": sizes != {f"{office.email_font_points}pt"},
    }
    return tuple(wrong()[key] for key, is_wrong in found.items() if is_wrong)
