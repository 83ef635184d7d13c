"""Who may be calling: what to look for from what was typed, and the file on which a message may belong."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from app.forms.details import telephone
from app.forms.numbers import contact_number
from joic_policy import Customer, InvalidError
from joic_policy.register import Card, ContactRegister

__all__ = ["Proposal", "Sought", "named_in", "proposed_files", "references_in", "sought", "sought_of"]

_SHORTEST_NAME, _FEWEST_DIGITS = 3, 6
_REFERENCE = re.compile(
    r"(?:\b(?:our|your)?[ ]?(?:file|ref(?:erence)?|contact|number|no)\b[ .:]*(?:no\.?|number)?[ ]*#?|#)"
    r"([A-Za-z]{0,6}[-/]?\d[\w/-]{0,30})",
    re.IGNORECASE,
)
_MOST_REFERENCES = 5


@frozen(kw_only=True)
class Sought:
    """Something to look for, and what it says where it is found. `telling`: it is hardly anybody else's."""

    field: str
    text: str
    same: str
    telling: bool


@frozen(kw_only=True)
class Proposal:
    """A file on which a message may belong, and why."""

    file: str
    because: str


def sought(raw: Mapping[str, Any]) -> tuple[Sought, ...]:
    """What to look for, the most telling first; `raw` holds what was typed, by the names of the form."""
    return tuple(_sought(raw))


def sought_of(customer: Customer, file: str = "") -> tuple[Sought, ...]:
    """What to look for from what is known of a customer."""
    told = {name: getattr(customer, name) for name in ("telephone", "email", "name", "organisation")}
    return sought({**told, "file": file})


def references_in(*texts: str) -> tuple[str, ...]:
    """What a subject calls a file, a reference or a number: "file F-12", "your ref: 3", "#12"."""
    found = (match.group(1).rstrip("/-") for text in texts for match in _REFERENCE.finditer(text[:1000]))
    return tuple(dict.fromkeys(found))[:_MOST_REFERENCES]


def named_in(register: ContactRegister, *texts: str) -> tuple[Card, ...]:
    """The contacts that a subject or a text names, by their file or their number."""
    return tuple(card for reference in references_in(*texts) for card in _called(register, reference))


def proposed_files(
    *,
    named: Iterable[Card] = (),
    answered: Iterable[Card] = (),
    same_address: Iterable[Card] = (),
) -> tuple[Proposal, ...]:
    """The files of the contacts found, each once: what the subject names, what it answers, who wrote before.

    A contact without a file lends its number. One that is closed counts only where it was named or answered.
    """
    listed = (
        *((card, "the subject names it") for card in named),
        *((card, "it answers a message of ours there") for card in answered),
        *((card, "the same address wrote before") for card in same_address if card.closed_on is None),
    )
    proposals: dict[str, Proposal] = {}
    for card, because in listed:
        file = card.file or str(card.number)
        proposals.setdefault(file, Proposal(file=file, because=because))
    return tuple(proposals.values())


def _called(register: ContactRegister, reference: str) -> Iterator[Card]:
    yield from register.on_file(reference)
    number = contact_number(reference)
    card = register.numbered(number) if number else None
    if card:
        yield card


def _sought(raw: Mapping[str, Any]) -> Iterator[Sought]:
    file, address = _text(raw, "file"), _text(raw, "email")
    if file:
        yield Sought(field="file", text=file, same="the same file or number", telling=True)
    if sum(map(str.isdigit, _text(raw, "telephone"))) >= _FEWEST_DIGITS:
        yield Sought(field="telephone", text=_number(raw), same="the same telephone number", telling=True)
    if "@" in address:
        yield Sought(field="email", text=address, same="the same email address", telling=True)
    for name in ("name", "organisation"):
        text = _text(raw, name)
        if len(text) >= _SHORTEST_NAME:
            yield Sought(field=name, text=text, same=f"the same {name}", telling=False)


def _number(raw: Mapping[str, Any]) -> str:
    """As numbers are kept, whatever spacing was typed; one that is not whole yet, as it was typed."""
    typed = _text(raw, "telephone")
    try:
        return telephone(typed)
    except InvalidError:
        return typed


def _text(raw: Mapping[str, Any], name: str) -> str:
    return (raw.get(name) or "").strip()
