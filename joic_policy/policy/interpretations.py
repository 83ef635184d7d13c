"""What the policy leaves unsaid, and the reading of it that is in force.

A reading with alternatives is a field of `Interpretations`; what allows only one answer is described in the
data and has no field. A reading is changed by `attrs.evolve`, never by a parameter of a function.
"""

from collections.abc import Mapping
from typing import Any, cast

from attrs import Attribute, field, fields_dict, frozen

from joic_policy._fields import Choice
from joic_policy._table import Table

__all__ = [
    "AfterHours",
    "AutomaticReceipt",
    "DayEnd",
    "DelayNotice",
    "FormalAnswer",
    "Greeting",
    "Interpretation",
    "Interpretations",
    "OnlineForm",
    "Outgoing",
    "ReceiptDay",
    "RestDayReceipt",
    "SpokenContact",
    "SubjectAccessStart",
    "WorkingDay",
    "interpretations_from",
    "readings_in",
]


class ReceiptDay(Choice):
    """Is the day of receipt counted?"""

    NOT_COUNTED = "not_counted"
    COUNTED = "counted"


class RestDayReceipt(Choice):
    """What is day 0 of a receipt on a day that is no working day?"""

    AS_IT_IS = "as_it_is"
    ROLLS = "rolls"


class AfterHours(Choice):
    """On which day is something received that comes after the Office has closed?"""

    SAME_DAY = "same_day"
    NEXT_WORKING_DAY = "next_working_day"


class WorkingDay(Choice):
    """Which weekdays are no working days?"""

    PUBLIC_HOLIDAYS = "public_holidays"
    OFFICE_CLOSURES = "office_closures"


class DayEnd(Choice):
    """When does the due day end?"""

    END_OF_DAY = "end_of_day"
    CLOSE_OF_OFFICE = "close_of_office"


class Outgoing(Choice):
    """Is a letter of ours in time when it is sent, or when it has arrived?"""

    SENT = "sent"
    ARRIVED = "arrived"


class FormalAnswer(Choice):
    """What is a formal response?"""

    ANSWER_OR_PLAN = "answer_or_plan"
    FINAL_OUTCOME = "final_outcome"


class OnlineForm(Choice):
    """As what is the online form acknowledged?"""

    AS_EMAIL = "as_email"
    AS_LETTER = "as_letter"


class SpokenContact(Choice):
    """Is a contact by telephone or in person acknowledged?"""

    NONE = "none"
    AS_EMAIL = "as_email"


class AutomaticReceipt(Choice):
    """Does a receipt that a mailbox or form sends by itself acknowledge?"""

    NO = "no"
    YES = "yes"


class DelayNotice(Choice):
    """By when must the customer have heard of a delay?"""

    BY_TARGET = "by_target"
    BEFORE_RESPONSE = "before_response"


class SubjectAccessStart(Choice):
    """From when do the weeks of a subject access request to the Office run?"""

    RECEIPT = "receipt"
    IDENTITY_VERIFIED = "identity_verified"


class Greeting(Choice):
    """Which times of day does a greeting name?"""

    TWO = "two"
    WITH_EVENING = "with_evening"


@frozen(kw_only=True)
class Interpretation:
    """A question that the policy leaves open: the default reading, the others, and the clauses it touches."""

    id: str
    question: str
    readings: Mapping[str, str]
    default: str
    clause_ids: tuple[str, ...]


@frozen(kw_only=True)
class Interpretations:
    """The reading in force for each question that has several; by default the one that the data names."""

    receipt_day: ReceiptDay = field(default=ReceiptDay.NOT_COUNTED, converter=ReceiptDay)
    rest_day_receipt: RestDayReceipt = field(default=RestDayReceipt.AS_IT_IS, converter=RestDayReceipt)
    after_hours: AfterHours = field(default=AfterHours.SAME_DAY, converter=AfterHours)
    working_day: WorkingDay = field(default=WorkingDay.PUBLIC_HOLIDAYS, converter=WorkingDay)
    day_end: DayEnd = field(default=DayEnd.END_OF_DAY, converter=DayEnd)
    outgoing: Outgoing = field(default=Outgoing.SENT, converter=Outgoing)
    formal_answer: FormalAnswer = field(default=FormalAnswer.ANSWER_OR_PLAN, converter=FormalAnswer)
    online_form: OnlineForm = field(default=OnlineForm.AS_EMAIL, converter=OnlineForm)
    spoken_contact: SpokenContact = field(default=SpokenContact.NONE, converter=SpokenContact)
    automatic_receipt: AutomaticReceipt = field(default=AutomaticReceipt.NO, converter=AutomaticReceipt)
    delay_notice: DelayNotice = field(default=DelayNotice.BY_TARGET, converter=DelayNotice)
    subject_access_start: SubjectAccessStart = field(
        default=SubjectAccessStart.RECEIPT, converter=SubjectAccessStart
    )
    greeting: Greeting = field(default=Greeting.TWO, converter=Greeting)


def readings_in(attribute: "Attribute[Any]") -> type[Choice]:
    """The closed set of readings of one field of `Interpretations`."""
    return cast("type[Choice]", attribute.converter)


def interpretations_from(top: Table) -> Mapping[str, Interpretation]:
    """Every interpretation of a file, by id.

    Raises:
        DataFileError: One is missing or incomplete, or its readings or its default are not those of the code.
    """
    open_ones = fields_dict(Interpretations)
    described = {}
    for table in top:
        interpretation = _interpretation(table)
        attribute = open_ones.pop(table.name, None)
        expected = set(readings_in(attribute)) if attribute else {interpretation.default}
        if set(interpretation.readings) != expected:
            raise table.refusal("readings", sorted(interpretation.readings), f"exactly {sorted(expected)}")
        if attribute and interpretation.default != attribute.default:
            raise table.refusal("default", interpretation.default, f"the code's own: {attribute.default}")
        described[table.name] = interpretation
    for missing in open_ones:
        raise top.refusal(missing, None, "a table (nothing is there)")
    return described


def _interpretation(table: Table) -> Interpretation:
    readings = table.table("readings")
    interpretation = Interpretation(
        id=table.name,
        question=table.text("question"),
        readings={key: readings.text(key) for key in readings.keys()},  # noqa: SIM118  # a Table iterates otherwise
        default=table.text("default"),
        clause_ids=table.texts("clauses", at_least=1),
    )
    table.done()
    return interpretation
