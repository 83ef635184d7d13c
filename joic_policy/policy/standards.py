"""The numbers that the policy states, each by the date from which it holds."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date

from attrs import evolve, field, frozen
from attrs.validators import optional

from joic_policy._fields import Choice, is_day
from joic_policy._table import Table
from joic_policy.errors import InvalidError
from joic_policy.units import Duration, Seconds, WorkingDays

__all__ = ["Amendment", "Standard", "StandardId", "standards_from"]


class StandardId(Choice):
    """The name of each number."""

    ANSWER_CALL = "answer_call"
    ACKNOWLEDGE_LETTER = "acknowledge_letter"
    ACKNOWLEDGE_EMAIL = "acknowledge_email"
    FORMAL_RESPONSE = "formal_response"
    ABSENCE_WITHOUT_REPLY = "absence_without_reply"


#: What each number counts, where it is not working days.
_UNITS: Mapping[StandardId, type[Duration]] = {StandardId.ANSWER_CALL: Seconds}


@frozen(kw_only=True)
class Amendment:
    """A number and the day from which it holds; `from_on` is None for the one that always held."""

    from_on: date | None = field(default=None, validator=optional(is_day))
    duration: Duration


def _of_one_unit(standard: "Standard", _: object, amendments: tuple[Amendment, ...]) -> None:
    unit = _UNITS.get(standard.id, WorkingDays)
    for position, amendment in enumerate(amendments):
        if not isinstance(amendment.duration, unit):
            raise InvalidError(f"amendments[{position}]", str(amendment.duration), unit.unit)


def _ascending(_: object, __: object, amendments: tuple[Amendment, ...]) -> None:
    starts = [amendment.from_on for amendment in amendments]
    if not starts:
        raise InvalidError("amendments", starts, "at least one entry")
    if starts[0] is not None:
        raise InvalidError("amendments[0].from", starts[0], "no date: the first entry is open")
    for position, start in enumerate(starts[1:], start=1):
        before = starts[position - 1]
        if start is None or (before is not None and start <= before):
            raise InvalidError(f"amendments[{position}].from", start, f"a date after {before or 'the first'}")


@frozen(kw_only=True)
class Standard:
    """A number of the policy: its clause, and every value it has had.

    Raises:
        InvalidError: The values are out of order, or in a unit in which this standard is not counted.
    """

    id: StandardId
    clause_id: str
    title: str
    amendments: tuple[Amendment, ...] = field(validator=[_ascending, _of_one_unit])

    def on(self, day: date) -> Duration:
        """The number in force on a day."""
        if len(self.amendments) == 1:
            return self.amendments[0].duration
        starts = [amendment.from_on or date.min for amendment in self.amendments]
        return self.amendments[bisect_right(starts, day) - 1].duration

    def amended(self, duration: Duration, *, from_on: date | None = None) -> "Standard":
        """This standard with another number from a day on, or always.

        Raises:
            InvalidError: `from_on` is not after the last amendment, or the unit is another one.
        """
        amendment = Amendment(from_on=from_on, duration=duration)
        return evolve(self, amendments=(amendment,) if from_on is None else (*self.amendments, amendment))


def standards_from(top: Table) -> Mapping[str, Standard]:
    """Every standard of a file.

    Raises:
        DataFileError: A number is missing, unknown, of two units, or out of order.
    """
    standards = {}
    for standard_id in StandardId:
        table = top.table(standard_id)
        clause_id, title = table.text("clause"), table.text("title")
        entries = table.tables("amendments")
        amendments = tuple(
            Amendment(from_on=entry.maybe_day("from"), duration=entry.duration()) for entry in entries
        )
        for part in (*entries, table):
            part.done()
        try:
            standard = Standard(id=standard_id, clause_id=clause_id, title=title, amendments=amendments)
        except InvalidError as error:
            raise table.refusal(error.field, error.given, error.expected) from None
        standards[standard_id.value] = standard
    top.done()
    return standards
