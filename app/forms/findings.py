"""What is wrong with something typed: which field, and what was expected there."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import assert_never

from attrs import field, frozen

from joic_policy import HistoryError, InvalidError, OutsideCalendarError
from joic_policy.units import day_words, instant_words

__all__ = ["FieldFinding", "Findings", "file_refusal", "refusal"]

_LONGEST = 60


@frozen(kw_only=True)
class FieldFinding:
    """Something typed that cannot be taken as it is; `field` is the name of the form's field."""

    field: str
    message: str


@frozen
class Findings:
    """Collects what is wrong while a form with these fields is read."""

    fields: Collection[str]
    found: list[FieldFinding] = field(factory=list, init=False)

    def add(self, name: str, message: str) -> None:
        """Say what is wrong with a field, once."""
        finding = FieldFinding(field=name, message=message)
        if finding not in self.found:
            self.found.append(finding)

    @contextmanager
    def about(self, name: str, other_names: Mapping[str, str] | None = None) -> Iterator[None]:
        """Turn a refusal into a finding about a field, and go on after the block.

        A refusal that names a field of the form is told there; `other_names` gives the form's name for what
        the library calls otherwise.
        """
        try:
            yield
        except InvalidError as error:
            known = error.field if error.field in self.fields else name
            self.add((other_names or {}).get(error.field, known), refusal(error))
        except (HistoryError, OutsideCalendarError) as error:
            self.add(name, refusal(error))


def refusal(error: InvalidError | HistoryError | OutsideCalendarError) -> str:
    """Why something typed is refused: what was given and expected, without the field."""
    match error:
        case InvalidError():
            return f"{_words(error.given)}: expected {error.expected}."
        case HistoryError():
            return f"This cannot have happened so: {error.why}."
        case OutsideCalendarError():
            return _outside(error)
        case never:
            assert_never(never)


def file_refusal(error: InvalidError, names: Mapping[str, str] | None = None) -> str:
    """Why a file is refused, with the place in it; `names` gives the screen's name of a place."""
    return f"{(names or {}).get(error.field, error.field)}: {refusal(error)}"


def _outside(error: OutsideCalendarError) -> str:
    day = day_words(error.day) if isinstance(error.day, date) else error.day
    what = f"{error.period} after {day}" if error.period else day
    return (
        f"{what} is outside the calendar, "
        f"which runs from {day_words(error.first)} to {day_words(error.last)}."
    )


def _words(given: object) -> str:
    match given:
        case None | "":
            return "Nothing given"
        case Mapping() if given:
            return _words(next(iter(given)))
        case datetime():
            return f"Given {instant_words(given)}"
        case date():
            return f"Given {day_words(given)}"
        case _:
            text = str(given)
            return f"Given {text if len(text) <= _LONGEST else text[:_LONGEST] + '…'}"
