"""What is wrong with something typed: which field, and what was expected there."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime

from attrs import field, frozen

from joic_policy import HistoryError, InvalidError, OutsideCalendarError
from joic_policy.units import day_words, instant_words

__all__ = ["Finding", "Findings"]

_LONGEST = 60


@frozen(kw_only=True)
class Finding:
    """Something typed that cannot be taken as it is; `field` is the name of the form's field."""

    field: str
    message: str


@frozen
class Findings:
    """Collects what is wrong while a form is read."""

    found: list[Finding] = field(factory=list)

    def add(self, name: str, message: str) -> None:
        """Say what is wrong with a field, once."""
        finding = Finding(field=name, message=message)
        if finding not in self.found:
            self.found.append(finding)

    @contextmanager
    def about(self, name: str, fields: Mapping[str, str] | None = None) -> Iterator[None]:
        """Turn a refusal into a finding and go on after the block.

        `name` is the form's field that the block is about; `fields` gives the form's name for a field of the
        library, where it is another one.
        """
        try:
            yield
        except InvalidError as error:
            self.add((fields or {}).get(error.field, name), _refused(error))
        except HistoryError as error:
            self.add(name, f"This cannot have happened so: {error.why}.")
        except OutsideCalendarError as error:
            self.add(name, f"{str(error)[:1].upper()}{str(error)[1:]}.")


def _refused(error: InvalidError) -> str:
    return f"{_words(error.given)}: expected {error.expected}."


def _words(given: object) -> str:
    match given:
        case None | "":
            return "Nothing given"
        case datetime():
            return f"Given {instant_words(given)}"
        case date():
            return f"Given {day_words(given)}"
        case _:
            text = str(given)
            return f"Given {text if len(text) <= _LONGEST else text[:_LONGEST] + '…'}"
