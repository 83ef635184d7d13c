"""What a group missed, to keep: a table for spreadsheets, and a page to print."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from app.documents.sheets import sheet_lines
from joic_policy.training import Review, exercise

__all__ = ["review_csv", "review_page"]

_CLAUSES = ("Clause", "What it asks", "Asked", "Missed at first", "Learners who missed it", "Put right later")
_EXERCISES = ("Exercise", "Learners", "Marks at first attempts", "Missed most")
_LOOK = """
:root { color-scheme: light; }
body { font: 11pt/1.4 Verdana, Geneva, 'DejaVu Sans', sans-serif; color: #111; background: #fff;
  max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; break-after: avoid; }
table { border-collapse: collapse; width: 100%; font-size: 0.85rem; }
th, td { border-bottom: 1px solid #8a94a6; padding: 0.35rem 0.5rem; text-align: left; vertical-align: top; }
thead { display: table-header-group; } tr { break-inside: avoid; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
@page { size: A4; margin: 18mm; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
"""


def review_csv(review: Review) -> bytes:
    """A row for each clause, the most missed first."""
    rows = ((*map(str, row),) for row in _by_clause(review))
    return b"".join(sheet_lines(_CLAUSES, rows))


def review_page(review: Review, *, title: str, told: str, learners: Iterable[Sequence[str]]) -> bytes:
    """A page that needs nothing else; `learners` are initials, what is done, and marks."""
    parts = (
        f"<h1>{escape(title)}</h1><p>{escape(told)}</p>",
        "<h2>What was missed, by clause</h2>",
        _table(_CLAUSES, _by_clause(review)),
        "<h2>By exercise</h2>",
        _table(_EXERCISES, _by_exercise(review)),
        "<h2>Learners</h2>",
        _table(("Initials", "Exercises done", "Marks at first attempts"), learners),
    )
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{_LOOK}</style></head><body>{''.join(parts)}</body></html>"
    ).encode()


def _by_clause(review: Review) -> Iterator[tuple[str | int, ...]]:
    for row in review.clauses:
        yield row.clause_id, row.summary, row.asked, row.missed, row.learners, row.put_right


def _by_exercise(review: Review) -> Iterator[tuple[str | int, ...]]:
    for row in review.exercises:
        whole = exercise(row.exercise_id)
        most = "; ".join(f"{whole.task(task_id).wording} ({times})" for task_id, times in row.missed)
        yield row.title, row.learners, f"{row.marks} of {row.out_of}", most or "nothing"


def _table(headings: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in headings)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _cell(cell: str | int) -> str:
    return f'<td class="number">{cell}</td>' if isinstance(cell, int) else f"<td>{escape(cell)}</td>"
