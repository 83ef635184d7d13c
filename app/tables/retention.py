"""How long what is closed is kept, in words."""

from collections.abc import Mapping

from app.tables.labels import ASKS
from joic_policy import MatterKind

__all__ = ["kept_rows"]


def kept_rows(years: Mapping[MatterKind | None, int]) -> tuple[tuple[str, str], ...]:
    """Each kind of matter and its years after closing, the shortest first."""
    return tuple(
        (ASKS[kind] if kind else "nothing triaged", f"{count} years" if count > 1 else "1 year")
        for kind, count in sorted(years.items(), key=lambda each: each[1])
    )
