"""The Office itself: its names, where and when it is reached, and what its readings need to know."""

from datetime import date, time

from attrs import frozen

from joic_policy._table import Table

__all__ = ["Office", "office_from"]


@frozen(kw_only=True)
class Office:
    """Details that letters, routes and readings use. Hours are Jersey time, Monday to Friday."""

    name: str
    formal_name: str
    short_name: str
    signed_for: str
    address: tuple[str, ...]
    telephone: str
    email: str
    website: str
    complaints_address: tuple[str, ...]
    opens: time
    closes: time
    evening_from: time
    posting_working_days: int
    letter_font: str
    email_font: str
    email_font_points: int
    closures: tuple[date, ...]


def office_from(top: Table) -> Office:
    """The Office of a file.

    Raises:
        DataFileError: A detail is missing, unknown or of another type.
    """
    closures = top.tables("closures")
    office = Office(
        name=top.text("name"),
        formal_name=top.text("formal_name"),
        short_name=top.text("short_name"),
        signed_for=top.text("signed_for"),
        address=top.texts("address", at_least=1),
        telephone=top.text("telephone"),
        email=top.text("email"),
        website=top.text("website"),
        complaints_address=top.texts("complaints_address", at_least=1),
        opens=top.clock("opens"),
        closes=top.clock("closes"),
        evening_from=top.clock("evening_from"),
        posting_working_days=top.number("posting_working_days"),
        letter_font=top.text("letter_font"),
        email_font=top.text("email_font"),
        email_font_points=top.number("email_font_points"),
        closures=tuple(closure.day("on") for closure in closures),
    )
    for part in (*closures, top):
        part.done()
    if office.opens >= office.closes:
        raise top.refusal("closes", office.closes.isoformat(), f"a time after {office.opens.isoformat()}")
    return office
