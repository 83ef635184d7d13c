"""What is missing or wrong in a letter, an email or a slip, and how to mend it (WRI-1 to WRI-8)."""

import re
from collections.abc import Iterable, Iterator

from attrs import evolve, field, frozen

from joic_policy._fields import is_flag, is_text
from joic_policy.contacts import Format
from joic_policy.handling.correspondence.composition import GAP
from joic_policy.handling.correspondence.letter import Correspondence, Medium
from joic_policy.handling.correspondence.style import style, wrong
from joic_policy.handling.disclosure import disclosure_findings
from joic_policy.handling.finding import Finding
from joic_policy.handling.phrases import plain
from joic_policy.handling.staff import is_same_name
from joic_policy.policy import POLICY, Office, Policy

__all__ = ["Sending", "letter_findings", "sending_findings"]


@frozen(kw_only=True)
class Sending:
    """What was confirmed before sending; formal letters are read by somebody else first."""

    recipient_confirmed: bool = field(default=False, validator=is_flag)
    attachments_confirmed: bool = field(default=False, validator=is_flag)
    second_reader: str = field(default="", validator=is_text)


def letter_findings(letter: Correspondence, *, policy: Policy = POLICY) -> tuple[Finding, ...]:
    """What is missing or wrong. A customer's own letter is held only to what it has to say.

    Risky phrases, and what a letter tells of a colleague's absence, are advice.
    """
    return tuple(_of_letter(letter, policy.office))


def sending_findings(letter: Correspondence, sending: Sending) -> tuple[Finding, ...]:
    """What is to be confirmed before it is sent: who gets it, what goes with it, and who read it."""
    reader = sending.second_reader
    alone = not reader.strip() or is_same_name(reader, letter.sender.name)
    return _wrong(
        recipient=not sending.recipient_confirmed,
        attachments=bool(letter.enclosures) and not sending.attachments_confirmed,
        second_reader=letter.formal and alone,
    )


def _of_letter(letter: Correspondence, office: Office) -> Iterator[Finding]:
    if letter.from_office:
        yield from _of_page(letter, office)
        yield from _of_office(letter, office)
        yield from _of_sender(letter)
        if letter.medium is not Medium.COMPLIMENT_SLIP:
            yield from _of_closing(letter)
        yield from _of_needs(letter)
        yield from style().risky.findings(letter.body, place="text")
        yield from disclosure_findings(letter.body, place="text")
    whole = plain(letter.text)
    for stated in letter.stated:
        if not plain(stated.words) or plain(stated.words) not in whole:
            yield stated.finding
    yield from _wrong(gap=letter.from_office and GAP.search(letter.text) is not None)


def _of_page(letter: Correspondence, office: Office) -> tuple[Finding, ...]:
    email = letter.medium is Medium.EMAIL
    styled = not letter.plain and style().larger(letter.needs.format) is None
    font = office.email_font if email else office.letter_font
    in_font = letter.plain or letter.font == font
    in_size = not styled or letter.points == office.email_font_points
    return _wrong(
        heading=letter.medium is not Medium.EMAIL
        and plain(office.name) not in plain(" ".join(letter.heading)),
        slip=letter.medium is Medium.COMPLIMENT_SLIP and not any(map(str.strip, letter.enclosures)),
        email_font=email and not (in_font and in_size),
        letter_font=not email and not in_font,
    )


def _of_office(letter: Correspondence, office: Office) -> tuple[Finding, ...]:
    if not letter.formal:
        return ()
    short = rf"(?<![\w.@]){re.escape(office.short_name)}(?!\w)"
    return _wrong(
        name=plain(office.formal_name) not in plain(letter.text),
        short_name=re.search(short, letter.text) is not None,
        signed_for=plain(office.signed_for) not in plain(" ".join(letter.signed)),
    )


def _of_sender(letter: Correspondence) -> tuple[Finding, ...]:
    sender, lines = letter.sender, letter.signed
    named = [line for line in lines if "@" not in line]
    telephone, email = (_stands(detail, lines) for detail in (sender.telephone, sender.email))
    return _wrong(
        first_name=not _stands(sender.first_name, named),
        surname=not _stands(sender.surname, named),
        detail=not (telephone or email),
        both_details=telephone is not email,
    )


def _of_closing(letter: Correspondence) -> tuple[Finding, ...]:
    closings, salutation = style().closings, letter.salutation
    if not salutation.strip():
        return _wrong(salutation=True)
    if letter.formal and letter.informal:
        return _wrong(formal_closing=True)
    if closings.is_informal(letter.closing):
        return _wrong(informal_closing=not letter.informal)
    follows = plain(closings.closing(salutation))
    return _wrong(closing=plain(letter.closing).rstrip(",") != follows)


def _of_needs(letter: Correspondence) -> Iterator[Finding]:
    needs = letter.needs
    least = style().larger(needs.format) or letter.points
    plain_text = needs.format is Format.TEXT_ONLY and not letter.plain
    yield from _wrong(large_print=letter.points < least, text_only=plain_text)
    if needs.format not in {Format.STANDARD, Format.LARGE_PRINT, Format.TEXT_ONLY}:
        yield _naming("other_format", format=needs.format.value.replace("_", " "))
    if needs.language.strip():
        yield _naming("language", language=needs.language.strip())


def _naming(key: str, **names: str) -> Finding:
    finding = wrong()[key]
    return evolve(finding, remedy=finding.remedy.format(**names))


def _stands(words: str, lines: Iterable[str]) -> bool:
    """Whether whole words stand in some line; blank ones stand nowhere."""
    pattern = rf"(?<!\w){re.escape(plain(words))}(?!\w)"
    return bool(words.strip()) and any(re.search(pattern, plain(line)) for line in lines)


def _wrong(**found: bool) -> tuple[Finding, ...]:
    return tuple(wrong()[key] for key, is_wrong in found.items() if is_wrong)
