"""Why a colleague is away is nobody's business: what tells it in writing, and what to say instead (TEL-6)."""

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from joic_policy._table import Table
from joic_policy.handling.finding import Finding
from joic_policy.handling.phrases import Phrasebook, phrasebook_from

__all__ = ["SafeSentences", "disclosure_findings", "safe_sentences"]

_SENTENCES = ("not_free", "on_leave", "message", "call_back", "voicemail", "when_back")


@frozen(kw_only=True)
class SafeSentences:
    """A card for speaking: what to say of a colleague who cannot take the call, and the clauses behind it."""

    say: Mapping[str, str]
    clause_ids: tuple[str, ...]

    def about(self, name: str) -> tuple[str, ...]:
        """The sentences with the name of the colleague; without one, "my colleague"."""
        return tuple(self.sentence(key, name) for key in self.say)

    def sentence(self, key: str, name: str = "") -> str:
        """One sentence with the name of the colleague, which may be at its beginning."""
        said = self.say[key].replace("{name}", name.strip() or "my colleague")
        return said[:1].upper() + said[1:]


def disclosure_findings(text: str, *, place: str = "text") -> tuple[Finding, ...]:
    """Advice where a text tells that a colleague is unwell, at lunch, on a break or just busy.

    That somebody is on leave, in a meeting or not available is never found.
    """
    return tuple(_read()[1].findings(text, place=place))


def safe_sentences() -> SafeSentences:
    """What to say of a colleague who cannot take the call."""
    return _read()[0]


@cache
def _read() -> tuple[SafeSentences, Phrasebook]:
    top = Table.beside(__file__, "disclosure.toml")
    card = top.table("card")
    sentences = SafeSentences(
        clause_ids=card.texts("clauses", at_least=1), say={key: card.text(key) for key in _SENTENCES}
    )
    phrasebook = phrasebook_from(top.table("phrases"))
    for part in (card, top):
        part.done()
    return sentences, phrasebook
