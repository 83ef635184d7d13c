"""How correspondence looks and closes, and what the check says: read from the files beside this one."""

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from joic_policy._table import Table
from joic_policy.contacts import Format, Needs
from joic_policy.handling.finding import Finding, findings_from
from joic_policy.handling.phrases import Phrasebook, phrasebook_from, plain

__all__ = ["Closings", "Notes", "Style", "style", "wrong"]


@frozen(kw_only=True)
class Closings:
    """Which closing follows from which salutation (WRI-7)."""

    named: str
    unnamed: str
    informal: tuple[str, ...]
    greeting: str
    nobody: str
    unnamed_salutations: tuple[str, ...]

    def salutation(self, name: str) -> str:
        """To somebody by name as they are addressed, or to nobody in particular."""
        return f"{self.greeting} {name.strip()}" if name.strip() else self.nobody

    def closing(self, salutation: str, *, informal: bool = False) -> str:
        """What follows from a salutation, or the warmer phrase where that is marked."""
        if informal:
            return self.informal[0]
        return self.unnamed if self.is_unnamed(salutation) else self.named

    def is_unnamed(self, salutation: str) -> bool:
        """Whether a salutation names nobody."""
        return plain(salutation).rstrip(",") in map(plain, self.unnamed_salutations)

    def is_informal(self, closing: str) -> bool:
        """Whether a closing is one of the warmer ones."""
        return plain(closing).rstrip(",") in map(plain, self.informal)


@frozen(kw_only=True)
class Notes:
    """What stands at the foot of what we write: what was agreed with the customer, or that we offer it."""

    offer: str
    agreed: str
    language: str
    formats: Mapping[Format, str]

    def note(self, needs: Needs) -> str:
        """The note for a customer with these needs (WRI-2)."""
        language = (
            self.language.replace("{language}", needs.language.strip()) if needs.language.strip() else ""
        )
        agreed = [words for words in (self.formats.get(needs.format, ""), language) if words]
        return self.agreed.replace("{agreed}", ", ".join(agreed)) if agreed else self.offer


@frozen(kw_only=True)
class Style:
    """Sizes, closings, notes and risky phrases."""

    letter_points: int
    large_print_points: int
    easy_read_points: int
    closings: Closings
    notes: Notes
    risky: Phrasebook

    def larger(self, shape: Format) -> int | None:
        """The size in points that a format asks for; None where the house style does."""
        match shape:
            case Format.LARGE_PRINT:
                return self.large_print_points
            case Format.EASY_READ:
                return self.easy_read_points
            case _:
                return None


@cache
def style() -> Style:
    """The house style, as far as the Office's own details do not say it."""
    top = Table.beside(__file__, "style.toml")
    read = Style(
        letter_points=top.number("letter_points"),
        large_print_points=top.number("large_print_points"),
        easy_read_points=top.number("easy_read_points"),
        closings=_closings(top.table("closings")),
        notes=_notes(top.table("notes")),
        risky=phrasebook_from(top.table("risky")),
    )
    top.done()
    return read


@cache
def wrong() -> Mapping[str, Finding]:
    """What to say of anything that is missing or wrong."""
    return findings_from(Table.beside(__file__, "findings.toml"))


def _closings(table: Table) -> Closings:
    closings = Closings(
        named=table.text("named"),
        unnamed=table.text("unnamed"),
        informal=table.texts("informal", at_least=1),
        greeting=table.text("greeting"),
        nobody=table.text("nobody"),
        unnamed_salutations=table.texts("unnamed_salutations", at_least=1),
    )
    table.done()
    return closings


def _notes(table: Table) -> Notes:
    formats = table.table("formats")
    notes = Notes(
        offer=table.text("offer"),
        agreed=table.text("agreed"),
        language=table.text("language"),
        formats={each: formats.text(each) for each in Format if each is not Format.STANDARD},
    )
    for part in (formats, table):
        part.done()
    return notes
