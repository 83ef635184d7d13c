"""Phrases to look for in what staff write, kept as data, with the reason and what to write instead."""

import re
from collections.abc import Iterator

from attrs import frozen

from joic_policy._table import Table
from joic_policy.handling.finding import Finding
from joic_policy.policy.texts import cited

__all__ = ["Phrasebook", "phrasebook_from", "plain"]

# What is typed on another keyboard or by a word processor counts as the plain letter, one for one.
_PLAIN = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-"})
_SPACE = r"\s{1,9}"  # bounded, so that no text takes long
_MASK = "\x00"


def plain(text: str) -> str:
    """A text for comparing, without case and line breaks."""
    return " ".join(text.casefold().split())


@frozen(kw_only=True)
class _Phrases:
    """Phrases of one kind and what speaks against them."""

    clause_id: str
    what: str
    remedy: str
    pattern: "re.Pattern[str]"


@frozen(kw_only=True)
class Phrasebook:
    """Phrases of several kinds, and those that are never found whatever else they hold."""

    kinds: tuple[_Phrases, ...]
    never: "re.Pattern[str]"

    def findings(self, text: str, *, place: str) -> Iterator[Finding]:
        """Advice for every phrase in a text, each wording once."""
        read = self.never.sub(lambda found: _MASK * len(found.group()), text.translate(_PLAIN))
        for kind in self.kinds:
            wordings = (
                " ".join(found.group().removeprefix("'s").split()) for found in kind.pattern.finditer(read)
            )
            for wording in {wording.casefold(): wording for wording in wordings}.values():
                what = f"\u201c{wording}\u201d: {kind.what}"
                yield Finding(
                    clause_id=kind.clause_id, place=place, what=what, remedy=kind.remedy, advice=True
                )


def phrasebook_from(top: Table) -> Phrasebook:
    """The phrases of a table: `never`, and a table for each kind.

    Raises:
        DataFileError: A kind is incomplete or cites no clause, or a phrase is no pattern.
    """
    never = _pattern(top, "never")
    kinds = []
    for table in top:
        clause_id = cited(table, "clause", table.text("clause"))
        what, remedy = table.text("what"), table.text("remedy")
        kinds.append(
            _Phrases(clause_id=clause_id, what=what, remedy=remedy, pattern=_pattern(table, "phrases"))
        )
        table.done()
    return Phrasebook(kinds=tuple(kinds), never=never)


def _pattern(table: Table, key: str) -> "re.Pattern[str]":
    """Any of a list of phrases: patterns of whole words, in which a space is any space."""
    phrases = table.texts(key, at_least=1)
    whole = "|".join(phrases).replace(" ", _SPACE)
    try:
        return re.compile(rf"(?:(?<!\w)|(?='))(?:{whole})(?!\w)", re.IGNORECASE)
    except re.error as error:
        raise table.refusal(key, str(error), "patterns of words") from None
